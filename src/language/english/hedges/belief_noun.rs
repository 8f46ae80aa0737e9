//! **belief-noun**: “the belief that”, “an assumption that”.
//!
//! What: marks the noun with “that”, where it guards what the page says; not “no belief”, not somebody's belief.
//!
//! Why: What follows is a conclusion or a thought, not a fact.
//!
//! Example:
//!
//! > There are {hedge:appearance {cue:evidence indications} {content:indirect that}} {content:indirect the gate was shut}.
//! - hedge-rule: belief-noun

use crate::hedge::{Context, Outcome};

pub fn test(c: &Context) -> Outcome {
    // "The theory that", somebody's, is an attribution.
    let guarded = c.word().is("indication indications speculation suspicion suspicions") || c.is_conll();
    Outcome::from(guarded && !c.before(1).is("no without any"))
}

// Cases.
//
// > The council dropped the {cue:belief theory} {content:indirect that the gate was shut}.
//
// > The council dropped the {hedge:belief {cue:belief theory} {content:indirect that}} {content:indirect the gate was shut}.
// - hedging: conll-2010
