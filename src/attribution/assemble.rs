//! From proposals to relations: what stands alone, what is quoted, what is nested in what.

use super::Relation;
use crate::Settings;
use crate::analysis::{Attitude, Quoting};
use crate::analyzer::Sureness;
use crate::text::{Kind, Text};
use std::ops::Range;

/// Keeps the proposals that are sure enough, adds quotations nobody claimed, and works out quoting and depth.
pub fn assemble(text: &Text, mut relations: Vec<Relation>, settings: &Settings) -> Vec<Relation> {
    relations.retain(|relation| relation.confidence >= threshold(settings.sureness));
    relations.retain(|relation| settings.beliefs || relation.attitude != Attitude::Belief);
    claim_lone_quotations(text, &mut relations);
    for relation in &mut relations {
        relation.quoting = quoting(text, &relation.content);
    }
    nest(&mut relations);
    relations
}

fn threshold(sureness: Sureness) -> f32 {
    match sureness {
        Sureness::Fewer => 0.7,
        Sureness::Balanced => 0.4,
        Sureness::More => 0.2,
    }
}

/// Paragraphs that are quotation alone go on with what the paragraph before quoted; where none did, they stand alone.
fn claim_lone_quotations(text: &Text, relations: &mut Vec<Relation>) {
    let mut lone = Vec::new();
    for quotation in &text.quotations {
        let tokens = quotation.tokens();
        let Some(first) = text.tokens.get(tokens.start) else { continue };
        let last_block = text.tokens[tokens.end - 1].block;
        let whole = text.blocks[first.block].tokens.start == tokens.start
            && text.blocks[last_block].tokens.end <= tokens.end + 1;
        let double = first.kind == Kind::DoubleQuote;
        let claimed = relations.iter().any(|r| r.content.iter().any(|c| c.start < tokens.end && tokens.start < c.end));
        if !whole || !double || claimed {
            continue;
        }
        let before = first.block.checked_sub(1);
        let host = relations.iter_mut().rev().find(|r| {
            let in_block_before = |range: &Range<usize>| text.tokens.get(range.start).map(|t| t.block) == before;
            let quotes = r.content.iter().any(|c| text.tokens[c.clone()].iter().any(|t| t.quotation.is_some()));
            quotes && (r.cue.iter().any(in_block_before) || r.content.last().is_some_and(in_block_before))
        });
        match host {
            Some(host) => host.content.extend(quotation.pieces.iter().cloned()),
            None => lone.push(Relation {
                source: Vec::new(),
                cue: Vec::new(),
                content: quotation.pieces.clone(),
                attitude: Attitude::Statement,
                quoting: Quoting::Direct,
                depth: 0,
                via: None,
                confidence: 0.7,
                rule: "lone-quotation",
            }),
        }
    }
    relations.extend(lone);
}

/// Direct where all words stand inside quotation marks, indirect where none does.
fn quoting(text: &Text, content: &[Range<usize>]) -> Quoting {
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
fn nest(relations: &mut [Relation]) {
    let places: Vec<_> =
        relations.iter().map(|r| r.cue.first().or(r.content.first()).cloned().unwrap_or(0..0)).collect();
    let contents: Vec<_> = relations.iter().map(|r| r.content.clone()).collect();
    for (number, relation) in relations.iter_mut().enumerate() {
        let place = &places[number];
        let holders = contents.iter().enumerate().filter(|&(other, content)| {
            other != number && content.iter().any(|piece| piece.start <= place.start && place.end <= piece.end)
        });
        relation.depth = holders.count().min(usize::from(u8::MAX)) as u8;
    }
}
