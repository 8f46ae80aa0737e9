//! Acronyms and the names that they stand for: the FBI is the Federal Bureau of Investigation where one outlet writes both.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Of fewer letters, more than one name is usual, and the initials of people are.
const FEWEST: usize = 3;
const MOST: usize = 8;

/// Names that are remembered for their initials, in all outlets.
const MOST_NAMES: usize = 100_000;

/// The letters of an acronym, however it is dotted; none of another name.
pub fn letters(name: &str) -> Option<String> {
    let letters: String = name.chars().filter(|&c| c != '.').collect();
    let is_acronym = letters.chars().all(char::is_uppercase) && (FEWEST..=MOST).contains(&letters.chars().count());
    is_acronym.then_some(letters)
}

/// The capital letters with which the words of a name begin; none where they are too few.
pub fn initials(name: &str) -> Option<String> {
    if letters(name).is_some() {
        return None;
    }
    let first = |word: &str| word.chars().next().filter(|letter| letter.is_uppercase());
    letters(&name.split([' ', '-']).filter_map(first).collect::<String>())
}

/// The names that an outlet's acronyms stand for: for each outlet by initials; none where two names have the same ones.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Spelled {
    outlets: BTreeMap<String, BTreeMap<String, Option<String>>>,
    names: usize,
}

impl Spelled {
    pub fn note(&mut self, outlet: &str, name: &str, key: &str) {
        let Some(initials) = initials(name) else { return };
        if self.names >= MOST_NAMES {
            return;
        }
        let known = self.outlets.entry(outlet.to_owned()).or_default();
        let named = known.entry(initials).or_insert_with(|| {
            self.names += 1;
            Some(key.to_owned())
        });
        if named.as_deref() != Some(key) {
            *named = None;
        }
    }

    /// The key of the one name in an outlet with these initials.
    pub fn key(&self, outlet: &str, letters: &str) -> Option<&str> {
        self.outlets.get(outlet)?.get(letters)?.as_deref()
    }
}

#[cfg(test)]
mod tests {
    use super::{Spelled, initials, letters};

    #[test]
    fn an_acronym_is_capital_letters_with_dots_or_without() {
        assert_eq!(
            ["FBI", "F.B.I.", "NASA"].map(letters),
            ["FBI", "FBI", "NASA"].map(|letters| Some(letters.to_owned()))
        );
        assert_eq!(["UN", "Fbi", "Ann Ek", ""].map(letters), [const { None }; 4]);
        assert_eq!(initials("Federal Bureau of Investigation").as_deref(), Some("FBI"));
        assert_eq!(["Ann Ek", "FBI", "the city"].map(initials), [const { None }; 3]);
    }

    #[test]
    fn two_names_with_the_same_initials_are_none() {
        let mut spelled = Spelled::default();
        spelled.note("Pier", "American Broadcasting Company", "american broadcasting company");
        spelled.note("Quay", "Australian Broadcasting Corporation", "australian broadcasting corporation");
        assert_eq!(spelled.key("Pier", "ABC"), Some("american broadcasting company"));
        assert_eq!(spelled.key("Quay", "ABC"), Some("australian broadcasting corporation"));
        spelled.note("Quay", "American Broadcasting Company", "american broadcasting company");
        assert_eq!(spelled.key("Quay", "ABC"), None);
    }
}
