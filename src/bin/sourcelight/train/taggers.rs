//! Training examples of the two taggers.

use super::corpus::{Example, GoldRelation};
use super::crf::Sequences;
use sourcelight::attribution::model::atoms::{Atom, Window};
use sourcelight::attribution::model::cue_tagger::Reading;
use sourcelight::attribution::model::landmarks::{self, Landmark};
use sourcelight::attribution::model::span_features::{self, CueView, OtherCues};
use sourcelight::attribution::model::span_tagger::{self, CONTENT, CUE, SOURCE};
use sourcelight::attribution::model::cue_features;
use std::ops::Range;

/// Adds the sentences of a document, labelled with its cues; answers how many.
pub fn add_cues(example: &Example, atoms: &[Atom], nested: f32, sequences: &mut Sequences) -> usize {
    let text = &example.text;
    let mut labels = vec![0; text.tokens.len()];
    let mut weights = vec![1.0; text.tokens.len()];
    for piece in example.relations.iter().flat_map(|r| &r.content) {
        weights[piece.clone()].fill(nested);
    }
    for piece in example.relations.iter().flat_map(|r| &r.cue) {
        labels[piece.clone()].fill(2);
        labels[piece.start] = 1;
        weights[piece.clone()].fill(1.0);
    }
    let mut added = 0;
    for block in &text.blocks {
        let window = Window { atoms, tokens: block.tokens.clone() };
        let landmarks = landmarks::find(text, &window);
        for sentence in &text.sentences[block.sentences.clone()] {
            for at in sentence.tokens.clone() {
                cue_features::emit(&window, &landmarks, block.headline, at, |f| sequences.feature(f));
                sequences.end_token(labels[at], atoms[at].place, weights[at]);
            }
            sequences.end_sequence();
            added += 1;
        }
    }
    added
}

/// The span tagger learns from cue candidates that are at least this sure.
const LEARNT: f32 = 0.1;

/// Adds one sequence for each gold cue and for each cue that the first step takes for one.
pub fn add_spans(example: &Example, atoms: &[Atom], readings: &[Reading], nested: f32, sequences: &mut Sequences) {
    let text = &example.text;
    for (block, reading) in text.blocks.iter().zip(readings) {
        let window = Window { atoms, tokens: block.tokens.clone() };
        let landmarks = landmarks::find(text, &window);
        let others = OtherCues::new(reading.probabilities.iter().copied());
        let place = Place { example, window, landmarks, others };
        let gold: Vec<_> = example
            .relations
            .iter()
            .filter_map(|r| r.cue.first().map(|cue| (cue, r)))
            .filter(|(cue, _)| block.tokens.contains(&cue.start) && cue.end <= block.tokens.end)
            .collect();
        for (cue, relation) in &gold {
            place.add(cue, Some(relation), 1.0, sequences);
        }
        for candidate in reading.candidates.iter().filter(|c| c.confidence >= LEARNT) {
            let cue = &candidate.tokens;
            let overlap = |other: &Range<usize>| other.end.min(cue.end).saturating_sub(other.start.max(cue.start));
            let best = gold.iter().max_by_key(|(other, _)| overlap(other)).filter(|(other, _)| overlap(other) > 0);
            if best.is_some_and(|(other, _)| *other == cue) {
                continue;
            }
            let inside = example.relations.iter().flat_map(|r| &r.content).any(|p| p.start <= cue.start && cue.end <= p.end);
            let weight = if best.is_none() && inside { nested } else { 1.0 };
            if weight > 0.0 {
                place.add(cue, best.map(|(_, relation)| *relation), weight, sequences);
            }
        }
    }
}

struct Place<'e> {
    example: &'e Example<'e>,
    window: Window<'e>,
    landmarks: Vec<Landmark>,
    others: OtherCues,
}

impl Place<'_> {
    fn add(&self, cue: &Range<usize>, gold: Option<&GoldRelation>, weight: f32, sequences: &mut Sequences) {
        let text = &self.example.text;
        let view = CueView::new(text, &self.window, &self.example.rules, cue.clone());
        let region = span_tagger::region(text, &self.window, cue);
        let mut labels = vec![0; region.len()];
        if let Some(gold) = gold {
            for (pieces, label) in [(&gold.content, CONTENT), (&gold.source, SOURCE)] {
                for piece in pieces {
                    let inside = piece.start.max(region.start)..piece.end.min(region.end);
                    for at in inside.clone() {
                        labels[at - region.start] = label + 1;
                    }
                    if !inside.is_empty() {
                        labels[inside.start - region.start] = label;
                    }
                }
            }
        }
        for at in cue.clone() {
            labels[at - region.start] = CUE;
        }
        repair(&mut labels);
        for at in region.clone() {
            let label = labels[at - region.start];
            if label != CUE {
                let right = at >= cue.end;
                span_features::emit_shared(&self.window, &self.landmarks, &self.others, at, right, |f| sequences.feature(f));
                span_features::emit_joint(text, &self.window, &self.landmarks, &self.others, &view, at, |f| sequences.feature(f));
            }
            sequences.end_token(label, self.window.near(at, 0).place, weight);
        }
        sequences.end_sequence();
    }
}

/// A piece that the cue interrupts opens anew behind it.
fn repair(labels: &mut [usize]) {
    let mut before = 0;
    for label in labels {
        if !span_tagger::allowed(before, *label) {
            *label -= 1;
        }
        before = *label;
    }
}
