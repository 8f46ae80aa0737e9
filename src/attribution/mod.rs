//! Who says what: candidates, decision, assembly into relations.

mod relation;

pub use relation::Relation;

use crate::Settings;
use crate::lexicon::Lexicon;
use crate::text::Text;

/// Finds the attributions of a text, in the order of their cues.
pub fn find(_text: &Text, _lexicon: &Lexicon, _settings: &Settings) -> Vec<Relation> {
    Vec::new()
}
