//! What a page says about not naming a source: the clause of anonymity and the reason, wherever they stand.
//!
//! They stand in the source, behind the verb, in the next sentence ("The official asked not to be named because …")
//! or in the one before. Each clause belongs to one source.

mod owner;
mod reason;

use crate::analysis::Identity;
use crate::attribution::Relation;
use crate::language::{Function, PatternKind, Role};
use crate::noun_phrase::Phrases;
use crate::order::sort_by_numbers;
use crate::source::referent::Referent;
use crate::text::Text;
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
pub fn find(text: &Text, phrases: Phrases, relations: &[Relation], referents: &[Referent]) -> Vec<Clause> {
    let sources = outermost_unnamed(relations, referents);
    let mut clauses = Vec::new();
    if sources.is_empty() {
        return clauses;
    }
    let finder =
        Finder { text, phrases, relations, referents, sources, named: starts_of_named(text, relations, referents) };
    let mut at = 0;
    while at < text.tokens.len() {
        let found = finder.clause_at(at).or_else(|| finder.stock_at(at));
        at = match found {
            Some((clause, end)) => {
                clauses.extend(clause.as_ref().and_then(|c| finder.antecedent(c)));
                clauses.extend(clause);
                end.max(at + 1)
            }
            None => at + 1,
        };
    }
    clauses
}

/// The sources without a name, in the order of the text; of "the official, who asked", the whole and not the pronoun.
fn outermost_unnamed(relations: &[Relation], referents: &[Referent]) -> Vec<(Range<usize>, usize)> {
    let mut sources: Vec<(Range<usize>, usize)> = relations
        .iter()
        .zip(referents)
        .enumerate()
        .filter(|(_, (_, referent))| matches!(referent.identity, Identity::Unnamed | Identity::Vague))
        .filter_map(|(number, (relation, _))| Some((relation.source.first()?.clone(), number)))
        .collect();
    sort_by_numbers(&mut sources, |(source, _)| (source.start, usize::MAX - source.end));
    let mut end = 0;
    sources.retain(|(source, _)| {
        let outer = source.end > end;
        end = end.max(source.end);
        outer
    });
    sources
}

/// Where the sources start that are somebody known by name.
fn starts_of_named(text: &Text, relations: &[Relation], referents: &[Referent]) -> Vec<usize> {
    let named = relations.iter().zip(referents).filter(|(relation, referent)| {
        let relative = relation.source.first().is_some_and(|s| text.is(s.start, Role::RelativeOfPerson));
        referent.identity == Identity::Named && !referent.who.is_empty() && !relative
    });
    let mut starts: Vec<usize> = named.filter_map(|(relation, _)| Some(relation.source.first()?.start)).collect();
    starts.sort_unstable();
    starts
}

struct Finder<'r, 't> {
    text: &'r Text<'t>,
    phrases: Phrases<'r, 't>,
    relations: &'r [Relation],
    referents: &'r [Referent],
    /// Sources that could own a clause, in the order of the text.
    sources: Vec<(Range<usize>, usize)>,
    /// Where the other sources start.
    named: Vec<usize>,
}

/// How many tokens before a stock reason its conjunction may stand: "because they were".
const CONJUNCTION_DISTANCE: usize = 6;

/// How many tokens may lead to a clause: "who would only speak on the".
const LEAD: usize = 16;

impl Finder<'_, '_> {
    /// The clause that starts at a token, if a source owns it, and where it ends.
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

    /// "They requested anonymity": the clause is also about the source that the pronoun refers to.
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
        let opener =
            (sentence.start..at).rev().take(CONJUNCTION_DISTANCE).find(|&t| self.text.is(t, Role::CausalConjunction));
        let auxiliary = at.checked_sub(1).filter(|&t| self.text.function(t) == Some(Function::Auxiliary));
        let start = opener.or(auxiliary).unwrap_or(at);
        let end = self.reason_end(start, core.end, &sentence, owner);
        Some((Some(Clause { owner, clause: None, reason: Some(start..end), stock: true }), core.end))
    }

    /// The clause with the verb and the relative pronoun before it.
    fn whole(&self, core: &Range<usize>, sentence: &Range<usize>) -> Range<usize> {
        let before = (sentence.start..core.start).rev().take(LEAD);
        let start = before.take_while(|&at| self.leads_to_clause(at)).last();
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
}
