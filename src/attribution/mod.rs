//! Who says what: candidates, decision, assembly into relations.

mod asides;
mod assemble;
mod certain;
mod cue;
mod definition;
mod evidence;
mod frame;
pub mod model;
mod relation;
mod reported_mood;
mod rules;
mod subject;

pub use assemble::quoting;
pub use cue::Cue;
pub use evidence::evidence;
pub use relation::{Relation, Tokens};

use crate::settings::Settings;
use crate::text::Text;
use model::Model;

/// What the patterns propose, in the order of their cues; the trained model reads it as evidence.
pub fn by_rules(text: &Text) -> Vec<Relation> {
    rules::propose(text, &cue::candidates(text))
}

/// Finds the attributions of a text, in the order of their cues.
pub fn find(text: &Text, model: Option<&Model>, settings: &Settings) -> Vec<Relation> {
    let rules = by_rules(text);
    let mut relations = match model {
        Some(model) => {
            let proposals = model.propose(text, &rules);
            certain::join(text, &rules, proposals, assemble::threshold(settings.sureness))
        }
        None => rules,
    };
    definition::apply(text, &mut relations);
    assemble::assemble(text, relations, settings)
}
