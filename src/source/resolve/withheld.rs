//! Sources whose name the page keeps back: "a person familiar with the talks", "the source", "an unnamed aide", "an official, who
//! asked not to be named".
//!
//! Whoever is named on the page is somebody else, so nobody is looked for; nor for "the official" who comes back to one.

use super::Resolver;
use crate::language::{NounClass, NounTrait, PatternKind, Role};
use crate::noun_phrase::{Determiner, Phrase};
use crate::source::identity;
use crate::text::Kind;
use std::ops::Range;

/// How many tokens behind a source may lead to the words that keep its name back: "who works at the bank and asked".
const LEAD: usize = 16;

impl Resolver<'_, '_> {
    /// Whether the page says of a source that its name is kept back, by what the source is or in its own words.
    pub fn is_withheld(&self, phrase: &Phrase, source: &Range<usize>, number: usize) -> bool {
        let is_person = phrase.noun.is_none_or(|noun| noun.class.is_person() || noun.is(NounTrait::AlsoPerson));
        let is_nameless = || (phrase.core.start..phrase.head).any(|at| self.text.is(at, Role::NamelessAdjective));
        let is_bare = phrase.noun.is_some_and(|noun| noun.class == NounClass::Insider && noun.is(NounTrait::Bare));
        is_bare
            || is_person && phrase.determiner != Determiner::Definite && identity::knows(self.text, phrase)
            || is_person
                && (is_nameless()
                    || self.asks_not_to_be_named(source, &phrase.rest)
                    || self.speaks_on_condition(number))
    }

    /// "An aide who asked not to be named", ", speaking without permission": in the source or right behind it.
    fn asks_not_to_be_named(&self, source: &Range<usize>, rest: &Range<usize>) -> bool {
        let text = self.text;
        let end = text.sentence_of(source.start).tokens.end;
        let opening = if text.is_mark(source.end, &[",", "(", "—", "–"]) { source.end + 1 } else { source.end };
        let goes_on = opening < end && text.is(opening, Role::RelativeOfPerson | Role::PresentParticiple);
        let behind = if goes_on { opening..end.min(opening + LEAD) } else { opening..opening };
        let is_speech = |at: usize| text.is(at, Role::Said) || text.tokens[at].kind == Kind::DoubleQuote;
        let behind = behind.take_while(|&at| !is_speech(at));
        (rest.start..source.end).take_while(|&at| !is_speech(at)).chain(behind).any(|at| text.keeps_name_back(at, end))
    }

    /// "An aide said on condition of anonymity", ", speaking on condition that she not be named": right behind the cue.
    fn speaks_on_condition(&self, number: usize) -> bool {
        let Some(cue) = self.relations[number].cue.last() else { return false };
        let end = self.text.tokens.get(cue.start).map_or(0, |_| self.text.sentence_of(cue.start).tokens.end);
        let leads = |at: usize| {
            self.text.is_mark(at, &[","])
                || self.text.is(at, Role::PresentParticiple | Role::DefiniteArticle | Role::ObjectPreposition)
        };
        let pattern = (cue.end..end).find(|&at| !leads(at));
        pattern.is_some_and(|at| self.text.pattern(PatternKind::Clause, at, end).is_some())
    }
}
