//! **open-question**: “it is unclear whether”: what nobody knows.
//!
//! What: marks the words that leave a question open; not “unclear circumstances”.
//!
//! Why: The page says that the answer is not known.
//!
//! Example:
//!
//! > It is {hedge:likelihood unclear} whether the crane was insured.
//! - hedge-rule: open-question
//! - hedging: conll-2010

use crate::hedge::{Context, Outcome};

pub fn test(c: &Context) -> Outcome {
    let question = c.after(1).is("if whether how what when where why who which");
    let clear = c.last_word().is("unclear clear") || c.word().is("uncertain") && c.head_before().is_be();
    let open = question || clear && !c.noun_follows() || c.last_word().is("known") && c.after(1).is("for");
    Outcome::from(c.is_conll() && open)
}

// Cases.
//
// > He died in unclear circumstances.
