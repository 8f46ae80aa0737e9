//! **bare-clause**: said the bridge would reopen: a clause without “that”.
//!
//! What: takes the clause behind the verb, past the hearer, the day and the medium, where a subject with a verb of
//! its own begins.
//!
//! Why: “that” is often left out after common verbs of saying.
//!
//! Example:
//!
//! > {source:named Mayor Ines Aldana} {cue:statement said} {content:indirect the bridge will reopen in May}.
//! - rule: bare-clause

use super::{Finds, Reading};
use crate::attribution::Tokens;
use crate::language::VerbGroup;

pub const FINDS: Finds = Finds::Complement(complement);

fn complement(reading: &Reading) -> Option<Vec<Tokens>> {
    let verb = reading.verb?;
    let (start, ceiling) = (reading.after_hearer(), reading.ceiling());
    let takes_clause = verb.complements.clause && verb.group != VerbGroup::Know;
    let opens = takes_clause && start < ceiling && reading.starts_clause(start, ceiling);
    opens.then(|| vec![reading.clause(start)])
}

// Cases.
//
// > {source:named Brandt} also {cue:statement said} {content:indirect two boats were sold}.
