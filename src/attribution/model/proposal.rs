//! What the steps of the model hand on: a cue, its parts, and how sure the model is of them.

use super::overlap::meet;
use crate::attribution::Relation;
use std::ops::Range;

/// A cue that the tagger would not rule out.
#[derive(Debug, Clone, PartialEq)]
pub struct Candidate {
    pub tokens: Range<usize>,
    /// The probability that a cue starts where this one does.
    pub confidence: f32,
    /// The probability of exactly these tokens.
    pub exact: f32,
}

/// Source and content of one cue.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Parts {
    pub source: Option<Range<usize>>,
    pub content: Vec<Range<usize>>,
    /// The probability that there is a source, and that it is exactly this one.
    pub source_mass: f32,
    pub source_exact: f32,
    /// The mean probability of the content's tokens, and that any content starts.
    pub content_mean: f32,
    pub content_mass: f32,
    /// How many content tokens are expected that were not chosen.
    pub content_missed: f32,
    /// The confidence of the rule whose reading this is, 0 for a reading of the lattice.
    pub rule: f32,
}

/// What the judge says of a reading, as probabilities.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Verdict {
    pub right: f32,
    pub exact: f32,
}

impl Verdict {
    /// By this the readings of one cue are ranked: first of all right, then exact.
    pub fn rank(self) -> f32 {
        self.right * (1.0 + self.exact)
    }
}

/// A cue with its parts, before it is decided.
#[derive(Debug, Clone)]
pub struct Proposal {
    pub cue: Candidate,
    pub parts: Parts,
    /// The product of what the taggers say of the parts.
    pub product: f32,
    /// What the judge says of the whole.
    pub verdict: Verdict,
}

impl Proposal {
    pub fn new(cue: Candidate, parts: Parts) -> Self {
        let source =
            if parts.source.is_some() { parts.source_mass.min(1.0) } else { (1.0 - parts.source_mass).max(0.0) };
        let product = cue.confidence * source * parts.content_mean * parts.content_mass.min(1.0);
        Self { cue, parts, product, verdict: Verdict::default() }
    }

    /// Whether the content holds another cue.
    pub fn content_holds(&self, cue: &Range<usize>) -> bool {
        self.parts.content.iter().any(|piece| piece.start <= cue.start && cue.end <= piece.end)
    }
}

/// The rule that found the same cue, if any.
pub fn rule_of<'r>(rules: &'r [Relation], cue: &Range<usize>) -> Option<&'r Relation> {
    rules.iter().filter(|r| r.cue.iter().any(|c| meet(c, cue))).max_by(|a, b| a.confidence.total_cmp(&b.confidence))
}
