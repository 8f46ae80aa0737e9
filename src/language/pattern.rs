//! Patterns of several words, over tokens: clauses of anonymity, reasons, how somebody knows.
//!
//! A pattern is a row of elements, each a choice of words, some of which may be missing. A hash of the first word
//! finds the few patterns that can start at a token, so that a page costs one look-up a token.

use super::List;
use super::list::Problems;
use rustc_hash::FxHashMap;
use strum::EnumString;

/// What a pattern says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString)]
#[strum(serialize_all = "kebab-case")]
pub enum PatternKind {
    /// Introduces a source: "according to".
    According,
    /// Introduces the source of a source: "with reference to".
    Citing,
    /// A deed, not a word: "looked for", "appears on the list".
    Action,
    /// Talk about a subject that does not say what was said: "talked about", "discussed".
    Talk,
    /// Whom something was told, as a participle: "briefed on".
    Informed,
    /// That a source is not named: "condition of anonymity".
    Clause,
    /// Opens the reason why not: "for fear of".
    Reason,
    /// The stock reason: "not authorised to".
    Stock,
    /// Opens how they know: "briefed on".
    Basis,
    /// Opens whom they belong to: "at the ministry".
    Affiliation,
    /// Opens whom or what they are near: "close to".
    Nearness,
    /// Opens examples of a group: "such as".
    Example,
}

/// A row of words, some of them with alternatives or optional.
#[derive(Debug)]
pub struct Pattern {
    kind: PatternKind,
    elements: Vec<Element>,
}

#[derive(Debug)]
struct Element {
    words: Vec<&'static str>,
    optional: bool,
}

/// All patterns, by each word that can open one.
#[derive(Debug)]
pub struct Patterns {
    patterns: Vec<Pattern>,
    by_first: FxHashMap<&'static str, Vec<usize>>,
}

impl Patterns {
    #[inline(never)]
    pub(super) fn load(list: List, problems: &mut Problems) -> Self {
        let mut read = Self { patterns: Vec::new(), by_first: FxHashMap::default() };
        for row in list.rows::<2>(problems) {
            let Some(kind) = row.value(0, problems) else { continue };
            let elements: Vec<_> = row.columns[1].split(' ').map(Element::read).collect();
            let opening = elements.iter().position(|e| !e.optional).map_or(elements.len(), |first| first + 1);
            for word in elements[..opening].iter().flat_map(|e| &e.words) {
                read.by_first.entry(word).or_default().push(read.patterns.len());
            }
            read.patterns.push(Pattern { kind, elements });
        }
        read
    }

    /// Whether any pattern can start with a word.
    pub fn can_start_with(&self, norm: &str) -> bool {
        self.by_first.contains_key(norm)
    }

    /// The patterns of a kind that a word can open.
    pub fn opened_by(&self, norm: &str, kind: PatternKind) -> impl Iterator<Item = &Pattern> {
        let numbers = self.by_first.get(norm).map(Vec::as_slice).unwrap_or_default();
        numbers.iter().filter_map(|&number| self.patterns.get(number)).filter(move |pattern| pattern.kind == kind)
    }
}

impl Pattern {
    /// Where a match ends that starts at `start` and ends at `end` at most; a present word is always taken. `is` tells
    /// whether one of some words stands at a place.
    pub fn end(&self, start: usize, end: usize, is: impl Fn(usize, &[&str]) -> bool) -> Option<usize> {
        let mut at = start;
        for element in &self.elements {
            if at < end && is(at, &element.words) {
                at += 1;
            } else if !element.optional {
                return None;
            }
        }
        Some(at)
    }
}

impl Element {
    fn read(element: &'static str) -> Self {
        let optional = element.ends_with('?');
        Self { words: element.trim_end_matches('?').split('/').collect(), optional }
    }
}
