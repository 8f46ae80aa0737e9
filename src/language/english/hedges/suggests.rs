//! **suggests**: “suggests that”, of evidence.
//!
//! What: marks the verb; not proposals (“suggested a walk”), not “as the name suggests”.
//!
//! Why: What something suggests is a conclusion that need not hold.
//!
//! Example:
//!
//! > {source:document The scratches} {cue:statement {hedge:appearance suggest}} {content:indirect that a tug hit the pier}.
//! - hedge-rule: suggests

use super::{closes_aside, is_attribute};
use crate::hedge::{Context, Outcome};

pub fn test(c: &Context) -> Outcome {
    let gerund = c.after(1).norm.ends_with("ing");
    let proposal = gerund && c.word().is("suggest suggested")
        || c.word().is("suggested") && c.after(1).is("a an to by")
        || c.word().is("suggest") && c.after(1).is("you");
    Outcome::from(!closes_aside(c) && !proposal && !is_attribute(c) && c.goes_on())
}

// Cases.
//
// > {source:named She} {cue:statement suggested} {content:indirect a walk along the pier}.
//
// > {source:named The mayor} {cue:statement suggested} {content:indirect closing the pier}.
//
// Her statement is guarded by nobody.
// > {source:named The mayor} {cue:statement suggested} {content:indirect that the pier was unsafe}.
//
// > As its name suggests, the Long Pier is long.
