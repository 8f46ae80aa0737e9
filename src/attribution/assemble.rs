//! From proposals to relations: what stands alone, what is quoted, what is nested in what.

use super::asides::drop_asides;
use super::relation::coverage;
use super::{Relation, reported_mood};
use crate::analysis::{Attitude, Quoting};
use crate::kinds::RuleId;
use crate::order::sort_by_number;
use crate::settings::Settings;
use crate::settings::Sureness;
use crate::text::{Kind, Text};
use rustc_hash::FxHashSet;
use std::ops::Range;

/// Keeps the proposals that are sure enough, adds quotations nobody claimed, and works out quoting and depth.
pub fn assemble(text: &Text, mut relations: Vec<Relation>, settings: &Settings) -> Vec<Relation> {
    // "This was reported by the Post, citing two officials": whoever passes on what is marked is marked with it.
    let least = threshold(settings.sureness);
    let surely = |relation: &Relation| relation.confidence >= least + UNQUOTED;
    let passing_on: FxHashSet<usize> =
        relations.iter().filter(|r| surely(r)).filter_map(|relation| relation.via).collect();
    relations.retain(|relation| {
        let is_quoted = quoting(text, &relation.content) == Quoting::Direct;
        let is_doubtful = settings.sureness == Sureness::Fewer && relation.attitude == Attitude::Belief;
        let margin = match (is_quoted, is_doubtful) {
            (true, _) => 0.0,
            (false, true) => BELIEVED,
            (false, false) => UNQUOTED,
        };
        let is_passing_on = passing_on.contains(&relation.id) && relation.confidence >= threshold(Sureness::Balanced);
        let is_sure = is_passing_on || relation.confidence >= least + margin;
        is_sure && (settings.beliefs || relation.attitude != Attitude::Belief)
    });
    for relation in &mut relations {
        for part in [&mut relation.source, &mut relation.content] {
            part.retain(|piece| has_words(text, piece));
        }
    }
    relations.retain(|relation| !relation.content.is_empty());
    part_each_other(text, &mut relations);
    complete_quotations(text, &mut relations);
    if text.language.grammar.parts_quotations() {
        end_before_closing_marks(text, &mut relations);
    }
    reported_mood::add(text, &mut relations);
    claim_lone_quotations(text, &mut relations);
    sort_by_number(&mut relations, |relation| relation.place().start);
    for relation in &mut relations {
        relation.quoting = quoting(text, &relation.content);
    }
    nest(text, &mut relations);
    let all = relations.len();
    drop_asides(text, &mut relations, settings.asides);
    if relations.len() < all {
        nest(text, &mut relations);
    }
    relations
}

/// Of two that each stand in what the other says, the one with an insider as its source stays, or else the surer one.
fn part_each_other(text: &Text, relations: &mut Vec<Relation>) {
    /// How many relations after one are compared with it: a sentence has hardly more.
    const NEAR: usize = 8;
    sort_by_number(relations, |relation| relation.place().start);
    let holds = |outer: &Relation, inner: &Relation| {
        let cue = inner.cue.first().map(|cue| cue.start);
        cue.is_some_and(|cue| outer.content.iter().any(|piece| piece.contains(&cue)))
    };
    let mut stays = vec![true; relations.len()];
    for (number, one) in relations.iter().enumerate() {
        for (other_number, other) in relations.iter().enumerate().skip(number + 1).take(NEAR) {
            if holds(one, other) && holds(other, one) {
                let (insider, other_insider) = (one.names_insider(text), other.names_insider(text));
                let is_other = if insider == other_insider { one.confidence < other.confidence } else { other_insider };
                stays[if is_other { number } else { other_number }] = false;
            }
        }
    }
    let mut stays = stays.into_iter();
    relations.retain(|_| stays.next().unwrap_or(true));
}

/// Whether a piece holds more than marks.
fn has_words(text: &Text, piece: &Range<usize>) -> bool {
    let tokens = text.tokens.get(piece.clone()).unwrap_or_default();
    tokens.iter().any(|token| matches!(token.kind, Kind::Word | Kind::Number))
}

/// What a mark needs beyond the least confidence where its content is not all in quotation marks: a reader sees at once
/// that a quotation is somebody's words.
pub const UNQUOTED: f32 = 0.03;

/// The same for what somebody thinks or wants, where few and sure marks are asked for: on 60 news pages, two readers found 6 of 16
/// such marks wrong below a confidence of .7, and 7 of 38 others.
const BELIEVED: f32 = 0.2;

/// The least confidence of a mark.
pub fn threshold(sureness: Sureness) -> f32 {
    match sureness {
        Sureness::Fewer => 0.5,
        Sureness::Balanced => 0.3,
        Sureness::More => 0.2,
    }
}

/// Whoever says one paragraph of a quotation says the others too; a model reads one paragraph at a time.
fn complete_quotations(text: &Text, relations: &mut [Relation]) {
    let claimed = claimed(text, relations);
    let free = |piece: &Range<usize>| piece.clone().all(|at| claimed.get(at) == Some(&0));
    for relation in relations.iter_mut().filter(|relation| !stays_inside_quotation(text, relation)) {
        let whole = relation.content.iter().find_map(|piece| {
            let quotation = text.quotations.get(text.tokens.get(piece.start)?.quotation?)?;
            let opens = quotation.pieces.len() > 1 && quotation.pieces.iter().any(|own| own.start == piece.start);
            opens.then_some(quotation)
        });
        if let Some(quotation) = whole {
            relation.content.extend(quotation.pieces.iter().filter(|piece| free(piece)).cloned());
            sort_by_number(&mut relation.content, |piece| piece.start);
        }
    }
}

/// "„Ich vermute, sie hält“, sagte Ek": what is said inside a quotation ends before the mark that closes it.
fn end_before_closing_marks(text: &Text, relations: &mut [Relation]) {
    let inside = |at: usize| text.tokens.get(at).and_then(|token| token.quotation);
    for relation in relations {
        let quotation = relation.cue.first().and_then(|cue| inside(cue.start));
        for piece in relation.content.iter_mut().filter(|piece| piece.len() > 1 && quotation.is_some()) {
            let last = piece.end - 1;
            let opens = piece.clone().any(|at| at < last && text.is_quotation_mark(at));
            let closes = inside(last) == quotation && text.is_quotation_mark(last) && !opens;
            piece.end -= usize::from(closes);
        }
    }
}

/// Sentences that are quotation alone go on with what was quoted before them in their block. Behind a report without
/// quotation they stand alone, and so does a whole block of quotation after one that was closed, whoever spoke before.
fn claim_lone_quotations(text: &Text, relations: &mut Vec<Relation>) {
    let parts = text.language.grammar.parts_quotations();
    let claimed = claimed(text, relations);
    let reporting: FxHashSet<usize> = relations
        .iter()
        .filter(|relation| !relation.cue.is_empty())
        .map(|relation| text.tokens[relation.place().start].sentence)
        .collect();
    // "She said it was over. “I am done.”"
    let follows_report = |start: usize| {
        start.checked_sub(1).is_some_and(|before| {
            let (before, at) = (&text.tokens[before], &text.tokens[start]);
            before.block == at.block && reporting.contains(&before.sentence)
        })
    };
    let mut free_id = relations.iter().map(|relation| relation.id + 1).max().unwrap_or_default();
    let mut quoting = quoting_places(text, relations).into_iter().peekable();
    // The relation that quoted last, and the block where it did.
    let mut host: Option<(usize, usize)> = None;
    for quotation in &text.quotations {
        let tokens = quotation.tokens();
        while let Some((place, number)) = quoting.next_if(|&(place, _)| place < tokens.start) {
            host = Some((number, text.tokens[place].block));
        }
        let (Some(first), Some(last)) = (text.tokens.get(tokens.start), text.tokens.get(tokens.end - 1)) else {
            continue;
        };
        let opens_block = text.blocks[first.block].tokens.start == tokens.start;
        let closes_block = text.blocks[last.block].tokens.end <= tokens.end + 1;
        let whole_sentences = (text.sentences[first.sentence].tokens.start == tokens.start
            || parts && follows_colon(text, tokens.start))
            && (text.sentences[last.sentence].tokens.end <= tokens.end + 1 || parts && heads(text, &tokens));
        let free = quotation.pieces.iter().cloned().flatten().all(|at| claimed[at] == 0);
        // Single marks may be apostrophes.
        let is_marked = first.kind == Kind::DoubleQuote || opens_block && closes_block;
        if !is_marked || !whole_sentences || !free {
            continue;
        }
        let goes_on = |&(_, block): &(usize, usize)| block == first.block && !parts;
        let number = match host.filter(goes_on) {
            Some((number, _)) => number,
            _ if opens_block && closes_block || parts || follows_report(tokens.start) => {
                relations.push(lone_quotation(free_id));
                free_id += 1;
                relations.len() - 1
            }
            None => continue,
        };
        relations[number].content.extend(quotation.pieces.iter().cloned());
        host = Some((number, last.block));
    }
}

/// "…, hält er für sinnvoll: „…“", and in headlines a dash.
fn follows_colon(text: &Text, start: usize) -> bool {
    let Some(before) = start.checked_sub(1) else { return false };
    let headline = text.blocks[text.tokens[start].block].headline;
    text.is_mark(before, &[":"]) || headline && text.tokens[before].kind == Kind::Dash
}

/// "„Nie wieder dieser Hafen“: Fischer klagen an": some words that a headline quotes before its colon.
fn heads(text: &Text, quotation: &Range<usize>) -> bool {
    const SHORTEST: usize = 3;
    let headline = text.blocks[text.tokens[quotation.start].block].headline;
    headline && text.is_mark(quotation.end, &[":"]) && quotation.len() >= SHORTEST + 2
}

/// For each token, how many relations claim it, but for those that only tell what the speaker of a quotation says of others.
fn claimed(text: &Text, relations: &[Relation]) -> Vec<i32> {
    coverage(text, relations.iter().filter(|relation| !stays_inside_quotation(text, relation)))
}

/// Whether what a quotation's speaker says of others is all that a relation holds.
fn stays_inside_quotation(text: &Text, relation: &Relation) -> bool {
    let quotation = |at: usize| text.tokens.get(at).and_then(|token| token.quotation);
    let inside = quotation(relation.place().start);
    inside.is_some() && relation.content.iter().cloned().flatten().all(|at| quotation(at) == inside)
}

/// Where relations with a quotation in their content have their parts, in the order of the text.
fn quoting_places(text: &Text, relations: &[Relation]) -> Vec<(usize, usize)> {
    let mut places = Vec::new();
    for (number, relation) in relations.iter().enumerate() {
        let quotes = |piece: &Range<usize>| text.tokens[piece.clone()].iter().any(|t| t.quotation.is_some());
        if relation.content.iter().any(quotes) {
            places.extend(relation.cue.iter().chain(&relation.content).map(|part| (part.end - 1, number)));
        }
    }
    places.sort_unstable();
    places
}

/// A quotation that stands alone: nobody in sight says it.
fn lone_quotation(id: usize) -> Relation {
    Relation {
        id,
        source: Vec::new(),
        cue: Vec::new(),
        content: Vec::new(),
        attitude: Attitude::Statement,
        quoting: Quoting::Direct,
        depth: 0,
        via: None,
        confidence: 0.5,
        rule: RuleId::LoneQuotation,
    }
}

/// Direct where all words stand inside quotation marks, indirect where none does.
pub fn quoting(text: &Text, content: &[Range<usize>]) -> Quoting {
    let words = content
        .iter()
        .cloned()
        .flatten()
        .filter_map(|at| text.tokens.get(at))
        .filter(|t| matches!(t.kind, Kind::Word | Kind::Number));
    let (quoted, all) =
        words.fold((0, 0), |(quoted, all), word| (quoted + usize::from(word.quotation.is_some()), all + 1));
    match quoted {
        0 => Quoting::Indirect,
        _ if quoted == all => Quoting::Direct,
        _ => Quoting::Mixed,
    }
}

/// Counts for each relation how many others' contents hold its cue.
fn nest(text: &Text, relations: &mut [Relation]) {
    let covered = coverage(text, &*relations);
    for relation in relations {
        let place = relation.place().start;
        let own = relation.content.iter().filter(|piece| piece.contains(&place)).count();
        let others = usize::try_from(covered[place]).unwrap_or(0).saturating_sub(own);
        relation.depth = u8::try_from(others).unwrap_or(u8::MAX);
    }
}
