//! Where patterns are surer than statistics.
//!
//! The model learnt on pages that hardly ever cite the sources of others and that have no dash dialogue: there the
//! pattern has the last word. Nor may it miss who is not named: a pattern that finds an insider speaking is kept where
//! the model sees nothing.

use super::Relation;
use crate::kinds::{RuleId, Trust};
use crate::language::{NounClass, PatternKind};
use crate::text::Text;
use std::ops::Range;

/// What a mark needs beyond the least confidence where the model alone stands by it. It costs as many right marks as
/// wrong ones, and a reader forgives a missing one sooner.
const UNVOUCHED: f32 = 0.13;

/// Joins what the model found with the patterns' certainties; `least` is the confidence that a mark needs.
pub fn join(text: &Text, rules: &[Relation], model: Vec<Relation>, least: f32) -> Vec<Relation> {
    let model = in_order(model);
    let contents: Vec<Range<usize>> =
        model.iter().filter(|r| r.confidence >= least).flat_map(|r| r.content.iter().cloned()).collect();
    let mut joined = Joined::with_room_for(model.len());
    let mut model = model.into_iter().enumerate().peekable();
    for rule in rules {
        let Some(cue) = rule.cue.first() else { continue };
        while let Some(next) = model.next_if(|(_, relation)| place(relation).start < cue.end) {
            joined.relations.push(next);
        }
        let rivals = joined.rivals(cue);
        let overrules = rule.rule.row().trust == Trust::Overrules;
        let missed = rule.rule.row().trust == Trust::Reliable
            && joined.relations[rivals.clone()].iter().all(|(_, rival)| rival.confidence < least)
            && (names_insider(text, rule) || inside(&contents, cue));
        if overrules || missed {
            let via = rule.via.and_then(|via| rules.get(via)).and_then(|via| joined.with_cue_of(via));
            joined.replace(rivals, Relation { via, confidence: rule.confidence.max(least), ..rule.clone() });
        }
    }
    joined.relations.extend(model);
    let mut relations = joined.numbered();
    keep(&mut relations, |relation| relation.confidence >= least + UNVOUCHED || is_vouched(text, relation));
    relations
}

/// Whether something a reader can see stands by a relation: a pattern that agrees, a plain word of speech, a quotation
/// mark, an insider.
fn is_vouched(text: &Text, relation: &Relation) -> bool {
    const SPEECH: [&str; 8] = ["say", "says", "said", "saying", "tell", "tells", "told", "telling"];
    let mut words = relation.content.iter().cloned().flatten();
    relation.rule != RuleId::Model
        || relation.cue.iter().cloned().flatten().any(|at| text.is_word(at, &SPEECH))
        || words.any(|at| text.is_quoted(at))
        || names_insider(text, relation)
}

/// Whether a cue stands inside one of the contents, which are in the order of their relations' cues.
fn inside(contents: &[Range<usize>], cue: &Range<usize>) -> bool {
    /// Contents stand near their cues: so many on either side are looked at.
    const REACH: usize = 8;
    let near = contents.partition_point(|content| content.start < cue.start);
    let reach = near.saturating_sub(REACH)..(near + REACH).min(contents.len());
    contents.get(reach).into_iter().flatten().any(|content| content.start <= cue.start && cue.end <= content.end)
}

/// Where a relation stands: its cue, or what it attributes where it has none.
fn place(relation: &Relation) -> Range<usize> {
    relation.cue.first().or(relation.content.first()).cloned().unwrap_or(0..0)
}

/// Sorts relations by their places, and keeps the numbers in `via` right.
pub fn in_order(relations: Vec<Relation>) -> Vec<Relation> {
    let mut order: Vec<usize> = (0..relations.len()).collect();
    order.sort_by_key(|&number| place(&relations[number]).start);
    let mut numbers = vec![0; order.len()];
    for (new, &old) in order.iter().enumerate() {
        numbers[old] = new;
    }
    let renumbered = |old: usize| {
        let via = relations[old].via.and_then(|via| numbers.get(via).copied());
        Relation { via, ..relations[old].clone() }
    };
    order.into_iter().map(renumbered).collect()
}

/// Relations in the order of their places while patterns join them, each with a name that no other one has or had;
/// `via` holds names until all are there, so that a page full of patterns costs no more than one.
struct Joined {
    relations: Vec<(usize, Relation)>,
    /// For each name, the one that took its place.
    successors: Vec<Option<usize>>,
}

impl Joined {
    /// The first names, as many as the model found relations, are theirs.
    fn with_room_for(relations: usize) -> Self {
        Self { relations: Vec::with_capacity(relations), successors: vec![None; relations] }
    }

    /// The stretch of relations whose places overlap a cue.
    fn rivals(&self, cue: &Range<usize>) -> Range<usize> {
        /// Places are short: so many before the first that starts inside the cue are looked at.
        const REACH: usize = 4;
        let starts_before = |token: usize| self.relations.partition_point(|(_, r)| place(r).start < token);
        let end = starts_before(cue.end);
        let mut near = starts_before(cue.start).saturating_sub(REACH)..end;
        near.find(|&at| place(&self.relations[at].1).end > cue.start).unwrap_or(end)..end
    }

    /// The name of the relation that has the same cue as another.
    fn with_cue_of(&self, other: &Relation) -> Option<usize> {
        let found = self.rivals(other.cue.first()?);
        self.relations.get(found)?.first().map(|&(name, _)| name)
    }

    fn replace(&mut self, range: Range<usize>, by: Relation) {
        let name = self.successors.len();
        self.successors.push(None);
        for (replaced, _) in self.relations.splice(range, [(name, by)]) {
            self.successors[replaced] = Some(name);
        }
    }

    /// The relations, with numbers for names in `via`.
    fn numbered(self) -> Vec<Relation> {
        let mut numbers = vec![None; self.successors.len()];
        for (number, &(name, _)) in self.relations.iter().enumerate() {
            numbers[name] = Some(number);
        }
        // Whoever takes a place has a later name.
        for (name, successor) in self.successors.iter().enumerate().rev() {
            numbers[name] = numbers[name].or(successor.and_then(|successor| numbers[successor]));
        }
        let relations = self.relations.into_iter().enumerate();
        let via_number = |number, via: Option<usize>| via.and_then(|name| numbers[name]).filter(|&via| via != number);
        relations.map(|(number, (_, r))| Relation { via: via_number(number, r.via), ..r }).collect()
    }
}

/// Drops the relations that do not pass, and keeps the numbers in `via` right.
pub fn keep(relations: &mut Vec<Relation>, mut passes: impl FnMut(&Relation) -> bool) {
    let mut kept = 0;
    let numbers: Vec<Option<usize>> = relations
        .iter()
        .map(|relation| {
            passes(relation).then(|| {
                kept += 1;
                kept - 1
            })
        })
        .collect();
    let mut number = 0;
    relations.retain_mut(|relation| {
        relation.via = relation.via.and_then(|via| numbers.get(via).copied().flatten());
        number += 1;
        numbers[number - 1].is_some()
    });
}

/// Whether the source is somebody with inside knowledge: an official, an aide, a person familiar with the matter.
fn names_insider(text: &Text, relation: &Relation) -> bool {
    let Some(source) = relation.source.first() else { return false };
    let insider = |at: usize| text.tag(at).noun.is_some_and(|noun| noun.class == NounClass::Insider);
    let informed = |at: usize| text.pattern(PatternKind::Basis, at, source.end).is_some_and(|p| p.len() > 1);
    source.clone().any(|at| insider(at) || informed(at))
}
