//! What tells a name apart: given names with their gender, titles, places, words of organisations.

use super::list::Problems;
use super::tag::NameTag;
use super::{Grammar, List, Lists};
use rustc_hash::{FxHashMap, FxHashSet};
use strum::EnumString;

/// The gender that a title, a given name or a pronoun tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString)]
pub enum Gender {
    #[strum(serialize = "f")]
    Female,
    #[strum(serialize = "m")]
    Male,
}

/// What the list says of a title.
#[derive(Debug, Clone, Copy)]
struct Title {
    gender: Option<Gender>,
    /// The noun that it shortens.
    noun: Option<&'static str>,
}

/// The lists that read names.
#[derive(Debug)]
pub struct Names {
    given: FxHashMap<&'static str, Gender>,
    titles: FxHashMap<&'static str, Title>,
    places: FxHashSet<&'static str>,
    demonyms: FxHashSet<&'static str>,
    organisation_words: FxHashSet<&'static str>,
    family_first: FxHashSet<&'static str>,
    common_words: FxHashSet<&'static str>,
}

impl Names {
    #[inline(never)]
    pub fn load(lists: &Lists, problems: &mut Problems) -> Self {
        let common_words: FxHashSet<_> = lists.common_words.entries(problems).collect();
        let mut given = FxHashMap::default();
        for (lists, gender) in [(lists.given_names_female, Gender::Female), (lists.given_names_male, Gender::Male)] {
            let rows = lists.iter().flat_map(|list| list.rows::<1>(problems)).collect::<Vec<_>>();
            for row in rows.into_iter().filter(|row| !common_words.contains(row.columns[0])) {
                if given.insert(row.columns[0], gender).is_some() {
                    row.report(problems, format!("a given name already: {}", row.columns[0]));
                }
            }
        }
        let mut titles = FxHashMap::default();
        for row in lists.titles.rows::<3>(problems) {
            let gender = if row.columns[1] == "-" { None } else { row.value(1, problems) };
            titles.insert(row.columns[0], Title { gender, noun: Some(row.columns[2]).filter(|noun| *noun != "-") });
        }
        let mut set = |list: List| list.entries(problems).collect();
        Self {
            given,
            titles,
            places: set(lists.places),
            demonyms: set(lists.demonyms),
            organisation_words: set(lists.organisation_words),
            family_first: set(lists.family_names_first),
            common_words,
        }
    }

    /// The given names of a gender, in order.
    pub fn given(&self, gender: Gender) -> Vec<&'static str> {
        let mut names: Vec<_> = self.given.iter().filter(|(_, of)| **of == gender).map(|(name, _)| *name).collect();
        names.sort_unstable();
        names
    }

    pub fn is_place(&self, name: &str) -> bool {
        self.places.contains(name)
    }

    /// What the lists say about one word.
    pub fn tag(&self, norm: &str, grammar: &dyn Grammar) -> NameTag {
        let first = norm.split(['-', '‑']).next().unwrap_or(norm);
        let title = grammar.titles(norm).iter().find_map(|title| self.titles.get(title).copied());
        let is_demonym = self.demonyms.contains(norm);
        NameTag {
            // Of the first half where it has two ("Jean-Claude").
            given: self.given.get(norm).or_else(|| self.given.get(first)).copied(),
            is_title: title.is_some(),
            title_gender: title.and_then(|title| title.gender),
            title_noun: title.and_then(|title| title.noun),
            is_place: self.is_place(norm),
            is_demonym,
            is_people: has_form_of(&self.demonyms, norm, grammar),
            is_organisation_word: self.organisation_words.contains(norm.strip_suffix('.').unwrap_or(norm)),
            is_common_word: if grammar.capitalises_nouns() {
                has_form_of(&self.common_words, norm, grammar)
            } else {
                self.common_words.contains(norm)
            },
            is_family_first: self.family_first.contains(norm),
        }
    }
}

/// Whether a list has a word in one of its forms.
fn has_form_of(list: &FxHashSet<&'static str>, norm: &str, grammar: &dyn Grammar) -> bool {
    let mut found = list.contains(norm);
    if !found && !list.is_empty() {
        grammar.singulars(norm, &mut |singular, _| {
            found = list.contains(singular);
            found
        });
    }
    found
}
