//! The frame of a verb: in some languages its parts stand at both ends of the clause ("hat am Montag eingeräumt", "teilte am
//! Montag mit"). Whatever part was found, the cue is all of them.

use super::Relation;
use crate::language::{Function, Role, VerbForm};
use crate::order::sort_by_number;
use crate::text::{Kind, Text};
use std::ops::Range;

/// How far the parts of a frame stand apart at most, in tokens.
const LONGEST: usize = 40;

/// Adds the other parts of the frame to the cue of a relation, and takes them out of its source and content.
pub fn complete(text: &Text, relation: &mut Relation) {
    let [cue] = relation.cue.as_slice() else { return };
    let Some(head) = cue.clone().rev().find(|&at| text.tag(at).verb.is_some()) else { return };
    let other = text.split_verbs.get(&head).copied().or_else(|| auxiliary(text, head, Role::Have));
    let Some(other) = other.filter(|other| !cue.contains(other)) else { return };
    let part = other..other + 1;
    for pieces in [&mut relation.source, &mut relation.content] {
        *pieces = pieces.iter().flat_map(|piece| without(piece, other)).filter(|piece| !piece.is_empty()).collect();
    }
    relation.cue.push(part);
    sort_by_number(&mut relation.cue, |piece| piece.start);
}

/// The auxiliary of a participle, "haben" or "werden": the nearest one before it in its clause, or right behind it where the
/// verb is last.
pub(super) fn auxiliary(text: &Text, head: usize, role: Role) -> Option<usize> {
    let is_participle = text.is(head, Role::PastParticiple)
        && text.tag(head).verb.is_some_and(|verb| matches!(verb.form, VerbForm::Past | VerbForm::Present));
    if !is_participle {
        return None;
    }
    let sentence = &text.sentence_of(head).tokens;
    let helps = |at: usize| text.is(at, role);
    if head + 1 < sentence.end && helps(head + 1) {
        return Some(head + 1);
    }
    let ends_clause = |&at: &usize| {
        !matches!(text.tokens[at].kind, Kind::Word | Kind::Number | Kind::DoubleQuote | Kind::SingleQuote)
            || text.function(at) == Some(Function::Subordinator)
    };
    let closes = head + 1 >= sentence.end
        || text.tokens[head + 1].kind != Kind::Word
        || text.function(head + 1) == Some(Function::Conjunction);
    let mut before = (sentence.start..head).rev().take(LONGEST).take_while(|at| !ends_clause(at));
    before.find(|&at| helps(at)).filter(|_| closes)
}

/// A piece without one token.
fn without(piece: &Range<usize>, at: usize) -> [Range<usize>; 2] {
    if piece.contains(&at) { [piece.start..at, at + 1..piece.end] } else { [piece.clone(), 0..0] }
}
