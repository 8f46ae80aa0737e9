//! What single words do in a noun phrase: the questions that finding a phrase and reading it have in common.

use crate::language::{Function, Role, VerbForm};
use crate::text::{Case, Kind, Text};
use enumset::{EnumSet, enum_set};
use std::ops::Range;

/// Words that state how many.
pub const QUANTITY: EnumSet<Role> =
    enum_set!(Role::QuantityOne | Role::QuantityFew | Role::QuantitySeveral | Role::QuantitySome | Role::QuantityMany);

/// "a" and "the".
pub const ARTICLE: EnumSet<Role> = enum_set!(Role::DefiniteArticle | Role::IndefiniteArticle);

/// Whether a token is a word or a number rather than a mark.
pub fn is_word(text: &Text, at: usize) -> bool {
    text.tokens.get(at).is_some_and(|token| matches!(token.kind, Kind::Word | Kind::Number))
}

/// A word with a capital letter that is of no closed class.
pub fn is_name(text: &Text, at: usize) -> bool {
    is_word(text, at) && text.tokens[at].case != Case::Lower && text.function(at).is_none()
}

/// Whether a token is the clitic of a possessor: "the mayor|’s aide".
pub fn is_possessive(text: &Text, at: usize) -> bool {
    text.function(at) == Some(Function::Possessive)
}

/// Whether a word is a form of "be", the short one included: "she|’s".
pub fn is_be(text: &Text, at: usize) -> bool {
    text.is(at, Role::Be) && !is_possessive(text, at)
}

/// Whether a word opens a noun phrase: an article, a demonstrative, a possessive determiner or a quantity.
pub fn opens_phrase(text: &Text, at: usize) -> bool {
    text.is(at, ARTICLE | QUANTITY | Role::Demonstrative | Role::PossessiveDeterminer)
}

/// The start of the nearest opened phrase in a range, read from the range's end: of "saw the three men", "the".
pub fn last_opened(text: &Text, within: Range<usize>) -> Option<usize> {
    let nearest = within.clone().rev().find(|&at| opens_phrase(text, at))?;
    (within.start..=nearest).rev().take_while(|&at| opens_phrase(text, at)).last()
}

/// A form that cannot be read as anything but a verb with a tense.
pub fn is_finite(text: &Text, at: usize) -> bool {
    if matches!(text.function(at), Some(Function::Auxiliary | Function::Modal)) {
        return !text.is(at, Role::NonFinite);
    }
    if text.function(at) == Some(Function::PastVerb) {
        return true;
    }
    let Some(verb) = text.tag(at).verb.filter(|verb| verb.form == VerbForm::Past) else { return false };
    let subject_before = at > 0 && text.function(at - 1) == Some(Function::Pronoun);
    subject_before || verb.complements.clause && !verb.complements.hearer
}

/// Whether a word can neither start nor end a noun phrase.
pub fn stays_outside(text: &Text, at: usize) -> bool {
    use Function::{Auxiliary, Conjunction, Modal, Negation, Preposition, Subordinator, WhWord};
    let function = text.function(at);
    matches!(function, Some(Auxiliary | Conjunction | Modal | Negation | Preposition | Subordinator | WhWord))
}

/// How many tokens after its preposition a medium may stand.
const MEDIUM_PHRASE: usize = 6;

/// "in a statement", "on Tuesday", "to reporters": how, when and to whom it was said, not who said it.
pub fn opens_circumstance(text: &Text, at: usize) -> bool {
    let phrase = at + 1..(at + MEDIUM_PHRASE).min(text.tokens.len());
    text.is(at, Role::OutsidePreposition)
        || text.is(at, Role::CircumstancePreposition)
            && phrase.into_iter().any(|word| text.is(word, Role::Medium | Role::Day))
}
