//! English: every English word, and every test that is true of English only.

pub mod hedges;
mod spelling;

use super::{Language, List, Lists};
use spelling::English;

impl Language {
    /// English, with its tables loaded.
    pub fn english() -> Self {
        Self::load(&LISTS, &English)
    }
}

macro_rules! list {
    ($file:literal) => {
        List {
            file: concat!("src/language/english/", $file),
            text: include_str!(concat!(env!("OUT_DIR"), "/english/", $file)),
        }
    };
}

const LISTS: Lists = Lists {
    function_words: list!("function-words.txt"),
    roles: list!("roles.txt"),
    reporting_verbs: list!("reporting-verbs.txt"),
    reporting_nouns: list!("reporting-nouns.txt"),
    reporting_adjectives: list!("reporting-adjectives.txt"),
    nouns: list!("nouns.txt"),
    common_words: list!("common-words.txt"),
    given_names_female: &[list!("given-names-female.txt")],
    given_names_male: &[list!("given-names-male.txt")],
    titles: list!("titles.txt"),
    places: list!("places.txt"),
    demonyms: list!("demonyms.txt"),
    organisation_words: list!("organisation-words.txt"),
    family_names_first: list!("family-names-first.txt"),
    office_holders: list!("office-holders.txt"),
    seats: Some(list!("seats.txt")),
    patterns: list!("patterns.txt"),
    hedge_cues: list!("hedge-cues.txt"),
};

#[cfg(test)]
mod tests {
    use crate::language::Language;

    #[test]
    fn every_line_of_every_list_is_read() {
        let problems: Vec<_> = Language::english().problems().iter().map(ToString::to_string).collect();
        assert!(problems.is_empty(), "\n{}", problems.join("\n"));
    }

    #[test]
    fn every_hedge_cue_names_a_rule_that_tests_it() {
        let english = Language::english();
        for cue in english.hedge_cues.all() {
            assert!(super::hedges::TESTS.of(cue.rule).is_some(), "{:?} of {:?}", cue.rule, cue.words);
        }
    }

    #[test]
    fn either_number_finds_the_noun() {
        let english = Language::english();
        let found = |word| english.tag(word).noun.map(|noun| (noun.singular, noun.plural));
        assert_eq!(found("officials"), Some(("official", true)));
        assert_eq!(found("authorities"), Some(("authority", true)));
        assert_eq!(found("spokesmen"), Some(("spokesman", true)));
        assert_eq!(found("police"), Some(("police", true)));
        assert_eq!(found("nunes"), None);
    }
}
