//! **potential**: “mögliche”, “potenzielle” before a noun.
//!
//! What: marks the attribute of something that may come.
//!
//! Why: A possible strike is none yet.
//!
//! Example:
//!
//! > Der Hafen bereitet sich auf einen {hedge:likelihood möglichen} Streik vor.
//! - hedge-rule: potential

use crate::hedge::{Context, Outcome};

pub fn test(c: &Context) -> Outcome {
    let all = c.before(1).is("alle allen aller jede jeden jeder bestmögliche");
    Outcome::from(c.noun_follows() && !all)
}

// Cases.
//
// > Alle möglichen Boote liegen im Hafen.
