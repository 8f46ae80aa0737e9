//! Reading of the word lists: one entry a line, `#` before a comment, columns split by a bar.

use rustc_hash::FxHashSet;

/// Words (or short names) that share a property.
pub type WordSet = FxHashSet<&'static str>;

/// The lines that hold entries.
pub fn entries(file: &'static str) -> impl Iterator<Item = &'static str> {
    file.lines().filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// The two columns of each entry.
pub fn pairs(file: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    entries(file).filter_map(|line| line.split_once('|'))
}

pub fn word_set(file: &'static str) -> WordSet {
    entries(file).collect()
}
