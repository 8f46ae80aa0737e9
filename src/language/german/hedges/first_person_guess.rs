//! **first-person-guess**: “ich glaube”, “ich vermute”.
//!
//! What: marks the phrase of a speaker about himself.
//!
//! Why: The speaker says that it is a guess.
//!
//! Example:
//!
//! > {content:direct „{hedge:belief Ich glaube}, die Brücke hält“}, {cue:statement sagte} {source:named Marek Dunn}.
//! - hedge-rule: first-person-guess

use crate::hedge::{Context, Outcome};

pub fn test(c: &Context) -> Outcome {
    Outcome::from(!c.after(1).is("an nicht"))
}

// Cases.
//
// > {content:direct „{hedge:belief Ich vermute}, die Brücke hält“}, {cue:statement sagte} {source:named Marek Dunn}.
