//! **noun-participle**: a statement saying that …, a poll showing …, protesters chanting “…”.
//!
//! What: takes a document right before a participle of speech or evidence as the source, or its author where the sentence names
//! one ("the company sent a letter saying"); a person where the participle is one of speech, or the content is a quotation.
//!
//! Why: such a participle says what its noun says or shows.
//!
//! Example:
//!
//! > {source:named The ferry company} published a statement {cue:statement saying} {content:indirect that the pier was safe}.
//! - rule: noun-participle

use super::{Finds, Reading};
use crate::analysis::Attitude;
use crate::attribution::Relation;
use crate::attribution::cue::CueKind;
use crate::kinds::RuleId;
use crate::language::{NounClass, Role, VerbForm};
use crate::text::Case;

pub const FINDS: Finds = Finds::Relation(find);

fn find(reading: &Reading) -> Option<Relation> {
    let (text, verb) = (reading.text, reading.verb?);
    if reading.has_fields() || !matches!(reading.cue.kind, CueKind::Gerund(_)) || verb.form != VerbForm::Gerund {
        return None;
    }
    // "Launches Warning To White House": a noun of a headline.
    if text.tokens[reading.cue.head].case != Case::Lower {
        return None;
    }
    // "a statement Monday saying"
    let start = reading.cue.tokens.start;
    let end = start - usize::from(start > 0 && text.is(start - 1, Role::Day));
    if end == 0 || text.is_mark(end - 1, &[","]) {
        return None;
    }
    let noun = reading.phrases.before(end, reading.floor())?;
    let phrase = reading.phrases.read(noun.clone());
    let (content, rule) = reading.complement()?;
    let attitude = verb.group.attitude();
    let is_document = phrase.is_a(&[NounClass::Document]) && attitude != Attitude::Belief;
    let is_person = phrase.noun.is_some_and(|noun| noun.class.is_person()) || reading.phrases.is_name(phrase.head);
    let has_particle = reading.cue.tokens.end > reading.cue.head + 1;
    let speaks = attitude == Attitude::Statement && (has_particle || rule != RuleId::NounContent);
    let is_speaker = is_person && (speaks || rule == RuleId::VerbQuotation);
    if !is_document && !is_speaker {
        return None;
    }
    // "The company | sent | a letter saying"
    let author = || {
        let verb = noun.start.checked_sub(1).filter(|&at| at > reading.floor() && text.function(at).is_none())?;
        let is_of_author = attitude == Attitude::Statement && is_document && phrase.is_indefinite();
        is_of_author.then(|| reading.phrases.before(verb, reading.floor())).flatten()
    };
    let source = author().unwrap_or(noun);
    let mut relation = reading.relation(RuleId::NounParticiple, attitude);
    relation.source = vec![source];
    relation.content = content;
    Some(relation)
}

// Cases.
//
// > The office got {source:document a letter} {cue:evidence saying} {content:indirect that the pier was unsafe}.
//
// > {source#1:named The mayor} {cue#1:belief knew} of {source#2:document three surveys} {cue#2:evidence showing} {content#1:indirect {content#2:indirect that {source#3:vague nobody} {cue#3:belief wanted} {content#3:indirect a quota}}}.
//
// FIXME: the content ends with the quotation.
// > {source:vague Protesters} {cue:statement chanting} {content:mixed “Save our pier” stood in the rain}.
