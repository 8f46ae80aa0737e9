//! **reportedly**: “reportedly”, “allegedly”, “supposedly”.
//!
//! What: marks the adverb wherever it stands.
//!
//! Why: Somebody says so, and the page does not say who.
//!
//! Example:
//!
//! > The ship was {hedge:evidential reportedly} sold for scrap.
//! - range: none
//! - hedge-rule: reportedly

use crate::hedge::{Context, Outcome};

pub fn test(_: &Context) -> Outcome {
    Outcome::Hedge
}

// Cases.
//
// > He {hedge:evidential allegedly} cut the rope.
//
// > The {hedge:evidential supposedly} sealed hatch was open.
