//! What a page says about not naming a source: the clause of anonymity and the reason, wherever they stand.
//!
//! They stand in the source, behind the verb, in the next sentence ("The official asked not to be named because …")
//! or in the one before. Each clause is handed to one source.

use super::pronoun::Pronoun;
use super::referent::Referent;
use crate::analysis::Identity;
use crate::attribution::Relation;
use crate::language::{Function, NounTrait, PatternKind, Role};
use crate::noun_phrase::Phrase;
use crate::text::{Kind, Text};
use std::ops::Range;

/// A clause of anonymity or a reason for it, as token ranges.
#[derive(Debug, Clone, PartialEq)]
pub struct Clause {
    /// The number of the relation whose source it is about.
    pub owner: usize,
    /// "who spoke on condition of anonymity"; none where only the stock reason is given.
    pub clause: Option<Range<usize>>,
    pub reason: Option<Range<usize>>,
    /// Whether the reason is the stock one.
    pub stock: bool,
}

/// Finds all clauses that some source without a name can own.
pub fn find(text: &Text, relations: &[Relation], referents: &[Referent]) -> Vec<Clause> {
    let mut sources: Vec<(Range<usize>, usize)> = relations
        .iter()
        .zip(referents)
        .enumerate()
        .filter(|(_, (_, referent))| matches!(referent.identity, Identity::Unnamed | Identity::Vague))
        .filter_map(|(number, (relation, _))| Some((relation.source.first()?.clone(), number)))
        .collect();
    sources.sort_by_key(|(source, _)| (source.start, std::cmp::Reverse(source.end)));
    // "the official, who asked …": the pronoun inside stands for the whole.
    let mut end = 0;
    sources.retain(|(source, _)| {
        let outer = source.end > end;
        end = end.max(source.end);
        outer
    });
    let named = relations.iter().zip(referents).filter(|(relation, referent)| {
        let relative = relation.source.first().is_some_and(|s| text.is(s.start, Role::RelativeOfPerson));
        referent.identity == Identity::Named && !referent.who.is_empty() && !relative
    });
    let mut named: Vec<usize> = named.filter_map(|(relation, _)| Some(relation.source.first()?.start)).collect();
    named.sort_unstable();
    let reader = Reader { text, relations, referents, sources, named };
    let mut clauses = Vec::new();
    if reader.sources.is_empty() {
        return clauses;
    }
    let mut at = 0;
    while at < text.tokens.len() {
        let found = reader.clause_at(at).or_else(|| reader.stock_at(at));
        at = match found {
            Some((clause, end)) => {
                clauses.extend(clause.as_ref().and_then(|c| reader.antecedent(c)));
                clauses.extend(clause);
                end.max(at + 1)
            }
            None => at + 1,
        };
    }
    clauses
}

struct Reader<'r, 't> {
    text: &'r Text<'t>,

    relations: &'r [Relation],
    referents: &'r [Referent],
    /// Sources that could own a clause, in the order of the text.
    sources: Vec<(Range<usize>, usize)>,
    /// Where the other sources start.
    named: Vec<usize>,
}

/// How many sentences apart a clause may stand from its source.
const NEAR: usize = 3;

/// How many tokens may stand between the clause and its reason.
const GAP: usize = 16;

impl Reader<'_, '_> {
    fn clause_at(&self, at: usize) -> Option<(Option<Clause>, usize)> {
        let sentence = self.text.sentence_of(at).tokens.clone();
        let core = self.text.pattern(PatternKind::Clause, at, sentence.end)?;
        let Some(owner) = self.owner(&core, &sentence) else { return Some((None, core.end)) };
        let before = self.reason_before(&core, &sentence);
        let reason = self.reason_after(&core, &sentence, owner).or(before);
        let stock = reason.clone().is_some_and(|r| self.holds_stock(&r));
        let end = reason.as_ref().map_or(core.end, |r| r.end.max(core.end));
        Some((Some(Clause { owner, clause: Some(self.whole(&core, &sentence)), reason, stock }), end))
    }

    /// "They requested anonymity": the clause is as much about whom the pronoun goes back to.
    fn antecedent(&self, clause: &Clause) -> Option<Clause> {
        let referent = self.referents.get(clause.owner).filter(|r| r.phrase.is_none())?;
        let start = referent.chain.first()?.start;
        let at = self.sources.binary_search_by_key(&start, |(source, _)| source.start).ok()?;
        let &(_, owner) = self.sources.get(at)?;
        (owner != clause.owner).then(|| Clause { owner, ..clause.clone() })
    }

    /// "who were not authorised to speak": a stock reason that stands by itself.
    fn stock_at(&self, at: usize) -> Option<(Option<Clause>, usize)> {
        let sentence = self.text.sentence_of(at).tokens.clone();
        let core = self.text.pattern(PatternKind::Stock, at, sentence.end)?;
        let Some(owner) = self.owner(&core, &sentence) else { return Some((None, core.end)) };
        let opener = (sentence.start..at).rev().take(6).find(|&t| self.text.is(t, Role::CausalConjunction));
        let auxiliary = at.checked_sub(1).filter(|&t| self.text.function(t) == Some(Function::Auxiliary));
        let start = opener.or(auxiliary).unwrap_or(at);
        let end = self.reason_end(start, core.end, &sentence, owner);
        Some((Some(Clause { owner, clause: None, reason: Some(start..end), stock: true }), core.end))
    }

    /// The clause with the verb and the relative pronoun before it.
    fn whole(&self, core: &Range<usize>, sentence: &Range<usize>) -> Range<usize> {
        let start = (sentence.start..core.start).rev().take_while(|&t| self.leads_to_clause(t)).last();
        start.unwrap_or(core.start)..core.end
    }

    /// What may stand between a source and its clause: "who | would only speak on the | condition of anonymity".
    fn leads_to_clause(&self, at: usize) -> bool {
        let tag = self.text.tag(at);
        tag.is(Role::RelativeOfPerson | Role::ConditionVerb | Role::DefiniteArticle | Role::QuantityMany)
            || tag.is(Role::PluralPronoun | Role::EmptyAdjective)
            || matches!(
                tag.function,
                Some(Function::Auxiliary | Function::Modal | Function::Adverb | Function::Preposition)
            )
    }

    fn owner(&self, core: &Range<usize>, sentence: &Range<usize>) -> Option<usize> {
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
        let subject = Phrase::read(self.text, sentence.start..core.start.max(sentence.start + 1));
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
        let near = |(source, number): &&(Range<usize>, usize)| distance(source) <= NEAR && fits(*number);
        let next = self.sources.partition_point(|(s, _)| s.start < core.start);
        let (earlier, later) = self.sources.split_at(next);
        let before = earlier.iter().rev().take_while(|(s, _)| distance(s) <= NEAR).find(near);
        let after = || later.iter().take_while(|(s, _)| distance(s) <= NEAR).find(near);
        before.or_else(after).map(|&(_, number)| number)
    }

    fn reason_after(&self, core: &Range<usize>, sentence: &Range<usize>, owner: usize) -> Option<Range<usize>> {
        let limit = sentence.end.min(core.end + GAP);
        let mut at = core.end;
        while at < limit {
            if let Some(opener) = self.text.pattern(PatternKind::Reason, at, sentence.end) {
                // "to discuss" gives the reason only right behind the clause; further on it says something else.
                let loose = self.text.is(at, Role::LooseReason);
                if !loose || at <= core.end + 1 {
                    return Some(at..self.reason_end(at, opener.end, sentence, owner));
                }
            }
            if self.text.tokens[at].kind == Kind::DoubleQuote || self.text.is_mark(at, &[";"]) {
                break;
            }
            at += 1;
        }
        None
    }

    /// "Fearing reprisals, he asked not to be named"; "who, ashamed of …, asked …".
    fn reason_before(&self, core: &Range<usize>, sentence: &Range<usize>) -> Option<Range<usize>> {
        let start = sentence.start.max(core.start.saturating_sub(GAP));
        let at = (start..core.start).find(|&t| {
            let opens = self.text.pattern(PatternKind::Reason, t, core.start).is_some();
            let first = t == sentence.start || self.text.is_mark(t - 1, &[","]);
            opens && (first || self.text.is(t, Role::CausalConjunction)) && !self.text.is(t, Role::LooseReason)
        })?;
        let end = (at..core.start).find(|&t| self.text.is_mark(t, &[","]))?;
        Some(at..end)
    }

    fn reason_end(&self, start: usize, opened: usize, sentence: &Range<usize>, owner: usize) -> usize {
        let relation = &self.relations[owner];
        let mut end = sentence.end;
        for part in relation.cue.iter().chain(&relation.content) {
            if part.start >= opened && part.start < end {
                end = part.start;
            }
        }
        let inside = relation.source.iter().find(|s| s.contains(&start));
        if let Some(source) = inside {
            end = end.min(source.end);
        }
        let stop = (opened..end).find(|&t| {
            self.text.is_mark(t, &[";", ")", "—", "–"])
                || self.text.tokens[t].kind == Kind::DoubleQuote
                || self.opens_clause(t)
                    && ((t + 1)..(t + 4).min(end)).any(|v| self.text.is(v, Role::ConditionVerb | Role::Said))
        });
        let mut end = stop.unwrap_or(end);
        while end > opened && !matches!(self.text.tokens[end - 1].kind, Kind::Word | Kind::Number) {
            end -= 1;
        }
        end.max(start + 1)
    }

    fn opens_clause(&self, at: usize) -> bool {
        self.text.is_mark(at, &[","])
            || self.text.function(at) == Some(Function::Conjunction)
            || self.text.is(at, Role::RelativeOfPerson)
    }

    fn holds_stock(&self, reason: &Range<usize>) -> bool {
        reason.clone().any(|t| self.text.pattern(PatternKind::Stock, t, reason.end).is_some())
    }
}
