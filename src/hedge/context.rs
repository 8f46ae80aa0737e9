//! A candidate with the words around it, and the questions that the rules of a language ask about them.

use super::{Outcome, Tests};
use crate::analysis::{HedgeKind, Range as Percent};
use crate::kinds::RuleId;
use crate::language::{Function, HedgeCue, Role, Tag};
use crate::settings::Hedging;
use crate::text::{Kind, Text, Token};
use std::ops::Range;

/// A word or phrase that can hedge, in its sentence. Distances are counted in tokens from the cue's edges, the
/// nearest being 1; what lies outside the sentence is the empty word.
pub struct Context<'c> {
    pub text: &'c Text<'c>,
    /// Token numbers.
    pub cue: Range<usize>,
    /// Token numbers.
    pub sentence: Range<usize>,
    /// What counts as a hedge.
    pub hedging: Hedging,
}

/// A candidate that hedges.
pub struct Found {
    /// Token numbers.
    pub tokens: Range<usize>,
    pub kind: HedgeKind,
    pub rule: RuleId,
    pub range: Option<Percent>,
}

/// A word near a candidate.
#[derive(Debug, Clone, Copy)]
pub struct Word<'c> {
    /// The normal form; empty where there is no word.
    pub norm: &'c str,
    tag: &'c Tag,
}

impl<'c> Context<'c> {
    /// Asks the rule of the cue's line.
    pub fn decide(&self, cue: &HedgeCue, tests: &Tests) -> Option<Found> {
        let test = tests.of(cue.rule)?;
        let tokens = self.cue.clone();
        match test(self) {
            Outcome::No => None,
            Outcome::Hedge => Some(Found { tokens, kind: cue.kind, rule: cue.rule, range: cue.range }),
            Outcome::Passive => {
                let tokens = self.auxiliary().unwrap_or(tokens.start)..tokens.end;
                Some(Found { tokens, kind: HedgeKind::Evidential, rule: RuleId::PassiveBelief, range: None })
            }
        }
    }

    /// Whether the wider definition of CoNLL-2010 is asked for.
    pub fn is_conll(&self) -> bool {
        self.hedging == Hedging::Conll2010
    }

    fn at(&self, token: Option<usize>) -> Word<'c> {
        match token.filter(|token| self.sentence.contains(token)) {
            Some(token) => Word { norm: self.text.norm(token), tag: self.text.tag(token) },
            None => Word { norm: "", tag: self.text.tag(usize::MAX) },
        }
    }

    /// The first word of the cue.
    pub fn word(&self) -> Word<'c> {
        self.at(Some(self.cue.start))
    }

    /// The last word of a cue of several.
    pub fn last_word(&self) -> Word<'c> {
        self.at(self.cue.end.checked_sub(1))
    }

    pub fn next(&self) -> Option<&'c Token> {
        self.text.tokens.get(self.cue.end).filter(|_| self.cue.end < self.sentence.end)
    }

    pub fn previous(&self) -> Option<&'c Token> {
        self.cue.start.checked_sub(1).filter(|at| *at >= self.sentence.start).and_then(|at| self.text.tokens.get(at))
    }

    pub fn before(&self, distance: usize) -> Word<'c> {
        self.at(self.cue.start.checked_sub(distance))
    }

    pub fn after(&self, distance: usize) -> Word<'c> {
        self.at(Some(self.cue.end + distance - 1))
    }

    /// Whether the next token goes on with the phrase: a word, a number or a quotation.
    pub fn goes_on(&self) -> bool {
        let kinds = |t: &Token| matches!(t.kind, Kind::Word | Kind::Number | Kind::DoubleQuote | Kind::SingleQuote);
        self.next().is_some_and(kinds) || self.after(1).is("$ # € £")
    }

    /// Whether a noun, or an adjective before one, follows: a word of no closed class.
    pub fn noun_follows(&self) -> bool {
        self.next().is_some_and(|t| matches!(t.kind, Kind::Word | Kind::Number)) && self.after(1).function().is_none()
    }

    /// The form of "be" that makes a participle passive, adverbs between skipped.
    pub fn auxiliary(&self) -> Option<usize> {
        const LONGEST_PASSIVE: usize = 3;
        for distance in 1..=LONGEST_PASSIVE {
            let word = self.before(distance);
            if word.is_be() && word.function() != Some(Function::Possessive) {
                return self.cue.start.checked_sub(distance);
            }
            if !word.is_adverb() {
                return None;
            }
        }
        None
    }

    /// The nearest word before the cue that is no adverb and no quotation mark.
    pub fn head_before(&self) -> Word<'c> {
        let passed = |word: &Word| word.is_adverb() || word.is("\" “ ‘ ``");
        (1..=3).map(|distance| self.before(distance)).find(|word| !passed(word)).unwrap_or(self.at(None))
    }

    /// Whether the first word of the cue is written with a capital inside its sentence.
    pub fn is_capitalised(&self) -> bool {
        let first = self.text.word(self.cue.start).chars().next();
        self.cue.start > self.sentence.start && first.is_some_and(char::is_uppercase)
    }

    /// Whether one of some words, separated by spaces, stands among this many tokens after the cue, in its clause.
    pub fn anywhere_after(&self, reach: usize, words: &str) -> bool {
        (1..=reach)
            .take_while(|distance| !self.after(*distance).is(", ; :"))
            .any(|distance| self.after(distance).is(words))
    }

    /// Whether one of some words, separated by spaces, stands among this many tokens before the cue.
    pub fn anywhere_before(&self, reach: usize, words: &str) -> bool {
        (1..=reach).any(|distance| self.before(distance).is(words))
    }
}

impl Word<'_> {
    /// Whether it is one of some words, separated by spaces.
    pub fn is(&self, words: &str) -> bool {
        !self.norm.is_empty() && words.split(' ').any(|word| word == self.norm)
    }

    /// Its closed class, where it has one.
    pub fn function(&self) -> Option<Function> {
        self.tag.function
    }

    /// Whether it is a form of "be".
    pub fn is_be(&self) -> bool {
        self.tag.is(Role::Be)
    }

    /// Whether it is a past participle, by its ending.
    pub fn is_participle(&self) -> bool {
        self.tag.is(Role::PastParticiple) || self.tag.is(Role::NonFinite)
    }

    pub fn is_adverb(&self) -> bool {
        self.tag.is(Role::AdverbEnding) || matches!(self.function(), Some(Function::Adverb | Function::Negation))
    }
}
