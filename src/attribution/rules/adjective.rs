//! **adjective**: is confident that …, made it clear that …
//!
//! What: takes the clause behind an adjective of speech or thought, with the subject as the source; behind “made clear” a noun
//! phrase as well.
//!
//! Why: such an adjective says what its subject holds.
//!
//! Example:
//!
//! > {source:named Aldana} {cue:belief is confident} {content:indirect that the bridge will reopen in May}.
//! - rule: adjective

use super::{Finds, Reading};
use crate::analysis::Attitude;
use crate::attribution::Relation;
use crate::attribution::cue::CueKind;
use crate::kinds::RuleId;
use crate::language::{Function, Role};

pub const FINDS: Finds = Finds::Relation(find);

fn find(reading: &Reading) -> Option<Relation> {
    let CueKind::Adjective(attitude) = reading.cue.kind else { return None };
    let source = reading.phrase_before()?;
    let at = reading.cue.tokens.end;
    let is_made = reading.text.is(reading.cue.tokens.start, Role::Make | Role::Have);
    let opens = reading.text.is(at, Role::AdjectiveComplement)
        || attitude == Attitude::Belief && opens_bare_clause(reading, at)
        || is_made && reading.phrases.after(at, reading.ceiling()).is_some();
    if !opens || reading.text.is(source.start, Role::NeuterPronoun) {
        return None;
    }
    let mut relation = reading.relation(RuleId::Adjective, attitude);
    relation.source = vec![source];
    relation.content = vec![reading.clause(at)];
    Some(relation)
}

/// "is sure | the bridge will reopen": a clause without “that”, behind an article, a pronoun or a name.
fn opens_bare_clause(reading: &Reading, at: usize) -> bool {
    use Function::{Determiner, DeterminerPronoun, Pronoun};
    let (text, ceiling) = (reading.text, reading.ceiling());
    let function = text.function(at);
    let opens = matches!(function, Some(Determiner | DeterminerPronoun | Pronoun))
        || function.is_none() && text.has_capital(at);
    at < ceiling && opens && reading.starts_clause(at, ceiling)
}

// Cases.
//
// > {source:named Aldana} {cue:belief was sure} {content:indirect the bridge would hold}.
//
// > {source:named Aldana} {cue:statement has made it clear} {content:indirect that the quota stays}.
//
// > {source:named Aldana} {cue:statement made clear} {content:indirect her doubts about the quota}.
//
// > The crew made sure the boat was empty.
