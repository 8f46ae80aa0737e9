//! **dash-dialogue**: speech after a dash, without quotation marks.
//!
//! What: as content-verb-source, where a dash parts the content from the verb.
//!
//! Why: printed dialogue in Slavic and Romance languages is set so, and translations keep it.
//!
//! Example:
//!
//! > {content:indirect The bridge is safe and will reopen in May}, — {cue:statement said} {source:named the mayor}.
//! - rule: dash-dialogue

use super::{Finds, Reading};
use crate::attribution::Relation;
use crate::kinds::RuleId;

pub const FINDS: Finds = Finds::Relation(find);

fn find(reading: &Reading) -> Option<Relation> {
    reading.inverted(RuleId::DashDialogue)
}
