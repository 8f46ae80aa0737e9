//! **signature**: “…” — Ana Perez: the name that ends a block signs the quotation before it.
//!
//! What: takes the name behind a dash as the source of the quotation that ends before the dash.
//!
//! Why: pull quotes and letters are signed so.
//!
//! Example:
//!
//! > {content:direct “We will never sell the pier.”} {cue:statement —} {source:named Ana Perez}
//! - rule: signature

use super::{Finds, Reading};
use crate::analysis::Attitude;
use crate::attribution::Relation;
use crate::attribution::cue::CueKind;
use crate::kinds::RuleId;
use crate::text::{Case, Kind};

pub const FINDS: Finds = Finds::Relation(find);

/// A name behind a dash has at most this many words.
const LONGEST_NAME: usize = 12;

fn find(reading: &Reading) -> Option<Relation> {
    if reading.cue.kind != CueKind::Signature {
        return None;
    }
    let text = reading.text;
    let name = reading.cue.tokens.end..text.blocks[text.tokens[reading.cue.head].block].tokens.end;
    let first = text.tokens.get(name.start)?;
    let signs = (1..=LONGEST_NAME).contains(&name.len()) && first.case != Case::Lower && first.kind == Kind::Word;
    let last = reading.cue.head.checked_sub(1)?;
    let quotation = &text.quotations[text.tokens[last].quotation.filter(|_| signs)?];
    if !quotation.pieces.last().is_some_and(|piece| piece.contains(&last)) {
        // It runs on in the next block.
        return None;
    }
    let mut relation = reading.relation(RuleId::Signature, Attitude::Statement);
    relation.source = vec![name];
    relation.content = quotation.pieces.clone();
    Some(relation)
}
