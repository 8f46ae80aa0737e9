//! **likelihood-noun**: nouns of chance: “possibility”, “a slim chance of”.
//!
//! What: marks the noun; not what is excluded (“no possibility”), not an opportunity (“a chance to”).
//!
//! Why: The noun turns a statement into a chance.
//!
//! Example:
//!
//! > The {hedge:likelihood possibility} that the dam leaks is real.
//! - hedge-rule: likelihood-noun

use crate::hedge::{Context, Outcome};

pub fn test(c: &Context) -> Outcome {
    const SIZES: &str = "good fair slim little small high low strong decent big great real % percent cent even";
    if c.before(1).is("no any every such") {
        return Outcome::No;
    }
    let changed =
        c.anywhere_before(3, "increase increases increased reduce reduces reduced improve improves calculate");
    Outcome::from(match c.word().norm {
        "chance" | "chances" if c.last_word().is("of") => c.before(1).is(SIZES),
        "chance" => !c.anywhere_before(2, "take took"),
        "chances" => true,
        "probability" | "possibilities" => c.after(1).is("that") || c.before(1).is(SIZES),
        "possibility" => !c.after(1).is("to"),
        _ => !changed,
    })
}

// Cases.
//
// > There is a slim {hedge:likelihood chance of} rain.
//
// > There is no possibility of return.
