//! What tells a name apart: given names with their gender, titles, places, words of organisations.

use super::list::{WordSet, entries, pairs, word_set};
use rustc_hash::FxHashMap;

/// The gender that a title, a given name or a pronoun tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Gender {
    Female,
    Male,
}

/// The lists that read names.
#[derive(Debug)]
pub struct Names {
    given: FxHashMap<&'static str, Gender>,
    titles: FxHashMap<&'static str, Option<Gender>>,
    places: WordSet,
    demonyms: WordSet,
    organisation_words: WordSet,
    family_first: WordSet,
}

impl Names {
    pub fn load() -> Self {
        let female = entries(include_str!("given-names-female.txt")).map(|name| (name, Gender::Female));
        let male = entries(include_str!("given-names-male.txt")).map(|name| (name, Gender::Male));
        let gender = |mark: &str| match mark {
            "f" => Some(Gender::Female),
            "m" => Some(Gender::Male),
            _ => None,
        };
        Self {
            given: female.chain(male).collect(),
            titles: pairs(include_str!("titles.txt")).map(|(title, mark)| (title, gender(mark))).collect(),
            places: word_set(include_str!("places.txt")),
            demonyms: word_set(include_str!("demonyms.txt")),
            organisation_words: word_set(include_str!("organisation-words.txt")),
            family_first: word_set(include_str!("family-names-first.txt")),
        }
    }

    /// The gender of a given name; of the first half where it has two ("Jean-Claude").
    pub fn given_name(&self, norm: &str) -> Option<Gender> {
        let first = norm.split(['-', '‑']).next().unwrap_or(norm);
        self.given.get(norm).or_else(|| self.given.get(first)).copied()
    }

    /// Whether a word stands before names as a title; inside, the gender it tells.
    pub fn title(&self, norm: &str) -> Option<Option<Gender>> {
        let word = norm.strip_suffix('.').unwrap_or(norm);
        let last = word.rsplit('-').next().unwrap_or(word);
        self.titles.get(word).or_else(|| self.titles.get(last)).copied()
    }

    /// Whether a name (words joined by one space) is a country, a capital or another place.
    pub fn is_place(&self, name: &str) -> bool {
        self.places.contains(name)
    }

    pub fn is_demonym(&self, norm: &str) -> bool {
        self.demonyms.contains(norm)
    }

    /// Whether a word makes a capitalised name the name of an organisation.
    pub fn is_organisation_word(&self, norm: &str) -> bool {
        self.organisation_words.contains(norm.strip_suffix('.').unwrap_or(norm))
    }

    /// Whether a family name stands before the given name in its language.
    pub fn is_family_first(&self, norm: &str) -> bool {
        self.family_first.contains(norm)
    }
}
