//! **apparently**: “apparently”, “seemingly”.
//!
//! What: marks the adverb wherever it stands.
//!
//! Why: It says how something looks, not how it is.
//!
//! Example:
//!
//! > The crew had {hedge:appearance apparently} left.
//! - hedge-rule: apparently

use crate::hedge::{Context, Outcome};

pub fn test(_: &Context) -> Outcome {
    Outcome::Hedge
}
