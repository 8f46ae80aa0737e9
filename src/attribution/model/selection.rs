//! Last step: which proposals stand, and what they are as relations.

use super::overlap::{meet, same_parts};
use super::proposal::Proposal;
use crate::analysis::{Attitude, Quoting};
use crate::attribution::Relation;
use crate::kinds::RuleId;
use crate::order::{likeliest, sort_by_number};
use crate::text::Text;

/// Proposals that nobody would want to see.
const HOPELESS: f32 = 0.02;

/// What two proposals that hold each other must at least be to be parted instead of chosen between.
const LIKELY: f32 = 0.5;

/// Decides between the proposals of one window, surest first: one reading for each cue, and no two that hold each
/// other. Those that stand are answered in the order of their cues.
pub fn select(text: &Text, mut proposals: Vec<Proposal>) -> Vec<Proposal> {
    proposals.retain(|p| p.verdict.right >= HOPELESS && !p.parts.content.is_empty());
    sort_by_number(&mut proposals, |proposal| likeliest(proposal.verdict.rank()));
    let mut kept: Vec<Proposal> = Vec::new();
    for mut proposal in proposals {
        if kept.iter().any(|k| meet(&k.cue.tokens, &proposal.cue.tokens)) {
            continue;
        }
        let mut rivals = kept.iter_mut().filter(|k| hold_each_other(k, &proposal));
        let stands = match (rivals.next(), rivals.next()) {
            (None, _) => true,
            (Some(rival), None) => part(text, rival, &mut proposal),
            _ => false,
        };
        if stands {
            kept.push(proposal);
        }
    }
    sort_by_number(&mut kept, |k| k.cue.tokens.start);
    kept
}

fn hold_each_other(one: &Proposal, other: &Proposal) -> bool {
    one.content_holds(&other.cue.tokens) && other.content_holds(&one.cue.tokens)
}

/// "Ek said that the pier was lost, | the agency reported": of two that hold each other, the first ends before the source of
/// the second, whose content it is. Whether both stand so.
fn part(text: &Text, one: &mut Proposal, other: &mut Proposal) -> bool {
    if one.verdict.right.min(other.verdict.right) < LIKELY {
        return false;
    }
    let (first, second) = if one.cue.tokens.start < other.cue.tokens.start { (one, other) } else { (other, one) };
    let cue = second.cue.tokens.start;
    let end = second.parts.source.as_ref().map_or(cue, |source| source.start.min(cue));
    let Some(comma) = end.checked_sub(1).filter(|&at| at > first.cue.tokens.end && text.is_mark(at, &[","])) else {
        return false;
    };
    for piece in &mut first.parts.content {
        piece.end = piece.end.min(comma);
    }
    first.parts.content.retain(|piece| !piece.is_empty());
    !first.parts.content.is_empty()
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
