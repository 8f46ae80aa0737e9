//! Training of linear-chain CRFs: FTRL-proximal, one sequence at a time.
//!
//! McMahan et al., "Ad Click Prediction: a View from the Trenches" (2013): adaptive steps for each weight and an L1
//! penalty that keeps most weights at exactly zero, which is what makes the models small.

use crate::random::Random;
use rayon::prelude::*;
use sourcelight::attribution::model::chain::{FORBIDDEN, Lattice, Transitions};
use sourcelight::attribution::model::hash::FEATURE_BITS;
use sourcelight::attribution::model::weights::Weights;
use std::collections::BTreeMap;

/// Added to the hash of a feature that one corpus alone has.
const OF_CORPUS: u32 = 1 << FEATURE_BITS;

/// Labelled sequences with their features; built once, read in every epoch.
#[derive(Debug, Default)]
pub struct Sequences {
    lists: Lists,
    pub labels: Vec<u8>,
    pub classes: Vec<u8>,
    /// How much each token's label counts, 0 to 1.
    pub weights: Vec<f32>,
    /// Where each sequence ends, in tokens.
    sequence_ends: Vec<usize>,
    /// The hash of each dense feature.
    hashes: Vec<u32>,
}

/// The features of every token.
#[derive(Debug, Default, Clone)]
struct Lists {
    /// Hashes, later dense numbers, of all tokens one after the other.
    features: Vec<u32>,
    /// Where each token's features end.
    ends: Vec<usize>,
}

impl Lists {
    fn of(&self, token: usize) -> &[u32] {
        let start = token.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.features[start..self.ends[token]]
    }

    /// Keeps the features that have a new number, under that number.
    fn renumber(&mut self, number: impl Fn(u32) -> Option<u32>) {
        let (mut kept, mut start) = (0, 0);
        for end in &mut self.ends {
            for at in start..*end {
                if let Some(number) = number(self.features[at]) {
                    self.features[kept] = number;
                    kept += 1;
                }
            }
            start = std::mem::replace(end, kept);
        }
        self.features.truncate(kept);
        self.features.shrink_to_fit();
    }
}

impl Sequences {
    pub fn feature(&mut self, hash: u32) {
        self.lists.features.push(hash);
    }

    /// A feature of the texts of one corpus alone. It takes up what that corpus marks otherwise, and is left out of what is
    /// learnt: Daumé, "Frustratingly easy domain adaptation" (2007).
    pub fn feature_of_corpus(&mut self, hash: u32) {
        self.lists.features.push(hash | OF_CORPUS);
    }

    /// Ends the token whose features were added since the last one.
    pub fn end_token(&mut self, label: usize, class: u8, weight: f32) {
        self.lists.ends.push(self.lists.features.len());
        self.labels.push(label as u8);
        self.classes.push(class);
        self.weights.push(weight);
    }

    pub fn end_sequence(&mut self) {
        self.sequence_ends.push(self.lists.ends.len());
    }

    pub fn len(&self) -> usize {
        self.sequence_ends.len()
    }

    /// Gives dense numbers to the features that occur at least `least` times and drops the others.
    pub fn index(&mut self, least: u8) {
        let mut counts = vec![0_u8; OF_CORPUS as usize * 2];
        for &hash in &self.lists.features {
            let count = &mut counts[hash as usize];
            *count = count.saturating_add(1);
        }
        let mut numbers = vec![0_u32; OF_CORPUS as usize * 2];
        for (hash, (&count, number)) in counts.iter().zip(&mut numbers).enumerate() {
            if count >= least {
                self.hashes.push(hash as u32);
                *number = self.hashes.len() as u32;
            }
        }
        self.lists.renumber(|hash| numbers[hash as usize].checked_sub(1));
    }

    fn tokens(&self, sequence: usize) -> std::ops::Range<usize> {
        let start = sequence.checked_sub(1).map_or(0, |before| self.sequence_ends[before]);
        start..self.sequence_ends[sequence]
    }
}

/// How to train.
#[derive(Debug, Clone, Copy)]
pub struct Plan {
    pub epochs: usize,
    pub step: f32,
    pub l1: f32,
    /// A label that is known beforehand wherever it stands, and possible nowhere else.
    pub given: Option<usize>,
}

/// After so many epochs, features that are far from having a weight are dropped: nine of ten, and most of the time.
const PRUNED_AFTER: usize = 2;

const L2: f32 = 1.0;
/// Larger weights are cut; few are.
const LARGEST: f32 = 1.5;

/// How many models are averaged that read the sequences in another order each: what one of them owes to its order alone
/// moved the figures by .01 and more.
const MEMBERS: u64 = 4;

/// Trains on the sequences for which `chosen` holds; answers weights and transitions, averaged over [`MEMBERS`] orders.
pub fn train<const L: usize>(
    sequences: &Sequences,
    transitions: Transitions<L>,
    plan: Plan,
    chosen: impl Fn(usize) -> bool + Sync,
) -> (Weights, Transitions<L>) {
    let member = |series| train_member(sequences, transitions.clone(), plan, &chosen, Random::of_series(series));
    let members: Vec<Member<L>> = (0..MEMBERS).into_par_iter().map(member).collect();
    let share = 1.0 / MEMBERS as f32;
    let mut rows: BTreeMap<u32, [f32; L]> = BTreeMap::new();
    let mut averaged = transitions;
    averaged.scores.iter_mut().flatten().flatten().filter(|score| **score > FORBIDDEN).for_each(|score| *score = 0.0);
    for member in &members {
        for (hash, weights) in member.rows.iter().filter(|(hash, _)| *hash < OF_CORPUS) {
            let row = rows.entry(*hash).or_insert([0.0; L]);
            row.iter_mut().zip(weights).for_each(|(sum, weight)| *sum += share * weight);
        }
        let scores = averaged.scores.iter_mut().flatten().flatten();
        for (sum, score) in scores.zip(member.transitions.scores.iter().flatten().flatten()) {
            if *sum > FORBIDDEN {
                *sum += share * score;
            }
        }
    }
    averaged.refresh();
    (Weights::quantised(&rows.into_iter().collect::<Vec<_>>(), LARGEST), averaged)
}

/// What one order of the sequences gives.
struct Member<const L: usize> {
    rows: Vec<(u32, [f32; L])>,
    transitions: Transitions<L>,
}

fn train_member<const L: usize>(
    sequences: &Sequences,
    mut transitions: Transitions<L>,
    plan: Plan,
    chosen: impl Fn(usize) -> bool,
    mut random: Random,
) -> Member<L> {
    let mut state = vec![Row::<L>::default(); sequences.hashes.len()];
    let mut weights = vec![[0.0_f32; L]; sequences.hashes.len()];
    let mut squares = vec![[[1e-6_f32; L]; L]; transitions.scores.len()];
    let mut order: Vec<usize> = (0..sequences.len()).filter(|&s| chosen(s)).collect();
    let mut lattice = Lattice::default();
    let mut hashes = std::borrow::Cow::Borrowed(&sequences.hashes);
    let mut lists = std::borrow::Cow::Borrowed(&sequences.lists);
    for epoch in 0..plan.epochs {
        if epoch == PRUNED_AFTER {
            let hopeful: Vec<usize> = (0..state.len()).filter(|&f| state[f].is_hopeful(plan)).collect();
            let mut numbers = vec![None; state.len()];
            hopeful.iter().enumerate().for_each(|(number, &feature)| numbers[feature] = Some(number as u32));
            lists.to_mut().renumber(|feature| numbers[feature as usize]);
            state = hopeful.iter().map(|&f| state[f]).collect();
            weights = hopeful.iter().map(|&f| weights[f]).collect();
            *hashes.to_mut() = hopeful.iter().map(|&f| hashes[f]).collect();
        }
        for i in (1..order.len()).rev() {
            order.swap(i, random.below(i + 1));
        }
        for &sequence in &order {
            let tokens = sequences.tokens(sequence);
            lattice.reset(tokens.len());
            for (place, token) in tokens.clone().enumerate() {
                let mut scores = [0.0; L];
                for &feature in lists.of(token) {
                    let row = &weights[feature as usize];
                    for label in 0..L {
                        scores[label] += row[label];
                    }
                }
                if let Some(given) = plan.given {
                    if usize::from(sequences.labels[token]) == given {
                        scores = [FORBIDDEN; L];
                        scores[given] = 0.0;
                    } else {
                        scores[given] = FORBIDDEN;
                    }
                }
                lattice.nodes[place] = scores;
                lattice.classes[place] = sequences.classes[token];
            }
            lattice.sum(&transitions);
            for (place, token) in tokens.clone().enumerate() {
                let gold = usize::from(sequences.labels[token]);
                let weight = sequences.weights[token];
                if weight == 0.0 {
                    continue;
                }
                if place > 0 {
                    let before = usize::from(sequences.labels[token - 1]);
                    let class = usize::from(sequences.classes[token]) % squares.len();
                    let pairs = lattice.pair_marginals(place, &transitions);
                    for from in 0..L {
                        for to in 0..L {
                            let score = &mut transitions.scores[class][from][to];
                            if *score <= FORBIDDEN {
                                continue;
                            }
                            let gradient =
                                weight * (pairs[from][to] - f32::from(u8::from((from, to) == (before, gold))));
                            let square = &mut squares[class][from][to];
                            *square += gradient * gradient;
                            *score -= plan.step * gradient / (1.0 + square.sqrt());
                        }
                    }
                }
                let mut gradient = lattice.marginals(place);
                gradient[gold] -= 1.0;
                gradient.iter_mut().for_each(|g| *g *= weight);
                if gradient.iter().all(|g| g.abs() < 1e-3) {
                    continue;
                }
                for &feature in lists.of(token) {
                    state[feature as usize].update(&gradient, &mut weights[feature as usize], plan);
                }
            }
            transitions.refresh();
        }
    }
    let rows = hashes.iter().copied().zip(weights).filter(|(_, w)| w.iter().any(|&w| w != 0.0)).collect();
    Member { rows, transitions }
}

/// FTRL's memory for one feature.
#[derive(Debug, Clone, Copy)]
struct Row<const L: usize> {
    sums: [f32; L],
    squares: [f32; L],
}

impl<const L: usize> Default for Row<L> {
    fn default() -> Self {
        Self { sums: [0.0; L], squares: [0.0; L] }
    }
}

impl<const L: usize> Row<L> {
    /// Whether the feature has a weight or has come half-way to one.
    fn is_hopeful(&self, plan: Plan) -> bool {
        self.sums.iter().any(|sum| sum.abs() > plan.l1 / 2.0)
    }

    #[inline]
    fn update(&mut self, gradient: &[f32; L], weights: &mut [f32; L], plan: Plan) {
        for label in 0..L {
            let g = gradient[label];
            let (before, after) = (self.squares[label].sqrt(), (self.squares[label] + g * g).sqrt());
            self.sums[label] += g - (after - before) / plan.step * weights[label];
            self.squares[label] += g * g;
            let sum = self.sums[label];
            let shrunk = (sum.abs() - plan.l1).max(0.0).copysign(sum);
            weights[label] = -shrunk / ((1.0 + after) / plan.step + L2);
        }
    }
}
