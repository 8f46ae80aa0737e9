//! Paired quotation marks, over several paragraphs where a quotation runs on.
//!
//! English print opens every paragraph of a running quotation anew and closes only the last. Marks are paired per
//! block from left to right; straight marks open where white space stands before them and close elsewhere. Single
//! marks pair only where they cannot be apostrophes, and inside double marks they are nested, not quotations of
//! their own. A mark that finds no partner quotes nothing, but for the first of a block that closes a sentence ("It is
//! safe,” she said"): its partner stands on another line or was forgotten.

use super::Text;
use super::token::Kind;
use std::ops::Range;

/// A quotation, from its opening to its closing mark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quotation {
    /// Token numbers, one range for each block, the marks included.
    pub pieces: Vec<Range<usize>>,
}

impl Quotation {
    /// From the first mark to the last token, blocks between included.
    pub fn tokens(&self) -> Range<usize> {
        match (self.pieces.first(), self.pieces.last()) {
            (Some(first), Some(last)) => first.start..last.end,
            _ => 0..0,
        }
    }

    /// How many tokens stand between the marks.
    pub fn inner_length(&self) -> usize {
        self.pieces.iter().map(|p| p.len()).sum::<usize>().saturating_sub(2)
    }
}

/// The longest quotation between single marks, in tokens: beyond it an apostrophe was taken for a mark.
const LONGEST_SINGLE: usize = 120;

/// Where the first mark of a block closes, at most so many tokens before it are looked at.
const LONGEST_UNOPENED: usize = 120;

/// How many blocks a quotation runs over at most: whoever speaks or thinks inside it is compared with all of them.
const MOST_PIECES: usize = 64;

/// Finds the outermost quotations in the order of the text.
#[inline(never)]
pub(super) fn find(text: &Text) -> Vec<Quotation> {
    let mut found: Vec<Quotation> = Vec::new();
    // The pieces of a quotation that the blocks before left open.
    let mut running: Vec<Range<usize>> = Vec::new();
    for (number, block) in text.blocks.iter().enumerate() {
        let mut at = block.tokens.start;
        let mut left_open = None;
        while at < block.tokens.end {
            let end = match text.tokens[at].kind {
                Kind::DoubleQuote if opens(text, at) => {
                    let end = double_close(text, at, block.tokens.end);
                    left_open = end.is_none().then_some(at);
                    end
                }
                Kind::DoubleQuote => {
                    let start = unopened(text, at, &block.tokens);
                    found.extend(start.map(|start| Quotation { pieces: vec![start..at + 1] }));
                    None
                }
                Kind::SingleQuote if opens(text, at) => single_close(text, at, block.tokens.end),
                _ => None,
            };
            if let Some(end) = end {
                running.push(at..end + 1);
                found.push(Quotation { pieces: std::mem::take(&mut running) });
                at = end;
            } else if left_open.is_some() {
                break;
            } else if !running.is_empty() {
                // The paragraph goes on without a mark: the quotation before it was simply not closed.
                running.clear();
            }
            at += 1;
        }
        let Some(start) = left_open else { continue };
        let runs_on = running.len() + 1 < MOST_PIECES
            && text.blocks.get(number + 1).is_some_and(|next| {
                text.tokens.get(next.tokens.start).is_some_and(|t| t.kind == Kind::DoubleQuote)
                    && opens(text, next.tokens.start)
            });
        let whole_block = start == block.tokens.start;
        if runs_on {
            running.push(start..block.tokens.end);
        } else if whole_block || !running.is_empty() {
            // The last closing mark was forgotten: the paragraph is quoted to its end.
            running.push(start..block.tokens.end);
            found.push(Quotation { pieces: std::mem::take(&mut running) });
        }
    }
    found
}

/// Whether a mark can open a quotation: by its shape, or, where it is straight, by its place.
fn opens(text: &Text, at: usize) -> bool {
    let touches_next = text.tokens.get(at + 1).is_some_and(|next| !next.spaced && next.block == text.tokens[at].block);
    match text.word(at) {
        "“" | "„" | "‟" | "«" | "‘" | "‚" | "‹" | "``" | "`" | "〝" | "‘‘" => touches_next,
        "”" | "’" | "›" | "〞" | "’’" => false,
        "»" => touches_next && text.tokens[at].spaced,
        _ => {
            touches_next
                && (text.tokens[at].spaced || at > 0 && matches!(text.word(at - 1), "(" | "[" | "—" | "–" | "--"))
        }
    }
}

/// "It is safe,” she said": where the sentence starts that the first mark of a block closes, a mark that cannot open and has a
/// comma, a question or an exclamation mark inside.
fn unopened(text: &Text, at: usize, block: &Range<usize>) -> Option<usize> {
    let goes_on = || at + 1 < block.end && text.tokens[at + 1].kind == Kind::Word && text.tokens[at + 1].spaced;
    if at == block.start || !text.is_mark(at - 1, &[",", "?", "!"]) || !goes_on() {
        return None;
    }
    let first = block.start.max(at.saturating_sub(LONGEST_UNOPENED));
    let is_first = text.tokens[first..at].iter().all(|token| token.kind != Kind::DoubleQuote);
    let ends_sentence = |&at: &usize| text.is_mark(at, &[".", "!", "?"]) && text.tokens[at + 1].spaced;
    let start = (first..at).rev().find(ends_sentence).map_or(block.start, |end| end + 1);
    (is_first && start >= first).then_some(start)
}

/// Whether `mark` closes what `opening` opened.
fn closes(opening: &str, mark: &str) -> bool {
    match opening {
        "“" | "‟" | "〝" => matches!(mark, "”" | "\"" | "''" | "〞" | "’’"),
        "„" => matches!(mark, "“" | "”" | "\""),
        "«" => mark == "»",
        "»" => mark == "«",
        "``" => matches!(mark, "''" | "\"" | "”"),
        "‘‘" => mark == "’’",
        "‘" | "‚" | "`" => matches!(mark, "’" | "'"),
        "‹" => mark == "›",
        "'" => matches!(mark, "'" | "’"),
        _ => mark == opening,
    }
}

/// The mark that closes the double quotation opened at `start`, nested pairs of the same shape skipped.
fn double_close(text: &Text, start: usize, end: usize) -> Option<usize> {
    let opening = text.word(start);
    let mut depth = 0;
    for at in start + 1..end {
        if text.tokens[at].kind != Kind::DoubleQuote {
            continue;
        }
        let mark = text.word(at);
        if mark == opening && opening != "\"" && opening != "＂" && opens(text, at) {
            depth += 1;
        } else if closes(opening, mark) {
            if mark == opening && opens(text, at) && depth == 0 {
                // Two straight openings in a row: the first one was never closed.
                return None;
            }
            if depth == 0 {
                return Some(at);
            }
            depth -= 1;
        }
    }
    None
}

/// The mark that closes the single quotation opened at `start`: one that no word follows at once.
fn single_close(text: &Text, start: usize, end: usize) -> Option<usize> {
    let opening = text.word(start);
    (start + 2..end.min(start + LONGEST_SINGLE)).find(|&at| {
        let token = &text.tokens[at];
        let word_follows = text
            .tokens
            .get(at + 1)
            .is_some_and(|next| !next.spaced && next.kind == Kind::Word && next.block == token.block);
        token.kind == Kind::SingleQuote && !token.spaced && closes(opening, text.word(at)) && !word_follows
    })
}

#[cfg(test)]
mod tests {
    use super::MOST_PIECES;
    use crate::language::Language;
    use crate::text::{Document, Text};

    fn check(text: &str, expected: &[&[&str]]) {
        let english = Language::english();
        let read = Text::read(&Document::new(text, "\n"), &english);
        let quotations: Vec<Vec<_>> =
            read.quotations.iter().map(|q| q.pieces.iter().map(|p| read.span(p).of(read.raw)).collect()).collect();
        assert_eq!(quotations, expected);
    }

    #[test]
    fn pairs_of_every_shape() {
        check(
            "“a b” and \"c d\" and «e f» and „g h“ and ‘i j’.",
            &[&["“a b”"], &["\"c d\""], &["«e f»"], &["„g h“"], &["‘i j’"]],
        );
    }

    #[test]
    fn a_quotation_runs_over_paragraphs() {
        check("He said: “One.\n“Two.\n“Three,” he added.", &[&["“One.", "“Two.", "“Three,”"]]);
    }

    #[test]
    fn a_quotation_runs_over_so_many_paragraphs() {
        let text = "“One.\n".repeat(MOST_PIECES + 2);
        let english = Language::english();
        let read = Text::read(&Document::new(&text, "\n"), &english);
        assert_eq!(read.quotations.iter().map(|q| q.pieces.len()).collect::<Vec<_>>(), [MOST_PIECES, 2]);
    }

    #[test]
    fn apostrophes_quote_nothing() {
        check("The ’90s rock ’n’ roll fans’ club isn't ‘new’.", &[&["‘new’"]]);
    }

    #[test]
    fn nested_marks_belong_to_the_outer_quotation() {
        check("“He said ‘no’ and “never” to me,” she said.", &[&["“He said ‘no’ and “never” to me,”"]]);
        check("\"The question: “why?” remains.\"", &[&["\"The question: “why?” remains.\""]]);
    }

    #[test]
    fn a_block_may_start_inside_a_quotation() {
        check("It is safe,” she said. “It was,” he said.", &[&["It is safe,”"], &["“It was,”"]]);
        check("A ship sank. Is it safe?” she asked.", &[&["Is it safe?”"]]);
        check("He said d\"in a while,\" no more.", &[]);
    }

    #[test]
    fn a_lone_mark_quotes_nothing() {
        check("The 6\" pipe broke.", &[]);
    }
}
