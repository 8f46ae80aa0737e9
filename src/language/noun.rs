//! Nouns that head a source: what kind of source they make.

use super::list::Problems;
use super::{Grammar, List};
use enumset::{EnumSet, EnumSetType};
use rustc_hash::FxHashMap;
use strum::EnumString;

/// What a noun makes of the source that it heads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString)]
#[strum(serialize_all = "kebab-case")]
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

/// What else the list tells of a noun.
#[derive(Debug, EnumSetType, EnumString)]
#[strum(serialize_all = "kebab-case")]
pub enum NounTrait {
    /// Looks singular and means several: police, staff.
    Several,
}

/// A noun with the number that its form tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Noun {
    pub singular: &'static str,
    pub class: NounClass,
    pub traits: EnumSet<NounTrait>,
    pub plural: bool,
}

/// Nouns by their singular, found by either number.
#[derive(Debug)]
pub struct Nouns {
    by_singular: FxHashMap<&'static str, (NounClass, EnumSet<NounTrait>)>,
}

impl Nouns {
    pub fn load(list: List, problems: &mut Problems) -> Self {
        let mut by_singular = FxHashMap::default();
        for row in list.rows::<3>(problems) {
            let traits: EnumSet<NounTrait> = row.values::<NounTrait>(2, problems).into_iter().collect();
            let Some(class) = row.value(1, problems) else { continue };
            if by_singular.insert(row.columns[0], (class, traits)).is_some() {
                row.report(problems, format!("listed twice: {}", row.columns[0]));
            }
        }
        Self { by_singular }
    }

    /// Looks a normal form up, as a singular first, then as a plural.
    pub fn find(&self, norm: &str, grammar: &dyn Grammar) -> Option<Noun> {
        let noun = |singular: &str, plural: bool| {
            let (&singular, &(class, traits)) = self.by_singular.get_key_value(singular)?;
            Some(Noun { singular, class, traits, plural: plural || traits.contains(NounTrait::Several) })
        };
        noun(norm, false)
            .or_else(|| grammar.singulars(norm).iter().find_map(|(singular, plural)| noun(singular, *plural)))
    }
}
