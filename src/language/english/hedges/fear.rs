//! **fear**: “fears that”, “it is feared that”.
//!
//! What: marks the verb and its passive where a clause says what is feared.
//!
//! Why: What is feared may not be so.
//!
//! Example:
//!
//! > {source:vague Fishermen} {cue:belief {hedge:belief fear}} {content:indirect that the quota will fall}.
//! - hedge-rule: fear
//! - hedging: conll-2010

use super::{PERSONS, clause_follows};
use crate::hedge::{Context, Outcome};

pub fn test(c: &Context) -> Outcome {
    let subject = c.before(1).is(PERSONS) && (clause_follows(c) || c.after(1).is_be());
    let passive = c.word().is("feared") && c.auxiliary().is_some() && c.goes_on();
    Outcome::from(
        c.is_conll() && (c.after(1).is("that") || passive || subject || c.word().is("fearing") && c.goes_on()),
    )
}
