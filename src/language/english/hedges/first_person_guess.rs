//! **first-person-guess**: “I guess”, “my guess”, “I imagine”.
//!
//! What: marks the verb or noun of the first person.
//!
//! Why: Whoever guesses does not know.
//!
//! Example:
//!
//! > I {hedge:belief guess} the bridge will hold.
//! - hedge-rule: first-person-guess

use crate::hedge::{Context, Outcome};

pub fn test(c: &Context) -> Outcome {
    Outcome::from(c.before(1).is("i we 'd my our"))
}
