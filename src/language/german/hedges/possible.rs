//! **possible**: “möglich”, “denkbar”, “nicht ausgeschlossen”.
//!
//! What: marks them after a form of “sein” or “halten”; not “so bald wie möglich”, not what is possible to do.
//!
//! Why: They say that it may be so.
//!
//! Example:
//!
//! > Ein Brand ist {hedge:likelihood nicht ausgeschlossen}.
//! - hedge-rule: possible

use crate::hedge::{Context, Outcome};

pub fn test(c: &Context) -> Outcome {
    let compared = c.before(1).is("wie nicht so als");
    let whole = c.cue.len() > 1;
    let clause = c.after(1).is(",") && c.after(2).is("dass");
    Outcome::from(whole || c.word().norm == "denkbar" || clause && !compared)
}

// Cases.
//
// > Es ist {hedge:likelihood möglich}, dass die Fähre morgen fährt.
//
// > Die Fähre soll so bald wie möglich wieder fahren.
