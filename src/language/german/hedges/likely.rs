//! **likely**: “wohl”, and “wahrscheinlich” before its noun.
//!
//! What: marks “wohl” as a particle; not “sich wohl fühlen”, “sehr wohl”, the noun.
//!
//! Why: “Wohl” makes of a statement a guess.
//!
//! Example:
//!
//! > Der Motor ist {hedge:likelihood wohl} defekt.
//! - hedge-rule: likely

use crate::hedge::{Context, Outcome};

pub fn test(c: &Context) -> Outcome {
    let is_noun = c.word().norm == "wohl" && c.is_capitalised();
    let feels = c.before(1).is("sich sehr so gleich") || c.after(1).is("fühlt fühlen fühlte gefühlt oder");
    Outcome::from(!is_noun && !feels)
}

// Cases.
//
// > Die {hedge:likelihood wahrscheinliche} Ursache war Rost.
// - range: 55-80
//
// Feeling well, the noun.
// > Die Gäste haben sich wohl gefühlt, das Wohl der Kinder ist gesichert.
