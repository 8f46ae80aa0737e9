//! **potential**: “potential” before a noun.
//!
//! What: marks the adjective; not what somebody is full of (“has the potential to”), not fixed terms (“potential
//! energy”).
//!
//! Why: What is potential need not come to be.
//!
//! Example:
//!
//! > The {hedge:likelihood potential} damage is large.
//! - hedge-rule: potential

use crate::hedge::{Context, Outcome};

pub fn test(c: &Context) -> Outcome {
    const FIXED: &str = "energy customers customer buyers buyer purchasers purchaser clients client difference bidder \
        bidders recipient recipients";
    let stock = c.before(1).is("full untapped electric action");
    let noun = c.noun_follows() && !c.after(1).is(FIXED);
    Outcome::from(!stock && (noun || c.after(1).is("for") && c.before(1).is("the")))
}

// Cases.
//
// > The bridge has the potential to last.
