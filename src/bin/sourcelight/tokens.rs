//! Tokens as `../shared/score.py` counts them, and matchings of spans seen as sets of tokens.
//!
//! Tokens are runs of word characters and single other characters; a span is the set of tokens that it touches.

use sourcelight::Span;
use std::collections::{BTreeMap, BTreeSet};

pub type TokenSet = BTreeSet<usize>;

/// A text's tokens.
pub struct Tokens {
    /// Where each stands, and whether it begins with a letter or digit.
    found: Vec<(Span, bool)>,
}

impl Tokens {
    pub fn new(text: &str) -> Self {
        let mut found: Vec<(Span, bool)> = Vec::new();
        let mut word = false;
        for (at, character) in text.char_indices() {
            let end = at + character.len_utf8();
            let inside = character.is_alphanumeric() || character == '_';
            match found.last_mut() {
                Some((span, _)) if inside && word => span.end = end,
                _ if character.is_whitespace() => {}
                _ => found.push((Span::new(at, end), character.is_alphanumeric())),
            }
            word = inside;
        }
        Self { found }
    }

    pub fn of(&self, spans: &[Span]) -> TokenSet {
        let mut set = TokenSet::new();
        for span in spans {
            let start = self.found.partition_point(|(t, _)| t.end <= span.start);
            let end = self.found.partition_point(|(t, _)| t.start < span.end);
            set.extend(start..end);
        }
        set
    }

    /// A set without the punctuation at its edges.
    pub fn core(&self, set: &TokenSet) -> TokenSet {
        let mut core = set.clone();
        while core.first().is_some_and(|&t| !self.found[t].1) {
            core.pop_first();
        }
        while core.last().is_some_and(|&t| !self.found[t].1) {
            core.pop_last();
        }
        core
    }
}

/// The tokens of a phrase in lower case.
pub fn words(phrase: &str) -> Vec<String> {
    let lower = phrase.to_lowercase();
    Tokens::new(&lower).found.iter().map(|(span, _)| span.of(&lower).to_owned()).collect()
}

/// Whether two names are the same, or one ends with the other ("Kim Yong-hyun", "Yong-hyun").
pub fn is_same_name(one: &str, other: &str) -> bool {
    let (one, other) = (words(one), words(other));
    !one.is_empty() && !other.is_empty() && (one.ends_with(&other) || other.ends_with(&one))
}

/// A maximum one-to-one matching of spans that share a token; answers pairs of a left and a right number.
pub fn overlapping(left: &[TokenSet], right: &[TokenSet]) -> BTreeMap<usize, usize> {
    matching(left.len(), right.len(), |l, r| !left[l].is_disjoint(&right[r]))
}

/// A maximum one-to-one matching of those that fit, by augmenting paths in score.py's order; answers pairs of a left
/// and a right number.
pub fn matching(lefts: usize, rights: usize, fits: impl Fn(usize, usize) -> bool) -> BTreeMap<usize, usize> {
    fn place(left: usize, rows: &[Vec<usize>], taken: &mut [Option<usize>], seen: &mut TokenSet) -> bool {
        for &right in &rows[left] {
            if seen.insert(right) && taken[right].is_none_or(|other| place(other, rows, taken, seen)) {
                taken[right] = Some(left);
                return true;
            }
        }
        false
    }
    let rows: Vec<Vec<usize>> = (0..lefts).map(|l| (0..rights).filter(|&r| fits(l, r)).collect()).collect();
    let mut taken = vec![None; rights];
    for left in 0..lefts {
        place(left, &rows, &mut taken, &mut TokenSet::new());
    }
    taken.iter().enumerate().filter_map(|(right, left)| left.map(|l| (l, right))).collect()
}
