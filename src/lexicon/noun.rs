//! Nouns that head a source: what kind of source they make.

use super::list::pairs;
use rustc_hash::FxHashMap;

/// What a noun makes of the source that it heads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NounClass {
    /// Somebody with inside knowledge: official, aide, source.
    Insider,
    /// Somebody who speaks for another: spokesman, lawyer.
    Spokesperson,
    /// Anybody: person, woman, driver.
    Person,
    /// Somebody who comments from outside: expert, critic.
    Expert,
    /// A member of a loose collective, or the collective: voter, public.
    Crowd,
    /// A member of a party or parliament: Democrat, lawmaker.
    Politician,
    /// A post that one person holds at a time: president, chairman.
    Office,
    /// A body that answers for itself: police, ministry, company.
    Institution,
    /// Outlets taken together: media, press.
    Media,
    /// A record, study, poll or other carrier of evidence.
    Document,
    /// Words without anybody behind them: information, speculation.
    Void,
}

impl NounClass {
    fn from_word(word: &str) -> Option<Self> {
        Some(match word {
            "insider" => Self::Insider,
            "spokesperson" => Self::Spokesperson,
            "person" => Self::Person,
            "expert" => Self::Expert,
            "crowd" => Self::Crowd,
            "politician" => Self::Politician,
            "office" => Self::Office,
            "institution" => Self::Institution,
            "media" => Self::Media,
            "document" => Self::Document,
            "void" => Self::Void,
            _ => return None,
        })
    }
}

/// A noun with the number that its form tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Noun {
    pub singular: &'static str,
    pub class: NounClass,
    pub plural: bool,
}

/// Nouns by their singular, found by either number.
#[derive(Debug)]
pub struct Nouns {
    by_singular: FxHashMap<&'static str, NounClass>,
}

/// Words that look singular and mean several.
const PLURAL_WORDS: [&str; 11] =
    ["people", "police", "media", "staff", "personnel", "folk", "folks", "crew", "public", "twitterati", "press"];

impl Nouns {
    pub fn load() -> Self {
        let table = pairs(include_str!("source-nouns.txt"));
        Self { by_singular: table.filter_map(|(word, class)| Some((word, NounClass::from_word(class)?))).collect() }
    }

    /// Looks a normal form up, as a singular first, then as a plural.
    pub fn find(&self, norm: &str) -> Option<Noun> {
        let noun = |singular: &str, plural: bool| {
            let (&singular, &class) = self.by_singular.get_key_value(singular)?;
            Some(Noun { singular, class, plural })
        };
        noun(norm, PLURAL_WORDS.contains(&norm))
            .or_else(|| noun(norm.strip_suffix('s')?, true))
            .or_else(|| noun(norm.strip_suffix("es").filter(|stem| stem.ends_with(['s', 'x', 'z', 'h', 'o']))?, true))
            .or_else(|| noun(&format!("{}y", norm.strip_suffix("ies")?), true))
            .or_else(|| noun(&format!("{}man", norm.strip_suffix("men")?), true))
            .or_else(|| noun(norm.strip_prefix("ex-")?, false))
            .or_else(|| noun(norm.rsplit_once('-')?.1, false))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn either_number_finds_the_noun() {
        let nouns = Nouns::load();
        let found = |word| nouns.find(word).map(|n| (n.singular, n.plural));
        assert_eq!(found("officials"), Some(("official", true)));
        assert_eq!(found("authorities"), Some(("authority", true)));
        assert_eq!(found("spokesmen"), Some(("spokesman", true)));
        assert_eq!(found("police"), Some(("police", true)));
        assert_eq!(found("nunes"), None);
    }
}
