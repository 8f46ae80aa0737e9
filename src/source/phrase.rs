//! Reading of a noun phrase: determiner, quantity, possessor, head, and what follows the head.
//!
//! No parser: the head of an English noun phrase is the last word before the first preposition, relative pronoun,
//! comma or participle, and that is enough to tell who "a former official at the ministry briefed on the talks" is.

use super::function_word::{AFTER_NOUN, COLLECTIVES, LEADING, MANY, NUMERALS, ORDINALS, PREPOSITIONS};
use crate::language::{Function, Noun, NounClass};
use crate::text::{Case, Kind, Text};
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
    /// several, some, other, a number of
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

struct Reader<'r, 't> {
    text: &'r Text<'t>,

    at: usize,
    end: usize,
    determiner: Determiner,
    quantity: Option<Quantity>,
    possessor: Option<Range<usize>>,
}

impl Reader<'_, '_> {
    fn is(&self, at: usize, words: &[&str]) -> bool {
        at < self.end && self.text.is_word(at, words)
    }

    fn is_kind(&self, at: usize, kind: Kind) -> bool {
        at < self.end && self.text.tokens[at].kind == kind
    }

    fn leading(&mut self) {
        while self.at + 1 < self.end
            && (self.is(self.at, &LEADING) || !matches!(self.text.tokens[self.at].kind, Kind::Word | Kind::Number))
        {
            self.at += 1;
        }
    }

    /// Determiners, numbers and quantifiers, through "one of", "a number of".
    fn quantities(&mut self) {
        while self.at + 1 < self.end {
            let at = self.at;
            if self.is(at + 1, &AFTER_NOUN) || self.is(at + 1, &["who", "in", "with", "on", "at", "whose"]) {
                // "those close to him", "several in the room": the word stands for the noun.
                break;
            }
            if self.is(at, &["a", "an"]) {
                self.determiner = Determiner::Indefinite;
            } else if self.is(at, &["the", "that", "this", "those", "these"]) {
                self.determiner = Determiner::Definite;
            } else if self.is(at, &["his", "her", "their", "its", "my", "our", "your", "whose"]) {
                self.determiner = Determiner::Possessive;
            } else if self.is(at, &["one", "another", "each", "every", "1"]) {
                self.determiner = Determiner::Indefinite;
                self.quantity = Some(Quantity::One);
            } else if self.is(at, &["several", "some", "other", "multiple", "various", "numerous", "certain", "few"]) {
                if self.quantity.is_none() {
                    self.quantity = Some(Quantity::Some);
                }
            } else if self.is(at, &["no"]) && self.determiner == Determiner::Indefinite {
                // "a No 10 source".
                break;
            } else if self.is(at, &MANY) || self.is(at, &["few"]) && self.determiner == Determiner::None {
                self.quantity = Some(Quantity::Many);
            } else if self.is(at, &NUMERALS) {
                self.quantity = Some(Quantity::Few);
            } else if self.is_kind(at, Kind::Number) && !self.text.norm(at).contains('-') {
                let small = self.text.norm(at).parse::<u32>().is_ok_and(|n| n <= 30);
                let share = self.is(at + 1, &["percent", "%", "per"]) || self.is(at.wrapping_sub(1), &["of"]);
                self.quantity = Some(if small && !share { Quantity::Few } else { Quantity::Many });
            } else if self.is(at, &COLLECTIVES) && self.is(at + 1, &["of"]) {
                let many = self
                    .is(at, &["majority", "dozens", "scores", "hundreds", "thousands", "millions", "lot", "chorus"]);
                self.quantity = Some(if many { Quantity::Many } else { Quantity::Some });
            } else if self
                .is(at, &["least", "at", "about", "nearly", "almost", "around", "than", "roughly", "%", "far"])
                || self.is(at, &ORDINALS) && self.determiner != Determiner::Definite
                || self.is(at, &["of"]) && self.quantity.is_some()
            {
                // Part of the quantity, which it does not change.
            } else {
                break;
            }
            // "one of Mr. Obama's advisers": the quantity stands, the determiner of the inner phrase does not count.
            self.at += 1;
        }
    }

    fn core(mut self) -> Phrase {
        let start = self.at;
        let mut core_start = start;
        let mut last = None;
        while self.at < self.end {
            let at = self.at;
            if at > start && self.is(at, &["'s", "'"]) && self.text.tokens[at].kind == Kind::Word {
                self.possessor = Some(core_start..at);
                last = None;
                if self.is(at + 1, &["own"]) {
                    self.at += 1;
                }
                core_start = start;
            } else if last.is_some() && self.is(at, &["and", "or", "/"]) {
                if !self.joins_modifiers(at) {
                    break;
                }
            } else if last.is_some() && self.is(at, &["himself", "herself", "itself", "themselves"]) {
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
            None => {
                let norm = if head < self.end { self.text.norm(head) } else { "" };
                norm.ends_with('s') && !norm.ends_with("ss") || matches!(norm, "women" | "men" | "children")
            }
        }
    }

    /// "current and former officials": the conjunction stands inside the modifiers of one head.
    fn joins_modifiers(&self, conjunction: usize) -> bool {
        let before = conjunction.checked_sub(1).and_then(|at| self.noun(at));
        let person = |noun: Option<Noun>| noun.is_some_and(|n| !matches!(n.class, NounClass::Document));
        let modifier = &self.text.tokens[conjunction - 1];
        let opens = self.text.sentence_of(conjunction).tokens.start == conjunction - 1;
        let closed = ["he", "she", "it", "they", "i", "we", "you"].contains(&self.text.norm(conjunction - 1));
        let determined =
            self.is(conjunction + 1, &["a", "an", "the", "his", "her", "their", "its", "my", "our", "other"]);
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

    fn ends_core(&self, at: usize, last: Option<usize>) -> bool {
        let token = &self.text.tokens[at];
        let norm = self.text.norm(at);
        match token.kind {
            Kind::Other if !matches!(norm, "&" | "/" | "%" | "$" | "." | "#") => return last.is_some(),
            Kind::Dash => return last.is_some(),
            _ => {}
        }
        let Some(last) = last else { return false };
        if PREPOSITIONS.contains(&norm) || AFTER_NOUN.contains(&norm) {
            return true;
        }
        let next_noun_phrase = token.case != Case::Lower && self.noun(at).is_some_and(|n| n.plural)
            || matches!(norm, "he" | "she" | "they" | "we" | "i" | "a" | "an" | "the" | "his" | "her" | "their");
        if next_noun_phrase && self.text.tokens[last].case == Case::Lower && self.noun(last).is_some_and(|n| n.plural) {
            return true;
        }
        // "the source further claimed", "officials later said".
        if self.text.function(at) == Some(Function::Adverb) && self.noun(last).is_some() {
            return true;
        }
        // After a noun that can head the phrase, a participle opens what follows it.
        let participle = token.case == Case::Lower && (norm.ends_with("ing") || norm.ends_with("ed"));
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
