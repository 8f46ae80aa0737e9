//! The lines that are plain words: all of them are looked for at once, by the words that the text is made of.

use super::Line;
use super::fold::fold_into;
use crate::span::Span;
use rustc_hash::FxHashMap;

/// Plain words in a tree: a way from the root spells a line, a step for each word, sign or white space.
#[derive(Debug, Default)]
pub(super) struct Words {
    /// The number of each step that is in some line.
    steps: FxHashMap<Box<str>, u32>,
    /// Where a step leads from a node; the root is node 0.
    ways: FxHashMap<(u32, u32), u32>,
    /// The first line that ends at a node.
    ends: Vec<Option<Line>>,
}

impl Words {
    pub(super) fn add(&mut self, line: Line, words: &str) {
        let mut folded = String::new();
        let mut node = 0;
        self.ends.resize(self.ends.len().max(1), None);
        for step in steps(words) {
            spell(&mut folded, step.of(words));
            let next = self.steps.len() as u32;
            let step = *self.steps.entry(folded.as_str().into()).or_insert(next);
            node = *self.ways.entry((node, step)).or_insert_with(|| {
                self.ends.push(None);
                self.ends.len() as u32 - 1
            });
        }
        self.ends[node as usize].get_or_insert(line);
    }

    /// Where lines stand in a block of a text; of those that begin together, the one that is listed first.
    pub(super) fn find(&self, text: &str, block: Span, found: &mut Vec<(Span, Line)>) {
        if self.steps.is_empty() {
            return;
        }
        let (text, offset) = (block.of(text), block.start);
        let mut folded = String::new();
        let mut known = |step: Span| {
            spell(&mut folded, step.of(text));
            (step, self.steps.get(folded.as_str()).copied())
        };
        let steps: Vec<(Span, Option<u32>)> = steps(text).map(&mut known).collect();
        for first in 0..steps.len() {
            let (start, mut node) = (steps[first].0.start, 0);
            let mut best: Option<(Line, usize)> = None;
            for &(step, number) in &steps[first..] {
                let Some(&next) = number.and_then(|number| self.ways.get(&(node, number))) else { break };
                node = next;
                if let Some(line) = self.ends[node as usize].filter(|&line| best.is_none_or(|(other, _)| line < other))
                {
                    best = Some((line, step.end));
                }
            }
            found.extend(best.map(|(line, end)| (Span::new(offset + start, offset + end), line)));
        }
    }
}

/// The words of a text, its stretches of white space, and every other sign by itself.
fn steps(text: &str) -> impl Iterator<Item = Span> + '_ {
    let mut signs = text.char_indices().peekable();
    std::iter::from_fn(move || {
        let (start, first) = signs.next()?;
        let mut end = start + first.len_utf8();
        let kind = Kind::of(first);
        while kind != Kind::Sign
            && let Some((at, sign)) = signs.next_if(|&(_, sign)| Kind::of(sign) == kind)
        {
            end = at + sign.len_utf8();
        }
        Some(Span::new(start, end))
    })
}

/// White space, however much of it, and both apostrophes are the same.
fn spell(into: &mut String, step: &str) {
    match step {
        "’" => fold_into(into, "'"),
        step if step.starts_with(char::is_whitespace) => fold_into(into, " "),
        step => fold_into(into, step),
    }
}

#[derive(PartialEq, Eq)]
enum Kind {
    Letter,
    Space,
    Sign,
}

impl Kind {
    fn of(sign: char) -> Self {
        match sign {
            '_' => Self::Letter,
            sign if sign.is_alphanumeric() => Self::Letter,
            sign if sign.is_whitespace() => Self::Space,
            _ => Self::Sign,
        }
    }
}
