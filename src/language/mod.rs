//! What a language offers the engine: its words with their tags, its patterns, and its grammar.
//!
//! The engine ([`crate::text`], [`crate::attribution`], [`crate::source`], [`crate::hedge`]) spells out no word. Every
//! token is tagged once, when it is read ([`tag`]), and later stages ask the tag. Words are data: lists in `.txt` files
//! beside the language, each naming its origin and read strictly (`list.rs`). What is true of one language only and is no
//! list is behind the [`Grammar`] trait.

pub mod english;
pub mod german;
mod grammar;
mod hedge_cue;
mod list;
mod name;
mod noun;
mod office;
mod pattern;
mod role;
mod seat;
pub mod tag;
mod tongue;
mod verb;
mod word;

pub use grammar::{Grammar, is_apostrophe};
pub use hedge_cue::HedgeCue;
pub use list::{List, Problem};
pub use name::Gender;
pub use noun::{Noun, NounClass, NounTrait};
pub use office::OfficeHolder;
pub use pattern::PatternKind;
pub use role::Role;
pub use seat::Seat;
pub use tag::{NameTag, Tag};
pub use tongue::{Evidence, Tongue, Tongues};
pub use verb::{Complements, Verb, VerbForm, VerbGroup};
pub use word::Function;

use hedge_cue::HedgeCues;
use list::Problems;
use name::Names;
use noun::Nouns;
use office::OfficeHolders;
use pattern::Patterns;
use seat::Seats;
use word::Words;

/// The word lists of a language.
#[derive(Debug, Clone, Copy)]
pub struct Lists {
    /// Closed word classes: `class | words`; see [`Function`].
    pub function_words: List,
    /// What single words do for the rules: `role | words`; see [`Role`].
    pub roles: List,
    /// `base form | group | complements | other forms | particles`; see [`VerbGroup`] and [`Complements`].
    pub reporting_verbs: List,
    /// `attitude | words`.
    pub reporting_nouns: List,
    /// `attitude | words`.
    pub reporting_adjectives: List,
    /// `singular | class | traits`; see [`NounClass`] and [`NounTrait`].
    pub nouns: List,
    /// Words that are no names though they have a capital: where they open a sentence, or because a language capitalises its nouns.
    pub common_words: List,
    /// Without those that are common words.
    pub given_names_female: &'static [List],
    pub given_names_male: &'static [List],
    /// `title | gender | noun that it shortens`.
    pub titles: List,
    pub places: List,
    pub demonyms: List,
    pub organisation_words: List,
    pub family_names_first: List,
    /// `family name | given name | office | country | year`; see [`OfficeHolder`].
    pub office_holders: List,
    /// `kind | word | meaning`; see [`Seat`]. Where news has no shorthand for it, there is none.
    pub seats: Option<List>,
    /// `kind | pattern`; see [`PatternKind`].
    pub patterns: List,
    /// `cue | kind | rule | range`; see [`HedgeCue`].
    pub hedge_cues: List,
}

/// A language with its tables loaded.
#[derive(Debug)]
pub struct Language {
    pub grammar: &'static dyn Grammar,
    words: Words,
    nouns: Nouns,
    names: Names,
    /// Rows of words that mean something together: clauses of anonymity and the like.
    pub patterns: Patterns,
    pub hedge_cues: HedgeCues,
    pub office_holders: OfficeHolders,
    pub seats: Seats,
    lists: Lists,
    problems: Vec<Problem>,
}

impl Language {
    /// Loads the tables. A line that cannot be read is left out and reported by [`Language::problems`].
    pub fn load(lists: &Lists, grammar: &'static dyn Grammar) -> Self {
        let mut problems = Problems::default();
        Self {
            grammar,
            words: Words::load(lists, |word| grammar.verb_form(word), &mut problems),
            nouns: Nouns::load(lists.nouns, &mut problems),
            names: Names::load(lists, &mut problems),
            patterns: Patterns::load(lists.patterns, &mut problems),
            hedge_cues: HedgeCues::load(lists.hedge_cues, &mut problems),
            office_holders: OfficeHolders::load(lists.office_holders, &mut problems),
            seats: Seats::load(lists.seats, &mut problems),
            lists: *lists,
            problems: problems.into(),
        }
    }

    /// The lines of the lists that decide how attributions are read: of all but that of hedges.
    pub fn lines_for_attribution(&self) -> impl Iterator<Item = &'static str> {
        let Lists { function_words, roles, reporting_verbs, reporting_nouns, reporting_adjectives, .. } = self.lists;
        let Lists { nouns, common_words, titles, places, demonyms, organisation_words, .. } = self.lists;
        let words = [function_words, roles, reporting_verbs, reporting_nouns, reporting_adjectives];
        let Lists { family_names_first, office_holders, seats, patterns, .. } = self.lists;
        let names = [titles, places, demonyms, organisation_words, family_names_first, office_holders, patterns];
        let given = [Gender::Female, Gender::Male].into_iter().flat_map(|gender| self.names.given(gender));
        let before = words.into_iter().chain([nouns, common_words]).flat_map(List::lines);
        before.chain(given).chain(names.into_iter().chain(seats).flat_map(List::lines))
    }

    /// The reporting verb that a form makes with a prefix further on: "teilte" with "mit".
    pub fn joined_verb(&self, norm: &str, prefix: &str) -> Option<Verb> {
        self.words.joined(norm, prefix)
    }

    /// The lines of the lists that could not be read; a test holds them to be none.
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// Nouns for the same role as a noun, itself among them; none where it has no synonym.
    pub fn synonyms(&self, singular: &str) -> &[&'static str] {
        self.nouns.synonyms(singular)
    }

    /// Whether a name (normal forms joined by one space) is a country, a capital or another place.
    pub fn is_place(&self, name: &str) -> bool {
        self.names.is_place(name)
    }
}
