//! What a trained model depends on, as one number: the lists, the rules and the features.
//!
//! A model carries the number of what it was trained on. Where that is another one than today's, its weights stand for
//! features that are no longer emitted, which nobody would see but in the figures: a test compares the two.

use super::atoms;
use super::judge::NUMBERS;
use super::span_features::{self, CueView, OtherCues};
use super::vocabulary::Vocabulary;
use super::window::Window;
use super::{cue_features, landmarks, rules_in, windows};
use crate::attribution::by_rules;
use crate::kinds::{Mark, RULES};
use crate::language::Language;
use crate::text::{Document, Text};
use rustc_hash::FxHasher;
use std::hash::{Hash, Hasher};

/// Texts of our own writing whose features stand for all.
const SAMPLES: [&str; 2] =
    [include_str!("../../../benches/article.txt"), include_str!("../../../benches/article-de.txt")];

/// The number of what a model with this vocabulary, trained today, would depend on.
pub fn fingerprint(language: &Language, vocabulary: &Vocabulary) -> u32 {
    let mut hasher = FxHasher::default();
    language.lines_for_attribution().for_each(|line| line.hash(&mut hasher));
    for rule in RULES.iter().filter(|rule| rule.mark == Mark::Attribution) {
        (rule.name, rule.feature, rule.precision.to_bits()).hash(&mut hasher);
    }
    NUMBERS.hash(&mut hasher);
    for sample in SAMPLES {
        features(&Text::read(&Document::new(sample, "\n"), language), vocabulary, |feature| feature.hash(&mut hasher));
    }
    let number = hasher.finish();
    (number ^ number >> 32) as u32
}

/// The features of every token for the cue tagger, and for the span tagger beside each cue that a rule sees.
fn features(text: &Text, vocabulary: &Vocabulary, mut sink: impl FnMut(u32)) {
    let rules = by_rules(text);
    let atoms = atoms::look(text, &rules, vocabulary);
    for (tokens, headline) in windows(text) {
        let nearby = rules.get(rules_in(&rules, &tokens)).unwrap_or_default();
        let window = Window { atoms: &atoms, tokens: tokens.clone() };
        let landmarks = landmarks::find(text, &window);
        let others = OtherCues::new(tokens.clone().map(|_| 0.0));
        for at in tokens.clone() {
            cue_features::emit(&window, &landmarks, headline, at, &mut sink);
            span_features::emit_shared(&window, &landmarks, &others, at, false, &mut sink);
        }
        for cue in nearby.iter().filter_map(|rule| rule.cue.first()) {
            let view = CueView::new(text, &window, nearby, cue.clone());
            for at in tokens.clone().filter(|at| !cue.contains(at)) {
                span_features::emit_joint(text, &window, &landmarks, &others, &view, at, &mut sink);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::fingerprint;
    use crate::attribution::model::Model;
    use crate::language::{Language, Tongue};

    #[test]
    fn the_model_was_trained_on_what_it_reads() {
        for (tongue, language) in [(Tongue::English, Language::english()), (Tongue::German, Language::german())] {
            let model = Model::load(tongue).expect("the model can be read");
            assert_eq!(
                model.fingerprint,
                fingerprint(&language, &model.vocabulary),
                "{tongue:?}: lists, rules or features have changed since the model was trained: run ./build.sh train"
            );
        }
    }
}
