//! **likelihood-word**: words that say how probable something is: “perhaps”, “probably”, “almost certain”.
//!
//! What: marks the word wherever it stands.
//!
//! Why: These words say nothing else; ICD 203 gives many of them a range.
//!
//! Example:
//!
//! > {hedge:likelihood Perhaps} the tide was late. {hedge:likelihood Maybe} the clock was wrong. {hedge:likelihood Possibly} both.
//! - hedge-rule: likelihood-word

use crate::hedge::{Context, Outcome};

pub fn test(_: &Context) -> Outcome {
    Outcome::Hedge
}

// Cases.
//
// > Rain is {hedge:likelihood almost certain} tonight.
// - range: 95-99
//
// > The bridge will {hedge:likelihood probably} reopen.
// - range: 55-80
//
// > There is a {hedge:likelihood remote chance} of frost.
// - range: 1-5
