//! **looks-like**: “it looks like rain”.
//!
//! What: marks the phrase where something is said of a state of things; not “what she looks like”.
//!
//! Why: It says how something looks, not how it is.
//!
//! Example:
//!
//! > It {hedge:appearance looks like} the ice will hold.
//! - hedge-rule: looks-like

use crate::hedge::{Context, Outcome};

pub fn test(c: &Context) -> Outcome {
    let subject = c.before(1).is("it this that what") || c.after(1).is("it he she they we there");
    Outcome::from(subject && c.goes_on() && !c.before(2).is("what how"))
}
