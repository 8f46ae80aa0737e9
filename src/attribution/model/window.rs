//! The tokens that a model looks at, and how far apart they are.

use super::atoms::Atom;
use std::ops::Range;

/// What lies outside the window that a model looks through.
const OUTSIDE: Atom = Atom {
    word: 1,
    class: 0,
    cueness: 0,
    suffix2: 1,
    suffix3: 1,
    prefix: 1,
    shape: 30,
    quote: 0,
    function: 0,
    reporting: 0,
    form: 0,
    complements: 0,
    noun: 0,
    rule: 0,
    rule_sureness: 0,
    rule_parts: 0,
    place: 0,
};

/// The tokens that a model may look at: a block, or a part of a long one.
#[derive(Debug, Clone)]
pub struct Window<'a> {
    pub atoms: &'a [Atom],
    pub tokens: Range<usize>,
}

impl Window<'_> {
    /// The token of a cue that carries its meaning: the most cue-like one, the last of equals.
    pub fn main_word(&self, cue: &Range<usize>) -> usize {
        cue.clone().max_by_key(|&at| (self.near(at, 0).cueness, at)).unwrap_or(cue.start)
    }

    /// The token `offset` places from `at`.
    #[inline]
    pub fn near(&self, at: usize, offset: isize) -> &Atom {
        match at.checked_add_signed(offset) {
            Some(place) if self.tokens.contains(&place) => self.atoms.get(place).unwrap_or(&OUTSIDE),
            _ => &OUTSIDE,
        }
    }
}

/// A distance in steps that grow with it, 0 to 9.
pub fn bucket(distance: usize) -> u32 {
    match distance {
        0..=4 => distance as u32,
        5..=6 => 5,
        7..=9 => 6,
        10..=14 => 7,
        15..=24 => 8,
        _ => 9,
    }
}
