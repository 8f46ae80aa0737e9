//! Words as data: lists in `.txt` files, each naming its origin, and the tables read from them.
//!
//! A list is read once per [`crate::Analyzer`]; a page's tokens are looked up once ([`Lexicon::tag`]) and every later
//! stage reads the tags.

pub mod calendar;
mod function;
mod hedge;
mod list;
mod name;
mod noun;
mod phrase;
mod verb;

pub use function::Function;
pub use hedge::{HedgeCue, HedgeCues};
pub use name::{Gender, Names};
pub use noun::{Noun, NounClass, Nouns};
pub use phrase::{PhraseKind, Phrases};
pub use verb::{Complements, Verb, VerbForm, VerbGroup};

use crate::analysis::Attitude;
use crate::text::{Kind, Text};
use rustc_hash::FxHashMap;

/// All word lists.
#[derive(Debug)]
pub struct Lexicon {
    words: FxHashMap<&'static str, Tag>,
    pub hedge_cues: HedgeCues,
    /// Nouns that head a source.
    pub nouns: Nouns,
    /// Given names, titles, places, words of organisations.
    pub names: Names,
    /// Phrases about unnamed sources.
    pub phrases: Phrases,
}

/// What the lists say about one word form, context not yet considered.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Tag {
    /// The closed class it belongs to, if any.
    pub function: Option<Function>,
    /// The reporting verb that it is a form of, if any.
    pub verb: Option<Verb>,
    /// The attitude of a noun that hands over a content ("claim", "fear").
    pub noun: Option<Attitude>,
    /// The attitude of an adjective that does so after "be" ("confident").
    pub adjective: Option<Attitude>,
}

impl Lexicon {
    pub fn load() -> Self {
        let mut words: FxHashMap<&'static str, Tag> = FxHashMap::default();
        function::load(&mut words);
        verb::load(&mut words);
        for (attitude, noun) in by_attitude(include_str!("reporting-nouns.txt")) {
            words.entry(noun).or_default().noun = Some(attitude);
        }
        for (attitude, adjective) in by_attitude(include_str!("reporting-adjectives.txt")) {
            words.entry(adjective).or_default().adjective = Some(attitude);
        }
        Self {
            words,
            hedge_cues: HedgeCues::load(),
            nouns: Nouns::load(),
            names: Names::load(),
            phrases: Phrases::load(),
        }
    }

    /// What the lists say about one word, given in its normal form.
    pub fn of(&self, word: &str) -> Tag {
        self.words.get(word).copied().unwrap_or_default()
    }

    /// Looks every token of a text up, in order.
    pub fn tag(&self, text: &Text) -> Vec<Tag> {
        (0..text.tokens.len()).map(|token| self.tag_of(text, token)).collect()
    }

    fn tag_of(&self, text: &Text, token: usize) -> Tag {
        let quotation_mark = matches!(text.tokens[token].kind, Kind::SingleQuote | Kind::DoubleQuote);
        if quotation_mark || ACRONYMS.contains(&text.word(token)) {
            return Tag::default();
        }
        let mut tag: Tag = self.of(text.norm(token));
        let pronoun_before = || token > 0 && SHORTENING.contains(&text.norm(token - 1));
        if tag.function == Some(Function::Possessive) && pronoun_before() {
            tag.function = Some(Function::Auxiliary);
        }
        tag
    }
}

/// Names in capitals whose lower-case twins are closed-class words.
const ACRONYMS: [&str; 5] = ["US", "WHO", "IT", "AM", "ALL"];

/// Words after which "'s" is short for "is" or "has".
const SHORTENING: [&str; 12] =
    ["he", "here", "how", "it", "she", "that", "there", "what", "where", "which", "who", "why"];

/// The lines of a list, comments left out, each split at its bars.
fn lines(list: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    list::entries(list).map(|line| line.split('|').map(str::trim_ascii).collect())
}

fn by_attitude(list: &'static str) -> impl Iterator<Item = (Attitude, &'static str)> {
    lines(list).flat_map(|columns| {
        let attitude = match columns.first() {
            Some(&"belief") => Attitude::Belief,
            Some(&"evidence") => Attitude::Evidence,
            _ => Attitude::Statement,
        };
        let words = columns.get(1).copied().unwrap_or_default();
        words.split(' ').map(move |word| (attitude, word))
    })
}
