//! Noun phrases left and right of a cue: the source with its modifiers and appositions.
//!
//! There is no parser: a phrase grows over words that can belong to one and stops at those that cannot (a
//! subordinator, a finite verb, a clause's comma). Closed-class words carry most of that decision.

use super::words;
use crate::language::{Function, Role, VerbForm};
use crate::text::{Kind, Text};
use std::ops::Range;

/// The longest source in tokens that the rules will read.
const LONGEST: usize = 45;

/// Finds the noun phrases of a text.
#[derive(Debug, Clone, Copy)]
pub struct Phrases<'a, 't> {
    text: &'a Text<'t>,
}

impl<'a, 't> Phrases<'a, 't> {
    pub fn new(text: &'a Text<'t>) -> Self {
        Self { text }
    }

    fn function(&self, at: usize) -> Option<Function> {
        self.text.function(at)
    }

    fn is_word(&self, at: usize) -> bool {
        words::is_word(self.text, at)
    }

    /// A word with a capital letter that is of no closed class.
    pub fn is_name(&self, at: usize) -> bool {
        words::is_name(self.text, at)
    }

    /// The noun phrase that ends right before token `end`, not reaching before `floor`.
    pub fn before(&self, end: usize, floor: usize) -> Option<Range<usize>> {
        let mut end = end;
        // Adverbs between subject and verb belong to neither ("he also said").
        while end > floor && self.function(end - 1) == Some(Function::Adverb) {
            end -= 1;
        }
        // Nor does the day ("the ministry on Sunday confirmed").
        let participle_before = || self.text.is(end - 3, Role::PastParticiple);
        if end > floor + 2 && self.text.is(end - 1, Role::Day) && !participle_before() {
            end -= if self.text.is(end - 2, Role::BeforeDay) { 2 } else { 1 };
        }
        if end <= floor {
            return None;
        }
        if self.text.word(end - 1) == "," {
            return self.before_comma(end, floor);
        }
        if !self.is_word(end - 1) && !matches!(self.text.word(end - 1), ")" | "%") {
            return None;
        }
        if matches!(self.function(end - 1), Some(Function::Pronoun)) {
            return Some(end - 1..end);
        }
        if self.text.is(end - 1, Role::RelativeOfPerson) {
            return self.before_relative(end - 1, floor);
        }
        if matches!(
            self.function(end - 1),
            Some(
                Function::Auxiliary
                    | Function::Modal
                    | Function::Preposition
                    | Function::Conjunction
                    | Function::Subordinator
                    | Function::WhWord
                    | Function::Negation
            )
        ) {
            return None;
        }
        let start = self.extend_left(end - 1, floor);
        Some(start..end)
    }

    /// "Kovalenko, head of the Center, said": the phrase, its apposition and the comma between.
    fn before_comma(&self, end: usize, floor: usize) -> Option<Range<usize>> {
        let comma = (floor..end - 1).rev().take(LONGEST).find(|&at| self.text.word(at) == ",")?;
        let apposition = comma + 1;
        let describes = matches!(self.function(apposition), Some(Function::Determiner | Function::WhWord))
            || self.text.is(apposition, Role::RelativeOfPerson | Role::PossessiveDeterminer)
            || self.text.is(apposition, Role::RelativeOfThing) && !self.text.is(apposition, Role::Demonstrative)
            || self.text.tokens[apposition].kind == Kind::Number
            || self.is_word(apposition)
                && self.function(apposition).is_none()
                && self.text.tag(apposition).verb.is_none();
        let aside = matches!(self.function(apposition), Some(Function::Subordinator | Function::Preposition))
            || self.text.tag(apposition).verb.is_some_and(|verb| verb.form == VerbForm::Gerund)
            || self.text.is(apposition, Role::PresentParticiple);
        if comma <= floor || !self.is_word(comma - 1) {
            return None;
        }
        if aside {
            // "The minister, while addressing lawmakers, recalled": what happens meanwhile is no part of who.
            return Some(self.extend_left(comma - 1, floor)..comma);
        }
        if !describes {
            return None;
        }
        let start = self.extend_left(comma - 1, floor);
        Some(start..end - 1)
    }

    /// "people who said": the antecedent of the relative pronoun.
    fn before_relative(&self, relative: usize, floor: usize) -> Option<Range<usize>> {
        let mut end = relative;
        // “an anonymous source,” who said
        while end > floor && matches!(self.text.word(end - 1), "," | "”" | "\"" | "’") {
            end -= 1;
        }
        (end > floor && self.is_word(end - 1)).then(|| self.extend_left(end - 1, floor)..end)
    }

    /// Grows a phrase to the left from its last word.
    fn extend_left(&self, last: usize, floor: usize) -> usize {
        let mut start = last;
        while start > floor && last - start < LONGEST {
            let at = start - 1;
            let word = self.text.word(at);
            let goes_on = match self.function(at) {
                Some(Function::DeterminerPronoun) if self.introduces_clause(at) => false,
                Some(Function::Determiner | Function::DeterminerPronoun | Function::Possessive) => true,
                Some(Function::Preposition) => self.may_join(at, floor),
                Some(Function::Conjunction) => self.joins_names(at, floor),
                Some(Function::Adverb) => false,
                Some(_) => false,
                None if word == "," => self.is_name(start) && (start..last).any(|i| self.text.is(i, Role::Coordinator)),
                None => {
                    self.is_word(at) && !words::is_finite(self.text, at) || matches!(word, "(" | ")" | "$" | "%" | "/")
                }
            };
            if !goes_on {
                break;
            }
            start = at;
        }
        // A phrase does not begin with a preposition or a closing mark.
        while start < last
            && (matches!(
                self.function(start),
                Some(Function::Preposition | Function::Conjunction | Function::Possessive)
            ) || !self.is_word(start))
        {
            start += 1;
        }
        start
    }

    /// The "that" after a reporting verb or noun.
    fn introduces_clause(&self, at: usize) -> bool {
        let tag = at.checked_sub(1).map(|before| self.text.tag(before));
        self.text.is(at, Role::RelativeOfThing)
            && tag.is_some_and(|tag| tag.verb.is_some() || tag.reporting_noun.is_some())
    }

    /// Whether a preposition links two parts of one phrase: "people in the room", not "in Paris officials".
    fn may_join(&self, at: usize, floor: usize) -> bool {
        at > floor
            && self.is_word(at - 1)
            && !matches!(self.function(at - 1), Some(Function::Adverb | Function::Auxiliary))
    }

    /// Whether a conjunction joins two nouns rather than two clauses.
    fn joins_names(&self, at: usize, floor: usize) -> bool {
        let noun = |i: usize| self.is_name(i) || self.function(i).is_none() && self.text.is(i, Role::Plural);
        at > floor && self.text.is(at, Role::Coordinator) && noun(at - 1) && !words::is_finite(self.text, at - 1)
    }

    /// The noun phrase that starts at token `start`, not reaching `ceiling`.
    pub fn after(&self, start: usize, ceiling: usize) -> Option<Range<usize>> {
        if start >= ceiling || !self.is_word(start) && !matches!(self.text.word(start), "$") {
            return None;
        }
        if matches!(self.function(start), Some(Function::Pronoun)) {
            return Some(start..start + 1);
        }
        if matches!(
            self.function(start),
            Some(
                Function::Preposition
                    | Function::Conjunction
                    | Function::Subordinator
                    | Function::Auxiliary
                    | Function::Modal
                    | Function::WhWord
                    | Function::Adverb
                    | Function::Negation
            )
        ) {
            return None;
        }
        let mut end = start + 1;
        while end < ceiling && end - start < LONGEST {
            let goes_on = match self.function(end) {
                Some(Function::Preposition) => !words::opens_circumstance(self.text, end),
                Some(Function::Conjunction) => self.text.is(end, Role::Coordinator) && self.starts_noun(end + 1),
                Some(Function::Determiner | Function::Possessive | Function::DeterminerPronoun) => {
                    !self.text.is(end, Role::RelativeOfThing)
                }
                Some(_) => self.text.is(end, Role::RelativeOfPerson),
                None if self.text.word(end) == "," => self.apposition_follows(end + 1, ceiling),
                None => {
                    self.is_word(end) && !words::is_finite(self.text, end)
                        || matches!(self.text.word(end), "$" | "%" | "/" | "(" | ")")
                }
            };
            if !goes_on {
                break;
            }
            end += 1;
            if self.text.is(end - 1, Role::RelativeOfPerson) || self.text.word(end - 1) == "," {
                end = self.clause_end(end, ceiling);
            }
        }
        while end > start + 1
            && (!self.is_word(end - 1) && self.text.word(end - 1) != ")"
                || self.function(end - 1) == Some(Function::Preposition))
        {
            end -= 1;
        }
        Some(start..end)
    }

    fn starts_noun(&self, at: usize) -> bool {
        matches!(self.function(at), Some(Function::Determiner | Function::DeterminerPronoun)) || self.is_name(at)
    }

    /// A descriptive phrase after a comma that a further comma or the sentence's end closes.
    fn apposition_follows(&self, at: usize, ceiling: usize) -> bool {
        let describes = matches!(self.function(at), Some(Function::Determiner))
            || self.text.is(at, Role::RelativeOfPerson)
            || self.is_word(at) && self.function(at).is_none() && self.text.tag(at).verb.is_none();
        let end = self.clause_end(at, ceiling);
        let closed = end == ceiling
            || matches!(self.text.word(end), "," | "." | "?" | "!")
            || self.text.tokens[end].kind == Kind::Dash;
        describes
            && closed
            && !(at..self.clause_end(at, ceiling))
                .any(|i| words::is_finite(self.text, i) && !self.text.is(at, Role::RelativeOfPerson))
    }

    /// The next comma, full stop, dash, quotation mark or semicolon.
    fn clause_end(&self, at: usize, ceiling: usize) -> usize {
        (at..ceiling)
            .find(|&i| {
                matches!(self.text.word(i), "," | "." | ";" | ":" | "?" | "!")
                    || matches!(self.text.tokens[i].kind, Kind::Dash | Kind::DoubleQuote)
            })
            .unwrap_or(ceiling)
    }
}
