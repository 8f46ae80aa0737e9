//! Noun phrases: where one starts and ends beside a cue, and what its words tell.
//!
//! There is no parser. [`extent`] grows a phrase over words that can belong to one and stops at those that cannot;
//! [`reading`] tells determiner, quantity, possessor and head of a phrase and what follows the head. Both ask the same
//! questions about single words ([`words`]).

mod extent;
mod reading;
pub mod words;

pub use extent::Phrases;
pub use reading::{Determiner, Phrase, Quantity};
