//! Descriptions beside names: titles before, appositions before and after, ages, "is a".

use super::identity;
use super::mention::{Builder, EntityKind, Role};
use super::name_run::Run;
use super::phrase::Phrase;
use crate::language::NounClass;
use crate::text::{Kind, Text};
use std::ops::Range;

/// Forms of address and their nouns.
const TITLE_NOUNS: [(&str, &str); 17] = [
    ("sen", "senator"),
    ("rep", "congressman"),
    ("gov", "governor"),
    ("gen", "general"),
    ("prof", "professor"),
    ("dr", "doctor"),
    ("col", "colonel"),
    ("lt", "lieutenant"),
    ("sgt", "sergeant"),
    ("capt", "captain"),
    ("adm", "admiral"),
    ("maj", "major"),
    ("cmdr", "commander"),
    ("mp", "lawmaker"),
    ("supt", "superintendent"),
    ("advisor", "adviser"),
    ("insp", "inspector"),
];

/// The longest apposition that is read for a role, in tokens.
const APPOSITION: usize = 14;

impl<'t> Builder<'t> {
    /// Records titles before, appositions after, and ages.
    pub(super) fn roles_of(&mut self, run: &Run, entity: usize) {
        if self.found.entities[entity].kind == EntityKind::Place {
            return;
        }
        if !run.title.is_empty() {
            self.add_role(entity, run.title.clone());
        }
        self.role_before(run, entity);
        let after = run.name.end;
        let in_block = |at: usize| {
            at < self.text.tokens.len() && self.text.tokens[at].block == self.text.tokens[run.name.start].block
        };
        if !in_block(after + 1) {
            return;
        }
        let comma = self.text.is_word(after, &[","]);
        let mut start = after + 1;
        if comma && self.text.tokens[after + 1].kind == Kind::Number {
            if let Ok(age) = self.text.norm(after + 1).parse::<u32>()
                && (1..=120).contains(&age)
            {
                let known = &mut self.found.entities[entity];
                known.age = Some(age);
                if known.kind == EntityKind::Unknown {
                    known.kind = EntityKind::Person;
                }
            }
            start = after + 3;
        }
        let copula = self.text.is_word(after, &["is", "was"]) && self.text.is_word(after + 1, &["a", "an", "the"]);
        let relative = comma
            && self.text.is_word(after + 1, &["who"])
            && self.text.is_word(after + 2, &["is", "was", "heads", "leads", "chairs"]);
        if relative {
            start = after + 3;
        }
        if !comma && !copula {
            return;
        }
        let end = (start..self.text.tokens.len().min(start + APPOSITION))
            .find(|&at| {
                !in_block(at)
                    || self.text.is_word(at, &[",", ".", ";", "said", "says", "told", "(", ")"])
                    || self.text.tokens[at].kind == Kind::DoubleQuote
            })
            .unwrap_or(start);
        if start >= end {
            return;
        }
        let phrase = Phrase::read(self.text, start..end);
        let person = is_person(&phrase, self.text);
        let body = phrase.is_a(&[NounClass::Institution]);
        if person && !phrase.plural || body && self.found.entities[entity].kind != EntityKind::Person {
            if person && self.found.entities[entity].kind == EntityKind::Unknown {
                self.found.entities[entity].kind = EntityKind::Person;
            }
            self.add_role(entity, phrase.core.start..end);
            let known = self.text.norm(phrase.head);
            if known != self.text.norm(end - 1) {
                self.index_role(known, entity, phrase.core.start..end);
            }
        }
    }

    /// "Her former lawyer, Ann Ek,": a description that a comma parts from the name.
    fn role_before(&mut self, run: &Run, entity: usize) {
        const REACH: usize = 14;
        let name = if run.title.is_empty() { run.name.start } else { run.title.start };
        let Some(comma) = name.checked_sub(1).filter(|&c| self.text.is_word(c, &[","])) else { return };
        if !self.text.is_word(run.name.end, &[",", "said", "says", "told", ".", "—"]) {
            return;
        }
        let first = self.text.sentence_of(comma).tokens.start.max(comma.saturating_sub(REACH));
        let words =
            (first..comma).rev().take_while(|&at| matches!(self.text.tokens[at].kind, Kind::Word | Kind::Number));
        let found = words
            .filter(|&at| self.text.is_word(at, &["a", "an", "the", "his", "her", "their", "its", "'s", "one"]))
            .map(|at| Phrase::read(self.text, at + usize::from(self.text.is_word(at, &["'s"]))..comma))
            .find(|p| p.noun.is_some_and(|n| n.class != NounClass::Institution || n.plural) || p.rest.is_empty());
        if let Some(phrase) = found.filter(|p| is_person(p, self.text) && !p.plural) {
            self.index_role(self.text.norm(phrase.head), entity, phrase.core.start..comma);
            let known = &mut self.found.entities[entity];
            if known.kind == EntityKind::Unknown {
                known.kind = EntityKind::Person;
            }
        }
    }

    fn add_role(&mut self, entity: usize, words: Range<usize>) {
        let gender = words.clone().find_map(|at| self.text.tag(at).name.title_gender);
        if let Some(last) = words.end.checked_sub(1).filter(|&l| l >= words.start) {
            self.index_role(self.text.norm(last), entity, words);
        }
        let known = &mut self.found.entities[entity];
        known.gender = known.gender.or(gender);
    }

    fn index_role(&mut self, head: &'t str, entity: usize, words: Range<usize>) {
        let bare = head.strip_suffix('.').unwrap_or(head);
        let noun = TITLE_NOUNS.iter().find(|(title, _)| *title == bare).map(|(_, noun)| *noun);
        let singular = noun.or_else(|| self.text.language.tag(bare).noun.map(|n| n.singular)).unwrap_or(bare);
        self.found.roles.entry(singular).or_default().push(Role { entity, words });
    }
}

/// Whether a phrase describes a person.
fn is_person(phrase: &Phrase, text: &Text) -> bool {
    phrase.is_a(&[
        NounClass::Insider,
        NounClass::Spokesperson,
        NounClass::Person,
        NounClass::Expert,
        NounClass::Politician,
        NounClass::Office,
        NounClass::Crowd,
    ]) || phrase.noun.is_none() && identity::names_a_person(text.norm(phrase.head))
        || text.tag(phrase.head).name.is_title
}
