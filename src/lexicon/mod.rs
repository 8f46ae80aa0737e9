//! Words as data: lists in `.txt` files, each naming its origin, and the tables read from them.

/// All word lists, loaded once per [`crate::Analyzer`].
#[derive(Debug)]
pub struct Lexicon {}

impl Lexicon {
    pub fn load() -> Self {
        Self {}
    }
}
