//! Sources that are a name.

use super::Resolver;
use crate::language::{Function, NounTrait, Role};
use crate::noun_phrase::words::{self, ARTICLE, QUANTITY};
use crate::noun_phrase::{Determiner, Phrase, Quantity};
use crate::source::names::{EntityKind, Mention, is_title_case};
use crate::source::pronoun::Pronoun;
use crate::source::referent::{Referent, Who};
use crate::text::{Case, Kind};
use std::ops::Range;

/// The most words of a name that the page's names do not hold.
const LONGEST_UNKNOWN: usize = 3;

impl Resolver<'_, '_> {
    /// The head is a name.
    pub fn by_name(&self, phrase: &Phrase, range: &Range<usize>) -> Option<Referent> {
        let letters = self.text.is(phrase.head, Role::PostNominal) && phrase.core.len() > 2;
        // "Standard & Poor's" owns nothing.
        let owning = range.end.checked_sub(1).filter(|&last| words::is_possessive(self.text, last));
        let last = owning.unwrap_or(phrase.head - usize::from(letters));
        // "Most Whigs", "42 percent of Danes".
        let is_share = phrase.quantity == Some(Quantity::Many);
        let named = self.mentions.at(last).filter(|mention| !is_share && !self.is_kind_of_thing(phrase, mention));
        if let Some(mention) = named {
            let is_person = self.mentions.is_person(mention.entity);
            let holder = self.holder_of_office(mention.tokens.end, range).filter(|_| !is_person);
            let mention = holder.unwrap_or(mention);
            return Some(self.entity(mention.entity, mention.tokens.clone()));
        }
        let token = self.text.tokens.get(phrase.head)?;
        if self.is_party(phrase) {
            return Some(Referent { plural: true, ..Referent::of(Who::Words(phrase.core.clone())) });
        }
        let alone = phrase.core.len() <= LONGEST_UNKNOWN
            && phrase.core.clone().all(|at| self.text.tokens[at].case != Case::Lower);
        let name = token.kind == Kind::Word
            && token.case != Case::Lower
            && phrase.noun.is_none()
            && alone
            && !matches!(phrase.determiner, Determiner::Indefinite)
            && phrase.quantity.is_none()
            && Pronoun::read(self.text, phrase).is_none()
            && !self.text.is(phrase.head, QUANTITY)
            && !self.text.is(phrase.head, Role::SentenceOpener | Role::Day | Role::Month | Role::Anybody)
            && self.text.tag(phrase.head).function.is_none()
            && !(phrase.core.len() == 1 && phrase.plural && self.opens_sentence(phrase.head))
            && !self.is_people(phrase.head)
            && (self.text.tag(phrase.core.start).name.given.is_some()
                || !is_title_case(self.text, &self.text.blocks[token.block]));
        if let Some(holder) = self.holder_of_office(phrase.head + 1, range).filter(|_| name) {
            return Some(self.entity(holder.entity, holder.tokens.clone()));
        }
        (name && phrase.head < range.end)
            .then(|| Referent { personal: true, ..Referent::of(Who::Words(phrase.core.clone())) })
    }

    /// "A super PAC", "an MRI": letters that stand for a noun.
    fn is_kind_of_thing(&self, phrase: &Phrase, mention: &Mention) -> bool {
        let one_of_many = phrase.is_indefinite();
        let whole = mention.tokens.len() == 1 && !self.text.is_mark(mention.tokens.end, &["/"]);
        one_of_many && whole && self.text.tokens[mention.tokens.start].case == Case::Upper
    }

    /// "Bank of England governor Ann Ek", "Lord of the Rings director Ann Ek": the person whose title opens with another name,
    /// which ends before `other`.
    fn holder_of_office(&self, other: usize, range: &Range<usize>) -> Option<&Mention> {
        let person = self.mentions.within(&(other..range.end)).last()?;
        let is_whole = person.tokens.end == range.end && self.mentions.is_person(person.entity);
        let belongs = |at: usize| {
            let article = self.text.is(at, ARTICLE) && self.text.function(at - 1) != Some(Function::Preposition);
            self.text.tokens[at].kind == Kind::Word && !article && !self.text.is(at, Role::Coordinator)
        };
        let joined = (other..person.tokens.start).all(belongs);
        (is_whole && joined && person.titled < person.tokens.start).then_some(person)
    }

    /// "The Conservatives": a party speaks.
    fn is_party(&self, phrase: &Phrase) -> bool {
        phrase.determiner == Determiner::Definite
            && phrase.quantity.is_none()
            && phrase.plural
            && phrase.noun.is_some_and(|noun| noun.is(NounTrait::Party))
            && phrase.core.clone().all(|at| self.text.has_capital(at))
    }

    /// Whether a capital may be owed to the place.
    fn opens_sentence(&self, at: usize) -> bool {
        self.text.tokens[at].case == Case::Capital && self.text.opens_sentence(at)
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
}
