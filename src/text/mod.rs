//! What is on the page: its tokens, sentences and quotations, as spans of one string.

mod capitals;
mod composed;
mod document;
mod quotation;
mod sentence;
mod split_verb;
mod token;

pub(crate) use composed::Composed;
pub use document::Document;
pub use quotation::Quotation;
pub use sentence::Sentence;
pub use token::{Case, Kind, SOFT_HYPHEN, Token};

use crate::language::tag::{NOTHING, Tags};
use crate::language::{Function, HedgeCue, Language, PatternKind, Role, Tag};
use crate::span::Span;
use enumset::EnumSet;
use rustc_hash::FxHashMap;
use std::ops::Range;

/// A document with everything that is read off it before any meaning: the input of all later stages.
///
/// Tokens, sentences and quotations are numbered through the whole document; ranges of token numbers are the
/// common currency of the later stages, turned into [`Span`]s by [`Text::span`] at the very end.
#[derive(Debug)]
pub struct Text<'t> {
    pub raw: &'t str,
    /// The language that it is read in.
    pub language: &'t Language,
    pub blocks: Vec<Block>,
    pub tokens: Vec<Token>,
    pub sentences: Vec<Sentence>,
    pub quotations: Vec<Quotation>,
    /// Where the text that was read ends, if it is longer than [`MOST_TOKENS`].
    pub read_to: Option<usize>,
    /// Token numbers of verbs with that of their prefix, where it stands apart.
    pub split_verbs: FxHashMap<usize, usize>,
    /// The normal forms of all tokens, one after the other; see [`Text::norm`].
    norms: String,
    /// See [`Text::tag`].
    tags: Tags<'t>,
}

/// A block of the page (a headline, a paragraph, a list item, a caption).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    pub span: Span,
    /// Token numbers.
    pub tokens: Range<usize>,
    /// Sentence numbers.
    pub sentences: Range<usize>,
    /// Whether it looks like a headline or sub-heading: short, one line, without a final full stop.
    pub headline: bool,
}

/// How many tokens of a document are read: the longest novels have fewer, and the memory for more is not to be had in
/// every browser.
pub const MOST_TOKENS: usize = 1_000_000;

impl<'t> Text<'t> {
    /// Reads a document as far as [`MOST_TOKENS`]; linear in its length.
    pub fn read(document: &Document<'t>, language: &'t Language) -> Self {
        let mut text = Text {
            raw: document.text,
            language,
            blocks: Vec::with_capacity(document.blocks.len()),
            tokens: Vec::with_capacity((document.text.len() / 5).min(MOST_TOKENS)),
            sentences: Vec::new(),
            quotations: Vec::new(),
            read_to: None,
            split_verbs: FxHashMap::default(),
            norms: String::with_capacity(document.text.len()),
            tags: Tags::new(language),
        };
        for &span in &document.blocks {
            text.add_block(span);
            if text.read_to.is_some() {
                break;
            }
        }
        split_verb::join(&mut text);
        capitals::read(&mut text);
        text.quotations = quotation::find(&text);
        for (number, quotation) in text.quotations.iter().enumerate() {
            for token in quotation.pieces.iter().cloned().flatten() {
                text.tokens[token].quotation = Some(number);
            }
        }
        text
    }

    fn add_block(&mut self, span: Span) {
        let first_token = self.tokens.len();
        let first_sentence = self.sentences.len();
        let end = token::scan(self.raw, span, MOST_TOKENS, &mut self.tokens, &mut self.norms, &mut self.tags);
        self.read_to = (end < span.end).then_some(end);
        let span = Span::new(span.start, end);
        sentence::split(self, first_token);
        let tokens = first_token..self.tokens.len();
        let number = self.blocks.len();
        for token in &mut self.tokens[tokens.clone()] {
            token.block = number;
        }
        let opens_page = number == 0 && self.sentences.len() == 1 && tokens.len() <= LONGEST_HEADLINE;
        let headline = opens_page || is_headline(&self.tokens[tokens.clone()], span.of(self.raw));
        self.blocks.push(Block { span, tokens, sentences: first_sentence..self.sentences.len(), headline });
    }

    /// The token's normal form: lower case, straight apostrophes.
    pub fn norm(&self, token: usize) -> &str {
        let token = &self.tokens[token];
        &self.norms[token.norm.clone()]
    }

    /// The token's characters as they stand on the page.
    pub fn word(&self, token: usize) -> &'t str {
        self.tokens[token].span.of(self.raw)
    }

    /// Whether there is such a token and it is written with a capital.
    pub fn has_capital(&self, token: usize) -> bool {
        token < self.tokens.len() && self.word(token).trim_start_matches(SOFT_HYPHEN).starts_with(char::is_uppercase)
    }

    /// From the start of the first to the end of the last token of a range.
    pub fn span(&self, tokens: &Range<usize>) -> Span {
        match (self.tokens.get(tokens.start), tokens.end.checked_sub(1).and_then(|last| self.tokens.get(last))) {
            (Some(first), Some(last)) => Span::new(first.span.start, last.span.end),
            _ => Span::new(0, 0),
        }
    }

    /// The numbers of all tokens that a span touches.
    pub fn tokens_in(&self, span: Span) -> Range<usize> {
        let start = self.tokens.partition_point(|t| t.span.end <= span.start);
        let end = self.tokens.partition_point(|t| t.span.start < span.end);
        start..end.max(start)
    }

    /// Whether a token is the first of its sentence.
    pub fn opens_sentence(&self, token: usize) -> bool {
        self.sentence_of(token).tokens.start == token
    }

    /// The sentence that holds a token.
    pub fn sentence_of(&self, token: usize) -> &Sentence {
        &self.sentences[self.tokens[token].sentence]
    }

    /// Whether the token stands in a quotation, its marks included.
    pub fn is_quoted(&self, token: usize) -> bool {
        self.tokens.get(token).is_some_and(|token| token.quotation.is_some())
    }

    /// What is known about the token's word; about no word where there is no such token.
    pub fn tag(&self, token: usize) -> &Tag {
        self.tags.get(self.tokens.get(token).map_or(NOTHING, |token| token.tag))
    }

    /// The closed class of the token's word.
    pub fn function(&self, token: usize) -> Option<Function> {
        self.tag(token).function
    }

    /// Whether the token's word plays one of some roles.
    pub fn is(&self, token: usize, roles: impl Into<EnumSet<Role>>) -> bool {
        self.tag(token).is(roles)
    }

    /// The longest match of a pattern of some kind that starts at a token and ends before `end`.
    pub fn pattern(&self, kind: PatternKind, start: usize, end: usize) -> Option<Range<usize>> {
        let end = end.min(self.tokens.len());
        if start >= end || !self.tag(start).opens_pattern {
            return None;
        }
        let opened = self.language.patterns.opened_by(self.norm(start), kind);
        let ends = opened.filter_map(|pattern| pattern.end(start, end, |at, words| words.contains(&self.norm(at))));
        ends.max().map(|last| start..last)
    }

    /// Whether words open here by which somebody's name is kept back: "asked not to be named", "not authorised to speak".
    pub fn keeps_name_back(&self, start: usize, end: usize) -> bool {
        [PatternKind::Clause, PatternKind::Stock].iter().any(|&kind| self.pattern(kind, start, end).is_some())
    }

    /// The hedge cues that stand at a token, none beyond `end`; the longest first.
    pub fn hedge_cues(&self, token: usize, end: usize) -> impl Iterator<Item = &'t HedgeCue> {
        let opened = self.language.hedge_cues.opened_by(self.norm(token));
        opened.iter().filter(move |cue| {
            token + cue.words.len() <= end && (token..).zip(&cue.words).all(|(at, word)| self.norm(at) == *word)
        })
    }

    /// Whether a token is "…" or three dots.
    pub fn is_ellipsis(&self, at: usize) -> bool {
        let word = self.word(at);
        word == "…" || word.starts_with("..")
    }

    /// Whether the token is one of some punctuation marks.
    pub fn is_mark(&self, token: usize, marks: &[&str]) -> bool {
        token < self.tokens.len() && marks.contains(&self.word(token))
    }

    /// Whether the token is a quotation mark of any shape.
    pub fn is_quotation_mark(&self, token: usize) -> bool {
        let kind = self.tokens.get(token).map(|token| token.kind);
        matches!(kind, Some(Kind::DoubleQuote | Kind::SingleQuote))
    }
}

/// The longest headlines of news pages stay below this many tokens.
const LONGEST_HEADLINE: usize = 30;

fn is_headline(tokens: &[Token], text: &str) -> bool {
    tokens.len() <= LONGEST_HEADLINE
        && tokens.iter().any(|t| t.kind == Kind::Word)
        && !text.trim_end_matches(['”', '"', '’', '\'', ')', '»']).ends_with(['.', '!', '…', ':', ',', ';'])
}
