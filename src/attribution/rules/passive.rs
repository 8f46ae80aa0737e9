//! **passive**: is expected to: a passive without an agent.
//!
//! What: has no source; the subject belongs to the content. In “it is said that” the pronoun belongs to the cue.
//!
//! Why: the page does not say who says or thinks so.
//!
//! Example:
//!
//! > {content:indirect The bridge} {cue:belief is expected} {content:indirect to reopen in May}.
//! - rule: passive

use super::{Finds, Reading};
use crate::attribution::cue::CueKind;
use crate::attribution::{Relation, Tokens};
use crate::kinds::RuleId;
use crate::language::{Function, Role, Verb, VerbGroup};
use crate::noun_phrase::words;
use crate::order::sort_by_number;

pub const FINDS: Finds = Finds::Relation(find);

fn find(reading: &Reading) -> Option<Relation> {
    if reading.has_fields() {
        return by_fields(reading);
    }
    let CueKind::Passive(verb) = reading.cue.kind else { return None };
    let (text, cue) = (reading.text, &reading.cue.tokens);
    if text.is(cue.end, Role::AgentPreposition) {
        return None;
    }
    let subject = reading.phrase_before();
    // "The ferry was sold and is expected to leave", but not "and was denied access".
    let is_joined = || cue.start > 0 && text.is(cue.start - 1, Role::Coordinator | Role::Contrast);
    if subject.is_none() && !is_joined() {
        return None;
    }
    let complement = reading.complement().filter(|&(_, rule)| subject.is_some() || rule != RuleId::NounContent);
    let content = complement.map(|(content, _)| content).or_else(|| predicate(reading, verb))?;
    let mut relation = reading.relation(RuleId::Passive, verb.group.attitude());
    match subject {
        Some(pronoun) if text.is(pronoun.start, Role::NeuterPronoun) && pronoun.len() == 1 => {
            relation.cue = vec![pronoun.start..cue.end];
            relation.content = content;
        }
        subject => relation.content = subject.into_iter().chain(content).collect(),
    }
    Some(relation)
}

/// "is thought | to be ready", "is seen | as a success", "is accused | of fraud", "is expected | in May": what only a passive
/// takes as its content.
fn predicate(reading: &Reading, verb: Verb) -> Option<Vec<Tokens>> {
    let (text, at) = (reading.text, reading.cue.tokens.end);
    let judges = verb.complements.noun && matches!(verb.group, VerbGroup::Criticize | VerbGroup::Praise);
    // "was admitted to | a hospital"
    let infinitive = text.is(at, Role::InfinitiveMark) && !words::opens_phrase(text, at + 1);
    let opens = verb.complements.clause && infinitive
        || verb.complements.object_as && text.is(at, Role::Manner)
        || judges && text.is(at, Role::JudgedPreposition)
        || verb.group == VerbGroup::Expect && text.is(at, Role::CircumstancePreposition);
    (opens && at < reading.ceiling()).then(|| vec![reading.clause(at)])
}

/// "Der Hafen soll verkauft werden", "Der Verkauf wurde kritisiert": the clause around the cue, or the one that it takes.
fn by_fields(reading: &Reading) -> Option<Relation> {
    let hearsay = reading.text.is(reading.cue.head, Role::HearsayVerb);
    if !hearsay && !matches!(reading.cue.kind, CueKind::Passive(_)) {
        return None;
    }
    let subject = reading.subject()?;
    let object = reading.object_by_fields();
    if hearsay && !object.as_ref().is_some_and(|object| tells_hearsay(reading, object)) {
        return None;
    }
    let clause = reading.complement().filter(|(_, rule)| !hearsay && *rule != RuleId::NounContent);
    let mut relation = reading.relation(RuleId::Passive, reading.verb?.group.attitude());
    relation.content = match clause {
        Some((content, _)) => content,
        None => std::iter::once(subject).chain(object).collect(),
    };
    sort_by_number(&mut relation.content, |piece| piece.start);
    Some(relation)
}

/// "soll … verkauft worden sein": what is past or lasts is hearsay, and else a plan; "gilt als": but not "gilt für".
fn tells_hearsay(reading: &Reading, object: &Tokens) -> bool {
    let text = reading.text;
    if text.function(reading.cue.head) != Some(Function::Modal) {
        return object.clone().any(|at| text.is(at, Role::ClauseOpener));
    }
    let first_clause = object.clone().take_while(|&at| !text.is_mark(at, &[","]));
    first_clause.last().is_some_and(|last| {
        text.is(last, Role::NonFinite) && text.is(last, Role::Have | Role::Be) && !text.is(last, Role::Become)
    })
}

// Cases.
//
// > The ferry was sold and {cue:belief is expected} {content:indirect to leave in May}.
//
// > {content:indirect More strikes} {cue:belief are expected} {content:indirect on Monday}.
//
// > {content:indirect The pier} {cue:belief is seen} {content:indirect as a success}.
//
// > The captain was admitted to a hospital.
