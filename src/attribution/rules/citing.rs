//! **citing**: reported …, citing two officials: the source of a source.
//!
//! What: gives what was said before in the sentence a second source, with the first one as the outlet that has it.
//! “Citing fears of terrorism” is the subject’s own argument, and read as a participle.
//!
//! Why: a report that cites others has its content from them.
//!
//! Example:
//!
//! > {source#1:named The Harbour Gazette} {cue#1:statement reported} {content#1:indirect {content#2:indirect that the crane had failed}}, {cue#2:statement citing} {source#2:unnamed two officials}.
//! - rule#2: citing

use super::{Finds, Reading, participle};
use crate::analysis::Attitude;
use crate::attribution::Relation;
use crate::attribution::cue::{CueKind, is_informant};
use crate::kinds::RuleId;

pub const FINDS: Finds = Finds::Relation(find);

fn find(reading: &Reading) -> Option<Relation> {
    if reading.cue.kind != CueKind::Citing {
        return None;
    }
    let source = reading.phrases.after(reading.cue.tokens.end, reading.ceiling())?;
    let phrase = reading.phrases.read(source.clone());
    let is_name = phrase.possessor.is_none() && reading.phrases.is_name(source.start);
    if !phrase.noun.is_some_and(is_informant) && !is_name {
        return participle::of(reading);
    }
    let outlet = reading.last_in_sentence();
    let content = match outlet {
        Some(outlet) => outlet.content.clone(),
        None => vec![reading.trim(reading.sentence().start..reading.cue.tokens.start)],
    };
    let mut relation = reading.relation(RuleId::Citing, Attitude::Statement);
    relation.content = content.into_iter().filter(|piece| !piece.is_empty()).collect();
    relation.source = vec![source];
    relation.via = outlet.map(|outlet| outlet.id);
    (!relation.content.is_empty()).then_some(relation)
}
