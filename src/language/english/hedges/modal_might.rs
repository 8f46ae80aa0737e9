//! **modal-might**: “might” of what is possible.
//!
//! What: marks the verb; not power (“the might of”), not a turn of speech (“you might say”).
//!
//! Why: “Might” says that something is possible; no published scale gives it a number.
//!
//! Example:
//!
//! > The ice {hedge:modal might} be gone by noon.
//! - range: none
//! - hedge-rule: modal-might

use crate::hedge::{Context, Outcome};

pub fn test(c: &Context) -> Outcome {
    let power =
        c.before(1).is("the his her its their our of with military economic all") || c.after(1).is("of does is was . ");
    let turn = c.before(1).is("you one") && (1..=2).any(|n| c.after(n).is("ask say imagine expect think call argue"));
    Outcome::from(!power && !turn && !c.after(1).is("as"))
}

// Cases.
//
// > The might of the sea is known here.
//
// > The village used all its might.
