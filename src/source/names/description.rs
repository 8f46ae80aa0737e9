//! Descriptions beside names: titles before, appositions before and after, ages, "is a".

use super::builder::Builder;
use super::run::Run;
use super::{Description, EntityKind, seat};
use crate::language::{NounClass, Role};
use crate::noun_phrase::Phrase;
use crate::noun_phrase::words::{self, ARTICLE};
use crate::text::{Case, Kind, Text};
use std::ops::Range;

/// The longest apposition that is read, in tokens.
const LONGEST_APPOSITION: usize = 14;

/// The highest age of a person.
const OLDEST: u32 = 120;

impl<'t> Builder<'t> {
    /// Records titles before a name, appositions around it, and ages.
    pub fn describe(&mut self, run: &Run, entity: usize) {
        self.describe_by_label(run, entity);
        if self.found.entities[entity].kind == EntityKind::Place {
            return;
        }
        self.seat_before(run, entity);
        self.seat_behind(run, entity);
        if !run.title.is_empty() {
            self.add_description(entity, run.title.clone());
        }
        self.describe_before(run, entity);
        self.describe_after(run, entity);
    }

    /// "Die Gemeinde Crans-Montana", "der Konzern Evergrande": a noun for bodies right before its name, in a language where it
    /// has a capital as well.
    fn describe_by_label(&mut self, run: &Run, entity: usize) {
        let text = self.text;
        let Some(label) = run.name.start.checked_sub(1).filter(|_| run.title.is_empty()) else { return };
        let noun = text.tag(label).noun.filter(|noun| noun.class == NounClass::Institution && !noun.plural);
        let is_person = self.found.entities[entity].kind == EntityKind::Person;
        let is_label = text.language.grammar.capitalises_nouns()
            && text.tokens[label].case == Case::Lower
            && text.tokens[label].sentence == text.tokens[run.name.start].sentence
            && noun.is_some();
        if is_label && !is_person {
            self.index(label, entity, label..run.name.start);
        }
    }

    /// "Her former lawyer, Ann Ek,": a description that a comma parts from the name.
    fn describe_before(&mut self, run: &Run, entity: usize) {
        let text = self.text;
        let name = if run.title.is_empty() { run.name.start } else { run.title.start };
        let Some(comma) = name.checked_sub(1).filter(|&at| text.is_mark(at, &[","])) else { return };
        if !text.is_mark(run.name.end, &[",", ".", "—"]) && !text.is(run.name.end, Role::Said) {
            return;
        }
        let first = text.sentence_of(comma).tokens.start.max(comma.saturating_sub(LONGEST_APPOSITION));
        let before = (first..comma).rev().take_while(|&at| words::is_word(text, at));
        let starts = before.filter_map(|at| {
            let opens = text.is(at, ARTICLE | Role::PossessiveDeterminer | Role::QuantityOne);
            if words::is_possessive(text, at) { Some(at + 1) } else { opens.then_some(at) }
        });
        let found = starts.map(|start| self.phrases.read(start..comma)).find(|phrase| {
            phrase.noun.is_some_and(|n| n.class != NounClass::Institution || n.plural) || phrase.rest.is_empty()
        });
        if let Some(phrase) = found.filter(|phrase| is_person(phrase, text) && !phrase.plural) {
            self.index(phrase.head, entity, phrase.core.start..comma);
            self.is_a_person(entity);
        }
    }

    /// "Ann Ek, 45, a diver,", "Ann Ek is a diver", "Ann Ek, who heads the council".
    fn describe_after(&mut self, run: &Run, entity: usize) {
        let text = self.text;
        let after = run.name.end;
        if !self.same_block(run, after + 1) {
            return;
        }
        let comma = text.is_mark(after, &[","]);
        let copula = words::is_be(text, after) && text.is(after + 1, ARTICLE);
        if comma && text.tokens[after + 1].kind == Kind::Number {
            self.age(after + 1, entity);
        }
        if !comma && !copula {
            return;
        }
        let relative = comma
            && text.is(after + 1, Role::RelativeOfPerson)
            && (words::is_be(text, after + 2) || text.is(after + 2, Role::LeadingVerb));
        let aside = relative || comma && text.tokens[after + 1].kind == Kind::Number;
        let start = if aside { after + 3 } else { after + 1 };
        let ends = |&at: &usize| {
            !self.same_block(run, at)
                || text.is_mark(at, &[",", ".", ";", "(", ")"])
                || text.is(at, Role::Said)
                || text.tokens[at].kind == Kind::DoubleQuote
        };
        let limit = text.tokens.len().min(start + LONGEST_APPOSITION);
        // "Ek, the official said, left": who says that is somebody else.
        let is_apposition = |&end: &usize| end > start && !text.is(end, Role::Said);
        let Some(end) = (start..limit).find(ends).filter(is_apposition) else { return };
        self.apposition(start..end, entity);
    }

    /// Takes in what a phrase beside a name says of it.
    fn apposition(&mut self, words: Range<usize>, entity: usize) {
        let text = self.text;
        let end = words.end;
        let phrase = self.phrases.read(words);
        let person = is_person(&phrase, text);
        let body = phrase.is_a(&[NounClass::Institution]) && self.found.entities[entity].kind != EntityKind::Person;
        if person && !phrase.plural || body {
            if person {
                self.is_a_person(entity);
            }
            self.add_description(entity, phrase.core.start..end);
            self.add_seat(entity, seat::of_phrase(text, &phrase), phrase.core.start..end);
            if text.norm(phrase.head) != text.norm(end - 1) {
                self.index(phrase.head, entity, phrase.core.start..end);
            }
        }
    }

    fn same_block(&self, run: &Run, at: usize) -> bool {
        self.text.tokens.get(at).is_some_and(|token| token.block == self.text.tokens[run.name.start].block)
    }

    fn age(&mut self, at: usize, entity: usize) {
        let age = self.text.norm(at).parse::<u32>().ok().filter(|age| (1..=OLDEST).contains(age));
        if age.is_some() {
            self.found.entities[entity].age = age;
            self.is_a_person(entity);
        }
    }

    /// Notes that a name of which nothing was known is a person's.
    fn is_a_person(&mut self, entity: usize) {
        let known = &mut self.found.entities[entity];
        if known.kind == EntityKind::Unknown {
            known.kind = EntityKind::Person;
        }
    }

    fn add_description(&mut self, entity: usize, words: Range<usize>) {
        let gender = words.clone().find_map(|at| self.text.tag(at).name.title_gender);
        if let Some(last) = words.end.checked_sub(1).filter(|&last| last >= words.start) {
            self.index(last, entity, words);
        }
        let known = &mut self.found.entities[entity];
        known.gender = known.gender.or(gender);
    }

    /// Files a description under the noun that heads it.
    fn index(&mut self, head: usize, entity: usize, words: Range<usize>) {
        let tag = self.text.tag(head);
        let norm = self.text.norm(head);
        let singular = tag.name.title_noun.or(tag.noun.map(|noun| noun.singular));
        let singular = singular.unwrap_or(norm.strip_suffix('.').unwrap_or(norm));
        self.file(singular, entity, words);
    }

    /// Files a description under a noun.
    pub fn file(&mut self, noun: &'t str, entity: usize, words: Range<usize>) {
        self.found.descriptions.entry(noun).or_default().push(Description { entity, words });
    }
}

/// Whether a phrase describes a person.
fn is_person(phrase: &Phrase, text: &Text) -> bool {
    phrase.noun.is_some_and(|noun| noun.class.is_person())
        || phrase.noun.is_none() && text.is(phrase.head, Role::PersonEnding | Role::AgeInYears)
        || text.tag(phrase.head).name.is_title
}
