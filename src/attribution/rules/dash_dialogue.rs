//! **dash-dialogue**: speech after a dash, without quotation marks.
//!
//! What: as content-verb-source, where a dash behind another mark parts the content from the verb. A dash alone closes an aside: “the
//! mayor — a sailor — said the bridge”.
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
use crate::text::Kind;

pub const FINDS: Finds = Finds::Relation(find);

fn find(reading: &Reading) -> Option<Relation> {
    let before = reading.cue.tokens.start.checked_sub(2)?;
    if matches!(reading.text.tokens[before].kind, Kind::Word | Kind::Number) {
        return None;
    }
    reading.inverted(RuleId::DashDialogue)
}

// Cases.
//
// FIXME: the union has called the dismissal an insult; the models of the last training do not see it.
// > The harbour union — the largest of three — has called the dismissal of its head an insult.
