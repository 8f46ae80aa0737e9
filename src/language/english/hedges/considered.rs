//! **considered**: “is considered a threat”, “many consider it”.
//!
//! What: marks judgements; not “considered leaving”, not “was considered for”.
//!
//! Why: A judgement is no fact of the world.
//!
//! Example:
//!
//! > {content:indirect The pier} {cue:belief is {hedge:belief considered}} {content:indirect the finest on the coast}.
//! - hedge-rule: considered
//! - hedging: conll-2010

use super::clause_follows;
use crate::hedge::{Context, Outcome};

pub fn test(c: &Context) -> Outcome {
    const NOT_JUDGED: &str = "for in from and separately whether how";
    if !c.is_conll() || !c.goes_on() || c.after(1).norm.ends_with("ing") || c.after(1).is(NOT_JUDGED) {
        return Outcome::No;
    }
    let subject = c.head_before().is("i we he she they who it some many most others people");
    Outcome::from(match c.word().norm {
        "considers" => !c.head_before().is("one you"),
        "consider" => subject || c.head_before().norm.ends_with('s') && !c.after(1).is("the"),
        _ => {
            let passive = c.auxiliary().is_some() && !c.before(1).is("being");
            let reduced = c.after(1).is("to by") || c.before(1).norm.ends_with("ly");
            let apposed = c.before(1).is(",") && clause_follows(c);
            passive || reduced || apposed || subject && clause_follows(c)
        }
    })
}

// Cases.
//
// > {source:named The council} {cue:belief considered} {content:indirect selling the pier}.
