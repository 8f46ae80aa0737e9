//! Words that the models know by identity, each with the class of words that stand in the same places.
//!
//! Names are left out on purpose: what a model learns about one year's candidates does not travel to other pages.

use super::hash;
use crate::analysis::Attitude;
use rustc_hash::FxHashMap;

/// How many word classes there are; 0 is the class of what stands outside the text.
pub const CLASSES: usize = 64;

/// What the training text tells about a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry {
    /// Distributional class, 1 to [`CLASSES`] − 1.
    pub class: u8,
    /// How often it stands in a cue, in steps from 0 (never) to 7 (nearly always).
    pub cueness: u8,
    /// The attitude of most cues that it stands in.
    pub attitude: Attitude,
}

impl Default for Entry {
    fn default() -> Self {
        Self { class: 0, cueness: 0, attitude: Attitude::Statement }
    }
}

/// The known words, by hash.
#[derive(Debug, Clone, Default)]
pub struct Vocabulary {
    entries: FxHashMap<u32, Entry>,
}

impl Vocabulary {
    pub fn new(entries: Vec<(u32, Entry)>) -> Self {
        Self { entries: entries.into_iter().collect() }
    }

    /// The entry of a word, given the hash of its normal form.
    pub fn get(&self, word: u32) -> Option<Entry> {
        self.entries.get(&word).copied()
    }

    /// All entries, sorted by hash.
    pub fn sorted(&self) -> Vec<(u32, Entry)> {
        let mut entries: Vec<_> = self.entries.iter().map(|(&word, &entry)| (word, entry)).collect();
        entries.sort_by_key(|&(word, _)| word);
        entries
    }
}

/// The hash under which a word outside the vocabulary is known: its kind and ending.
pub fn unknown(kind: &str, norm: &str) -> u32 {
    const ENDINGS: [&str; 12] = ["ing", "ed", "ly", "tion", "ment", "ers", "er", "ist", "ity", "al", "s", "y"];
    let ending = ENDINGS.iter().find(|e| norm.len() > e.len() + 1 && norm.ends_with(**e)).copied().unwrap_or_default();
    hash::word(kind) ^ hash::word(ending).rotate_left(7)
}
