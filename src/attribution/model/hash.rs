//! Features are numbers, not strings: a template and the atoms it joins, hashed.
//!
//! Hashing keeps the weights small and the corpora private: no word can be read back from a model.

/// Bits of a feature's hash; two features that share all of them share their weights.
pub const FEATURE_BITS: u32 = 24;

const MULTIPLIER: u64 = 0x9E37_79B9_7F4A_7C15;

/// The hash of a word's normal form.
pub fn word(norm: &str) -> u32 {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    for &byte in norm.as_bytes() {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
    }
    (hash.wrapping_mul(MULTIPLIER) >> 32) as u32
}

/// Numbers the templates of one token as they are emitted and hashes each with its atoms.
pub struct Emitter<S> {
    template: u64,
    sink: S,
}

impl<S: FnMut(u32)> Emitter<S> {
    /// `family` keeps the templates of different feature sets apart.
    pub fn new(family: u32, sink: S) -> Self {
        Self { template: u64::from(family) << 16, sink }
    }

    /// Emits the next template with its atoms.
    ///
    /// Most atoms are small numbers: turned out of each other's way and spread by one multiplication they hash as well
    /// as one after the other, in half the time.
    #[inline(always)]
    pub fn emit<const N: usize>(&mut self, atoms: [u32; N]) {
        self.template += 1;
        let joined = atoms.iter().fold(self.template, |joined, &atom| joined.rotate_left(11) ^ u64::from(atom));
        (self.sink)((joined.wrapping_mul(MULTIPLIER) >> (64 - FEATURE_BITS)) as u32);
    }
}
