//! **alleged**: “alleged”, “suspected”, “reported” before a noun.
//!
//! What: marks the participle before a noun, and as a passive with “to”.
//!
//! Why: Somebody claims it; the page does not say that it is so.
//!
//! Example:
//!
//! > Police held an {hedge:evidential alleged} smuggler and two {hedge:evidential suspected} helpers.
//! - hedge-rule: alleged

use super::PERSONS;
use crate::hedge::{Context, Outcome};
use crate::language::Function;

pub fn test(c: &Context) -> Outcome {
    if c.after(1).is("to") && (c.auxiliary().is_some() || c.before(1).is(",")) {
        return Outcome::Passive;
    }
    let before = c.before(1);
    let possessive = matches!(before.function(), Some(Function::Possessive));
    let subject = before.is(PERSONS)
        || before.norm.len() > 3 && before.norm.ends_with('s') && !before.norm.ends_with("ous") && !possessive;
    let attribute = c.noun_follows() && !subject && c.auxiliary().is_none();
    let marked = possessive || matches!(before.function(), Some(Function::Determiner));
    Outcome::from(attribute && (!c.word().is("reported") || marked))
}

// Cases.
//
// > The harbour's {hedge:evidential alleged} losses were small.
//
// > {source:unnamed The engineer} {cue:statement reported} {content:indirect a leak}.
//
// > The allegations were dropped.
