//! **estimate**: “we estimate that”.
//!
//! What: marks the verb; “an estimated 300” is rounding.
//!
//! Why: An estimate may be off.
//!
//! Example:
//!
//! > {source:named We} {cue:statement {hedge:belief estimate}} {content:indirect that forty ships were lost}.
//! - hedge-rule: estimate

use crate::hedge::{Context, Outcome};
use crate::language::Function;

pub fn test(c: &Context) -> Outcome {
    let person = c.head_before().is("i we they he she") && !c.word().is("estimated");
    let rounded = c.before(1).function() == Some(Function::Determiner) || c.after(1).is("at");
    let made = c.word().is("estimated estimates") && !rounded && !c.is_conll();
    Outcome::from(c.goes_on() && (c.after(1).is("that") || person || made))
}

// Cases.
//
// > An estimated forty ships were lost.
//
// > {source:vague The insurers} {cue:statement {hedge:belief estimated}} {content:indirect that forty ships were lost}.
