//! Quotations as headings: "‘Nobody has to worry’" above the paragraph whose words it repeats.
//!
//! A heading belongs to what comes after it, so that whoever spoke before it says nothing about it.

use crate::analysis::Identity;
use crate::attribution::Relation;
use crate::source::referent::Referent;
use crate::text::{Kind, Text};
use std::ops::Range;

/// How many relations after a heading are looked at for its words.
const AHEAD: usize = 12;

/// Fewer words than this are found anywhere.
const FEWEST: usize = 2;

/// Whether a relation is a quotation in a heading, with nobody in sight who says it.
pub fn is_quotation(text: &Text, relation: &Relation) -> bool {
    let token = relation.content.first().and_then(|piece| text.tokens.get(piece.start));
    relation.source.is_empty()
        && relation.cue.is_empty()
        && token.is_some_and(|token| text.blocks[token.block].headline)
}

/// Names who says the quotations in headings: the first after it who says the same words in the same order.
pub fn name_later(text: &Text, relations: &[Relation], referents: &mut [Referent]) {
    let order = Relation::order(relations);
    for (position, &heading) in order.iter().enumerate().filter(|&(_, &n)| is_quotation(text, &relations[n])) {
        let words = words(text, &relations[heading].content);
        let repeats = |&&number: &&usize| {
            let relation = &relations[number];
            let mut rest = words.iter().peekable();
            for word in self::words(text, &relation.content) {
                rest.next_if(|&&wanted| wanted == word);
            }
            !is_quotation(text, relation) && rest.peek().is_none()
        };
        let after = order.get(position + 1..).unwrap_or_default().iter().take(AHEAD);
        let said = after.filter(|_| words.len() >= FEWEST).find(repeats);
        referents[heading] = match said.map(|&number| (&referents[number], relations[number].source.first())) {
            Some((speaker, Some(source))) => speaker.again(source.clone()),
            _ => Referent::new(Identity::Unspecified),
        };
    }
}

fn words<'t>(text: &'t Text, content: &[Range<usize>]) -> Vec<&'t str> {
    let is_word = |&at: &usize| matches!(text.tokens[at].kind, Kind::Word | Kind::Number);
    content.iter().cloned().flatten().filter(is_word).map(|at| text.norm(at)).collect()
}
