//! Named, unnamed, vague, document or unspecified: what the head noun and what stands around it decide.
//!
//! Only phrases without a name of their own come here; [`super::resolve`] has looked for names first.

use super::function_word::OPENERS;
use super::phrase::{Determiner, Phrase, Quantity};
use crate::analysis::{Attitude, Identity};
use crate::language::{NounClass, PatternKind};
use crate::text::Text;

/// Plural bodies of the state: who they are is known although no name stands there.
const PUBLIC_BODIES: [&str; 9] =
    ["authority", "prosecutor", "investigator", "regulator", "force", "police", "guard", "government", "court"];

/// Bodies of which there are too many for "a company" to tell which.
const PRIVATE_BODIES: [&str; 20] = [
    "company",
    "firm",
    "group",
    "organization",
    "organisation",
    "charity",
    "nonprofit",
    "non-profit",
    "union",
    "bank",
    "airline",
    "team",
    "campaign",
    "club",
    "association",
    "manufacturer",
    "startup",
    "start-up",
    "school",
    "hospital",
];

/// Nouns that make several outlets.
const OUTLETS: [&str; 11] = [
    "network",
    "outlet",
    "channel",
    "newspaper",
    "broadcaster",
    "tabloid",
    "website",
    "site",
    "magazine",
    "paper",
    "publication",
];

/// Words for nobody in particular.
const ANYBODY: [&str; 33] = [
    "another",
    "neither",
    "either",
    "her",
    "their",
    "everyone",
    "everybody",
    "anyone",
    "anybody",
    "nobody",
    "no-one",
    "none",
    "some",
    "many",
    "most",
    "few",
    "others",
    "other",
    "all",
    "those",
    "several",
    "people",
    "you",
    "one",
    "more",
    "any",
    "each",
    "percent",
    "half",
    "majority",
    "public",
    "world",
    "both",
];

/// The identity of a phrase that no name on the page explains.
pub fn of_phrase(text: &Text, phrase: &Phrase, attitude: Attitude) -> Identity {
    let plural = phrase.plural && phrase.quantity != Some(Quantity::One);
    let head = text.norm(phrase.head);
    let insider = knows_something(text, phrase);
    let quantified = matches!(phrase.quantity, Some(Quantity::Few | Quantity::Some | Quantity::One));
    let listed = matches!(phrase.quantity, Some(Quantity::Few | Quantity::One));
    let Some(noun) = phrase.noun else {
        if phrase.determiner == Determiner::None && phrase.core.len() == 1 && text.tag(phrase.head).name.is_demonym {
            // "Ukrainian defences": the country's.
            return Identity::Named;
        }
        return of_unknown(head, insider, phrase, attitude);
    };
    let each = text.is_word(phrase.core.start.wrapping_sub(1), &["every", "each", "any", "no"]);
    let unless = |vague: bool| if vague && !insider { Identity::Vague } else { Identity::Unnamed };
    match noun.class {
        NounClass::Insider | NounClass::Spokesperson => Identity::Unnamed,
        NounClass::Void => Identity::Unspecified,
        // "government figures say", but "the figures show".
        NounClass::Document if noun.singular == "figure" && attitude != Attitude::Evidence => Identity::Unnamed,
        NounClass::Document => Identity::Document,
        NounClass::Media => unless(!quantified && !placed(text, phrase)),
        NounClass::Institution if !plural && phrase.determiner == Determiner::Indefinite && !insider => {
            if OUTLETS.contains(&noun.singular) {
                Identity::Unnamed
            } else if PRIVATE_BODIES.contains(&noun.singular) {
                Identity::Vague
            } else {
                Identity::Named
            }
        }
        NounClass::Institution if !plural || PUBLIC_BODIES.contains(&noun.singular) => Identity::Named,
        NounClass::Institution if OUTLETS.contains(&noun.singular) => unless(!quantified && !placed(text, phrase)),
        NounClass::Institution => Identity::Vague,
        _ if each => Identity::Vague,
        // A judge speaks as the court does.
        NounClass::Office if !plural && matches!(noun.singular, "judge" | "magistrate") => Identity::Named,
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
            if head == "people" {
                Identity::Unnamed
            } else {
                Identity::Named
            }
        }
        // The authors of a study bear its names.
        NounClass::Office
            if phrase.determiner == Determiner::Definite && matches!(noun.singular, "author" | "co-author") =>
        {
            Identity::Named
        }
        NounClass::Office | NounClass::Politician => unless(!quantified),
        NounClass::Person
            if noun.singular == "member"
                && text.is_word(phrase.head.wrapping_sub(1), &["staff", "cast", "crew", "team", "board"]) =>
        {
            Identity::Unnamed
        }
        NounClass::Person if plural => {
            let several = text.is_word(phrase.core.start.wrapping_sub(1), &["several", "multiple"]);
            let listed = listed || several;
            let met = phrase.determiner == Determiner::Definite && attitude == Attitude::Statement || quantified;
            unless(!listed && (!met || head == "people"))
        }
        NounClass::Crowd if !is_person_like(noun.singular) => Identity::Vague,
        NounClass::Crowd if !plural && phrase.determiner == Determiner::None => Identity::Vague,
        NounClass::Expert | NounClass::Crowd if plural => unless(!listed),
        NounClass::Person | NounClass::Expert | NounClass::Crowd => unless(phrase.quantity == Some(Quantity::Many)),
    }
}

/// Whether what follows the noun tells of inside knowledge or nearness: then real people stand behind it.
fn knows_something(text: &Text, phrase: &Phrase) -> bool {
    let start = phrase.rest.start;
    let end = phrase.rest.end;
    let open = text.is_word(start, &["who", "that", "whose", "which"]);
    !open
        && (text.pattern(PatternKind::Basis, start, end).is_some()
            || text.is_word(start, &["close", "closest", "near"]) && text.is_word(start + 1, &["to"]))
}

fn of_unknown(head: &str, insider: bool, phrase: &Phrase, attitude: Attitude) -> Identity {
    if insider {
        Identity::Unnamed
    } else if phrase.determiner == Determiner::Definite
        && matches!(head, "two" | "three" | "four" | "pair" | "duo" | "trio")
    {
        Identity::Named
    } else if ANYBODY.contains(&head) || OPENERS.contains(&head) || phrase.quantity == Some(Quantity::Many) {
        Identity::Vague
    } else if attitude == Attitude::Belief && !names_a_person(head) {
        // Only people and their bodies hold beliefs: "the harbour expects".
        if phrase.plural { Identity::Vague } else { Identity::Named }
    } else if attitude != Attitude::Evidence && names_a_person(head) {
        let known = phrase.plural && !matches!(phrase.quantity, Some(Quantity::Few | Quantity::One));
        if known { Identity::Vague } else { Identity::Unnamed }
    } else {
        Identity::Document
    }
}

/// Whether a word stands for nobody in particular.
pub fn is_anybody(norm: &str) -> bool {
    ANYBODY.contains(&norm)
}

/// Whether the ending of a noun that no list holds is one of people: "beekeeper", "14-year-old".
pub fn names_a_person(head: &str) -> bool {
    const ENDINGS: [&str; 13] =
        ["er", "or", "ist", "ian", "man", "woman", "ee", "ers", "ors", "ists", "ians", "men", "women"];
    head.ends_with("-old")
        || head.ends_with("-olds")
        || ENDINGS.iter().any(|e| head.len() > e.len() + 2 && head.ends_with(e))
}

/// Whether a noun of a collective also means one member of it: "a resident", but not "the public".
fn is_person_like(singular: &str) -> bool {
    !matches!(
        singular,
        "country"
            | "nation"
            | "company"
            | "corporation"
            | "labor"
            | "labour"
            | "everyone"
            | "everybody"
            | "anyone"
            | "anybody"
            | "nobody"
            | "folk"
            | "crowd"
            | "public"
            | "population"
            | "audience"
            | "community"
            | "generation"
            | "base"
            | "electorate"
            | "establishment"
            | "elite"
            | "world"
            | "majority"
            | "minority"
            | "half"
            | "third"
            | "quarter"
            | "percent"
            | "faction"
            | "camp"
            | "side"
            | "wing"
            | "movement"
            | "market"
            | "business"
            | "family"
    )
}

/// Whether the outlets are narrowed to a place: "Ukrainian media", "local newspapers".
fn placed(text: &Text, phrase: &Phrase) -> bool {
    (phrase.core.start..phrase.head).any(|at| {
        let name = text.tag(at).name;
        name.is_demonym || name.is_place || text.is_word(at, &["local"])
    })
}
