//! Second step: given a cue, which words are its source and its content? A linear-chain CRF over the cue's window.

use super::chain::{FORBIDDEN, Lattice, Transitions};
use super::landmarks::Landmark;
use super::overlap::meet;
use super::proposal::{self, Parts};
use super::span_features::{self, CueView, OtherCues};
use super::table::Sums;
use super::weights::Weights;
use super::window::Window;
use crate::attribution::Relation;
use crate::text::Text;
use std::ops::Range;

/// Labels: outside, first and later words of the source, first and later words of a piece of the content, the cue.
pub const LABELS: usize = 6;
pub const SOURCE: usize = 1;
pub const CONTENT: usize = 3;
pub const CUE: usize = 5;
/// Sources longer than this many tokens are not looked for.
const LONGEST_SOURCE: usize = 40;
/// A source less likely than this, or missing with less than this probability, is out of the question.
const DOUBT: f32 = 0.04;
/// A token belongs to the content where its probability reaches one of these, from a wide to a narrow reading.
const CONTENT_LEAST: [f32; 5] = [0.12, 0.3, 0.5, 0.7, 0.85];
/// Sentences that are read before and after the one with the cue.
const SENTENCES_BEFORE: usize = 3;
const SENTENCES_AFTER: usize = 4;

pub const OPENING: [bool; LABELS] = [true, true, false, true, false, true];

/// How likely each label is at a place.
type Marginals = [f32; LABELS];

/// Which label may follow which.
pub fn allowed(from: usize, to: usize) -> bool {
    match to {
        2 => from == 1 || from == 2,
        4 => from == 3 || from == 4,
        _ => true,
    }
}

#[derive(Debug, Clone)]
pub struct SpanTagger {
    pub weights: Weights,
    pub transitions: Transitions<LABELS>,
}

/// The part of a window that is read for a cue: its sentence, the sentences around it that quotations run through, and
/// one more on either side.
pub fn region(text: &Text, window: &Window, cue: &Range<usize>) -> Range<usize> {
    let number = text.tokens.get(cue.start).map_or(0, |t| t.sentence);
    let tokens = |number: usize| text.sentences.get(number).map(|s| s.tokens.clone());
    let quotes = |number: usize| tokens(number).is_some_and(|mut tokens| tokens.any(|at| text.is_quoted(at)));
    let Some(own) = tokens(number) else { return window.tokens.clone() };
    let (mut start, mut end) = (own.start, own.end);
    for before in (number.saturating_sub(SENTENCES_BEFORE)..number).rev().take_while(|&n| n + 1 >= number || quotes(n))
    {
        start = tokens(before).map_or(start, |t| t.start);
    }
    for after in (number + 1..=number + SENTENCES_AFTER).take_while(|&n| quotes(n)) {
        end = tokens(after).map_or(end, |t| t.end);
    }
    start.max(window.tokens.start)..end.min(window.tokens.end)
}

/// A window with what is scored once for all its cues.
pub struct Scored<'w> {
    pub text: &'w Text<'w>,
    pub window: &'w Window<'w>,
    /// The rules' proposals.
    pub rules: &'w [Relation],
    pub landmarks: &'w [Landmark],
    pub others: OtherCues,
    /// For each token, the shared sums before and after a cue, once they are known.
    shared: [Vec<Option<Sums>>; 2],
}

impl<'w> Scored<'w> {
    pub fn new(
        text: &'w Text,
        window: &'w Window,
        rules: &'w [Relation],
        landmarks: &'w [Landmark],
        probabilities: &[f32],
    ) -> Self {
        let others = OtherCues::new(probabilities.iter().copied());
        let length = window.tokens.len();
        Self { text, window, rules, landmarks, others, shared: [vec![None; length], vec![None; length]] }
    }
}

impl SpanTagger {
    /// Finds the parts of one cue: what the lattice leaves open, and what a rule that found the same cue says.
    pub fn read(&self, scored: &mut Scored, cue: &Range<usize>, lattice: &mut Lattice<LABELS>) -> Vec<Parts> {
        let region = region(scored.text, scored.window, cue);
        self.score(scored, cue, region.clone(), lattice);
        lattice.sum(&self.transitions);
        let marginals: Vec<Marginals> = (0..lattice.nodes.len()).map(|place| lattice.marginals(place)).collect();
        let mut readings = self.readings(scored.text, lattice, &marginals, &region, cue);
        if let Some(rule) = proposal::rule_of(scored.rules, cue)
            && let Some(like) = readings.first().cloned()
        {
            let parts = by_rule(&marginals, &region, rule, cue, like);
            if readings.iter().all(|r| r.content != parts.content || r.source != parts.source) {
                readings.push(parts);
            }
        }
        readings
    }

    fn score(&self, scored: &mut Scored, cue: &Range<usize>, region: Range<usize>, lattice: &mut Lattice<LABELS>) {
        let view = CueView::new(scored.text, scored.window, scored.rules, cue.clone());
        lattice.reset(region.len());
        for (place, at) in region.enumerate() {
            lattice.classes[place] = scored.window.near(at, 0).place;
            if cue.contains(&at) {
                lattice.nodes[place] = [FORBIDDEN; LABELS];
                lattice.nodes[place][CUE] = 0.0;
                continue;
            }
            let right = at >= cue.end;
            let offset = at - scored.window.tokens.start;
            let mut sums = match scored.shared[usize::from(right)][offset] {
                Some(sums) => sums,
                None => {
                    let mut sums = Sums::default();
                    self.weights.sum(&mut sums, |list| {
                        let sink = |feature| list.take(feature);
                        span_features::emit_shared(scored.window, scored.landmarks, &scored.others, at, right, sink);
                    });
                    scored.shared[usize::from(right)][offset] = Some(sums);
                    sums
                }
            };
            self.weights.sum(&mut sums, |list| {
                let sink = |feature| list.take(feature);
                let Scored { text, window, landmarks, others, .. } = scored;
                span_features::emit_joint(text, window, landmarks, others, &view, at, sink);
            });
            lattice.nodes[place] = self.weights.scores(&sums);
            lattice.nodes[place][CUE] = FORBIDDEN;
        }
    }

    /// The readings that the lattice leaves open: with its likeliest source and without, content drawn wide and narrow, and
    /// the whole clause where the content starts.
    fn readings(
        &self,
        text: &Text,
        lattice: &Lattice<LABELS>,
        marginals: &[Marginals],
        region: &Range<usize>,
        cue: &Range<usize>,
    ) -> Vec<Parts> {
        let mut like = Parts::default();
        let mut best = 0..0;
        for (place, labels) in marginals.iter().enumerate() {
            like.source_mass += labels[SOURCE];
            like.content_mass += labels[CONTENT];
            if labels[SOURCE] > like.source_exact {
                lattice.segments(&self.transitions, place, SOURCE, SOURCE + 1, LONGEST_SOURCE, |end, probability| {
                    if probability > like.source_exact {
                        (best, like.source_exact) = (place..end, probability);
                    }
                });
            }
        }
        let source = region.start + best.start..region.start + best.end;
        let with = (like.source_mass >= DOUBT).then_some(Some(source));
        let without = (like.source_mass <= 1.0 - DOUBT).then_some(None);
        let of_source = |source| {
            let like = Parts { source, ..like.clone() };
            let mut contents =
                Vec::from(CONTENT_LEAST.map(|least| draw(marginals, region, least, like.source.as_ref())));
            contents.dedup();
            let start = contents.iter().find_map(|content| Some(content.first()?.start));
            let clause =
                start.and_then(|start| whole_clause(text, region, cue, &like, start)).map(|clause| vec![clause]);
            contents.extend(clause.filter(|clause| !contents.contains(clause)));
            contents.into_iter().map(move |content| weighed(marginals, region, content, like.clone()))
        };
        with.into_iter().chain(without).flat_map(of_source).collect()
    }
}

/// A rule's reading, with what the lattice thinks of it.
fn by_rule(marginals: &[Marginals], region: &Range<usize>, rule: &Relation, cue: &Range<usize>, like: Parts) -> Parts {
    let source = match (rule.source.first(), &like.source) {
        (Some(ours), Some(theirs)) if meet(ours, theirs) || meet(ours, cue) => Some(theirs.clone()),
        (ours, _) => ours.cloned(),
    };
    weighed(marginals, region, rule.content.clone(), Parts { source, rule: rule.confidence, ..like })
}

/// The tokens outside the source whose probability to be content reaches `least`.
fn draw(
    marginals: &[Marginals],
    region: &Range<usize>,
    least: f32,
    source: Option<&Range<usize>>,
) -> Vec<Range<usize>> {
    let mut content: Vec<Range<usize>> = Vec::new();
    for (at, labels) in region.clone().zip(marginals) {
        if inside(labels) < least || source.is_some_and(|s| s.contains(&at)) {
            continue;
        }
        match content.last_mut() {
            Some(piece) if piece.end == at && labels[CONTENT] < 0.5 => piece.end = at + 1,
            _ => content.push(at..at + 1),
        }
    }
    content
}

/// From where the content starts to the end of the sentence, or up to the cue or the source: what the lattice draws may have
/// gaps, or end at the first thing that it has not seen before.
fn whole_clause(
    text: &Text,
    region: &Range<usize>,
    cue: &Range<usize>,
    like: &Parts,
    start: usize,
) -> Option<Range<usize>> {
    let is_other = |at: &usize| cue.contains(at) || like.source.as_ref().is_some_and(|source| source.contains(at));
    let sentence = text.sentence_of(cue.start).tokens.end.min(region.end);
    let limit = if start < cue.start { cue.start } else { sentence };
    let end = (start..limit).find(is_other).unwrap_or(limit);
    let is_loose = |at: usize| start >= cue.end && text.is_mark(at, &[".", "!", "?", ","]);
    let last = (start..end).rev().find(|&at| at == start || !is_loose(at))?;
    Some(start..last + 1)
}

/// A reading with this content, and what the lattice thinks of it.
fn weighed(marginals: &[Marginals], region: &Range<usize>, content: Vec<Range<usize>>, like: Parts) -> Parts {
    let (mut sum, mut count, mut missed) = (0.0, 0, 0.0);
    for (at, labels) in region.clone().zip(marginals) {
        if content.iter().any(|piece| piece.contains(&at)) {
            sum += inside(labels);
            count += 1;
        } else {
            missed += inside(labels);
        }
    }
    Parts { content, content_mean: sum / count.max(1) as f32, content_missed: missed, ..like }
}

/// How likely a token belongs to the content.
fn inside(labels: &Marginals) -> f32 {
    labels[CONTENT] + labels[CONTENT + 1]
}
