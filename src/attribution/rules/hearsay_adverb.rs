//! **hearsay-adverb**: has reportedly been sold: what others report, without who they are.
//!
//! What: has no source; the clause around the adverb is the content.
//!
//! Why: the page does not say who reports it.
//!
//! Example:
//!
//! > {content:indirect The ferry has} {cue:statement {hedge:evidential reportedly}} {content:indirect been sold to a bank}.
//! - rule: hearsay-adverb

use super::{Finds, Reading};
use crate::analysis::Attitude;
use crate::attribution::Relation;
use crate::attribution::cue::CueKind;
use crate::kinds::RuleId;
use crate::language::Function;

pub const FINDS: Finds = Finds::Relation(find);

fn find(reading: &Reading) -> Option<Relation> {
    if reading.cue.kind != CueKind::HearsayAdverb {
        return None;
    }
    let (text, at, floor) = (reading.text, reading.cue.head, reading.floor());
    let is_inside = |&at: &usize| {
        matches!(text.function(at), Some(Function::Auxiliary | Function::Modal | Function::Adverb | Function::Negation))
    };
    let verb = (floor..at).rev().take_while(is_inside).last().unwrap_or(at);
    // "a reportedly stolen car"
    let before = verb.checked_sub(1).filter(|&before| before >= floor).and_then(|before| text.function(before));
    if matches!(before, Some(Function::Determiner | Function::Possessive)) {
        return None;
    }
    let subject = reading.phrases.before(verb, floor);
    let start = subject.map_or(verb, |subject| subject.start);
    let mut relation = reading.relation(RuleId::HearsayAdverb, Attitude::Statement);
    relation.content = vec![reading.trim(start..at), reading.clause(at + 1)];
    relation.content.retain(|piece| !piece.is_empty());
    (!relation.content.is_empty()).then_some(relation)
}

// Cases.
//
// > A {hedge:evidential reportedly} stolen boat was found near the pier.
