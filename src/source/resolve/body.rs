//! Bodies that go back to a name: "the ministry", "the new House committee on China", "the company".

use super::description::DESCRIPTIONS;
use super::{RECENT, Resolver};
use crate::language::{Noun, NounTrait, Role};
use crate::source::names::EntityKind;
use crate::source::referent::Referent;
use std::ops::Range;

/// How many mentions back a firm is looked for.
const FIRMS_BACK: usize = 12;

impl Resolver<'_, '_> {
    /// The organisation that a noun with its modifiers means.
    pub fn body(&self, noun: Noun, described: &Range<usize>, head: usize) -> Option<Referent> {
        let modifiers = described.start..described.end.min(head).max(described.start);
        let candidates = self.bodies_called(noun, &modifiers);
        let nearest = candidates
            .iter()
            .filter_map(|&entity| Some((self.mentions.last_before(entity, described.start)?, entity)))
            .max_by_key(|(mention, _)| mention.tokens.start);
        if let Some((mention, entity)) = nearest {
            return Some(Referent { personal: false, ..self.entity(entity, mention.tokens.clone()) });
        }
        let firm = noun.is(NounTrait::Firm);
        if let [only] = candidates.as_slice()
            && !firm
        {
            let first = self.mentions.first(*only)?;
            return Some(Referent { personal: false, ..self.entity(*only, first.tokens.clone()) });
        }
        if firm && modifiers.is_empty() { self.company(head) } else { None }
    }

    /// The organisations with a noun and its modifiers in their name; else those that the page describes so.
    fn bodies_called(&self, noun: Noun, modifiers: &Range<usize>) -> Vec<usize> {
        let entities = &self.mentions.entities;
        let has = |entity: usize, at: usize| {
            let word = self.text.norm(at);
            entities[entity].name.clone().any(|at| self.alike(self.text.norm(at), word))
        };
        let called = self.mentions.bodies.get(noun.singular).into_iter().flatten().rev().take(RECENT);
        let called: Vec<usize> = called.copied().collect();
        let fits = |&entity: &usize| !modifiers.is_empty() && modifiers.clone().all(|at| has(entity, at));
        let mut bodies: Vec<usize> = called.iter().copied().filter(fits).collect();
        if bodies.is_empty() {
            // "the new ministry": the modifiers say nothing, or stand in another candidate's name.
            let told = |at: usize| self.text.is(at, Role::EmptyAdjective) || called.iter().any(|&body| has(body, at));
            bodies = if modifiers.clone().all(told) { called } else { Vec::new() };
        }
        if bodies.is_empty() {
            let described = self.mentions.descriptions.get(noun.singular).into_iter().flatten().rev();
            bodies = described.take(DESCRIPTIONS).map(|description| description.entity).collect();
            bodies.retain(|&entity| entities[entity].kind != EntityKind::Person);
            bodies.dedup();
        }
        // A headline shortens names: one from the text below is fuller.
        let below = |&entity: &usize| !self.text.blocks[self.text.tokens[entities[entity].name.start].block].headline;
        if bodies.iter().any(below) {
            bodies.retain(below);
        }
        bodies
    }

    /// The firm that "the company" means: the last body without a public office in its name, near enough.
    fn company(&self, head: usize) -> Option<Referent> {
        let after = self.mentions.mentions.partition_point(|mention| mention.tokens.start < head);
        let mut near = self.mentions.mentions[..after].iter().rev().take(FIRMS_BACK);
        let mention = near.find(|mention| {
            // "said on Twitter" speaks of the medium.
            let before = mention.tokens.start.checked_sub(1);
            let medium = before.is_some_and(|before| self.text.is(before, Role::ChannelPreposition));
            self.is_firm(mention.entity) && !medium
        })?;
        Some(Referent { personal: false, ..self.entity(mention.entity, mention.tokens.clone()) })
    }

    fn is_firm(&self, number: usize) -> bool {
        let Some(entity) = self.mentions.entities.get(number) else { return false };
        let speaks = || self.speaks.get(number).copied().unwrap_or_default();
        let body = match entity.kind {
            EntityKind::Organisation => true,
            EntityKind::Unknown => entity.mentions.len() > 1 && speaks(),
            _ => false,
        };
        body && !entity.name.clone().any(|at| self.text.is(at, Role::NeverFirm))
    }
}
