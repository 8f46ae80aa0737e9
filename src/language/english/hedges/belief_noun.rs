//! **belief-noun**: “the belief that”, “an assumption that”.
//!
//! What: marks the noun with “that”; not “no belief”.
//!
//! Why: What follows is a thought, not a fact.
//!
//! Example:
//!
//! > {source:named He} {cue:belief clung to the {hedge:belief belief}} {content:indirect {hedge:belief that} the gate was shut}.
//! - hedge-rule: belief-noun

use crate::hedge::{Context, Outcome};

pub fn test(c: &Context) -> Outcome {
    Outcome::from(!c.before(1).is("no without any"))
}
