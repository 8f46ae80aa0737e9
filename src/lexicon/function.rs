//! Words of the closed classes, which carry a sentence's structure.

use super::{Tag, lines};
use rustc_hash::FxHashMap;

/// A closed word class, after the Penn Treebank guidelines (Santorini 1990), coarsened to what the rules ask.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Function {
    Adverb,
    /// A form of "be", "have" or "do".
    Auxiliary,
    Conjunction,
    Determiner,
    /// A determiner that also stands alone as a noun phrase ("others", "that").
    DeterminerPronoun,
    Modal,
    Negation,
    /// A past tense that is hardly ever anything else: where it stands a clause has its verb.
    PastVerb,
    /// The clitic "'s": possessive, or a short "is" or "has".
    Possessive,
    Preposition,
    Pronoun,
    Subordinator,
    /// A question or relative word that is none of the above.
    WhWord,
}

pub(super) fn load(words: &mut FxHashMap<&'static str, Tag>) {
    for columns in lines(include_str!("function-words.txt")) {
        let [class, list] = columns[..] else { continue };
        let function = match class {
            "adverb" => Function::Adverb,
            "auxiliary" => Function::Auxiliary,
            "conjunction" => Function::Conjunction,
            "determiner" => Function::Determiner,
            "determiner-pronoun" => Function::DeterminerPronoun,
            "modal" => Function::Modal,
            "negation" => Function::Negation,
            "past-verb" => Function::PastVerb,
            "possessive" => Function::Possessive,
            "preposition" => Function::Preposition,
            "pronoun" => Function::Pronoun,
            "subordinator" => Function::Subordinator,
            _ => Function::WhWord,
        };
        for word in list.split(' ') {
            words.entry(word).or_default().function = Some(function);
        }
    }
}
