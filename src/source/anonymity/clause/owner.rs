//! Whose clause of anonymity it is.

use super::Finder;
use crate::language::{Function, NounTrait, Role};
use crate::noun_phrase::words;
use crate::source::pronoun::Pronoun;
use std::ops::Range;

/// How many sentences apart a clause may stand from its source.
const SENTENCES_APART: usize = 3;

impl Finder<'_, '_> {
    /// The source of the sentence that a clause is about, or the one that its subject takes up.
    pub fn owner(&self, core: &Range<usize>, sentence: &Range<usize>) -> Option<usize> {
        let in_sentence = |source: &Range<usize>| sentence.contains(&source.start);
        let next = self.sources.partition_point(|(s, _)| s.start < core.start);
        let last = next.checked_sub(1).and_then(|n| self.sources.get(n));
        let before = || last.filter(|(s, _)| in_sentence(s));
        let after = || {
            let opens = core.start == sentence.start
                || self.text.is(sentence.start, Role::PresentParticiple)
                || self.text.function(sentence.start) == Some(Function::Preposition);
            self.sources.get(next).filter(|(s, _)| opens && in_sentence(s))
        };
        // "Ann, who declined to give her last name": the clause is about somebody named.
        let named = self.named.partition_point(|&start| start < core.start);
        let nearest_named = named.checked_sub(1).and_then(|n| self.named.get(n)).copied().unwrap_or_default();
        if nearest_named >= sentence.start && nearest_named > 0 && before().is_none_or(|(s, _)| s.start < nearest_named)
        {
            return None;
        }
        let found = before().or_else(after).map(|&(_, number)| number);
        found.or_else(|| self.owner_elsewhere(core, sentence))
    }

    /// The subject of a sentence of its own: "The official asked …", "They requested …".
    fn owner_elsewhere(&self, core: &Range<usize>, sentence: &Range<usize>) -> Option<usize> {
        let verb = (sentence.start + 1..core.start)
            .find(|&at| self.text.is(at, Role::ConditionVerb | Role::Said) || words::is_finite(self.text, at));
        let subject = self.phrases.read(sentence.start..verb.unwrap_or(core.start).max(sentence.start + 1));
        let here = self.text.tokens.get(core.start)?.sentence;
        let distance = |source: &Range<usize>| {
            self.text.tokens.get(source.start).map_or(usize::MAX, |t| t.sentence.abs_diff(here))
        };
        let pronoun = Pronoun::read(self.text, &subject).is_some();
        let plural = subject.plural || self.text.is(subject.head, Role::PluralPronoun | Role::QuantityMany);
        let fits = |number: usize| {
            let referent = &self.referents[number];
            let same = subject.noun.is_some_and(|n| referent.noun == Some(n.singular));
            same || (pronoun || subject.noun.is_none() || subject.noun.is_some_and(|n| n.is(NounTrait::Bare)))
                && referent.plural == plural
        };
        let near = |(source, number): &&(Range<usize>, usize)| distance(source) <= SENTENCES_APART && fits(*number);
        let next = self.sources.partition_point(|(s, _)| s.start < core.start);
        let (earlier, later) = self.sources.split_at(next);
        let before = earlier.iter().rev().take_while(|(s, _)| distance(s) <= SENTENCES_APART).find(near);
        let after = || later.iter().take_while(|(s, _)| distance(s) <= SENTENCES_APART).find(near);
        // "A second person said so. They requested anonymity."
        let last = || earlier.last().filter(|(s, _)| pronoun && plural && distance(s) == 1);
        before.or_else(after).or_else(last).map(|&(_, number)| number)
    }
}
