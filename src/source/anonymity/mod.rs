//! What the reader learns about a source without a name: how many, what role, how they know, why no name.

mod basis;
mod clause;
mod grade;
mod outlet;

use super::names::Mentions;
use super::referent::Referent;
use crate::analysis::{Anonymity, Grade, Identity};
use crate::attribution::Relation;
use crate::noun_phrase::{Determiner, Phrases, Quantity};
use crate::text::Text;
use clause::Clause;
use rustc_hash::FxHashMap;
use std::ops::Range;

/// Describes every unnamed source; a vague one with a clause of anonymity becomes unnamed.
#[inline(never)]
pub fn describe(
    text: &Text,
    phrases: Phrases,
    mentions: &Mentions,
    relations: &[Relation],
    referents: &mut [Referent],
) -> Vec<Option<Anonymity>> {
    let clauses = clause::find(text, phrases, relations, referents);
    for clause in &clauses {
        if let Some(referent) = referents.get_mut(clause.owner) {
            referent.identity = Identity::Unnamed;
        }
    }
    let mut owned: FxHashMap<usize, Vec<&Clause>> = FxHashMap::default();
    for clause in &clauses {
        owned.entry(clause.owner).or_default().push(clause);
    }
    let by_id = relations.iter().map(|relation| (relation.id, relation)).collect();
    let describer = Describer { text, phrases, mentions, relations, by_id };
    let on_one = resting_on_one(relations, referents);
    (0..relations.len())
        .map(|number| {
            let referent = referents.get(number).filter(|r| r.identity == Identity::Unnamed)?;
            let own = owned.get(&number).map(Vec::as_slice).unwrap_or_default();
            let rests_on_one = on_one.get(number).copied().unwrap_or_default();
            Some(Anonymity { rests_on_one, ..describer.anonymity(number, referent, own) })
        })
        .collect()
}

struct Describer<'r, 't> {
    text: &'r Text<'t>,
    phrases: Phrases<'r, 't>,
    mentions: &'r Mentions<'t>,
    relations: &'r [Relation],
    by_id: FxHashMap<usize, &'r Relation>,
}

impl Describer<'_, '_> {
    fn anonymity(&self, number: usize, referent: &Referent, clauses: &[&Clause]) -> Anonymity {
        let relation = &self.relations[number];
        let span = |range: Option<Range<usize>>| range.filter(|r| !r.is_empty()).map(|r| self.text.span(&r));
        let reason = clauses.iter().find_map(|c| c.reason.clone());
        let boilerplate = reason.is_some() && clauses.iter().any(|c| c.stock);
        let clause = clauses.iter().find_map(|c| c.clause.clone());
        let phrase = referent.phrase.as_ref();
        let basis = phrase.and_then(|p| self.basis(relation, p));
        let affiliation = phrase.filter(|_| basis.is_none()).and_then(|p| self.affiliation(p));
        let role = phrase.map(|p| p.core.start..affiliation.as_ref().map_or(p.core.end, |a| a.end));
        let grade = match phrase {
            _ if reason.is_some() && !boilerplate => Grade::Reason,
            _ if basis.is_some() => Grade::RoleAndBasis,
            Some(phrase) => self.grade(phrase, affiliation.is_some()),
            None => Grade::Bare,
        };
        Anonymity {
            count: grade::count(self.text, relation, referent),
            role: span(role),
            basis: span(basis),
            reason: span(reason),
            clause: span(clause),
            boilerplate,
            via: span(self.via(relation)),
            rests_on_one: false,
            grade,
        }
    }
}

/// Plural sources that the page later speaks of as one: "sources said …", then "the source said".
fn resting_on_one(relations: &[Relation], referents: &[Referent]) -> Vec<bool> {
    let mut last_plural: FxHashMap<&str, usize> = FxHashMap::default();
    let mut resting = vec![false; relations.len()];
    for number in Relation::order(relations) {
        let Some(referent) = referents.get(number).filter(|r| r.identity == Identity::Unnamed) else { continue };
        let (Some(noun), Some(phrase)) = (referent.noun, &referent.phrase) else { continue };
        if referent.plural {
            if phrase.quantity.is_none_or(|q| matches!(q, Quantity::Some | Quantity::Several)) {
                last_plural.insert(noun, number);
            }
        } else if phrase.determiner == Determiner::Definite && phrase.quantity.is_none() {
            if let Some(flag) = last_plural.get(noun).and_then(|&n| resting.get_mut(n)) {
                *flag = true;
            }
        } else {
            last_plural.remove(noun);
        }
    }
    resting
}
