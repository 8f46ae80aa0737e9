//! **noun-topic**: accusations of fraud, its criticism of the quota: a noun of speech and what it is about.
//!
//! What: takes the noun phrase that a preposition joins to such a noun as the content, and whose the noun is as the source.
//!
//! Why: the noun stands for what was said, and the phrase says what.
//!
//! Example:
//!
//! > There were {cue:statement reports} {content:indirect of leaks in the old pier}.
//! - rule: noun-topic

use super::{Finds, Reading};
use crate::attribution::Relation;
use crate::attribution::cue::{self, CueKind};
use crate::kinds::RuleId;

pub const FINDS: Finds = Finds::Relation(find);

fn find(reading: &Reading) -> Option<Relation> {
    let CueKind::Noun(attitude) = reading.cue.kind else { return None };
    if !cue::has_topic(reading.text, reading.cue.head) {
        return None;
    }
    let behind = reading.cue.tokens.end;
    let topic = reading.phrases.after(behind + 1, reading.ceiling())?;
    let mut relation = reading.relation(RuleId::NounTopic, attitude);
    relation.source = reading.owner().into_iter().collect();
    relation.content = vec![behind..topic.end];
    Some(relation)
}

// Cases.
//
// > The mayor was tired of {source:named their} {cue:statement criticism} {content:indirect of the new pier}.
