//! Kinds of pronouns, as known from the word alone.

use crate::language::{Gender, Role};
use crate::noun_phrase::{Determiner, Phrase};
use crate::text::Text;
use enumset::EnumSet;

/// What a pronoun can refer to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pronoun {
    /// The speaker: I, we.
    First,
    /// Somebody else: he, she.
    Third(Option<Gender>),
    /// Several people, or one of unknown gender.
    They,
    /// A body or a thing.
    It,
    /// The noun before it.
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
        if let Some(gender) = gender(text, at) {
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

/// The gender of a pronoun in the singular.
pub fn gender(text: &Text, at: usize) -> Option<Gender> {
    if text.is(at, Role::FemininePronoun) {
        Some(Gender::Female)
    } else if text.is(at, Role::MasculinePronoun) {
        Some(Gender::Male)
    } else {
        None
    }
}
