//! Sources that name somebody themselves: by their head, in apposition, or as examples of a group.

use super::mention::EntityKind;
use super::pronoun::Pronoun;
use super::referent::{Referent, Who};
use super::resolve::Resolver;
use crate::analysis::Identity;
use crate::language::{NounClass, PatternKind, Role};
use crate::noun_phrase::words;
use crate::noun_phrase::{Determiner, Phrase, Quantity};
use crate::text::{Case, Kind};
use std::ops::Range;

impl Resolver<'_, '_> {
    /// The head is a name.
    pub fn by_name(&self, phrase: &Phrase, range: &Range<usize>) -> Option<Referent> {
        if let Some(mention) = self.mentions.at(phrase.head) {
            return Some(self.entity(mention.entity, mention.tokens.clone()));
        }
        let token = self.text.tokens.get(phrase.head)?;
        let alone = phrase.core.len() <= 3 && phrase.core.clone().all(|at| self.text.tokens[at].case != Case::Lower);
        let name = token.kind == Kind::Word
            && token.case != Case::Lower
            && phrase.noun.is_none()
            && alone
            && !matches!(phrase.determiner, Determiner::Indefinite)
            && phrase.quantity.is_none()
            && Pronoun::read(self.text, phrase).is_none()
            && !self.text.is(phrase.head, Role::SentenceOpener | Role::Day | Role::Month | Role::Anybody)
            && self.text.tag(phrase.head).function.is_none()
            && !self.is_people(phrase.head);
        (name && phrase.head < range.end)
            .then(|| Referent { personal: true, ..Referent::of(Who::Words(phrase.core.clone())) })
    }

    /// "Americans", "Democrats": capitals that name no one.
    fn is_people(&self, at: usize) -> bool {
        self.text.tag(at).name.is_people || self.text.tag(at).noun.is_some()
    }

    pub fn entity(&self, entity: usize, mention: Range<usize>) -> Referent {
        let kind = self.mentions.entities.get(entity).map(|e| e.kind);
        let personal = matches!(kind, Some(EntityKind::Person | EntityKind::Unknown));
        Referent { personal, chain: vec![mention], ..Referent::of(Who::Entity(entity)) }
    }

    /// A name stands beside the noun: "a lawyer, Ann Ek", "allies including Jo Ek".
    pub fn by_name_beside(&self, phrase: &Phrase) -> Option<Referent> {
        if phrase.is_a(&[NounClass::Document, NounClass::Void]) {
            return None;
        }
        let rest = phrase.rest.clone();
        let comma = self.text.is_mark(rest.start, &[",", "—", "–", "("]);
        let start = rest.start + usize::from(comma);
        if self.text.pattern(PatternKind::Example, start, rest.end).is_some() {
            let mut who = Vec::new();
            for mention in self.mentions.within(&(start..rest.end)) {
                let possessor = words::is_possessive(self.text, mention.tokens.end);
                if !possessor && !who.contains(&Who::Entity(mention.entity)) {
                    who.push(Who::Entity(mention.entity));
                }
            }
            let named = start..rest.end;
            return (!who.is_empty()).then(|| Referent {
                who,
                chain: vec![named],
                plural: true,
                ..Referent::new(Identity::Named)
            });
        }
        let named = self.text.is(start, Role::NamingParticiple);
        if named {
            return self.name_at(phrase, start, rest.end);
        }
        // "former secretary of state Ann Ek".
        if self.text.is(rest.start, Role::GenitivePreposition) {
            let name =
                (rest.start + 1..rest.end.min(rest.start + 7)).find(|&at| self.text.tokens[at].case != Case::Lower);
            let mention = name
                .and_then(|at| self.mentions.at(at))
                .filter(|m| self.mentions.is_person(m.entity) && m.tokens.start > rest.start + 1);
            if let Some(mention) = mention.filter(|m| {
                m.tokens.end >= rest.end
                    || self.text.is_mark(m.tokens.end, &[","])
                    || self.text.is(m.tokens.end, Role::Coordinator | Role::RelativeOfPerson)
            }) {
                return Some(self.entity(mention.entity, mention.tokens.clone()));
            }
        }
        rest.clone()
            .filter(|&at| self.text.is_mark(at, &[",", "—", "–", "("]))
            .find_map(|comma| self.name_at(phrase, comma + 1, rest.end))
    }

    fn closes_name(&self, at: usize) -> bool {
        self.text.is_mark(at, &[",", "—", "–", ")"])
            || self.text.is(at, Role::Coordinator | Role::RelativeOfPerson | Role::GenitivePreposition)
            || words::is_possessive(self.text, at)
    }

    /// The name in apposition that starts at a token, titles before it allowed.
    fn name_at(&self, phrase: &Phrase, start: usize, end: usize) -> Option<Referent> {
        const TITLE: usize = 10;
        let beside = self
            .mentions
            .within(&(start..end.min(start + TITLE)))
            .iter()
            .find(|m| !self.mentions.is_organisation(m.entity) || phrase.is_a(&[NounClass::Institution]))?;
        let before = start..beside.tokens.start;
        let words = before.clone().all(|at| {
            self.text.tokens[at].kind == Kind::Word && !self.text.is(at, Role::Coordinator | Role::RelativeOfPerson)
        });
        let titled = beside.titled == start
            || before.is_empty()
            || words
                && before.clone().any(|at| {
                    self.text.is(at, Role::NamingParticiple)
                        || self.text.tag(at).name.is_title
                        || self.text.tag(at).noun.is_some_and(|n| n.class != NounClass::Document)
                });
        let kind = self.mentions.entities.get(beside.entity).map(|e| e.kind)?;
        let person = kind == EntityKind::Person || kind == EntityKind::Unknown && beside.tokens.len() > 1;
        let body = phrase.is_a(&[NounClass::Institution]);
        let closed = beside.tokens.end >= end || self.closes_name(beside.tokens.end);
        if !titled || !(person || body) {
            return None;
        }
        let plural = phrase.plural && phrase.quantity != Some(Quantity::One);
        if !plural {
            return closed.then(|| self.entity(beside.entity, beside.tokens.clone()));
        }
        let listed = start..end;
        // "two lawyers, Ann Ek and Jo Ek": each name that follows at once.
        let mut who: Vec<Who> = Vec::new();
        for mention in self
            .mentions
            .within(&(start..end))
            .iter()
            .filter(|m| self.mentions.is_person(m.entity) || m.tokens.len() > 1)
        {
            let next = mention.titled.checked_sub(1).is_some_and(|before| {
                self.text.is_mark(before, &[",", "—", "–", "--", "("]) || self.text.is(before, Role::Coordinator)
            });
            if next && !who.contains(&Who::Entity(mention.entity)) {
                who.push(Who::Entity(mention.entity));
            }
        }
        (who.len() > 1).then(|| Referent { who, chain: vec![listed], plural: true, ..Referent::new(Identity::Named) })
    }
}
