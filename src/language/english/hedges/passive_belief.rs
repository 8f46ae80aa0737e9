//! **passive-belief**: “is said to”, “it is understood that”.
//!
//! What: marks a passive of saying or believing, with its form of “be”.
//!
//! Why: A passive without an agent does not say who says so.
//!
//! Example:
//!
//! > {content:indirect The owner} {cue:statement {hedge:evidential is said}} {content:indirect to live abroad}.
//! - hedge-rule: passive-belief

use crate::hedge::{Context, Outcome};

pub fn test(c: &Context) -> Outcome {
    let clause = c.after(1).is("to") || c.after(1).is("that") && c.anywhere_before(4, "it");
    if c.auxiliary().is_some() && clause { Outcome::Passive } else { Outcome::No }
}
