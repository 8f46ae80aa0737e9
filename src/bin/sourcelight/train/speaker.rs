//! Training of the choice of speakers, from news whose speakers are marked by name.

use super::boosting::{self, Case};
use super::corpus::{Corpus, Example};
use crate::tokens::is_same_name;
use rayon::prelude::*;
use sourcelight::attribution::model::forest::Forest;
use sourcelight::source::{self, NUMBERS};

/// Learns the choice, from pages on which the rules decided who spoke before.
pub fn train(examples: &[Example]) -> Forest {
    boosting::train(&examples.par_iter().flat_map_iter(cases).collect::<Vec<_>>())
}

/// The candidates of the sources that do not spell out their name; PolNeAR does not mark speakers.
fn cases(example: &Example) -> Vec<Case<NUMBERS>> {
    if example.corpus != Corpus::Ours {
        return Vec::new();
    }
    let relations = example.gold_as_relations();
    let mut cases = Vec::new();
    for (number, candidates) in source::candidates(&example.text, &relations) {
        let speaker = example.gold.attributions[number].speaker.as_deref();
        cases.extend(candidates.into_iter().map(|candidate| Case {
            numbers: candidate.numbers,
            yes: speaker.is_some_and(|speaker| is_same_name(speaker, &candidate.name)),
            weight: 1.0,
        }));
    }
    cases
}
