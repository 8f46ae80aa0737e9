//! **considered**: “gilt als”.
//!
//! What: marks the verb where “als” follows.
//!
//! Why: It gives a judgement that somebody holds.
//!
//! Example:
//!
//! > {content:indirect Der Hafen} {cue:belief {hedge:evidential gilt}} {content:indirect als sicher}.
//! - hedge-rule: considered

use crate::hedge::{Context, Outcome};

pub fn test(c: &Context) -> Outcome {
    Outcome::from(c.anywhere_after(LONGEST_CLAUSE, "als"))
}

/// Words from the verb to "als".
const LONGEST_CLAUSE: usize = 12;

// Cases.
//
// > Die Regel gilt auch für die Boote im Hafen.
