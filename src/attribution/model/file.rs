//! Models as bytes: what `sourcelight train` writes and the engine reads.
//!
//! A file is a sequence of sections, each a count and its rows; hashes are sorted and stored as differences, weights as
//! eight-bit steps of one scale, zero weights not at all; what is alike stands together, which is how it compresses best.
//! Everything is little-endian, in the order in which one pass can put it in place: a browser has not compiled the reader
//! well yet when it runs.

use super::chain::Transitions;
use super::forest::{Forest, Tree};
use super::table::{ROW, Table};
use super::vocabulary::{Entry, Vocabulary};
use super::weights::Weights;
use crate::analysis::Attitude;

/// Attitudes by the numbers they are stored as.
const ATTITUDES: [Attitude; 3] = [Attitude::Statement, Attitude::Belief, Attitude::Evidence];

/// Reads what [`Writer`] wrote; every step answers `None` where the bytes do not fit.
#[derive(Debug)]
pub struct Reader<'b> {
    bytes: &'b [u8],
}

impl<'b> Reader<'b> {
    pub fn new(bytes: &'b [u8]) -> Self {
        Self { bytes }
    }

    fn byte(&mut self) -> Option<u8> {
        let (&first, rest) = self.bytes.split_first()?;
        self.bytes = rest;
        Some(first)
    }

    fn take(&mut self, count: usize) -> Option<&'b [u8]> {
        let (taken, rest) = self.bytes.split_at_checked(count)?;
        self.bytes = rest;
        Some(taken)
    }

    /// An unsigned number in groups of seven bits, lowest first.
    pub fn number(&mut self) -> Option<u32> {
        let mut number = 0;
        for shift in (0..32).step_by(7) {
            let byte = self.byte()?;
            number |= u32::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Some(number);
            }
        }
        None
    }

    pub fn float(&mut self) -> Option<f32> {
        let (bytes, rest) = self.bytes.split_first_chunk::<4>()?;
        self.bytes = rest;
        Some(f32::from_le_bytes(*bytes))
    }

    pub fn weights(&mut self) -> Option<Weights> {
        let rows = self.number()? as usize;
        let scale = self.float()?;
        let groups = self.number()?;
        let multipliers = (0..groups).map(|_| self.number().map(|n| n as u16)).collect::<Option<_>>()?;
        let present = self.take(rows)?;
        let mut columns: [&[u8]; ROW] = [&[]; ROW];
        for column in &mut columns {
            let size = self.number()? as usize;
            *column = self.take(size)?;
        }
        let mut table = Table::empty(multipliers, rows);
        let mut key = 0_u32;
        for &present in present {
            key = key.checked_add(self.number()?)?;
            let mut row = [0; ROW];
            for (label, column) in columns.iter_mut().enumerate().filter(|(label, _)| present >> label & 1 == 1) {
                let (&weight, rest) = column.split_first()?;
                row[label] = weight as i8;
                *column = rest;
            }
            table.put(key, row);
        }
        Some(Weights { rows: table, scale })
    }

    pub fn transitions<const L: usize>(
        &mut self,
        opening: [bool; L],
        allowed: impl Fn(usize, usize) -> bool,
    ) -> Option<Transitions<L>> {
        let classes = self.number()?;
        let mut scores = Vec::new();
        for _ in 0..classes {
            let mut class = [[0.0; L]; L];
            for score in class.iter_mut().flatten() {
                *score = self.float()?;
            }
            scores.push(class);
        }
        (!scores.is_empty()).then(|| Transitions::new(scores, opening, allowed))
    }

    pub fn forest(&mut self) -> Option<Forest> {
        let bias = self.float()?;
        let mut forest = Forest { bias, trees: Vec::new() };
        for _ in 0..self.number()? {
            let mut tree = Tree::default();
            for question in &mut tree.questions {
                *question = (self.byte()?, self.float()?);
            }
            for leaf in &mut tree.leaves {
                let (bytes, rest) = self.bytes.split_first_chunk::<2>()?;
                self.bytes = rest;
                *leaf = i16::from_le_bytes(*bytes);
            }
            forest.trees.push(tree);
        }
        Some(forest)
    }

    pub fn vocabulary(&mut self) -> Option<Vocabulary> {
        let count = self.number()?;
        let mut entries = Vec::with_capacity(count.min(1 << 20) as usize);
        let mut word = 0_u32;
        for _ in 0..count {
            word = word.checked_add(self.number()?)?;
            let class = self.byte()?;
            let learnt = self.byte()?;
            let attitude = ATTITUDES.get(usize::from(learnt >> 4)).copied()?;
            let entry = Entry { class, cueness: learnt & 15, attitude };
            entries.push((word, entry));
        }
        Some(Vocabulary::new(entries))
    }
}

/// Writes models as bytes.
#[derive(Debug, Default)]
pub struct Writer {
    pub bytes: Vec<u8>,
}

impl Writer {
    pub fn number(&mut self, mut number: u32) {
        while number >= 0x80 {
            self.bytes.push(number as u8 | 0x80);
            number >>= 7;
        }
        self.bytes.push(number as u8);
    }

    pub fn float(&mut self, number: f32) {
        self.bytes.extend(number.to_le_bytes());
    }

    pub fn weights(&mut self, weights: &Weights) {
        let rows = weights.rows.sorted();
        self.number(rows.len() as u32);
        self.float(weights.scale);
        self.number(weights.rows.multipliers.len() as u32);
        weights.rows.multipliers.iter().for_each(|&multiplier| self.number(multiplier.into()));
        let present = |row: &[i8; ROW]| (0..ROW).filter(|&l| row[l] != 0).fold(0_u8, |bits, l| bits | 1 << l);
        self.bytes.extend(rows.iter().map(|(_, row)| present(row)));
        for label in 0..ROW {
            let column: Vec<u8> = rows.iter().map(|(_, row)| row[label] as u8).filter(|&weight| weight != 0).collect();
            self.number(column.len() as u32);
            self.bytes.extend(column);
        }
        let mut before = 0;
        for (key, _) in &rows {
            self.number(key - before);
            before = *key;
        }
    }

    pub fn transitions<const L: usize>(&mut self, transitions: &Transitions<L>) {
        self.number(transitions.scores.len() as u32);
        for &score in transitions.scores.iter().flatten().flatten() {
            self.float(score);
        }
    }

    pub fn forest(&mut self, forest: &Forest) {
        self.float(forest.bias);
        self.number(forest.trees.len() as u32);
        for tree in &forest.trees {
            for &(feature, limit) in &tree.questions {
                self.bytes.push(feature);
                self.float(limit);
            }
            self.bytes.extend(tree.leaves.iter().flat_map(|leaf| leaf.to_le_bytes()));
        }
    }

    pub fn vocabulary(&mut self, vocabulary: &Vocabulary) {
        let entries = vocabulary.sorted();
        self.number(entries.len() as u32);
        let mut before = 0;
        for (word, entry) in entries {
            self.number(word - before);
            before = word;
            let attitude = ATTITUDES.iter().position(|&a| a == entry.attitude).unwrap_or_default() as u8;
            self.bytes.extend([entry.class, entry.cueness | attitude << 4]);
        }
    }
}
