//! The noun phrase that ends at a place: the subject before a cue, with its modifiers and appositions.

use super::words::{self, ARTICLE};
use super::{LONGEST, Phrases};
use crate::language::{Function, Role, VerbForm};
use crate::text::Case;
use std::ops::Range;

impl Phrases<'_, '_> {
    /// The noun phrase that ends right before token `end`, not reaching before `floor`.
    pub fn before(&self, end: usize, floor: usize) -> Option<Range<usize>> {
        let end = self.without_adverbs(end, floor);
        let last = end.checked_sub(1).filter(|&last| last >= floor)?;
        if self.text.is_mark(last, &[","]) {
            return self.before_comma(end, floor);
        }
        if !self.is_word(last) && !self.text.is_mark(last, &[")", "%"]) {
            return None;
        }
        // "a union | that"
        let is_relative = self.text.is(last, Role::RelativeOfThing) && self.follows_noun(last, floor);
        // "all of us"
        let is_part = last > floor && self.text.is(last - 1, Role::GenitivePreposition);
        if is_relative || self.function(last) == Some(Function::Pronoun) && !is_part {
            return Some(last..end);
        }
        let noun = self.before_bracket(last, floor).unwrap_or(last);
        (!words::stays_outside(self.text, noun)).then(|| self.extend_left(noun, floor)..end)
    }

    /// The last word before a remark in brackets that ends here: "Ann Ek | (R-Utah) said".
    fn before_bracket(&self, last: usize, floor: usize) -> Option<usize> {
        let near = self.text.is_mark(last, &[")"]).then(|| (floor + 1..last).rev().take(LONGEST))?;
        near.into_iter().find(|&at| self.text.is_mark(at, &["("])).map(|opening| opening - 1)
    }

    /// Adverbs and the day between subject and verb belong to neither: "he also said", "the ministry on Sunday
    /// confirmed".
    fn without_adverbs(&self, end: usize, floor: usize) -> usize {
        let mut end = end;
        while end > floor && (self.function(end - 1) == Some(Function::Adverb) || self.is_manner(end - 1, floor)) {
            end -= 1;
        }
        // "the mayor last night said"
        if end > floor + 2 && self.text.is(end - 1, Role::TimeUnit) && self.text.is(end - 2, Role::BeforeTime) {
            return end - 2;
        }
        let participle_before = || self.text.is(end - 3, Role::PastParticiple);
        if end <= floor + 2 || !self.text.is(end - 1, Role::Day) || participle_before() {
            return end;
        }
        end - if self.text.is(end - 2, Role::BeforeDay) { 2 } else { 1 }
    }

    /// "the mayor | angrily | said", but not "his family said".
    fn is_manner(&self, at: usize, floor: usize) -> bool {
        use Function::{Determiner, DeterminerPronoun, Possessive};
        let tag = self.text.tag(at);
        let is_adverb = tag.is(Role::AdverbEnding) && tag.function.is_none() && tag.noun.is_none();
        let modifies_noun = || matches!(self.function(at - 1), Some(Determiner | DeterminerPronoun | Possessive));
        is_adverb && at > floor && self.text.tokens[at].case == Case::Lower && !modifies_noun()
    }

    /// "Kovalenko, head of the Center, said": the phrase, its apposition and the comma between.
    fn before_comma(&self, end: usize, floor: usize) -> Option<Range<usize>> {
        let comma = (floor..end - 1).rev().take(LONGEST).find(|&at| self.text.is_mark(at, &[","]))?;
        if comma <= floor || !self.is_word(comma - 1) {
            return None;
        }
        // "The lawmakers, however, argue"
        let word = self.text.tag(comma + 1);
        let is_one_word =
            comma + 2 == end - 1 && word.noun.is_none() && self.text.tokens[comma + 1].case == Case::Lower;
        if is_one_word || self.opens_aside(comma + 1) {
            return Some(self.extend_left(comma - 1, floor)..comma);
        }
        self.opens_apposition(comma + 1).then(|| self.extend_left(comma - 1, floor)..end - 1)
    }

    /// "The minister, while addressing lawmakers, recalled": what happens meanwhile is no part of who.
    fn opens_aside(&self, at: usize) -> bool {
        matches!(self.function(at), Some(Function::Adverb | Function::Subordinator | Function::Preposition))
            || self.text.tag(at).verb.is_some_and(|verb| verb.form == VerbForm::Gerund)
            || self.text.is(at, Role::PresentParticiple)
    }

    /// Grows a phrase to the left from its last word.
    fn extend_left(&self, last: usize, floor: usize) -> usize {
        let mut start = last;
        while start > floor && last - start < LONGEST {
            let at = start - 1;
            let goes_on = match self.function(at) {
                Some(Function::DeterminerPronoun)
                    if self.introduces_clause(at) || self.text.is(at, Role::QuestionOpener) =>
                {
                    false
                }
                Some(Function::Determiner | Function::DeterminerPronoun | Function::Possessive) => true,
                Some(Function::Preposition) => self.may_join(at, floor),
                Some(Function::Conjunction) => self.joins_names(at, floor),
                Some(_) => false,
                None if self.text.is_mark(at, &[","]) => {
                    self.is_name(start) && (start..last).any(|i| self.text.is(i, Role::Coordinator))
                }
                // "68 % of voters"
                None if self.text.is_mark(at, &["%"]) => self.function(start) == Some(Function::Preposition),
                // "Yesterday | the mayor": an article opens its phrase.
                None => self.may_stand_inside(at) && !self.text.is(start, ARTICLE),
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

    fn follows_noun(&self, at: usize, floor: usize) -> bool {
        at > floor && self.is_word(at - 1) && self.function(at - 1).is_none()
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
            && (self.is_word(at - 1) || self.text.is_mark(at - 1, &["%"]))
            && !matches!(self.function(at - 1), Some(Function::Adverb | Function::Auxiliary))
    }

    /// Whether a conjunction joins two nouns rather than two clauses.
    fn joins_names(&self, at: usize, floor: usize) -> bool {
        let noun = |i: usize| self.is_name(i) || self.function(i).is_none() && self.text.is(i, Role::Plural);
        at > floor && self.text.is(at, Role::Coordinator) && noun(at - 1) && !words::is_finite(self.text, at - 1)
    }
}
