//! What the span tagger looks at: given a cue, is this token part of its source or its content?
//!
//! Features come in two sets. Those that depend only on which side of the cue the token stands are scored once for
//! all cues of a block; the others join the token with the cue.

use super::hash::Emitter;
use super::landmarks::{Landmark, NOWHERE, distance};
use super::proposal;
use super::window::{Window, bucket};
use crate::attribution::Relation;
use crate::text::Text;
use std::ops::Range;

/// A cue as its span tagger sees it.
#[derive(Debug, Clone)]
pub struct CueView {
    pub tokens: Range<usize>,
    /// See [`Window::main_word`].
    pub main: usize,
    /// The quotation nearest on the left and on the right: number and distance.
    left_quotation: Option<(usize, u32)>,
    right_quotation: Option<(usize, u32)>,
    inside_quotation: Option<usize>,
    /// What the rule that found the same cue takes each token for: nothing (0), source (1), content (2).
    rule_labels: Vec<u8>,
    rule: u32,
    /// The token that `rule_labels` starts with.
    start: usize,
}

impl CueView {
    pub fn new(text: &Text, window: &Window, rules: &[Relation], tokens: Range<usize>) -> Self {
        let main = window.main_word(&tokens);
        let inside = text.tokens[tokens.start].quotation;
        let other = |at: &usize| text.tokens[*at].quotation.is_some_and(|q| Some(q) != inside);
        let left = (window.tokens.start..tokens.start).rev().find(other);
        let right = (tokens.end..window.tokens.end).find(other);
        let quotation = |at: usize| text.tokens[at].quotation.unwrap_or_default();
        let rule = proposal::rule_of(rules, &tokens);
        let mut rule_labels = Vec::new();
        if let Some(rule) = rule {
            rule_labels.resize(window.tokens.len(), 0);
            for (label, pieces) in [(2, &rule.content), (1, &rule.source)] {
                for at in pieces.iter().cloned().flatten() {
                    if let Some(slot) = at.checked_sub(window.tokens.start).and_then(|i| rule_labels.get_mut(i)) {
                        *slot = label;
                    }
                }
            }
        }
        Self {
            main,
            rule: rule.map_or(0, |r| u32::from(r.rule.row().feature) + 1),
            rule_labels,
            start: window.tokens.start,
            left_quotation: left.map(|at| (quotation(at), bucket(tokens.start - at))),
            right_quotation: right.map(|at| (quotation(at), bucket(at + 1 - tokens.end))),
            inside_quotation: inside,
            tokens,
        }
    }

    fn rule_label(&self, at: usize, offset: isize) -> u32 {
        let place = at.checked_add_signed(offset).and_then(|at| at.checked_sub(self.start));
        place.and_then(|i| self.rule_labels.get(i)).map_or(3, |&label| u32::from(label))
    }

    /// The token's quotation as seen from the cue: none, the cue's own, nearest left, nearest right, another.
    fn quotation(&self, of: Option<usize>) -> u32 {
        match of {
            None => 0,
            Some(q) if self.inside_quotation == Some(q) => 1,
            Some(q) if self.left_quotation.is_some_and(|(left, _)| left == q) => 2,
            Some(q) if self.right_quotation.is_some_and(|(right, _)| right == q) => 3,
            Some(_) => 4,
        }
    }
}

/// How surely another cue stands at each token of the window, 0 to 2, and how many sure ones stand before it.
#[derive(Debug, Clone, Default)]
pub struct OtherCues {
    pub marks: Vec<u8>,
    pub before: Vec<u16>,
}

impl OtherCues {
    /// `probabilities` of standing in a cue, one for each token of the window.
    pub fn new(probabilities: impl Iterator<Item = f32>) -> Self {
        let mut others = Self::default();
        let mut count = 0;
        let mut inside = false;
        for probability in probabilities {
            let mark = if probability >= 0.5 { 2 } else { u8::from(probability >= 0.15) };
            others.before.push(count);
            count += u16::from(mark == 2 && !inside);
            inside = mark == 2;
            others.marks.push(mark);
        }
        others
    }
}

/// Emits the features of a token that depend on the side of the cue alone (`right`: after the cue).
pub fn emit_shared(
    window: &Window,
    landmarks: &[Landmark],
    others: &OtherCues,
    at: usize,
    right: bool,
    sink: impl FnMut(u32),
) {
    let mut features = Emitter::new(if right { 3 } else { 2 }, sink);
    let near = |offset: isize| window.near(at, offset);
    let here = near(0);
    let (w, c) = (|o| near(o).word, |o| near(o).class);
    let landmark = &landmarks[at - window.tokens.start];
    features.emit([]);
    for offset in -2..=2 {
        features.emit([w(offset)]);
    }
    for offset in -2..=2 {
        features.emit([c(offset)]);
    }
    features.emit([c(-1), c(0)]);
    features.emit([near(-1).shape, here.shape, near(1).shape]);
    features.emit([near(-2).shape, near(-1).shape, here.shape, near(1).shape, near(2).shape]);
    features.emit([near(-1).function, here.function, near(1).function]);
    features.emit([near(-1).function, here.function, near(1).function, near(-1).shape, here.shape, near(1).shape]);
    features.emit([here.suffix3]);
    features.emit([here.suffix2, near(1).shape, near(1).function]);
    features.emit([near(-1).quote, here.quote, near(1).quote]);
    features.emit([near(-1).quote, near(-1).shape, here.quote, here.shape]);
    features.emit([here.quote, near(1).quote, here.shape, near(1).shape]);
    features.emit([here.quote, distance(at, landmark.closed), distance(at, landmark.opening)]);
    let from_start = distance(at, landmark.sentence_start).min(4);
    let to_end = distance(at + 1, landmark.sentence_end).min(4);
    features.emit([from_start, to_end, here.shape]);
    features.emit([w(0), from_start]);
    features.emit([c(0), to_end]);
    features.emit([here.quote, from_start, to_end]);
    let mark = |offset: isize| {
        let place = (at + 1 - window.tokens.start).checked_add_signed(offset).unwrap_or_default();
        place.checked_sub(1).and_then(|p| others.marks.get(p)).map_or(3, |&m| u32::from(m))
    };
    features.emit([mark(-1), mark(0), mark(1)]);
    features.emit([mark(0), here.function, here.shape]);
    features.emit([mark(-2), mark(-1), here.function, here.shape]);
    features.emit([mark(1), mark(2), here.function, here.shape]);
    features.emit([mark(1), near(-1).shape, here.shape]);
    let event = |place: u32| if place == NOWHERE { 0 } else { window.near(place as usize, 0).class };
    features.emit([event(landmark.cue_before), distance(at, landmark.cue_before)]);
    features.emit([event(landmark.cue_after), distance(at, landmark.cue_after)]);
    features.emit([here.cueness, near(-1).function, near(1).function]);
    features.emit([here.noun, near(-1).noun, near(1).noun]);
    features.emit([here.noun, near(-1).function, near(1).function, near(1).shape]);
    features.emit([near(1).noun, here.shape, here.function]);
}

/// Emits the features that join a token with the cue.
pub fn emit_joint(
    text: &Text,
    window: &Window,
    landmarks: &[Landmark],
    others: &OtherCues,
    cue: &CueView,
    at: usize,
    sink: impl FnMut(u32),
) {
    let mut features = Emitter::new(4, sink);
    let near = |offset: isize| window.near(at, offset);
    let here = near(0);
    let c = |offset: isize| near(offset).class;
    let start = window.tokens.start;
    let landmark = &landmarks[at - start];
    let right = at >= cue.tokens.start;
    let side = u32::from(right);
    let gap = if right { (at + 1).saturating_sub(cue.tokens.end) } else { cue.tokens.start - at };
    let far = side * 16 + bucket(gap);
    let main = window.near(cue.main, 0);
    let (before, after) = (window.near(cue.tokens.start, -1), window.near(cue.tokens.end, 0));
    let home = &landmarks[cue.tokens.start - start];
    let sentence = (landmark.sentence as i32 - home.sentence as i32).clamp(-3, 3) as u32 & 7;
    // What stands between the token and the cue.
    let cue_edge = if right { cue.tokens.end - 1 } else { cue.tokens.start };
    let edge = &landmarks[cue_edge - start];
    let span = |a: u16, b: u16, most: u16| u32::from(a.abs_diff(b).min(most));
    let commas = span(landmark.commas, edge.commas, 3);
    let thats = span(landmark.thats, edge.thats, 1);
    let conjunctions = span(landmark.conjunctions, edge.conjunctions, 2);
    let cues = span(landmark.cues, edge.cues, 3);
    let quotes = span(landmark.quotes, edge.quotes, 2);
    let rivals =
        others.before.get(at - start).zip(others.before.get(cue_edge - start)).map_or(0, |(&a, &b)| span(a, b, 3));
    let rivals = side * 4 + rivals;
    let quotation = cue.quotation(text.tokens[at].quotation) * 8 + here.quote;
    let from_start = distance(at, landmark.sentence_start).min(3);
    let to_end = distance(at + 1, landmark.sentence_end).min(3);
    let around = before.shape * 32 + after.shape;

    features.emit([far]);
    features.emit([far, here.shape]);
    features.emit([far, here.function]);
    features.emit([far, near(-1).shape, here.shape, near(1).shape]);
    features.emit([far, main.word]);
    features.emit([side, main.word, here.function, sentence]);
    features.emit([side, after.word, sentence, here.shape]);
    features.emit([side, before.word, sentence, here.shape]);
    features.emit([sentence, side]);
    features.emit([sentence, quotation]);
    features.emit([sentence, from_start, to_end, here.shape]);
    features.emit([sentence, from_start, main.class]);
    features.emit([far, quotation]);
    features.emit([quotation, rivals]);
    features.emit([quotation, main.word, side]);
    features.emit([quotation, around, side]);
    features.emit([quotation, sentence, commas, side]);
    features.emit([quotation, near(-1).quote, near(1).quote, near(-1).shape, here.shape, side]);
    features.emit([quotation, cue.left_quotation.map_or(15, |q| q.1), cue.right_quotation.map_or(15, |q| q.1), side]);
    features.emit([far, cue.left_quotation.map_or(15, |q| q.1), cue.right_quotation.map_or(15, |q| q.1)]);
    features.emit([side, sentence, commas, thats]);
    features.emit([side, sentence, commas, here.shape, near(1).shape]);
    features.emit([side, commas, conjunctions, c(0)]);
    features.emit([side, commas, cues, sentence]);
    features.emit([side, commas, here.function, near(-1).shape]);
    features.emit([side, thats, cues, here.function]);
    features.emit([side, conjunctions, here.function, near(1).function]);
    features.emit([side, conjunctions, cues, quotes]);
    features.emit([rivals, sentence]);
    features.emit([rivals, sentence, here.shape, here.function]);
    features.emit([rivals, far]);
    features.emit([rivals, commas, thats]);
    features.emit([rivals, commas, near(-1).shape, here.shape]);
    features.emit([side, main.class, commas, quotes]);
    features.emit([side, main.class, thats, sentence]);
    features.emit([far, bucket(cue.tokens.len()), here.shape]);
    let first = window.near(home.sentence_start as usize, 0);
    let cue_from_start = distance(cue.tokens.start, home.sentence_start);
    let cue_to_end = distance(cue.tokens.end, home.sentence_end);
    features.emit([sentence, side, cue_from_start, cue_to_end.min(3)]);
    features.emit([far, cue_to_end.min(3), around]);
    features.emit([far, cue_from_start.min(3), here.shape]);
    features.emit([sentence, side, cue_to_end.min(2), commas, here.function, near(-1).shape]);
    features.emit([side, first.word, sentence, commas]);
    features.emit([side, rivals, quotation, commas, to_end]);
    features.emit([side, from_start, rivals, quotation]);

    let label = |offset: isize| cue.rule_label(at, offset);
    let labels = label(-1) * 16 + label(0) * 4 + label(1);
    let (verb, form) = (main.reporting, main.form);
    features.emit([labels]);
    features.emit([labels, cue.rule]);
    features.emit([labels, far]);
    features.emit([labels, here.shape, here.function]);
    features.emit([labels, cue.rule, verb]);
    features.emit([labels, near(-1).shape, here.shape, near(1).shape]);
    features.emit([labels, quotation, side]);
    features.emit([labels, rivals, commas]);
    features.emit([labels, sentence, from_start, to_end]);
    features.emit([label(0), label(-2), label(2), cue.rule, side]);
    features.emit([side, verb, sentence, from_start, to_end]);
    features.emit([side, verb, commas, here.function]);
    features.emit([side, verb, quotation]);
    features.emit([far, here.noun]);
    features.emit([here.noun, side, verb, form]);
    features.emit([here.noun, labels, side]);
    features.emit([here.noun, sentence, commas, side]);
}
