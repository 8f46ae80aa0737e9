//! How sure: hedge cues with kind, scope and range.
//!
//! The language proposes words and phrases that can hedge; the rule that each names reads the words around and decides
//! whether it does here: "May" is a month, "could" was able to, "likely voters" are likely for sure.

mod context;
mod scope;

pub use context::{Context, Word};

use crate::analysis::{Attribution, Hedge, HedgeKind, Why};
use crate::kinds::RuleId;
use crate::settings::Hedging;
use crate::text::Text;

/// What a rule says of a candidate.
pub enum Outcome {
    No,
    /// It hedges, as its line in the list says.
    Hedge,
    /// It hedges as a passive without an agent: "is believed to".
    Passive,
}

impl From<bool> for Outcome {
    fn from(holds: bool) -> Self {
        if holds { Self::Hedge } else { Self::No }
    }
}

/// Tests the context of a candidate.
pub type Test = fn(&Context) -> Outcome;

/// The hedge rules of a language with their tests.
#[derive(Debug, Clone, Copy)]
pub struct Tests(pub &'static [(RuleId, Test)]);

impl Tests {
    /// The test of a rule.
    pub fn of(&self, rule: RuleId) -> Option<Test> {
        self.0.iter().find(|(id, _)| *id == rule).map(|(_, test)| *test)
    }
}

/// Finds the hedges of a text, in order; the scope is read off the attributions.
pub fn find(text: &Text, tests: &Tests, attributions: &[Attribution], hedging: Hedging) -> Vec<Hedge> {
    let scopes = scope::Scopes::new(attributions);
    let mut hedges = Vec::new();
    for sentence in &text.sentences {
        let mut at = sentence.tokens.start;
        let mut free = at;
        while at < sentence.tokens.end {
            let found = text.hedge_cues(at, sentence.tokens.end).find_map(|cue| {
                let context =
                    Context { text, cue: at..at + cue.words.len(), sentence: sentence.tokens.clone(), hedging };
                context.decide(cue, tests)
            });
            let Some(found) = found else {
                at += 1;
                continue;
            };
            // A passive reaches back to its auxiliary, but not over a hedge between: "is very likely believed".
            let tokens = found.tokens.start.max(free)..found.tokens.end;
            let span = text.span(&tokens);
            if hedging == Hedging::Page && found.kind == HedgeKind::Appearance && scopes.is_said(span) {
                at = tokens.end;
                continue;
            }
            hedges.push(Hedge {
                span,
                kind: found.kind,
                scope: scopes.of(span),
                range: found.range,
                language: text.language.grammar.tongue(),
                why: Why { rule: found.rule, words: vec![span] },
            });
            free = tokens.end;
            at = free;
        }
    }
    hedges
}
