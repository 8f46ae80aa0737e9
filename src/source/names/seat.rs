//! The party and the state of a politician, from what stands beside the name: "(R-Utah)", ", D-Calif.,", "Ohio Democrat",
//! "Republican of Kentucky", "Texas Sen.".

use super::builder::Builder;
use super::run::Run;
use crate::language::{Function, NounClass, Seat};
use crate::noun_phrase::Phrase;
use crate::text::Text;
use std::ops::Range;

/// How many tokens a shorthand has at most: "R-West Virginia" has two.
const LONGEST_SHORTHAND: usize = 3;

/// How many tokens the name of a state has at most.
const LONGEST_STATE: usize = 2;

/// How many tokens behind a noun are looked at: "from New York".
const BEHIND: usize = 3;

/// The party and the state that words name.
fn read(text: &Text, words: Range<usize>) -> Seat {
    let end = words.end;
    Seat {
        party: words.clone().rev().find_map(|at| party_at(text, at)),
        state: words.rev().find_map(|at| state_at(text, at, end).map(|(state, _)| state)),
    }
}

/// What a phrase for a politician tells: "the Utah Republican", "the senator from New York"; nothing for other phrases.
pub fn of_phrase(text: &Text, phrase: &Phrase) -> Seat {
    if !phrase.is_a(&[NounClass::Politician, NounClass::Office]) {
        return Seat::default();
    }
    let behind = phrase.rest.start..phrase.rest.end.min(phrase.rest.start + BEHIND);
    let is_linked = !behind.is_empty() && text.function(behind.start) == Some(Function::Preposition);
    let behind = if is_linked { read(text, behind) } else { Seat::default() };
    read(text, phrase.core.clone()).or(behind)
}

/// Whether a token is a word for a party or of a state's name.
pub fn is_part(text: &Text, at: usize) -> bool {
    let mut starts = at.saturating_sub(LONGEST_STATE - 1)..=at;
    party_at(text, at).is_some()
        || starts.any(|start| state_at(text, start, text.tokens.len()).is_some_and(|(_, end)| at < end))
}

/// The party that a word means; a single letter means one in a shorthand alone.
fn party_at(text: &Text, at: usize) -> Option<&'static str> {
    let norm = text.norm(at);
    text.language.seats.party(norm).filter(|_| norm.len() > 1)
}

/// The state that is written out from a token on, and where its name ends.
fn state_at(text: &Text, at: usize, end: usize) -> Option<(&'static str, usize)> {
    let ends = (at + 1..=end.min(at + LONGEST_STATE)).rev();
    ends.into_iter().filter(|_| text.has_capital(at)).find_map(|end| {
        let name = text.span(&(at..end)).of(text.raw).to_lowercase();
        Some((text.language.seats.state(&name).filter(|state| **state == name)?, end))
    })
}

impl Builder<'_> {
    /// Takes in the seat that stands right behind a name.
    pub fn seat_behind(&mut self, run: &Run, entity: usize) {
        let text = self.text;
        let after = run.name.end;
        if text.is_mark(after, &["(", ","]) {
            let ends = after + 2..=(after + 1 + LONGEST_SHORTHAND).min(text.tokens.len());
            let found = ends.into_iter().find_map(|end| {
                let words = text.span(&(after + 1..end)).of(text.raw).to_lowercase();
                Some((text.language.seats.shorthand(&words)?, after + 1..end))
            });
            if let Some((seat, words)) = found {
                self.add_seat(entity, seat, words);
            }
        }
    }

    /// Takes in the seat that a title tells: "Texas Sen.", "Republican Rep.".
    pub fn seat_before(&mut self, run: &Run, entity: usize) {
        let text = self.text;
        let sits = |at: usize| {
            let tag = text.tag(at);
            let politician = |noun: &str| text.language.tag(noun).is_noun(NounClass::Politician);
            tag.is_noun(NounClass::Politician)
                || tag.is_noun(NounClass::Office)
                || tag.name.title_noun.is_some_and(politician)
        };
        if run.title.clone().any(sits) {
            self.add_seat(entity, read(text, run.title.clone()), run.title.clone());
        }
    }

    /// Keeps a seat, and files the words for it under the noun for the party: they are a description like others.
    pub fn add_seat(&mut self, entity: usize, seat: Seat, words: Range<usize>) {
        let known = &mut self.found.entities[entity];
        let is_new = known.seat.party.is_none();
        known.seat = known.seat.or(seat);
        if let Some(party) = seat.party.filter(|_| is_new) {
            self.file(party, entity, words);
        }
    }
}
