//! **as-clause**: As the mayor said, …; …, as she put it, …
//!
//! What: takes the subject of a clause with “as” that says nothing else as the source, and the rest of the sentence as the
//! content.
//!
//! Why: such a clause only says whose words the sentence gives.
//!
//! Example:
//!
//! > As {source:named the Holmvik Post} {cue:evidence reported}, {content:indirect the ferry will run again in May}.
//! - rule: as-clause

use super::{Finds, Reading};
use crate::analysis::Attitude;
use crate::attribution::Relation;
use crate::attribution::cue::CueKind;
use crate::kinds::RuleId;
use crate::language::Role;

pub const FINDS: Finds = Finds::Relation(find);

fn find(reading: &Reading) -> Option<Relation> {
    let CueKind::Finite(verb) = reading.cue.kind else { return None };
    let text = reading.text;
    if reading.has_fields() || !verb.complements.clause || verb.group.attitude() != Attitude::Statement {
        return None;
    }
    let source = reading.subject()?;
    let opener = source.start.checked_sub(1).filter(|&at| text.is(at, Role::Manner))?;
    let ends = |&end: &usize| end >= reading.ceiling() || text.is_mark(end, &[",", "."]);
    let end = [reading.cue.tokens.end, reading.after_hearer()].into_iter().find(ends)?;
    let opens_sentence = opener <= reading.floor() + 1;
    let parted = if opens_sentence { text.is_mark(end, &[","]) } else { text.is_mark(opener - 1, &[","]) };
    let content = reading.beside(&(opener..end));
    if !parted || content.is_empty() {
        return None;
    }
    let mut relation = reading.relation(RuleId::AsClause, verb.group.attitude());
    relation.source = vec![source];
    relation.content = content;
    Some(relation)
}

// Cases.
//
// > {content:indirect The pier}, as {source:unnamed the harbour master} {cue:statement said} on Monday, {content:indirect is safe}.
//
// > The mayor left as the minister spoke.
