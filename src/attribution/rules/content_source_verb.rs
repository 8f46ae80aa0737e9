//! **content-source-verb**: …, the minister said: the content, the source, the verb.
//!
//! What: takes the clause before the source as the content, where nothing behind the verb can be one.
//!
//! Why: many reports put the source at the end of the sentence.
//!
//! Example:
//!
//! > {content:indirect The bridge will reopen in May}, {source:named Mayor Ines Aldana} {cue:statement said}.
//! - rule: content-source-verb

use super::{Finds, Reading};
use crate::attribution::Relation;
use crate::kinds::RuleId;

pub const FINDS: Finds = Finds::Relation(find);

fn find(reading: &Reading) -> Option<Relation> {
    if reading.has_fields() {
        return None;
    }
    reading.with_content_before_source(RuleId::ContentSourceVerb)
}
