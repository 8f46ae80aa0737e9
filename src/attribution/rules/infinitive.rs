//! **infinitive**: promised to …
//!
//! What: takes the infinitive behind verbs that take one; with whom is urged to it, where the verb urges.
//!
//! Why: what somebody promises, refuses or wants to do is what they say or think.
//!
//! Example:
//!
//! > {source:named Aldana} {cue:statement promised} {content:indirect to repair the crane}.
//! - rule: infinitive

use super::{Finds, Reading};
use crate::attribution::Tokens;
use crate::language::{Role, VerbGroup};

pub const FINDS: Finds = Finds::Complement(complement);

fn complement(reading: &Reading) -> Option<Vec<Tokens>> {
    let verb = reading.verb?;
    if reading.has_fields() {
        return reading
            .infinitive_by_fields()
            .filter(|_| verb.complements.infinitive && !reading.text.is(reading.cue.head, Role::HearsayVerb))
            .map(|content| vec![content]);
    }
    let opens = |&place: &usize| verb.complements.infinitive && reading.text.is(place, Role::InfinitiveMark);
    let place = reading.places().into_iter().find(opens)?;
    let start = if verb.group == VerbGroup::Urge { reading.cue.tokens.end } else { place };
    Some(vec![reading.object(start)])
}

// Cases.
//
// > {source:named The ferry company} {cue:statement declined} {content:indirect to comment}.
