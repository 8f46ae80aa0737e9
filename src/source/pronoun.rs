//! Pronouns: whom "he", "they", "it", "who" and "I" go back to.
//!
//! A pronoun outside quotation marks looks for what spoke last before it, then for the subject of the nearest
//! sentence; one inside another's words looks there first and at the outer speaker next. "I" is always the outer one.

use super::gender::gender_of_pronoun;
use super::mention::{EntityKind, Mention};
use super::referent::{Referent, Who};
use super::resolve::{RECENT, Resolver, place};
use crate::analysis::{Identity, Quoting};
use crate::language::{Gender, NounClass, Role};
use crate::noun_phrase::{Determiner, Phrase, words};
use crate::text::{Kind, Text};
use enumset::EnumSet;
use std::ops::Range;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pronoun {
    First,
    Third(Option<Gender>),
    They,
    It,
    Relative,
    /// you, this: nobody that could be named.
    Loose,
}

impl Pronoun {
    /// The pronoun that a phrase consists of, if it is one.
    pub fn read(text: &Text, phrase: &Phrase) -> Option<Self> {
        if phrase.core.len() != 1 || phrase.possessor.is_some() {
            return None;
        }
        if phrase.determiner == Determiner::Definite {
            return None;
        }
        Self::of(text, phrase.head)
    }

    fn of(text: &Text, at: usize) -> Option<Self> {
        let is = |roles: EnumSet<Role>| text.is(at, roles);
        if let Some(gender) = gender_of_pronoun(text, at) {
            Some(Self::Third(Some(gender)))
        } else if is(Role::FirstPersonSingular | Role::FirstPersonPlural) {
            Some(Self::First)
        } else if is(Role::PluralPronoun.into()) {
            Some(Self::They)
        } else if is(Role::NeuterPronoun.into()) {
            Some(Self::It)
        } else if is(Role::RelativeOfPerson | Role::RelativeOfThing) {
            Some(Self::Relative)
        } else if is(Role::LoosePronoun.into()) {
            Some(Self::Loose)
        } else {
            None
        }
    }
}

/// How many sentences back a pronoun reaches.
const REACH: usize = 10;

pub fn resolve(resolver: &mut Resolver, pronoun: Pronoun, at: usize, number: usize) -> Referent {
    let found = match pronoun {
        Pronoun::First => resolver.outer(number).or_else(|| {
            let quoted = resolver.text.tokens.get(at)?.quotation.is_some();
            quoted.then(|| resolver.last_speaker(at, |_| true)).flatten()
        }),
        Pronoun::Third(gender) => resolver.third(gender, at, number),
        Pronoun::They => resolver.they(at, number),
        Pronoun::It => resolver.it(at),
        Pronoun::Relative => resolver.relative(at, number),
        Pronoun::Loose => return Referent::new(Identity::Vague),
    };
    let personal = !matches!(pronoun, Pronoun::It | Pronoun::Relative);
    let possible = |r: &Referent| !personal || !matches!(r.identity, Identity::Document | Identity::Unspecified);
    found.filter(possible).unwrap_or_else(|| Referent { personal: true, ..Referent::new(Identity::Named) })
}

impl Resolver<'_, '_> {
    /// The source of the relation in whose content this one stands.
    fn outer(&self, number: usize) -> Option<Referent> {
        let parent = self.parents.get(number).copied().flatten()?;
        let referent = self.referents.get(parent)?.as_ref()?;
        Some(match self.relations[parent].source.first() {
            Some(source) => referent.again(source.clone()),
            None => referent.clone(),
        })
    }

    /// Whether a source without a name is one that a story comes back to.
    fn lasts(&self, referent: &Referent) -> bool {
        referent.phrase.as_ref().is_some_and(|p| p.is_a(&[NounClass::Insider, NounClass::Spokesperson]))
    }

    /// The last resolved source before a token that fits, within reach.
    pub fn last_speaker(&self, at: usize, fits: impl Fn(&Referent) -> bool) -> Option<Referent> {
        let sentence = self.text.tokens.get(at)?.sentence;
        let before = self.order.iter().rev().take(RECENT).filter(|&&n| {
            let place = place(&self.relations[n]);
            place < at && sentence - self.text.tokens[place].sentence.min(sentence) <= REACH
        });
        before.filter(|&&n| self.relations[n].depth == 0).find_map(|&n| {
            let referent = self.referents.get(n)?.as_ref().filter(|r| fits(r))?;
            Some(referent.again(self.relations[n].source.first()?.clone()))
        })
    }

    fn gender_fits(&self, referent: &Referent, gender: Option<Gender>) -> bool {
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

    fn third(&self, gender: Option<Gender>, at: usize, number: usize) -> Option<Referent> {
        let quoted = self.text.tokens.get(at)?.quotation;
        if let Some(parent) = self.parents.get(number).copied().flatten() {
            let contents = &self.relations[parent].content;
            let inside = contents.iter().find(|c| c.contains(&at)).cloned().unwrap_or(at..at);
            let sentence = &self.text.sentence_of(at).tokens;
            let start = inside.start.max(sentence.start);
            if let Some(referent) = self.subject(start..at, gender, |_| true) {
                return Some(referent);
            }
            let direct = quoted.is_some() && self.relations[parent].quoting != Quoting::Indirect;
            let outer = self.outer(number);
            if !direct && let Some(outer) = outer.clone().filter(|o| self.gender_fits(o, gender) && !o.plural) {
                return Some(outer);
            }
            let speaker = outer.and_then(|o| o.who.first().cloned());
            return self.back(gender, at, |m| Some(Who::Entity(m.entity)) != speaker, true);
        }
        let own = &self.relations[number].content;
        self.back(gender, at, |m| !own.iter().any(|c| c.contains(&m.tokens.start)), quoted.is_some())
    }

    /// Sentence by sentence backwards: who speaks there, or who the subject is.
    fn back(
        &self,
        gender: Option<Gender>,
        at: usize,
        allowed: impl Fn(&Mention) -> bool,
        in_quotes: bool,
    ) -> Option<Referent> {
        let sentence = self.text.tokens.get(at)?.sentence;
        let mut sources: Vec<usize> =
            self.order.iter().rev().take(RECENT).copied().filter(|&n| place(&self.relations[n]) < at).collect();
        sources.sort_by_key(|&n| std::cmp::Reverse(place(&self.relations[n])));
        for back in 0..=REACH.min(sentence) {
            let tokens = self.text.sentences.get(sentence - back)?.tokens.clone();
            let range = tokens.start..tokens.end.min(at);
            let speaker = sources.iter().find_map(|&n| {
                let source = self.relations[n].source.first().filter(|s| range.contains(&s.start))?;
                let referent = self.referents.get(n)?.as_ref()?;
                let fits = self.relations[n].depth == 0
                    && referent.personal
                    && !referent.plural
                    && self.gender_fits(referent, gender);
                // Whoever is not named soon drops out of a reader's mind.
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
    fn subject(
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
                self.mentions.is_person(m.entity) || self.mentions.entities[m.entity].name.len() == 2 && speaks()
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
                    && m.tokens.start <= chosen.tokens.end + 4
            });
        (!joined).then(|| self.entity(chosen.entity, chosen.tokens.clone()))
    }

    /// A sentence that opens with "The former governor": whom that means, or that it means nobody known.
    fn described_subject(&self, sentence: &Range<usize>, gender: Option<Gender>) -> Option<Option<Referent>> {
        if !self.text.is(sentence.start, Role::DefiniteArticle) {
            return None;
        }
        let phrase = Phrase::read(self.text, sentence.start..sentence.end.min(sentence.start + 8));
        let person = phrase.is_a(&[NounClass::Office, NounClass::Politician, NounClass::Person, NounClass::Insider]);
        if !person || phrase.plural {
            return None;
        }
        let referent = self.by_description(&phrase, phrase.head);
        Some(referent.filter(|r| self.gender_fits(r, gender)))
    }

    fn they(&self, at: usize, number: usize) -> Option<Referent> {
        let outer = self.outer(number).filter(|o| o.plural || !o.personal);
        let collective = |r: &Referent| {
            !matches!(r.identity, Identity::Document | Identity::Unspecified) && (r.plural || !r.personal)
        };
        let block = self.text.tokens.get(at)?.block;
        let found = outer.or_else(|| self.last_speaker(at, collective)).filter(|r| {
            let near = r.chain.first().is_some_and(|c| self.text.tokens[c.start].block + 1 >= block);
            r.identity == Identity::Named || near
        });
        found.map(|r| Referent { plural: true, ..r })
    }

    fn it(&self, at: usize) -> Option<Referent> {
        let spoken = self.last_speaker(at, |r| {
            !r.personal && !r.plural && !matches!(r.identity, Identity::Unspecified | Identity::Vague)
        });
        let after = self.mentions.mentions.partition_point(|m| m.tokens.start < at);
        let sentence = self.text.tokens.get(at)?.sentence;
        let named = || {
            let near = self.mentions.mentions.get(..after)?.iter().rev().find(|m| {
                let kind = self.mentions.entities[m.entity].kind;
                self.text.tokens[m.tokens.start].sentence + 2 >= sentence
                    && matches!(kind, EntityKind::Organisation | EntityKind::Place)
            })?;
            Some(Referent { personal: false, ..self.entity(near.entity, near.tokens.clone()) })
        };
        spoken.or_else(named)
    }

    /// The noun phrase right before "who" or "which".
    fn relative(&mut self, at: usize, number: usize) -> Option<Referent> {
        let mut end = at;
        let first = self.text.sentence_of(at).tokens.start;
        while end > first && matches!(self.text.word(end - 1), "," | "(" | "—" | "–") {
            end -= 1;
        }
        if let Some(mention) = end.checked_sub(1).and_then(|last| self.mentions.at(last)) {
            return Some(self.entity(mention.entity, mention.tokens.clone()));
        }
        let start = words::last_opened(self.text, first.max(end.saturating_sub(8))..end);
        let start = start
            .or_else(|| (first..end).rev().take(4).take_while(|&t| self.text.tokens[t].kind == Kind::Word).last())?;
        if self.text.is(start, Role::RelativeOfPerson | Role::RelativeOfThing) {
            return None;
        }
        // "Ek is a lawyer who": the subject before the verb.
        if let Some(subject) = start.checked_sub(2).and_then(|s| self.mentions.at(s))
            && words::is_be(self.text, start - 1)
        {
            return Some(self.entity(subject.entity, subject.tokens.clone()));
        }
        let referent = self.source(start..end, number, usize::MAX).again(start..end);
        let thing = !self.text.is(at, Role::RelativeOfPerson);
        let drops = match referent.identity {
            Identity::Unnamed => thing || !self.lasts(&referent),
            Identity::Document => !thing,
            _ => false,
        };
        Some(if drops { Referent::new(Identity::Named) } else { referent })
    }
}
