//! **looks-like**: “es sieht so aus”.
//!
//! What: marks the phrase before its clause.
//!
//! Why: It says how it looks.
//!
//! Example:
//!
//! > Es {hedge:appearance sieht so aus}, als ob der Kran fällt.
//! - hedge-rule: looks-like

use crate::hedge::{Context, Outcome};

pub fn test(_: &Context) -> Outcome {
    Outcome::Hedge
}

// Cases.
//
// > So sieht der Kran im Winter aus.
