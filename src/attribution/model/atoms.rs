//! What each token looks like to the models: a few small numbers that the feature templates join.

use super::hash;
use super::vocabulary::{self, Vocabulary};
use crate::attribution::Relation;
use crate::language::Role;
use crate::text::{Case, Kind, Text};
use std::ops::Range;

/// A token as the feature templates see it.
#[derive(Debug, Clone, Copy, Default)]
pub struct Atom {
    /// The word's hash, or that of its kind where the vocabulary does not hold it.
    pub word: u32,
    /// Distributional class; 0 outside the text.
    pub class: u32,
    /// How cue-like the word is, 0 to 7.
    pub cueness: u32,
    pub suffix2: u32,
    pub suffix3: u32,
    pub prefix: u32,
    pub shape: u32,
    /// 0 outside quotations; inside, at the opening, at the closing mark of a long one: 1, 2, 3; of a short one: 4, 5, 6.
    pub quote: u32,
    /// Closed class of a function word, 0 for other words.
    pub function: u32,
    /// What the language says: group of a reporting verb, attitude of a reporting noun or adjective; 0 for none.
    pub reporting: u32,
    /// The form of a reporting verb.
    pub form: u32,
    /// What may follow a reporting verb, as bits.
    pub complements: u32,
    /// What the word makes of a source that it heads; 0 for none.
    pub noun: u32,
    /// The rule that takes this token for a cue, 0 for none, and how sure it is, in steps.
    pub rule: u32,
    pub rule_sureness: u32,
    /// Whether a rule takes the token for a part of a cue (1), a source (2), a content (4).
    pub rule_parts: u32,
    /// The class of the place in transitions.
    pub place: u8,
}

/// Quotations with at most this many words quote a phrase rather than a statement.
const SHORT_QUOTATION: usize = 3;

/// Looks at every token of a text, with what the language and the rules say about it.
pub fn look(text: &Text, rules: &[Relation], vocabulary: &Vocabulary) -> Vec<Atom> {
    let mut atoms: Vec<Atom> = (0..text.tokens.len()).map(|at| atom(text, vocabulary, at)).collect();
    for relation in rules {
        for (part, pieces) in [(1, &relation.cue), (2, &relation.source), (4, &relation.content)] {
            for piece in pieces {
                for atom in atoms.get_mut(piece.clone()).into_iter().flatten() {
                    atom.rule_parts |= part;
                    if part == 1 {
                        atom.rule = hash::word(relation.rule.name());
                        atom.rule_sureness = 1 + (relation.confidence * 5.0) as u32;
                    }
                }
            }
        }
    }
    for quotation in &text.quotations {
        let short = if quotation.inner_length() <= SHORT_QUOTATION { 3 } else { 0 };
        for piece in &quotation.pieces {
            for atom in &mut atoms[piece.clone()] {
                atom.quote = 1 + short;
            }
            atoms[piece.start].quote = 2 + short;
        }
        if let Some(piece) = quotation.pieces.last()
            && matches!(text.tokens[piece.end - 1].kind, Kind::DoubleQuote | Kind::SingleQuote)
        {
            atoms[piece.end - 1].quote = 3 + short;
        }
    }
    for sentence in &text.sentences {
        for at in sentence.tokens.clone() {
            atoms[at].place = place(&atoms[at], at == sentence.tokens.start);
        }
    }
    atoms
}

fn place(atom: &Atom, first: bool) -> u8 {
    match (atom.quote, atom.shape) {
        (2 | 5, _) => 1,
        (3 | 6, _) => 2,
        (_, shape) if shape >= SHAPE_PUNCTUATION => 3,
        _ if first => 4,
        (1 | 4, _) => 5,
        (_, 0) => 0,
        _ => 6,
    }
}

/// How many classes [`Atom::place`] has.
pub const PLACES: usize = 7;

/// Shapes from here on are punctuation marks.
pub const SHAPE_PUNCTUATION: u32 = 8;

fn shape(text: &Text, at: usize) -> u32 {
    let token = &text.tokens[at];
    match (token.kind, token.case) {
        (Kind::Word, Case::Lower) => 0,
        (Kind::Word, Case::Capital) => 1,
        (Kind::Word, Case::Upper) => 2,
        (Kind::Word, Case::Mixed) => 3,
        (Kind::Number, _) => 4,
        (Kind::DoubleQuote, _) => 8,
        (Kind::SingleQuote, _) => 9,
        (Kind::Dash, _) => 10,
        (Kind::Other, _) => match text.norm(at) {
            "," => 11,
            "." | "!" | "?" => 12,
            ":" => 13,
            ";" => 14,
            "(" | "[" => 15,
            ")" | "]" => 16,
            _ => 17,
        },
    }
}

/// The hash that the vocabulary and the features know a token by; the same for all tokens of a kind it does not know.
pub fn word_of(text: &Text, at: usize, known: impl Fn(u32) -> bool) -> u32 {
    let norm = text.norm(at);
    let token = &text.tokens[at];
    let word = hash::word(norm);
    match (token.kind, token.case) {
        (Kind::Word, _) if known(word) => word,
        (Kind::Word, Case::Lower) => vocabulary::unknown("word", norm),
        (Kind::Word, _) if is_date(text, at) => vocabulary::unknown("date", ""),
        (Kind::Word, _) if norm == "i" => vocabulary::unknown("i", ""),
        (Kind::Word, Case::Capital) => vocabulary::unknown("name", ""),
        (Kind::Word, Case::Upper) => vocabulary::unknown("acronym", ""),
        (Kind::Word, Case::Mixed) => vocabulary::unknown("mixed", ""),
        (Kind::Number, _) => vocabulary::unknown("number", if norm.len() == 4 { "ed" } else { "" }),
        _ => hash::word("mark") ^ shape(text, at),
    }
}

fn atom(text: &Text, vocabulary: &Vocabulary, at: usize) -> Atom {
    let tag = text.tag(at);
    let (reporting, form, complements) = match (tag.verb, tag.reporting_noun, tag.reporting_adjective) {
        (Some(verb), ..) => (1 + verb.group as u32, 1 + verb.form as u32, verb.complements.bits()),
        (_, Some(attitude), _) => (40 + attitude as u32, 0, 0),
        (_, _, Some(attitude)) => (50 + attitude as u32, 0, 0),
        _ => (0, 0, 0),
    };
    let norm = text.norm(at);
    let word = word_of(text, at, |word| vocabulary.get(word).is_some());
    let entry = vocabulary.get(word).unwrap_or_default();
    let shape = shape(text, at);
    let (suffix2, suffix3, prefix) = if shape == 0 {
        (hash::word(tail(norm, 2)), hash::word(tail(norm, 3)), hash::word(head(norm, 4)))
    } else {
        (shape, shape, shape)
    };
    let noun = if shape <= 3 { tag.noun.map_or(0, |noun| 1 + noun.class as u32) } else { 0 };
    Atom {
        word,
        class: u32::from(entry.class),
        cueness: u32::from(entry.cueness),
        suffix2,
        suffix3,
        prefix,
        shape,
        function: function(text, at),
        reporting,
        form,
        complements,
        noun,
        ..Atom::default()
    }
}

/// Function words that decide how clauses hang together; numbers are only names.
fn function(text: &Text, at: usize) -> u32 {
    match text.norm(at) {
        "that" => THAT,
        "and" | "or" | "but" | "nor" => CONJUNCTION,
        "who" | "which" | "whom" | "whose" => 3,
        "to" => 4,
        "he" | "she" | "they" | "i" | "we" => 5,
        "it" | "this" | "these" | "those" | "there" | "you" => 6,
        "is" | "are" | "was" | "were" | "be" | "been" | "being" | "'s" | "'re" | "'m" => 7,
        "has" | "have" | "had" | "having" | "'ve" | "'d" => 8,
        "will" | "would" | "can" | "could" | "may" | "might" | "should" | "must" | "'ll" => 9,
        "do" | "does" | "did" => 10,
        "not" | "n't" | "never" | "no" => 11,
        "if" | "whether" | "when" | "while" | "because" | "as" | "after" | "before" | "until" | "since"
        | "although" => 12,
        "by" => 13,
        "of" => 14,
        "in" | "on" | "at" | "for" | "with" | "about" | "against" | "from" | "over" | "into" | "during" => 15,
        "a" | "an" | "the" => 16,
        "his" | "her" | "their" | "its" | "my" | "our" | "your" => 17,
        "how" | "what" | "why" | "where" => 18,
        "according" => 19,
        "yesterday" | "today" | "tomorrow" | "tonight" | "earlier" | "later" | "late" | "early" | "last" => 20,
        _ if is_date(text, at) => DATE,
        _ => 0,
    }
}

/// Whether a word is the name of a day or a month, or a short form of one.
fn is_date(text: &Text, at: usize) -> bool {
    text.is(at, Role::Day | Role::Month)
        || matches!(text.norm(at), "mon." | "tues." | "wed." | "thurs." | "fri." | "aug.")
}

/// [`Atom::function`] of the name of a day or a month.
const DATE: u32 = 21;
/// [`Atom::function`] of "that".
pub const THAT: u32 = 1;
/// [`Atom::function`] of "and", "or", "but".
pub const CONJUNCTION: u32 = 2;

fn tail(norm: &str, length: usize) -> &str {
    norm.char_indices().rev().nth(length - 1).and_then(|(at, _)| norm.get(at..)).unwrap_or(norm)
}

fn head(norm: &str, length: usize) -> &str {
    norm.char_indices().nth(length).and_then(|(at, _)| norm.get(..at)).unwrap_or(norm)
}

/// What lies outside the window that a model looks through.
const OUTSIDE: Atom = Atom {
    word: 1,
    class: 0,
    cueness: 0,
    suffix2: 1,
    suffix3: 1,
    prefix: 1,
    shape: 30,
    quote: 0,
    function: 0,
    reporting: 0,
    form: 0,
    complements: 0,
    noun: 0,
    rule: 0,
    rule_sureness: 0,
    rule_parts: 0,
    place: 0,
};

/// The tokens that a model may look at: a block, or the inside of a content.
#[derive(Debug, Clone)]
pub struct Window<'a> {
    pub atoms: &'a [Atom],
    pub tokens: Range<usize>,
}

impl Window<'_> {
    /// The token of a cue that carries its meaning: the most cue-like one, the last of equals.
    pub fn main_word(&self, cue: &Range<usize>) -> usize {
        cue.clone().max_by_key(|&at| (self.near(at, 0).cueness, at)).unwrap_or(cue.start)
    }

    /// The token `offset` places from `at`.
    #[inline]
    pub fn near(&self, at: usize, offset: isize) -> &Atom {
        match at.checked_add_signed(offset) {
            Some(place) if self.tokens.contains(&place) => self.atoms.get(place).unwrap_or(&OUTSIDE),
            _ => &OUTSIDE,
        }
    }
}

/// A distance in steps that grow with it, 0 to 9.
pub fn bucket(distance: usize) -> u32 {
    match distance {
        0..=4 => distance as u32,
        5..=6 => 5,
        7..=9 => 6,
        10..=14 => 7,
        15..=24 => 8,
        _ => 9,
    }
}
