//! Which language a block is written in, by its grammatical words.
//!
//! They make up about two fifths of prose in either language that is read and a few per cent of others. A wrong mark is worse
//! than none: a block that shows the words of a language that is not read stays unread. Only the words listed here are looked
//! at, so that a page in one language costs nothing of the other's tables.

use rustc_hash::FxHashMap;
use serde::Serialize;

/// A language that is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub enum Tongue {
    #[serde(rename = "en")]
    English,
    #[serde(rename = "de")]
    German,
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
    frequent: FxHashMap<&'static str, Listed>,
}

/// Where a word is listed.
#[derive(Debug, Clone, Copy, Default)]
struct Listed {
    english: bool,
    german: bool,
    foreign: bool,
}

/// A block with fewer words is no proof of its language.
const LEAST_WORDS: usize = 10;

/// In a language at least this share of a block's words is grammatical, in per cent.
const LEAST_SHARE: usize = 18;

/// A block of this many words with hardly a word of any language is in none that is read.
const LONG: usize = 24;
const HARDLY: usize = 5;

/// How much of a block is looked at, in bytes.
const MOST_BYTES: usize = 2_000;

impl Default for Tongues {
    fn default() -> Self {
        let mut frequent: FxHashMap<&'static str, Listed> = FxHashMap::default();
        for line in include_str!("frequent-words.txt").lines().filter(|line| !line.starts_with('#')) {
            let Some((language, words)) = line.split_once(" | ") else { continue };
            for word in words.split(' ') {
                let listed = frequent.entry(word).or_default();
                match language {
                    "english" => listed.english = true,
                    "german" => listed.german = true,
                    _ => listed.foreign = true,
                }
            }
        }
        Self { frequent }
    }
}

impl Tongues {
    /// What the words of a block say.
    pub fn of(&self, block: &str) -> Evidence {
        let block = block.get(..block.floor_char_boundary(MOST_BYTES)).unwrap_or(block).to_lowercase();
        let (mut words, mut english, mut german, mut foreign) = (0, 0, 0, 0);
        let is_part = |c: char| c.is_alphanumeric() || matches!(c, '\'' | '’');
        for word in block.split(|c: char| !is_part(c)).filter(|word| !word.is_empty()) {
            words += 1;
            let listed = self.frequent.get(word).copied().unwrap_or_default();
            english += usize::from(listed.english);
            german += usize::from(listed.german);
            foreign += usize::from(listed.foreign);
        }
        let best = english.max(german);
        let tongue = (english != german).then_some(if german > english { Tongue::German } else { Tongue::English });
        let is_latin = || {
            let letters = block.chars().filter(|c| c.is_alphabetic());
            let (latin, all) = letters.fold((0, 0), |(latin, all), c| (latin + usize::from(c < '\u{250}'), all + 1));
            latin * 2 >= all
        };
        match tongue {
            _ if !is_latin() => Evidence::Foreign,
            _ if words < LEAST_WORDS => Evidence::Open(tongue),
            Some(tongue) if best > foreign && best * 100 >= words * LEAST_SHARE => Evidence::Is(tongue),
            _ if foreign > best || words >= LONG && best * 100 < words * HARDLY => Evidence::Foreign,
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
