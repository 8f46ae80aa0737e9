//! What speaks for a candidate, as plain numbers.
//!
//! A trained forest reads them by their place: a number that is added or moved means a new training.

use super::Resolver;
use super::candidate::{NUMBERS, Question, Spoke};
use super::description::DESCRIPTIONS;
use crate::language::{NounTrait, Role};
use crate::noun_phrase::words;
use crate::source::names::{Entity, EntityKind, Mention};
use crate::source::pronoun::Pronoun;
use crate::source::referent::{Referent, Who};
use std::ops::Range;

/// The number of whatever is too far away to matter, or not there at all.
const FAR: f32 = 99.0;

/// The block from which on it does not matter where a source stands.
const LAST_BLOCK: f32 = 4.0;

/// How many others with the same description are counted.
const OTHERS: usize = 5;

/// A candidate with what the page says of it.
struct View<'v> {
    referent: &'v Referent,
    /// The first of its names, where that is an entity.
    entity: Option<(usize, &'v Entity)>,
    /// Where it is named first on the page.
    first: Option<&'v Mention>,
    /// Where it was named last before the source: the mention, and its first token.
    last: Option<&'v Mention>,
    place: Option<usize>,
    /// When it spoke before: how many others spoke since, and the speech.
    spoke: Option<(usize, &'v Spoke)>,
}

fn flag(yes: bool) -> f32 {
    f32::from(u8::from(yes))
}

impl Resolver<'_, '_> {
    /// The numbers of a candidate; `rank` tells how many others of its kind were named since.
    pub fn numbers(&self, question: &Question, referent: &Referent, rank: f32) -> [f32; NUMBERS] {
        let entity = match referent.who.first() {
            Some(Who::Entity(entity)) => self.mentions.entities.get(*entity).map(|found| (*entity, found)),
            _ => None,
        };
        let view = View {
            referent,
            entity,
            first: entity.and_then(|(number, _)| self.mentions.first(number)),
            last: entity.and_then(|(number, _)| self.mentions.last_before(number, question.at)),
            place: self.last_place(question, referent),
            spoke: question.spoke.iter().enumerate().find(|(_, spoke)| spoke.who == referent.who),
        };
        let parts = self.of_source(question).into_iter().chain(self.of_candidate(question, &view));
        let parts = parts.chain(self.of_place(question, &view, rank)).chain(self.of_speech(question, &view));
        let mut numbers = [0.0; NUMBERS];
        let parts = parts.chain(self.of_words(question, &view)).chain(self.of_opening(question, &view));
        let parts = parts.chain(self.of_focus(question, &view)).chain(self.of_content(question, &view));
        numbers.iter_mut().zip(parts).for_each(|(slot, number)| *slot = number);
        numbers
    }

    /// What the source is, and whether the rules know whom it means.
    fn of_source(&self, question: &Question) -> [f32; 11] {
        let relation = &self.relations[question.number];
        let phrase = question.phrase.as_ref();
        let noun = phrase.and_then(|phrase| phrase.noun);
        let quoted = self.text.tokens.get(question.at).is_some_and(|token| token.quotation.is_some());
        let is_trait = |asked: NounTrait| flag(noun.is_some_and(|noun| noun.is(asked)));
        [
            self.pronoun_code(question),
            noun.map_or(0.0, |noun| 1.0 + f32::from(noun.class as u8)),
            phrase.map_or(0.0, |phrase| 1.0 + f32::from(phrase.determiner as u8)),
            flag(phrase.is_some_and(|phrase| phrase.plural)),
            flag(quoted),
            f32::from(relation.depth),
            f32::from(relation.attitude as u8),
            phrase.map_or(0.0, |phrase| phrase.described().len() as f32),
            is_trait(NounTrait::Firm),
            is_trait(NounTrait::Member),
            flag(!question.rules.who.is_empty()),
        ]
    }

    /// What the candidate is, and how much of the page is about it.
    fn of_candidate(&self, question: &Question, view: &View) -> [f32; 14] {
        let gender = view.entity.and_then(|(_, entity)| entity.gender);
        let agrees = match (question.gender, gender) {
            (Some(asked), Some(known)) if asked == known => 1.0,
            (Some(_), Some(_)) => -1.0,
            _ => 0.0,
        };
        let is_before = |&mention: &usize| self.mentions.mentions[mention].tokens.start < question.at;
        let earlier = view.entity.map_or(0, |(_, entity)| entity.mentions.partition_point(is_before));
        let first = view.first.and_then(|mention| self.text.tokens.get(mention.tokens.start));
        let speaks = |number: usize| self.speaks.get(number).copied().unwrap_or_default();
        [
            flag(question.rules.who == view.referent.who),
            f32::from(question.rules.identity as u8),
            self.kind(view.referent),
            agrees,
            flag(gender.is_some()),
            flag(view.entity.is_some_and(|(_, entity)| entity.is_ambiguous())),
            self.name(view).map_or(0.0, |name| name.len() as f32),
            view.entity.map_or(0.0, |(_, entity)| entity.mentions.len() as f32),
            earlier as f32,
            flag(view.entity.is_some_and(|(number, _)| speaks(number))),
            flag(view.entity.is_some_and(|(number, _)| self.protagonist == Some(number))),
            first.map_or(FAR, |token| token.block as f32),
            flag(view.referent.personal),
            flag(view.referent.plural),
        ]
    }

    /// How far back it was named last, and how it stood there.
    fn of_place(&self, question: &Question, view: &View, rank: f32) -> [f32; 9] {
        let text = self.text;
        let (block, sentence) = text.tokens.get(question.at).map_or((0, 0), |token| (token.block, token.sentence));
        let token = view.place.and_then(|place| text.tokens.get(place));
        let is_subject = view.last.is_some_and(|mention| {
            let start = text.sentence_of(mention.tokens.start).tokens.start;
            self.mentions.within(&(start..mention.tokens.start)).is_empty()
        });
        let before = view.last.and_then(|mention| mention.titled.checked_sub(1));
        let own = |at: usize| self.relations[question.number].content.iter().any(|piece| piece.contains(&at));
        [
            token.map_or(FAR, |token| sentence.saturating_sub(token.sentence) as f32),
            token.map_or(FAR, |token| block.saturating_sub(token.block) as f32),
            view.place.map_or(FAR, |place| ((question.at - place.min(question.at)) as f32).sqrt()),
            rank,
            flag(is_subject),
            flag(view.last.is_some_and(|mention| words::is_possessive(text, mention.tokens.end))),
            flag(before.is_some_and(|before| text.is(before, Role::ObjectPreposition))),
            flag(token.is_some_and(|token| token.quotation.is_some())),
            flag(view.place.is_some_and(own)),
        ]
    }

    /// How long ago it spoke, how often, and whether it is speaking now.
    fn of_speech(&self, question: &Question, view: &View) -> [f32; 4] {
        let block_of = |at: usize| self.text.tokens.get(at).map(|token| token.block);
        let block = block_of(question.at).unwrap_or_default();
        let speech = view.spoke.map(|(_, spoke)| spoke);
        let spoken = speech.and_then(|spoke| block_of(self.relations[spoke.last].place().start));
        let outer = self.parents.get(question.number).copied().flatten();
        [
            view.spoke.map_or(FAR, |(rank, _)| rank as f32),
            spoken.map_or(FAR, |other| block.abs_diff(other) as f32),
            speech.map_or(0.0, |spoke| spoke.times as f32),
            outer.map_or(-1.0, |parent| {
                let outer = self.referents.get(parent).and_then(Option::as_ref);
                flag(outer.is_some_and(|outer| outer.who == view.referent.who))
            }),
        ]
    }

    /// Whether the page uses the source's words for it.
    fn of_words(&self, question: &Question, view: &View) -> [f32; 4] {
        let phrase = question.phrase.as_ref();
        let noun = phrase.and_then(|phrase| phrase.noun).map(|noun| noun.singular);
        let described = noun.and_then(|noun| self.mentions.descriptions.get(noun)).map_or(&[][..], Vec::as_slice);
        let described = &described[described.len().saturating_sub(DESCRIPTIONS)..];
        let is_it = |entity: usize| view.entity.is_some_and(|(number, _)| number == entity);
        let in_name = |at: usize| {
            self.name(view).is_some_and(|mut name| name.any(|other| self.text.norm(other) == self.text.norm(at)))
        };
        let shares_word = question.pronoun.is_none() && phrase.is_some_and(|phrase| phrase.described().any(in_name));
        [
            flag(described.iter().any(|one| is_it(one.entity))),
            described.iter().filter(|one| !is_it(one.entity)).take(OTHERS).count() as f32,
            flag(shares_word),
            flag(view.spoke.is_some_and(|(_, spoke)| self.same_noun(spoke.last, noun))),
        ]
    }

    /// Where on the page the source stands, and how many blocks later the candidate is named first.
    fn of_opening(&self, question: &Question, view: &View) -> [f32; 2] {
        let block = |at: usize| self.text.tokens.get(at).map_or(0, |token| token.block);
        let later = view.first.filter(|first| first.tokens.start > question.at);
        [
            (block(question.at) as f32).min(LAST_BLOCK),
            later.map_or(-1.0, |first| block(first.tokens.start).saturating_sub(block(question.at)) as f32),
        ]
    }

    /// Whether the sentences before are about the candidate, and how far back that is said; where they are about somebody else, that
    /// distance alone.
    fn of_focus(&self, question: &Question, view: &View) -> [f32; 2] {
        let is_it = |focus: usize| view.entity.is_some_and(|(number, _)| number == focus);
        [
            question.focus.map_or(0.0, |(focus, _)| if is_it(focus) { 1.0 } else { -1.0 }),
            question.focus.map_or(FAR, |(_, back)| back as f32),
        ]
    }

    /// Whether what is said names the candidate, in the reporter's words and in the source's own: hardly anybody calls themselves by
    /// their name.
    fn of_content(&self, question: &Question, view: &View) -> [f32; 2] {
        let mut named = [0.0; 2];
        let Some((entity, _)) = view.entity else { return named };
        for (_, is_quoted) in question.said.iter().filter(|(said, _)| *said == entity) {
            named[usize::from(*is_quoted)] = 1.0;
        }
        named
    }

    fn name(&self, view: &View) -> Option<Range<usize>> {
        match view.referent.who.first() {
            Some(Who::Words(words)) => Some(words.clone()),
            _ => view.entity.map(|(_, entity)| entity.name.clone()),
        }
    }

    /// The kind of a candidate; several together are one of their own.
    pub fn kind(&self, referent: &Referent) -> f32 {
        let Some(Who::Entity(entity)) = referent.who.first() else { return 5.0 };
        match self.mentions.entities[*entity].kind {
            _ if referent.who.len() > 1 => 0.0,
            EntityKind::Person => 1.0,
            EntityKind::Unknown => 2.0,
            EntityKind::Organisation => 3.0,
            EntityKind::Place => 4.0,
        }
    }

    /// Whether the source of an earlier relation was headed by the same noun.
    fn same_noun(&self, number: usize, noun: Option<&'static str>) -> bool {
        let before = self.referents.get(number).and_then(Option::as_ref).and_then(|referent| referent.noun);
        noun.is_some() && before == noun
    }

    fn pronoun_code(&self, question: &Question) -> f32 {
        let plural = || self.text.is(question.at, Role::FirstPersonPlural);
        match (question.pronoun, question.phrase.is_some()) {
            (None, false) => 0.0,
            (None, true) => 1.0,
            (Some(Pronoun::First), _) if plural() => 3.0,
            (Some(Pronoun::First), _) => 2.0,
            (Some(Pronoun::Third(_)), _) => 4.0,
            (Some(Pronoun::They), _) => 5.0,
            (Some(Pronoun::It), _) => 6.0,
            (Some(Pronoun::Relative), _) => 7.0,
            (Some(Pronoun::Loose), _) => 8.0,
        }
    }
}
