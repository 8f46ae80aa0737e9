//! A candidate with the words around it, and the questions that rules ask about them.

use super::rule::{RULES, Verdict};
use crate::analysis::{HedgeKind, Range as Percent};
use crate::kinds::RuleId;
use crate::language::{Function, HedgeCue};
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
}

/// A candidate that hedges.
pub struct Found {
    /// Token numbers.
    pub tokens: Range<usize>,
    pub kind: HedgeKind,
    pub rule: RuleId,
    pub range: Option<Percent>,
}

impl<'c> Context<'c> {
    /// Asks the rule of the cue's line.
    pub fn decide(&self, cue: &HedgeCue) -> Option<Found> {
        let &(rule, test) = RULES.iter().find(|(id, _)| *id == cue.rule)?;
        let tokens = self.cue.clone();
        match test(self) {
            Verdict::No => None,
            Verdict::Yes => Some(Found { tokens, kind: cue.kind, rule, range: cue.range }),
            Verdict::Thought => Some(Found { tokens, kind: HedgeKind::Belief, rule: RuleId::HedgeVerb, range: None }),
            Verdict::Passive => {
                let tokens = self.auxiliary().unwrap_or(tokens.start)..tokens.end;
                Some(Found { tokens, kind: HedgeKind::Evidential, rule: RuleId::PassiveBelief, range: None })
            }
        }
    }

    pub fn word(&self) -> &'c str {
        self.text.norm(self.cue.start)
    }

    /// The last word of a cue of several.
    pub fn last_word(&self) -> &'c str {
        self.cue.end.checked_sub(1).map(|at| self.text.norm(at)).unwrap_or_default()
    }

    pub fn next(&self) -> Option<&'c Token> {
        self.text.tokens.get(self.cue.end).filter(|_| self.cue.end < self.sentence.end)
    }

    pub fn previous(&self) -> Option<&'c Token> {
        self.cue.start.checked_sub(1).filter(|at| *at >= self.sentence.start).and_then(|at| self.text.tokens.get(at))
    }

    pub fn before(&self, distance: usize) -> &'c str {
        match self.cue.start.checked_sub(distance) {
            Some(at) if at >= self.sentence.start => self.text.norm(at),
            _ => "",
        }
    }

    pub fn after(&self, distance: usize) -> &'c str {
        let at = self.cue.end + distance - 1;
        if at < self.sentence.end { self.text.norm(at) } else { "" }
    }

    pub fn function(&self, word: &str) -> Option<Function> {
        self.text.language.tag(word).function
    }

    /// Whether the next token goes on with the phrase: a word, a number or a quotation.
    pub fn goes_on(&self) -> bool {
        let kinds = |t: &Token| matches!(t.kind, Kind::Word | Kind::Number | Kind::DoubleQuote | Kind::SingleQuote);
        self.next().is_some_and(kinds) || among("$ # € £", self.after(1))
    }

    /// Whether a noun, or an adjective before one, follows: a word of no closed class.
    pub fn noun_follows(&self) -> bool {
        self.next().is_some_and(|t| matches!(t.kind, Kind::Word | Kind::Number))
            && self.function(self.after(1)).is_none()
    }

    /// Whether what follows can only begin a clause: "that" or a subject.
    pub fn clause_follows(&self) -> bool {
        let next = self.after(1);
        next == "that"
            || next == "there"
            || matches!(next, "i" | "he" | "she" | "it" | "we" | "they" | "you" | "this" | "these" | "those")
            || matches!(self.function(next), Some(Function::Determiner))
            || self.subject_follows()
    }

    /// Whether a name or noun with a finite verb after it follows within a few words.
    fn subject_follows(&self) -> bool {
        const REACH: usize = 5;
        self.noun_follows()
            && (2..=REACH)
                .map(|n| self.after(n))
                .take_while(|word| !matches!(*word, "," | "." | ";" | ""))
                .any(|word| matches!(self.function(word), Some(Function::Auxiliary | Function::Modal)))
    }

    /// The form of "be" that makes a participle passive, adverbs between skipped.
    pub fn auxiliary(&self) -> Option<usize> {
        const REACH: usize = 3;
        for distance in 1..=REACH {
            let word = self.before(distance);
            let possessive = word == "'s" && !among("it that this there he she what who", self.before(distance + 1));
            if is_be(word) && !possessive {
                return self.cue.start.checked_sub(distance);
            }
            if !self.is_adverb(word) {
                return None;
            }
        }
        None
    }

    pub fn is_adverb(&self, word: &str) -> bool {
        word.ends_with("ly") || matches!(self.function(word), Some(Function::Adverb | Function::Negation))
    }

    /// The nearest word before the cue that is no adverb and no quotation mark.
    pub fn head_before(&self) -> &'c str {
        let passed = |word: &str| self.is_adverb(word) || among("\" “ ‘ ``", word);
        (1..=3).map(|distance| self.before(distance)).find(|word| !passed(word)).unwrap_or_default()
    }

    /// Whether one of the words stands among this many tokens before the cue.
    pub fn anywhere_before(&self, reach: usize, words: &str) -> bool {
        (1..=reach).any(|distance| among(words, self.before(distance)))
    }

    /// Whether a condition stands in the sentence, within the reach of a long clause on either side.
    pub fn is_conditional(&self) -> bool {
        const REACH: usize = 40;
        let opens = |word: &str| matches!(word, "if" | "unless" | "provided");
        (1..=REACH).any(|distance| opens(self.before(distance)) || opens(self.after(distance)))
    }
}

/// Pronouns that think and speak.
pub const PERSONS: &str = "i we he she they you who";

/// Whether a word is one of those in a list separated by spaces.
pub fn among(list: &str, word: &str) -> bool {
    !word.is_empty() && list.split(' ').any(|listed| listed == word)
}

pub fn is_be(word: &str) -> bool {
    matches!(word, "is" | "are" | "was" | "were" | "be" | "been" | "being" | "'s" | "'re" | "'m" | "am")
}
