//! **noun-that**: Kyiv’s claim that …, claims by Kyiv that …
//!
//! What: takes the clause behind a noun of speech or thought, and whose it is as the source.
//!
//! Why: the noun stands for what was said, and the clause spells it out.
//!
//! Example:
//!
//! > {source:named Brandt}’s {cue:statement claim} {content:indirect that the crane had failed was not checked}.
//! - rule: noun-that

use super::{Finds, Reading};
use crate::analysis::Attitude;
use crate::attribution::Relation;
use crate::attribution::cue::CueKind;
use crate::kinds::RuleId;
use crate::language::Role;

pub const FINDS: Finds = Finds::Relation(find);

fn find(reading: &Reading) -> Option<Relation> {
    let CueKind::Noun(attitude) = reading.cue.kind else { return None };
    let (text, head, floor) = (reading.text, reading.cue.head, reading.floor());
    if text.is(floor.max(head.saturating_sub(2)), Role::MediumPreposition) {
        // "said in a statement that": the medium, not the cue.
        return None;
    }
    let behind = reading.cue.tokens.end;
    let agent = if text.is(behind, Role::SourcePreposition) {
        Some(reading.phrases.after(behind + 1, reading.ceiling())?)
    } else {
        None
    };
    let at = agent.as_ref().map_or(behind, |agent| agent.end);
    let infinitive = text.is(at, Role::InfinitiveMark) && attitude != Attitude::Evidence && agent.is_none();
    if !infinitive && !text.is(at, Role::Complementizer) {
        return None;
    }
    let source = agent.or_else(|| reading.owner());
    if source.is_none() && text.is(at, Role::InfinitiveMark) {
        return None;
    }
    let mut relation = reading.relation(RuleId::NounThat, attitude);
    relation.source = source.into_iter().collect();
    relation.content = vec![reading.clause(at)];
    Some(relation)
}

// Cases.
//
// > The claims were not checked.
