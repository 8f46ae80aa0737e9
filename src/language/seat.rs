//! Where politicians sit: the party and the state that American news writes beside a name ("R-Utah") and calls them by further
//! on ("the Utah Republican").

use super::list::{List, Problems};
use rustc_hash::FxHashMap;
use strum::EnumString;

/// The party and the state of a politician, as far as words tell them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Seat {
    /// The noun for a member of the party: "republican".
    pub party: Option<&'static str>,
    /// The name of the state in lower case: "new york".
    pub state: Option<&'static str>,
}

impl Seat {
    /// Whether it tells nothing.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Whether nobody can have both.
    pub fn contradicts(&self, other: &Self) -> bool {
        let differ = |one: Option<&str>, other: Option<&str>| one.is_some() && other.is_some() && one != other;
        differ(self.party, other.party) || differ(self.state, other.state)
    }

    /// Whether it tells everything that another one does, and the same.
    pub fn covers(&self, other: &Self) -> bool {
        let tells = |own: Option<&str>, asked: Option<&str>| asked.is_none() || own == asked;
        tells(self.party, other.party) && tells(self.state, other.state)
    }

    /// What this one tells, and otherwise what another one does.
    pub fn or(self, other: Self) -> Self {
        Self { party: self.party.or(other.party), state: self.state.or(other.state) }
    }
}

/// What a line of the list is about.
#[derive(Debug, Clone, Copy, EnumString)]
#[strum(serialize_all = "kebab-case")]
enum Part {
    Party,
    State,
}

/// The words and shorthands of a language for parties and states.
#[derive(Debug, Default)]
pub struct Seats {
    parties: FxHashMap<&'static str, &'static str>,
    states: FxHashMap<&'static str, &'static str>,
}

impl Seats {
    #[inline(never)]
    pub fn load(list: Option<List>, problems: &mut Problems) -> Self {
        let mut seats = Self::default();
        for row in list.map(|list| list.rows::<3>(problems)).unwrap_or_default() {
            let [_, word, meaning] = row.columns;
            match row.value(0, problems) {
                Some(Part::Party) => seats.parties.insert(word, meaning),
                Some(Part::State) => seats.states.insert(word, meaning),
                None => None,
            };
        }
        seats
    }

    /// The noun for the members of the party that a word or letter in lower case means.
    pub fn party(&self, word: &str) -> Option<&'static str> {
        self.parties.get(word).copied()
    }

    /// The state that a name or shorthand in lower case means, with or without spaces and full stops.
    pub fn state(&self, words: &str) -> Option<&'static str> {
        let letters: String = words.chars().filter(|c| !matches!(c, ' ' | '.')).collect();
        self.states.get(letters.as_str()).copied()
    }

    /// "r-utah", "d-calif": the seat that a shorthand in lower case means.
    pub fn shorthand(&self, words: &str) -> Option<Seat> {
        let (party, state) = words.split_once(['-', '‑', '–'])?;
        let party = self.party(party).filter(|_| party.len() == 1)?;
        Some(Seat { party: Some(party), state: Some(self.state(state)?) })
    }
}

#[cfg(test)]
mod tests {
    use super::Seat;
    use crate::language::Language;

    #[test]
    fn a_shorthand_tells_party_and_state() {
        let english = Language::english();
        let seat = |words| english.seats.shorthand(words);
        assert_eq!(seat("r-utah"), Some(Seat { party: Some("republican"), state: Some("utah") }));
        assert_eq!(seat("d-n.y."), Some(Seat { party: Some("democrat"), state: Some("new york") }));
        assert_eq!(seat("d-new york"), seat("d-ny"));
        assert_eq!(seat("x-ray"), None);
        assert_eq!(seat("democrat-ny"), None);
        assert_eq!(Language::german().seats.shorthand("r-utah"), None);
    }

    #[test]
    fn what_is_not_told_contradicts_nothing() {
        let seat = |party, state| Seat { party, state };
        let utah = seat(Some("republican"), Some("utah"));
        assert!(utah.contradicts(&seat(Some("democrat"), None)));
        assert!(utah.contradicts(&seat(Some("republican"), Some("ohio"))));
        assert!(!utah.contradicts(&seat(None, Some("utah"))));
        assert!(utah.covers(&seat(None, Some("utah"))));
        assert!(!seat(None, Some("utah")).covers(&utah));
    }
}
