//! Reading a source: its conjuncts one by one, trying each way to find out who it is.

use super::{NESTED, Resolver};
use crate::analysis::Identity;
use crate::language::{NounClass, Role};
use crate::noun_phrase::{Determiner, Phrase, Quantity, words};
use crate::source::names::{EntityKind, Mention};
use crate::source::pronoun::Pronoun;
use crate::source::referent::{Referent, Who};
use std::ops::Range;

/// How likely the name is in a source that holds a clause.
const IN_A_CLAUSE: f32 = 0.5;

/// How many tokens an apposition between two conjuncts may take.
const LONGEST_APPOSITION: usize = 14;

/// How many tokens brackets between two conjuncts may hold, themselves included.
const LONGEST_BRACKET: usize = 8;

/// The most conjuncts of a source that are read.
const CONJUNCTS: usize = 4;

impl Resolver<'_, '_> {
    /// Whom a source stands for, its conjuncts one by one.
    pub fn source(&mut self, range: Range<usize>, number: usize, conjunct: usize) -> Referent {
        if self.nested >= NESTED {
            return Referent::new(Identity::Named);
        }
        self.nested += 1;
        let first = self.name_before_conjunct(&range).unwrap_or_else(|| range.clone());
        let phrase = self.phrases.read(first.clone());
        let mut referent = self.phrase(&phrase, first, number);
        if conjunct < CONJUNCTS
            && let Some(next) = self.joint(&phrase, &referent, &range).filter(|next| next + 1 < range.end)
        {
            let other = self.conjunct(&phrase, next + 1..range.end, number, conjunct + 1);
            add_conjunct(&mut referent, &phrase, other);
        }
        self.nested -= 1;
        referent
    }

    /// "Ek and party leaders": the name is no modifier of the leaders.
    fn name_before_conjunct(&self, range: &Range<usize>) -> Option<Range<usize>> {
        let name = self.mentions.at(range.start).filter(|mention| self.mentions.is_person(mention.entity))?;
        let end = name.tokens.end;
        (end < range.end && self.text.is(end, Role::Coordinator)).then_some(range.start..end)
    }

    /// What joins another source behind a phrase: "Ek and Lund", "Ek (D-Ohio) and Lund", "Ek of Ohio and Lund", "Ek, Senator
    /// Lund", "Ek, the mayor, and Lund".
    fn joint(&self, phrase: &Phrase, first: &Referent, range: &Range<usize>) -> Option<usize> {
        let is_person = |who: &Who| matches!(who, Who::Entity(entity) if self.mentions.is_person(*entity));
        let person = first.who.first().is_some_and(is_person);
        let named = first.chain.first().filter(|name| person && range.contains(&name.start));
        let behind = named.map_or(phrase.rest.start, |name| name.end.max(phrase.rest.start));
        let next = self.behind_place(self.behind_bracket(behind, range.end));
        let titled = |at: usize| {
            let mention = self.mentions.within(&(at..range.end)).first();
            let is_titled = |mention: &&Mention| {
                let last = self.text.tag(mention.tokens.end - 1);
                mention.titled <= at && self.mentions.is_person(mention.entity) && last.noun.is_none()
            };
            let titled = mention.filter(is_titled);
            titled.is_some_and(|mention| mention.tokens.end <= range.end)
        };
        if self.text.is(next, Role::Coordinator) || self.text.is_mark(next, &[","]) && person && titled(next + 1) {
            return Some(next);
        }
        let behind = next..range.end;
        let last = behind.take(LONGEST_APPOSITION).find(|&at| self.text.is(at, Role::Coordinator))?;
        let described = self.text.is_mark(next, &[","]) && self.text.is_mark(last - 1, &[","]);
        (described && person && titled(last + 1)).then_some(last)
    }

    /// The token behind what stands in brackets: "(R-Utah)".
    fn behind_bracket(&self, at: usize, end: usize) -> usize {
        let inside = (at..end.min(at + LONGEST_BRACKET)).find(|&at| self.text.is_mark(at, &[")"]));
        inside.filter(|_| self.text.is_mark(at, &["("])).map_or(at, |close| close + 1)
    }

    /// The token behind "of Texas", whom a politician stands for.
    fn behind_place(&self, at: usize) -> usize {
        let place = self.mentions.at(at + 1).filter(|place| place.tokens.start == at + 1);
        let is_place = place.filter(|place| self.mentions.entities[place.entity].kind == EntityKind::Place);
        is_place.filter(|_| self.text.is(at, Role::GenitivePreposition)).map_or(at, |place| place.tokens.end)
    }

    /// What stands behind "and": somebody else, or more about the same person ("the first lady and senator").
    fn conjunct(&mut self, first: &Phrase, range: Range<usize>, number: usize, conjunct: usize) -> Referent {
        let nothing = Referent::new(Identity::Vague);
        let possessed = self.text.is(range.start, Role::PossessiveDeterminer);
        if possessed && (first.core.len() == 1 || self.mentions.within(&range).is_empty()) {
            return Referent { plural: true, ..nothing };
        }
        let phrase = self.phrases.read(range.clone());
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

    /// Whom a phrase stands for.
    pub fn phrase(&mut self, phrase: &Phrase, range: Range<usize>, number: usize) -> Referent {
        let head = phrase.head;
        if let Some(pronoun) = Pronoun::read(self.text, phrase) {
            let mut referent = self.by_pronoun(pronoun, range.start.max(phrase.core.start), number);
            referent.phrase = None;
            return referent;
        }
        let spelled = self.by_name(phrase, &range).or_else(|| self.by_name_beside(phrase));
        let is_somebody = spelled.as_ref().is_some_and(|named| named.personal);
        let mut referent = if !is_somebody && self.is_withheld(phrase, &range, number) {
            Referent { personal: !phrase.plural, is_withheld: true, ..Referent::new(Identity::Unnamed) }
        } else {
            spelled
                .map(|referent| {
                    let likelihood = if self.holds_clause(&range) { IN_A_CLAUSE } else { 1.0 };
                    // "Ek said", where two people of the page are called so: the choice decides.
                    Referent { is_spelled: !self.is_ambiguous(&referent), likelihood, ..referent }
                })
                .or_else(|| self.by_owner(phrase, number))
                .or_else(|| self.by_description(phrase, head))
                .unwrap_or_else(|| self.by_noun(phrase, &range, number))
        };
        referent.noun = phrase.noun.map(|n| n.singular);
        referent.plural |= phrase.plural && phrase.quantity != Some(Quantity::One);
        referent.phrase = Some(phrase.clone());
        referent
    }

    /// "Ek put Lund in charge and ordered …": a source that holds a verb of its own is more than a noun phrase, and its name may
    /// be another one.
    fn holds_clause(&self, range: &Range<usize>) -> bool {
        let opens = |&at: &usize| self.text.is(at, Role::RelativeOfPerson | Role::RelativeOfThing);
        let described = range.clone().find(opens).unwrap_or(range.end);
        (range.start..described).any(|at| words::is_finite(self.text, at))
    }
}

/// Adds the source after "and" to the one before it.
fn add_conjunct(referent: &mut Referent, first: &Phrase, other: Referent) {
    referent.is_spelled |= other.is_spelled;
    referent.likelihood = referent.likelihood.min(other.likelihood);
    referent.plural |= other.plural || !other.who.is_empty() || other.phrase.is_some();
    // "police and officials": police are named as a body, which does not make the officials named.
    if !other.who.is_empty() {
        referent.identity = Identity::Named;
    } else if other.identity == Identity::Unnamed
        && referent.who.is_empty()
        && (matches!(referent.identity, Identity::Vague | Identity::Document) || first.is_a(&[NounClass::Institution]))
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
