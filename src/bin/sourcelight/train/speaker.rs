//! Training of the choice of speakers, from news whose speakers are marked by name.

use super::boosting::{self, Case};
use super::corpus::{Corpus, Example};
use crate::tokens::is_same_name;
use rayon::prelude::*;
use sourcelight::attribution::model::forest::Forest;
use sourcelight::source::{self, NUMBERS, NamedCandidate};

/// Learns the choice, from pages on which the rules decided who spoke before.
pub fn train(examples: &[Example]) -> Forest {
    boosting::train_choice(examples.par_iter().flat_map_iter(questions).collect())
}

/// The candidates of each source that does not spell out its name; PolNeAR does not mark speakers.
fn questions(example: &Example) -> Vec<Vec<Case<NUMBERS>>> {
    if example.corpus != Corpus::Ours {
        return Vec::new();
    }
    let relations = example.gold_as_relations();
    let candidates = source::candidates(&example.text, &relations).into_iter();
    candidates
        .map(|(number, candidates)| {
            let speaker = example.gold.attributions[number].speaker.as_deref();
            let case = |candidate: NamedCandidate| Case {
                numbers: candidate.numbers,
                yes: speaker.is_some_and(|speaker| is_same_name(speaker, &candidate.name)),
                weight: 1.0,
            };
            candidates.into_iter().map(case).collect()
        })
        .collect()
}
