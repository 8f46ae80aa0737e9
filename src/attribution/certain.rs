//! Where patterns are surer than statistics, and where what looks like an attribution is part of a source.
//!
//! The model learnt on pages that hardly ever cite the sources of others and that have no dash dialogue: there the
//! pattern has the last word. Nor may it miss who is not named: a pattern that finds an insider speaking is kept where
//! the model sees nothing. And "who asked not to be named" says something about a source, not something it says.

use super::Relation;
use crate::lexicon::{Lexicon, NounClass, PhraseKind};
use crate::text::Text;
use std::ops::Range;

/// Patterns that overrule the model where both see the same cue.
const OVERRULING: [&str; 2] = ["citing", "dash-dialogue"];

/// Patterns that are believed, of an insider or inside a content, where the model sees nothing.
const RELIABLE: [&str; 7] = [
    "according-to",
    "bare-clause",
    "content-source-verb",
    "content-verb-source",
    "passive-by",
    "that-clause",
    "verb-quotation",
];

/// Words that an anonymity clause takes at most.
const LONGEST_CLAUSE: usize = 16;

/// Joins what the model found with the patterns' certainties; `least` is the confidence that a mark needs.
pub fn join(text: &Text, lexicon: &Lexicon, rules: &[Relation], model: Vec<Relation>, least: f32) -> Vec<Relation> {
    let mut relations = in_order(model);
    let contents: Vec<Range<usize>> =
        relations.iter().filter(|r| r.confidence >= least).flat_map(|r| r.content.iter().cloned()).collect();
    for rule in rules {
        let Some(cue) = rule.cue.first() else { continue };
        let rivals = rivals(&relations, cue);
        let overrules = OVERRULING.contains(&rule.rule);
        let missed = RELIABLE.contains(&rule.rule)
            && relations[rivals.clone()].iter().all(|rival| rival.confidence < least)
            && (names_insider(text, lexicon, rule) || inside(&contents, cue));
        if overrules || missed {
            let via = rule.via.and_then(|via| rules.get(via)).and_then(|via| place_of(&relations, via));
            let kept = Relation { via, confidence: rule.confidence.max(least), ..rule.clone() };
            replace(&mut relations, rivals, kept);
        }
    }
    let clauses = anonymity_clauses(text, lexicon);
    let in_clause = |cue: &Range<usize>| {
        let before = clauses.partition_point(|clause| clause.start <= cue.end.saturating_sub(1));
        before.checked_sub(1).and_then(|last| clauses.get(last)).is_some_and(|clause| cue.start < clause.end)
    };
    keep(&mut relations, |relation| !is_silence(text, relation) && !relation.cue.first().is_some_and(in_clause));
    relations
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
fn in_order(relations: Vec<Relation>) -> Vec<Relation> {
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

/// The stretch of relations, sorted by their places, whose places overlap a cue.
fn rivals(relations: &[Relation], cue: &Range<usize>) -> Range<usize> {
    /// Places are short: so many before the first that starts inside the cue are looked at.
    const REACH: usize = 4;
    let end = relations.partition_point(|relation| place(relation).start < cue.end);
    let floor = relations[..end].partition_point(|relation| place(relation).start < cue.start).saturating_sub(REACH);
    let start = (floor..end).find(|&number| place(&relations[number]).end > cue.start);
    start.unwrap_or(end)..end
}

/// The number of the relation that has the same cue as another.
fn place_of(relations: &[Relation], other: &Relation) -> Option<usize> {
    let found = rivals(relations, other.cue.first()?);
    (!found.is_empty()).then_some(found.start)
}

/// Puts one relation in the place of some, and keeps the numbers in `via` right.
fn replace(relations: &mut Vec<Relation>, range: Range<usize>, by: Relation) {
    let (start, removed) = (range.start, range.len());
    if removed == 1 {
        // One for one, as most often: no number moves, and a page full of citations stays linear.
        let via = by.via.filter(|&via| via != start);
        relations[start] = Relation { via, ..by };
        return;
    }
    for via in relations.iter_mut().filter_map(|relation| relation.via.as_mut()) {
        if *via >= start + removed {
            *via = *via + 1 - removed;
        } else if *via >= start {
            *via = start;
        }
    }
    let via = by.via.filter(|via| !range.contains(via)).map(|via| if via >= start { via + 1 - removed } else { via });
    relations.splice(range, [Relation { via, ..by }]);
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
fn names_insider(text: &Text, lexicon: &Lexicon, relation: &Relation) -> bool {
    let Some(source) = relation.source.first() else { return false };
    let insider = |at: usize| lexicon.nouns.find(text.norm(at)).is_some_and(|noun| noun.class == NounClass::Insider);
    let informed = |at: usize| lexicon.phrases.at(text, PhraseKind::Basis, at, source.end).is_some_and(|p| p.len() > 1);
    source.clone().any(|at| insider(at) || informed(at))
}

/// "did not respond": silence says nothing.
fn is_silence(text: &Text, relation: &Relation) -> bool {
    let has = |words: &[&str]| relation.cue.iter().cloned().flatten().any(|at| text.is(at, words));
    has(&["respond", "responded", "reply", "replied"]) && has(&["not", "n't", "never"])
}

/// The clauses of anonymity of a text, in order.
fn anonymity_clauses(text: &Text, lexicon: &Lexicon) -> Vec<Range<usize>> {
    let clause = |at: usize| lexicon.phrases.at(text, PhraseKind::Clause, at, at + LONGEST_CLAUSE);
    (0..text.tokens.len()).filter_map(clause).collect()
}
