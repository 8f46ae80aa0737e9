//! Last step: which proposals stand, and what they are as relations.

use super::overlap::{meet, same_parts};
use super::proposal::Proposal;
use crate::analysis::{Attitude, Quoting};
use crate::attribution::Relation;
use crate::kinds::RuleId;
use crate::order::{likeliest, sort_by_number};

/// Proposals that nobody would want to see.
const HOPELESS: f32 = 0.02;

/// Decides between the proposals of one window, surest first: one reading for each cue, and no two that hold each
/// other. Those that stand are answered in the order of their cues.
pub fn select(mut proposals: Vec<Proposal>) -> Vec<Proposal> {
    proposals.retain(|p| p.verdict.right >= HOPELESS && !p.parts.content.is_empty());
    sort_by_number(&mut proposals, |proposal| likeliest(proposal.verdict.rank()));
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
    sort_by_number(&mut kept, |k| k.cue.tokens.start);
    kept
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
