//! **modal-might**: “dürfte” of what is probable.
//!
//! What: marks “dürfte” and “dürften”; “darf” is permission.
//!
//! Why: “Dürfte” gives what the writer takes for probable.
//!
//! Example:
//!
//! > Die Fähre {hedge:modal dürfte} morgen wieder fahren.
//! - hedge-rule: modal-might

use crate::hedge::{Context, Outcome};

pub fn test(c: &Context) -> Outcome {
    Outcome::from(!c.anywhere_before(CONDITION, "wenn falls"))
}

/// Words before the verb that are asked for a condition.
const CONDITION: usize = 8;

// Cases.
//
// > Die Kosten {hedge:modal dürften} steigen.
//
// Permission.
// > Die Boote dürfen nicht in den Hafen einfahren.
