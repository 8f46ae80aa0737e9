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
use crate::attribution::cue::CueKind;
use crate::attribution::{Relation, Tokens};
use crate::kinds::RuleId;
use crate::language::Role;

pub const FINDS: Finds = Finds::Relation(find);

fn find(reading: &Reading) -> Option<Relation> {
    let by = reading.cue.tokens.end;
    if !reading.text.is(by, Role::AgentPreposition) {
        return None;
    }
    let agent = reading.phrases.after(by + 1, reading.ceiling())?;
    let (verb, content) = match reading.cue.kind {
        CueKind::Passive(verb) => (verb, reading.phrase_before()?),
        CueKind::Finite(verb) => (verb, described(reading, &agent)?),
        _ => return None,
    };
    let mut relation = reading.relation(RuleId::PassiveBy, verb.group.attitude());
    relation.content = vec![content];
    relation.source = vec![agent];
    Some(relation)
}

/// "|The move|, detailed by four people familiar with it": the noun before a comma, where the agent has inside knowledge.
fn described(reading: &Reading, agent: &Tokens) -> Option<Tokens> {
    let comma = reading.cue.tokens.start.checked_sub(1).filter(|&before| reading.text.is_mark(before, &[","]))?;
    let knows = reading.phrases.read(agent.clone()).tells_how_they_know(reading.text);
    knows.then(|| reading.phrases.before(comma, reading.floor())).flatten()
}

// Cases.
//
// > {content:indirect The move}, {cue:statement detailed} by {source:unnamed four people familiar with the plans}, will cost two ferries.
