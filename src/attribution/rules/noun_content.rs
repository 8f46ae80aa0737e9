//! **noun-content**: criticized the quota: a noun phrase as the content.
//!
//! What: takes what follows a verb of judgement, or a verb with its particle (“called for”), as the content.
//!
//! Why: what somebody condemns, welcomes or calls for is what they say of it.
//!
//! Example:
//!
//! > {source:named Brandt} {cue:statement criticized} {content:indirect the new quota}.
//! - rule: noun-content

use super::{Finds, Reading};
use crate::attribution::Tokens;
use crate::language::Role;

pub const FINDS: Finds = Finds::Complement(complement);

fn complement(reading: &Reading) -> Option<Vec<Tokens>> {
    if reading.has_fields() {
        let takes_noun = reading.verb?.complements.noun;
        let takes = |object: &Tokens| takes_noun || reading.text.is(object.start, Role::ObjectPreposition);
        return reading.object_by_fields().filter(takes).map(|object| vec![object]);
    }
    let cue = &reading.cue;
    let (start, ceiling) = (reading.after_hearer(), reading.ceiling());
    let has_particle = cue.tokens.len() > 1 && cue.tokens.end > cue.head + 1;
    let takes_noun = reading.verb?.complements.noun || has_particle;
    let opens = takes_noun && start < ceiling && reading.phrases.after(cue.tokens.end, ceiling).is_some();
    opens.then(|| vec![reading.object(cue.tokens.end)])
}

// Cases.
//
// > {source:named The ferry company} {cue:statement called for} {content:indirect a new pier}.
