//! German: every German word, and every test that is true of German only.

pub mod hedges;
mod spelling;

use super::{Language, List, Lists};
use spelling::German;

impl Language {
    /// German, with its tables loaded.
    pub fn german() -> Self {
        Self::load(&LISTS, &German)
    }
}

macro_rules! list {
    ($file:literal) => {
        List {
            file: concat!("src/language/german/", $file),
            text: include_str!(concat!(env!("OUT_DIR"), "/german/", $file)),
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
    given_names_female: &[list!("../english/given-names-female.txt"), list!("given-names-female.txt")],
    given_names_male: &[list!("../english/given-names-male.txt"), list!("given-names-male.txt")],
    titles: list!("titles.txt"),
    places: list!("places.txt"),
    demonyms: list!("demonyms.txt"),
    organisation_words: list!("organisation-words.txt"),
    family_names_first: list!("../english/family-names-first.txt"),
    office_holders: list!("office-holders.txt"),
    seats: None,
    patterns: list!("patterns.txt"),
    hedge_cues: list!("hedge-cues.txt"),
};

#[cfg(test)]
mod tests {
    use crate::language::Language;

    #[test]
    fn every_line_of_every_list_is_read() {
        let problems: Vec<_> = Language::german().problems().iter().map(ToString::to_string).collect();
        assert!(problems.is_empty(), "\n{}", problems.join("\n"));
    }

    #[test]
    fn every_hedge_cue_names_a_rule_that_tests_it() {
        let german = Language::german();
        for cue in german.hedge_cues.all() {
            assert!(super::hedges::TESTS.of(cue.rule).is_some(), "{:?} of {:?}", cue.rule, cue.words);
        }
    }

    #[test]
    fn inflected_and_compound_nouns_are_found() {
        let german = Language::german();
        let found = |word| german.tag(word).noun.map(|noun| (noun.singular, noun.plural));
        assert_eq!(found("beamten"), Some(("beamte", true)));
        assert_eq!(found("regierungssprecherin"), Some(("regierungssprecher", false)));
        assert_eq!(found("sprecherinnen"), Some(("sprecher", true)));
        assert_eq!(found("expert*innen"), Some(("experte", true)));
        assert_eq!(found("verkehrsministerium"), Some(("ministerium", false)));
        assert_eq!(found("müller"), None);
    }
}
