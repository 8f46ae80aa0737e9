//! Words as data: lists in `.txt` files, each naming its origin, and the tables read from them.

mod list;
mod name;
mod noun;
mod phrase;

pub use name::{Gender, Names};
pub use noun::{Noun, NounClass, Nouns};
pub use phrase::{PhraseKind, Phrases};

/// All word lists, loaded once per [`crate::Analyzer`].
#[derive(Debug)]
pub struct Lexicon {
    /// Nouns that head a source.
    pub nouns: Nouns,
    /// Given names, titles, places, words of organisations.
    pub names: Names,
    /// Phrases about unnamed sources.
    pub phrases: Phrases,
}

impl Lexicon {
    pub fn load() -> Self {
        Self { nouns: Nouns::load(), names: Names::load(), phrases: Phrases::load() }
    }
}
