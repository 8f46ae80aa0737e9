//! Who says what: candidates, decision, assembly into relations.

mod assemble;
mod cue;
mod noun_phrase;
mod relation;
mod rules;

pub use relation::Relation;

use crate::Settings;
use crate::lexicon::Lexicon;
use crate::text::Text;

/// Finds the attributions of a text, in the order of their cues.
pub fn find(text: &Text, lexicon: &Lexicon, settings: &Settings) -> Vec<Relation> {
    let tags = lexicon.tag(text);
    let cues = cue::candidates(text, &tags);
    let proposals = rules::propose(text, &tags, &cues);
    assemble::assemble(text, proposals, settings)
}
