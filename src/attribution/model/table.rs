//! A read-only hash table with open addressing: one look-up costs about one cache line.

/// Values by the hashes they are known under.
#[derive(Debug, Clone, Default)]
pub struct Table<V> {
    /// `slots.len()` is a power of two, at most three quarters full.
    slots: Vec<(u32, V)>,
    shift: u32,
    /// One bit for each of many small groups of keys: most keys that are asked for are not there, and the bits, which
    /// stay in the nearest cache, say so at once.
    present: Vec<u64>,
}

/// Bits of a key that choose its bit in `present`.
const PRESENT_BITS: u32 = 19;

/// Marks an empty slot; a key that hashes to it is not stored.
const EMPTY: u32 = u32::MAX;

impl<V: Copy> Table<V> {
    /// `filler` stands in the empty slots; it is never answered.
    pub fn new(entries: Vec<(u32, V)>, filler: V) -> Self {
        let size = (entries.len() * 4 / 3 + 2).next_power_of_two();
        let mut table = Self {
            slots: vec![(EMPTY, filler); size],
            shift: 32 - size.trailing_zeros(),
            present: vec![0; 1 << (PRESENT_BITS - 6)],
        };
        for (key, value) in entries {
            if key != EMPTY {
                let bit = Self::bit(key);
                table.present[bit >> 6] |= 1 << (bit & 63);
                let mut at = table.home(key);
                while table.slots[at].0 != EMPTY && table.slots[at].0 != key {
                    at = (at + 1) & (size - 1);
                }
                table.slots[at] = (key, value);
            }
        }
        table
    }

    #[inline]
    fn bit(key: u32) -> usize {
        (key & ((1 << PRESENT_BITS) - 1)) as usize
    }

    #[inline]
    fn home(&self, key: u32) -> usize {
        (key.wrapping_mul(0x9E37_79B1) >> self.shift) as usize
    }

    /// Whether a key may be there: a key that is there always may.
    #[inline]
    pub fn may_have(&self, key: u32) -> bool {
        let bit = Self::bit(key);
        self.present.get(bit >> 6).is_some_and(|bits| bits >> (bit & 63) & 1 == 1)
    }

    /// The value of a key, without asking the bits first.
    #[inline]
    pub fn get(&self, key: u32) -> Option<&V> {
        if self.slots.is_empty() {
            return None;
        }
        let mut at = self.home(key);
        loop {
            let (found, value) = &self.slots[at];
            if *found == key {
                return Some(value);
            }
            if *found == EMPTY {
                return None;
            }
            at = (at + 1) & (self.slots.len() - 1);
        }
    }

    /// All entries, sorted by key.
    pub fn sorted(&self) -> Vec<(u32, V)> {
        let mut entries: Vec<_> = self.slots.iter().filter(|(key, _)| *key != EMPTY).copied().collect();
        entries.sort_by_key(|&(key, _)| key);
        entries
    }
}
