//! What each token looks like to the models: a few small numbers that the feature templates join.

use super::hash;
use super::vocabulary::{Unknown, Vocabulary};
use crate::attribution::Relation;
use crate::language::{Function, Role, Tag};
use crate::text::{Case, Kind, Text};

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
                        atom.rule = u32::from(relation.rule.row().feature) + 1;
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

/// The shape of a noun whose capital does not make it a name.
const SHAPE_NOUN: u32 = 5;

/// Shapes from here on are punctuation marks.
pub const SHAPE_PUNCTUATION: u32 = 8;

fn shape(text: &Text, at: usize) -> u32 {
    let token = &text.tokens[at];
    match (token.kind, token.case) {
        (Kind::Word, Case::Lower) if text.has_capital(at) => SHAPE_NOUN,
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
    let token = &text.tokens[at];
    let tag = text.tag(at);
    let word = hash::word(text.norm(at));
    let unknown = match (token.kind, token.case) {
        (Kind::Word, _) if known(word) => return word,
        (Kind::Word, Case::Lower) => Unknown::Word(tag.ending),
        (Kind::Word, _) if tag.is(Role::Day | Role::Month) => Unknown::Date,
        (Kind::Word, _) if tag.is(Role::SubjectPronoun) => Unknown::Pronoun,
        (Kind::Word, Case::Capital) => Unknown::Name,
        (Kind::Word, Case::Upper) => Unknown::Acronym,
        (Kind::Word, Case::Mixed) => Unknown::MixedCase,
        (Kind::Number, _) if text.norm(at).len() == YEAR => Unknown::Year,
        (Kind::Number, _) => Unknown::Number,
        _ => Unknown::Mark(shape(text, at)),
    };
    unknown.hash()
}

/// The digits of a year.
const YEAR: usize = 4;

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
    let (suffix2, suffix3, prefix) = if matches!(shape, 0 | SHAPE_NOUN) {
        (hash::word(tail(norm, 2)), hash::word(tail(norm, 3)), hash::word(head(norm, 4)))
    } else {
        (shape, shape, shape)
    };
    let noun = if shape <= 3 || shape == SHAPE_NOUN { tag.noun.map_or(0, |noun| 1 + noun.class as u32) } else { 0 };
    Atom {
        word,
        class: u32::from(entry.class),
        cueness: u32::from(entry.cueness),
        suffix2,
        suffix3,
        prefix,
        shape,
        function: function(tag),
        reporting,
        form,
        complements,
        noun,
        ..Atom::default()
    }
}

/// What a word does for how clauses hang together; numbers are only names, the first that holds counts.
fn function(tag: &Tag) -> u32 {
    use Role::*;
    const FUNCTIONS: [(Role, u32); 25] = [
        (VerbPrefix, 22),
        (ReportedMood, 23),
        (UnrealMood, 24),
        (Complementizer, THAT),
        (RelativeOfPerson, RELATIVE),
        (RelativeOfThing, RELATIVE),
        (InfinitiveMark, 4),
        (SubjectPronoun, SUBJECT_PRONOUN),
        (Impersonal, 6),
        (Be, 7),
        (Have, 8),
        (Do, 10),
        (Negation, 11),
        (ClauseOpener, 12),
        (AgentPreposition, 13),
        (GenitivePreposition, 14),
        (PlaceOrTime, 15),
        (DefiniteArticle, 16),
        (IndefiniteArticle, 16),
        (PossessiveDeterminer, 17),
        (QuestionWord, 18),
        (According, 19),
        (TimeWord, 20),
        (Day, DATE),
        (Month, DATE),
    ];
    match tag.function {
        Some(Function::Modal) => 9,
        Some(Function::Conjunction) => CONJUNCTION,
        _ => FUNCTIONS.iter().find(|(role, _)| tag.is(*role)).map_or(0, |(_, number)| *number),
    }
}

/// [`Atom::function`] of the name of a day or a month.
const DATE: u32 = 21;
/// [`Atom::function`] of "that".
pub const THAT: u32 = 1;
/// [`Atom::function`] of "and", "or", "but".
pub const CONJUNCTION: u32 = 2;
/// [`Atom::function`] of "who", "which".
const RELATIVE: u32 = 3;
/// [`Atom::function`] of "he", "we".
pub const SUBJECT_PRONOUN: u32 = 5;

fn tail(norm: &str, length: usize) -> &str {
    norm.char_indices().rev().nth(length - 1).and_then(|(at, _)| norm.get(at..)).unwrap_or(norm)
}

fn head(norm: &str, length: usize) -> &str {
    norm.char_indices().nth(length).and_then(|(at, _)| norm.get(..at)).unwrap_or(norm)
}
