//! English spelling: clitics, plurals, the endings of participles and of people.

use crate::language::{Grammar, Role, Tongue, VerbForm, is_apostrophe};
use enumset::EnumSet;

/// The grammar of English.
#[derive(Debug)]
pub struct English;

/// Names in capitals whose lower-case twins are words of closed classes.
const ACRONYMS: [&str; 5] = ["US", "WHO", "IT", "AM", "ALL"];

/// What number words from twenty on open with: "thirty-nine".
const TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

/// What stands behind a name, with a hyphen, in a word made of it.
const BEHIND_NAMES: [&str; 17] = [
    "area",
    "backed",
    "based",
    "born",
    "controlled",
    "educated",
    "era",
    "friendly",
    "held",
    "led",
    "like",
    "made",
    "only",
    "owned",
    "run",
    "style",
    "trained",
];

const IRREGULAR_PLURALS: [&str; 3] = ["children", "men", "women"];

/// Endings of nouns for people, in both numbers.
const PERSON_ENDINGS: [&str; 13] =
    ["er", "or", "ist", "ian", "man", "woman", "ee", "ers", "ors", "ists", "ians", "men", "women"];

impl Grammar for English {
    fn tongue(&self) -> Tongue {
        Tongue::English
    }

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

    fn singulars(&self, norm: &str, found: &mut dyn FnMut(&str, bool) -> bool) {
        let sibilant = |stem: &&str| stem.ends_with(['s', 'x', 'z', 'h', 'o']);
        let visit = |form: Option<&str>, plural: bool, found: &mut dyn FnMut(&str, bool) -> bool| {
            form.is_some_and(|form| found(form, plural))
        };
        let joined = |stem: Option<&str>, ending: &str, found: &mut dyn FnMut(&str, bool) -> bool| {
            stem.is_some_and(|stem| found(&[stem, ending].concat(), true))
        };
        let _ = visit(norm.strip_suffix('s'), true, found)
            || visit(norm.strip_suffix("es").filter(sibilant), true, found)
            || joined(norm.strip_suffix("ies"), "y", found)
            || joined(norm.strip_suffix("men"), "man", found)
            || visit(norm.strip_prefix("ex-"), false, found)
            || visit(norm.rsplit_once('-').map(|(_, last)| last), false, found);
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

    fn ending(&self, norm: &str) -> u8 {
        const ENDINGS: [&str; 12] = ["ing", "ed", "ly", "tion", "ment", "ers", "er", "ist", "ity", "al", "s", "y"];
        let has = |ending: &&str| norm.len() > ending.len() + 1 && norm.ends_with(*ending);
        ENDINGS.iter().position(has).map_or(0, |place| place as u8 + 1)
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
        if norm.rsplit_once('-').is_some_and(|(_, last)| BEHIND_NAMES.contains(&last)) {
            roles |= Role::MadeOfName;
        }
        if ends(&["-old", "-olds"]) {
            roles |= Role::AgeInYears;
        }
        if ends(&["s"]) && !ends(&["ss"]) || IRREGULAR_PLURALS.contains(&norm) {
            roles |= Role::Plural;
        }
        if TENS.iter().any(|tens| norm.strip_prefix(tens).is_some_and(|rest| rest.is_empty() || rest.starts_with('-')))
        {
            roles |= Role::QuantityMany;
        }
        if PERSON_ENDINGS.iter().any(is_long_with) {
            roles |= Role::PersonEnding;
        }
        roles
    }
}

#[cfg(test)]
mod tests {
    use super::English;
    use crate::language::{Grammar, Role};

    #[test]
    fn endings_give_roles() {
        let roles = |word| English.roles_by_spelling(word);
        assert_eq!(roles("sailing"), Role::PresentParticiple);
        assert_eq!(roles("armed"), Role::PastParticiple);
        assert_eq!(roles("14-year-old"), Role::AgeInYears);
        assert_eq!(roles("beekeepers"), Role::PersonEnding | Role::Plural);
        assert_eq!(roles("children"), Role::Plural);
        assert!(roles("press").is_empty());
        assert!(roles("her").is_empty());
    }

    #[test]
    fn a_stem_leaves_number_and_variety_out() {
        assert_eq!(English.stem("ministers"), English.stem("minister"));
        assert_eq!(English.stem("defense"), English.stem("defence"));
    }
}
