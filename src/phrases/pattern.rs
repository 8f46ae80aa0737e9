//! A line between slashes, in the syntax of the `regex` crate.

use super::Line;
use super::automaton::{Automaton, Maker};
use super::index::Folded;
use super::needs::Needs;
use crate::span::Span;
use regex_automata::{Anchored, Match};
use std::sync::OnceLock;

/// A pattern that is tried only where what it needs stands.
#[derive(Debug)]
pub(super) struct Pattern {
    pub(super) needs: Needs,
    line: Line,
    pattern: String,
    /// Letters of which some begin every match; empty where a match can begin otherwise.
    beginnings: Vec<Box<str>>,
    /// Made for the first piece that has what the pattern needs, one for pieces in Latin letters and one for others; none
    /// where it is too large.
    latin: OnceLock<Option<Automaton>>,
    any: OnceLock<Option<Automaton>>,
}

impl Pattern {
    pub(super) fn new(line: Line, pattern: String, needs: Needs, beginnings: Vec<Box<str>>) -> Self {
        Self { needs, line, pattern, beginnings, latin: OnceLock::new(), any: OnceLock::new() }
    }

    /// Matches in a piece, which is given with its letters folded as well.
    pub(super) fn find(&self, maker: &Maker, text: &str, span: Span, folded: &Folded, found: &mut Vec<(Span, Line)>) {
        let any = || maker.make(&[self.pattern.as_str()]);
        let automaton = match folded.is_latin {
            true => self.latin.get_or_init(|| maker.make(&[&with_latin_letters(&self.pattern)]).or_else(any)),
            false => self.any.get_or_init(any),
        };
        let Some(automaton) = automaton else { return };
        let text = span.of(text);
        let mut search = automaton.search(text);
        let mut from = 0;
        let mut add = |at: Match| {
            found.push((Span::new(span.start + at.start(), span.start + at.end()), self.line));
            at.end()
        };
        // Where folding changes a length, it is not known where a match can begin.
        if self.beginnings.is_empty() || folded.text.len() != text.len() {
            while let Some(at) = search.find(from, Anchored::No) {
                from = add(at);
            }
            return;
        }
        for start in folded.starts(&self.beginnings) {
            if start >= from && text.is_char_boundary(start) {
                from = search.find(start, Anchored::Yes).map_or(from, &mut add);
            }
        }
    }
}

/// The pattern of a line; none where it is plain words.
pub(super) fn between_slashes(line: &str) -> Option<String> {
    let pattern = line.strip_prefix('/').and_then(|rest| rest.strip_suffix('/')).filter(|inner| !inner.is_empty());
    pattern.map(with_quick_boundaries)
}

/// The boundary of a word of English letters. The one of Unicode would have every page with a curly quotation mark read by the
/// slowest engine, a thousand times slower.
const BOUNDARY: &str = r"(?-u:\b)";

/// Latin letters, digits and the low line, as `\w` has them.
const LATIN: &str = r"(?-i:[0-9A-Z_a-zªµºÀ-ÖØ-öø-ɏ])";

/// A pattern with [`BOUNDARY`] wherever it asks for a boundary of words.
fn with_quick_boundaries(pattern: &str) -> String {
    replaced(pattern, |escaped, next| (escaped == 'b' && next != Some('{')).then_some(BOUNDARY))
}

/// The letters of every script are hundreds of ranges, most of what making an automaton costs.
fn with_latin_letters(pattern: &str) -> String {
    // In a class of characters it would be read as a part of that.
    if pattern.contains('[') { pattern.to_owned() } else { replaced(pattern, |sign, _| (sign == 'w').then_some(LATIN)) }
}

/// A pattern with some of its escaped letters replaced, each of which is given with what follows.
fn replaced(pattern: &str, by: impl Fn(char, Option<char>) -> Option<&'static str>) -> String {
    let mut made = String::with_capacity(pattern.len());
    let mut rest = pattern.chars().peekable();
    while let Some(sign) = rest.next() {
        let escaped = if sign == '\\' { rest.next() } else { None };
        match escaped.and_then(|escaped| by(escaped, rest.peek().copied())) {
            Some(other) => made.push_str(other),
            None => made.extend(std::iter::once(sign).chain(escaped)),
        }
    }
    made
}
