//! **expect**: “expects growth”, “is expected to grow”.
//!
//! What: marks the verb and its passive; not “as expected”, not “the expected gain”.
//!
//! Why: What is expected may not come.
//!
//! Example:
//!
//! > {source:named The harbour} {cue:belief {hedge:belief expects}} {content:indirect a hard winter}.
//! - hedge-rule: expect
//! - hedging: conll-2010

use super::{PERSONS, was_absent};
use crate::hedge::{Context, Outcome};

pub fn test(c: &Context) -> Outcome {
    let subject = c.head_before().is(PERSONS) || c.head_before().is("it");
    let clause = c.after(1).is("to that");
    let compared = c.before(1).is("than as once") || c.before(1).norm.ends_with("than");
    let able = c.before(1).is("to") && c.before(2).is("able unable hard difficult impossible easy");
    let holds = !compared
        && !able
        && match c.word().norm {
            "expected" => clause || subject || c.auxiliary().is_some(),
            "expecting" => c.auxiliary().is_some() || clause,
            _ => true,
        };
    Outcome::from(c.is_conll() && holds && !was_absent(c) && c.goes_on())
}

// Cases.
//
// On a page, an expectation is attributed and is no hedge.
// > {content:indirect The bridge} {cue:belief is expected} {content:indirect to reopen on Friday}.
//
// > {content:indirect The bridge} {cue:belief is {hedge:belief expected}} {content:indirect to reopen on Friday}.
// - hedging: conll-2010
//
// > As expected, the bridge reopened.
//
// > The bill was higher than expected.
