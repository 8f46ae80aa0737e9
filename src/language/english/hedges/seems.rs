//! **seems**: “seems”, “looks as if”.
//!
//! What: marks the verb wherever it stands.
//!
//! Why: It says how something looks, not how it is.
//!
//! Example:
//!
//! > The old crane {hedge:appearance seems} safe.
//! - hedge-rule: seems

use crate::hedge::{Context, Outcome};

pub fn test(_: &Context) -> Outcome {
    Outcome::Hedge
}

// Cases.
//
// > It {hedge:appearance looks as if} the ice will hold.
