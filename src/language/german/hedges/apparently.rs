//! **apparently**: “offenbar”, “anscheinend”.
//!
//! What: marks the adverb; not “offensichtlich” as an adjective.
//!
//! Why: The words say how it looks.
//!
//! Example:
//!
//! > Der Kapitän war {hedge:appearance offenbar} müde.
//! - hedge-rule: apparently

use crate::hedge::{Context, Outcome};

pub fn test(c: &Context) -> Outcome {
    Outcome::from(!c.before(1).is("nur") && c.word().norm != "offensichtlich")
}

// Cases.
//
// > {hedge:appearance Anscheinend} fehlte ein Seil.
