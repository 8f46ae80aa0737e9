//! Which relation stands inside the content of which: "A said that B denied it".

use crate::attribution::Relation;
use crate::order::{sort_by_number, sort_by_numbers};
use std::ops::Range;

/// How many contents that run over one token are compared.
const DEEPEST: usize = 64;

/// For each relation the innermost one in whose content it stands.
pub fn parents(relations: &[Relation]) -> Vec<Option<usize>> {
    let mut pieces: Vec<(Range<usize>, usize)> = relations
        .iter()
        .enumerate()
        .flat_map(|(number, relation)| relation.content.iter().map(move |c| (c.clone(), number)))
        .collect();
    sort_by_numbers(&mut pieces, |(piece, _)| (piece.start, usize::MAX - piece.end));
    let mut order: Vec<_> = (0..relations.len()).collect();
    let place = |number: usize| relations[number].place().start;
    sort_by_number(&mut order, |&i| place(i));
    let mut open: Vec<(Range<usize>, usize)> = Vec::new();
    let mut pieces = pieces.into_iter().peekable();
    let mut parents = vec![None; relations.len()];
    for number in order {
        let at = place(number);
        while let Some(piece) = pieces.next_if(|(piece, _)| piece.start <= at) {
            open.retain(|(o, _)| o.end > piece.0.start);
            open.push(piece);
        }
        let holds = |p: &&(Range<usize>, usize)| {
            p.0.contains(&at) && p.1 != number && relations[p.1].depth < relations[number].depth.max(1)
        };
        parents[number] =
            open.iter().rev().take(DEEPEST).filter(holds).min_by_key(|(piece, _)| piece.len()).map(|&(_, owner)| owner);
    }
    parents
}
