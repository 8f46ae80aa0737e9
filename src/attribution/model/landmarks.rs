//! Where each token of a window stands: in its sentence, between quotations, among the words that look like cues.

use super::atoms::{Atom, CONJUNCTION, SUBJECT_PRONOUN, THAT};
use super::window::{Window, bucket};
use crate::text::Text;

/// What surrounds one token; places are token numbers, [`NOWHERE`] where there is none.
#[derive(Debug, Clone, Copy, Default)]
pub struct Landmark {
    pub sentence_start: u32,
    pub sentence_end: u32,
    pub sentence: u32,
    /// The nearest quotation mark before that closed, and after that will open, a quotation.
    pub closed: u32,
    pub opening: u32,
    /// The nearest cue-like words before and after.
    pub cue_before: u32,
    pub cue_after: u32,
    /// The nearest capitalised word or pronoun before.
    pub name_before: u32,
    /// How many of each stand before this token in the window.
    pub commas: u16,
    pub thats: u16,
    pub conjunctions: u16,
    pub cues: u16,
    pub quotes: u16,
}

pub const NOWHERE: u32 = u32::MAX;

/// Words at least this cue-like are landmarks.
const CUE_LIKE: u32 = 3;

/// The landmarks of a window, one for each of its tokens.
pub fn find(text: &Text, window: &Window) -> Vec<Landmark> {
    let range = window.tokens.clone();
    let mut landmarks: Vec<Landmark> = Vec::with_capacity(range.len());
    let mut running = Landmark { closed: NOWHERE, cue_before: NOWHERE, name_before: NOWHERE, ..Landmark::default() };
    for at in range.clone() {
        let (atom, token) = (window.near(at, 0), &text.tokens[at]);
        let sentence = &text.sentences[token.sentence];
        running.sentence = token.sentence as u32;
        running.sentence_start = sentence.tokens.start.max(range.start) as u32;
        running.sentence_end = sentence.tokens.end.min(range.end) as u32;
        landmarks.push(running);
        running.commas += u16::from(atom.shape == 11);
        running.thats += u16::from(atom.function == THAT);
        running.conjunctions += u16::from(atom.function == CONJUNCTION);
        running.quotes += u16::from(matches!(atom.quote, 2 | 3));
        if matches!(atom.quote, 3 | 6) {
            running.closed = at as u32;
        }
        if is_cue_like(atom) {
            running.cues += 1;
            running.cue_before = at as u32;
        }
        if is_name(atom) {
            running.name_before = at as u32;
        }
    }
    let (mut opening, mut cue) = (NOWHERE, NOWHERE);
    for (landmark, at) in landmarks.iter_mut().zip(range).rev() {
        let atom = window.near(at, 0);
        (landmark.opening, landmark.cue_after) = (opening, cue);
        if matches!(atom.quote, 2 | 5) {
            opening = at as u32;
        }
        if is_cue_like(atom) {
            cue = at as u32;
        }
    }
    landmarks
}

pub fn is_cue_like(atom: &Atom) -> bool {
    atom.cueness >= CUE_LIKE || atom.rule != 0
}

fn is_name(atom: &Atom) -> bool {
    matches!(atom.shape, 1..=3) || atom.function == SUBJECT_PRONOUN
}

/// How far apart two places are, in steps; 10 where one of them is nowhere.
pub fn distance(from: usize, to: u32) -> u32 {
    if to == NOWHERE { 10 } else { bucket(from.abs_diff(to as usize)) }
}
