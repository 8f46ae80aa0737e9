//! What opens a noun phrase: its determiner and how many it means.

use super::words::{self, ARTICLE, QUANTITY};
use super::{Determiner, Quantity};
use crate::language::{Function, Role};
use crate::text::{Kind, Text};
use enumset::EnumSet;
use std::ops::Range;

/// What stands before the core of a phrase.
#[derive(Debug, Clone, Copy)]
pub struct Opening {
    pub determiner: Determiner,
    pub quantity: Option<Quantity>,
    /// Where the core starts.
    pub end: usize,
}

/// The most people that somebody could list.
const LISTABLE: u32 = 30;

/// Reads the opening of the phrase that fills a range; at least one word is left for the core.
pub fn read(text: &Text, range: Range<usize>) -> Opening {
    let mut reader =
        OpeningReader { text, at: range.start, end: range.end, determiner: Determiner::None, quantity: None };
    reader.leading();
    reader.quantities();
    Opening { determiner: reader.determiner, quantity: reader.quantity, end: reader.at }
}

struct OpeningReader<'r, 't> {
    text: &'r Text<'t>,
    at: usize,
    end: usize,
    determiner: Determiner,
    quantity: Option<Quantity>,
}

impl OpeningReader<'_, '_> {
    fn is(&self, at: usize, roles: impl Into<EnumSet<Role>>) -> bool {
        at < self.end && self.text.is(at, roles)
    }

    fn is_mark(&self, at: usize, marks: &[&str]) -> bool {
        at < self.end && self.text.is_mark(at, marks)
    }

    fn is_kind(&self, at: usize, kind: Kind) -> bool {
        at < self.end && self.text.tokens[at].kind == kind
    }

    fn function(&self, at: usize) -> Option<Function> {
        self.text.function(at).filter(|_| at < self.end)
    }

    /// In figures or in words.
    fn is_number(&self, at: usize) -> bool {
        self.is_kind(at, Kind::Number) || self.is(at, QUANTITY)
    }

    /// A preposition other than that of a genitive: "in", "from", but not "of".
    fn is_other_preposition(&self, at: usize) -> bool {
        self.function(at) == Some(Function::Preposition) && !self.is(at, Role::GenitivePreposition)
    }

    /// Words before the phrase that belong to the sentence.
    fn leading(&mut self) {
        while self.at + 1 < self.end && self.leads_in(self.at) {
            self.at += 1;
        }
    }

    fn leads_in(&self, at: usize) -> bool {
        use Function::{Conjunction, Negation, Preposition, Subordinator, WhWord};
        matches!(self.text.function(at), Some(Conjunction | Negation | Preposition | Subordinator | WhWord))
            || self.is(at, Role::PhraseLead)
            || !words::is_word(self.text, at)
    }

    /// Determiners, numbers and quantifiers, through "one of", "a number of".
    fn quantities(&mut self) {
        while self.at + 1 < self.end {
            if let Some(end) = self.share(self.at) {
                self.quantity = Some(Quantity::Many);
                self.at = end.min(self.end - 1);
            } else if !self.stands_for_noun(self.at) && self.determiner_or_quantity(self.at) {
                // "one of Mr. Obama's advisers": the quantity stands, the determiner of the inner phrase does not count.
                self.at += 1;
            } else {
                break;
            }
        }
    }

    /// Where a share that begins here ends: "54%", "54 per cent", "eight in 10", "a third of".
    fn share(&self, at: usize) -> Option<usize> {
        if self.is(at, Role::Ordinal) && self.determiner == Determiner::Indefinite {
            return self.is(at + 1, Role::GenitivePreposition).then_some(at + 2);
        }
        if !self.is_number(at) {
            return None;
        }
        let percent =
            (at + 1..self.end).take_while(|&at| self.is(at, Role::Percent) || self.is_mark(at, &["%"])).last();
        let of_so_many = self.is_other_preposition(at + 1) && self.is_number(at + 2);
        percent.map(|last| last + 1).or(of_so_many.then_some(at + 3))
    }

    /// "those close to him", "several in the room": the word stands for the noun.
    fn stands_for_noun(&self, at: usize) -> bool {
        let next = at + 1;
        let preposition = self.is_other_preposition(next)
            && !self.modifies_quantity(next)
            && !self.is(at, ARTICLE | Role::PossessiveDeterminer);
        preposition
            || self.function(next) == Some(Function::Auxiliary)
            || self.is(next, Role::Postmodifier | Role::RelativeOfPerson)
    }

    /// "more than two", "at least one".
    fn modifies_quantity(&self, at: usize) -> bool {
        let next = at + 1;
        self.is(at, Role::QuantityModifier) && (self.is_number(next) || self.is(next, Role::QuantityModifier))
    }

    /// Takes in a word before the core; whether it is one.
    fn determiner_or_quantity(&mut self, at: usize) -> bool {
        if self.is(at, Role::IndefiniteArticle) {
            self.determiner = Determiner::Indefinite;
        } else if self.is(at, Role::DefiniteArticle | Role::Demonstrative) {
            self.determiner = Determiner::Definite;
        } else if self.is(at, Role::PossessiveDeterminer) {
            self.determiner = Determiner::Possessive;
        } else if self.is(at, Role::QuantityOne) || self.is_mark(at, &["1"]) {
            self.determiner = Determiner::Indefinite;
            self.quantity = Some(Quantity::One);
        } else if self.is(at, Role::QuantitySeveral) {
            self.quantity.get_or_insert(Quantity::Several);
        } else if self.is(at, Role::QuantitySome) {
            self.quantity.get_or_insert(Quantity::Some);
        } else if self.determiner == Determiner::Indefinite
            && (self.is(at, Role::Distributive) || self.is_kind(at, Kind::Number))
        {
            // "a No 10 source", "a 911 caller": no quantity of what is one.
            return false;
        } else if self.is(at, Role::QuantityMany) {
            self.quantity = Some(Quantity::Many);
        } else if self.is(at, Role::QuantityFew) {
            self.quantity = Some(Quantity::Few);
        } else if self.is_kind(at, Kind::Number) && !self.text.norm(at).contains('-') {
            self.quantity = Some(self.figure(at));
        } else if self.is(at, Role::PartitiveMany | Role::PartitiveSome) && self.is(at + 1, Role::GenitivePreposition) {
            let many = self.is(at, Role::PartitiveMany);
            self.quantity = Some(if many { Quantity::Many } else { Quantity::Some });
        } else {
            // Part of the quantity, which it does not change.
            return self.is(at, Role::QuantityModifier)
                || self.is_mark(at, &["%"])
                || self.is(at, Role::Ordinal) && self.determiner != Determiner::Definite
                || self.is(at, Role::GenitivePreposition) && self.quantity.is_some();
        }
        true
    }

    /// How many a number in figures means: few where it is small and none of a larger number.
    fn figure(&self, at: usize) -> Quantity {
        let small = self.text.norm(at).parse::<u32>().is_ok_and(|number| number <= LISTABLE);
        let of_more = self.is(at.wrapping_sub(1), Role::GenitivePreposition);
        if small && !of_more { Quantity::Few } else { Quantity::Many }
    }
}
