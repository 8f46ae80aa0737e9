//! Phrases about unnamed sources, as small patterns over tokens.
//!
//! A pattern is a row of elements, each a choice of words, some of which may be missing. A hash of the first word
//! finds the few patterns that can start at a token, so that a page costs one look-up a token.

use super::list::pairs;
use crate::text::Text;
use rustc_hash::FxHashMap;
use std::ops::Range;

/// What a phrase says about a source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PhraseKind {
    /// That it is not named: "condition of anonymity".
    Clause,
    /// Opens the reason: "for fear of".
    Reason,
    /// The stock reason: "not authorised to".
    Stock,
    /// Opens how they know: "briefed on".
    Basis,
    /// Opens whom they belong to: "close to".
    Affiliation,
}

#[derive(Debug)]
struct Pattern {
    kind: PhraseKind,
    elements: Vec<Element>,
}

#[derive(Debug)]
struct Element {
    words: Vec<&'static str>,
    optional: bool,
}

/// All patterns, by each word that can open one.
#[derive(Debug)]
pub struct Phrases {
    patterns: Vec<Pattern>,
    by_first: FxHashMap<&'static str, Vec<usize>>,
}

impl Phrases {
    pub fn load() -> Self {
        let mut phrases = Self { patterns: Vec::new(), by_first: FxHashMap::default() };
        for (kind, pattern) in pairs(include_str!("anonymity-phrases.txt")) {
            let kind = match kind {
                "clause" => PhraseKind::Clause,
                "reason" => PhraseKind::Reason,
                "stock" => PhraseKind::Stock,
                "basis" => PhraseKind::Basis,
                _ => PhraseKind::Affiliation,
            };
            let elements: Vec<_> = pattern.split(' ').map(Element::read).collect();
            let opening = elements.iter().position(|e| !e.optional).map_or(elements.len(), |first| first + 1);
            for word in elements[..opening].iter().flat_map(|e| &e.words) {
                phrases.by_first.entry(word).or_default().push(phrases.patterns.len());
            }
            phrases.patterns.push(Pattern { kind, elements });
        }
        phrases
    }

    /// The longest phrase of a kind that starts at a token and ends before `end`.
    pub fn at(&self, text: &Text, kind: PhraseKind, start: usize, end: usize) -> Option<Range<usize>> {
        if start >= end.min(text.tokens.len()) {
            return None;
        }
        let candidates = self.by_first.get(text.norm(start))?;
        let ends = candidates.iter().filter_map(|&number| {
            let pattern = self.patterns.get(number).filter(|p| p.kind == kind)?;
            matched(&pattern.elements, text, start, end)
        });
        ends.max().map(|last| start..last)
    }
}

impl Element {
    fn read(element: &'static str) -> Self {
        let optional = element.ends_with('?');
        Self { words: element.trim_end_matches('?').split('/').collect(), optional }
    }
}

/// Where the elements end that match from a token on; a present word is always taken.
fn matched(elements: &[Element], text: &Text, start: usize, end: usize) -> Option<usize> {
    let mut at = start;
    for element in elements {
        if at < end && text.is(at, &element.words) {
            at += 1;
        } else if !element.optional {
            return None;
        }
    }
    Some(at)
}
