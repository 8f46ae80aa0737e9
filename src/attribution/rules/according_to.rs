//! **according-to**: according to the ministry, …
//!
//! What: takes the noun phrase behind the phrase as the source and the rest of the sentence as the content.
//!
//! Why: the phrase has no other use in news.
//!
//! Example:
//!
//! > {cue:statement According to} {source:named Mayor Ines Aldana}, {content:indirect the bridge will reopen in May}.
//! - rule: according-to

use super::{Finds, Reading};
use crate::analysis::Attitude;
use crate::attribution::Relation;
use crate::attribution::cue::CueKind;
use crate::kinds::RuleId;
use crate::language::Role;

pub const FINDS: Finds = Finds::Relation(find);

fn find(reading: &Reading) -> Option<Relation> {
    if reading.cue.kind != CueKind::AccordingTo {
        return None;
    }
    if reading.has_fields() {
        return by_fields(reading);
    }
    let cue = &reading.cue.tokens;
    let source = reading.phrases.after(cue.end, reading.ceiling())?;
    let mut relation = reading.relation(RuleId::AccordingTo, Attitude::Statement);
    relation.content = reading.beside(&(cue.start..source.end));
    relation.source = vec![source];
    (!relation.content.is_empty()).then_some(relation)
}

/// Where the phrase is a part of the clause, the content is the rest of it on both sides.
fn by_fields(reading: &Reading) -> Option<Relation> {
    let (text, cue) = (reading.text, &reading.cue.tokens);
    let floor = reading.floor();
    let source = if text.is(cue.start, Role::AccordingBehind) {
        Some(reading.phrases.before(cue.start, floor)?)
    } else if text.is(cue.start, Role::AccordingToThat) {
        None
    } else {
        Some(reading.phrases.after(cue.end, reading.ceiling())?)
    };
    let start = source.as_ref().map_or(cue.start, |source| source.start.min(cue.start));
    let end = source.as_ref().map_or(cue.end, |source| source.end.max(cue.end));
    let mut relation = reading.relation(RuleId::AccordingTo, Attitude::Statement);
    relation.content = reading.around(start..end);
    relation.source = source.into_iter().collect();
    (!relation.content.is_empty()).then_some(relation)
}

// Cases.
//
// > {content:indirect The bridge will reopen in May}, {cue:statement according to} {source:named the harbour authority}.
//
// > {content:indirect The bridge}, {cue:statement according to} {source:named the harbour authority}, {content:indirect will reopen in May}.
