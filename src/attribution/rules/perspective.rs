//! **perspective**: in her view, …; in the mayor’s words, …
//!
//! What: takes whose view or words it is as the source, and the rest of the sentence as the content.
//!
//! Why: between commas, the phrase says nothing else.
//!
//! Example:
//!
//! > In {source:named the mayor}’s {cue:belief view}, {content:indirect the pier is safe}.
//! - rule: perspective

use super::{Finds, Reading};
use crate::analysis::Attitude;
use crate::attribution::Relation;
use crate::attribution::cue::CueKind;
use crate::kinds::RuleId;
use crate::language::Role;

pub const FINDS: Finds = Finds::Relation(find);

fn find(reading: &Reading) -> Option<Relation> {
    if reading.cue.kind != CueKind::Perspective {
        return None;
    }
    let (text, end) = (reading.text, reading.cue.tokens.end);
    let source = reading.owner()?;
    let opener = source.start.checked_sub(1).filter(|&at| text.is(at, Role::MediumPreposition))?;
    // "The pier is old, but in her view it is safe."
    let goes_on = opener > reading.floor() && text.is(opener - 1, Role::Coordinator | Role::Contrast);
    // "A bird was in his view."
    let parted = text.is_mark(end, &[","]) || opener > 0 && text.is_mark(opener - 1, &[","]);
    if !parted {
        return None;
    }
    let content = if goes_on { vec![reading.clause(end + 1)] } else { reading.beside(&(opener..end)) };
    let attitude = text.tag(reading.cue.head).reporting_noun.unwrap_or(Attitude::Belief);
    let mut relation = reading.relation(RuleId::Perspective, attitude);
    relation.source = vec![source];
    relation.content = content;
    (!relation.content.is_empty()).then_some(relation)
}

// Cases.
//
// FIXME: the pattern finds it, and the model holds too little of it.
// > The pier, in their opinion, should be rebuilt.
//
// > The quota was a mistake, but in {source:named their} {cue:belief view}, {content:indirect it was needed}.
