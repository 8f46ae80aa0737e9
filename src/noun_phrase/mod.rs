//! Noun phrases: where one starts and ends beside a cue, and how it is built.
//!
//! There is no parser. A phrase grows to the left ([`before`]) and to the right ([`after`]) over words that can belong to
//! one and stops at those that cannot: a subordinator, a finite verb, a clause's comma. Reading one goes from left to
//! right, first what [`opening`] says of determiner and quantity, then possessor and head ([`core`]). All ask the same
//! questions about single words ([`words`]).

mod after;
pub mod attribute;
mod before;
mod core;
mod opening;
pub mod words;

use crate::language::{Function, Noun, NounClass, PatternKind, Role};
use crate::text::{Kind, Text};
use std::ops::Range;

/// The reader of a text's noun phrases.
#[derive(Debug, Clone, Copy)]
pub struct Phrases<'a, 't> {
    text: &'a Text<'t>,
}

/// The longest source in tokens that the rules will read.
const LONGEST: usize = 45;

impl<'a, 't> Phrases<'a, 't> {
    pub fn new(text: &'a Text<'t>) -> Self {
        Self { text }
    }

    fn function(&self, at: usize) -> Option<Function> {
        self.text.function(at)
    }

    fn is_word(&self, at: usize) -> bool {
        words::is_word(self.text, at)
    }

    /// A word without a tense, or a mark inside names and figures.
    fn may_stand_inside(&self, at: usize) -> bool {
        self.is_word(at) && !words::is_finite(self.text, at) || self.text.is_mark(at, &["(", ")", "$", "%", "/"])
    }

    /// Whether a word after a comma opens a description of who stands before it.
    fn opens_apposition(&self, at: usize) -> bool {
        let tag = self.text.tag(at);
        matches!(tag.function, Some(Function::Determiner | Function::WhWord))
            || tag.is(Role::RelativeOfPerson | Role::PossessiveDeterminer)
            || tag.is(Role::RelativeOfThing) && !tag.is(Role::Demonstrative)
            || self.text.tokens.get(at).is_some_and(|token| token.kind == Kind::Number)
            || self.is_word(at) && tag.function.is_none() && tag.verb.is_none() && !self.lacks_capital(at)
    }

    /// Whether a word is no noun, by its small letter.
    fn lacks_capital(&self, at: usize) -> bool {
        self.text.language.grammar.capitalises_nouns() && !self.text.has_capital(at)
    }

    /// A word with a capital letter that is of no closed class.
    pub fn is_name(&self, at: usize) -> bool {
        words::is_name(self.text, at)
    }

    /// Reads the phrase that fills a range of tokens.
    pub fn read(&self, range: Range<usize>) -> Phrase {
        let end = range.end.min(self.text.tokens.len());
        let range = range.start.min(end)..end;
        let opening = opening::read(self.text, range.clone());
        core::read(self.text, range, opening)
    }
}

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

/// Whether a phrase says which one it means.
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

/// How many a phrase says it means.
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
    /// Whether the noun is of one of these classes.
    pub fn is_a(&self, classes: &[NounClass]) -> bool {
        self.noun.is_some_and(|noun| classes.contains(&noun.class))
    }

    /// Whether it means one or some of many: "an aide", "two officials".
    pub fn is_indefinite(&self) -> bool {
        self.determiner == Determiner::Indefinite || self.quantity.is_some()
    }

    /// Whether what follows the head tells how its people know: "|familiar with the talks", "|close to the minister".
    pub fn tells_how_they_know(&self, text: &Text) -> bool {
        self.tells_how_they_know_at(text, self.rest.start)
    }

    /// Whether words behind the head do so: "who have been |briefed on the talks".
    pub fn tells_how_they_know_at(&self, text: &Text, at: usize) -> bool {
        let opens = |kind| text.pattern(kind, at, self.rest.end).is_some();
        opens(PatternKind::Basis) || opens(PatternKind::Nearness)
    }

    /// Whether it speaks of what its people were once: "a former aide".
    pub fn is_former(&self, text: &Text) -> bool {
        (self.core.start..self.head).any(|at| text.is(at, Role::Former))
    }

    /// The core without the possessor: "top climate advisers".
    pub fn described(&self) -> Range<usize> {
        let start = self.possessor.as_ref().map_or(self.core.start, |p| (p.end + 1).max(self.core.start));
        start.min(self.head)..self.core.end
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
        let phrase = Phrases::new(&text).read(0..text.tokens.len());
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
        check("the pilots of both boats", "pilots", true, "of both boats");
        check("those over sixty", "those", false, "over sixty");
        check("Ek, though", "ek", false, ", though");
        check("a Department of Justice official", "official", false, "");
        check("two Ministry of Trade and Industry officials in Oslo", "officials", true, "in Oslo");
        check("the University of Oslo study, which", "study", false, ", which");
        check("the Ministry of Trade under Ek", "ministry", false, "of Trade under Ek");
    }

    /// Determiner and quantity.
    fn opening(source: &str) -> (Determiner, Option<Quantity>) {
        let language = Language::english();
        let text = Text::read(&Document::new(source, "\n"), &language);
        let phrase = Phrases::new(&text).read(0..text.tokens.len());
        (phrase.determiner, phrase.quantity)
    }

    #[test]
    fn determiner_and_quantity_open_a_phrase() {
        assert_eq!(opening("at least two drivers"), (Determiner::None, Some(Quantity::Few)));
        assert_eq!(opening("according to several of the drivers"), (Determiner::Definite, Some(Quantity::Several)));
        assert_eq!(opening("a number of drivers"), (Determiner::Indefinite, Some(Quantity::Some)));
        assert_eq!(opening("hundreds of drivers"), (Determiner::None, Some(Quantity::Many)));
        assert_eq!(opening("42 percent of drivers"), (Determiner::None, Some(Quantity::Many)));
        for share in ["54% of drivers", "just 54 per cent of drivers", "another 7%", "nearly eight in 10 drivers"] {
            assert_eq!(opening(share).1, Some(Quantity::Many), "{share}");
        }
        assert_eq!(opening("a third of drivers"), (Determiner::Indefinite, Some(Quantity::Many)));
        assert_eq!(opening("a third driver"), (Determiner::Indefinite, None));
        assert_eq!(opening("one of his drivers"), (Determiner::Possessive, Some(Quantity::One)));
        assert_eq!(opening("a 911 caller"), (Determiner::Indefinite, None));
        assert_eq!(opening("a No 10 source"), (Determiner::Indefinite, None));
    }

    /// The phrase before and after the one "|" of a text.
    fn around(source: &str) -> (String, String) {
        let language = Language::english();
        let (before, after) = source.split_once('|').expect("a mark for the cue");
        let joined = format!("{before}{after}");
        let text = Text::read(&Document::new(&joined, "\n"), &language);
        let cue = text.tokens.partition_point(|token| token.span.start < before.len());
        let phrases = Phrases::new(&text);
        let words = |range: Option<Range<usize>>| {
            range.map(|range| text.span(&range).of(&joined).to_owned()).unwrap_or_default()
        };
        (words(phrases.before(cue, 0)), words(phrases.after(cue, text.tokens.len())))
    }

    #[test]
    fn a_phrase_grows_over_what_may_belong_to_it() {
        assert_eq!(around("On Monday the head of the port |said so").0, "the head of the port");
        assert_eq!(around("Ek, head of the port, |said so").0, "Ek, head of the port");
        assert_eq!(around("Ek, while leaving the port, |said so").0, "Ek");
        assert_eq!(around("the ministry on Sunday |said so").0, "the ministry");
        assert_eq!(around("the mayor also |said so").0, "the mayor");
        assert_eq!(around("said |the head of the port, Ann Ek, on Monday.").1, "the head of the port, Ann Ek");
        assert_eq!(around("said |Ann Ek in a statement.").1, "Ann Ek");
        assert_eq!(around("said |Ann Ek to reporters.").1, "Ann Ek");
        assert_eq!(around("according to |two people who left the room.").1, "two people who left the room");
        assert_eq!(around("he |with"), ("he".to_owned(), String::new()));
    }
}
