//! **assumed**: “is assumed to”, “presumed dead”.
//!
//! What: marks the passive, “presumed” before a noun, and “assumed that”.
//!
//! Why: What is assumed is taken to be so without proof.
//!
//! Example:
//!
//! > The captain is {hedge:belief presumed} dead.
//! - hedge-rule: assumed

use crate::hedge::{Context, Outcome};

pub fn test(c: &Context) -> Outcome {
    let passive = c.auxiliary().is_some() && c.goes_on() && !c.after(1).is("by");
    Outcome::from(passive || c.word().is("presumed") && c.noun_follows() || c.after(1).is("that to there it they"))
}
