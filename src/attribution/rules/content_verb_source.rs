//! **content-verb-source**: “…,” said the minister: the content, the verb, the source.
//!
//! What: takes what stands before the verb as the content and the noun phrase behind the verb as the source. Without
//! a quotation mark the content must be a clause, and the source must end one: “the mayor, a sailor, said the bridge”
//! is not inverted.
//!
//! Why: newspapers turn verb and subject around after a quotation.
//!
//! Example:
//!
//! > {content:direct “The bridge is safe,”} {cue:statement said} {source:named Mayor Ines Aldana}.
//! - rule: content-verb-source

use super::{Finds, Reading};
use crate::attribution::Relation;
use crate::kinds::RuleId;

pub const FINDS: Finds = Finds::Relation(find);

fn find(reading: &Reading) -> Option<Relation> {
    reading.inverted(RuleId::ContentVerbSource)
}

// Cases.
//
// > {content:direct “Who will pay for it?”} {cue:statement asked} {source:named Tomas Brandt}.
//
// > {content:direct «The bridge is safe»}, {cue:statement said} {source:named Ines Aldana}.
