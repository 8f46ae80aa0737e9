//! Words that the models know by identity, each with the class of words that stand in the same places.
//!
//! Names are left out on purpose: what a model learns about one year's candidates does not travel to other pages.

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

/// What stands for a word outside the vocabulary.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unknown {
    /// In lower case; with [`crate::language::Tag::ending`].
    Word(u8),
    Date,
    Pronoun,
    Name,
    Acronym,
    MixedCase,
    Year,
    Number,
    /// A punctuation mark; with its shape.
    Mark(u32),
}

impl Unknown {
    /// The hash under which the models know it.
    pub fn hash(self) -> u32 {
        /// Apart from the hashes of words but for chance.
        const KIND: u32 = 0x5b7a_0000;
        let (kind, detail) = match self {
            Self::Word(ending) => (1, u32::from(ending)),
            Self::Date => (2, 0),
            Self::Pronoun => (3, 0),
            Self::Name => (4, 0),
            Self::Acronym => (5, 0),
            Self::MixedCase => (6, 0),
            Self::Year => (7, 0),
            Self::Number => (8, 0),
            Self::Mark(shape) => (9, shape),
        };
        KIND | kind << 8 | detail
    }
}
