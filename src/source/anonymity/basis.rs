//! How a source without a name knows, and which body or person it belongs to.

use super::Describer;
use crate::attribution::Relation;
use crate::language::{Function, PatternKind, Role};
use crate::noun_phrase::Phrase;
use std::ops::Range;

/// How many tokens after "who" a stock reason may start.
const STOCK_DISTANCE: usize = 4;

impl Describer<'_, '_> {
    /// How they know, behind the head or in a relative clause behind the source.
    pub fn basis(&self, relation: &Relation, phrase: &Phrase) -> Option<Range<usize>> {
        let end = self.description_end(relation, phrase);
        let mut at = phrase.rest.start;
        while at < end {
            if self.text.pattern(PatternKind::Clause, at, end).is_some() {
                return None;
            }
            if let Some(near) = self.text.pattern(PatternKind::Nearness, at, end) {
                let object = self.phrases.read(near.end..end);
                return self.text.is(object.head, Role::Matter).then(|| at..self.basis_end(near.end, end));
            }
            if let Some(opener) = self.text.pattern(PatternKind::Basis, at, end) {
                let relative = self.text.is(at, Role::RelativeOfPerson | Role::RelativeOfThing);
                if !relative || self.tells_how(opener.end, end) {
                    return Some(at..self.basis_end(opener.end, end));
                }
            }
            at += 1;
        }
        None
    }

    /// Where the description of the source ends: the source itself, or a relative clause right behind it.
    fn description_end(&self, relation: &Relation, phrase: &Phrase) -> usize {
        let source = relation.source.iter().find(|s| s.contains(&phrase.head)).map_or(0, |s| s.end);
        let own = source.max(phrase.rest.end);
        let next = own + usize::from(self.text.is_mark(own, &[","]));
        if own < self.text.tokens.len() && self.text.is(next, Role::RelativeOfPerson | Role::Postmodifier) {
            let sentence = self.text.sentence_of(own).tokens.end;
            let cue = relation.cue.iter().map(|c| c.start).filter(|&c| c >= own).min().unwrap_or(sentence);
            return sentence.min(cue);
        }
        own
    }

    /// Whether a relative clause says how they know rather than how they spoke.
    fn tells_how(&self, start: usize, end: usize) -> bool {
        let stock =
            (start..end.min(start + STOCK_DISTANCE)).any(|t| self.text.pattern(PatternKind::Stock, t, end).is_some());
        let manner = self.text.is(start, Role::ConditionVerb | Role::Said | Role::Do)
            || matches!(self.text.function(start), Some(Function::Modal | Function::Adverb | Function::Preposition));
        start < end && !manner && !stock && !self.text.is_mark(start, &[",", "...", "…"])
    }

    fn basis_end(&self, start: usize, end: usize) -> usize {
        let stop = (start..end).find(|&t| {
            self.text.is_mark(t, &[",", ";", ")", "—", "–", "...", "…"])
                || self.text.is(t, Role::RelativeOfPerson)
                || self.text.function(t) == Some(Function::Conjunction)
                    && (self.text.is(t + 1, Role::ConditionVerb | Role::RelativeOfPerson)
                        || self.text.function(t + 1) == Some(Function::Negation))
                || self.text.pattern(PatternKind::Clause, t, end).is_some()
        });
        stop.unwrap_or(end)
    }

    /// Whom they belong to: "close to the campaign", "for flydubai".
    pub fn affiliation(&self, phrase: &Phrase) -> Option<Range<usize>> {
        let start = phrase.rest.start;
        self.text.pattern(PatternKind::Affiliation, start, phrase.rest.end)?;
        let end = self.basis_end(start + 1, phrase.rest.end);
        Some(start..end)
    }
}
