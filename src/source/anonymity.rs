//! What the reader learns about a source without a name: how many, what role, how they know, why no name.

use super::clause::{self, Clause};
use super::mention::{EntityKind, Mentions};
use super::referent::Referent;
use crate::analysis::{Anonymity, Count, Grade, Identity};
use crate::attribution::Relation;
use crate::language::{Function, NounClass, NounTrait, PatternKind, Role, VerbGroup};
use crate::noun_phrase::words;
use crate::noun_phrase::{Determiner, Phrase, Quantity};
use crate::text::{Kind, Text};
use rustc_hash::FxHashMap;
use std::ops::Range;

/// Describes every unnamed source; a vague one with a clause of anonymity becomes unnamed.
pub fn describe(
    text: &Text,

    mentions: &Mentions,
    relations: &[Relation],
    referents: &mut [Referent],
) -> Vec<Option<Anonymity>> {
    let clauses = clause::find(text, relations, referents);
    for clause in &clauses {
        if let Some(referent) = referents.get_mut(clause.owner) {
            referent.identity = Identity::Unnamed;
        }
    }
    let mut owned: FxHashMap<usize, Vec<&Clause>> = FxHashMap::default();
    for clause in &clauses {
        owned.entry(clause.owner).or_default().push(clause);
    }
    let reader = Reader { text, mentions, relations };
    let on_one = resting_on_one(relations, referents);
    (0..relations.len())
        .map(|number| {
            let referent = referents.get(number).filter(|r| r.identity == Identity::Unnamed)?;
            let own = owned.get(&number).map(Vec::as_slice).unwrap_or_default();
            let rests_on_one = on_one.get(number).copied().unwrap_or_default();
            Some(Anonymity { rests_on_one, ..reader.anonymity(number, referent, own) })
        })
        .collect()
}

struct Reader<'r, 't> {
    text: &'r Text<'t>,

    mentions: &'r Mentions<'t>,
    relations: &'r [Relation],
}

impl Reader<'_, '_> {
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
            count: count(self.text, relation, referent),
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

    fn grade(&self, phrase: &Phrase, affiliated: bool) -> Grade {
        let modifiers = (phrase.core.start..phrase.head).filter(|&at| {
            !self.text.is(at, Role::EmptyAdjective | Role::Ordinal) && self.text.tokens[at].kind == Kind::Word
        });
        let modified = modifiers.count() > 0;
        let bare = phrase.noun.is_none_or(|n| n.is(NounTrait::Bare));
        let group = phrase.noun.is_some_and(|n| {
            n.is(NounTrait::Affiliate) || matches!(n.class, NounClass::Media | NounClass::Institution)
        });
        match (bare, modified || affiliated) {
            _ if group => Grade::Group,
            (true, false) if phrase.noun.is_some() => Grade::Bare,
            // "a 14-year-old Syrian girl" is a role, "a Democratic source" an affiliation.
            (true, true) if phrase.is_a(&[NounClass::Person]) && !affiliated => Grade::Role,
            (true, true) => Grade::Group,
            (true, false) if !self.names_a_role(phrase.head) => Grade::Bare,
            _ => Grade::Role,
        }
    }

    /// Whether a head that no list has still tells a role: "beekeeper", not "some" or "one".
    fn names_a_role(&self, head: usize) -> bool {
        let tag = self.text.tag(head);
        (self.text.tokens[head].kind == Kind::Word || tag.is(Role::AgeInYears))
            && tag.function.is_none()
            && !tag.is(words::QUANTITY | Role::Anybody | Role::LoosePronoun)
    }

    /// How they know, behind the head or in a relative clause behind the source.
    fn basis(&self, relation: &Relation, phrase: &Phrase) -> Option<Range<usize>> {
        let end = self.description_end(relation, phrase);
        let mut at = phrase.rest.start;
        while at < end {
            if self.text.pattern(PatternKind::Clause, at, end).is_some() {
                return None;
            }
            if let Some(near) = self.text.pattern(PatternKind::Nearness, at, end) {
                let object = Phrase::read(self.text, near.end..end);
                return self.text.is(object.head, Role::Matter).then(|| at..self.basis_end(near.end, end));
            }
            if let Some(opener) = self.text.pattern(PatternKind::Basis, at, end) {
                let relative = self.text.is(at, Role::RelativeOfPerson | Role::RelativeOfThing);
                if !relative || self.tells_how(opener.end, end) {
                    return Some(at..self.basis_end(opener.end, end));
                }
            }
            at += 1;
        }
        None
    }

    /// Where the description of the source ends: the source itself, or a relative clause right behind it.
    fn description_end(&self, relation: &Relation, phrase: &Phrase) -> usize {
        let source = relation.source.iter().find(|s| s.contains(&phrase.head)).map_or(0, |s| s.end);
        let own = source.max(phrase.rest.end);
        let next = own + usize::from(self.text.is_mark(own, &[","]));
        if own < self.text.tokens.len() && self.text.is(next, Role::RelativeOfPerson | Role::Postmodifier) {
            let sentence = self.text.sentence_of(own).tokens.end;
            let cue = relation.cue.iter().map(|c| c.start).filter(|&c| c >= own).min().unwrap_or(sentence);
            return sentence.min(cue);
        }
        own
    }

    /// Whether a relative clause tells how they know rather than how they spoke.
    fn tells_how(&self, start: usize, end: usize) -> bool {
        let stock = (start..end.min(start + 4)).any(|t| self.text.pattern(PatternKind::Stock, t, end).is_some());
        let manner = self.text.is(start, Role::ConditionVerb | Role::Said | Role::Do)
            || matches!(self.text.function(start), Some(Function::Modal | Function::Adverb | Function::Preposition));
        start < end && !manner && !stock && !self.text.is_mark(start, &[",", "...", "…"])
    }

    fn basis_end(&self, start: usize, end: usize) -> usize {
        let stop = (start..end).find(|&t| {
            self.text.is_mark(t, &[",", ";", ")", "—", "–", "...", "…"])
                || self.text.is(t, Role::RelativeOfPerson)
                || self.text.function(t) == Some(Function::Conjunction)
                    && (self.text.is(t + 1, Role::ConditionVerb | Role::RelativeOfPerson)
                        || self.text.function(t + 1) == Some(Function::Negation))
                || self.text.pattern(PatternKind::Clause, t, end).is_some()
        });
        stop.unwrap_or(end)
    }

    /// Whom they belong to: "close to the campaign", "for flydubai".
    fn affiliation(&self, phrase: &Phrase) -> Option<Range<usize>> {
        let start = phrase.rest.start;
        self.text.pattern(PatternKind::Affiliation, start, phrase.rest.end)?;
        let end = self.basis_end(start + 1, phrase.rest.end);
        Some(start..end)
    }

    /// The outlet that has the source: "told the Post", "the Post reported, citing two officials".
    fn via(&self, relation: &Relation) -> Option<Range<usize>> {
        if let Some(outlet) =
            relation.via.and_then(|id| self.relations.iter().find(|r| r.id == id)).and_then(|r| r.source.first())
        {
            let named = self.mentions.within(outlet).first().map(|m| m.tokens.clone());
            return named.or(Some(outlet.clone()));
        }
        let cue = relation.cue.first()?;
        let organisation = |m: &&super::mention::Mention| {
            self.mentions.entities.get(m.entity).is_some_and(|e| e.kind == EntityKind::Organisation)
        };
        if cue.clone().any(|at| self.text.is(at, Role::CitingVerb)) {
            let sentence = &self.text.sentence_of(cue.start).tokens;
            let outlet = self.mentions.within(&(sentence.start..cue.start)).iter().rev().find(organisation)?;
            return Some(outlet.tokens.clone());
        }
        let told = cue.clone().any(|at| self.text.tag(at).verb.is_some_and(|verb| verb.group == VerbGroup::Tell));
        let to = (cue.end..cue.end + 6).find(|&at| self.text.is(at, Role::HearerPreposition)).filter(|_| !told);
        let start = if told { cue.end } else { to? + 1 };
        let start = start + usize::from(self.text.is(start, Role::DefiniteArticle));
        let hearer = self
            .mentions
            .within(&(start.saturating_sub(1)..start + 1))
            .iter()
            .find(|m| m.tokens.contains(&start))
            .filter(organisation)?;
        // A page that opens with "(AP)" is that outlet's own.
        let own = self.text.tokens.len().min(20);
        let dateline =
            (1..own).any(|at| self.text.is_mark(at - 1, &["("]) && self.text.norm(at) == self.text.norm(start));
        (!dateline).then(|| hearer.tokens.clone())
    }
}

fn count(text: &Text, relation: &Relation, referent: &Referent) -> Count {
    let Some(phrase) = &referent.phrase else {
        let they =
            relation.source.first().is_some_and(|s| text.is(s.start, Role::PluralPronoun | Role::FirstPersonPlural));
        let single = relation.source.first().is_some_and(|s| {
            text.is(s.start, Role::FirstPersonSingular | Role::MasculinePronoun | Role::FemininePronoun)
        });
        return if they || referent.plural && !single { Count::Several } else { Count::One };
    };
    let uncounted = phrase.noun.is_some_and(|noun| noun.is(NounTrait::Mass));
    match phrase.quantity {
        Some(Quantity::One) => Count::One,
        Some(_) => Count::Several,
        None if uncounted => Count::Unknown,
        None if referent.plural => Count::Several,
        None => Count::One,
    }
}

/// Plural sources that the page later speaks of as one: "sources said …", then "the source said".
fn resting_on_one(relations: &[Relation], referents: &[Referent]) -> Vec<bool> {
    let mut order: Vec<usize> = (0..relations.len()).collect();
    order.sort_by_key(|&n| super::resolve::place(&relations[n]));
    let mut last_plural: FxHashMap<&str, usize> = FxHashMap::default();
    let mut resting = vec![false; relations.len()];
    for number in order {
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
