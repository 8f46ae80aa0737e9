//! Bodies written in lower case after their owner's name: "Nepal's civil aviation authority".

use super::builder::Builder;
use super::run::Run;
use super::{EntityKind, Mention};
use crate::language::{NounClass, NounTrait, Role};
use crate::noun_phrase::words;
use crate::order::sort_by_number;
use crate::text::{Case, Kind, Text};
use rustc_hash::FxHashMap;
use std::ops::Range;

/// How many tokens before its noun the owner's clitic may stand.
const LONGEST_DESCRIPTION: usize = 6;

/// How many words the name of a place may have.
const LONGEST_PLACE: usize = 3;

/// How many organisations with the same noun in their name are compared.
const RIVALS: usize = 32;

impl Builder<'_> {
    /// Adds such bodies; one whose words all stand in a name that the page writes out elsewhere is that organisation.
    #[inline(never)]
    pub fn bodies_in_lower_case(&mut self) {
        let text = self.text;
        let is_family = |at: usize| {
            let people = self.short.get(text.norm(at)).map(Vec::as_slice).unwrap_or_default();
            people.iter().any(|&person| self.found.entities[person].kind == EntityKind::Person)
        };
        let heads = 0..text.tokens.len();
        let mut bodies: Vec<Range<usize>> = heads.filter_map(|head| body(text, head, is_family)).collect();
        sort_by_number(&mut bodies, |body| usize::MAX - body.len());
        let mut by_noun: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
        for (number, entity) in self.found.entities.iter().enumerate() {
            for at in entity.name.clone().filter(|_| entity.kind == EntityKind::Organisation) {
                by_noun.entry(text.norm(at)).or_default().push(number);
            }
        }
        for body in bodies {
            let own = own_words(text, &body);
            let noun = text.norm(if text.language.grammar.capitalises_nouns() { body.start } else { body.end - 1 });
            let holds_all = |&entity: &usize| {
                let full = own_words(text, &self.found.entities[entity].name);
                own.iter().all(|word| full.contains(word))
            };
            let known = by_noun.get(noun).and_then(|rivals| rivals.iter().take(RIVALS).copied().find(holds_all));
            // "The Ek campaign" is a name, "Ek's campaign" a description.
            if let Some(known) = known.filter(|&known| body.len() < self.found.entities[known].name.len())
                && own_words(text, &self.found.entities[known].name) == own
            {
                self.found.entities[known].name = body.clone();
            }
            let entity = known.unwrap_or_else(|| {
                let title = body.start..body.start;
                let run = Run { name: body.clone(), title, kind: EntityKind::Organisation, gender: None };
                let entity = self.add(&run);
                by_noun.entry(noun).or_default().push(entity);
                entity
            });
            self.found.mentions.push(Mention { titled: body.start, tokens: body, entity });
        }
    }
}

/// The body that ends at a noun, from its owner on: "China's commerce ministry"; "China's ministry" says too little.
fn body(text: &Text, head: usize, is_family: impl Fn(usize) -> bool) -> Option<Range<usize>> {
    if text.language.grammar.capitalises_nouns() {
        return body_of_place(text, head);
    }
    let is_body = |at: usize| text.tag(at).noun.is_some_and(|n| n.class == NounClass::Institution && !n.plural);
    if text.tokens[head].case != Case::Lower || !is_body(head) {
        return None;
    }
    let block = text.tokens[head].block;
    let goes_on = |&at: &usize| {
        let token = &text.tokens[at];
        token.block == block
            && token.case == Case::Lower
            && token.kind == Kind::Word
            && (text.function(at).is_none() || words::is_possessive(text, at))
    };
    let is_owner = |at: usize| text.tokens[at].block == block && text.tokens[at].case != Case::Lower;
    let before = (head.saturating_sub(LONGEST_DESCRIPTION)..head).rev().take_while(goes_on);
    // "the Ek campaign".
    let named = head
        .checked_sub(1)
        .filter(|&at| is_person_owned(text, head) && is_owner(at) && !text.is(at, Role::SentenceOpener));
    if let Some(name) = named.filter(|&name| is_family(name)) {
        return Some(name..head + 1);
    }
    let owners = before.filter(|&at| words::is_possessive(text, at)).filter_map(|clitic| clitic.checked_sub(1));
    let owner = owners.into_iter().find(|&owner| is_owner(owner))?;
    (head > owner + 2 || is_person_owned(text, head) && is_family(owner)).then_some(owner..head + 1)
}

/// Whether a noun is for a body that is called by a person: "campaign", "administration".
fn is_person_owned(text: &Text, head: usize) -> bool {
    text.tag(head).noun.is_some_and(|noun| noun.is(NounTrait::OfPerson))
}

/// "Das Gericht in Den Haag", "die Regierung in Kyjiw": a body in a language that capitalises nouns, called by its place.
fn body_of_place(text: &Text, head: usize) -> Option<Range<usize>> {
    let noun = text.tag(head).noun.filter(|noun| noun.class == NounClass::Institution && !noun.plural)?;
    let alone = noun.is(NounTrait::PublicBody) && !noun.is(NounTrait::OneOfAKind);
    if !alone || !text.is(head + 1, Role::MembershipPreposition) {
        return None;
    }
    let start = head + 2;
    let block = text.tokens[head].block;
    let is_name = |&end: &usize| {
        let words: Vec<_> = (start..end).map(|at| text.norm(at)).collect();
        text.tokens[end - 1].block == block && text.language.is_place(&words.join(" "))
    };
    (start + 1..=start + LONGEST_PLACE).filter(|&end| end <= text.tokens.len()).find(is_name).map(|end| head..end)
}

/// The words of a name without the clitics of possessors.
fn own_words<'t>(text: &'t Text, name: &Range<usize>) -> Vec<&'t str> {
    name.clone().filter(|&at| !words::is_possessive(text, at)).map(|at| text.norm(at)).collect()
}
