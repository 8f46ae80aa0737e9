//! **modal-may**: “mag” of what is possible.
//!
//! What: marks “mag” with an infinitive at the end of its clause; not liking something.
//!
//! Why: “Das mag sein” grants a possibility.
//!
//! Example:
//!
//! > Das {hedge:modal mag} ein Fehler gewesen sein.
//! - hedge-rule: modal-may

use crate::hedge::{Context, Outcome};

pub fn test(c: &Context) -> Outcome {
    const INFINITIVE: &str = "sein haben werden erscheinen klingen wirken scheinen stimmen geben";
    Outcome::from(c.anywhere_after(LONGEST_CLAUSE, INFINITIVE))
}

/// Words from the verb to the infinitive at the end of its clause.
const LONGEST_CLAUSE: usize = 12;

// Cases.
//
// > Die Idee {hedge:modal mag} einfach klingen.
//
// Liking.
// > Sie mag den Hafen und die Boote sehr.
