//! Where patterns are surer than statistics.
//!
//! The model learnt on pages that hardly ever cite the sources of others and that have no dash dialogue: there the
//! pattern has the last word. Nor may it miss who is not named: a pattern that finds an insider speaking is kept where
//! the model sees nothing. Inside what others say, where most of its lessons have no marks, a pattern tips the scales of
//! a model that is in doubt.

use super::Relation;
use super::assemble::UNQUOTED;
use crate::kinds::{RuleId, Trust};
use crate::language::Role;
use crate::order::sort_by_number;
use crate::text::Text;
use rustc_hash::FxHashMap;
use std::ops::Range;

/// What the model must at least hold of a cue inside others' words for a pattern to be kept there. Of 1,765 marks on unmarked
/// news of which it held less than 0.1 nearly all were wrong ("help solve disputes", "poor demand was illustrated by"), of 987
/// up to this value three in four, of 218 above it half; relation F1 on marked news changes by no more than 0.001.
const DOUBT: f32 = 0.25;

/// What a mark needs beyond the least confidence where the model alone stands by it. It costs as many right marks as
/// wrong ones, and a reader forgives a missing one sooner.
const UNVOUCHED: f32 = 0.13;

/// Joins what the model found with the rules' certainties; `least` is the confidence that a mark needs.
pub fn join(text: &Text, rules: &[Relation], mut model: Vec<Relation>, least: f32) -> Vec<Relation> {
    sort_by_number(&mut model, |relation| relation.place().start);
    let contents: Vec<Range<usize>> =
        model.iter().filter(|r| r.confidence >= least).flat_map(|r| r.content.iter().cloned()).collect();
    let mut joined: Vec<Relation> = Vec::with_capacity(model.len());
    let mut model = model.into_iter().peekable();
    for rule in rules {
        let Some(cue) = rule.cue.first() else { continue };
        while let Some(next) = model.next_if(|relation| relation.place().start < cue.end) {
            joined.push(next);
        }
        let rivals = rivals(&joined, cue);
        let trust = rule.rule.row().trust;
        widen(text, &mut joined[rivals.clone()], rule);
        let likeliest = joined[rivals.clone()].iter().map(|rival| rival.confidence).fold(0.0, f32::max);
        // "An adviser to the Ek campaign": nobody campaigns here.
        let may_be_noun = cue.len() == 1 && text.tag(cue.start).noun.is_some();
        let missed = trust == Trust::Reliable
            && !may_be_noun
            && likeliest < least + UNQUOTED
            && (rule.names_insider(text) || likeliest >= DOUBT && inside(&contents, cue));
        if trust == Trust::Overrules || missed {
            let sure = Relation { confidence: rule.confidence.max(least + UNQUOTED), ..rule.clone() };
            joined.splice(rivals, [sure]);
        }
    }
    joined.extend(model);
    end_before_citations(text, &mut joined);
    joined.retain(|relation| relation.confidence >= least + UNVOUCHED || is_vouched(text, relation));
    joined
}

/// "A person familiar with negotiations": where the model takes a part of it for the source, the rule knows the whole.
fn widen(text: &Text, rivals: &mut [Relation], rule: &Relation) {
    let Some(whole) = rule.source.first() else { return };
    let is_part = |source: &&mut Range<usize>| whole.start <= source.start && source.end <= whole.end;
    let mut parts = rivals.iter_mut().flat_map(|rival| &mut rival.source).filter(is_part).peekable();
    let is_phrase = || rule.source.iter().cloned().flatten().all(|at| text.tag(at).verb.is_none());
    if parts.peek().is_some() && rule.names_insider(text) && is_phrase() {
        parts.for_each(|part| *part = whole.clone());
    }
}

/// "reported that …, citing two officials": whom an outlet cites behind what it reports is no part of that, nor of itself.
fn end_before_citations(text: &Text, relations: &mut [Relation]) {
    let start = |pieces: &[Range<usize>]| pieces.first().map(|piece| piece.start);
    let behind = relations.iter().filter(|relation| start(&relation.content) < start(&relation.cue));
    let cited = behind.filter_map(|relation| {
        let cue = start(&relation.cue)?;
        Some((relation.via?, start(&relation.source).map_or(cue, |source| source.min(cue))))
    });
    let cited: FxHashMap<usize, usize> = cited.collect();
    for relation in relations {
        let Some(&citation) = cited.get(&relation.id) else { continue };
        for part in [&mut relation.source, &mut relation.content] {
            for piece in part.iter_mut().filter(|piece| piece.contains(&citation)) {
                let comma = usize::from(citation > 0 && text.is_mark(citation - 1, &[","]));
                piece.end = (citation - comma).max(piece.start);
            }
            part.retain(|piece| !piece.is_empty());
        }
    }
}

/// The stretch of relations, in the order of their places, whose places overlap a cue.
fn rivals(relations: &[Relation], cue: &Range<usize>) -> Range<usize> {
    /// Places are short: so many before the first that starts inside the cue are looked at.
    const NEAR: usize = 4;
    let starts_before = |token: usize| relations.partition_point(|relation| relation.place().start < token);
    let end = starts_before(cue.end);
    let mut near = starts_before(cue.start).saturating_sub(NEAR)..end;
    near.find(|&at| relations[at].place().end > cue.start).unwrap_or(end)..end
}

/// Whether something a reader can see stands by a relation: a pattern that agrees, a plain word of speech, a quotation
/// mark, an insider.
fn is_vouched(text: &Text, relation: &Relation) -> bool {
    let mut words = relation.content.iter().cloned().flatten();
    relation.rule != RuleId::Model
        || relation.cue.iter().cloned().flatten().any(|at| text.is(at, Role::Said))
        || words.any(|at| text.is_quoted(at))
        || relation.names_insider(text)
}

/// Whether a cue stands inside one of the contents, which are in the order of their relations' cues.
fn inside(contents: &[Range<usize>], cue: &Range<usize>) -> bool {
    /// Contents stand near their cues: so many on either side are looked at.
    const NEAR: usize = 8;
    let next = contents.partition_point(|content| content.start < cue.start);
    let near = next.saturating_sub(NEAR)..(next + NEAR).min(contents.len());
    contents.get(near).into_iter().flatten().any(|content| content.start <= cue.start && cue.end <= content.end)
}
