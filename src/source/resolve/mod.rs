//! Who each source is: by name first, then as a pronoun or description, then by its noun alone.
//!
//! Relations are taken in the order of the text, so that a pronoun finds what was resolved before it. Between two
//! equals nobody is chosen. A source is read by [`source`], which asks one after the other: [`pronoun`], [`name`],
//! [`beside`], [`owner`], [`description`], [`noun`].

mod antecedent;
mod author;
mod beside;
mod body;
mod candidate;
mod candidate_numbers;
mod choice;
mod description;
mod extent;
mod focus;
mod heading;
mod name;
mod nesting;
mod noun;
mod office;
mod owner;
mod page;
mod pronoun;
mod source;
mod withheld;

use super::names::Mentions;
use super::referent::Referent;
use crate::analysis::Identity;
use crate::attribution::Relation;
use crate::attribution::model::forest::Forest;
use crate::language::Role;
use crate::noun_phrase::Phrases;
use crate::order::{sort_by_number, sort_by_numbers};
use crate::text::Text;
use author::Sending;
pub use candidate::{Candidate, NUMBERS};
use rustc_hash::FxHashMap;
use std::ops::Range;

/// What a resolution reads.
struct Resolver<'r, 't> {
    text: &'t Text<'t>,
    phrases: Phrases<'t, 't>,
    mentions: &'r Mentions<'t>,
    relations: &'r [Relation],
    /// For each relation the one in whose content it lies.
    parents: Vec<Option<usize>>,
    /// What is resolved so far, and the order in which it was.
    referents: Vec<Option<Referent>>,
    order: Vec<usize>,
    /// Bodies by the noun for their members: "lawmaker" after "lawmakers on the House Select Committee".
    bodies: FxHashMap<&'static str, Vec<(usize, usize)>>,
    /// Documents that somebody sent, by the word for them.
    sendings: FxHashMap<&'t str, Vec<Sending>>,
    /// The relations resolved so far by the noun that heads their source.
    by_noun: FxHashMap<&'static str, Vec<usize>>,
    /// For each entity whether it is a source somewhere.
    speaks: Vec<bool>,
    /// The only person in the opening of the page with an age: its first "a man" is this person.
    protagonist: Option<usize>,
    /// How many phrases are being read inside one another.
    nested: usize,
    /// What decides between candidates; the rules alone where there is none.
    choice: Option<&'r Forest>,
}

/// How many resolved relations back a look-up goes.
const RECENT: usize = 32;

/// How many blocks back the speaker of a quotation without source and cue may have spoken last.
const BLOCKS_BACK: usize = 2;

/// The deepest phrase inside phrases that is still read.
const NESTED: usize = 6;

/// Resolves the source of every relation.
#[inline(never)]
pub fn resolve<'t>(
    text: &'t Text<'t>,
    phrases: Phrases<'t, 't>,
    mentions: &Mentions<'t>,
    relations: &[Relation],
    choice: Option<&Forest>,
) -> Vec<Referent> {
    let mut resolver = Resolver::new(text, phrases, mentions, relations, choice);
    for number in reading_order(text, relations) {
        let referent = resolver.relation(number);
        resolver.settle(number, referent);
    }
    let referents = resolver.referents.into_iter();
    let mut referents: Vec<_> = referents.map(|r| r.unwrap_or_else(|| Referent::new(Identity::Unspecified))).collect();
    heading::name_later(text, relations, &mut referents);
    referents
}

/// Each relation whose source does not spell out its name, with its candidates: what [`Resolver::chosen`] learns from.
pub fn questions<'t>(
    text: &'t Text<'t>,
    phrases: Phrases<'t, 't>,
    mentions: &Mentions<'t>,
    relations: &[Relation],
) -> Vec<(usize, Vec<Candidate>)> {
    let mut resolver = Resolver::new(text, phrases, mentions, relations, None);
    let mut questions = Vec::new();
    for number in reading_order(text, relations) {
        let rules = resolver.by_rules(number);
        questions.push((number, resolver.candidates(number, &rules)));
        resolver.settle(number, rules);
    }
    questions
}

/// Block by block, an outer source before what its content nests, wherever it stands in the sentence.
fn reading_order(text: &Text, relations: &[Relation]) -> Vec<usize> {
    let block = |relation: &Relation| {
        let content = relation.content.first().filter(|_| relation.depth == 0).map_or(usize::MAX, |c| c.start);
        text.tokens.get(relation.place().start.min(content)).map_or(0, |token| token.block)
    };
    let mut order: Vec<_> = (0..relations.len()).collect();
    sort_by_number(&mut order, |&i| relations[i].place().start);
    sort_by_numbers(&mut order, |&i| (block(&relations[i]), relations[i].depth.into()));
    order
}

impl<'r, 't> Resolver<'r, 't> {
    fn new(
        text: &'t Text<'t>,
        phrases: Phrases<'t, 't>,
        mentions: &'r Mentions<'t>,
        relations: &'r [Relation],
        choice: Option<&'r Forest>,
    ) -> Self {
        Self {
            text,
            phrases,
            mentions,
            relations,
            parents: nesting::parents(relations),
            referents: vec![None; relations.len()],
            order: Vec::with_capacity(relations.len()),
            bodies: page::member_bodies(text, mentions),
            sendings: author::sendings(text),
            by_noun: FxHashMap::default(),
            speaks: page::speaking(mentions, relations),
            protagonist: page::protagonist(text, mentions),
            nested: 0,
            choice,
        }
    }

    /// Keeps whom a source was found to be, for the sources that come after it.
    fn settle(&mut self, number: usize, referent: Referent) {
        // "He" has the noun of the source that he is, and is no "official" himself.
        if let Some(noun) = referent.noun.filter(|_| referent.phrase.is_some()) {
            self.by_noun.entry(noun).or_default().push(number);
        }
        if let Some(slot) = self.referents.get_mut(number) {
            *slot = Some(referent);
        }
        self.order.push(number);
    }

    fn relation(&mut self, number: usize) -> Referent {
        if heading::is_quotation(self.text, &self.relations[number]) {
            return Referent::new(Identity::Unspecified);
        }
        let rules = self.by_rules(number);
        self.chosen(number, rules)
    }

    fn by_rules(&mut self, number: usize) -> Referent {
        let relation = &self.relations[number];
        let Some(source) = relation.source.iter().find(|r| !r.is_empty() && r.end <= self.text.tokens.len()) else {
            // "Demnach …": what somebody said before goes on.
            let goes_on = |cue: &Range<usize>| cue.clone().any(|at| self.text.is(at, Role::AccordingToThat));
            return if relation.cue.iter().all(goes_on) {
                self.standing_alone(number)
            } else {
                Referent::new(Identity::Unspecified)
            };
        };
        let range = extent::of(self.text, self.mentions, relation, source);
        self.source(range, number, 0)
    }

    /// "Ek bleibt gelassen: „Das wird schon.“": who says something in the sentence before the colon, or is its subject, where a
    /// quotation behind a colon stands alone.
    fn before_colon(&self, number: usize) -> Option<Referent> {
        let start = self.relations[number].content.first()?.start;
        let colon = start.checked_sub(1).filter(|&at| self.text.is_mark(at, &[":"]))?;
        let sentence = self.text.sentence_of(colon).tokens.start..colon;
        let parts = self.text.language.grammar.parts_quotations() && self.relations[number].cue.is_empty();
        if !parts {
            return None;
        }
        self.speaker_within(&sentence, |_| true).or_else(|| self.subject(sentence, None, |_| true))
    }

    /// Who says something by a cue that stands in a range, by name; the last one who does.
    fn speaker_within(&self, words: &Range<usize>, fits: impl Fn(&Referent) -> bool) -> Option<Referent> {
        let says = |&number: &usize| {
            let cue = self.relations[number].cue.first();
            self.relations[number].depth == 0 && cue.is_some_and(|cue| words.contains(&cue.start))
        };
        let number = self.order.iter().rev().take(RECENT).copied().find(says)?;
        let named = |referent: &&Referent| !referent.who.is_empty() && fits(referent);
        let referent = self.referents.get(number)?.as_ref().filter(named)?;
        Some(referent.again(self.relations[number].source.first()?.clone()))
    }

    /// A quotation without source and cue has the speaker of the relation before it, if that is close.
    fn standing_alone(&self, number: usize) -> Referent {
        if let Some(before) = self.before_colon(number) {
            return before;
        }
        let block = self.text.tokens.get(self.relations[number].place().start).map_or(0, |t| t.block);
        let spoke = self
            .order
            .iter()
            .rev()
            .take(RECENT)
            .find(|&&n| self.relations[n].depth == 0 && !self.relations[n].cue.is_empty());
        spoke
            .filter(|&&n| {
                let other = self.text.tokens.get(self.relations[n].place().start).map_or(0, |t| t.block);
                block.abs_diff(other) <= BLOCKS_BACK
            })
            .and_then(|&n| Some(self.referents.get(n)?.as_ref()?.again(self.relations[n].source.first()?.clone())))
            .unwrap_or_else(|| Referent::new(Identity::Unspecified))
    }
}
