//! **question-clause**: asked whether …, did not say how …
//!
//! What: takes the clause that a question word opens, behind verbs that take one or a noun.
//!
//! Why: a question behind a reporting verb is what was asked, known or left unsaid.
//!
//! Example:
//!
//! > {source:named The minister} {cue:statement did not say} {content:indirect whether the quota would be lifted}.
//! - rule: question-clause

use super::{Finds, Reading};
use crate::attribution::Tokens;
use crate::language::Role;

pub const FINDS: Finds = Finds::Complement(complement);

fn complement(reading: &Reading) -> Option<Vec<Tokens>> {
    let complements = reading.verb?.complements;
    let takes_question = complements.clause || complements.question || complements.noun;
    let opens = |&place: &usize| takes_question && reading.text.is(place, Role::QuestionOpener);
    reading.places().into_iter().find(opens).map(|place| vec![reading.clause(place)])
}
