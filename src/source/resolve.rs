//! Whom each source stands for: names first, then pronouns and descriptions, then what the noun alone tells.
//!
//! Relations are taken in the order of the text, so that a pronoun finds what was resolved before it. Between two
//! equals nobody is chosen.

use super::mention::{EntityKind, Mentions};
use super::owner::{self, Sending};
use super::pronoun::{self, Pronoun};
use super::referent::Referent;
use super::{extent, identity, nesting};
use crate::analysis::Identity;
use crate::attribution::Relation;
use crate::language::{Gender, Noun, NounClass, NounTrait, Role};
use crate::noun_phrase::{Determiner, Phrase, Quantity};
use crate::text::Text;
use rustc_hash::FxHashMap;
use std::ops::Range;

/// What a resolution reads.
pub struct Resolver<'r, 't> {
    pub text: &'t Text<'t>,
    pub mentions: &'r Mentions<'t>,
    pub relations: &'r [Relation],
    /// For each relation the one in whose content it lies.
    pub parents: Vec<Option<usize>>,
    /// What is resolved so far, and the order in which it was.
    pub referents: Vec<Option<Referent>>,
    pub order: Vec<usize>,
    /// Bodies by the noun for their members: "lawmaker" after "lawmakers on the House Select Committee".
    pub bodies: FxHashMap<&'static str, Vec<(usize, usize)>>,
    /// Documents that somebody sent, by the word for them.
    pub sendings: FxHashMap<&'t str, Vec<Sending>>,
    /// The relations resolved so far by the noun that heads their source.
    pub by_noun: FxHashMap<&'static str, Vec<usize>>,
    /// For each entity whether it is a source somewhere.
    pub speaks: Vec<bool>,
    /// The one person whom the opening of the page introduces with an age: whom its first "a man" means.
    pub protagonist: Option<usize>,
    /// How many phrases are being read inside one another.
    nested: usize,
}

/// How many resolved relations back a look-up goes.
pub const RECENT: usize = 32;

/// The deepest phrase inside phrases that is still read.
const NESTED: usize = 6;

/// The token at which a relation stands for the order of the text.
pub fn place(relation: &Relation) -> usize {
    let first = relation.source.first().or(relation.cue.first()).or(relation.content.first());
    first.map_or(0, |range| range.start)
}

/// Resolves the source of every relation.
pub fn resolve<'t>(text: &'t Text<'t>, mentions: &Mentions<'t>, relations: &[Relation]) -> Vec<Referent> {
    let mut order: Vec<_> = (0..relations.len()).collect();
    // An outer source comes before what its content nests, wherever it stands in the sentence.
    order.sort_by_key(|&i| (sentence(text, &relations[i]), relations[i].depth, place(&relations[i])));
    let mut resolver = Resolver {
        text,

        mentions,
        relations,
        parents: nesting::parents(relations),
        referents: vec![None; relations.len()],
        order: Vec::with_capacity(relations.len()),
        bodies: member_bodies(text, mentions),
        sendings: owner::sendings(text),
        by_noun: FxHashMap::default(),
        speaks: speaking(mentions, relations),
        protagonist: protagonist(text, mentions),
        nested: 0,
    };
    for &number in &order {
        let referent = resolver.relation(number);
        if let Some(noun) = referent.noun {
            resolver.by_noun.entry(noun).or_default().push(number);
        }
        if let Some(slot) = resolver.referents.get_mut(number) {
            *slot = Some(referent);
        }
        resolver.order.push(number);
    }
    resolver.referents.into_iter().map(|r| r.unwrap_or_else(|| Referent::new(Identity::Unspecified))).collect()
}

fn sentence(text: &Text, relation: &Relation) -> usize {
    let content = relation.content.first().map_or(usize::MAX, |c| c.start);
    let first = if relation.depth == 0 { place(relation).min(content) } else { place(relation) };
    text.tokens.get(first).map_or(0, |t| t.block)
}

/// Blocks of a page that introduce whom its first paragraph is about.
const OPENING: usize = 12;

/// The only person whose age the opening of a page tells.
fn protagonist(text: &Text, mentions: &Mentions) -> Option<usize> {
    let opening = text.blocks.get(..OPENING).unwrap_or(&text.blocks);
    let end = opening.last()?.tokens.end;
    let introduced = |&number: &usize| {
        let entity = &mentions.entities[number];
        let first = entity.mentions.first().and_then(|&m| mentions.mentions.get(m));
        entity.age.is_some() && entity.kind == EntityKind::Person && first.is_some_and(|m| m.tokens.start < end)
    };
    let mut people = (0..mentions.entities.len()).filter(introduced);
    people.next().filter(|_| people.next().is_none())
}

/// For each entity whether a source is its name and little more.
fn speaking(mentions: &Mentions, relations: &[Relation]) -> Vec<bool> {
    let mut speaks = vec![false; mentions.entities.len()];
    for source in relations.iter().filter_map(|r| r.source.first()).filter(|s| s.len() <= 3) {
        for mention in mentions.within(source) {
            if let Some(flag) = speaks.get_mut(mention.entity) {
                *flag = true;
            }
        }
    }
    speaks
}

/// Where the page speaks of members of a body: the token and the body, by the noun for the members.
fn member_bodies(text: &Text, mentions: &Mentions) -> FxHashMap<&'static str, Vec<(usize, usize)>> {
    let mut bodies: FxHashMap<&'static str, Vec<(usize, usize)>> = FxHashMap::default();
    for at in (0..text.tokens.len()).filter(|&at| text.is(at + 1, Role::MembershipPreposition)) {
        let Some(noun) = text.tag(at).noun.filter(|n| n.plural && n.is(NounTrait::Member)) else {
            continue;
        };
        let name = mentions.within(&(at + 2..at + 5)).first().filter(|m| mentions.is_organisation(m.entity));
        if let Some(name) = name {
            bodies.entry(noun.singular).or_default().push((at, name.entity));
        }
    }
    bodies
}

/// The gender that a noun tells: "mother".
fn gender_of_noun(noun: Noun) -> Option<Gender> {
    if noun.is(NounTrait::Male) {
        Some(Gender::Male)
    } else if noun.is(NounTrait::Female) {
        Some(Gender::Female)
    } else {
        None
    }
}

impl<'t> Resolver<'_, 't> {
    fn relation(&mut self, number: usize) -> Referent {
        let relation = &self.relations[number];
        let Some(source) = relation.source.iter().find(|r| !r.is_empty() && r.end <= self.text.tokens.len()) else {
            return if relation.cue.is_empty() {
                self.standing_alone(number)
            } else {
                Referent::new(Identity::Unspecified)
            };
        };
        let range = extent::of(self.text, self.mentions, relation, source);
        self.source(range, number, 0)
    }

    /// A quotation without source and cue goes on with whoever spoke last nearby.
    fn standing_alone(&self, number: usize) -> Referent {
        const NEAR: usize = 2;
        let block = self.text.tokens.get(place(&self.relations[number])).map_or(0, |t| t.block);
        let spoke = self
            .order
            .iter()
            .rev()
            .take(RECENT)
            .find(|&&n| self.relations[n].depth == 0 && !self.relations[n].cue.is_empty());
        spoke
            .filter(|&&n| {
                let other = self.text.tokens.get(place(&self.relations[n])).map_or(0, |t| t.block);
                block.abs_diff(other) <= NEAR
            })
            .and_then(|&n| Some(self.referents.get(n)?.as_ref()?.again(self.relations[n].source.first()?.clone())))
            .unwrap_or_else(|| Referent::new(Identity::Unspecified))
    }

    /// A source, its conjuncts one by one.
    pub fn source(&mut self, range: Range<usize>, number: usize, conjunct: usize) -> Referent {
        const CONJUNCTS: usize = 4;
        if self.nested >= NESTED {
            return Referent::new(Identity::Named);
        }
        self.nested += 1;
        // "Ek and party leaders": the name is no modifier of the leaders.
        let name = self.mentions.at(range.start).filter(|m| self.mentions.is_person(m.entity));
        let name = name.filter(|m| self.text.is(m.tokens.end, Role::Coordinator) && m.tokens.end < range.end);
        let first = name.map_or(range.clone(), |m| range.start..m.tokens.end);
        let phrase = Phrase::read(self.text, first.clone());
        let mut referent = self.phrase(&phrase, first, number);
        let next = phrase.rest.start;
        let listed = self.text.is_mark(next, &[","])
            && self.mentions.at(phrase.head).is_some_and(|m| self.mentions.is_person(m.entity))
            && self
                .mentions
                .at(next + 1)
                .is_some_and(|m| self.mentions.is_person(m.entity) && m.tokens.end <= range.end);
        let joined = self.text.is(next, Role::Coordinator);
        if conjunct < CONJUNCTS && (joined || listed) && next + 1 < range.end {
            let other = self.conjunct(&phrase, next + 1..range.end, number, conjunct + 1);
            referent.plural |= other.plural || !other.who.is_empty() || other.phrase.is_some();
            // "police and officials": a name that nobody bears does not make the others named.
            if !other.who.is_empty() {
                referent.identity = Identity::Named;
            } else if other.identity == Identity::Unnamed
                && referent.who.is_empty()
                && (referent.identity == Identity::Vague || phrase.is_a(&[NounClass::Institution]))
            {
                referent.identity = Identity::Unnamed;
            }
            for who in other.who {
                if !referent.who.contains(&who) {
                    referent.who.push(who);
                }
            }
            referent.chain.extend(other.chain);
        }
        self.nested -= 1;
        referent
    }

    /// What stands behind "and": somebody else, or more about the same person ("the first lady and senator").
    fn conjunct(&mut self, first: &Phrase, range: Range<usize>, number: usize, conjunct: usize) -> Referent {
        let nothing = Referent::new(Identity::Vague);
        let possessed = self.text.is(range.start, Role::PossessiveDeterminer);
        if possessed && (first.core.len() == 1 || self.mentions.within(&range).is_empty()) {
            return Referent { plural: true, ..nothing };
        }
        let phrase = Phrase::read(self.text, range.clone());
        let bare = phrase.determiner == Determiner::None && phrase.quantity.is_none() && phrase.possessor.is_none();
        if bare
            && !phrase.plural
            && !first.plural
            && phrase.noun.is_some()
            && first.noun.is_some()
            && self.mentions.at(phrase.head).is_none()
        {
            return nothing;
        }
        self.source(range, number, conjunct)
    }

    pub fn phrase(&mut self, phrase: &Phrase, range: Range<usize>, number: usize) -> Referent {
        let head = phrase.head;
        if let Some(pronoun) = Pronoun::read(self.text, phrase) {
            let mut referent = pronoun::resolve(self, pronoun, range.start.max(phrase.core.start), number);
            referent.phrase = None;
            return referent;
        }
        let mut referent = self
            .by_name(phrase, &range)
            .or_else(|| self.by_name_beside(phrase))
            .or_else(|| self.by_owner(phrase, number))
            .or_else(|| self.by_description(phrase, head))
            .unwrap_or_else(|| self.by_noun(phrase, &range, number));
        referent.noun = phrase.noun.map(|n| n.singular);
        referent.plural |= phrase.plural && phrase.quantity != Some(Quantity::One);
        referent.phrase = Some(phrase.clone());
        referent
    }

    /// A headline drops articles, and describes whom the text names: "Ex-doctor of senator says".
    fn headlined(&self, phrase: &Phrase) -> bool {
        let headline =
            self.text.tokens.get(phrase.head).is_some_and(|t| t.block == 0 || self.text.blocks[t.block].headline);
        let described = phrase.determiner == Determiner::None && phrase.quantity.is_none() && !phrase.plural;
        let person = phrase.is_a(&[NounClass::Person, NounClass::Politician])
            || phrase.possessor.is_some()
                && phrase.is_a(&[NounClass::Insider, NounClass::Spokesperson, NounClass::Expert]);
        headline && described && person
    }

    /// "A Leeds man admitted …", and a paragraph later "Tom Reed, 34".
    fn introduced_later(&self, phrase: &Phrase) -> Option<Referent> {
        let entity = self.mentions.entities.get(self.protagonist?)?;
        let first = self.mentions.mentions.get(*entity.mentions.first()?)?;
        let gender = phrase.noun.and_then(gender_of_noun);
        let person = phrase.is_a(&[NounClass::Person]) || self.text.is(phrase.head, Role::AgeInYears);
        let fits = phrase.determiner == Determiner::Indefinite
            && phrase.quantity.is_none()
            && person
            && !phrase.plural
            && phrase.head < first.tokens.start
            && (gender.is_none() || entity.gender.is_none() || entity.gender == gender);
        fits.then(|| self.entity(first.entity, first.tokens.clone()))
    }

    /// Nothing named: what was said of the same noun before, or what the noun alone tells.
    fn by_noun(&self, phrase: &Phrase, range: &Range<usize>, number: usize) -> Referent {
        let definite = matches!(phrase.determiner, Determiner::Definite) && phrase.quantity.is_none();
        if let Some(noun) = phrase.noun
            && definite
            && phrase.described().len() == 1
            && let Some((_, before)) = self.repeated(noun.singular, range.start)
            && before.plural == phrase.plural
        {
            return before;
        }
        if let Some(protagonist) = self.introduced_later(phrase) {
            return protagonist;
        }
        let identity = if self.headlined(phrase) {
            Identity::Named
        } else {
            identity::of_phrase(self.text, phrase, self.relations[number].attitude)
        };
        let personal = !phrase.plural
            && identity != Identity::Document
            && !phrase.is_a(&[NounClass::Document, NounClass::Institution, NounClass::Media, NounClass::Void]);
        Referent { personal, ..Referent::new(identity) }
    }
}
