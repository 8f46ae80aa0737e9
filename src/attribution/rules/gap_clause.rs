//! **gap-clause**: which officials believe could sink; names he said would be read out: who speaks stands inside the clause.
//!
//! What: takes the subject inside a relative clause, before the verb of that clause, as the source; the relative pronoun, or the
//! noun without one, belongs to the content. Likewise “what he described as”.
//!
//! Why: the verb of saying parts the pronoun from its own verb.
//!
//! Example:
//!
//! > The ferry, {content:indirect which} {source:unnamed officials} {cue:belief believe} {content:indirect {hedge:modal could} sink}, was sold.
//! - rule: gap-clause

use super::{Finds, Reading};
use crate::attribution::cue::CueKind;
use crate::attribution::{Relation, Tokens};
use crate::kinds::RuleId;
use crate::language::{Function, Role};

pub const FINDS: Finds = Finds::Relation(find);

fn find(reading: &Reading) -> Option<Relation> {
    let CueKind::Finite(verb) = reading.cue.kind else { return None };
    let (text, at) = (reading.text, reading.cue.tokens.end);
    let is_verb = matches!(text.function(at), Some(Function::Auxiliary | Function::Modal));
    let goes_on = verb.complements.clause && is_verb || verb.complements.object_as && text.is(at, Role::Manner);
    if reading.has_fields() || !goes_on || at >= reading.ceiling() {
        return None;
    }
    let mut source = reading.subject()?;
    if source.len() > 1 && is_opener(reading, source.start) {
        source.start += 1;
    }
    let opener = opener(reading, source.start, is_verb)?;
    let mut relation = reading.relation(RuleId::GapClause, verb.group.attitude());
    relation.content = vec![opener, reading.clause_to_comma(at)];
    relation.source = vec![source];
    Some(relation)
}

/// What stands before the subject: a relative pronoun, or the noun that a clause without one describes.
fn opener(reading: &Reading, subject: usize, may_be_noun: bool) -> Option<Tokens> {
    let text = reading.text;
    let before = subject.checked_sub(1).filter(|&before| before >= reading.floor())?;
    if is_opener(reading, before) {
        return Some(before..subject);
    }
    let is_noun = may_be_noun
        && text.function(subject) == Some(Function::Pronoun)
        && text.function(before).is_none()
        && text.tag(before).verb.is_none();
    is_noun.then(|| reading.phrases.before(subject, reading.floor())).flatten()
}

fn is_opener(reading: &Reading, at: usize) -> bool {
    reading.text.is(at, Role::RelativeOfPerson | Role::RelativeOfThing | Role::QuestionWord)
}

// Cases.
//
// > Ek sold {content:indirect what} {source:named she} {cue:statement described} {content:indirect as a small boat}.
//
// > There are {content:indirect names} {source:named he} {cue:statement said} {content:indirect would be read out}.
