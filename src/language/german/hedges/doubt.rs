//! **doubt**: “kaum” of what is improbable.
//!
//! What: marks “kaum” beside a word of the future or of belief; “kaum Platz” counts.
//!
//! Why: “Kaum” says that something is not expected.
//!
//! Example:
//!
//! > Der Plan {hedge:modal dürfte} {hedge:likelihood kaum} gelingen.
//! - hedge-rule: modal-might

use crate::hedge::{Context, Outcome};

pub fn test(c: &Context) -> Outcome {
    Outcome::from(c.anywhere_before(REACH, "dürfte dürften wird werden würde würden"))
}

/// Words back to the verb.
const REACH: usize = 4;

// Cases.
//
// > Der Fonds wird {hedge:likelihood kaum} ausreichen.
// - hedge-rule: doubt
//
// > Am Kai gibt es kaum noch Platz für die Boote.
