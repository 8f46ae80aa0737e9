//! **supposed**: “the supposed owner”.
//!
//! What: marks the adjective before a noun; “supposed to” is a duty.
//!
//! Why: It says what is held to be so, not what is.
//!
//! Example:
//!
//! > The {hedge:evidential supposed} owner never came.
//! - hedge-rule: supposed

use super::PERSONS;
use crate::hedge::{Context, Outcome};

pub fn test(c: &Context) -> Outcome {
    Outcome::from(c.noun_follows() && c.auxiliary().is_none() && !c.before(1).is(PERSONS))
}

// Cases.
//
// > The ferry was supposed to sail at nine.
