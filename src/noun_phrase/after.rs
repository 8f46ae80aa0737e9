//! The noun phrase that starts at a place: what follows "according to" or an inverted verb.

use super::{LONGEST, Phrases, attribute, words};
use crate::language::{Function, Role};
use crate::text::Kind;
use std::ops::Range;

impl Phrases<'_, '_> {
    /// The noun phrase that starts at token `start`, not reaching `ceiling`.
    pub fn after(&self, start: usize, ceiling: usize) -> Option<Range<usize>> {
        if start >= ceiling || !self.is_word(start) && !self.text.is_mark(start, &["$"]) {
            return None;
        }
        let function = self.function(start);
        if function == Some(Function::Pronoun) {
            return Some(start..start + 1);
        }
        if function == Some(Function::Adverb) || words::stays_outside(self.text, start) {
            return None;
        }
        let mut end = attribute::extended(self.text, start).unwrap_or(start) + 1;
        while end < ceiling && end - start < LONGEST {
            let goes_on = match self.function(end) {
                Some(Function::Preposition) => !words::opens_circumstance(self.text, end),
                Some(Function::Conjunction) => self.text.is(end, Role::Coordinator) && self.starts_noun(end + 1),
                Some(Function::Determiner | Function::Possessive | Function::DeterminerPronoun) => {
                    !self.text.is(end, Role::RelativeOfThing)
                }
                Some(_) => self.text.is(end, Role::RelativeOfPerson),
                None if self.text.is_mark(end, &[","]) => self.apposition_follows(end + 1, ceiling),
                None => self.may_stand_inside(end) && !self.stands_behind_noun(end),
            };
            if !goes_on {
                break;
            }
            end += 1;
            if self.text.is(end - 1, Role::RelativeOfPerson) || self.text.is_mark(end - 1, &[","]) {
                end = self.clause_end(end, ceiling);
            }
        }
        while end > start + 1
            && (!self.is_word(end - 1) && !self.text.is_mark(end - 1, &[")"])
                || self.function(end - 1) == Some(Function::Preposition))
        {
            end -= 1;
        }
        Some(start..end)
    }

    /// Whether a word with a small letter follows a noun, which no adjective does but one in the genitive: "Angaben |
    /// israelischer Behörden".
    fn stands_behind_noun(&self, at: usize) -> bool {
        self.is_word(at)
            && self.lacks_capital(at)
            && !self.lacks_capital(at - 1)
            && self.is_word(at - 1)
            && !self.text.is(at, Role::GenitiveEnding)
    }

    fn starts_noun(&self, at: usize) -> bool {
        matches!(self.function(at), Some(Function::Determiner | Function::DeterminerPronoun)) || self.is_name(at)
    }

    /// A descriptive phrase after a comma that a further comma or the sentence's end closes.
    fn apposition_follows(&self, at: usize, ceiling: usize) -> bool {
        let end = self.clause_end(at, ceiling);
        let closed =
            end == ceiling || self.text.is_mark(end, &[",", ".", "?", "!"]) || self.text.tokens[end].kind == Kind::Dash;
        let relative = self.text.is(at, Role::RelativeOfPerson);
        self.opens_apposition(at)
            && closed
            && (relative || !(at..end).any(|inside| words::is_finite(self.text, inside)))
    }

    /// The next comma, full stop, dash, quotation mark or semicolon.
    fn clause_end(&self, at: usize, ceiling: usize) -> usize {
        (at..ceiling)
            .find(|&i| {
                self.text.is_mark(i, &[",", ".", ";", ":", "?", "!"])
                    || matches!(self.text.tokens[i].kind, Kind::Dash | Kind::DoubleQuote)
            })
            .unwrap_or(ceiling)
    }
}
