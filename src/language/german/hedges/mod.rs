//! The German hedge rules: a file for each, which tests the words around a cue of `hedge-cues.txt`.
//!
//! Built like those of English; a rule that says the same in both languages has the same row of `src/kinds.json`.

use crate::hedge::Tests;

include!(concat!(env!("OUT_DIR"), "/german_hedges.rs"));

/// The test of each rule that a line of the list can name.
pub const TESTS: Tests = Tests(REGISTERED);
