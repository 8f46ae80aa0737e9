//! Boosted decision trees: many small yes-or-no questions, each adding a little for or against.
//!
//! Friedman, "Greedy Function Approximation: a Gradient Boosting Machine" (2001), with oblivious trees as in Prokhorenkova
//! et al., "CatBoost: unbiased boosting with categorical features" (2018): a tree asks the same questions wherever one
//! stands in it, so that they can be asked side by side.

/// Questions asked in each tree.
pub const DEPTH: usize = 5;
/// Ways to answer them.
pub const LEAVES: usize = 1 << DEPTH;

/// What one step of a leaf is worth, in logarithms of odds.
pub const STEP: f32 = 1.0 / 4096.0;

/// One tree.
#[derive(Debug, Clone, Default)]
pub struct Tree {
    /// "Is the number of this feature greater than the limit?"
    pub questions: [(u8, f32); DEPTH],
    /// For each way to answer, the first answer as the highest bit, what it adds, in [`STEP`]s.
    pub leaves: [i16; LEAVES],
}

impl Tree {
    fn leaf<const F: usize>(&self, numbers: &[f32; F]) -> i16 {
        let yes = |&(feature, limit): &(u8, f32)| numbers.get(usize::from(feature)).is_some_and(|&n| n > limit);
        let leaf = self.questions.iter().fold(0, |leaf, question| leaf << 1 | usize::from(yes(question)));
        self.leaves[leaf % LEAVES]
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
        1.0 / (1.0 + (-self.log_odds(numbers)).exp())
    }

    /// The logarithm of the odds of yes.
    pub fn log_odds<const F: usize>(&self, numbers: &[f32; F]) -> f32 {
        let steps: i32 = self.trees.iter().map(|tree| i32::from(tree.leaf(numbers))).sum();
        steps as f32 * STEP + self.bias
    }
}
