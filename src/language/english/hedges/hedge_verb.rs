//! **hedge-verb**: “think”, “believe”, “assume” with what is thought.
//!
//! What: marks the verb with a clause; not thinking about something, not trust (“believe them”).
//!
//! Why: A thought about the world is no fact of it.
//!
//! Example:
//!
//! > I {hedge:belief think} the ice will hold.
//! - hedge-rule: hedge-verb

use super::{is_first_person, was_absent};
use crate::hedge::{Context, Outcome};

pub fn test(c: &Context) -> Outcome {
    let about = c.after(1).is("about of in over through twice tank tanks like back ahead me and or out");
    let asked = c.before(1).is("you") && c.anywhere_before(4, "do did what would");
    let aside = c.after(1).is(",") && c.before(1).is("i we");
    let hard = c.before(1).is("to") && c.before(2).is("hard difficult easy");
    let open = c.anywhere_before(3, "whether if");
    let amazed = c.word().is("believe") && c.anywhere_before(2, "cannot ca can could would");
    // "believe them" is trust.
    let trusted = c.word().norm.starts_with("believ") && c.after(1).is("them him me us") && !c.after(2).is("to");
    if about || asked || trusted || hard || open || amazed || was_absent(c) || !(c.goes_on() || aside) {
        return Outcome::No;
    }
    // What others think is an attribution to them.
    let guarded = !c.word().is("believe believes believing think thinks") || is_first_person(c);
    if !(c.is_conll() || guarded) {
        return Outcome::No;
    }
    let taken_on = c.word().is("assume assumes") && !c.after(1).is("that there he she it we they");
    Outcome::from(!taken_on)
}

// Cases.
//
// > They thought about the winch.
//
// > I cannot believe the bridge held.
//
// What others think is attributed to them.
// > {source:named The mayor} {cue:belief believes} {content:indirect that the ice will hold}.
//
// > {source:named The mayor} {cue:belief {hedge:belief assumes}} {content:indirect that the ice will hold}.
//
// Trust is no hedge.
// > {source:unnamed The guard} {cue:belief did not believe} {content:indirect him}. Nobody should believe them.
