//! **doubt**: “I doubt that”.
//!
//! What: marks the verb with its clause; not “no doubt”.
//!
//! Why: Whoever doubts does not hold it to be so.
//!
//! Example:
//!
//! > {source:named We} {cue:statement {hedge:belief doubt}} {content:indirect that the rope will hold}.
//! - hedge-rule: doubt

use super::{PERSONS, clause_follows};
use crate::hedge::{Context, Outcome};

pub fn test(c: &Context) -> Outcome {
    let clause = c.after(1).is("if whether") || clause_follows(c);
    Outcome::from(c.head_before().is(PERSONS) && clause)
}
