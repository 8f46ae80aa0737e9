//! Words and punctuation marks.
//!
//! English clitics are tokens of their own, as in the Penn Treebank ("Trump|’s", "did|n’t", "they|’re"), because the
//! verb that decides an attribution often hides behind one. What must stay together does: "U.S.", "Dr.", "3.5",
//! "five-year-old", "@name", addresses of the web.

use crate::language::tag::{NOTHING, Tags};
use crate::language::{Role, is_apostrophe};
use crate::span::Span;
use std::ops::Range;

/// A word, a number or a punctuation mark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    pub span: Span,
    pub kind: Kind,
    pub case: Case,
    /// Number of the block it stands in.
    pub block: usize,
    /// Number of the sentence it stands in.
    pub sentence: usize,
    /// Number of the outermost quotation whose inside it belongs to (the marks themselves belong to it too).
    pub quotation: Option<usize>,
    /// Whether white space (or the block's edge) stands before it.
    pub spaced: bool,
    pub(super) norm: Range<usize>,
    /// Number of its tag; see [`super::Text::tag`].
    pub(super) tag: u32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Letters, with inner hyphens, apostrophes and full stops that belong to it; also clitics.
    Word,
    /// Digits with what writes a number ("3.5", "1,000", "10th").
    Number,
    /// One of the double quotation marks.
    DoubleQuote,
    /// One of the single quotation marks, where it is no apostrophe of a word.
    SingleQuote,
    /// A dash between words: –, —, ― or a hyphen with space around it.
    Dash,
    /// Any other single character.
    Other,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Case {
    /// No capital letters (or no letters).
    Lower,
    /// The first letter alone.
    Capital,
    /// Two or more letters, all capitals.
    Upper,
    /// Anything else: "McCain", "iPhone".
    Mixed,
}

/// "U.S", "a.m", "Ph.D": single letters (or two at most) between full stops.
fn is_initials(word: &str) -> bool {
    word.split('.').all(|part| (1..=2).contains(&part.chars().count()) && part.chars().all(char::is_alphabetic))
}

/// Where a word may be parted at the end of a line; it is no letter of it.
pub const SOFT_HYPHEN: char = '\u{ad}';

fn is_hyphen(character: char) -> bool {
    matches!(character, '-' | '‐' | '‑')
}

fn is_word_character(character: char) -> bool {
    character.is_alphanumeric()
        || character == '_'
        || matches!(character, '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200d}' | '\u{591}'..='\u{5c7}' | '\u{64b}'..='\u{65f}')
}

/// Appends the tokens of one block, until there are `most` in all, and their normal forms to `norms`; answers where it
/// stopped.
#[inline(never)]
pub(super) fn scan(
    text: &str,
    block: Span,
    most: usize,
    tokens: &mut Vec<Token>,
    norms: &mut String,
    tags: &mut Tags,
) -> usize {
    let mut scanner = Scanner { text, at: block.start, end: block.end, first: tokens.len(), tokens, norms, tags };
    scanner.run(block.start, most);
    scanner.at
}

/// The longest word in bytes; what goes on beyond is cut, so that no source's name grows with the page.
const LONGEST_WORD: usize = 200;

struct Scanner<'t, 'o, 'l> {
    text: &'t str,
    at: usize,
    end: usize,
    /// The number of the block's first token.
    first: usize,
    tokens: &'o mut Vec<Token>,
    norms: &'o mut String,
    tags: &'o mut Tags<'l>,
}

impl<'t> Scanner<'t, '_, '_> {
    fn rest(&self) -> &'t str {
        self.text.get(self.at..self.end).unwrap_or_default()
    }

    fn run(&mut self, block_start: usize, most: usize) {
        let mut spaced = true;
        while let Some(first) = self.rest().chars().next().filter(|_| self.tokens.len() < most) {
            if first.is_whitespace() || matches!(first, '\u{200b}' | '\u{feff}') {
                self.at += first.len_utf8();
                spaced = true;
                continue;
            }
            spaced |= self.at == block_start;
            if is_word_character(first) || matches!(first, '@' | '#') && self.handle_follows() {
                self.word(spaced);
            } else {
                self.punctuation(first, spaced);
            }
            spaced = false;
        }
    }

    fn handle_follows(&self) -> bool {
        self.rest().chars().nth(1).is_some_and(is_word_character)
    }

    /// The length in bytes of the word at the current place, inner marks included.
    fn word_length(&self) -> usize {
        let rest = self.rest();
        let rest = &rest[..rest.floor_char_boundary(LONGEST_WORD)];
        if let Some(length) = web_address_length(rest) {
            return length;
        }
        let mut characters = rest.char_indices().peekable();
        let mut length = 0;
        let mut previous = ' ';
        while let Some((at, character)) = characters.next() {
            let next = characters.peek().map(|&(_, c)| c);
            let inner = next.is_some_and(is_word_character) && is_word_character(previous);
            let joins = match character {
                '.' => {
                    inner
                        && (previous.is_ascii_digit() == next.is_some_and(|c| c.is_ascii_digit()))
                        && joins_full_stop(&rest[..at], &rest[at + 1..])
                }
                ',' => inner && previous.is_ascii_digit() && next.is_some_and(|c| c.is_ascii_digit()),
                '&' => inner && previous.is_uppercase() && next.is_some_and(char::is_uppercase),
                '@' | '#' => at == 0,
                ':' | '*' => inner && self.tags.language.grammar.is_gender_mark(character, &rest[at + 1..]),
                _ if is_hyphen(character) || is_apostrophe(character) => inner,
                _ => is_word_character(character),
            };
            if !joins {
                break;
            }
            length = at + character.len_utf8();
            previous = character;
        }
        if rest[length..].starts_with('.') && self.keeps_full_stop(&rest[..length]) { length + 1 } else { length }
    }

    /// Whether a word takes its full stop with it: "Dr.", "J.", "U.S.".
    fn keeps_full_stop(&self, word: &str) -> bool {
        let mut letters = word.chars();
        let single = letters.next().is_some_and(char::is_uppercase) && letters.next().is_none();
        single
            || word.contains('.') && is_initials(word)
            || self.tags.language.tag(&word.to_lowercase()).is(Role::Abbreviation)
    }

    fn word(&mut self, spaced: bool) {
        let start = self.at;
        let length = self.word_length().max(self.rest().chars().next().map_or(1, char::len_utf8));
        let word = &self.rest()[..length];
        let numeric = word.starts_with(|c: char| c.is_ascii_digit());
        match self.tags.language.grammar.clitic_start(word) {
            Some(cut) if cut > 0 => {
                self.push(Span::new(start, start + cut), if numeric { Kind::Number } else { Kind::Word }, spaced);
                self.push(Span::new(start + cut, start + length), Kind::Word, false);
            }
            _ => self.push(Span::new(start, start + length), if numeric { Kind::Number } else { Kind::Word }, spaced),
        }
        self.at = start + length;
        self.plural_possessive();
    }

    /// The bare apostrophe of "officials’ demands"; at the end of a word it may also close a quotation, which
    /// [`super::quotation`] decides: here it stays a single quotation mark unless a lower-case word follows.
    fn plural_possessive(&mut self) {
        let rest = self.rest();
        let mut characters = rest.chars();
        let (Some(mark), Some(' '), Some(after)) = (characters.next(), characters.next(), characters.next()) else {
            return;
        };
        let plural = self.tags.language.grammar.takes_bare_possessive(&self.text[..self.at]);
        if is_apostrophe(mark) && plural && after.is_alphanumeric() && !self.single_quote_open() {
            self.push(Span::new(self.at, self.at + mark.len_utf8()), Kind::Word, false);
            self.at += mark.len_utf8();
        }
    }

    /// Whether a single quotation mark was opened in this block's last tokens and not closed since.
    fn single_quote_open(&self) -> bool {
        const RECENT: usize = 60;
        let recent = self.tokens.iter().skip(self.first).rev().take(RECENT);
        let marks: Vec<_> = recent.filter(|t| t.kind == Kind::SingleQuote).collect();
        marks.first().is_some_and(|last| last.spaced || self.text[last.span.start..].starts_with('‘'))
    }

    fn punctuation(&mut self, first: char, spaced: bool) {
        let rest = self.rest();
        let twin = rest.starts_with("''") || rest.starts_with("``") || rest.starts_with("‘‘") || rest.starts_with("’’");
        let run = |mark: char| rest.chars().take_while(|&c| c == mark).map(char::len_utf8).sum::<usize>();
        let (kind, length) = match first {
            _ if twin => (Kind::DoubleQuote, first.len_utf8() * 2),
            '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '＂' | '〝' | '〞' => {
                (Kind::DoubleQuote, first.len_utf8())
            }
            '‘' | '‚' | '‛' | '‹' | '›' | '`' => (Kind::SingleQuote, first.len_utf8()),
            _ if is_apostrophe(first) => (Kind::SingleQuote, first.len_utf8()),
            '–' | '—' | '―' | '−' => (Kind::Dash, run(first)),
            '-' => (Kind::Dash, run('-')),
            '.' => (Kind::Other, run('.')),
            _ => (Kind::Other, first.len_utf8()),
        };
        self.push(Span::new(self.at, self.at + length), kind, spaced);
        self.at += length;
    }

    fn push(&mut self, span: Span, kind: Kind, spaced: bool) {
        let word = span.of(self.text);
        let start = self.norms.len();
        for character in word.chars() {
            if character == SOFT_HYPHEN && self.tags.language.grammar.has_soft_hyphens() {
                continue;
            }
            if is_apostrophe(character) {
                self.norms.push('\'');
            } else if character.is_ascii() {
                self.norms.push(character.to_ascii_lowercase());
            } else {
                self.norms.extend(character.to_lowercase());
            }
        }
        let case = case_of(word);
        let norm = start..self.norms.len();
        let tag = match kind {
            Kind::DoubleQuote | Kind::SingleQuote => NOTHING,
            _ => self.tags.number(word, &self.norms[norm.clone()], self.tokens.last().map(|before| before.tag)),
        };
        self.tokens.push(Token { span, kind, case, block: 0, sentence: 0, quotation: None, spaced, norm, tag });
    }
}

/// Whether a full stop inside letters belongs to the word ("U.S", "Ph.D", "3.5", "bbc.com") or lacks its space.
fn joins_full_stop(before: &str, after: &str) -> bool {
    if after.starts_with(|c: char| c.is_ascii_digit()) {
        return true;
    }
    let next: String = after.chars().take_while(|&c| is_word_character(c)).collect();
    let last = before.rsplit('.').next().unwrap_or_default();
    let short = last.chars().count() <= 2 && next.chars().count() <= 2;
    short || next.starts_with(char::is_lowercase) && last.chars().count() > 1
}

fn web_address_length(rest: &str) -> Option<usize> {
    let scheme =
        ["http://", "https://", "www."].iter().any(|s| rest.get(..s.len()).is_some_and(|r| r.eq_ignore_ascii_case(s)));
    let address = rest.split(char::is_whitespace).next().filter(|_| scheme)?;
    Some(address.trim_end_matches(['.', ',', ';', ':', '!', '?', ')', '"', '”', '’', '\'']).len()).filter(|&l| l > 0)
}

fn case_of(word: &str) -> Case {
    let mut letters = word.chars().filter(|c| c.is_alphabetic());
    let Some(first) = letters.next() else { return Case::Lower };
    let (mut upper, mut lower) = (0, 0);
    for letter in letters {
        if letter.is_uppercase() {
            upper += 1;
        } else {
            lower += 1;
        }
    }
    match (first.is_uppercase(), upper, lower) {
        (false, 0, _) => Case::Lower,
        (true, 0, _) => Case::Capital,
        (true, _, 0) => Case::Upper,
        _ => Case::Mixed,
    }
}

#[cfg(test)]
mod tests {
    use crate::language::Language;
    use crate::text::{Document, Kind, Text};

    fn check(text: &str, expected: &[&str]) {
        let english = Language::english();
        let read = Text::read(&Document::new(text, "\n"), &english);
        let words: Vec<_> = (0..read.tokens.len()).map(|i| read.word(i)).collect();
        assert_eq!(words, expected);
    }

    #[test]
    fn clitics_stand_alone() {
        check(
            "Trump’s aides didn't say they’re sure.",
            &["Trump", "’s", "aides", "did", "n't", "say", "they", "’re", "sure", "."],
        );
    }

    #[test]
    fn abbreviations_and_numbers_stay_whole() {
        check(
            "Dr. J. Ek of the U.S. paid $3,500.50 at 5 p.m.",
            &["Dr.", "J.", "Ek", "of", "the", "U.S.", "paid", "$", "3,500.50", "at", "5", "p.m."],
        );
    }

    #[test]
    fn possessive_plurals_are_no_quotation() {
        check("the officials’ demands", &["the", "officials", "’", "demands"]);
    }

    #[test]
    fn a_mark_left_open_reaches_no_other_block() {
        check("a ‘quote\nthe officials’ demands", &["a", "‘", "quote", "the", "officials", "’", "demands"]);
        let english = Language::english();
        let read = Text::read(&Document::new("a ‘quote\nthe officials’ demands", "\n"), &english);
        assert_eq!(read.tokens[5].kind, Kind::Word);
    }

    #[test]
    fn a_missing_space_after_a_full_stop_splits() {
        check("It ended.Then rain", &["It", "ended", ".", "Then", "rain"]);
    }

    #[test]
    fn combining_marks_and_other_scripts_stay_in_their_word() {
        check("Jose\u{301} said שָׁלוֹם 👍🏽.", &["Jose\u{301}", "said", "שָׁלוֹם", "👍", "🏽", "."]);
    }
}
