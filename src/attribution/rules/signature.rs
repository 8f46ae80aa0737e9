//! **signature**: “…” — Ana Perez: the name that ends a block signs the quotation before it.
//!
//! What: takes the name behind a dash as the source of the quotation of whole sentences that ends before the dash; in a block of its
//! own and with a handle, as the source of the block before.
//!
//! Why: pull quotes, letters and posts of social networks are signed so.
//!
//! Example:
//!
//! > {content:direct “We will never sell the pier.”} {cue:statement —} {source:named Ana Perez}
//! - rule: signature

use super::{Finds, Reading};
use crate::analysis::Attitude;
use crate::attribution::cue::CueKind;
use crate::attribution::{Relation, Tokens};
use crate::kinds::RuleId;
use crate::text::{Case, Kind, Text};

pub const FINDS: Finds = Finds::Relation(find);

/// A name behind a dash has at most this many words, its handle among them.
const LONGEST_NAME: usize = 12;

/// So many marks may stand behind it ("— Ana …", "— Ana.").
const MARKS_BEHIND: usize = 4;

fn find(reading: &Reading) -> Option<Relation> {
    if reading.cue.kind != CueKind::Signature {
        return None;
    }
    let (text, dash) = (reading.text, reading.cue.head);
    let block = text.tokens[dash].block;
    let tokens = &text.blocks[block].tokens;
    let (source, content) = if dash > 0 && text.is_quotation_mark(dash - 1) {
        let rest = dash + 1..tokens.end;
        if rest.len() > LONGEST_NAME + MARKS_BEHIND {
            return None;
        }
        (reading.trim(rest), quotation(text, dash - 1)?)
    } else {
        let handle = tokens.clone().find(|&at| text.is_mark(at, &[")"]))?;
        (dash + 1..handle + 1, vec![text.blocks.get(block.checked_sub(1)?)?.tokens.clone()])
    };
    let first = text.tokens.get(source.start)?;
    let is_name = first.case != Case::Lower && first.kind == Kind::Word && text.function(source.start).is_none();
    if !(1..=LONGEST_NAME).contains(&source.len()) || !is_name {
        return None;
    }
    let mut relation = reading.relation(RuleId::Signature, Attitude::Statement);
    relation.source = vec![source];
    relation.content = content;
    Some(relation)
}

/// The quotation of whole sentences that a mark closes.
fn quotation(text: &Text, last: usize) -> Option<Vec<Tokens>> {
    let quotation = &text.quotations[text.tokens[last].quotation?];
    let start = quotation.tokens().start;
    let is_whole = text.opens_sentence(start) || start > 0 && text.is_mark(start - 1, &[":"]);
    // Where it runs on in the next block, another one ends here.
    let ends = quotation.pieces.last().is_some_and(|piece| piece.contains(&last));
    (is_whole && ends).then(|| quotation.pieces.clone())
}

// Cases.
//
// > {content:indirect Nobody will sell the pier while I am mayor.}
// > {cue:statement —} {source:named Mayor Ines Aldana (@aldana)} May 4, 2021
//
// > The play “Harbour Lights” – Ready for its last night.
//
// > {content:direct “We will never sell the pier.”}
// > {cue:statement —} {source:named Ines Aldana, mayor of Holmvik}.
