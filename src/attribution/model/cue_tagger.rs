//! First step: which words are cues? A linear-chain CRF over each sentence.

use super::atoms::Atom;
use super::chain::{FORBIDDEN, Lattice, Transitions};
use super::cue_features;
use super::landmarks::Landmark;
use super::overlap::meet;
use super::proposal::Candidate;
use super::table::Sums;
use super::weights::Weights;
use super::window::Window;
use crate::order::{likeliest, sort_by_number};
use std::ops::Range;

/// Labels: outside, first word and later word of a cue.
pub const LABELS: usize = 3;
const FIRST: usize = 1;
const LATER: usize = 2;
/// Cues longer than this are not looked for; 1 in 200 of the training set is longer.
const LONGEST: usize = 10;

pub const OPENING: [bool; LABELS] = [true, true, false];

/// Which label may follow which.
pub fn allowed(from: usize, to: usize) -> bool {
    to != LATER || from != 0
}

#[derive(Debug, Clone)]
pub struct CueTagger {
    pub weights: Weights,
    pub transitions: Transitions<LABELS>,
}

/// The cue tagger's reading of one window.
#[derive(Debug, Default)]
pub struct Reading {
    /// For each token, the probability of standing in a cue.
    pub probabilities: Vec<f32>,
    pub candidates: Vec<Candidate>,
}

impl CueTagger {
    /// Reads one window sentence by sentence; candidates below `threshold` are left out.
    pub fn read(&self, window: &Window, landmarks: &[Landmark], headline: bool, threshold: f32) -> Reading {
        let mut reading = Reading::default();
        let mut lattice = Lattice::default();
        let mut at = window.tokens.start;
        while at < window.tokens.end {
            let end = landmarks[at - window.tokens.start].sentence_end as usize;
            self.sentence(window, landmarks, headline, at..end, &mut lattice);
            collect(&lattice, &self.transitions, at, threshold, &mut reading);
            at = end.max(at + 1);
        }
        reading
    }

    fn sentence(
        &self,
        window: &Window,
        landmarks: &[Landmark],
        headline: bool,
        tokens: Range<usize>,
        lattice: &mut Lattice<LABELS>,
    ) {
        lattice.reset(tokens.len());
        for (place, at) in tokens.enumerate() {
            lattice.classes[place] = window.near(at, 0).place;
            if never_cue(window.near(at, 0)) {
                lattice.nodes[place] = [0.0, FORBIDDEN, FORBIDDEN];
                continue;
            }
            let mut sums = Sums::default();
            self.weights.sum(&mut sums, |list| {
                cue_features::emit(window, landmarks, headline, at, |feature| list.take(feature));
            });
            lattice.nodes[place] = self.weights.scores(&sums);
        }
        lattice.sum(&self.transitions);
    }
}

/// Whether a token need not be looked at: its word is never a cue, and no rule takes it for one here.
fn never_cue(atom: &Atom) -> bool {
    atom.cueness == 0 && atom.rule_parts & 1 == 0
}

/// Adds a sentence's candidates: at each likely start the likeliest end, and of those that overlap the likeliest.
fn collect(
    lattice: &Lattice<LABELS>,
    transitions: &Transitions<LABELS>,
    start: usize,
    threshold: f32,
    reading: &mut Reading,
) {
    let mut found: Vec<Candidate> = Vec::new();
    for place in 0..lattice.nodes.len() {
        let marginals = lattice.marginals(place);
        reading.probabilities.push(1.0 - marginals[0]);
        if marginals[FIRST] < threshold {
            continue;
        }
        let mut best = (place + 1, 0.0);
        lattice.segments(transitions, place, FIRST, LATER, LONGEST, |end, probability| {
            if probability > best.1 {
                best = (end, probability);
            }
        });
        found.push(Candidate { tokens: start + place..start + best.0, confidence: marginals[FIRST], exact: best.1 });
    }
    sort_by_number(&mut found, |candidate| likeliest(candidate.exact));
    let mut kept: Vec<Candidate> = Vec::new();
    for candidate in found {
        match kept.iter_mut().find(|k| meet(&k.tokens, &candidate.tokens)) {
            // Two readings of where the same cue starts make the cue surer.
            Some(rival) => rival.confidence = (rival.confidence + candidate.confidence).min(1.0),
            None => kept.push(candidate),
        }
    }
    sort_by_number(&mut kept, |k| k.tokens.start);
    reading.candidates.extend(kept);
}
