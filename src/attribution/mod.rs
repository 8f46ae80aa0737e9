//! Who says what: candidates, decision, assembly into relations.

mod assemble;
mod certain;
mod cue;
mod definition;
mod evidence;
pub mod model;
mod noun_phrase;
mod relation;
mod rules;

pub use evidence::evidence;
pub use relation::Relation;

use crate::Settings;
use crate::lexicon::{Lexicon, Tag};
use crate::text::Text;
use model::Model;

/// What the patterns propose, in the order of their cues; the trained model reads it as evidence.
pub fn by_rules(text: &Text, tags: &[Tag]) -> Vec<Relation> {
    rules::propose(text, tags, &cue::candidates(text, tags))
}

/// Finds the attributions of a text, in the order of their cues.
pub fn find(text: &Text, lexicon: &Lexicon, model: Option<&Model>, settings: &Settings) -> Vec<Relation> {
    let tags = lexicon.tag(text);
    let rules = by_rules(text, &tags);
    let mut relations = match model {
        Some(model) => {
            let proposals = model.propose(text, lexicon, &tags, &rules);
            certain::join(text, lexicon, &rules, proposals, assemble::threshold(settings.sureness))
        }
        None => rules,
    };
    definition::apply(text, lexicon, &tags, &mut relations);
    assemble::assemble(text, relations, settings)
}
