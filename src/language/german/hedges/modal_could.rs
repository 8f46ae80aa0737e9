//! **modal-could**: “könnte” of what is possible.
//!
//! What: marks the Konjunktiv II; “können” only before it with an infinitive of the perfect (“verursacht haben
//! können”), “könne” in reported speech.
//!
//! Why: “Könnte” commits to possibility alone; “kann” mostly says what somebody is able to do.
//!
//! Example:
//!
//! > Der Sturm {hedge:modal könnte} die Küste am Freitag erreichen.
//! - range: none
//! - hedge-rule: modal-could

use super::follows_perfect;
use crate::hedge::{Context, Outcome};

pub fn test(c: &Context) -> Outcome {
    Outcome::from(match c.word().norm {
        "können" => follows_perfect(c),
        "könne" => {
            !c.anywhere_before(REACH, "nicht") && !c.anywhere_after(REACH, "nicht") && !c.anywhere_before(REACH, "man")
        }
        _ => !c.anywhere_before(REACH, "wenn als wünschte"),
    })
}

/// Words around the verb that are asked for a negation or a condition.
const REACH: usize = 6;

// Cases.
//
// > Der Kran {hedge:modal könnte} schon vor Jahren gebrochen sein.
//
// > {content:indirect Der Rost} {cue:statement {hedge:evidential soll}} {content:indirect den Kran zerstört haben, ein Blitz kann es nicht gewesen sein}.
//
// Ability is none.
// > Die Taucher können die Luke öffnen.
