//! German spelling: inflected and compound nouns, forms of verbs.

use crate::language::{Grammar, Role, Tongue, VerbForm};
use enumset::EnumSet;

/// The grammar of German.
#[derive(Debug)]
pub struct German;

/// Endings of nouns that no name has.
const NOUN_ENDINGS: [&str; 14] = [
    "heit", "heiten", "ismus", "keit", "keiten", "nis", "nisse", "schaft", "schaften", "tion", "tionen", "tät", "ung",
    "ungen",
];

/// How nouns end by which it is passed on what somebody tells or finds, alone and at the end of compounds ("Medienberichten").
const ACCOUNTS: [&str; 10] = [
    "angaben",
    "aussagen",
    "berichten",
    "daten",
    "datenbanken",
    "erkenntnissen",
    "ermittlungen",
    "informationen",
    "recherchen",
    "schätzungen",
];

/// How past participles begin.
const PARTICIPLE_PREFIXES: [&str; 8] = ["be", "emp", "ent", "er", "ge", "miss", "ver", "zer"];

/// What a noun may bear behind the form in a list, with whether it is then more than one: feminine and paired forms, number,
/// case.
const NOUN_SUFFIXES: [(&str, &str, bool); 20] = [
    ("*innen", "", true),
    (":innen", "", true),
    ("_innen", "", true),
    ("*innen", "e", true),
    (":innen", "e", true),
    ("_innen", "e", true),
    ("innen", "", true),
    ("innen", "e", true),
    ("in", "", false),
    ("in", "e", false),
    ("ern", "", true),
    ("er", "", true),
    ("en", "", true),
    ("en", "e", true),
    ("n", "", true),
    ("es", "", false),
    ("s", "", false),
    ("e", "", true),
    ("er", "e", false),
    ("en", "er", true),
];

/// The shortest last part of a compound that is looked up, in letters.
const SHORTEST_PART: usize = 4;

/// The longest compound that is looked up by its end, in bytes: each of its ends is tried.
const LONGEST_COMPOUND: usize = 80;

impl German {
    /// Visits a noun's possible list forms: with each suffix taken off.
    fn inflected(norm: &str, found: &mut dyn FnMut(&str, bool) -> bool) -> bool {
        NOUN_SUFFIXES.iter().any(|(suffix, instead, plural)| {
            let Some(stem) = norm.strip_suffix(suffix).filter(|stem| stem.len() >= SHORTEST_PART - 1) else {
                return false;
            };
            if instead.is_empty() { found(stem, *plural) } else { found(&[stem, *instead].concat(), *plural) }
        })
    }
}

impl Grammar for German {
    fn tongue(&self) -> Tongue {
        Tongue::German
    }

    fn clitic_start(&self, _: &str) -> Option<usize> {
        None
    }

    fn takes_bare_possessive(&self, _: &str) -> bool {
        false
    }

    fn is_acronym(&self, word: &str) -> bool {
        word.len() > 1 && word.chars().all(char::is_uppercase)
    }

    fn capitalises_nouns(&self) -> bool {
        true
    }

    fn has_soft_hyphens(&self) -> bool {
        true
    }

    fn has_genitive_articles(&self) -> bool {
        true
    }

    fn is_inflected_adjective(&self, norm: &str) -> bool {
        norm.len() > SHORTEST_PART && ["e", "en", "em", "es"].iter().any(|ending| norm.ends_with(ending))
    }

    fn is_plural_without_article(&self, norm: &str) -> bool {
        ["er", "ende", "ete", "igte", "ige", "ene"].iter().any(|ending| norm.ends_with(ending))
    }

    fn is_gender_mark(&self, mark: char, after: &str) -> bool {
        matches!(mark, '*' | ':') && after.starts_with("in")
    }

    fn parts_quotations(&self) -> bool {
        true
    }

    fn has_verb_frames(&self) -> bool {
        true
    }

    fn has_reported_mood(&self) -> bool {
        true
    }

    fn singulars(&self, norm: &str, found: &mut dyn FnMut(&str, bool) -> bool) {
        if norm.len() > LONGEST_COMPOUND || Self::inflected(norm, found) {
            return;
        }
        let parts = norm.char_indices().skip(2).map(|(at, _)| &norm[at..]);
        for part in parts.take_while(|part| part.chars().count() >= SHORTEST_PART) {
            if found(part, false) || Self::inflected(part, found) {
                return;
            }
        }
    }

    fn verb_form(&self, norm: &str) -> VerbForm {
        let ends = |endings: &[&str]| endings.iter().any(|ending| norm.ends_with(ending));
        if ends(&["end"]) {
            VerbForm::Gerund
        } else if norm.contains("zu") && ends(&["en", "ern", "eln"]) {
            VerbForm::Base
        } else if ends(&["te", "ten"]) || norm.starts_with("ge") && ends(&["t", "en"]) {
            VerbForm::Past
        } else if ends(&["t", "e"]) {
            VerbForm::Present
        } else {
            VerbForm::Past
        }
    }

    fn stem<'w>(&self, norm: &'w str) -> &'w str {
        let suffix = ["innen", "in", "en", "es", "s", "n", "e"].into_iter().find(|suffix| norm.ends_with(suffix));
        let stem = suffix.and_then(|suffix| norm.strip_suffix(suffix)).unwrap_or(norm);
        if stem.len() >= SHORTEST_PART { stem } else { norm }
    }

    fn without_genitive<'w>(&self, norm: &'w str) -> &'w str {
        norm.strip_suffix('s').unwrap_or(norm)
    }

    fn after_article<'w>(&self, article: &str, name: &'w str) -> &'w str {
        const LONG_ENDINGS: [&str; 5] = ["des", "ses", "tes", "zes", "ßes"];
        let ending = match name {
            _ if !matches!(article, "des" | "eines") || name.ends_with("ss") => "",
            _ if LONG_ENDINGS.iter().any(|ending| name.ends_with(ending)) => "es",
            _ => "s",
        };
        name.strip_suffix(ending).unwrap_or(name)
    }

    fn coordinator(&self) -> &'static str {
        "und"
    }

    fn ending(&self, norm: &str) -> u8 {
        const ENDINGS: [&str; 16] = [
            "end", "iert", "lich", "isch", "bar", "sam", "los", "ung", "te", "ten", "test", "est", "en", "er", "es",
            "t",
        ];
        let has = |ending: &&str| norm.len() > ending.len() + 2 && norm.ends_with(*ending);
        ENDINGS.iter().position(has).map_or_else(|| if norm.ends_with('e') { 17 } else { 0 }, |place| place as u8 + 1)
    }

    fn roles_by_spelling(&self, norm: &str) -> EnumSet<Role> {
        let mut roles = EnumSet::empty();
        let is_long_with = |ending: &&str| norm.ends_with(*ending) && norm.len() > ending.len() + 2;
        if ["end", "ende", "enden", "ender"].iter().any(is_long_with) {
            roles |= Role::PresentParticiple;
        }
        let prefixed = PARTICIPLE_PREFIXES.iter().any(|prefix| norm.starts_with(prefix));
        let inside = (2..=6).any(|at| norm.get(at..).is_some_and(|rest| rest.starts_with("ge")));
        if (prefixed || inside) && ["t", "en"].iter().any(is_long_with) || norm.ends_with("iert") {
            roles |= Role::PastParticiple;
        }
        if is_long_with(&"e") && !norm.ends_with("te") {
            roles |= Role::ReportedEnding;
        }
        if is_long_with(&"er") {
            roles |= Role::GenitiveEnding;
        }
        if ACCOUNTS.iter().any(|ending| norm.ends_with(ending)) {
            roles |= Role::Account;
        }
        let marked = (2..=8).any(|at| norm.get(at..).is_some_and(|rest| rest.starts_with("zu") && rest.len() > 5));
        if marked && ["en", "ern", "eln"].iter().any(is_long_with) {
            roles |= Role::InfinitiveForm;
        }
        if ["jährige", "jähriger", "jährigen"].iter().any(is_long_with) {
            roles |= Role::AgeInYears;
        }
        if [
            "er", "erin", "innen", "ist", "istin", "eur", "eurin", "ant", "antin", "ent", "entin", "or", "orin",
            "loge", "login", "nom", "mann", "frau", "leute",
        ]
        .iter()
        .any(is_long_with)
        {
            roles |= Role::PersonEnding;
        }
        if ["en", "innen"].iter().any(is_long_with) {
            roles |= Role::Plural;
        }
        if NOUN_ENDINGS.iter().any(is_long_with) {
            roles |= Role::NounEnding;
        }
        roles
    }
}

#[cfg(test)]
mod tests {
    use super::German;
    use crate::language::{Grammar, Role};

    #[test]
    fn endings_give_roles() {
        assert!(German.roles_by_spelling("see").is_empty());
        assert!(German.roles_by_spelling("segelend").contains(Role::PresentParticiple));
        assert!(German.roles_by_spelling("gesegelt").contains(Role::PastParticiple));
        assert!(German.roles_by_spelling("41-jährige").contains(Role::AgeInYears));
        assert!(German.roles_by_spelling("verzögerung").contains(Role::NounEnding));
    }

    #[test]
    fn a_name_loses_the_genitive_of_its_article() {
        assert_eq!(German.after_article("des", "Hafenamtes"), "Hafenamt");
        assert_eq!(German.after_article("des", "Militärs"), "Militär");
        assert_eq!(German.after_article("das", "Andreas"), "Andreas");
    }

    #[test]
    fn a_stem_leaves_number_gender_and_case_out() {
        assert_eq!(German.stem("sprecherin"), German.stem("sprecher"));
        assert_eq!(German.stem("ministeriums"), German.stem("ministerium"));
    }
}
