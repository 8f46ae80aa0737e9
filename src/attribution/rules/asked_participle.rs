//! **asked-participle**: Asked whether …, he said …; when asked by a reporter if …
//!
//! What: takes the question as the content, and who stands behind “by” as the source.
//!
//! Why: who was asked is the subject of the sentence, and not who asks.
//!
//! Example:
//!
//! > {cue#1:statement Asked} {content#1:indirect whether the pier would close}, {source#2:named Aldana} {cue#2:statement said} {content#2:indirect it would not}.
//! - rule#1: asked-participle

use super::{Finds, Reading};
use crate::attribution::Relation;
use crate::attribution::cue::{self, CueKind};
use crate::kinds::RuleId;
use crate::language::Role;

pub const FINDS: Finds = Finds::Relation(find);

fn find(reading: &Reading) -> Option<Relation> {
    let CueKind::Finite(verb) = reading.cue.kind else { return None };
    let (text, cue) = (reading.text, &reading.cue.tokens);
    if !cue::opens_question(text, reading.cue.head) {
        return None;
    }
    let by = text.is(cue.end, Role::AgentPreposition);
    let agent = by.then(|| reading.phrases.after(cue.end + 1, reading.ceiling())).flatten();
    let question = agent.as_ref().map_or(cue.end, |agent| agent.end);
    let is_task = agent.is_some() && text.is(question, Role::InfinitiveMark);
    if !is_task && !text.is(question, Role::QuestionOpener) {
        return None;
    }
    let mut relation = reading.relation(RuleId::AskedParticiple, verb.group.attitude());
    relation.source = agent.into_iter().collect();
    // Up to where the sentence that the question opens goes on.
    let clause = reading.clause(question);
    let is_whole = clause.end + 1 >= reading.ceiling();
    relation.content = vec![if is_whole { reading.clause_to_comma(question) } else { clause }];
    Some(relation)
}

// Cases.
//
// > When {cue:statement asked} by {source:unnamed a reporter} {content:indirect if she would resign}, the mayor left.
//
// > {source:named Aldana} {cue:statement asked} {content:indirect whether the pier would close}.
