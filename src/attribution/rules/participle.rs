//! **participle**: …, saying that …: a verb that shares the subject of another.
//!
//! What: gives a participle or infinitive behind a comma, a quotation or a link word the last source of its sentence,
//! or the subject that the sentence opens with.
//!
//! Why: a participle has no subject of its own.
//!
//! Example:
//!
//! > {source#1:named {source#2:named Brandt}} {cue#1:statement rejected} {content#1:indirect the quota}, {cue#2:statement saying} {content#2:indirect that it would ruin small boats}.
//! - rule#2: participle

use super::{Finds, Reading};
use crate::attribution::Relation;
use crate::attribution::cue::CueKind;
use crate::kinds::RuleId;
use crate::language::{Role, VerbGroup};

pub const FINDS: Finds = Finds::Relation(find);

fn find(reading: &Reading) -> Option<Relation> {
    match reading.cue.kind {
        CueKind::Gerund(_) => of(reading),
        _ => None,
    }
}

/// Reads the cue as a participle, whatever its kind.
pub fn of(reading: &Reading) -> Option<Relation> {
    let (text, verb) = (reading.text, reading.verb?);
    let before = reading.cue.tokens.start.checked_sub(1)?;
    let follows_clause = text.is_mark(before, &[","])
        || text.is_quotation_mark(before)
        || text.is(before, Role::ParticipleLink | Role::ParticiplePreposition);
    if !follows_clause || verb.group == VerbGroup::Seem {
        return None;
    }
    let (content, rule) = reading.complement()?;
    if rule == RuleId::NounContent && text.is(before, Role::ParticiplePreposition) {
        return None;
    }
    let shared = reading.last_in_sentence().and_then(|relation| relation.source.first().cloned());
    let opening = || reading.phrases.after(reading.sentence().start, reading.cue.tokens.start);
    let mut relation = reading.relation(RuleId::Participle, verb.group.attitude());
    relation.source = vec![shared.or_else(opening)?];
    relation.content = content;
    Some(relation)
}
