//! The words that describe a source, where its span stops short of them.
//!
//! A span that was learnt from examples may end before "briefed on the talks" or start behind "Ann Ek,": the reader
//! still sees those words, and so does everything that decides who the source is.

use crate::attribution::Relation;
use crate::language::{Function, PatternKind, Role};
use crate::noun_phrase::words;
use crate::source::names::Mentions;
use crate::text::{Kind, Text};
use std::ops::Range;

/// How many tokens before the end of a span an unfinished description may start.
const UNFINISHED: usize = 5;

/// How far back the article of a noun is looked for.
const NOUN_PHRASE: usize = 6;

/// The range to read for a source.
pub fn of(text: &Text, mentions: &Mentions, relation: &Relation, source: &Range<usize>) -> Range<usize> {
    start(text, mentions, relation, source)..end(text, relation, source)
}

/// "Ann Ek, 74, a resident": back to the name that an age or an article describes.
fn start(text: &Text, mentions: &Mentions, relation: &Relation, source: &Range<usize>) -> usize {
    // "An engineer who [inspected the crane] said": back to the noun that the relative clause describes.
    if let Some(who) = source.start.checked_sub(1).filter(|&w| text.is(w, Role::RelativeSubject)) {
        let first = text.sentence_of(who).tokens.start;
        let words = (first..who).rev().take(NOUN_PHRASE).take_while(|&at| text.tokens[at].kind == Kind::Word);
        let last = words.take_while(|&at| !text.is(at, Role::RelativeOfPerson | Role::Coordinator)).last();
        let article = last.and_then(|last| words::last_opened(text, last..who));
        return article.unwrap_or(source.start);
    }
    let describes = text.tokens.get(source.start).is_some_and(|t| t.kind == Kind::Number)
        && text.is_mark(source.start + 1, &[","])
        || text.is(source.start, Role::IndefiniteArticle)
            && (text.is_mark(source.end, &[","]) || text.is_mark(source.end.saturating_sub(1), &[","]));
    let Some(comma) = source.start.checked_sub(1).filter(|&c| describes && text.is_mark(c, &[","])) else {
        return source.start;
    };
    let name = comma.checked_sub(1).and_then(|last| mentions.at(last));
    let is_object = |name: usize| {
        let before = name.checked_sub(1).filter(|&at| text.function(at) == Some(Function::Preposition));
        before.is_some_and(|at| !relation.cue.iter().any(|cue| cue.contains(&at)))
    };
    match name {
        Some(name) if relation.content.iter().any(|c| c.contains(&name.tokens.start)) => source.start,
        // "In an interview with Ann Ek, a resident said".
        Some(name) if is_object(name.titled) => source.start,
        Some(name) if mentions.is_person(name.entity) && name.tokens.end == comma => name.titled,
        _ => source.start,
    }
}

fn end(text: &Text, relation: &Relation, source: &Range<usize>) -> usize {
    let Some(last) = source.end.checked_sub(1).filter(|&l| l < text.tokens.len()) else { return source.end };
    let sentence = text.sentence_of(last).tokens.end;
    let parts = relation.cue.iter().chain(&relation.content).map(|p| p.start);
    let limit = parts.filter(|&p| p >= source.end).min().unwrap_or(sentence).min(sentence);
    if limit <= source.end {
        return source.end;
    }
    let next = source.end + usize::from(text.is_mark(source.end, &[","]));
    if text.pattern(PatternKind::Example, next, limit).is_some() {
        return limit;
    }
    let first = source.end.saturating_sub(UNFINISHED).max(source.start + 1);
    let unfinished = (first..=source.end).find(|&at| {
        let close = text.pattern(PatternKind::Nearness, at, limit).is_some();
        let open = text.is(at, Role::RelativeOfPerson | Role::RelativeOfThing);
        let opener = text.pattern(PatternKind::Basis, at, limit).filter(|_| !open);
        close && at + 1 >= source.end - 1 || opener.is_some_and(|o| o.end >= source.end)
    });
    match unfinished {
        Some(at) => (at.max(source.end)..limit)
            .find(|&t| !matches!(text.tokens[t].kind, Kind::Word | Kind::Number) || text.is(t, Role::RelativeOfPerson))
            .unwrap_or(limit),
        None => source.end,
    }
}
