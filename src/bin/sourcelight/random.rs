//! Numbers that look drawn and are the same on every run: xorshift64 (Marsaglia, "Xorshift RNGs", 2003).

pub struct Random {
    state: u64,
}

impl Random {
    pub fn new() -> Self {
        Self::of_series(0)
    }

    /// Another series of numbers for each number.
    pub fn of_series(series: u64) -> Self {
        Self { state: 0x2545_F491_4F6C_DD1D ^ series.wrapping_mul(0x9E37_79B9_7F4A_7C15) }
    }

    /// A number less than `limit`, which must not be 0.
    pub fn below(&mut self, limit: usize) -> usize {
        self.state ^= self.state << 13;
        self.state ^= self.state >> 7;
        self.state ^= self.state << 17;
        (self.state % limit as u64) as usize
    }
}
