//! **modal-could**: “could” of what is possible.
//!
//! What: marks “could” unless it speaks of being able, of a question, or of what follows from a condition.
//!
//! Why: “Could” commits to possibility alone, “could not see” to a fact.
//!
//! Example:
//!
//! > A second storm {hedge:modal could} reach the coast on Friday.
//! - range: none
//! - hedge-rule: modal-could

use super::is_conditional;
use crate::hedge::{Context, Outcome};

pub fn test(c: &Context) -> Outcome {
    const ABLE: &str = "see hear read feel remember afford tell speak walk believe imagine think understand live stand \
        care sleep breathe play buy carry say write watch sing wait argue barely hardly leave ever";
    const REACHED: &str = "reached seen found heard contacted verified done used bought";
    let negated = c.after(1).is("n't") || c.after(1).is("not no never only") && !c.after(2).is("have");
    let subordinate =
        c.before(1).is("who whoever so as how") || c.anywhere_before(4, "so such order one") || c.before(2).is("all");
    let aimed = c.anywhere_before(8, "ensure ensured ensuring sure until before wanted");
    let asked = c.anywhere_before(6, "how whether what why");
    let able = c.after(1).is(ABLE) || c.after(1).is("be") && c.after(2).is(REACHED);
    Outcome::from(
        !(negated || subordinate || aimed || asked || able || c.is_conll() && is_conditional(c)) && c.goes_on(),
    )
}

// Cases.
//
// > The old crane {hedge:modal could} have failed years ago.
//
// > The repair {hedge:modal could} still fail.
//
// Being able is no hedge, nor is being unable.
// > From the tower she could see the whole bay.
//
// > The divers could not open the hatch.
//
// > They couldn't find the key.
//
// > The owner could not be reached.
//
// > The crew did all they could.
//
// What follows from a condition may come all the same; CoNLL-2010 takes it for certain under the condition.
// > If the dam breaks, the valley {hedge:modal could} flood.
//
// > If the dam breaks, the valley could flood.
// - hedging: conll-2010
//
// An aim is no possibility.
// > The crane was braced to make sure that the ships could pass.
//
// > The report leaves open how the crane could fall.
