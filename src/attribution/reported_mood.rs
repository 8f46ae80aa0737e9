//! Reported speech without a cue: sentences whose verb stands in the mood of reported speech ("Er sei müde. Man habe alles
//! versucht.").
//!
//! An uninterrupted run of such sentences in a block is one attribution without source and cue; whoever spoke before says it.
//! A sentence counts by the verb of a main clause: in a clause that a conjunction or relative pronoun opens, the mood belongs
//! to the verb above it. Forms that also stand for what is not real ("wären") go on with a run and do not begin one. Where
//! a verb of speech stands before, in the indicative ("auch wenn er sagt, man habe"), the mood is its content's.

use super::Relation;
use super::relation::coverage;
use crate::analysis::{Attitude, Quoting};
use crate::kinds::RuleId;
use crate::language::{Function, Role};
use crate::text::{Block, Case, Kind, Text};
use std::ops::Range;

/// Adds the runs that no relation holds.
pub fn add(text: &Text, relations: &mut Vec<Relation>) {
    if !text.language.grammar.has_reported_mood() {
        return;
    }
    let claimed = coverage(text, &*relations);
    let mut free_id = relations.iter().map(|relation| relation.id + 1).max().unwrap_or_default();
    let mut cued = vec![false; text.sentences.len()];
    let places = relations.iter().flat_map(|relation| relation.cue.iter().chain(&relation.content));
    for sentence in places.filter_map(|part| text.tokens.get(part.start)).map(|token| token.sentence) {
        cued[sentence] = true;
    }
    let mut said = vec![false; text.sentences.len()];
    for relation in relations.iter().filter(|relation| relation.attitude == Attitude::Statement) {
        if let Some(token) = relation.cue.first().and_then(|cue| text.tokens.get(cue.start)) {
            said[token.sentence] = true;
        }
    }
    for block in &text.blocks {
        for run in runs(text, block, &claimed, &cued, &said) {
            relations.push(reported(free_id, run));
            free_id += 1;
        }
    }
}

/// The runs of a block, each with its sentences as pieces.
fn runs(text: &Text, block: &Block, claimed: &[i32], cued: &[bool], said: &[bool]) -> Vec<Vec<Range<usize>>> {
    let mut runs: Vec<Vec<Range<usize>>> = Vec::new();
    let mut goes_on = false;
    for number in block.sentences.clone() {
        let sentence = text.sentences[number].tokens.clone();
        let is_free = !cued[number] && sentence.clone().all(|at| claimed.get(at) == Some(&0));
        let mood = if is_free { mood(text, &sentence) } else { Mood::Indicative };
        let is_quotation = is_free && goes_on && text.is_quoted(sentence.start) && text.is_quoted(sentence.end - 1);
        let follows = number > block.sentences.start && said[number - 1];
        let holds = is_quotation || mood == Mood::Reported || mood == Mood::Unreal && (goes_on || follows);
        if holds {
            let piece = without_stop(text, sentence);
            match runs.last_mut().filter(|_| goes_on) {
                Some(run) => run.push(piece),
                None => runs.push(vec![piece]),
            }
        }
        goes_on = holds;
    }
    runs
}

/// The mood of the main clauses of a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mood {
    Indicative,
    Reported,
    /// As in what is not real, which reported speech borrows where its own forms are those of the indicative.
    Unreal,
}

fn mood(text: &Text, sentence: &Range<usize>) -> Mood {
    let mut clause = sentence.start;
    let mut mood = Mood::Indicative;
    for at in sentence.clone() {
        if text.is_mark(at, &[",", ";", ":", "–", "(", ")"]) {
            clause = at + 1;
            continue;
        }
        if text.is_quoted(at) || text.has_capital(at) && at > sentence.start {
            continue;
        }
        let reports = text.tag(at).verb.is_some_and(|verb| verb.group.attitude() == Attitude::Statement);
        if reports && !text.is(at, Role::ReportedMood) && text.tokens[at].case == Case::Lower {
            return mood;
        }
        if (text.is(at, Role::ReportedMood) || looks_reported(text, at)) && is_main_verb(text, clause, at, sentence) {
            return Mood::Reported;
        }
        if text.is(at, Role::UnrealMood) && is_main_verb(text, clause, at, sentence) && !is_condition(text, sentence) {
            mood = Mood::Unreal;
        }
    }
    mood
}

/// "Die Regierung verkenne die Lage": a verb that no list holds, by its ending and by what stands around it.
fn looks_reported(text: &Text, at: usize) -> bool {
    text.is(at, Role::ReportedEnding)
        && text.function(at).is_none()
        && at > 0
        && text.has_capital(at - 1)
        && text.tokens.get(at + 1).is_some_and(|next| next.kind != Kind::Other)
        && !text.has_capital(at + 1)
}

/// Whether a verb is that of a main clause which starts at a token.
fn is_main_verb(text: &Text, clause: usize, at: usize, sentence: &Range<usize>) -> bool {
    /// Words from the start of a clause to the verb that is its second part.
    const LONGEST_FIRST_PART: usize = 16;
    let function = text.function(clause);
    let relative = text.is(clause, Role::DefiniteArticle | Role::RelativeOfThing);
    let opens_main = function != Some(Function::Subordinator)
        && (clause == sentence.start || function != Some(Function::WhWord) && !relative);
    let first_person = (clause..(at + 3).min(sentence.end)).any(|at| text.is(at, Role::FirstPersonSingular));
    // "es sei denn", "Gott sei Dank".
    let is_phrase = text.is(at + 1, Role::AfterSetMood);
    opens_main && at - clause <= LONGEST_FIRST_PART && !first_person && !is_phrase
}

fn is_condition(text: &Text, sentence: &Range<usize>) -> bool {
    sentence.clone().any(|at| text.is(at, Role::ConditionOpener))
}

/// The sentence without its full stop.
fn without_stop(text: &Text, sentence: Range<usize>) -> Range<usize> {
    let last = sentence.end - 1;
    let is_stop = text.tokens[last].kind == Kind::Other && text.is_mark(last, &["."]) && !text.is_quoted(last);
    sentence.start..if is_stop && last > sentence.start { last } else { sentence.end }
}

fn reported(id: usize, content: Vec<Range<usize>>) -> Relation {
    Relation {
        id,
        source: Vec::new(),
        cue: Vec::new(),
        content,
        attitude: Attitude::Statement,
        quoting: Quoting::Indirect,
        depth: 0,
        via: None,
        confidence: RuleId::ReportedMood.row().precision,
        rule: RuleId::ReportedMood,
    }
}
