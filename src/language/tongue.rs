//! Which language a block is written in, by its grammatical words.
//!
//! They make up about two fifths of prose. The most frequent of some thirty languages are listed, and the language of a
//! block is the one whose words it has most of: lists of the languages that are not read keep Dutch from passing for German.
//! A wrong mark is worse than none, so what shows another language stays unread, however short it is. Only the words listed
//! here are looked at, so that a page in one language costs nothing of the other's tables.

use rustc_hash::FxHashMap;
use serde::Serialize;

// The words by language, from `src/language/frequent-words.json`: our own lists after the most frequent words of each
// language. The extension's page side reads the same file.
include!(concat!(env!("OUT_DIR"), "/frequent_words.rs"));

/// A language that is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub enum Tongue {
    #[serde(rename = "en")]
    English,
    #[serde(rename = "de")]
    German,
}

impl Tongue {
    /// The language that a list of frequent words is of.
    fn of_list(name: &str) -> Option<Self> {
        match name {
            "english" => Some(Self::English),
            "german" => Some(Self::German),
            _ => None,
        }
    }
}

/// What the words of a block say about its language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Evidence {
    /// It is written in this language.
    Is(Tongue),
    /// It is written in none that is read.
    Foreign,
    /// It is too short to tell; the language that it looks more like, if any.
    Open(Option<Tongue>),
}

/// Tells languages apart.
#[derive(Debug)]
pub struct Tongues {
    /// In which of the lists a word stands: a bit for each.
    frequent: FxHashMap<&'static str, u32>,
}

// What proves a language, from `src/language/proof-of-language.json`, which the page side reads as well:
//
// - `LEAST_WORDS`: a block with fewer words is no proof of its language.
// - `LEAST_LEAD`: in such a block, so many more words of another language than of one that is read are proof: a name has one
//   by chance.
// - `LEAST_SHARE`: in a language at least this share of a block's words is grammatical, in per cent.
// - `LONG`, `HARDLY`: a block of so many words, of which hardly so many per cent are of any language, is in none that is read.
include!(concat!(env!("OUT_DIR"), "/proof_of_language.rs"));

/// How much of a block is looked at, in bytes.
const MOST_BYTES: usize = 2_000;

impl Default for Tongues {
    fn default() -> Self {
        let mut frequent: FxHashMap<&'static str, u32> = FxHashMap::default();
        for (list, (_, words)) in FREQUENT.iter().enumerate() {
            for word in words.split(' ') {
                *frequent.entry(word).or_default() |= 1 << list;
            }
        }
        Self { frequent }
    }
}

impl Tongues {
    /// What the words of a block say.
    pub fn of(&self, block: &str) -> Evidence {
        let block = block.get(..block.floor_char_boundary(MOST_BYTES)).unwrap_or(block).to_lowercase();
        let (mut words, mut found) = (0, [0; FREQUENT.len()]);
        let is_part = |c: char| c.is_alphanumeric() || matches!(c, '\'' | '’' | '\u{300}'..='\u{36f}');
        for word in block.split(|c: char| !is_part(c)).filter(|word| !word.is_empty()) {
            words += 1;
            let mut lists = self.frequent.get(word).copied().unwrap_or_default();
            while lists != 0 {
                found[lists.trailing_zeros() as usize] += 1;
                lists &= lists - 1;
            }
        }
        let (mut best, mut foreign, mut tongue) = (0, 0, None);
        for ((name, _), count) in FREQUENT.iter().zip(found) {
            match Tongue::of_list(name) {
                Some(_) if count == best => tongue = None,
                Some(read) if count > best => (best, tongue) = (count, Some(read)),
                Some(_) => {}
                None => foreign = foreign.max(count),
            }
        }
        let is_latin = || {
            let letters = block.chars().filter(|c| c.is_alphabetic());
            let (latin, all) = letters.fold((0, 0), |(latin, all), c| (latin + usize::from(c < '\u{250}'), all + 1));
            latin * 2 >= all
        };
        let lead = if words < LEAST_WORDS { LEAST_LEAD } else { 1 };
        match tongue {
            _ if !is_latin() || foreign >= best + lead => Evidence::Foreign,
            _ if words < LEAST_WORDS => Evidence::Open(tongue),
            Some(tongue) if best > foreign && best * 100 >= words * LEAST_SHARE => Evidence::Is(tongue),
            _ if words >= LONG && best * 100 < words * HARDLY => Evidence::Foreign,
            _ => Evidence::Open(tongue),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Evidence, Tongue, Tongues};

    #[test]
    fn prose_is_known_by_its_grammatical_words() {
        let tongues = Tongues::default();
        let english = "The harbour authority said on Monday that the bridge would be closed for a week.";
        let german = "Die Hafenverwaltung teilte am Montag mit, dass die Brücke für eine Woche gesperrt wird.";
        let dutch = "De havendienst zei maandag dat de brug een week lang gesloten zal zijn voor het verkeer.";
        assert_eq!(tongues.of(english), Evidence::Is(Tongue::English));
        assert_eq!(tongues.of(german), Evidence::Is(Tongue::German));
        assert_eq!(tongues.of(dutch), Evidence::Foreign);
        assert_eq!(tongues.of("Порт закрили на тиждень через шторм, повідомила влада міста."), Evidence::Foreign);
        assert_eq!(tongues.of("Die Brücke"), Evidence::Open(Some(Tongue::German)));
        assert_eq!(tongues.of("Ines Aldana"), Evidence::Open(None));
    }
}
