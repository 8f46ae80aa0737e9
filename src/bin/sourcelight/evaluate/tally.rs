//! What scoring a document comes to: figures as counts that add up over documents, and its errors.

use serde::Serialize;
use std::collections::BTreeMap;

/// Right, predicted and gold; where nothing counts as predicted, the share of the gold that is right.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize)]
pub struct Count {
    pub right: usize,
    pub predicted: usize,
    pub gold: usize,
}

impl Count {
    /// F1, or the share that is right (recall, accuracy) where there is no precision; 0 where there is nothing.
    pub fn value(self) -> f64 {
        let (part, whole) = match self.predicted {
            0 => (self.right, self.gold),
            predicted => (2 * self.right, predicted + self.gold),
        };
        if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
    }
}

impl std::ops::AddAssign for Count {
    fn add_assign(&mut self, other: Self) {
        self.right += other.right;
        self.predicted += other.predicted;
        self.gold += other.gold;
    }
}

/// Counts by score.py's names of the figures.
pub type Figures = BTreeMap<&'static str, Count>;

/// One document's figures and errors.
#[derive(Debug, Default)]
pub struct Tally {
    pub figures: Figures,
    pub errors: Vec<Error>,
    /// What the engine said how sure it is, and whether it was right.
    pub beliefs: Vec<Belief>,
}

/// One answer of the engine with its confidence.
#[derive(Debug, Clone, Copy)]
pub struct Belief {
    pub about: &'static str,
    /// From 0 to 1.
    pub confidence: f32,
    pub right: bool,
}

/// One error: its kind, and itself told in a line.
#[derive(Debug)]
pub struct Error {
    pub kind: String,
    pub example: String,
}

impl Tally {
    pub fn count(&mut self, figure: &'static str, right: usize, predicted: usize, gold: usize) {
        *self.figures.entry(figure).or_default() += Count { right, predicted, gold };
    }

    /// Counts one case of a figure that has no precision.
    pub fn judge(&mut self, figure: &'static str, right: bool) {
        self.count(figure, usize::from(right), 0, 1);
    }

    pub fn error(&mut self, kind: impl Into<String>, example: impl Into<String>) {
        self.errors.push(Error { kind: kind.into(), example: example.into() });
    }
}
