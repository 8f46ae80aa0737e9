//! Rows of weights in a perfect hash table: one look-up is two loads and no branch.
//!
//! Four of five features that are asked for have a row, in no order that a branch predictor could learn; so every key
//! has one slot of its own, and what is found there counts or is blanked out. After Belazzougui, Botelho and
//! Dietzfelbinger, "Hash, displace, and compress" (2009): keys fall into small groups, and each group has a multiplier
//! that spreads its keys over free slots.

use super::hash::FEATURE_BITS;
use std::hint::select_unpredictable;

/// The most weights that a row has.
pub const ROW: usize = 5;

/// Keys that share a multiplier, on average.
const GROUP: usize = 3;

/// A row as it is stored: a key in the upper three bytes, below it one byte for each weight, which stands `BIAS` above
/// the weight so that bytes can be added up several at a time.
#[derive(Debug, Clone, Copy)]
pub struct Row(u64);

const BIAS: i16 = 64;

/// Weights of zero.
const ZEROS: u64 = 0x40_4040_4040;

/// Weights added up.
#[derive(Debug, Clone, Copy, Default)]
pub struct Sums {
    /// Two bytes for each sum: those of the weights of even and of odd number.
    even: u64,
    odd: u64,
    rows: i16,
}

impl Sums {
    #[inline(always)]
    pub fn add(&mut self, Row(row): Row) {
        const EVERY_OTHER: u64 = 0x00ff_00ff_00ff_00ff;
        self.even = self.even.wrapping_add(row & EVERY_OTHER);
        self.odd = self.odd.wrapping_add(row >> 8 & EVERY_OTHER);
        self.rows += 1;
    }

    /// One sum for each weight of a row.
    pub fn get(&self) -> [i16; ROW] {
        std::array::from_fn(|label| {
            let pairs = if label % 2 == 0 { self.even } else { self.odd };
            (pairs >> (label / 2 * 16)) as i16 - self.rows * BIAS
        })
    }
}

/// Rows by the hashes of their features.
#[derive(Debug, Clone, Default)]
pub struct Table {
    /// For each group, what multiplies its keys into their slots.
    pub multipliers: Vec<u16>,
    /// A key in the upper bits, its weights in the lower five bytes; 0 where the slot is free.
    slots: Vec<u64>,
    shift: u32,
}

impl Table {
    /// Finds a place for every row; keys are feature hashes, and no two rows have the same.
    pub fn new(rows: &[(u32, [i8; ROW])]) -> Self {
        let groups = (rows.len() / GROUP + 1).next_power_of_two();
        let mut table = Self::empty(vec![0; groups], rows.len());
        let mut members: Vec<Vec<u32>> = vec![Vec::new(); groups];
        rows.iter().for_each(|&(key, _)| members[table.group(key)].push(key));
        let mut order: Vec<usize> = (0..groups).collect();
        order.sort_by_key(|&group| std::cmp::Reverse(members[group].len()));
        let mut taken = vec![false; table.slots.len()];
        for group in order {
            let slots = |multiplier| members[group].iter().map(|&key| table.slot(key, multiplier)).collect::<Vec<_>>();
            let apart = |slots: &[usize]| {
                slots.iter().enumerate().all(|(number, slot)| !slots[..number].contains(slot) && !taken[*slot])
            };
            if let Some(multiplier) = (0..=u16::MAX).find(|&multiplier| apart(&slots(multiplier))) {
                slots(multiplier).into_iter().for_each(|slot| taken[slot] = true);
                table.multipliers[group] = multiplier;
            }
        }
        rows.iter().for_each(|&(key, weights)| table.put(key, weights));
        table
    }

    /// A table with room for so many rows, given the multipliers that [`Table::new`] found for them.
    pub fn empty(multipliers: Vec<u16>, rows: usize) -> Self {
        let size = (rows * 5 / 4 + 2).next_power_of_two();
        Self { multipliers, slots: vec![0; size], shift: 32 - size.trailing_zeros() }
    }

    /// Puts a row into the slot of its own.
    pub fn put(&mut self, key: u32, weights: [i8; ROW]) {
        let slot = self.slot(key, self.multipliers.get(self.group(key)).copied().unwrap_or_default());
        if let Some(slot) = self.slots.get_mut(slot) {
            *slot = pack(key, weights);
        }
    }

    #[inline(always)]
    fn group(&self, key: u32) -> usize {
        key as usize & self.multipliers.len().wrapping_sub(1)
    }

    #[inline(always)]
    fn slot(&self, key: u32, multiplier: u16) -> usize {
        let spread = (key << (32 - FEATURE_BITS)).wrapping_mul(u32::from(multiplier) << 1 | 1);
        (spread >> self.shift) as usize
    }

    /// The row of a feature, or one of zero weights.
    #[inline(always)]
    pub fn get(&self, key: u32) -> Row {
        let multiplier = self.multipliers.get(self.group(key)).copied().unwrap_or_default();
        let found = self.slots.get(self.slot(key, multiplier)).copied().unwrap_or_default();
        Row(select_unpredictable(found >> (64 - FEATURE_BITS) == u64::from(key), found, ZEROS))
    }

    /// All rows, sorted by key.
    pub fn sorted(&self) -> Vec<(u32, [i8; ROW])> {
        let filled = self.slots.iter().filter(|&&slot| slot != 0);
        let mut rows: Vec<_> = filled.map(|&slot| ((slot >> (64 - FEATURE_BITS)) as u32, weights(slot))).collect();
        rows.sort_by_key(|&(key, _)| key);
        rows
    }
}

fn pack(key: u32, weights: [i8; ROW]) -> u64 {
    let bytes = weights.iter().rev().fold(0, |bytes, &weight| bytes << 8 | (i16::from(weight) + BIAS) as u64);
    u64::from(key) << (64 - FEATURE_BITS) | bytes
}

fn weights(slot: u64) -> [i8; ROW] {
    std::array::from_fn(|label| ((slot >> (8 * label)) as u8 as i16 - BIAS) as i8)
}
