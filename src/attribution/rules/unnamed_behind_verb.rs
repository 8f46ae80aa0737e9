//! **unnamed-behind-verb**: …, said a person close to the talks: who is not named ends the sentence.
//!
//! What: takes what stands before the comma as the content, where a noun phrase for somebody without a name fills the
//! sentence from the verb to its end: an insider, or somebody of whom the page says how they know or that they asked not
//! to be named.
//!
//! Why: the phrase looks like the start of a clause (“said a person briefed …”) and is often long.
//!
//! Example:
//!
//! > {content#1:indirect {source#2:unnamed The pilots} {cue#2:statement warned} {content#2:indirect the ministry of the storm}}, {cue#1:statement said} {source#1:unnamed a person briefed on their concerns}.
//! - rule: unnamed-behind-verb

use super::{Finds, Reading};
use crate::attribution::cue::CueKind;
use crate::attribution::{Relation, Tokens};
use crate::kinds::RuleId;
use crate::language::{Complements, NounClass, PatternKind, Role, VerbForm};
use crate::noun_phrase::{Determiner, Phrase, words};
use crate::text::Text;

pub const FINDS: Finds = Finds::Relation(find);

/// How many tokens lead to the words that keep a name back: "who works at the bank and asked".
const LEAD: usize = 24;

fn find(reading: &Reading) -> Option<Relation> {
    let (text, cue) = (reading.text, &reading.cue.tokens);
    let CueKind::Finite(verb) = reading.cue.kind else { return None };
    let comma = cue.start.checked_sub(1).filter(|&before| text.is_mark(before, &[","]))?;
    let Complements { clause, quotation, hearer, .. } = verb.complements;
    let speaks = clause && quotation && !hearer && verb.form != VerbForm::Gerund && cue.start == reading.cue.head;
    let source = source(reading).filter(|_| speaks && !reading.has_fields() && comma > reading.floor())?;
    let mut relation = reading.relation(RuleId::UnnamedBehindVerb, verb.group.attitude());
    relation.content = reading.content_before(cue.start)?;
    relation.source = vec![source];
    Some(relation)
}

/// The phrase from the verb to the end of the sentence, if it is somebody without a name.
fn source(reading: &Reading) -> Option<Tokens> {
    let (text, start) = (reading.text, reading.cue.tokens.end);
    let source = start..reading.trim(start..reading.ceiling()).end;
    reading.phrases.after(start, source.end)?;
    let phrase = reading.phrases.read(source.clone());
    let is_insider = phrase.is_a(&[NounClass::Insider]);
    let is_person = is_insider || phrase.is_a(&[NounClass::Person, NounClass::Spokesperson, NounClass::Expert]);
    let is_somebody = is_insider && phrase.determiner == Determiner::Definite
        || phrase.is_indefinite()
        || phrase.determiner == Determiner::None && phrase.plural;
    let is_quoted = source.clone().any(|at| text.is_quotation_mark(at));
    let is_source = is_person && is_somebody && !is_quoted && is_kept_back(text, &phrase);
    (is_source && !goes_on(text, &source, &phrase)).then_some(source)
}

/// An insider of whom no more is said, "familiar with the talks", "who asked not to be named".
fn is_kept_back(text: &Text, phrase: &Phrase) -> bool {
    let rest = &phrase.rest;
    rest.is_empty() && phrase.is_a(&[NounClass::Insider])
        || phrase.tells_how_they_know(text) && !text.is(rest.start, Role::RelativeOfPerson)
        || rest.clone().take(LEAD).any(|at| text.keeps_name_back(at, rest.end))
}

/// Whether a verb follows whose subject the phrase may be: "said a person close to him |had called", "…, |is the mayor".
fn goes_on(text: &Text, source: &Tokens, phrase: &Phrase) -> bool {
    let ends =
        |&at: &usize| text.is(at, Role::RelativeOfPerson | Role::RelativeOfThing) || text.is_mark(at, &[",", ";", "("]);
    let described = phrase.rest.clone().find(ends).unwrap_or(source.end);
    let knowledge = text.pattern(PatternKind::Basis, phrase.rest.start, source.end);
    let behind = knowledge.map_or(phrase.rest.start, |knowledge| knowledge.end);
    let is_aside = |at: usize| text.is(at, Role::RelativeOfPerson | Role::PresentParticiple);
    (source.start..described).any(|at| words::is_finite(text, at))
        || (behind..described).any(|at| text.is(at, Role::PastParticiple))
        || text.is_mark(described, &[",", ";", "("]) && !is_aside(described + 1)
}

// Cases.
//
// > {content#1:indirect {source#2:named Brandt} {cue#2:statement suggested} {content#2:indirect he was open to a bridge}}, {cue#1:statement said} {source#1:unnamed two people familiar with his remarks}.
//
// > {content:indirect On Friday, Brandt burst into the office and demanded a boat}, {cue:statement said} {source:unnamed the source, who spoke to the Gazette on the condition of anonymity}.
//
// > {content:indirect Captain Tomas Brandt, who leads the pilots, will be named head of the harbour}, {cue:statement said} {source:unnamed an official who was not authorized to speak publicly}.
//
// > {content:indirect Brandt had been on a list for weeks}, {cue:statement says} {source:unnamed a port official}.
//
// What follows may be a clause.
// > {source:named Ines Aldana, the mayor,} {cue:statement said} {content:indirect a person close to Brandt had called her}.
//
// FIXME: their whole phrase is the source.
// > {source#1:named Ines Aldana, the mayor,} {cue#1:statement said} {content#1:indirect {source#2:unnamed officials} familiar with the bridge {cue#2:statement warned} {content#2:indirect her}}.
