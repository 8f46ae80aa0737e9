//! **viewed**: “is seen as”, “regarded by many as”.
//!
//! What: marks the participle with “as”; not what somebody saw.
//!
//! Why: A view is no fact of the world.
//!
//! Example:
//!
//! > {content:indirect The crane} {cue:belief is {hedge:belief seen}} {content:indirect as a landmark}.
//! - hedge-rule: viewed
//! - hedging: conll-2010

use crate::hedge::{Context, Outcome};
use crate::language::Function;

pub fn test(c: &Context) -> Outcome {
    const LONGEST_CLAUSE: usize = 6;
    let clause = (1..=LONGEST_CLAUSE).map(|n| c.after(n)).take_while(|word| !word.is(", . ;") && !word.norm.is_empty());
    let as_follows = clause.into_iter().any(|word| word.is("as"));
    let holds = match c.word().norm {
        "regard" | "regards" => {
            let noun = matches!(c.before(1).function(), Some(Function::Determiner | Function::Preposition));
            as_follows && !noun && !c.before(1).is("this")
        }
        "regarded" => c.goes_on() && (as_follows || c.after(1).is("to")),
        _ => c.after(1).is("as") || c.after(1).is("by") && as_follows,
    };
    Outcome::from(c.is_conll() && holds)
}

// Cases.
//
// > The crane was seen from the ferry.
