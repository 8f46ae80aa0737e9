//! Last step: which proposals stand, and what they are as relations.

use super::cue_tagger::Candidate;
use super::judge::Verdict;
use super::overlap::{meet, same_parts};
use super::span_tagger::Parts;
use crate::analysis::{Attitude, Quoting};
use crate::attribution::Relation;
use crate::kinds::RuleId;
use std::ops::Range;

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

/// Proposals that nobody would want to see.
const HOPELESS: f32 = 0.02;

/// Decides between the proposals of one window, surest first: one reading for each cue, and no two that hold each
/// other. Those that stand are answered in the order of their cues.
pub fn settle(mut proposals: Vec<Proposal>) -> Vec<Proposal> {
    proposals.retain(|p| p.verdict.right >= HOPELESS && !p.parts.content.is_empty());
    proposals.sort_by(|a, b| b.verdict.rank().total_cmp(&a.verdict.rank()));
    let mut kept: Vec<Proposal> = Vec::new();
    for proposal in proposals {
        let clash = kept.iter().any(|k| {
            meet(&k.cue.tokens, &proposal.cue.tokens)
                || k.content_holds(&proposal.cue.tokens) && proposal.content_holds(&k.cue.tokens)
        });
        if !clash {
            kept.push(proposal);
        }
    }
    kept.sort_by_key(|k| k.cue.tokens.start);
    kept
}

/// The rule that found the same cue, if any.
pub fn rule_of<'r>(rules: &'r [Relation], cue: &Range<usize>) -> Option<&'r Relation> {
    rules.iter().filter(|r| r.cue.iter().any(|c| meet(c, cue))).max_by(|a, b| a.confidence.total_cmp(&b.confidence))
}

/// A proposal as a relation; it carries the name of the rule that found the same, if one did.
pub fn relation(id: usize, proposal: Proposal, rule: Option<&Relation>, attitude: Attitude) -> Relation {
    let source = Vec::from_iter(proposal.parts.source);
    let agrees = |r: &&Relation| same_parts([&r.source, &r.content], [&source, &proposal.parts.content]);
    let rule = rule.filter(agrees).map_or(RuleId::Model, |r| r.rule);
    Relation {
        id,
        source,
        cue: vec![proposal.cue.tokens],
        content: proposal.parts.content,
        attitude,
        quoting: Quoting::Indirect,
        depth: 0,
        via: None,
        confidence: proposal.verdict.right,
        rule,
    }
}
