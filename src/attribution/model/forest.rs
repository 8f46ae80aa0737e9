//! Boosted decision trees: many small yes-or-no questions, each adding a little for or against.
//!
//! Friedman, "Greedy Function Approximation: a Gradient Boosting Machine" (2001). All trees have the same depth and lie
//! in flat tables, so that a decision is a handful of comparisons.

/// Questions asked one after the other in each tree.
pub const DEPTH: usize = 4;
const QUESTIONS: usize = (1 << DEPTH) - 1;
const LEAVES: usize = 1 << DEPTH;

/// One tree: question `i` leads to `2i + 1` where the answer is no, to `2i + 2` where it is yes.
#[derive(Debug, Clone, Default)]
pub struct Tree {
    /// "Is the number of this feature greater than the limit?"
    pub questions: [(u8, f32); QUESTIONS],
    pub leaves: [f32; LEAVES],
}

impl Tree {
    fn leaf<const F: usize>(&self, numbers: &[f32; F]) -> usize {
        let mut at = 0;
        for _ in 0..DEPTH {
            let (feature, limit) = self.questions[at];
            at = 2 * at + 1 + usize::from(numbers.get(usize::from(feature)).is_some_and(|&n| n > limit));
        }
        at - QUESTIONS
    }
}

/// Trees whose leaves add up to the logarithm of the odds.
#[derive(Debug, Clone, Default)]
pub struct Forest {
    pub bias: f32,
    pub trees: Vec<Tree>,
}

impl Forest {
    /// The probability of yes.
    pub fn probability<const F: usize>(&self, numbers: &[f32; F]) -> f32 {
        let odds: f32 = self.trees.iter().map(|tree| tree.leaves[tree.leaf(numbers)]).sum();
        1.0 / (1.0 + (-odds - self.bias).exp())
    }
}
