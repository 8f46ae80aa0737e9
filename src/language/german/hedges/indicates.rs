//! **indicates**: “deutet darauf hin”.
//!
//! What: marks the verb where “darauf” or “auf” and “hin” follow.
//!
//! Why: It draws a conclusion from evidence.
//!
//! Example:
//!
//! > {source:document Der Rost} {cue:evidence {hedge:appearance deutet}} {content:indirect auf einen Fehler} {cue:evidence hin}.
//! - hedge-rule: indicates

use crate::hedge::{Context, Outcome};

pub fn test(c: &Context) -> Outcome {
    Outcome::from(c.anywhere_after(LONGEST_CLAUSE, "hin"))
}

/// Words from the verb to its prefix at the end of the clause.
const LONGEST_CLAUSE: usize = 20;

// Cases.
//
// > Die Karte deutet niemand richtig.
