//! Statement, belief or evidence: what the source does with the content.

use super::atoms::Atom;
use super::vocabulary::Vocabulary;
use crate::analysis::Attitude;
use crate::language::{Function, NounClass, Role};
use crate::text::Text;
use std::ops::Range;

/// The attitude of a cue: the language's where it knows one of the words, else what the training texts tell of them;
/// what a document says is evidence.
pub fn attitude(
    text: &Text,
    atoms: &[Atom],
    vocabulary: &Vocabulary,
    cue: &Range<usize>,
    source: Option<&Range<usize>>,
) -> Attitude {
    let listed = cue.clone().rev().find_map(|at| {
        let tag = text.tag(at);
        tag.verb.map(|verb| verb.group.attitude()).or(tag.reporting_noun).or(tag.reporting_adjective)
    });
    let learnt = || {
        let entries = cue.clone().filter_map(|at| vocabulary.get(atoms.get(at)?.word));
        entries.max_by_key(|entry| entry.cueness).map_or(Attitude::Statement, |entry| entry.attitude)
    };
    match listed.unwrap_or_else(learnt) {
        Attitude::Statement if source.is_some_and(|s| is_document(text, s)) => Attitude::Evidence,
        attitude => attitude,
    }
}

/// Whether the head of a noun phrase is a record, study, poll or the like.
fn is_document(text: &Text, phrase: &Range<usize>) -> bool {
    let end = phrase.clone().skip(1).find(|&at| ends_head(text, at)).unwrap_or(phrase.end);
    let head = end.checked_sub(1).filter(|&head| head >= phrase.start);
    head.is_some_and(|head| text.tag(head).is_noun(NounClass::Document))
}

/// Whether a word ends the head of a noun phrase: what follows modifies it.
fn ends_head(text: &Text, at: usize) -> bool {
    text.function(at) == Some(Function::Preposition)
        || text.is(at, Role::RelativeOfPerson | Role::RelativeOfThing)
        || text.is_mark(at, &[",", "("])
}
