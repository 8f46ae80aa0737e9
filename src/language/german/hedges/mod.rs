//! The German hedge rules: a file for each, which tests the words around a cue of `hedge-cues.txt`.
//!
//! Built like those of English; a rule that says the same in both languages has the same row of `src/kinds.json`.

use crate::hedge::{Context, Tests};

include!(concat!(env!("OUT_DIR"), "/german_hedges.rs"));

/// The test of each rule that a line of the list can name.
pub const TESTS: Tests = Tests(REGISTERED);

/// Whether an infinitive of the perfect stands before the cue, as where a clause ends with its verb: "geöffnet haben |sollen".
fn follows_perfect(c: &Context) -> bool {
    c.before(1).is("haben sein") && c.before(2).is_participle()
}
