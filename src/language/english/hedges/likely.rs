//! **likely**: “likely”, “unlikely” of what may be.
//!
//! What: marks the adjective and the adverb; not a comparison of frequencies, not voters.
//!
//! Why: The word states a probability; “likely voters” are a term of pollsters.
//!
//! Example:
//!
//! > The {hedge:likelihood likely} cause was rust.
//! - hedge-rule: likely

use crate::hedge::{Context, Outcome};
use crate::language::Function;

pub fn test(c: &Context) -> Outcome {
    let compared = c.before(1).is("more less as equally how times least");
    let attribute = c.word().is("unlikely") && c.before(1).function() == Some(Function::Determiner) && c.noun_follows();
    Outcome::from(!compared && !attribute && !c.after(1).is("voters voter suspects"))
}

// Cases.
//
// > The ferry is {hedge:likelihood likely} to sail.
//
// > Rain is {hedge:likelihood very likely} tonight.
// - range: 80-95
//
// > Rain is {hedge:likelihood likely} tonight.
// - range: 55-80
//
// > Rain is {hedge:likelihood unlikely} tonight.
// - range: 20-45
//
// > Rain is {hedge:likelihood highly unlikely} tonight.
// - range: 5-20
//
// Of frequencies, and of voters.
// > Old cranes are far more likely to fail than new ones.
//
// > Support fell among likely voters.
//
// > It was the start of an unlikely friendship.
