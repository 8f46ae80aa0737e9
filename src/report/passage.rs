//! Who speaks where: the page's text cut into passages, each of them one source's.
//!
//! A word inside nested attributions belongs to the one nearest to it, and so to one passage only. Everything that the
//! report counts in words is counted over these passages, so that all of it adds up.

use crate::analysis::Attribution;
use crate::span::Span;
use serde::Serialize;
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// A stretch of the page that one attribution answers for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Passage {
    /// The number of its attribution.
    pub statement: usize,
    /// How many words of the page stand before it.
    pub start: usize,
    /// How many words it has, one at least.
    pub words: usize,
}

/// Where each word of a text begins; a word is what stands between white space and holds a letter or digit.
pub struct Words {
    starts: Vec<usize>,
}

impl Words {
    pub fn read(text: &str) -> Self {
        let mut starts = Vec::with_capacity(text.len() / 6);
        let mut inside = false;
        for (at, character) in text.char_indices() {
            if character.is_whitespace() {
                inside = false;
            } else if !inside && character.is_alphanumeric() {
                inside = true;
                starts.push(at);
            }
        }
        Self { starts }
    }

    pub fn len(&self) -> usize {
        self.starts.len()
    }

    /// How many words begin before a byte.
    fn before(&self, byte: usize) -> usize {
        self.starts.partition_point(|&start| start < byte)
    }
}

/// The contents of all attributions, cut where one begins or ends.
pub struct Cut {
    /// Each piece with the number of the attribution nearest to it, in the order of the text.
    pieces: Vec<(Span, usize)>,
}

impl Cut {
    pub fn new(attributions: &[Attribution]) -> Self {
        let mut borders = Vec::new();
        for (number, attribution) in attributions.iter().enumerate() {
            let length: usize = attribution.content.iter().map(|span| span.len()).sum();
            let nearness = (attribution.depth, Reverse(length), Reverse(number));
            for span in attribution.content.iter().filter(|span| !span.is_empty()) {
                borders.push((span.start, true, nearness));
                borders.push((span.end, false, nearness));
            }
        }
        borders.sort_unstable();
        let mut pieces: Vec<(Span, usize)> = Vec::new();
        let mut open = BTreeSet::new();
        let mut from = 0;
        for (at, opens, nearness) in borders {
            if let Some((_, _, Reverse(nearest))) = open.last().filter(|_| from < at) {
                pieces.push((Span::new(from, at), *nearest));
            }
            from = at;
            if opens {
                open.insert(nearness);
            } else {
                open.remove(&nearness);
            }
        }
        Self { pieces }
    }

    /// The attribution nearest to a byte of the text.
    pub fn attribution_at(&self, byte: usize) -> Option<usize> {
        let after = self.pieces.partition_point(|(span, _)| span.start <= byte);
        self.pieces.get(after.checked_sub(1)?).filter(|(span, _)| byte < span.end).map(|(_, number)| *number)
    }

    /// Pieces with words in them; neighbours of one attribution are one passage.
    pub fn passages(&self, words: &Words) -> Vec<Passage> {
        let mut passages: Vec<Passage> = Vec::new();
        for &(span, statement) in &self.pieces {
            let start = words.before(span.start);
            let count = words.before(span.end).saturating_sub(start);
            match passages.last_mut() {
                _ if count == 0 => {}
                Some(last) if last.statement == statement && last.start + last.words == start => last.words += count,
                _ => passages.push(Passage { statement, start, words: count }),
            }
        }
        passages
    }
}
