//! **implies**: “implies that”.
//!
//! What: marks the verb; not “as the name implies”, not “an implied threat”.
//!
//! Why: What is implied is a conclusion that need not hold.
//!
//! Example:
//!
//! > The date {hedge:appearance implies} a second owner.
//! - hedge-rule: implies

use super::{closes_aside, is_attribute};
use crate::hedge::{Context, Outcome};

pub fn test(c: &Context) -> Outcome {
    Outcome::from(!closes_aside(c) && !is_attribute(c) && c.goes_on())
}
