//! Patterns: what each kind of cue says about where its source and content stand.
//!
//! Rules are sure where layout decides (quotation marks, "according to", a dash before the verb) and guess elsewhere;
//! each relation carries the name of its rule and, as its confidence, the precision that the rule reached on the training
//! part of PolNeAR. The trained model reads their proposals as features and overrules the guesses.

mod content;
mod phrase;
mod verb;

use crate::analysis::{Attitude, Quoting};
use crate::attribution::cue::{Cue, CueKind};
use crate::attribution::relation::Relation;
use crate::kinds::RuleId;
use crate::language::Function;
use crate::noun_phrase::Phrases;
use crate::text::{Kind, Text};
use std::ops::Range;

type Tokens = Range<usize>;

/// How many tokens of its sentence a cue sees to either side: keeps the cost linear where a text has no full stops.
const REACH: usize = 300;

/// One relation per cue candidate for which a pattern fits.
pub fn propose(text: &Text, cues: &[Cue]) -> Vec<Relation> {
    let rules = Rules { text, phrases: Phrases::new(text) };
    let mut relations: Vec<Relation> = Vec::new();
    for cue in cues {
        let found = match cue.kind {
            CueKind::Finite(verb) => rules.finite(cue, verb, &relations),
            CueKind::Gerund(verb) => rules.gerund(cue, verb, &relations),
            CueKind::Passive(verb) => rules.passive(cue, verb),
            CueKind::AccordingTo => rules.according_to(cue),
            CueKind::Citing => rules.citing(cue, &relations),
            CueKind::Signature => rules.signature(cue),
            CueKind::Colon => rules.colon(cue),
            CueKind::Noun(attitude) => rules.noun(cue, attitude),
            CueKind::Adjective(attitude) => rules.adjective(cue, attitude),
        };
        relations.extend(found);
    }
    relations
}

struct Rules<'a, 't> {
    text: &'a Text<'t>,
    phrases: Phrases<'a, 't>,
}

impl Rules<'_, '_> {
    fn function(&self, at: usize) -> Option<Function> {
        self.text.function(at)
    }

    fn word(&self, at: usize) -> &str {
        if at < self.text.tokens.len() { self.text.word(at) } else { "" }
    }

    fn is_quote(&self, at: usize) -> bool {
        self.text.tokens.get(at).is_some_and(|t| matches!(t.kind, Kind::DoubleQuote | Kind::SingleQuote))
    }

    /// The sentence around a token, cut to what a reader could take for one.
    fn sentence(&self, at: usize) -> Tokens {
        let sentence = &self.text.sentence_of(at).tokens;
        sentence.start.max(at.saturating_sub(REACH))..sentence.end.min(at + REACH)
    }

    /// The last relation before, whose cue stands in this sentence.
    fn last_in(&self, sentence: &Tokens, earlier: &[Relation]) -> Option<usize> {
        let last = earlier.len().checked_sub(1)?;
        earlier[last].cue.iter().any(|cue| sentence.contains(&cue.start)).then_some(last)
    }

    fn relation(&self, rule: RuleId, confidence: f32, cue: &Cue, attitude: Attitude) -> Relation {
        Relation {
            source: Vec::new(),
            cue: vec![cue.tokens.clone()],
            content: Vec::new(),
            attitude,
            quoting: Quoting::Indirect,
            depth: 0,
            via: None,
            confidence,
            rule,
        }
    }

    /// The earliest token that the clause of a cue can reach back to: the sentence, or the inside of a quotation.
    fn floor(&self, at: usize) -> usize {
        let sentence = self.sentence(at).start;
        let quotation = self.text.tokens[at].quotation;
        if quotation.is_none() {
            return sentence;
        }
        (sentence..at).rev().find(|&i| self.text.tokens[i].quotation != quotation).map_or(sentence, |i| i + 1)
    }

    /// The first token after the clause of a cue: the sentence's end, or the end of the quotation it stands in.
    fn ceiling(&self, at: usize) -> usize {
        let sentence = self.sentence(at);
        match self.text.tokens[at].quotation {
            None => sentence.end,
            quotation => {
                (at..sentence.end).find(|&i| self.text.tokens[i].quotation != quotation).unwrap_or(sentence.end)
            }
        }
    }
}
