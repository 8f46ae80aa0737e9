//! Who hedges: the page's author, or the source whose content the hedge stands in.

use crate::analysis::{Attitude, Attribution, Identity, Scope};
use crate::order::sort_by_numbers;
use crate::span::Span;

/// The stretches of a page in which a source speaks or thinks, ready to be asked.
pub struct Scopes {
    /// In order and without overlap.
    stretches: Vec<Span>,
    /// The cues by which somebody says something, in order.
    said: Vec<Span>,
}

impl Scopes {
    /// The contents of all attributions, and the cues of beliefs that somebody holds: "analysts expect" is the
    /// analysts' hedge, not the reporter's.
    pub fn new(attributions: &[Attribution]) -> Self {
        let contents = attributions.iter().flat_map(|a| &a.content);
        let held = attributions.iter().filter(|a| a.attitude == Attitude::Belief && !a.source.is_empty());
        let mut spans: Vec<Span> = contents.chain(held.flat_map(|a| &a.cue)).copied().collect();
        sort_by_numbers(&mut spans, |span| (span.start, span.end));
        let mut stretches: Vec<Span> = Vec::with_capacity(spans.len());
        for span in spans {
            match stretches.last_mut() {
                Some(last) if span.start <= last.end => last.end = last.end.max(span.end),
                _ => stretches.push(span),
            }
        }
        let somebody = |a: &&Attribution| !matches!(a.identity, Identity::Document | Identity::Unspecified);
        let statements = attributions.iter().filter(|a| a.attitude == Attitude::Statement).filter(somebody);
        let mut said: Vec<Span> = statements.flat_map(|a| &a.cue).copied().collect();
        sort_by_numbers(&mut said, |span| (span.start, span.end));
        Self { stretches, said }
    }

    /// Whether a word that could hedge is a cue by which somebody says something: "he suggested that" is his statement,
    /// "the data suggest that" a guarded conclusion.
    pub fn is_said(&self, hedge: Span) -> bool {
        is_inside(&self.said, hedge)
    }

    pub fn of(&self, hedge: Span) -> Scope {
        if is_inside(&self.stretches, hedge) { Scope::Source } else { Scope::Author }
    }
}

/// Whether the last of some spans, which are in order, that starts no later holds the hedge.
fn is_inside(spans: &[Span], hedge: Span) -> bool {
    let after = spans.partition_point(|span| span.start <= hedge.start);
    after.checked_sub(1).and_then(|last| spans.get(last)).is_some_and(|span| span.contains(hedge))
}
