//! **hedge-verb**: “vermuten”, “mutmaßen”, “davon ausgehen”.
//!
//! What: marks the verb of a guess.
//!
//! Why: What is supposed is not known.
//!
//! Example:
//!
//! > {source:unnamed Die Ermittler} {cue:belief {hedge:belief vermuten}} {content:indirect einen Brand}.
//! - hedge-rule: hedge-verb

use crate::hedge::{Context, Outcome};

pub fn test(c: &Context) -> Outcome {
    Outcome::from(!c.before(1).is("zu") && !c.is_capitalised())
}

// Cases.
//
// > {source:named Die Stadt} {cue:belief {hedge:belief geht davon aus}}, {content:indirect dass die Brücke hält}.
