//! **reportedly**: “angeblich”, “dem Vernehmen nach”.
//!
//! What: marks the adverb.
//!
//! Why: Somebody claims it; the page does not say who.
//!
//! Example:
//!
//! > Der Kapitän war {hedge:evidential angeblich} nicht an Bord.
//! - hedge-rule: reportedly

use crate::hedge::{Context, Outcome};

pub fn test(_: &Context) -> Outcome {
    Outcome::Hedge
}

// Cases.
//
// > {hedge:evidential Dem Vernehmen nach} zahlt die Stadt.
