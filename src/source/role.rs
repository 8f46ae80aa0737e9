//! Descriptions beside names: titles before, appositions before and after, ages, "is a".

use super::mention::{Builder, Description, EntityKind};
use super::name_run::Run;
use crate::language::{NounClass, Role};
use crate::noun_phrase::Phrase;
use crate::noun_phrase::words::{self, ARTICLE};
use crate::text::{Kind, Text};
use std::ops::Range;

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
        let comma = self.text.is_mark(after, &[","]);
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
        let copula = words::is_be(self.text, after) && self.text.is(after + 1, ARTICLE);
        let relative = comma
            && self.text.is(after + 1, Role::RelativeOfPerson)
            && (words::is_be(self.text, after + 2) || self.text.is(after + 2, Role::LeadingVerb));
        if relative {
            start = after + 3;
        }
        if !comma && !copula {
            return;
        }
        let end = (start..self.text.tokens.len().min(start + APPOSITION))
            .find(|&at| {
                !in_block(at)
                    || self.text.is_mark(at, &[",", ".", ";", "(", ")"])
                    || self.text.is(at, Role::Said)
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
            if self.text.norm(phrase.head) != self.text.norm(end - 1) {
                self.index_role(phrase.head, entity, phrase.core.start..end);
            }
        }
    }

    /// "Her former lawyer, Ann Ek,": a description that a comma parts from the name.
    fn role_before(&mut self, run: &Run, entity: usize) {
        const REACH: usize = 14;
        let name = if run.title.is_empty() { run.name.start } else { run.title.start };
        let Some(comma) = name.checked_sub(1).filter(|&c| self.text.is_mark(c, &[","])) else { return };
        if !self.text.is_mark(run.name.end, &[",", ".", "—"]) && !self.text.is(run.name.end, Role::Said) {
            return;
        }
        let first = self.text.sentence_of(comma).tokens.start.max(comma.saturating_sub(REACH));
        let words =
            (first..comma).rev().take_while(|&at| matches!(self.text.tokens[at].kind, Kind::Word | Kind::Number));
        let found = words
            .filter(|&at| {
                self.text.is(at, ARTICLE | Role::PossessiveDeterminer | Role::QuantityOne)
                    || words::is_possessive(self.text, at)
            })
            .map(|at| Phrase::read(self.text, at + usize::from(words::is_possessive(self.text, at))..comma))
            .find(|p| p.noun.is_some_and(|n| n.class != NounClass::Institution || n.plural) || p.rest.is_empty());
        if let Some(phrase) = found.filter(|p| is_person(p, self.text) && !p.plural) {
            self.index_role(phrase.head, entity, phrase.core.start..comma);
            let known = &mut self.found.entities[entity];
            if known.kind == EntityKind::Unknown {
                known.kind = EntityKind::Person;
            }
        }
    }

    fn add_role(&mut self, entity: usize, words: Range<usize>) {
        let gender = words.clone().find_map(|at| self.text.tag(at).name.title_gender);
        if let Some(last) = words.end.checked_sub(1).filter(|&l| l >= words.start) {
            self.index_role(last, entity, words);
        }
        let known = &mut self.found.entities[entity];
        known.gender = known.gender.or(gender);
    }

    fn index_role(&mut self, head: usize, entity: usize, words: Range<usize>) {
        let tag = self.text.tag(head);
        let norm = self.text.norm(head);
        let singular = tag.name.title_noun.or(tag.noun.map(|noun| noun.singular));
        let singular = singular.unwrap_or(norm.strip_suffix('.').unwrap_or(norm));
        self.found.roles.entry(singular).or_default().push(Description { entity, words });
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
    ]) || phrase.noun.is_none() && text.is(phrase.head, Role::PersonEnding | Role::AgeInYears)
        || text.tag(phrase.head).name.is_title
}
