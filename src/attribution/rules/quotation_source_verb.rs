//! **quotation-source-verb**: “…,” the minister said: a quotation that its speaker closes.
//!
//! What: takes the quotation that ends with a comma, a question or an exclamation mark right before the source.
//!
//! Why: the mark inside the quotation shows that the sentence goes on with who said it.
//!
//! Example:
//!
//! > {content:direct “The bridge is safe,”} {source:named Mayor Ines Aldana} {cue:statement said}.
//! - rule: quotation-source-verb

use super::{Finds, Reading};
use crate::attribution::{Relation, cue};
use crate::kinds::RuleId;
use crate::language::Role;
use crate::text::Text;

pub const FINDS: Finds = Finds::Relation(find);

fn find(reading: &Reading) -> Option<Relation> {
    let (text, subject) = (reading.text, reading.subject()?);
    // "from “an anonymous source,” who said": what the quotation names is the source.
    let is_relative = text.is(subject.start, Role::RelativeOfPerson | Role::RelativeOfThing);
    if !closes_quotation(text, subject.start) || is_relative {
        return None;
    }
    reading.with_content_before_source(RuleId::QuotationSourceVerb)
}

fn closes_quotation(text: &Text, at: usize) -> bool {
    let Some(mark) = at.checked_sub(1) else { return false };
    cue::closes_inside_sentence(text, mark) && text.tokens[mark].quotation != text.tokens[at].quotation
}

// Cases.
//
// > {content:direct “The bridge is safe,”} {source:named Ines Aldana} {cue:statement said}, {content:direct “and it will stay safe.”}
//
// > {content:direct “The bridge is safe,”} {source:named Ines Aldana} {cue:statement said}. {content:direct “It will reopen in May.”}
//
// > {content:mixed The bridge is “safer than ever,”} {source:named Ines Aldana} {cue:statement said}.
//
// > The search began with “{source:unnamed an anonymous source},” who {cue:statement said} {content:indirect the boat was stolen}.
