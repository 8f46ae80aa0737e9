//! How sure: hedge cues with kind, scope and range.
//!
//! The language proposes words and phrases that can hedge; the rule that each names reads the words around and decides
//! whether it does here: "May" is a month, "could" was able to, "likely voters" are likely for sure.

mod appearance;
mod belief;
mod context;
mod evidential;
mod likelihood;
mod modal;
mod rule;
mod scope;

pub use rule::RULES;

use crate::analysis::{Attribution, Hedge, Why};
use crate::text::Text;
use context::Context;

/// Finds the hedges of a text, in order; the scope is read off the attributions.
pub fn find(text: &Text, attributions: &[Attribution]) -> Vec<Hedge> {
    let scopes = scope::Scopes::new(attributions);
    let mut hedges = Vec::new();
    for sentence in &text.sentences {
        let mut at = sentence.tokens.start;
        let mut free = at;
        while at < sentence.tokens.end {
            let found = text.hedge_cues(at, sentence.tokens.end).find_map(|cue| {
                let context = Context { text, cue: at..at + cue.words.len(), sentence: sentence.tokens.clone() };
                context.decide(cue)
            });
            let Some(found) = found else {
                at += 1;
                continue;
            };
            // A passive reaches back to its auxiliary, but not over a hedge between: "is very likely believed".
            let tokens = found.tokens.start.max(free)..found.tokens.end;
            let span = text.span(&tokens);
            hedges.push(Hedge {
                span,
                kind: found.kind,
                scope: scopes.of(span),
                range: found.range,
                why: Why { rule: found.rule, words: vec![span] },
            });
            free = tokens.end;
            at = free;
        }
    }
    hedges
}
