//! **appears**: “appears to be”, “it appears that”.
//!
//! What: marks the verb with what it is said of; not on a stage, in court or in print.
//!
//! Why: It says how something looks, not how it is.
//!
//! Example:
//!
//! > The hull {hedge:appearance appears} to be sound.
//! - hedge-rule: appears

use crate::hedge::{Context, Outcome};

pub fn test(c: &Context) -> Outcome {
    const STATES: &str =
        "to that likely unlikely set ready poised headed determined certain unable willing unwilling not";
    let next = (1..=2).map(|n| c.after(n)).find(|word| !word.is_adverb() || word.is("not"));
    let like = c.after(1).is("as") && c.after(2).is("if though");
    let clause = c.before(1).is("it") && !c.after(1).is("on in at under again as");
    Outcome::from(next.is_some_and(|word| word.is(STATES)) || like || clause)
}

// Cases.
//
// > The captain appeared in court on Monday.
//
// > Her name appears on the list.
