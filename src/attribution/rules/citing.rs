//! **citing**: reported …, citing two officials: the source of a source.
//!
//! What: gives what was said before in the sentence a second source, with the first one as the outlet that has it.
//! “Citing fears of terrorism” is the subject’s own argument, and read as a participle. Whom an outlet quotes as saying something
//! has said it.
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
use crate::language::{Function, Role};

pub const FINDS: Finds = Finds::Relation(find);

/// Words from "quoted" to "as": "an American official who asked not to be named".
const LONGEST_QUOTED: usize = 24;

fn find(reading: &Reading) -> Option<Relation> {
    match reading.cue.kind {
        CueKind::Citing => cited(reading),
        CueKind::Gerund(_) => quoted_as(reading),
        _ => None,
    }
}

/// "The Post quoted two officials as saying that …", "“…,” the Post quoted two officials as saying".
fn quoted_as(reading: &Reading) -> Option<Relation> {
    let text = reading.text;
    let link = reading.cue.tokens.start.checked_sub(1).filter(|&before| text.is(before, Role::CitingLink))?;
    let near = reading.floor().max(link.saturating_sub(LONGEST_QUOTED))..link;
    let verb = near.rev().find(|&at| text.is(at, Role::CitingVerb))?;
    let source = reading.trim(verb + 1..link);
    if source.is_empty() || source.start != verb + 1 || text.function(source.start) == Some(Function::Preposition) {
        return None;
    }
    let outlet = reading.last_in_sentence().filter(|last| last.cue.iter().any(|cue| cue.contains(&verb)));
    let before = || reading.content_before(outlet?.source.first()?.start);
    let mut relation = reading.relation(RuleId::Citing, Attitude::Statement);
    relation.content = reading.complement().map(|(content, _)| content).or_else(before)?;
    relation.source = vec![source];
    relation.via = outlet.map(|outlet| outlet.id);
    Some(relation)
}

fn cited(reading: &Reading) -> Option<Relation> {
    let start = reading.cue.tokens.end;
    let outlet = reading.last_in_sentence();
    // "reported …, citing “two officials”": the page quotes who it is.
    let is_quoted = outlet.is_some() && reading.text.is_quotation_mark(start);
    let (start, end) = if is_quoted { (start + 1, reading.sentence().end) } else { (start, reading.ceiling()) };
    let source = reading.phrases.after(start, end)?;
    let phrase = reading.phrases.read(source.clone());
    let is_name = phrase.possessor.is_none() && reading.phrases.is_name(source.start);
    if !phrase.noun.is_some_and(is_informant) && !is_name {
        return (!is_quoted).then(|| participle::of(reading)).flatten();
    }
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

// Cases.
//
// > {source#1:named The Harbour Gazette} {cue#1:statement quoted} {content#1:indirect {source#2:unnamed two officials} as {cue#2:statement saying} {content#2:indirect that the crane had failed}}.
//
// > {source#1:named The Harbour Gazette} {cue#1:statement reported} {content#1:indirect {content#2:indirect that the crane had failed}}, {cue#2:statement citing} “{source#2:unnamed people briefed on the matter}”.
//
// > {content#1:direct {content#2:direct “The crane has failed,”}} {source#1:named The Harbour Gazette} {cue#1:statement quoted} {source#2:unnamed an unnamed official} as {cue#2:statement saying}.
//
// > {source#1:named The Harbour Gazette} {cue#1:statement quoted} {source#2:named {content#1:indirect Ines Aldana}, {content#1:indirect who runs the port}}, as {cue#2:statement saying} {content#2:indirect the crane had failed}.
