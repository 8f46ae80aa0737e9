//! Boosting of trees, on the loss of single cases or of choices between them; see [`sourcelight::attribution::model::forest`].

use crate::random::Random;
use sourcelight::attribution::model::forest::{DEPTH, Forest, LEAVES, STEP, Tree};

const TREES: usize = 300;
const SHRINKAGE: f64 = 0.07;
/// The least weight of cases on either side of a question; undecided cases weigh a quarter, sure ones less.
const LEAST: f64 = 6.0;
/// Leaves with less weight than this are drawn to nothing.
const STIFFNESS: f64 = 3.0;
const BINS: usize = 48;
/// Of ten questions, how many a tree of a choice sees.
const QUESTIONS_IN_TEN: usize = 7;
/// The logarithm of the odds that a candidate starts with, beside nobody.
const NOBODY_ELSE: f64 = -3.0;

/// A yes-or-no question with the numbers that may answer it.
pub struct Case<const N: usize> {
    pub numbers: [f32; N],
    pub yes: bool,
    /// How much it counts where it is learnt for itself; in a choice all count alike.
    pub weight: f32,
}

/// Learns how likely each case is, for itself: boosting on the logistic loss.
pub fn train<const N: usize>(cases: &[Case<N>]) -> Forest {
    let weight = |yes: bool| cases.iter().filter(|c| c.yes == yes).map(|c| f64::from(c.weight)).sum::<f64>();
    let bias = (weight(true) / weight(false).max(1.0)).ln();
    let every_feature = |_| [true; N];
    boost(cases, bias, every_feature, |_, odds| {
        let gradient = |(case, &odds): (&Case<N>, &f64)| {
            let weight = f64::from(case.weight);
            let p = 1.0 / (1.0 + (-odds).exp());
            (weight * (f64::from(u8::from(case.yes)) - p), weight * p * (1.0 - p))
        };
        cases.iter().zip(odds).map(gradient).collect()
    })
}

/// Learns how likely each case of a question is beside the others, of which one is right or none: boosting on the loss of
/// the conditional logit (McFadden, "Conditional logit analysis of qualitative choice behavior", 1974), where nobody is
/// one more answer, with odds of 1. Each tree sees a part of the questions and half of the features, which travels better
/// (Friedman, "Stochastic gradient boosting", 2002).
pub fn train_choice<const N: usize>(questions: Vec<Vec<Case<N>>>) -> Forest {
    let sizes: Vec<usize> = questions.iter().map(Vec::len).collect();
    let cases: Vec<Case<N>> = questions.into_iter().flatten().collect();
    let some_features = |tree: usize| {
        let mut random = Random::of_series(tree as u64 + 1);
        std::array::from_fn(|_| random.below(2) == 0)
    };
    boost(&cases, NOBODY_ELSE, some_features, |tree, odds| {
        let mut random = Random::of_series(tree as u64 + 1);
        let mut gradients = vec![(0.0, 0.0); cases.len()];
        let mut start = 0;
        for &size in &sizes {
            let place = start..start + size;
            start = place.end;
            if random.below(10) >= QUESTIONS_IN_TEN {
                continue;
            }
            let (cases, odds) = (&cases[place.clone()], &odds[place.clone()]);
            let all = 1.0 + odds.iter().map(|odds| odds.exp()).sum::<f64>();
            let right: f64 = cases.iter().zip(odds).filter(|(case, _)| case.yes).map(|(_, odds)| odds.exp()).sum();
            for ((case, odds), gradient) in cases.iter().zip(odds).zip(&mut gradients[place]) {
                let p = odds.exp() / all;
                let wanted = if case.yes { odds.exp() / right } else { 0.0 };
                *gradient = (wanted - p, p * (1.0 - p));
            }
        }
        gradients
    })
}

/// Boosts trees: `features` are those that a tree may ask for, `gradients` tell for each case which way and how far its odds
/// should move.
fn boost<const N: usize>(
    cases: &[Case<N>],
    bias: f64,
    features: impl Fn(usize) -> [bool; N],
    gradients: impl Fn(usize, &[f64]) -> Vec<(f64, f64)>,
) -> Forest {
    let limits: Vec<Vec<f32>> = (0..N).map(|feature| limits(cases, feature)).collect();
    let bins: Vec<[u8; N]> = cases
        .iter()
        .map(|case| std::array::from_fn(|f| limits[f].partition_point(|&limit| case.numbers[f] > limit) as u8))
        .collect();
    let mut forest = Forest { bias: bias as f32, trees: Vec::new() };
    let mut odds = vec![bias; cases.len()];
    for number in 0..TREES {
        let (tree, places) = grow(&bins, &limits, &features(number), &gradients(number, &odds));
        for (odds, place) in odds.iter_mut().zip(places) {
            *odds += f64::from(tree.leaves[place]) * f64::from(STEP);
        }
        forest.trees.push(tree);
    }
    forest
}

/// At most [`BINS`] − 1 limits that split the cases into parts of like size.
fn limits<const N: usize>(cases: &[Case<N>], feature: usize) -> Vec<f32> {
    let mut numbers: Vec<f32> = cases.iter().map(|case| case.numbers[feature]).collect();
    numbers.sort_by(f32::total_cmp);
    let mut limits: Vec<f32> = (1..BINS).filter_map(|i| numbers.get(i * numbers.len() / BINS).copied()).collect();
    limits.dedup();
    limits
}

/// Grows one tree question by question; answers it with the leaf of each case.
fn grow<const N: usize>(
    bins: &[[u8; N]],
    limits: &[Vec<f32>],
    features: &[bool; N],
    gradients: &[(f64, f64)],
) -> (Tree, Vec<usize>) {
    let mut tree = Tree::default();
    let mut places = vec![0; bins.len()];
    for level in 0..DEPTH {
        let mut sums = vec![[[(0.0, 0.0); BINS]; N]; 1 << level];
        for ((bins, &place), gradient) in bins.iter().zip(&places).zip(gradients) {
            let sums: &mut Histogram<N> = &mut sums[place];
            for (feature, &bin) in bins.iter().enumerate() {
                let sum = &mut sums[feature][usize::from(bin)];
                *sum = (sum.0 + gradient.0, sum.1 + gradient.1);
            }
        }
        let (feature, bin) = best_question(&sums, features);
        tree.questions[level] = (feature as u8, limits[feature].get(bin).copied().unwrap_or(f32::MAX));
        for (bins, place) in bins.iter().zip(&mut places) {
            *place = 2 * *place + usize::from(usize::from(bins[feature]) > bin);
        }
    }
    let mut sums = vec![(0.0, 0.0); LEAVES];
    for (&place, gradient) in places.iter().zip(gradients) {
        sums[place] = (sums[place].0 + gradient.0, sums[place].1 + gradient.1);
    }
    for (leaf, (gradient, weight)) in tree.leaves.iter_mut().zip(sums) {
        *leaf = (SHRINKAGE * gradient / (weight + STIFFNESS) / f64::from(STEP)).round() as i16;
    }
    (tree, places)
}

/// Sums of gradients and of their weights, for each bin of each feature.
type Histogram<const N: usize> = [[(f64, f64); BINS]; N];

/// The feature and the last bin of "no" that part the cases best, over all leaves grown so far.
fn best_question<const N: usize>(leaves: &[Histogram<N>], features: &[bool; N]) -> (usize, usize) {
    let worth = |(gradient, weight): (f64, f64)| gradient * gradient / (weight + STIFFNESS);
    let mut best = (0, BINS, 1e-6);
    for feature in (0..N).filter(|&feature| features[feature]) {
        let mut gains = [0.0; BINS];
        for leaf in leaves {
            let bins = &leaf[feature];
            let all = bins.iter().fold((0.0, 0.0), |all, bin| (all.0 + bin.0, all.1 + bin.1));
            let mut no = (0.0, 0.0);
            for (bin, gain) in bins.iter().zip(&mut gains) {
                no = (no.0 + bin.0, no.1 + bin.1);
                let yes = (all.0 - no.0, all.1 - no.1);
                if no.1 >= LEAST && yes.1 >= LEAST {
                    *gain += worth(no) + worth(yes) - worth(all);
                }
            }
        }
        for (bin, gain) in gains.into_iter().enumerate() {
            if gain > best.2 {
                best = (feature, bin, gain);
            }
        }
    }
    (best.0, best.1)
}
