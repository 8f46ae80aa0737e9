//! The core of a noun phrase: possessor, modifiers, head, and where what follows the head starts.
//!
//! The head of an English noun phrase is the last word before the first preposition, relative pronoun, comma or
//! participle: "a former official | at the ministry briefed on the talks".

use super::attribute;
use super::opening::Opening;
use super::words::{self, ARTICLE};
use super::{Determiner, Phrase};
use crate::language::{Function, Noun, NounClass, PatternKind, Role};
use crate::text::{Case, Kind, Text};
use enumset::EnumSet;
use std::ops::Range;

/// How many tokens after a conjunction of modifiers their head may stand.
const HEAD_DISTANCE: usize = 5;

/// How many tokens behind "Department" the noun may stand that "Department of Health and Human Services" modifies.
const NAME_BEHIND_OF: usize = 8;

/// Reads the phrase that fills a range, whose opening is read.
pub fn read(text: &Text, range: Range<usize>, opening: Opening) -> Phrase {
    CoreReader { text, end: range.end }.read(opening)
}

struct CoreReader<'r, 't> {
    text: &'r Text<'t>,
    /// Where the phrase ends.
    end: usize,
}

impl CoreReader<'_, '_> {
    fn read(&self, opening: Opening) -> Phrase {
        let attribute = opening.end.checked_sub(1).and_then(|article| attribute::extended(self.text, article));
        let start = attribute.map(|last| last + 1).filter(|&start| start < self.end).unwrap_or(opening.end);
        let (mut at, mut last, mut possessor) = (start, None, None);
        while at < self.end {
            let is_joint = last.is_some() && (self.is(at, Role::Coordinator) || self.text.is_mark(at, &["/"]));
            if at > start && words::is_possessive(self.text, at) {
                possessor = Some(start..at);
                last = None;
            } else if last.is_some() && self.is(at, Role::Reflexive) {
                at += 1;
                break;
            } else if is_joint {
                if !self.joins_modifiers(at) {
                    break;
                }
            } else if let Some(noun) = last.and_then(|last| self.noun_behind_name(last, at)) {
                at = noun;
                last = Some(noun);
            } else if self.ends_core(at, last) {
                break;
            } else if !matches!(self.text.tokens[at].kind, Kind::DoubleQuote | Kind::SingleQuote) {
                last = Some(at);
            }
            at += 1;
        }
        let head = last.unwrap_or(start.min(self.end.saturating_sub(1)));
        let noun = self.noun(head);
        let first = start.min(head);
        Phrase {
            core: first..(head + 1).min(self.end).max(first),
            head,
            noun,
            determiner: opening.determiner,
            quantity: opening.quantity,
            possessor,
            rest: at.min(self.end)..self.end,
            plural: noun.map_or_else(
                || self.is(head, Role::Plural),
                |noun| noun.plural || self.is_bare_plural(&opening, noun, head),
            ),
        }
    }

    /// "Kritiker": several of them, where nothing says that it is one.
    fn is_bare_plural(&self, opening: &Opening, noun: Noun, head: usize) -> bool {
        opening.determiner == Determiner::None
            && opening.quantity.is_none()
            && matches!(noun.class, NounClass::Crowd | NounClass::Expert | NounClass::Person)
            && self.text.language.grammar.is_plural_without_article(self.text.norm(head))
    }

    fn is(&self, at: usize, roles: impl Into<EnumSet<Role>>) -> bool {
        at < self.end && self.text.is(at, roles)
    }

    /// The noun at a token of the phrase.
    fn noun(&self, head: usize) -> Option<Noun> {
        (head < self.end).then(|| self.text.tag(head).noun).flatten()
    }

    /// "current and former officials": the conjunction stands inside the modifiers of one head.
    fn joins_modifiers(&self, conjunction: usize) -> bool {
        let before = conjunction.checked_sub(1).and_then(|at| self.noun(at));
        let person = |noun: Option<Noun>| noun.is_some_and(|n| !matches!(n.class, NounClass::Document));
        let modifier = &self.text.tokens[conjunction - 1];
        let opens = self.text.sentence_of(conjunction).tokens.start == conjunction - 1;
        let closed = self.text.function(conjunction - 1) == Some(Function::Pronoun);
        let determined = self.is(conjunction + 1, ARTICLE | Role::PossessiveDeterminer | Role::QuantitySome);
        let capital = |at: usize| at < self.end && self.text.tokens[at].case != Case::Lower;
        // "the Trade and Industry Secretary".
        let office =
            (conjunction + 2..self.end.min(conjunction + HEAD_DISTANCE)).find(|&at| self.text.tag(at).name.is_title);
        if self.is(conjunction - 1, Role::Portfolio)
            && office.is_some_and(|office| (conjunction + 1..=office).all(capital))
        {
            return capital(conjunction - 1);
        }
        let demonym = |at: usize| at < self.end && self.text.tag(at).name.is_demonym;
        if demonym(conjunction - 1) && demonym(conjunction + 1) {
            // "the Ukrainian and Russian governments".
            return (conjunction + 2..self.end.min(conjunction + HEAD_DISTANCE)).any(|at| self.noun(at).is_some());
        }
        if person(before) || closed || determined || modifier.case != Case::Lower && !opens {
            return false;
        }
        (conjunction + 1..self.end.min(conjunction + HEAD_DISTANCE))
            .take_while(|&at| self.text.tokens[at].kind == Kind::Word)
            .any(|at| self.text.tokens[at].case == Case::Lower && person(self.noun(at)))
    }

    /// "a Department of Justice | official": the noun that a name with "of" modifies.
    fn noun_behind_name(&self, last: usize, at: usize) -> Option<usize> {
        let is_capital = |at: usize| self.text.tokens[at].case != Case::Lower;
        let opens = self.is(at, Role::GenitivePreposition)
            && is_capital(last)
            && self.noun(last).is_some_and(|noun| noun.class == NounClass::Institution)
            && !self.text.language.grammar.capitalises_nouns();
        let words = at + 1..self.end.min(at + NAME_BEHIND_OF);
        let noun =
            words.clone().filter(|_| opens).find(|&at| !is_capital(at) && !self.is(at, Role::Coordinator | ARTICLE))?;
        (noun > at + 1 && is_capital(noun - 1) && self.noun(noun).is_some()).then_some(noun)
    }

    /// Whether a word behind the head opens its complement, its clause or the sentence's verb.
    fn opens_what_follows(&self, at: usize) -> bool {
        let tag = self.text.tag(at);
        // "Will" and "May" are names more often; "provided" is a participle more often.
        let ambiguous = tag.function == Some(Function::Modal) || tag.is(Role::Coordinator | Role::PastParticiple);
        words::stays_outside(self.text, at) && !ambiguous
            || tag.is(Role::Postmodifier | Role::RelativeOfPerson | Role::RelativeOfThing)
            || self.text.pattern(PatternKind::Example, at, self.end).is_some()
    }

    /// Whether the core ended before a token; `last` is the last word that may be its head.
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
        let genitive = self.text.language.grammar.has_genitive_articles()
            && self.text.is(at, Role::DefiniteArticle | Role::IndefiniteArticle | Role::PossessiveDeterminer);
        let is_name = self.text.has_capital(last) && self.text.tokens[last].case != Case::Lower;
        if genitive && (is_name || self.noun(last).is_some() || self.text.tag(last).name.is_common_word) {
            return true;
        }
        let by_capital = self.text.language.grammar.capitalises_nouns() && self.text.has_capital(last);
        // "a poll this month", "a report Tuesday".
        if self.is(at, Role::Demonstrative | Role::Day | Role::TimeWord) && self.noun(last).is_some() {
            return true;
        }
        // "the source further claimed", "officials later said".
        if function == Some(Function::Adverb) && (by_capital || self.noun(last).is_some()) {
            return true;
        }
        // "Vertreter deutscher Banken": an adjective behind the noun belongs to another one.
        if by_capital
            && self.text.is(at, Role::GenitiveEnding)
            && !self.text.has_capital(at)
            && self.noun(last).is_some()
        {
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
