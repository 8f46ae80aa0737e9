//! **suspect**: “we suspect”.
//!
//! What: marks the verb; not the person.
//!
//! Why: A suspicion is no finding.
//!
//! Example:
//!
//! > We {hedge:belief suspect} the winch.
//! - hedge-rule: suspect

use super::PERSONS;
use crate::hedge::{Context, Outcome};

pub fn test(c: &Context) -> Outcome {
    let subject = c.head_before().is(PERSONS) || c.word().is("suspect") && c.head_before().norm.ends_with('s');
    let bracket = c.after(1).is("(");
    Outcome::from(subject && (c.goes_on() || bracket) && !c.after(1).is_be() && !c.after(1).is("in who and"))
}

// Cases.
//
// > The suspect left the pier.
