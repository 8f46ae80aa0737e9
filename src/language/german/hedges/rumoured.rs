//! **rumoured**: “soll” of what is said.
//!
//! What: marks “soll” with an infinitive of the perfect, in the clause or at its end; not duty, not a plan.
//!
//! Why: “Er soll gewarnt haben” says that somebody says so, and not who.
//!
//! Example:
//!
//! > {content:indirect Der Kapitän} {cue:statement {hedge:evidential soll}} {content:indirect die Warnung gekannt haben}.
//! - hedge-rule: rumoured

use super::follows_perfect;
use crate::hedge::{Context, Outcome};

pub fn test(c: &Context) -> Outcome {
    let past = c.word().norm.starts_with("sollt");
    let perfect_after =
        (2..=LONGEST_CLAUSE).take_while(|distance| !c.after(*distance).norm.is_empty()).any(|distance| {
            c.after(distance).is("haben sein") && c.after(distance - 1).is_participle() && is_end(c, distance)
        });
    Outcome::from(follows_perfect(c) || perfect_after && !past)
}

/// Whether a clause can end behind a word.
fn is_end(c: &Context, distance: usize) -> bool {
    c.after(distance + 1).is(". , ; : ! ? – und oder “ ” \" «")
}

/// Words from the verb to the end of its clause.
const LONGEST_CLAUSE: usize = 30;

// Cases.
//
// > {content:indirect Die Taucher} {cue:statement {hedge:evidential sollen}} {content:indirect die Luke geöffnet haben}.
//
// Duty and plan.
// > Der Kapitän soll den Kran bedienen, die Brücke soll im Mai gebaut werden.
