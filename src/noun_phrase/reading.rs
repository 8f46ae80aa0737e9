//! Reading of a noun phrase: determiner, quantity, possessor, head, and what follows the head.
//!
//! No parser: the head of an English noun phrase is the last word before the first preposition, relative pronoun,
//! comma or participle, and that is enough to tell who "a former official at the ministry briefed on the talks" is.

use super::words::{self, ARTICLE};
use crate::language::{Function, Noun, NounClass, PatternKind, Role};
use crate::text::{Case, Kind, Text};
use enumset::EnumSet;
use std::ops::Range;

/// A noun phrase, as token numbers.
#[derive(Debug, Clone, PartialEq)]
pub struct Phrase {
    /// From the first word after determiner and quantity to the head.
    pub core: Range<usize>,
    /// The last token of the core; `core.start` where the phrase is empty.
    pub head: usize,
    pub noun: Option<Noun>,
    pub determiner: Determiner,
    pub quantity: Option<Quantity>,
    /// The words of "Mr. Trump's" in "Mr. Trump's lawyers", without the clitic.
    pub possessor: Option<Range<usize>>,
    /// What follows the head, to the end of the phrase.
    pub rest: Range<usize>,
    /// Whether it speaks of more than one.
    pub plural: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Determiner {
    None,
    /// a, one, another
    Indefinite,
    /// the, that, those
    Definite,
    /// his, their
    Possessive,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Quantity {
    One,
    /// An exact number of people that could be listed: two, a dozen.
    Few,
    /// several, multiple: an open number of people that could be listed.
    Several,
    /// some, other, a number of
    Some,
    /// many, most, all, 42 percent: nobody could list them.
    Many,
}

impl Phrase {
    /// Reads the phrase that fills a range of tokens.
    pub fn read(text: &Text, range: Range<usize>) -> Self {
        let end = range.end.min(text.tokens.len());
        let mut reader = Reader {
            text,

            at: range.start.min(end),
            end,
            determiner: Determiner::None,
            quantity: None,
            possessor: None,
        };
        reader.leading();
        reader.quantities();
        reader.core()
    }

    /// Whether the noun is of one of these classes.
    pub fn is_a(&self, classes: &[NounClass]) -> bool {
        self.noun.is_some_and(|noun| classes.contains(&noun.class))
    }

    /// The core without the possessor: "top climate advisers".
    pub fn described(&self) -> Range<usize> {
        let start = self.possessor.as_ref().map_or(self.core.start, |p| (p.end + 1).max(self.core.start));
        start.min(self.head)..self.core.end
    }
}

/// The most people that somebody could list.
const LISTABLE: u32 = 30;

struct Reader<'r, 't> {
    text: &'r Text<'t>,

    at: usize,
    end: usize,
    determiner: Determiner,
    quantity: Option<Quantity>,
    possessor: Option<Range<usize>>,
}

impl Reader<'_, '_> {
    fn is(&self, at: usize, roles: impl Into<EnumSet<Role>>) -> bool {
        at < self.end && self.text.is(at, roles)
    }

    fn is_mark(&self, at: usize, marks: &[&str]) -> bool {
        at < self.end && self.text.is_mark(at, marks)
    }

    fn is_kind(&self, at: usize, kind: Kind) -> bool {
        at < self.end && self.text.tokens[at].kind == kind
    }

    fn leading(&mut self) {
        while self.at + 1 < self.end && (self.is(self.at, Role::PhraseLead) || !words::is_word(self.text, self.at)) {
            self.at += 1;
        }
    }

    /// Determiners, numbers and quantifiers, through "one of", "a number of".
    fn quantities(&mut self) {
        while self.at + 1 < self.end && !self.stands_for_noun(self.at) && self.determiner_or_quantity(self.at) {
            // "one of Mr. Obama's advisers": the quantity stands, the determiner of the inner phrase does not count.
            self.at += 1;
        }
    }

    /// "those close to him", "several in the room": the word stands for the noun.
    fn stands_for_noun(&self, at: usize) -> bool {
        let next = at + 1;
        self.is(next, Role::Postmodifier | Role::RelativeOfPerson | Role::Standing)
            || next < self.end && self.text.function(next) == Some(Function::Auxiliary)
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
        } else if self.is(at, Role::Distributive) && self.determiner == Determiner::Indefinite {
            // "a No 10 source".
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

    /// How many a number in figures means: few where it is small and no share.
    fn figure(&self, at: usize) -> Quantity {
        let small = self.text.norm(at).parse::<u32>().is_ok_and(|number| number <= LISTABLE);
        let share = self.is(at + 1, Role::Percent)
            || self.is_mark(at + 1, &["%"])
            || self.is(at.wrapping_sub(1), Role::GenitivePreposition);
        if small && !share { Quantity::Few } else { Quantity::Many }
    }

    fn core(mut self) -> Phrase {
        let start = self.at;
        let mut core_start = start;
        let mut last = None;
        while self.at < self.end {
            let at = self.at;
            if at > start && words::is_possessive(self.text, at) {
                self.possessor = Some(core_start..at);
                last = None;
                if self.is(at + 1, Role::Own) {
                    self.at += 1;
                }
                core_start = start;
            } else if last.is_some() && (self.is(at, Role::Coordinator) || self.is_mark(at, &["/"])) {
                if !self.joins_modifiers(at) {
                    break;
                }
            } else if last.is_some() && self.is(at, Role::Reflexive) {
                self.at += 1;
                break;
            } else if self.ends_core(at, last) {
                break;
            } else if !self.is_kind(at, Kind::DoubleQuote) && !self.is_kind(at, Kind::SingleQuote) {
                last = Some(at);
            }
            self.at += 1;
        }
        let head = last.unwrap_or(start.min(self.end.saturating_sub(1)));
        let noun = self.noun(head);
        let plural = self.plural(head, noun);
        Phrase {
            core: start.min(head)..(head + 1).min(self.end).max(start.min(head)),
            head,
            noun,
            determiner: self.determiner,
            quantity: self.quantity,
            possessor: self.possessor,
            rest: self.at.min(self.end)..self.end,
            plural,
        }
    }

    fn noun(&self, head: usize) -> Option<Noun> {
        (head < self.end).then(|| self.text.tag(head).noun).flatten()
    }

    fn plural(&self, head: usize, noun: Option<Noun>) -> bool {
        match noun {
            Some(noun) => noun.plural,
            None => self.is(head, Role::Plural),
        }
    }

    /// "current and former officials": the conjunction stands inside the modifiers of one head.
    fn joins_modifiers(&self, conjunction: usize) -> bool {
        let before = conjunction.checked_sub(1).and_then(|at| self.noun(at));
        let person = |noun: Option<Noun>| noun.is_some_and(|n| !matches!(n.class, NounClass::Document));
        let modifier = &self.text.tokens[conjunction - 1];
        let opens = self.text.sentence_of(conjunction).tokens.start == conjunction - 1;
        let closed = self.text.function(conjunction - 1) == Some(Function::Pronoun);
        let determined = self.is(conjunction + 1, ARTICLE | Role::PossessiveDeterminer | Role::QuantitySome);
        let demonym = |at: usize| at < self.end && self.text.tag(at).name.is_demonym;
        if demonym(conjunction - 1) && demonym(conjunction + 1) {
            // "the Ukrainian and Russian governments".
            return (conjunction + 2..self.end.min(conjunction + 5)).any(|at| self.noun(at).is_some());
        }
        if person(before) || closed || determined || modifier.case != Case::Lower && !opens {
            return false;
        }
        (conjunction + 1..self.end.min(conjunction + 5))
            .take_while(|&at| self.is_kind(at, Kind::Word))
            .any(|at| self.text.tokens[at].case == Case::Lower && person(self.noun(at)))
    }

    /// Whether a word behind the head opens its complement, its clause or the sentence's verb.
    fn opens_what_follows(&self, at: usize) -> bool {
        use Function::{Auxiliary, Conjunction, Negation, Preposition, Subordinator, WhWord};
        let tag = self.text.tag(at);
        match tag.function {
            Some(Preposition | WhWord | Negation | Auxiliary) => true,
            Some(Conjunction) if !tag.is(Role::Coordinator) => true,
            Some(Subordinator) if !tag.is(Role::PastParticiple) => true,
            _ => {
                tag.is(Role::Postmodifier | Role::RelativeOfPerson | Role::RelativeOfThing)
                    || self.text.pattern(PatternKind::Example, at, self.end).is_some()
            }
        }
    }

    fn ends_core(&self, at: usize, last: Option<usize>) -> bool {
        let token = &self.text.tokens[at];
        match token.kind {
            Kind::Other if !self.text.is_mark(at, &["&", "/", "%", "$", ".", "#"]) => return last.is_some(),
            Kind::Dash => return last.is_some(),
            _ => {}
        }
        let Some(last) = last else { return false };
        if self.opens_what_follows(at) {
            return true;
        }
        let function = self.text.function(at);
        let next_noun_phrase = token.case != Case::Lower && self.noun(at).is_some_and(|n| n.plural)
            || function == Some(Function::Pronoun)
            || self.text.is(at, ARTICLE | Role::PossessiveDeterminer);
        if next_noun_phrase && self.text.tokens[last].case == Case::Lower && self.noun(last).is_some_and(|n| n.plural) {
            return true;
        }
        // "the source further claimed", "officials later said".
        if function == Some(Function::Adverb) && self.noun(last).is_some() {
            return true;
        }
        // After a noun that can head the phrase, a participle opens what follows it.
        let participle = token.case == Case::Lower && self.text.is(at, Role::PresentParticiple | Role::PastParticiple);
        participle
            && self.noun(last).is_some_and(|noun| noun.plural || at + 1 < self.end)
            && self.text.tag(at).noun.is_none()
            && !(at + 1 < self.end && self.noun(at + 1).is_some())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;
    use crate::text::Document;

    /// The head word, its number, and what follows.
    fn check(source: &str, head: &str, plural: bool, rest: &str) {
        let language = Language::english();
        let text = Text::read(&Document::new(source, "\n"), &language);
        let phrase = Phrase::read(&text, 0..text.tokens.len());
        assert_eq!(
            (text.norm(phrase.head), phrase.plural, text.span(&phrase.rest).of(source)),
            (head, plural, rest),
            "{source}"
        );
    }

    #[test]
    fn the_head_is_the_last_noun_before_what_follows_it() {
        check("a senior US official", "official", false, "");
        check("two people briefed on the talks", "people", true, "briefed on the talks");
        check("an official at the ministry", "official", false, "at the ministry");
        check("Mr. Ek's former lawyers, who left", "lawyers", true, ", who left");
        check("one of the mayor's aides", "aides", true, "");
        check("current and former officials", "officials", true, "");
        check("the source further", "source", false, "further");
        check("the Ukrainian and Russian governments", "governments", true, "");
        check("a group of doctors in Oslo", "doctors", true, "in Oslo");
    }
}
