//! **possible**: “possible” of events.
//!
//! What: marks the adjective; not ability (“possible to”), extremes (“as soon as possible”) or sets (“all possible
//! means”).
//!
//! Why: “A possible leak” may be none; “made it possible” is a fact.
//!
//! Example:
//!
//! > Inspectors are looking into a {hedge:likelihood possible} leak.
//! - range: none
//! - hedge-rule: possible

use crate::hedge::{Context, Outcome};
use crate::text::Kind;

pub fn test(c: &Context) -> Outcome {
    const EXTREMES: &str = "as if where when wherever whenever every all always only ever best worst maximum not soon \
        make makes made making it extent two three four";
    let before = c.before(1);
    let counted = c.previous().is_some_and(|t| t.kind == Kind::Number) || c.anywhere_before(2, "number numbers total");
    let extreme =
        before.is(EXTREMES) || before.norm.ends_with("est") && before.norm.len() > 4 || c.anywhere_before(4, "as");
    if extreme || counted || c.after(1).is("to for by through only with otherwise") {
        return Outcome::No;
    }
    let head = c.head_before();
    let denied = c.anywhere_before(2, "not n't never");
    let stated = !denied && head.is_be() && (!head.is("was were been") || c.after(1).is(",")) || before.is("remains");
    Outcome::from(c.noun_follows() || c.after(1).is("further new") || stated || c.after(1).is("that"))
}

// Cases.
//
// > It is {hedge:likelihood possible} that the leak is old.
//
// > The crew left as soon as possible.
//
// > The grant made it possible to rebuild.
//
// > They used every possible means at the lowest possible cost.
