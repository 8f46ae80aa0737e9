//! Training examples of the two taggers.

use super::corpus::{Corpus, Example, GoldRelation};
use super::crf::Sequences;
use sourcelight::attribution::model::atoms::Atom;
use sourcelight::attribution::model::cue_tagger::Reading;
use sourcelight::attribution::model::landmarks::{self, Landmark};
use sourcelight::attribution::model::overlap::{meet, shared};
use sourcelight::attribution::model::span_features::{self, CueView, OtherCues};
use sourcelight::attribution::model::span_tagger::{self, CONTENT, CUE, SOURCE};
use sourcelight::attribution::model::window::Window;
use sourcelight::attribution::model::{self, cue_features};
use std::ops::Range;

/// How much a place inside a gold content counts where the gold, which marks outermost attributions only, has nothing:
/// what stands there may well be a nested attribution.
const NESTED_CUE: f32 = 0.1;
const NESTED_SPAN: f32 = 0.2;

/// Adds the sentences of a document, labelled with its cues.
pub fn add_cues(example: &Example, atoms: &[Atom], sequences: &mut Sequences) {
    let text = &example.text;
    let mut labels = vec![0; text.tokens.len()];
    let weight = example.corpus.weight();
    let mut weights = vec![weight; text.tokens.len()];
    for piece in example.relations.iter().flat_map(|r| &r.content) {
        weights[piece.clone()].fill(example.corpus.unmarked_inside(NESTED_CUE));
    }
    for piece in example.relations.iter().flat_map(|r| &r.cue) {
        labels[piece.clone()].fill(2);
        labels[piece.start] = 1;
        weights[piece.clone()].fill(weight);
    }
    for (tokens, headline) in model::windows(text) {
        let window = Window { atoms, tokens };
        let landmarks = landmarks::find(text, &window);
        let mut start = window.tokens.start;
        while start < window.tokens.end {
            let end = landmarks[start - window.tokens.start].sentence_end as usize;
            for at in start..end {
                let mut templates = 0;
                cue_features::emit(&window, &landmarks, headline, at, |f| {
                    sequences.feature(f);
                    if example.corpus == Corpus::Polnear && templates < cue_features::OF_WORDS {
                        sequences.feature_of_corpus(f);
                    }
                    templates += 1;
                });
                sequences.end_token(labels[at], atoms[at].place, weights[at]);
            }
            sequences.end_sequence();
            start = end;
        }
    }
}

/// Adds one sequence for each gold cue and for each cue that the first step takes for one.
pub fn add_spans(example: &Example, atoms: &[Atom], readings: &[Reading], sequences: &mut Sequences) {
    let text = &example.text;
    for ((tokens, _), reading) in model::windows(text).into_iter().zip(readings) {
        let window = Window { atoms, tokens: tokens.clone() };
        let landmarks = landmarks::find(text, &window);
        let others = OtherCues::new(reading.probabilities.iter().copied());
        let place = Place { example, window, landmarks, others };
        let gold: Vec<_> = example
            .relations
            .iter()
            .filter_map(|r| r.cue.first().map(|cue| (cue, r)))
            .filter(|(cue, _)| tokens.contains(&cue.start) && cue.end <= tokens.end)
            .collect();
        for (cue, relation) in &gold {
            place.add(cue, Some(relation), example.corpus.weight(), sequences);
        }
        for candidate in &reading.candidates {
            let cue = &candidate.tokens;
            let best = gold.iter().max_by_key(|(other, _)| shared(other, cue)).filter(|(other, _)| meet(other, cue));
            if best.is_some_and(|(other, _)| *other == cue) {
                continue;
            }
            let inside =
                example.relations.iter().flat_map(|r| &r.content).any(|p| p.start <= cue.start && cue.end <= p.end);
            let is_unmarked = best.is_none() && inside;
            let corpus = example.corpus;
            let weight = if is_unmarked { corpus.unmarked_inside(NESTED_SPAN) } else { corpus.weight() };
            place.add(cue, best.map(|(_, relation)| *relation), weight, sequences);
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
                span_features::emit_shared(&self.window, &self.landmarks, &self.others, at, right, |f| {
                    sequences.feature(f)
                });
                span_features::emit_joint(text, &self.window, &self.landmarks, &self.others, &view, at, |f| {
                    sequences.feature(f)
                });
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
