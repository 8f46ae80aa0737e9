//! **alleged**: “mutmaßlich”, “angebliche”, “vermeintlich” before what is claimed.
//!
//! What: marks the adjective and the adverb.
//!
//! Why: It is claimed, not known.
//!
//! Example:
//!
//! > Der {hedge:evidential mutmaßliche} Täter schweigt.
//! - hedge-rule: alleged

use crate::hedge::{Context, Outcome};

pub fn test(_: &Context) -> Outcome {
    Outcome::Hedge
}

// Cases.
//
// > Das Boot wurde {hedge:evidential mutmaßlich} gestohlen.
