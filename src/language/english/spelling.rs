//! English spelling: clitics, plurals, the endings of participles and of people.

use crate::language::{Grammar, Role, VerbForm, is_apostrophe};
use enumset::EnumSet;

/// The grammar of English.
#[derive(Debug)]
pub struct English;

/// Names in capitals whose lower-case twins are words of closed classes.
const ACRONYMS: [&str; 5] = ["US", "WHO", "IT", "AM", "ALL"];

const IRREGULAR_PLURALS: [&str; 3] = ["children", "men", "women"];

/// Endings of nouns for people, in both numbers.
const PERSON_ENDINGS: [&str; 13] =
    ["er", "or", "ist", "ian", "man", "woman", "ee", "ers", "ors", "ists", "ians", "men", "women"];

impl Grammar for English {
    fn clitic_start(&self, word: &str) -> Option<usize> {
        let (at, mark) = word.char_indices().rfind(|&(_, character)| is_apostrophe(character))?;
        let tail = word[at + mark.len_utf8()..].to_ascii_lowercase();
        match tail.as_str() {
            "s" | "re" | "ve" | "ll" | "d" | "m" => Some(at),
            "t" if word[..at].ends_with(['n', 'N']) => Some(at - 1),
            _ => None,
        }
    }

    fn takes_bare_possessive(&self, word: &str) -> bool {
        word.ends_with(['s', 'S', 'z', 'x'])
    }

    fn is_acronym(&self, word: &str) -> bool {
        ACRONYMS.contains(&word)
    }

    fn singulars(&self, norm: &str) -> Vec<(String, bool)> {
        let sibilant = |stem: &&str| stem.ends_with(['s', 'x', 'z', 'h', 'o']);
        let plurals = [
            norm.strip_suffix('s').map(str::to_owned),
            norm.strip_suffix("es").filter(sibilant).map(str::to_owned),
            norm.strip_suffix("ies").map(|stem| format!("{stem}y")),
            norm.strip_suffix("men").map(|stem| format!("{stem}man")),
        ];
        let compounds = [norm.strip_prefix("ex-"), norm.rsplit_once('-').map(|(_, last)| last)];
        let plurals = plurals.into_iter().flatten().map(|singular| (singular, true));
        plurals.chain(compounds.into_iter().flatten().map(|word| (word.to_owned(), false))).collect()
    }

    fn titles(&self, norm: &str) -> Vec<String> {
        let word = norm.strip_suffix('.').unwrap_or(norm);
        vec![word.to_owned(), word.rsplit('-').next().unwrap_or(word).to_owned()]
    }

    fn verb_form(&self, norm: &str) -> VerbForm {
        if norm.ends_with("ing") {
            VerbForm::Gerund
        } else if norm.ends_with('s') {
            VerbForm::Present
        } else {
            VerbForm::Past
        }
    }

    fn stem<'w>(&self, norm: &'w str) -> &'w str {
        match norm {
            "defense" => "defence",
            _ => norm.strip_suffix('s').unwrap_or(norm),
        }
    }

    fn coordinator(&self) -> &'static str {
        "and"
    }

    fn roles_by_spelling(&self, norm: &str) -> EnumSet<Role> {
        let mut roles = EnumSet::empty();
        let ends = |endings: &[&str]| endings.iter().any(|ending| norm.ends_with(ending));
        let is_long_with = |ending: &&str| norm.ends_with(*ending) && norm.len() > ending.len() + 2;
        if ends(&["ing"]) {
            roles |= Role::PresentParticiple;
        }
        if ends(&["ly"]) {
            roles |= Role::AdverbEnding;
        }
        if ends(&["ed"]) {
            roles |= Role::PastParticiple;
        }
        if ends(&["-old", "-olds"]) {
            roles |= Role::AgeInYears;
        }
        if ends(&["s"]) && !ends(&["ss"]) || IRREGULAR_PLURALS.contains(&norm) {
            roles |= Role::Plural;
        }
        if PERSON_ENDINGS.iter().any(is_long_with) {
            roles |= Role::PersonEnding;
        }
        roles
    }
}
