//! Trained weights: feature hashes with one small number for each label.

use super::table::{Sums, Table};

/// Room for the features of one token; there are fewer templates than this.
const MOST_FEATURES: usize = 128;

/// The weights of one tagger.
#[derive(Debug, Clone)]
pub struct Weights {
    pub(super) rows: Table,
    /// What one step of a weight is worth.
    pub(super) scale: f32,
}

impl Weights {
    /// Rounds weights to 127 levels; `largest` is what level 63 stands for, larger weights are cut. Labels beyond the
    /// [`ROW`](super::table::ROW)th have no weights.
    pub fn quantised<const L: usize>(rows: &[(u32, [f32; L])], largest: f32) -> Self {
        let scale = largest / 63.0;
        let level = |weight: f32| (weight / scale).round().clamp(-63.0, 63.0) as i8;
        let levels = |weights: &[f32; L]| std::array::from_fn(|label| weights.get(label).map_or(0, |&w| level(w)));
        let rows = rows.iter().map(|(key, weights)| (*key, levels(weights)));
        Self { rows: Table::new(&rows.filter(|(_, w)| w.iter().any(|&w| w != 0)).collect::<Vec<_>>()), scale }
    }

    /// Adds up the weights of a token's features, emitted by `features` into the list it is given.
    ///
    /// First all features are hashed, then their weights are fetched: apart, the two steps take half the time that they
    /// take feature by feature.
    #[inline]
    pub fn sum(&self, sums: &mut Sums, features: impl FnOnce(&mut Features)) {
        let mut list = Features { hashes: [0; MOST_FEATURES], count: 0 };
        features(&mut list);
        for &feature in list.hashes.iter().take(list.count) {
            sums.add(self.rows.get(feature));
        }
    }

    /// The scores that sums stand for.
    pub fn scores<const L: usize>(&self, sums: &Sums) -> [f32; L] {
        let sums = sums.get();
        std::array::from_fn(|label| sums.get(label).map_or(0.0, |&sum| f32::from(sum) * self.scale))
    }
}

/// Takes the features of one token.
pub struct Features {
    hashes: [u32; MOST_FEATURES],
    count: usize,
}

impl Features {
    #[inline]
    pub fn take(&mut self, feature: u32) {
        if let Some(slot) = self.hashes.get_mut(self.count) {
            *slot = feature;
            self.count += 1;
        }
    }
}
