//! What the cue tagger looks at: the word, its neighbours, quotation marks, its place, the next cue-like words.

use super::hash::Emitter;
use super::landmarks::{Landmark, NOWHERE, distance};
use super::window::Window;

/// So many templates come first that look at words, their classes and their spelling alone.
pub const OF_WORDS: usize = 23;

/// Emits the features of the token at `at`.
pub fn emit(window: &Window, landmarks: &[Landmark], headline: bool, at: usize, sink: impl FnMut(u32)) {
    let mut features = Emitter::new(1, sink);
    let near = |offset: isize| window.near(at, offset);
    let here = near(0);
    let (w, c) = (|o| near(o).word, |o| near(o).class);
    let landmark = &landmarks[at - window.tokens.start];

    features.emit([]);
    for offset in -4..=4 {
        features.emit([w(offset)]);
    }
    features.emit([w(-1), w(0)]);
    features.emit([w(0), w(1)]);

    for offset in -3..=3 {
        features.emit([c(offset)]);
    }
    features.emit([here.cueness, near(1).cueness, near(-1).cueness]);

    features.emit([here.suffix2]);
    features.emit([here.suffix3]);
    features.emit([here.prefix]);
    features.emit([near(-1).shape, here.shape, near(1).shape]);
    features.emit([near(-2).shape, near(-1).shape, here.shape, near(1).shape, near(2).shape]);
    features.emit([near(-2).function, near(-1).function, here.function, near(1).function, near(2).function]);
    features.emit([here.cueness, near(-1).function, near(1).function]);

    let (closed, opening) = (distance(at, landmark.closed), distance(at, landmark.opening));
    features.emit([here.quote]);
    features.emit([near(-1).quote, here.quote, near(1).quote]);
    features.emit([w(0), here.quote]);
    features.emit([c(0), here.quote]);
    features.emit([here.cueness, here.quote]);
    features.emit([c(0), closed, opening]);
    features.emit([here.cueness, closed, here.quote]);
    features.emit([here.cueness, opening, here.quote]);
    features.emit([closed, opening, here.quote]);

    let from_start = distance(at, landmark.sentence_start);
    let to_end = distance(at + 1, landmark.sentence_end);
    let first = window.near(landmark.sentence_start as usize, 0);
    let last = window.near(landmark.sentence_end as usize, -1);
    features.emit([from_start, to_end.min(2)]);
    features.emit([w(0), to_end.min(3)]);
    features.emit([c(0), to_end]);
    features.emit([w(0), u32::from(headline)]);
    features.emit([here.cueness, u32::from(headline), from_start]);
    features.emit([here.cueness, first.word]);
    features.emit([here.cueness, last.shape, to_end.min(3)]);
    features.emit([w(0), last.shape]);

    let word_at = |place: u32| {
        if place == NOWHERE {
            [0, 0]
        } else {
            [window.near(place as usize, 0).word, window.near(place as usize, 0).class]
        }
    };
    let (left, right) = (word_at(landmark.cue_before), word_at(landmark.cue_after));
    let to_left = distance(at, landmark.cue_before);
    let left_here = landmark.cue_before != NOWHERE && landmark.cue_before >= landmark.sentence_start;
    let right_here = landmark.cue_after != NOWHERE && landmark.cue_after < landmark.sentence_end;
    let same = u32::from(left_here) + 2 * u32::from(right_here);
    features.emit([left[0], to_left, u32::from(left_here)]);
    features.emit([here.cueness, same, here.quote]);
    features.emit([w(0), same]);

    let between = |place: u32| {
        if place == NOWHERE {
            return 9;
        }
        let other = &landmarks[place as usize - window.tokens.start];
        let thats = other.thats.abs_diff(landmark.thats).min(1);
        let commas = other.commas.abs_diff(landmark.commas).min(2);
        u32::from(thats) * 3 + u32::from(commas)
    };
    features.emit([here.cueness, left[1], between(landmark.cue_before)]);
    features.emit([here.cueness, right[1], between(landmark.cue_after)]);
    features.emit([here.cueness, distance(at, landmark.name_before), near(-1).function]);

    let (verb, form) = (here.reporting, here.form);
    let parts = |offset: isize| near(offset).rule_parts;
    features.emit([here.rule]);
    features.emit([here.rule, here.rule_sureness]);
    features.emit([here.rule, w(0)]);
    features.emit([here.rule, near(-1).rule, near(1).rule]);
    features.emit([here.rule_sureness, here.cueness]);
    features.emit([here.rule, here.quote, verb]);
    features.emit([parts(-1), parts(0), parts(1)]);
    features.emit([parts(0), c(0), here.cueness]);
    features.emit([parts(-1), parts(0), c(0)]);
    features.emit([parts(0), parts(1), c(0)]);
    features.emit([verb]);
    features.emit([verb, form]);
    features.emit([verb, form, c(1)]);
    features.emit([verb, form, c(-1)]);
    features.emit([verb, form, near(-1).function, near(1).function]);
    features.emit([verb, form, near(1).shape, near(1).function]);
    features.emit([verb, form, here.quote]);
    features.emit([verb, form, here.rule]);
    features.emit([here.complements, form, near(1).function, near(1).shape]);
    features.emit([w(0), near(1).reporting, near(1).form]);
    features.emit([w(0), near(-1).reporting]);
    features.emit([c(0), near(-1).reporting, near(1).function]);
    features.emit([verb, from_start.min(4), to_end.min(3)]);
    features.emit([verb, closed, opening]);
    features.emit([verb, same, here.quote]);

    let noun = |offset: isize| near(offset).noun;
    features.emit([noun(0), noun(-1), noun(1)]);
    features.emit([noun(-1), verb, form]);
    features.emit([noun(-2), near(-1).function, verb, form]);
    features.emit([noun(-1), here.cueness, near(1).function, near(1).shape]);
}
