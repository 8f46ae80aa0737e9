//! Capitals in a language that gives one to every noun: which of them are names.
//!
//! Later stages take a capital for a name. Here the capital of a noun that is none is taken back ([`Case::Lower`]): what a
//! list knows as a noun, by its end where it is a compound, or what ends as nouns do. A list of names, a given name or a title
//! in front make it one all the same, and so does that anywhere on the page.

use super::Text;
use super::token::{Case, Kind};
use crate::language::{Function, NounClass, Role};
use rustc_hash::FxHashSet;

/// Takes back the capitals of common nouns.
pub(super) fn read(text: &mut Text) {
    if !text.language.grammar.capitalises_nouns() {
        return;
    }
    let family: FxHashSet<Box<str>> =
        (1..text.tokens.len()).filter(|&at| follows_given_name(text, at)).map(|at| text.norm(at).into()).collect();
    let is_family = |at: usize| {
        let norm = text.norm(at);
        family.contains(norm) || family.contains(text.language.grammar.without_genitive(norm))
    };
    let is_called = |at: usize| follows_capital_adjective(text, at) && !is_family(at - 1);
    let is_name = |at: usize| is_family(at) || is_called(at) || at + 1 < text.tokens.len() && is_called(at + 1);
    let common: Vec<usize> = (0..text.tokens.len()).filter(|&at| is_common(text, at) && !is_name(at)).collect();
    for at in common {
        text.tokens[at].case = Case::Lower;
    }
}

/// "Olaf Scholz", "Herr Koch": a capital behind a given name or a form of address.
fn follows_given_name(text: &Text, at: usize) -> bool {
    let (before, here) = (&text.tokens[at - 1], &text.tokens[at]);
    let name = text.tag(at - 1).name;
    let introduces = name.given.is_some()
        || name.is_title && text.tag(at - 1).noun.is_none()
        || is_person(text, at - 1)
        || is_label(text, at - 1);
    introduces
        && before.sentence == here.sentence
        && before.case != Case::Lower
        && here.kind == Kind::Word
        && matches!(here.case, Case::Capital | Case::Mixed)
        && text.tag(at).function.is_none()
        && !text.tag(at).is(Role::NounEnding)
}

/// "die Deutsche Bahn", "das Weiße Haus", "des Statistischen Landesamtes": an adjective has a capital inside a sentence where it
/// belongs to a name; those of towns always have one, and make a name of a body ("die Berliner Polizei").
fn follows_capital_adjective(text: &Text, at: usize) -> bool {
    let Some(adjective) = at.checked_sub(1).filter(|&adjective| adjective > 0) else { return false };
    let (before, token, tag) = (&text.tokens[adjective - 1], &text.tokens[adjective], text.tag(adjective));
    let introduces = matches!(
        text.function(adjective - 1),
        Some(Function::Determiner | Function::DeterminerPronoun | Function::Preposition)
    );
    let is_inside = before.sentence == token.sentence && introduces;
    let is_body = text.tag(at).is_noun(NounClass::Institution);
    let is_adjective =
        text.language.grammar.is_inflected_adjective(text.norm(adjective)) || tag.name.is_demonym && is_body;
    let is_noun = tag.noun.is_some() && !tag.name.is_demonym || tag.name.is_common_word || tag.name.is_title;
    let is_noun = (is_noun || tag.is(Role::NounEnding | Role::PersonEnding)) && !tag.is(Role::NameAdjective);
    is_inside
        && token.sentence == text.tokens[at].sentence
        && token.kind == Kind::Word
        && token.case == Case::Capital
        && is_adjective
        && !is_noun
        && tag.function.is_none()
        && tag.name.given.is_none()
        && !tag.name.is_place
        && !text.tag(at).noun.is_some_and(|noun| noun.class.is_person())
}

/// "Expertin Neumüller": a noun for a person, after which no other noun stands but a name.
fn is_person(text: &Text, at: usize) -> bool {
    use NounClass::{Expert, Office, Spokesperson};
    text.tag(at).noun.is_some_and(|noun| matches!(noun.class, Expert | Office | Spokesperson))
}

/// "Klima-Expertin Neumüller", "Hafen-Banker Krüger": a compound in two parts before a capital, which says who that is. A name in
/// two parts stands last. Titles are left to the reading of names.
fn is_label(text: &Text, at: usize) -> bool {
    let tag = text.tag(at);
    // "CDU-Kontrahenten Jan Ek": in some cases one of them has the form of several.
    let is_one = |plural: bool| !plural || text.tokens.get(at + 1).is_some() && text.tag(at + 1).name.given.is_some();
    let person =
        tag.is(Role::PersonEnding) || tag.noun.is_some_and(|noun| noun.class.is_person() && is_one(noun.plural));
    is_in_two_parts(text, at) && person && tag.name.given.is_none() && !tag.name.is_title && is_before_capital(text, at)
}

/// "RMV-Angaben", "US-Studie", "die CDU-Kandidatin": what a name is put before. A body ("EU-Kommission") has its name by both.
fn is_thing_in_two_parts(text: &Text, at: usize) -> bool {
    is_in_two_parts(text, at)
        && text.tag(at).noun.is_some_and(|noun| match noun.class {
            // "die Online-Plattform Tiktok": what bears the name behind it.
            NounClass::Institution => is_before_capital(text, at) && text.tag(at + 1).noun.is_none(),
            class => !class.is_person() || !is_before_capital(text, at),
        })
}

fn is_before_capital(text: &Text, at: usize) -> bool {
    let token = &text.tokens[at];
    let next = text.tokens.get(at + 1).filter(|next| next.sentence == token.sentence && next.kind == Kind::Word);
    next.is_some_and(|next| next.case == Case::Capital && next.span.start == token.span.end + 1)
}

fn is_in_two_parts(text: &Text, at: usize) -> bool {
    matches!(text.tokens[at].case, Case::Capital | Case::Mixed) && text.norm(at).contains('-')
}

/// A noun that no list of names has.
fn is_common(text: &Text, at: usize) -> bool {
    let (token, tag) = (&text.tokens[at], text.tag(at));
    let is_known = tag.name.is_common_word || tag.noun.is_some() || tag.reporting_noun.is_some();
    let in_one_part = token.case == Case::Capital && (is_known || tag.is(Role::NounEnding | Role::TimeUnit));
    token.kind == Kind::Word
        && (in_one_part || is_thing_in_two_parts(text, at) || is_label(text, at))
        && tag.name.given.is_none()
        && !tag.name.is_place
        && !tag.name.is_demonym
        && !tag.is(Role::Day | Role::Month)
        && !tag.name.is_organisation_word
}

#[cfg(test)]
mod tests {
    use crate::language::Language;
    use crate::text::{Case, Document, Text};

    fn check(text: &str, names: &[&str]) {
        let german = Language::german();
        let read = Text::read(&Document::new(text, "\n"), &german);
        let found: Vec<_> =
            (0..read.tokens.len()).filter(|&at| read.tokens[at].case != Case::Lower).map(|at| read.word(at)).collect();
        assert_eq!(found, names);
    }

    #[test]
    fn a_noun_is_no_name() {
        check("im Hafen liegt das Boot von Ines Aldana aus Hamburg.", &["Ines", "Aldana", "Hamburg"]);
        check("auch die Hafenverwaltung kennt die Verzögerung.", &[]);
    }

    #[test]
    fn a_label_in_two_parts_is_no_name_and_makes_the_next_word_one() {
        check("das sagte Lampen-Bankerin Krüger nach Werft-Angaben.", &["Krüger"]);
        check("dort wohnt Ines Koch-Berger.", &["Ines", "Koch-Berger"]);
    }

    #[test]
    fn a_given_name_makes_a_noun_a_name_on_the_whole_page() {
        check("dort sprach Anna Koch. so sagte es Koch.", &["Anna", "Koch", "Koch"]);
        check("so sagte es der Koch.", &[]);
    }
}
