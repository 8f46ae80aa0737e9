//! Named, unnamed, vague, document or unspecified: what the head noun and what stands around it decide.
//!
//! Only phrases without a name of their own come here; [`super::resolve`] has looked for names first.

use crate::analysis::{Attitude, Identity};
use crate::language::{NounClass, NounTrait, PatternKind, Role};
use crate::noun_phrase::{Determiner, Phrase, Quantity};
use crate::text::Text;

/// The identity of a phrase that no name on the page explains.
pub fn of_phrase(text: &Text, phrase: &Phrase, attitude: Attitude) -> Identity {
    let plural = phrase.plural && phrase.quantity != Some(Quantity::One);
    let insider = knows_something(text, phrase);
    let quantified =
        matches!(phrase.quantity, Some(Quantity::Few | Quantity::Several | Quantity::Some | Quantity::One));
    let listed = matches!(phrase.quantity, Some(Quantity::Few | Quantity::One));
    let Some(noun) = phrase.noun else {
        if phrase.determiner == Determiner::None && phrase.core.len() == 1 && text.tag(phrase.head).name.is_demonym {
            // "Ukrainian defences": the country's.
            return Identity::Named;
        }
        return of_unknown(text, insider, phrase, attitude);
    };
    let each = text.is(phrase.core.start.wrapping_sub(1), Role::Distributive);
    let unless = |vague: bool| if vague && !insider { Identity::Vague } else { Identity::Unnamed };
    match noun.class {
        NounClass::Insider | NounClass::Spokesperson => Identity::Unnamed,
        NounClass::Void => Identity::Unspecified,
        // "government figures say", but "the figures show".
        NounClass::Document if noun.is(NounTrait::AlsoPerson) && attitude != Attitude::Evidence => Identity::Unnamed,
        NounClass::Document => Identity::Document,
        NounClass::Media => unless(!quantified && !placed(text, phrase)),
        NounClass::Institution if !plural && phrase.determiner == Determiner::Indefinite && !insider => {
            if noun.is(NounTrait::Outlet) {
                Identity::Unnamed
            } else if noun.is(NounTrait::PrivateBody) {
                Identity::Vague
            } else {
                Identity::Named
            }
        }
        NounClass::Institution if !plural || noun.is(NounTrait::PublicBody) => Identity::Named,
        NounClass::Institution if noun.is(NounTrait::Outlet) => unless(!quantified && !placed(text, phrase)),
        NounClass::Institution => Identity::Vague,
        _ if each => Identity::Vague,
        // A judge speaks as the court does.
        NounClass::Office if !plural && noun.is(NounTrait::Judge) => Identity::Named,
        NounClass::Office | NounClass::Politician if !plural => match phrase.determiner {
            Determiner::Indefinite => Identity::Unnamed,
            _ if phrase.quantity.is_some() => Identity::Unnamed,
            _ => Identity::Named,
        },
        // "the former first lady": what is described and not introduced has been named.
        NounClass::Person | NounClass::Expert | NounClass::Crowd
            if !plural && phrase.determiner == Determiner::Definite && phrase.described().len() > 1 && !insider =>
        {
            Identity::Named
        }
        // "the two men": the reader has met them.
        NounClass::Person | NounClass::Office | NounClass::Politician
            if plural
                && phrase.determiner == Determiner::Definite
                && phrase.quantity == Some(Quantity::Few)
                && !insider =>
        {
            if noun.is(NounTrait::General) {
                Identity::Unnamed
            } else {
                Identity::Named
            }
        }
        // The authors of a study bear its names.
        NounClass::Office if phrase.determiner == Determiner::Definite && noun.is(NounTrait::Author) => Identity::Named,
        NounClass::Office | NounClass::Politician => unless(!quantified),
        NounClass::Person if noun.is(NounTrait::Member) && text.is(phrase.head.wrapping_sub(1), Role::Workforce) => {
            Identity::Unnamed
        }
        NounClass::Person if plural => {
            let listed = listed || phrase.quantity == Some(Quantity::Several);
            let met = phrase.determiner == Determiner::Definite && attitude == Attitude::Statement || quantified;
            unless(!listed && (!met || noun.is(NounTrait::General)))
        }
        NounClass::Crowd if noun.is(NounTrait::Collective) => Identity::Vague,
        NounClass::Crowd if !plural && phrase.determiner == Determiner::None => Identity::Vague,
        NounClass::Expert | NounClass::Crowd if plural => unless(!listed),
        NounClass::Person | NounClass::Expert | NounClass::Crowd => unless(phrase.quantity == Some(Quantity::Many)),
    }
}

/// Whether what follows the noun tells of inside knowledge or nearness: then real people stand behind it.
fn knows_something(text: &Text, phrase: &Phrase) -> bool {
    let start = phrase.rest.start;
    let end = phrase.rest.end;
    let open = text.is(start, Role::RelativeOfPerson | Role::RelativeOfThing);
    !open
        && (text.pattern(PatternKind::Basis, start, end).is_some()
            || text.pattern(PatternKind::Nearness, start, end).is_some())
}

fn of_unknown(text: &Text, insider: bool, phrase: &Phrase, attitude: Attitude) -> Identity {
    if insider {
        Identity::Unnamed
    } else if phrase.determiner == Determiner::Definite && text.is(phrase.head, Role::QuantityFew) {
        Identity::Named
    } else if text.is(phrase.head, Role::Anybody | Role::SentenceOpener) || phrase.quantity == Some(Quantity::Many) {
        Identity::Vague
    } else if attitude == Attitude::Belief && !names_a_person(text, phrase.head) {
        // Only people and their bodies hold beliefs: "the harbour expects".
        if phrase.plural { Identity::Vague } else { Identity::Named }
    } else if attitude != Attitude::Evidence && names_a_person(text, phrase.head) {
        let known = phrase.plural && !matches!(phrase.quantity, Some(Quantity::Few | Quantity::One));
        if known { Identity::Vague } else { Identity::Unnamed }
    } else {
        Identity::Document
    }
}

/// Whether a noun that no list holds stands for people: "beekeeper", "14-year-old".
fn names_a_person(text: &Text, head: usize) -> bool {
    text.is(head, Role::PersonEnding | Role::AgeInYears)
}

/// Whether the outlets are narrowed to a place: "Ukrainian media", "local newspapers".
fn placed(text: &Text, phrase: &Phrase) -> bool {
    (phrase.core.start..phrase.head).any(|at| {
        let name = text.tag(at).name;
        name.is_demonym || name.is_place || text.is(at, Role::Local)
    })
}
