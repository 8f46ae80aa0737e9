//! **first-person-guess**: “ich glaube”, “ich vermute”.
//!
//! What: marks the phrase of a speaker about himself.
//!
//! Why: The speaker says that it is a guess.
//!
//! Example:
//!
//! > {content#1:direct „{hedge:belief {source#2:named Ich} {cue#2:belief glaube}}, {content#2:direct die Brücke hält}“}, {cue#1:statement sagte} {source#1:named Marek Dunn}.
//! - hedge-rule: first-person-guess

use crate::hedge::{Context, Outcome};

pub fn test(c: &Context) -> Outcome {
    Outcome::from(!c.after(1).is("an nicht"))
}

// Cases.
//
// The inner content ends before the closing quotation mark.
//
// > {content#1:direct „{hedge:belief {source#2:named Ich} {cue#2:belief vermute}}, {content#2:direct die Brücke hält}“}, {cue#1:statement sagte} {source#1:named Marek Dunn}.
