//! **passive-by**: was criticized by the union: a passive with its agent.
//!
//! What: takes the noun phrase behind “by” as the source and the subject as the content; where the agent has inside knowledge,
//! also the noun that the participle describes from behind a comma.
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
    let (cue, by) = (&reading.cue.tokens, reading.cue.tokens.end);
    let (CueKind::Passive(verb) | CueKind::Finite(verb)) = reading.cue.kind else { return None };
    if !reading.text.is(by, Role::AgentPreposition) {
        return None;
    }
    let source = reading.phrases.after(by + 1, reading.ceiling())?;
    let content = if matches!(reading.cue.kind, CueKind::Passive(_)) {
        reading.phrase_before()
    } else {
        let knows = reading.phrases.read(source.clone()).tells_how_they_know(reading.text);
        let comma = cue.start.checked_sub(1).filter(|&before| knows && reading.text.is_mark(before, &[","]))?;
        reading.phrases.before(comma, reading.floor())
    };
    let mut relation = reading.relation(RuleId::PassiveBy, verb.group.attitude());
    relation.content = vec![content?];
    relation.source = vec![source];
    Some(relation)
}

// Cases.
//
// > {content:indirect The move}, {cue:statement detailed} by {source:unnamed four people familiar with the plans}, will cost two ferries.
