//! "The prime minister" on a page that names him without his office: the list of office-holders knows whom it can mean.

use super::Resolver;
use crate::language::{OfficeHolder, Role};
use crate::noun_phrase::{Determiner, Phrase, words};
use crate::source::names::{Entity, EntityKind};
use std::ops::Range;

/// So many names of a page, the first ones, are compared with the holders of an office.
const NAMES: usize = 128;

impl Resolver<'_, '_> {
    /// The one person of the page who holds or held the office that a phrase names; nobody where two of them did.
    pub fn person_in_office(&self, noun: &str, phrase: &Phrase) -> Option<usize> {
        let text = self.text;
        let (holders, of) = self.holders(noun, phrase.head);
        if holders.is_empty() || phrase.determiner == Determiner::Possessive {
            return None;
        }
        let possessor = phrase.possessor.clone().unwrap_or_default();
        let said: Vec<&str> = possessor
            .chain(phrase.core.start..phrase.head)
            .chain(phrase.rest.clone())
            .filter(|&at| words::is_word(text, at) && !words::is_possessive(text, at))
            .filter(|&at| !text.is(at, Role::Former | Role::DefiniteArticle | Role::GenitivePreposition))
            .map(|at| text.norm(at))
            .chain(of)
            .collect();
        let is_of = |holder: &OfficeHolder, word: &str| holder.country.iter().any(|country| self.alike(country, word));
        let fits = |holder: &&OfficeHolder| {
            holder.before.iter().all(|word| said.contains(word))
                && said.iter().all(|word| holder.before.contains(word) || is_of(holder, word))
        };
        let fitting: Vec<&OfficeHolder> = holders.iter().filter(fits).collect();
        let holds = |(_, entity): &(usize, &Entity)| fitting.iter().any(|holder| self.is_called(entity, holder));
        let mut found = self.mentions.entities.iter().enumerate().take(NAMES).filter(holds);
        let (only, _) = found.next()?;
        found.next().is_none().then_some(only)
    }

    /// Who holds or held the office that a word names, in one of its forms ("Außenministerin"), and the country where a compound
    /// has it ("US-Präsident").
    fn holders(&self, noun: &str, head: usize) -> (&[OfficeHolder], Option<&str>) {
        let language = self.text.language;
        let norm = self.text.norm(head);
        let of = |word: &str| {
            let mut holders = language.office_holders.of(word);
            language.grammar.singulars(word, &mut |form, _| {
                if holders.is_empty() && word.starts_with(form) {
                    holders = language.office_holders.of(form);
                }
                !holders.is_empty()
            });
            holders
        };
        let compound = norm.rsplit_once('-').map(|(country, office)| (of(office), Some(country)));
        let whole = (of(norm), None);
        let parts = compound.filter(|(holders, _)| whole.0.is_empty() && !holders.is_empty());
        match parts.unwrap_or(whole) {
            ([], _) => (language.office_holders.of(noun), None),
            found => found,
        }
    }

    /// Whether an entity has the family name, and either the given name or no other.
    fn is_called(&self, entity: &Entity, holder: &OfficeHolder) -> bool {
        let has = |name: &Range<usize>, word: &str| name.clone().any(|at| self.text.norm(at) == word);
        matches!(entity.kind, EntityKind::Person | EntityKind::Unknown)
            && has(&entity.name, holder.family_name)
            && (entity.name.len() == 1 || has(&entity.name, holder.given_name))
    }
}
