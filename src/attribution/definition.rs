//! Where what is marked is less than what the model learnt from.
//!
//! PolNeAR counts any talk about a subject and any act of attention as an attribution, and knows no clauses of anonymity;
//! docs/what-we-mark.md counts only what attributes a content. Here the line is drawn: "they have been criticized" does
//! not report their words, "in an interview" is no part of what was said.

use super::cue;
use super::model::overlap::meet;
use super::{Relation, frame, subject};
use crate::analysis::HedgeKind;
use crate::language::{Function, NameTag, PatternKind, Role, Tag, VerbGroup};
use crate::noun_phrase::words;
use crate::order::sort_by_number;
use crate::text::{Case, Kind, Text, Token};
use std::ops::Range;

/// Words that an anonymity clause takes at most.
const LONGEST_CLAUSE: usize = 16;

/// Holds relations to the definition: mends their parts, and drops those that are none.
pub fn apply(text: &Text, relations: &mut Vec<Relation>) {
    for relation in &mut *relations {
        free_passive_subject(text, relation);
        leave_out_expletive(text, relation);
        leave_out_medium(text, relation);
        if text.language.grammar.has_verb_frames() {
            frame::complete(text, relation);
        }
        subject::mend(text, relation);
        join_around_aside(text, relation);
        leave_out_hearer(text, relation);
        leave_out_comma(text, relation);
        leave_out_clause_of_anonymity(text, relation);
        relation.source.retain(|source| {
            !is_chance(text, source) && !is_expletive(text, source) && may_be_noun_phrase(text, source)
        });
    }
    let clauses = anonymity_clauses(text);
    let in_clause = |cue: &Range<usize>| {
        let before = clauses.partition_point(|clause| clause.start <= cue.end.saturating_sub(1));
        before.checked_sub(1).and_then(|last| clauses.get(last)).is_some_and(|clause| cue.start < clause.end)
    };
    relations.retain(|relation| {
        !is_label(text, relation)
            && !is_credit(text, relation)
            && !is_silence(text, relation)
            && !is_action(text, relation)
            && !is_mere_talk(text, relation)
            && !is_hearer(text, relation)
            && !relation.cue.first().is_some_and(in_clause)
    });
}

/// Whom "has been criticized for" or "was asked about" is said of is no source; unless they only heard it, they belong to
/// what is said.
fn free_passive_subject(text: &Text, relation: &mut Relation) {
    let Some(cue) = relation.cue.first() else { return };
    let verb_at = |at: &usize| text.tag(*at).verb.is_some();
    let Some(head) = cue.clone().rev().find(verb_at) else { return };
    let Some(verb) = cue::passive_verb(text, head) else { return };
    let stands_before = |source: &Range<usize>| source.end <= cue.start;
    if !relation.source.first().is_some_and(stands_before) {
        return;
    }
    let mut subject = std::mem::take(&mut relation.source);
    subject.retain(|piece| relation.content.iter().all(|other| !meet(piece, other)));
    if !verb.complements.hearer {
        relation.content.extend(subject);
        sort_by_number(&mut relation.content, |piece| piece.start);
    }
}

/// "It is said that": the clause is what "it" stands for.
fn leave_out_expletive(text: &Text, relation: &mut Relation) {
    let is_clause = |piece: &Range<usize>| text.is(piece.start, Role::ClauseIntroducer);
    if relation.content.iter().any(is_clause) {
        relation.content.retain(|piece| piece.len() > 1 || !text.is(piece.start, Role::NeuterPronoun));
    }
}

/// "very likely", before "believed": how likely it is, not who believes it.
fn is_chance(text: &Text, source: &Range<usize>) -> bool {
    let Some(last) = source.end.checked_sub(1) else { return false };
    text.hedge_cues(last, source.end).any(|cue| cue.kind == HedgeKind::Likelihood)
}

/// "Es hieß": a subject that German grammar asks for and that stands for nobody.
fn is_expletive(text: &Text, source: &Range<usize>) -> bool {
    text.language.grammar.has_verb_frames() && source.len() == 1 && text.is(source.start, Role::NeuterPronoun)
}

/// Whether a source has a word that can head a noun phrase: "from" and "perhaps" say nothing.
fn may_be_noun_phrase(text: &Text, source: &Range<usize>) -> bool {
    use Function::{Determiner, DeterminerPronoun, Pronoun, WhWord};
    let heads = |tag: &Tag| matches!(tag.function, None | Some(Determiner | DeterminerPronoun | Pronoun | WhWord));
    let is_word = |at: usize| text.tokens[at].kind == Kind::Word;
    source.clone().any(|at| is_word(at) && heads(text.tag(at)))
        && !opens_clause(text, source)
        && !is_adverb(text, source)
}

/// "Shortly after, they": an adverb before another one, a preposition or a comma.
fn is_adverb(text: &Text, source: &Range<usize>) -> bool {
    let goes_on =
        matches!(text.function(source.end), Some(Function::Adverb | Function::Preposition | Function::Subordinator));
    source.len() == 1
        && text.is(source.start, Role::AdverbEnding)
        && text.opens_sentence(source.start)
        && text.tag(source.start).name == NameTag::default()
        && (goes_on || text.is_mark(source.end, &[","]))
}

/// "Fuelling speculation that": a participle at the start of its sentence has no noun before it.
fn opens_clause(text: &Text, source: &Range<usize>) -> bool {
    let first = source.start;
    source.len() == 1
        && text.is(first, Role::PresentParticiple)
        && text.tag(first).noun.is_none()
        && text.opens_sentence(first)
        && text.tag(source.end).reporting_noun.is_some()
}

/// "The bridge|, according to the council, |will reopen": a subject and its verb are one content, whatever parts them.
fn join_around_aside(text: &Text, relation: &mut Relation) {
    let parts = || relation.source.iter().chain(&relation.cue);
    let (Some(start), Some(end)) = (parts().map(|part| part.start).min(), parts().map(|part| part.end).max()) else {
        return;
    };
    let Some(before) = start.checked_sub(1) else { return };
    let sentence = text.sentence_of(start).tokens.clone();
    let commas = text.is_mark(before, &[","]) && text.is_mark(end, &[","]) && end + 1 < sentence.end;
    let subject = sentence.start..before;
    let [content] = relation.content.as_slice() else { return };
    let has_verb = |words: &Range<usize>| words.clone().any(|at| words::is_finite(text, at));
    // "The move, detailed by two officials, will cost": what they said of it is no more than the move.
    let describes = relation.cue.iter().any(|cue| text.is(cue.end, Role::AgentPreposition));
    let parted = commas
        && !describes
        && !subject.is_empty()
        && !has_verb(&subject)
        && words::is_finite(text, end + 1)
        && !sentence.clone().any(|at| text.is_quotation_mark(at));
    if !parted {
        return;
    }
    let last = (end + 1..sentence.end).rev().find(|&at| !text.is_mark(at, &[".", "!", "?"]));
    let predicate = end + 1..last.map_or(sentence.end, |last| last + 1);
    if content.end <= start && content.start >= sentence.start {
        relation.content = vec![content.clone(), predicate];
    } else if content.start == end + 1 {
        relation.content = vec![subject, content.clone()];
    }
}

/// "…, in an interview with the paper": the medium at the end of what was said is no part of it.
fn leave_out_medium(text: &Text, relation: &mut Relation) {
    /// Words between the preposition and the medium, and after it ("with the paper on Friday").
    const BEFORE: usize = 5;
    const AFTER: usize = 8;
    let Some(piece) = relation.content.last_mut() else { return };
    let opens = |at: usize| {
        text.is(at, Role::MediumPreposition)
            && text.is(at + 1, Role::IndefiniteArticle)
            && (at + 2..(at + 2 + BEFORE).min(piece.end)).any(|at| text.is(at, Role::Medium))
    };
    let tail = piece.end.saturating_sub(BEFORE + AFTER).max(piece.start + 1)..piece.end;
    if let Some(at) = tail.rev().take_while(|&at| !text.is_quoted(at)).find(|&at| opens(at)) {
        let comma = text.is_mark(at - 1, &[","]) && at - 1 > piece.start;
        piece.end = at - usize::from(comma);
    }
}

/// "sagte Bönte | der Deutschen Presse-Agentur": behind a name, an article opens no genitive but the hearer.
fn leave_out_hearer(text: &Text, relation: &mut Relation) {
    if !text.language.grammar.has_genitive_articles() {
        return;
    }
    let Some(source) = relation.source.first_mut() else { return };
    let hearer = |at: &usize| text.function(*at) == Some(Function::Determiner) && words::is_name(text, at - 1);
    source.end = (source.start + 1..source.end).find(hearer).unwrap_or(source.end);
}

/// "The talks broke down|, a negotiator said": the comma before the source or the cue belongs to neither.
fn leave_out_comma(text: &Text, relation: &mut Relation) {
    let Relation { source, cue, content, .. } = relation;
    for piece in content {
        let last = piece.end.saturating_sub(1);
        let is_followed = source.iter().chain(&*cue).any(|part| part.start == piece.end);
        if is_followed && last > piece.start && text.is_mark(last, &[","]) && !text.is_quoted(last) {
            piece.end = last;
        }
    }
}

/// "an aide, speaking on condition of anonymity": the terms are no part of who it is.
fn leave_out_clause_of_anonymity(text: &Text, relation: &mut Relation) {
    /// Words from the comma to the clause: "who spoke to the paper on".
    const OPENING: usize = 6;
    let Some(source) = relation.source.first_mut() else { return };
    let clause = |at: &usize| text.pattern(PatternKind::Clause, *at, source.end).is_some();
    let Some(clause) = (source.start + 1..source.end).find(clause) else { return };
    let comma = (source.start + 1..clause).rev().take(OPENING).find(|&at| text.is_mark(at, &[","]));
    source.end = comma.unwrap_or(source.end);
}

/// "1960:", "Summary:", "Photographer:": a colon behind what is nobody.
fn is_label(text: &Text, relation: &Relation) -> bool {
    let mut cue = relation.cue.iter().cloned().flatten().peekable();
    let is_colon = cue.peek().is_some() && cue.all(|at| text.is_mark(at, &[":"]));
    let is_quoted = || relation.content.first().is_some_and(|content| text.is_quotation_mark(content.start));
    let last = relation.source.last().and_then(|source| source.end.checked_sub(1));
    is_colon && last.is_none_or(|last| labels_picture(text, last) && !is_quoted())
}

/// "Ann Ek/File Photo": who took the picture says nothing.
fn is_credit(text: &Text, relation: &Relation) -> bool {
    let has = |fits: &dyn Fn(usize) -> bool| relation.source.iter().cloned().flatten().any(fits);
    has(&|at| text.is_mark(at, &["/"])) && has(&|at| labels_picture(text, at))
}

/// "Photographer", "(AP) Photo": a label of a picture, and not somebody with a camera.
fn labels_picture(text: &Text, at: usize) -> bool {
    text.is(at, Role::PictureLabel) && text.tokens[at].case != Case::Lower
}

/// "did not respond": silence says nothing.
fn is_silence(text: &Text, relation: &Relation) -> bool {
    let has = |role: Role| relation.cue.iter().cloned().flatten().any(|at| text.is(at, role));
    has(Role::AnsweringVerb) && has(Role::Negation)
}

/// "looked for his brother", "appears on the list": something done, not said.
fn is_action(text: &Text, relation: &Relation) -> bool {
    ends_with(text, relation, PatternKind::Action)
}

/// "discussed the plan", "talked about the plan": that there was talk, not what was said; unless the content is a clause
/// or a quotation.
fn is_mere_talk(text: &Text, relation: &Relation) -> bool {
    let opens_clause = |piece: &Range<usize>| {
        text.function(piece.start) == Some(Function::WhWord) || text.is(piece.start, Role::ClauseIntroducer)
    };
    ends_with(text, relation, PatternKind::Talk)
        && !relation.content.iter().any(opens_clause)
        && !relation.content.iter().cloned().flatten().any(|at| text.is_quoted(at))
}

/// "told the Daily Courier on Monday": to whom, not what; a name and closed-class words right after the cue.
fn is_hearer(text: &Text, relation: &Relation) -> bool {
    let (Some(cue), [piece]) = (relation.cue.last(), &relation.content[..]) else { return false };
    let tells = |at: usize| text.tag(at).verb.is_some_and(|verb| verb.group == VerbGroup::Tell);
    let tokens = text.tokens.get(piece.clone()).unwrap_or_default();
    let named = |token: &Token| token.quotation.is_none() && token.case != Case::Lower;
    let closed = |at: usize| text.function(at).is_some();
    piece.start == cue.end
        && tells(cue.end.saturating_sub(1))
        && tokens.iter().any(named)
        && piece.clone().zip(tokens).all(|(at, token)| named(token) || closed(at))
}

/// Whether the last cue ends with a pattern of some kind.
fn ends_with(text: &Text, relation: &Relation, kind: PatternKind) -> bool {
    /// A verb and its particle.
    const LONGEST: usize = 2;
    let Some(cue) = relation.cue.last() else { return false };
    let ends = |start: usize| text.pattern(kind, start, cue.end).is_some_and(|found| found.end == cue.end);
    (cue.end.saturating_sub(LONGEST).max(cue.start)..cue.end).any(ends)
}

/// The clauses of anonymity of a text, in order.
fn anonymity_clauses(text: &Text) -> Vec<Range<usize>> {
    let clause = |at: usize| text.pattern(PatternKind::Clause, at, at + LONGEST_CLAUSE);
    (0..text.tokens.len()).filter_map(clause).collect()
}
