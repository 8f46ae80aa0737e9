//! **verb-quotation**: said: “…”.
//!
//! What: takes the quotation, or what a colon opens, behind the verb.
//!
//! Why: a quotation mark or a colon right behind a reporting verb opens what was said.
//!
//! Example:
//!
//! > {source:named Ines Aldana} {cue:statement said}: {content:direct “The bridge is safe.”}
//! - rule: verb-quotation

use super::{Finds, Reading};
use crate::attribution::Tokens;

pub const FINDS: Finds = Finds::Complement(complement);

fn complement(reading: &Reading) -> Option<Vec<Tokens>> {
    reading.places().into_iter().find_map(|place| {
        let text = reading.text;
        let colon = text.is_mark(place, &[":"]) && text.tokens.get(place + 1).is_some_and(|next| next.spaced);
        let comma = text.is_mark(place, &[","]) && text.is_quotation_mark(place + 1);
        let mut content = if text.is_quotation_mark(place) && text.is_quoted(place) {
            reading.quotation_from(place)
        } else {
            reading.after_colon(place + 1).filter(|_| colon || comma)?
        };
        content.retain(|piece| !piece.is_empty());
        (!content.is_empty()).then_some(content)
    })
}

// Cases.
//
// > {source:named Ines Aldana} {cue:statement said}, {content:direct "The bridge is safe."}
//
// A quotation over two paragraphs is one content.
// > {source:named Ines Aldana} {cue:statement said}: {content:direct “The bridge is safe.}
// > {content:direct “It will reopen in May.”}
