//! **rumoured**: “rumoured”, “rumours that”.
//!
//! What: marks the word wherever it stands.
//!
//! Why: People say so; the page does not say that it is so.
//!
//! Example:
//!
//! > The {hedge:evidential rumoured} sale came to nothing.
//! - hedge-rule: rumoured

use crate::hedge::{Context, Outcome};

pub fn test(_: &Context) -> Outcome {
    Outcome::Hedge
}
