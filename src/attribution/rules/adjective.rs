//! **adjective**: is confident that …
//!
//! What: takes the clause behind an adjective of speech or thought, with the subject as the source.
//!
//! Why: such an adjective says what its subject holds.
//!
//! Example:
//!
//! > {source:named Aldana} {cue:belief is confident} {content:indirect that the bridge will reopen in May}.
//! - rule: adjective

use super::{Finds, Reading};
use crate::attribution::Relation;
use crate::attribution::cue::CueKind;
use crate::kinds::RuleId;
use crate::language::Role;

pub const FINDS: Finds = Finds::Relation(find);

fn find(reading: &Reading) -> Option<Relation> {
    let CueKind::Adjective(attitude) = reading.cue.kind else { return None };
    let source = reading.phrase_before()?;
    let at = reading.cue.tokens.end;
    let opens = reading.text.is(at, Role::AdjectiveComplement);
    if !opens || reading.text.is(source.start, Role::NeuterPronoun) {
        return None;
    }
    let mut relation = reading.relation(RuleId::Adjective, attitude);
    relation.source = vec![source];
    relation.content = vec![reading.clause(at)];
    Some(relation)
}
