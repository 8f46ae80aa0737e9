//! Candidates for what a pronoun refers to: the sources and subjects of the sentences before it, the nearest first.

use super::{RECENT, Resolver};
use crate::analysis::Identity;
use crate::attribution::Relation;
use crate::language::{Gender, NounClass, Role};
use crate::noun_phrase::words;
use crate::order::sort_by_number;
use crate::source::names::{EntityKind, Mention};
use crate::source::referent::{Referent, Who};
use std::ops::Range;

/// How many sentences back a pronoun reaches.
const SENTENCES_BACK: usize = 10;

/// How many tokens of a sentence its subject is read from.
const SUBJECT: usize = 8;

/// How many tokens after a name another one may start that it is joined with.
const JOINED_DISTANCE: usize = 4;

/// Where the words for a source stand. A pronoun refers to words before it, and the relation's own place, its cue, may
/// come after the pronoun: "Ek, after she left, said".
fn source_place(relation: &Relation) -> usize {
    relation.source.first().map_or(relation.place().start, |source| source.start)
}

impl Resolver<'_, '_> {
    /// The last resolved source before a token that fits, within reach.
    pub fn last_speaker(&self, at: usize, fits: impl Fn(&Referent) -> bool) -> Option<Referent> {
        let sentence = self.text.tokens.get(at)?.sentence;
        let before = self.order.iter().rev().take(RECENT).filter(|&&n| {
            let place = source_place(&self.relations[n]);
            place < at && sentence - self.text.tokens[place].sentence.min(sentence) <= SENTENCES_BACK
        });
        before.filter(|&&n| self.relations[n].depth == 0).find_map(|&n| {
            let referent = self.referents.get(n)?.as_ref().filter(|r| fits(r))?;
            Some(referent.again(self.relations[n].source.first()?.clone()))
        })
    }

    /// Sentence by sentence backwards: who speaks there, or who the subject is.
    pub fn back(
        &self,
        gender: Option<Gender>,
        at: usize,
        allowed: impl Fn(&Mention) -> bool,
        in_quotes: bool,
    ) -> Option<Referent> {
        let sentence = self.text.tokens.get(at)?.sentence;
        let mut sources: Vec<usize> =
            self.order.iter().rev().take(RECENT).copied().filter(|&n| source_place(&self.relations[n]) < at).collect();
        sort_by_number(&mut sources, |&n| usize::MAX - source_place(&self.relations[n]));
        for back in 0..=SENTENCES_BACK.min(sentence) {
            let tokens = self.text.sentences.get(sentence - back)?.tokens.clone();
            let range = tokens.start..tokens.end.min(at);
            let speaker = sources.iter().find_map(|&n| {
                let source = self.relations[n].source.first().filter(|s| range.contains(&s.start))?;
                let referent = self.referents.get(n)?.as_ref()?;
                let fits = self.relations[n].depth == 0
                    && referent.personal
                    && !referent.plural
                    && self.gender_fits(referent, gender);
                // Somebody without a name is referred to only nearby.
                let kept = referent.identity == Identity::Named
                    || back == 0
                    || self.lasts(referent)
                    || self.text.tokens[source.start].block == self.text.tokens[at].block;
                (fits && kept).then(|| referent.again(source.clone()))
            });
            if !in_quotes && speaker.is_some() {
                return speaker;
            }
            let outside =
                |m: &Mention| allowed(m) && (in_quotes || self.text.tokens[m.tokens.start].quotation.is_none());
            if let Some(subject) = self.subject(range.clone(), gender, outside) {
                return Some(subject);
            }
            if let Some(described) = self.described_subject(&range, gender) {
                return described;
            }
        }
        None
    }

    /// The first person named in a range, possessors last; nobody where two are named as equals.
    pub fn subject(
        &self,
        range: Range<usize>,
        gender: Option<Gender>,
        allowed: impl Fn(&Mention) -> bool,
    ) -> Option<Referent> {
        let fitting: Vec<&Mention> = self
            .mentions
            .within(&range)
            .iter()
            .filter(|m| m.tokens.end <= range.end && self.entity_fits(m.entity, gender) && allowed(m))
            .filter(|m| {
                // A name that nothing makes a person must look like a full one and speak somewhere.
                let speaks = || self.speaks.get(m.entity).copied().unwrap_or_default();
                let acts = || m.titled == range.start && words::is_finite(self.text, m.tokens.end);
                self.mentions.is_person(m.entity)
                    || self.mentions.entities[m.entity].name.len() == 2 && (speaks() || acts())
            })
            .collect();
        let possessor = |m: &&&Mention| words::is_possessive(self.text, m.tokens.end);
        let object =
            |m: &&&Mention| m.titled.checked_sub(1).is_some_and(|before| self.text.is(before, Role::ObjectPreposition));
        let fitting: Vec<&Mention> = fitting.iter().filter(|m| !object(m)).copied().collect();
        let chosen = fitting.iter().find(|m| !possessor(m)).or_else(|| fitting.first())?;
        let joined = self.text.is(chosen.tokens.end, Role::Coordinator)
            && fitting.iter().any(|m| {
                m.entity != chosen.entity
                    && m.tokens.start > chosen.tokens.end
                    && m.tokens.start <= chosen.tokens.end + JOINED_DISTANCE
            });
        (!joined).then(|| self.entity(chosen.entity, chosen.tokens.clone()))
    }

    /// Who the subject of a sentence is that opens with "The former governor"; `Some(None)` where that is unknown.
    fn described_subject(&self, sentence: &Range<usize>, gender: Option<Gender>) -> Option<Option<Referent>> {
        if !self.text.is(sentence.start, Role::DefiniteArticle) {
            return None;
        }
        let phrase = self.phrases.read(sentence.start..sentence.end.min(sentence.start + SUBJECT));
        let person = phrase.is_a(&[NounClass::Office, NounClass::Politician, NounClass::Person, NounClass::Insider]);
        if !person || phrase.plural {
            return None;
        }
        let referent = self.by_description(&phrase, phrase.head);
        Some(referent.filter(|r| self.gender_fits(r, gender)))
    }

    pub fn gender_fits(&self, referent: &Referent, gender: Option<Gender>) -> bool {
        referent.who.iter().all(|who| match who {
            Who::Entity(e) => self.entity_fits(*e, gender),
            Who::Words(_) => true,
        })
    }

    fn entity_fits(&self, entity: usize, gender: Option<Gender>) -> bool {
        let Some(entity) = self.mentions.entities.get(entity) else { return false };
        matches!(entity.kind, EntityKind::Person | EntityKind::Unknown)
            && (entity.gender.is_none() || gender.is_none() || entity.gender == gender)
    }
}
