//! How far stretches of tokens are the same: what makes two readings of a text one.

use std::ops::Range;

/// How many tokens two stretches share.
pub fn shared(a: &Range<usize>, b: &Range<usize>) -> usize {
    a.end.min(b.end).saturating_sub(a.start.max(b.start))
}

/// Whether two stretches share a token.
pub fn meet(a: &Range<usize>, b: &Range<usize>) -> bool {
    shared(a, b) > 0
}

/// How many tokens the pieces of two parts share; the pieces of one part do not overlap.
pub fn shared_by_all(a: &[Range<usize>], b: &[Range<usize>]) -> usize {
    a.iter().map(|a| b.iter().map(|b| shared(a, b)).sum::<usize>()).sum()
}

/// How many tokens a part has.
pub fn size(pieces: &[Range<usize>]) -> usize {
    pieces.iter().map(|piece| piece.len()).sum()
}

/// Whether source and content of two readings are the same as the scorer sees it: sources that meet (or none in either),
/// and contents with a token F1 of one half.
pub fn same_parts(a: [&[Range<usize>]; 2], b: [&[Range<usize>]; 2]) -> bool {
    let [source, content] = [0, 1].map(|part| (a[part], b[part]));
    let sources = source.0.is_empty() && source.1.is_empty() || shared_by_all(source.0, source.1) > 0;
    sources && 4 * shared_by_all(content.0, content.1) >= size(content.0) + size(content.1)
}
