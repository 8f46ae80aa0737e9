//! **apparent**: “apparent” before a noun.
//!
//! What: marks the adjective where it means how something looks; not “no apparent reason”.
//!
//! Why: It says how something looks, not how it is.
//!
//! Example:
//!
//! > The {hedge:appearance apparent} leak was rain.
//! - hedge-rule: apparent

use crate::hedge::{Context, Outcome};

pub fn test(c: &Context) -> Outcome {
    Outcome::from(c.noun_follows() && !c.before(1).is("no more most as"))
}

// Cases.
//
// > There was no apparent reason.
