//! Training of the judge: which readings of the taggers are right, learnt from documents that the taggers had not seen.

use super::corpus::{Example, GoldRelation};
use sourcelight::attribution::model::atoms::Atom;
use sourcelight::attribution::model::cue_tagger::Reading;
use sourcelight::attribution::model::forest::{DEPTH, Forest, LEAVES, STEP, Tree};
use sourcelight::attribution::model::judge::{Court, NUMBERS};
use sourcelight::attribution::model::overlap::{meet, same_parts};
use sourcelight::attribution::model::proposal::Proposal;
use sourcelight::attribution::model::span_tagger::SpanTagger;
use sourcelight::attribution::model::window::Window;
use sourcelight::attribution::model::{self, landmarks};
use sourcelight::text::Kind;
use std::ops::Range;

const TREES: usize = 300;
const SHRINKAGE: f64 = 0.07;
/// The least weight of cases on either side of a question; undecided cases weigh a quarter, sure ones less.
const LEAST: f64 = 6.0;
/// Leaves with less weight than this are drawn to nothing.
const STIFFNESS: f64 = 3.0;
const BINS: usize = 48;

/// A reading and whether it is right.
pub struct Case {
    pub numbers: [f32; NUMBERS],
    pub right: bool,
    /// Whether its content is a gold content to the word, marks at the edges aside.
    pub exact: bool,
}

/// The readings of a document that the gold can judge.
pub fn cases(example: &Example, atoms: &[Atom], readings: &[Reading], span: &SpanTagger) -> Vec<Case> {
    let text = &example.text;
    let mut cases = Vec::new();
    for ((tokens, headline), reading) in model::windows(text).into_iter().zip(readings) {
        let rules = &example.rules[model::rules_in(&example.rules, &tokens)];
        let window = Window { atoms, tokens };
        let landmarks = landmarks::find(text, &window);
        let proposals = model::proposals(span, text, &window, rules, &landmarks, reading);
        let court = Court { text, window: &window, rules, headline, proposals: &proposals };
        for proposal in &proposals {
            let right = example.relations.iter().any(|gold| same(gold, proposal));
            let cue = &proposal.cue.tokens;
            let nested =
                example.relations.iter().flat_map(|g| &g.content).any(|p| p.start <= cue.start && cue.end <= p.end)
                    && !example.relations.iter().flat_map(|g| &g.cue).any(|c| meet(c, cue));
            if right || !nested {
                let content = core(example, &proposal.parts.content);
                let exact = right && example.relations.iter().any(|gold| core(example, &gold.content) == content);
                cases.push(Case { numbers: court.numbers(proposal), right, exact });
            }
        }
    }
    cases
}

/// The tokens of some pieces, marks at the edges left out.
fn core(example: &Example, pieces: &[Range<usize>]) -> Vec<usize> {
    let word = |at: &usize| matches!(example.text.tokens[*at].kind, Kind::Word | Kind::Number);
    let mut tokens: Vec<usize> = pieces.iter().cloned().flatten().collect();
    tokens.truncate(tokens.iter().rposition(word).map_or(0, |last| last + 1));
    tokens.drain(..tokens.iter().position(word).unwrap_or(0));
    tokens
}

/// Whether a proposal is the gold relation, by the scorer's definition.
fn same(gold: &GoldRelation, proposal: &Proposal) -> bool {
    let source = Vec::from_iter(proposal.parts.source.clone());
    gold.cue.iter().any(|cue| meet(cue, &proposal.cue.tokens))
        && same_parts([&gold.source, &gold.content], [&source, &proposal.parts.content])
}

/// Boosts trees on the logistic loss.
pub fn train(cases: &[Case], yes: impl Fn(&Case) -> bool) -> Forest {
    let limits: Vec<Vec<f32>> = (0..NUMBERS).map(|feature| limits(cases, feature)).collect();
    let bins: Vec<[u8; NUMBERS]> = cases
        .iter()
        .map(|case| std::array::from_fn(|f| limits[f].partition_point(|&limit| case.numbers[f] > limit) as u8))
        .collect();
    let positive = cases.iter().filter(|c| yes(c)).count() as f64;
    let bias = (positive / (cases.len() as f64 - positive).max(1.0)).ln();
    let mut forest = Forest { bias: bias as f32, trees: Vec::new() };
    let mut odds = vec![bias; cases.len()];
    for _ in 0..TREES {
        let probabilities: Vec<f64> = odds.iter().map(|&o| 1.0 / (1.0 + (-o).exp())).collect();
        let gradients: Vec<(f64, f64)> = cases
            .iter()
            .zip(&probabilities)
            .map(|(case, &p)| (f64::from(u8::from(yes(case))) - p, p * (1.0 - p)))
            .collect();
        let (tree, places) = grow(&bins, &limits, &gradients);
        for (odds, place) in odds.iter_mut().zip(places) {
            *odds += f64::from(tree.leaves[place]) * f64::from(STEP);
        }
        forest.trees.push(tree);
    }
    forest
}

/// At most [`BINS`] − 1 limits that split the cases into parts of like size.
fn limits(cases: &[Case], feature: usize) -> Vec<f32> {
    let mut numbers: Vec<f32> = cases.iter().map(|case| case.numbers[feature]).collect();
    numbers.sort_by(f32::total_cmp);
    let mut limits: Vec<f32> = (1..BINS).filter_map(|i| numbers.get(i * numbers.len() / BINS).copied()).collect();
    limits.dedup();
    limits
}

/// Grows one tree question by question; answers it with the leaf of each case.
fn grow(bins: &[[u8; NUMBERS]], limits: &[Vec<f32>], gradients: &[(f64, f64)]) -> (Tree, Vec<usize>) {
    let mut tree = Tree::default();
    let mut places = vec![0; bins.len()];
    for level in 0..DEPTH {
        let mut sums = vec![[[(0.0, 0.0); BINS]; NUMBERS]; 1 << level];
        for ((bins, &place), gradient) in bins.iter().zip(&places).zip(gradients) {
            let sums: &mut Histogram = &mut sums[place];
            for (feature, &bin) in bins.iter().enumerate() {
                let sum = &mut sums[feature][usize::from(bin)];
                *sum = (sum.0 + gradient.0, sum.1 + gradient.1);
            }
        }
        let (feature, bin) = best_question(&sums);
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
type Histogram = [[(f64, f64); BINS]; NUMBERS];

/// The feature and the last bin of "no" that part the cases best, over all leaves grown so far.
fn best_question(leaves: &[Histogram]) -> (usize, usize) {
    let worth = |(gradient, weight): (f64, f64)| gradient * gradient / (weight + STIFFNESS);
    let mut best = (0, BINS, 1e-6);
    for feature in 0..NUMBERS {
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
