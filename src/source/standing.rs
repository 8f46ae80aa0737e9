//! Standing: how a reader sorts sources, by whether somebody answers for what is said.
//!
//! [`Identity`] is the definition of the field: it asks whether a source *could be* identified, and counts "the police", "she"
//! and "the minister" as named. A reader asks another question, whether the page puts a name to it:
//!
//! - **Named**: a name stands on the page, of a person or of a body, and is more likely right than wrong. A name that two people
//!   of the page share is one too.
//! - **Institution**: on the record, and nobody named. A body or an office that answers for itself ("prosecutors", "the
//!   mayor"), and whoever speaks for one openly ("a spokesperson for the port"); but not a spokesperson who asks for their
//!   name to be kept back.
//! - **Unnamed**: somebody who could be named and is not. This alone is anonymous sourcing.
//! - **Loose**: nobody who could be asked. A vague group, no source at all, or a word whose meaning is not known here
//!   ("he", "his wife"); the last of these is the reading's doubt and not the page's fault, which
//!   [`Attribution::is_unclear`](crate::analysis::Attribution::is_unclear) tells apart.
//!
//! A document speaks for whoever issued it: with "a statement by Ek" the names of the page have found Ek, "court records" are
//! an institution's. A study or poll whose maker the page keeps to itself is loose: paper answers no question.

use super::referent::{Referent, Who};
use crate::analysis::{Anonymity, Identity, PROBABLE, Standing};
use crate::language::{Noun, NounClass, NounTrait, Role};
use crate::text::{Case, Text};

/// The standing of a source that is resolved.
pub fn of(text: &Text, referent: &Referent, anonymity: Option<&Anonymity>) -> Standing {
    let noun = referent.noun.and_then(|singular| text.language.tag(singular).noun);
    let answers = || noun.is_some_and(|noun| answers_for_itself(noun, referent.plural));
    let is_named = !referent.who.is_empty() && referent.likelihood >= PROBABLE;
    match referent.identity {
        Identity::Named if (!is_named || is_common_noun(text, referent)) && answers() => Standing::Institution,
        Identity::Named if is_named => Standing::Named,
        Identity::Named | Identity::Document if is_issued_by_institution(text, noun, referent) => Standing::Institution,
        Identity::Unnamed if speaks_for_others(text, noun, referent) && !asks_for_anonymity(anonymity) => {
            Standing::Institution
        }
        Identity::Unnamed => Standing::Unnamed,
        Identity::Named | Identity::Vague | Identity::Document | Identity::Unspecified => Standing::Loose,
    }
}

/// Whether the name of a source is a noun, "Stadtverwaltung", where nouns have capitals too.
fn is_common_noun(text: &Text, referent: &Referent) -> bool {
    let is_lower = |at: usize| text.tokens.get(at).is_some_and(|token| token.case == Case::Lower);
    referent.who.iter().all(|who| matches!(who, Who::Words(words) if words.clone().all(is_lower)))
}

/// A body, an office that one person holds, a party.
fn answers_for_itself(noun: Noun, plural: bool) -> bool {
    match noun.class {
        NounClass::Institution | NounClass::Media => true,
        NounClass::Office => !plural && !noun.is(NounTrait::Author) || noun.is(NounTrait::Judge),
        NounClass::Politician => noun.is(NounTrait::Party),
        _ => false,
    }
}

/// "Court records", "a report by police".
fn is_issued_by_institution(text: &Text, noun: Option<Noun>, referent: &Referent) -> bool {
    let Some(phrase) = referent.phrase.as_ref().filter(|_| noun.is_some_and(|noun| noun.class == NounClass::Document))
    else {
        return false;
    };
    (phrase.core.start..phrase.rest.end).any(|at| text.tag(at).is_noun(NounClass::Institution))
}

/// "A spokesperson"; "the union's representatives", but not representatives of whom the page says no more. Lawyers speak for
/// others as well, and are asked by name.
fn speaks_for_others(text: &Text, noun: Option<Noun>, referent: &Referent) -> bool {
    let (Some(noun), Some(phrase)) = (noun, &referent.phrase) else { return false };
    let whose = || {
        phrase.possessor.is_some()
            || text.is(phrase.rest.start, Role::GenitivePreposition)
            || (phrase.core.start..phrase.head).any(|at| text.tag(at).is_noun(NounClass::Institution))
    };
    noun.is(NounTrait::Spokesperson) || noun.class == NounClass::Spokesperson && !noun.is(NounTrait::Counsel) && whose()
}

fn asks_for_anonymity(anonymity: Option<&Anonymity>) -> bool {
    anonymity.is_some_and(|told| told.clause.is_some() || told.reason.is_some())
}

#[cfg(test)]
mod tests {
    use crate::{Analyzer, Document, Settings};

    /// `source: standing` of each attribution, in the order of the text.
    fn check(page: &str, expected: &[&str]) {
        let analysis = Analyzer::new(Settings::default()).analyze(&Document::new(page, "\n"));
        let told = analysis.attributions.iter().map(|attribution| {
            let source = attribution.source.first().map_or("nobody", |span| span.of(page));
            let unclear = if attribution.is_unclear() { ", unclear" } else { "" };
            format!("{source}: {:?}{unclear}", attribution.standing)
        });
        assert_eq!(told.collect::<Vec<_>>(), expected, "{page}");
    }

    #[test]
    fn a_name_on_the_page_is_named() {
        check(
            "Mayor Anna Beck said the pier was safe. “It will stay so,” she said. The Harbour Authority said it was closed.",
            &["Mayor Anna Beck: Named", "she: Named", "The Harbour Authority: Named"],
        );
    }

    #[test]
    fn bodies_and_who_speaks_for_them_are_institutions() {
        check("Prosecutors said the pier was closed.", &["Prosecutors: Institution"]);
        check("The government said the pier was closed.", &["The government: Institution"]);
        check("The mayor said the pier was closed.", &["The mayor: Institution"]);
        check("A spokesperson for flydubai said the plane was late.", &["A spokesperson for flydubai: Institution"]);
        check("Die Stadtverwaltung teilte mit, sie habe genug Geld.", &["Die Stadtverwaltung: Institution"]);
    }

    #[test]
    fn who_keeps_their_name_back_is_unnamed() {
        check("A senior official said the pier was closed.", &["A senior official: Unnamed"]);
        check("Two lawyers said the pier was closed.", &["Two lawyers: Unnamed"]);
        check("A spokesman, who spoke on condition of anonymity, said the pier was closed.", &["A spokesman: Unnamed"]);
    }

    #[test]
    fn a_document_speaks_for_whoever_issued_it() {
        check("Court records show the pier was closed.", &["Court records: Institution"]);
        check("Recent polls show that the pier is loved.", &["Recent polls: Loose"]);
        check("A report by Ek Bank found that the pier was closed.", &["A report by Ek Bank: Named"]);
    }

    #[test]
    fn nobody_in_particular_is_loose() {
        check("Critics said the pier was closed.", &["Critics: Loose"]);
        check("The pier is expected to close.", &["nobody: Loose"]);
        check("He said the pier was closed.", &["He: Loose, unclear"]);
    }
}
