//! Patterns that may fit anywhere, and so have to read all of a page: some of them together, which costs less than each by itself.

use super::Line;
use super::automaton::{Automaton, Maker};
use crate::span::Span;
use regex_automata::Anchored;

/// How many patterns are read together.
const CHUNK: usize = 16;

#[derive(Debug)]
pub(super) struct Chunk {
    automaton: Automaton,
    lines: Vec<Line>,
}

impl Chunk {
    pub(super) fn all(patterns: &[(Line, String)]) -> Vec<Self> {
        let maker = Maker::new();
        patterns.chunks(CHUNK).flat_map(|patterns| Self::of(&maker, patterns)).collect()
    }

    /// Some patterns as one; each by itself where one of them cannot be used or all are too large together.
    fn of(maker: &Maker, patterns: &[(Line, String)]) -> Vec<Self> {
        let written: Vec<&str> = patterns.iter().map(|(_, pattern)| pattern.as_str()).collect();
        match maker.make(&written) {
            Some(automaton) => vec![Self { automaton, lines: patterns.iter().map(|(line, _)| *line).collect() }],
            None if patterns.len() == 1 => vec![],
            None => patterns.chunks(1).flat_map(|pattern| Self::of(maker, pattern)).collect(),
        }
    }

    pub(super) fn find(&self, text: &str, piece: Span, found: &mut Vec<(Span, Line)>) {
        let text = piece.of(text);
        let mut search = self.automaton.search(text);
        let mut from = 0;
        while let Some(at) = search.find(from, Anchored::No) {
            from = at.end();
            if at.is_empty() {
                let Some(sign) = text[from..].chars().next() else { break };
                from += sign.len_utf8();
            } else {
                found.push((Span::new(piece.start + at.start(), piece.start + at.end()), self.lines[at.pattern()]));
            }
        }
    }
}
