//! **passive-by**: was criticized by the union: a passive with its agent.
//!
//! What: takes the noun phrase behind “by” as the source and the subject as the content.
//!
//! Why: the agent of a passive is who said or thought it.
//!
//! Example:
//!
//! > {content:indirect The quota} {cue:statement was criticized} by {source:named the fishermen’s union}.
//! - rule: passive-by

use super::{Finds, Reading};
use crate::attribution::Relation;
use crate::attribution::cue::CueKind;
use crate::kinds::RuleId;
use crate::language::Role;

pub const FINDS: Finds = Finds::Relation(find);

fn find(reading: &Reading) -> Option<Relation> {
    let CueKind::Passive(verb) = reading.cue.kind else { return None };
    let by = reading.cue.tokens.end;
    if !reading.text.is(by, Role::AgentPreposition) {
        return None;
    }
    let source = reading.phrases.after(by + 1, reading.ceiling())?;
    let mut relation = reading.relation(RuleId::PassiveBy, verb.group.attitude());
    relation.content = vec![reading.phrase_before()?];
    relation.source = vec![source];
    Some(relation)
}
