//! **colon**: Minister: We are ready.
//!
//! What: takes a short name at the start of a block as the source of what follows the colon, in headlines, before
//! quotations, and in transcripts, where the whole turn is the content.
//!
//! Why: a name and a colon are the shortest attribution there is.
//!
//! Example:
//!
//! > {source:named Aldana}{cue:statement :} {content:indirect Bridge to reopen in May}
//! - rule: colon

use super::{Finds, Reading};
use crate::analysis::Attitude;
use crate::attribution::cue::CueKind;
use crate::attribution::{Relation, Tokens};
use crate::kinds::RuleId;
use crate::language::Role;
use crate::noun_phrase::words;
use crate::text::{Block, Case, Text};

pub const FINDS: Finds = Finds::Relation(find);

/// A name before a colon has at most this many words.
const LONGEST_SPEAKER: usize = 5;

fn find(reading: &Reading) -> Option<Relation> {
    let (text, colon) = (reading.text, reading.cue.head);
    let followed = text.tokens.get(colon + 1).is_none_or(|next| next.spaced);
    if reading.cue.kind != CueKind::Colon || !followed {
        return None;
    }
    let block = &text.blocks[text.tokens[colon].block];
    let speaker = block.tokens.start..colon;
    let is_short = (1..=LONGEST_SPEAKER).contains(&speaker.len());
    let in_name = |at: usize| {
        text.tokens[at].case != Case::Lower || text.is(at, Role::GenitivePreposition | Role::DefiniteArticle)
    };
    if reading.has_fields() && text.is_quotation_mark(colon + 1) {
        return title_before_colon(reading, colon);
    }
    if !is_short || !speaker.clone().all(in_name) {
        return None;
    }
    let is_transcript = speaker.clone().all(|at| text.tokens[at].case == Case::Upper) && !is_dateline(text, &speaker);
    if !block.headline && !is_transcript && !text.is_quotation_mark(colon + 1) {
        return None;
    }
    let turn = || vec![colon + 1..block.tokens.end];
    let content = if is_transcript { turn() } else { reading.after_colon(colon + 1)? };
    let mut relation = reading.relation(RuleId::Colon, Attitude::Statement);
    relation.source = vec![speaker];
    relation.content = content.into_iter().filter(|piece| !piece.is_empty()).collect();
    (!relation.content.is_empty()).then_some(relation)
}

/// "Ek über den Hafen: „…“", "Eine Fischerin, entschlossen: „…“": somebody without a verb, and what more is said of them.
fn title_before_colon(reading: &Reading, colon: usize) -> Option<Relation> {
    let text = reading.text;
    let sentence = reading.floor()..colon;
    if sentence.clone().any(|at| words::is_finite(text, at) || text.tag(at).verb.is_some()) {
        return None;
    }
    let speaker = reading.phrases.after(sentence.start, colon)?;
    let phrase = reading.phrases.read(speaker.clone());
    let is_person = phrase.noun.map_or_else(|| words::is_name(text, phrase.head), |noun| noun.class.is_person());
    let head = speaker.start..phrase.head + 1;
    let content = reading.after_colon(colon + 1).filter(|_| is_person && phrase.head < colon)?;
    let mut relation = reading.relation(RuleId::Colon, Attitude::Statement);
    relation.source = vec![head];
    relation.content = content.into_iter().filter(|piece| !piece.is_empty()).collect();
    (!relation.content.is_empty()).then_some(relation)
}

/// "HOLMVIK: The bridge …" opens a report, once; a speaker of a transcript has many turns, or no report around.
fn is_dateline(text: &Text, label: &Tokens) -> bool {
    /// A report is dated in its first blocks, behind title and subtitle.
    const OPENING: usize = 4;
    let number = text.tokens[label.start].block;
    let opens = |block: &Block| {
        let start = block.tokens.start;
        text.norm(start) == text.norm(label.start) && text.is_mark(start + label.len(), &[":"])
    };
    number > 0 && number < OPENING && text.blocks.iter().filter(|block| opens(block)).nth(1).is_none()
}

// Cases.
//
// > {source:named ALDANA}{cue:statement :} {content:indirect The bridge is safe, and nobody needs to fear anything}.
