//! What is read off the page before any source is resolved: whom it opens with, who speaks, who sits on which body.

use crate::attribution::Relation;
use crate::language::{NounTrait, Role};
use crate::source::names::{EntityKind, Mentions};
use crate::text::Text;
use rustc_hash::FxHashMap;

/// How many blocks count as the opening of a page.
const OPENING: usize = 12;

/// The most tokens of a source that is a name and little more.
const NAME_ALONE: usize = 3;

/// How many tokens after "members of" the body's name may start.
const BODY_DISTANCE: usize = 3;

/// The person whose age stands in the opening of the page, if there is only one.
pub fn protagonist(text: &Text, mentions: &Mentions) -> Option<usize> {
    let opening = text.blocks.get(..OPENING).unwrap_or(&text.blocks);
    let end = opening.last()?.tokens.end;
    let introduced = |&number: &usize| {
        let entity = &mentions.entities[number];
        let first = mentions.first(number);
        entity.age.is_some() && entity.kind == EntityKind::Person && first.is_some_and(|m| m.tokens.start < end)
    };
    let mut people = (0..mentions.entities.len()).filter(introduced);
    people.next().filter(|_| people.next().is_none())
}

/// For each entity whether a source is its name and little more.
pub fn speaking(mentions: &Mentions, relations: &[Relation]) -> Vec<bool> {
    let mut speaks = vec![false; mentions.entities.len()];
    for source in relations.iter().filter_map(|r| r.source.first()).filter(|s| s.len() <= NAME_ALONE) {
        for mention in mentions.within(source) {
            if let Some(flag) = speaks.get_mut(mention.entity) {
                *flag = true;
            }
        }
    }
    speaks
}

/// Where the page speaks of members of a body: the token and the body, by the noun for the members.
pub fn member_bodies(text: &Text, mentions: &Mentions) -> FxHashMap<&'static str, Vec<(usize, usize)>> {
    let mut bodies: FxHashMap<&'static str, Vec<(usize, usize)>> = FxHashMap::default();
    for at in (0..text.tokens.len()).filter(|&at| text.is(at + 1, Role::MembershipPreposition)) {
        let Some(noun) = text.tag(at).noun.filter(|n| n.plural && n.is(NounTrait::Member)) else {
            continue;
        };
        let name =
            mentions.within(&(at + 2..at + 2 + BODY_DISTANCE)).first().filter(|m| mentions.is_organisation(m.entity));
        if let Some(name) = name {
            bodies.entry(noun.singular).or_default().push((at, name.entity));
        }
    }
    bodies
}
