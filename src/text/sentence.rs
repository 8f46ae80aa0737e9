//! Sentences of a block.
//!
//! A full stop, question or exclamation mark ends a sentence together with the closing quotation marks and brackets
//! after it, unless what follows goes on in lower case ("“Why?” she asked") or the stop belongs to an abbreviation.
//! Later stages look through the whole sentence around a word, so what never ends is cut.

use super::Text;
use super::token::{Case, Kind};
use crate::language::Role;
use std::ops::Range;

/// A sentence, as a range of token numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    pub tokens: Range<usize>,
}

/// The longest sentence in tokens; no writer's sentence comes near, only text without full stops.
const LONGEST: usize = 300;

/// Splits the tokens from `first` to the end into sentences and numbers them.
#[inline(never)]
pub(super) fn split(text: &mut Text, first: usize) {
    let mut start = first;
    let mut at = first;
    while at < text.tokens.len() {
        let mut end = at + 1;
        if ends_sentence(text, at) {
            end = after_closers(text, end, start + LONGEST);
        }
        let cut = end - start == LONGEST;
        if end == text.tokens.len() || cut || ends_sentence(text, at) && may_start(text, end) {
            let number = text.sentences.len();
            for token in &mut text.tokens[start..end] {
                token.sentence = number;
            }
            text.sentences.push(Sentence { tokens: start..end });
            start = end;
        }
        at = end;
    }
}

fn ends_sentence(text: &Text, at: usize) -> bool {
    let word = text.word(at);
    if matches!(word, "." | "!" | "?" | "。" | "؟") || text.is_ellipsis(at) {
        return true;
    }
    // An abbreviation in capitals or of the clock may end a sentence when a likely first word follows.
    text.tag(at).is(Role::ClosingAbbreviation)
        && text.tokens.get(at + 1).is_some_and(|next| next.spaced && next.case == Case::Capital)
        && text.tag(at + 1).is(Role::SentenceOpener)
}

/// Where the marks that close a sentence end, no further than `limit`.
fn after_closers(text: &Text, mut end: usize, limit: usize) -> usize {
    while end < limit
        && let Some(token) = text.tokens.get(end)
    {
        let mark = text.word(end);
        let closes = matches!(mark, ")" | "]" | "”" | "»" | "’" | "›" | "!" | "?")
            || !token.spaced
                && matches!(token.kind, Kind::DoubleQuote | Kind::SingleQuote)
                && (!matches!(mark, "“" | "‘" | "«" | "‹" | "„") || closes_german(text, end));
        if !closes {
            break;
        }
        end += 1;
    }
    end
}

/// Whether a mark that opens quotations elsewhere closes one here, as in „…“ and »…«: the last of its kind opened it.
fn closes_german(text: &Text, at: usize) -> bool {
    let opening: &[&str] = match text.word(at) {
        "“" => &["„"],
        "‘" => &["‚"],
        "«" => &["»"],
        "‹" => &["›"],
        _ => return false,
    };
    let kind = text.tokens[at].kind;
    let last = (at.saturating_sub(LONGEST)..at).rev().find(|&before| text.tokens[before].kind == kind);
    last.is_some_and(|last| text.tokens[last].block == text.tokens[at].block && text.is_mark(last, opening))
}

/// Whether a sentence can begin at this token.
fn may_start(text: &Text, at: usize) -> bool {
    let Some(token) = text.tokens.get(at) else { return true };
    match token.kind {
        Kind::Word => token.case != Case::Lower,
        Kind::Number => token.spaced,
        Kind::DoubleQuote | Kind::SingleQuote => true,
        Kind::Dash => false,
        Kind::Other => !matches!(text.word(at), "," | ";" | ":" | ")" | "]" | "%"),
    }
}

#[cfg(test)]
mod tests {
    use crate::language::Language;
    use crate::text::{Document, Text};

    fn check(text: &str, expected: &[&str]) {
        let english = Language::english();
        let read = Text::read(&Document::new(text, "\n"), &english);
        let sentences: Vec<_> = read.sentences.iter().map(|s| read.span(&s.tokens).of(read.raw)).collect();
        assert_eq!(sentences, expected);
    }

    #[test]
    fn closing_marks_belong_to_the_sentence() {
        check("“We won.” He left.", &["“We won.”", "He left."]);
    }

    #[test]
    fn a_quoted_question_goes_on_in_lower_case() {
        check("“Why?” she asked. No one knew.", &["“Why?” she asked.", "No one knew."]);
    }

    #[test]
    fn abbreviations_do_not_end_sentences() {
        check(
            "Dr. Ek met Gov. Li in the U.S. Senate. The vote in the U.S. The end.",
            &["Dr. Ek met Gov. Li in the U.S. Senate.", "The vote in the U.S.", "The end."],
        );
    }
}
