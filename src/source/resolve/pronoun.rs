//! Pronouns: who "he", "they", "it", "who" and "I" refer to.
//!
//! Outside quotation marks, a pronoun refers to the last speaker before it, else to the subject of the nearest sentence.
//! Inside somebody's words, it refers to the subject of its own sentence, else to the outer speaker. "I" is always the
//! outer speaker.

use super::Resolver;
use crate::analysis::{Identity, Quoting};
use crate::language::{Gender, NounClass, Role};
use crate::noun_phrase::words;
use crate::source::names::EntityKind;
use crate::source::pronoun::Pronoun;
use crate::source::referent::{Referent, Who};
use crate::text::Kind;

/// How many tokens before a relative pronoun its noun phrase may be opened.
const OPENING_DISTANCE: usize = 8;

/// How many words of a noun phrase before a relative pronoun are read where nothing opens it.
const BARE_PHRASE: usize = 4;

impl Resolver<'_, '_> {
    /// Whom a pronoun at a token means, as the source of a relation.
    pub fn by_pronoun(&mut self, pronoun: Pronoun, at: usize, number: usize) -> Referent {
        let found = match pronoun {
            Pronoun::First => self.outer(number).or_else(|| {
                let quoted = self.text.tokens.get(at)?.quotation.is_some();
                quoted.then(|| self.last_speaker(at, |_| true)).flatten()
            }),
            Pronoun::Third(gender) => self.third(gender, at, number),
            Pronoun::They => self.they(at, number),
            Pronoun::It => self.it(at),
            Pronoun::Relative => self.relative(at, number),
            Pronoun::Loose => return Referent::new(Identity::Vague),
        };
        let personal = !matches!(pronoun, Pronoun::It | Pronoun::Relative);
        let possible = |r: &Referent| !personal || !matches!(r.identity, Identity::Document | Identity::Unspecified);
        found.filter(possible).unwrap_or_else(|| Referent { personal: true, ..Referent::new(Identity::Named) })
    }

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
    pub fn lasts(&self, referent: &Referent) -> bool {
        referent.phrase.as_ref().is_some_and(|p| p.is_a(&[NounClass::Insider, NounClass::Spokesperson]))
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
        let start = words::last_opened(self.text, first.max(end.saturating_sub(OPENING_DISTANCE))..end);
        let start = start.or_else(|| {
            (first..end).rev().take(BARE_PHRASE).take_while(|&t| self.text.tokens[t].kind == Kind::Word).last()
        })?;
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
