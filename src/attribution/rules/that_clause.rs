//! **that-clause**: said that …
//!
//! What: takes the clause from “that” to the end of the sentence, or to where another voice takes over.
//!
//! Why: “that” after a reporting verb opens what was said.
//!
//! Example:
//!
//! > {source:named Mayor Ines Aldana} {cue:statement said} {content:indirect that the bridge will reopen in May}.
//! - rule: that-clause

use super::{Finds, Reading};
use crate::attribution::Tokens;
use crate::language::Role;

pub const FINDS: Finds = Finds::Complement(complement);

fn complement(reading: &Reading) -> Option<Vec<Tokens>> {
    let verb = reading.verb?;
    let takes_clause = verb.complements.clause || verb.complements.question;
    let opens = |&place: &usize| takes_clause && reading.text.is(place, Role::Complementizer);
    reading.places().into_iter().find(opens).map(|place| vec![reading.clause(place)])
}

// Cases.
//
// > {source:named Ines Aldana} {cue:statement told} reporters {content:indirect that the bridge will reopen in May}.
//
// > {source:named The harbour authority} {cue:statement said} on Monday in a statement {content:indirect that the crane had been repaired}.
//
// > {source:named Ines Aldana} {cue:statement said} {content:mixed that the bridge was “safer than ever” and would reopen in May}.
