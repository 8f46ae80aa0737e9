//! Named, unnamed, vague, document or unspecified: what the head noun and what stands around it decide.
//!
//! Only phrases without a name of their own come here; [`super::resolve`] has looked for names first. The rules are the
//! rows of [`table`]; here is what they ask.

mod table;

use crate::analysis::{Attitude, Identity};
use crate::language::{Function, Noun, NounTrait, Role};
use crate::noun_phrase::{Phrase, Quantity};
use crate::text::Text;
use enumset::{EnumSet, EnumSetType};
use table::{LISTED, Number, Row, UNLISTED};

/// What rows ask beside class, number, determiner and quantity.
#[derive(Debug, EnumSetType)]
enum Fact {
    // Of the noun: see [`NounTrait`].
    AlsoPerson,
    Author,
    Collective,
    General,
    Judge,
    Member,
    Outlet,
    PrivateBody,
    PublicBody,

    // Of what stands around it.
    /// What follows the noun speaks of inside knowledge or closeness, so real people are meant.
    Knows,
    /// It does not.
    Outside,
    /// No place narrows it: "newspapers", but not "local newspapers".
    Anywhere,
    /// The adjective of a nation stands before the noun, in a language whose nouns for what is told need an owner.
    OfNation,
    /// Modifiers stand before the noun.
    Described,
    /// "every", "any" or "no" stands before it.
    EachOrNone,
    /// The word before is for those who work somewhere: "crew member".
    OfWorkforce,

    // Of a head that no list has.
    /// Nothing but an adjective of a nation.
    DemonymAlone,
    /// A number that stands for what it counts: "the two".
    CountAlone,
    /// A word for nobody in particular.
    Nobody,
    /// A noun for people by its ending, or by a word before it: "beekeeper", "former deckhand".
    PersonByForm,
    /// It has no such ending.
    Thing,
    /// It has none, in a language where it may be an agency or a firm as well: its list of nouns is short.
    MayBeBody,

    // Of the cue.
    Belief,
    Statement,
    /// The attitude is statement or belief.
    NoEvidence,
}

/// The identity of a phrase that no name on the page explains.
pub fn of_phrase(text: &Text, phrase: &Phrase, attitude: Attitude) -> Identity {
    deciding_row(text, phrase, attitude).map_or(Identity::Document, |row| row.identity)
}

/// The first row of the table that fits.
fn deciding_row(text: &Text, phrase: &Phrase, attitude: Attitude) -> Option<&'static Row> {
    let facts = of_cue(attitude) | around(text, phrase) | phrase.noun.map_or_else(|| of_head(text, phrase), of_noun);
    let plural = phrase.plural && phrase.quantity != Some(Quantity::One);
    let number = if plural { Number::Plural } else { Number::Singular };
    let table = if phrase.noun.is_some() { LISTED } else { UNLISTED };
    table.iter().find(|row| {
        (row.classes.is_empty() || phrase.is_a(row.classes))
            && row.number.is_none_or(|asked| asked == number)
            && row.determiner.is_none_or(|asked| asked == phrase.determiner)
            && (row.quantities.is_empty() || row.quantities.contains(&phrase.quantity))
            && row.also.iter().all(|fact| facts.contains(*fact))
    })
}

fn of_cue(attitude: Attitude) -> EnumSet<Fact> {
    match attitude {
        Attitude::Belief => Fact::Belief | Fact::NoEvidence,
        Attitude::Statement => Fact::Statement | Fact::NoEvidence,
        Attitude::Evidence => EnumSet::empty(),
    }
}

fn of_noun(noun: Noun) -> EnumSet<Fact> {
    let fact = |noun_trait: NounTrait| match noun_trait {
        NounTrait::AlsoPerson => Some(Fact::AlsoPerson),
        NounTrait::Author => Some(Fact::Author),
        NounTrait::Collective => Some(Fact::Collective),
        NounTrait::General => Some(Fact::General),
        NounTrait::Judge => Some(Fact::Judge),
        NounTrait::Member => Some(Fact::Member),
        NounTrait::Outlet => Some(Fact::Outlet),
        NounTrait::PrivateBody => Some(Fact::PrivateBody),
        NounTrait::PublicBody => Some(Fact::PublicBody),
        _ => None,
    };
    noun.traits.iter().filter_map(fact).collect()
}

/// Whether what follows the noun speaks of inside knowledge or closeness: "close to the talks", "who was briefed on them".
pub fn knows(text: &Text, phrase: &Phrase) -> bool {
    let leads = |&at: &usize| {
        text.is(at, Role::RelativeOfPerson | Role::RelativeOfThing)
            || matches!(text.function(at), Some(Function::Auxiliary | Function::Adverb))
    };
    let told = phrase.rest.clone().find(|at| !leads(at));
    told.is_some_and(|at| phrase.tells_how_they_know_at(text, at))
}

fn around(text: &Text, phrase: &Phrase) -> EnumSet<Fact> {
    let is_place = |at: usize| {
        let name = text.tag(at).name;
        name.is_demonym || name.is_place || text.is(at, Role::Local)
    };
    let mut facts = EnumSet::only(if knows(text, phrase) { Fact::Knows } else { Fact::Outside });
    if !(phrase.core.start..phrase.head).any(is_place) {
        facts |= Fact::Anywhere;
    }
    let of_nation = || {
        let first_part = text.norm(phrase.head).split_once('-').map_or("", |(first, _)| first);
        (phrase.core.start..phrase.head).any(|at| text.tag(at).name.is_demonym)
            || text.language.tag(first_part).name.is_demonym
    };
    if text.language.grammar.capitalises_nouns() && of_nation() {
        facts |= Fact::OfNation;
    }
    if phrase.described().len() > 1 {
        facts |= Fact::Described;
    }
    if text.is(phrase.core.start.wrapping_sub(1), Role::Distributive) {
        facts |= Fact::EachOrNone;
    }
    if text.is(phrase.head.wrapping_sub(1), Role::Workforce) {
        facts |= Fact::OfWorkforce;
    }
    facts
}

fn of_head(text: &Text, phrase: &Phrase) -> EnumSet<Fact> {
    let head = text.tag(phrase.head);
    let person = head.is(Role::PersonEnding | Role::AgeInYears) || phrase.is_former(text);
    let mut facts = EnumSet::only(if person { Fact::PersonByForm } else { Fact::Thing });
    if !person && text.language.grammar.capitalises_nouns() {
        facts |= Fact::MayBeBody;
    }
    if phrase.core.len() == 1 && head.name.is_demonym {
        facts |= Fact::DemonymAlone;
    }
    if head.is(Role::QuantityFew) {
        facts |= Fact::CountAlone;
    }
    if head.is(Role::Anybody | Role::SentenceOpener) {
        facts |= Fact::Nobody;
    }
    facts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;
    use crate::noun_phrase::Phrases;
    use crate::text::Document;

    #[test]
    fn every_row_decides_its_example() {
        let (english, german) = (Language::english(), Language::german());
        let last = UNLISTED.last().expect("a row that fits all");
        let mut wrong = Vec::new();
        for row in LISTED.iter().chain(UNLISTED) {
            let language = if row.also.iter().any(|fact| matches!(fact, Fact::MayBeBody | Fact::OfNation)) {
                &german
            } else {
                &english
            };
            let text = Text::read(&Document::new(row.example, "\n"), language);
            let phrase = Phrases::new(&text).read(0..text.tokens.len());
            let attitude = match row {
                _ if row.also.contains(&Fact::Belief) => Attitude::Belief,
                _ if std::ptr::eq(row, last) => Attitude::Evidence,
                _ => Attitude::Statement,
            };
            let decided = deciding_row(&text, &phrase, attitude).map(|row| row.example);
            if decided != Some(row.example) {
                wrong.push(format!("{}: decided by the row of {}", row.example, decided.unwrap_or_default()));
            }
        }
        assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
    }
}
