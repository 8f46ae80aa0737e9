//! English spelling: clitics, plurals, the endings of participles and of people.

use crate::language::{Grammar, Role, VerbForm, is_apostrophe};
use enumset::EnumSet;

/// The grammar of English.
#[derive(Debug)]
pub struct English;

/// Names in capitals whose lower-case twins are words of closed classes.
const ACRONYMS: [&str; 5] = ["US", "WHO", "IT", "AM", "ALL"];

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

    fn roles_by_spelling(&self, norm: &str) -> EnumSet<Role> {
        let endings = [("ly", Role::AdverbEnding), ("ed", Role::PastEnding), ("men", Role::Plural)];
        let mut roles: EnumSet<Role> =
            endings.iter().filter(|(ending, _)| norm.ends_with(ending)).map(|(_, role)| *role).collect();
        if norm.ends_with('s') && !norm.ends_with("ss") {
            roles |= Role::Plural;
        }
        roles
    }
}
