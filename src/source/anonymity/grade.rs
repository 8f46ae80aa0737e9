//! How much the reader learns about a source without a name, and how many it stands for.

use super::Describer;
use crate::analysis::{Count, Grade};
use crate::attribution::Relation;
use crate::language::{NounClass, NounTrait, Role};
use crate::noun_phrase::{Phrase, Quantity, words};
use crate::source::referent::Referent;
use crate::text::{Kind, Text};

impl Describer<'_, '_> {
    /// How much the reader learns about a source from its phrase alone.
    pub fn grade(&self, phrase: &Phrase, affiliated: bool) -> Grade {
        let modifiers = (phrase.core.start..phrase.head).filter(|&at| {
            !self.text.is(at, Role::EmptyAdjective | Role::Ordinal) && self.text.tokens[at].kind == Kind::Word
        });
        let modified = modifiers.count() > 0;
        let bare = phrase.noun.is_none_or(|n| n.is(NounTrait::Bare));
        let group = phrase.noun.is_some_and(|n| {
            n.is(NounTrait::Affiliate) || matches!(n.class, NounClass::Media | NounClass::Institution)
        });
        match (bare, modified || affiliated) {
            _ if group => Grade::Group,
            (true, false) if phrase.noun.is_some() => Grade::Bare,
            // "a 14-year-old Syrian girl" is a role, "a Democratic source" an affiliation.
            (true, true) if phrase.is_a(&[NounClass::Person]) && !affiliated => Grade::Role,
            (true, true) => Grade::Group,
            (true, false) if !self.names_a_role(phrase.head) => Grade::Bare,
            _ => Grade::Role,
        }
    }

    /// Whether a head that is in no list names a role: "beekeeper", but not "some" or "one".
    fn names_a_role(&self, head: usize) -> bool {
        let tag = self.text.tag(head);
        (self.text.tokens[head].kind == Kind::Word || tag.is(Role::AgeInYears))
            && tag.function.is_none()
            && !tag.is(words::QUANTITY | Role::Anybody | Role::LoosePronoun)
    }
}

/// How many a source stands for.
pub fn count(text: &Text, relation: &Relation, referent: &Referent) -> Count {
    let Some(phrase) = &referent.phrase else {
        let they =
            relation.source.first().is_some_and(|s| text.is(s.start, Role::PluralPronoun | Role::FirstPersonPlural));
        let single = relation.source.first().is_some_and(|s| {
            text.is(s.start, Role::FirstPersonSingular | Role::MasculinePronoun | Role::FemininePronoun)
        });
        return if they || referent.plural && !single { Count::Several } else { Count::One };
    };
    let uncounted = phrase.noun.is_some_and(|noun| noun.is(NounTrait::Mass));
    match phrase.quantity {
        Some(Quantity::One) => Count::One,
        Some(_) => Count::Several,
        None if uncounted => Count::Unknown,
        None if referent.plural => Count::Several,
        None => Count::One,
    }
}
