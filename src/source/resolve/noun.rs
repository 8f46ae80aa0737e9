//! Sources that nothing on the page names: an earlier source with the same noun, or what follows from the noun alone.

use super::{RECENT, Resolver};
use crate::analysis::Identity;
use crate::language::{Gender, Noun, NounClass, NounTrait, Role};
use crate::noun_phrase::{Determiner, Phrase};
use crate::source::identity;
use crate::source::referent::Referent;
use std::ops::Range;

impl Resolver<'_, '_> {
    /// An earlier source with the same noun, or what follows from the noun alone.
    pub fn by_noun(&self, phrase: &Phrase, range: &Range<usize>, number: usize) -> Referent {
        let definite = matches!(phrase.determiner, Determiner::Definite) && phrase.quantity.is_none();
        if let Some(noun) = phrase.noun
            && definite
            && phrase.described().len() == 1
            && let Some((_, before)) = self.repeated(noun.singular, range.start)
            && before.plural == phrase.plural
        {
            return before;
        }
        if let Some(protagonist) = self.introduced_later(phrase) {
            return protagonist;
        }
        let identity = if self.headlined(phrase) {
            Identity::Named
        } else {
            identity::of_phrase(self.text, phrase, self.relations[number].attitude)
        };
        let personal = !phrase.plural
            && identity != Identity::Document
            && !phrase.is_a(&[NounClass::Document, NounClass::Institution, NounClass::Media, NounClass::Void]);
        Referent { personal, ..Referent::new(identity) }
    }

    /// The last source before that was headed by the same noun.
    pub fn repeated(&self, noun: &str, before: usize) -> Option<(usize, Referent)> {
        self.by_noun.get(noun)?.iter().rev().take(RECENT).find_map(|&n| {
            let referent = self.referents.get(n)?.as_ref()?;
            let source = self.relations[n].source.first()?;
            (source.start < before).then(|| (source.start, referent.again(source.clone())))
        })
    }

    /// Headlines drop articles and describe somebody whom the text below names: "Ex-doctor of senator says".
    fn headlined(&self, phrase: &Phrase) -> bool {
        let headline =
            self.text.tokens.get(phrase.head).is_some_and(|t| t.block == 0 || self.text.blocks[t.block].headline);
        let described = phrase.determiner == Determiner::None && phrase.quantity.is_none() && !phrase.plural;
        let person = phrase.is_a(&[NounClass::Person, NounClass::Politician])
            || phrase.possessor.is_some()
                && phrase.is_a(&[NounClass::Insider, NounClass::Spokesperson, NounClass::Expert]);
        let somebody = phrase.noun.is_some_and(|noun| noun.is(NounTrait::Bare) && phrase.described().len() == 1);
        headline && described && person && !somebody
    }

    /// "A Leeds man admitted …", and a paragraph later "Tom Reed, 34".
    fn introduced_later(&self, phrase: &Phrase) -> Option<Referent> {
        let entity = self.mentions.entities.get(self.protagonist?)?;
        let first = self.mentions.first(self.protagonist?)?;
        let gender = phrase.noun.and_then(gender_of_noun);
        let person = phrase.is_a(&[NounClass::Person]) || self.text.is(phrase.head, Role::AgeInYears);
        let fits = phrase.determiner == Determiner::Indefinite
            && phrase.quantity.is_none()
            && person
            && !phrase.plural
            && phrase.head < first.tokens.start
            && (gender.is_none() || entity.gender.is_none() || entity.gender == gender);
        fits.then(|| self.entity(first.entity, first.tokens.clone()))
    }
}

/// The gender that a noun implies: "mother".
pub fn gender_of_noun(noun: Noun) -> Option<Gender> {
    if noun.is(NounTrait::Male) {
        Some(Gender::Male)
    } else if noun.is(NounTrait::Female) {
        Some(Gender::Female)
    } else {
        None
    }
}
