//! The English hedge rules: a file for each, which tests the words around a cue of `hedge-cues.txt`.
//!
//! A rule's file opens with what it marks, why, and an example; its cases stand below. Example and cases are fixtures:
//! `tests/marked.rs` reads them and `UPDATE=1` rewrites them. `build.rs` registers every file of this folder under the
//! row of `src/kinds.json` with its name.

use crate::hedge::{Context, Tests};
use crate::language::Function;

include!(concat!(env!("OUT_DIR"), "/english_hedges.rs"));

/// The test of each rule that a line of the list can name.
pub const TESTS: Tests = Tests(REGISTERED);

/// Pronouns that think and speak.
const PERSONS: &str = "i we he she they you who";

/// Whether what follows can only begin a clause: "that" or a subject.
fn clause_follows(c: &Context) -> bool {
    c.after(1).is("that there i he she it we they you this these those")
        || c.after(1).function() == Some(Function::Determiner)
        || subject_follows(c)
}

/// Whether a name or noun with a finite verb after it follows within a few words.
fn subject_follows(c: &Context) -> bool {
    const LONGEST_SUBJECT: usize = 5;
    c.noun_follows()
        && (2..=LONGEST_SUBJECT)
            .map(|n| c.after(n))
            .take_while(|word| !word.is(", . ;") && !word.norm.is_empty())
            .any(|word| matches!(word.function(), Some(Function::Auxiliary | Function::Modal)))
}

/// Whether a condition stands in the sentence, within a long clause on either side.
fn is_conditional(c: &Context) -> bool {
    const LONGEST_CLAUSE: usize = 40;
    let opens = |distance| [c.before(distance), c.after(distance)].iter().any(|word| word.is("if unless provided"));
    (1..=LONGEST_CLAUSE).any(opens)
}

/// Whether the cue closes an aside: "as the report suggests,".
fn closes_aside(c: &Context) -> bool {
    c.anywhere_before(6, "as") && !c.goes_on()
}

/// Whether the cue is an attribute: "an implied threat".
fn is_attribute(c: &Context) -> bool {
    c.before(1).function() == Some(Function::Determiner)
}

/// Whether the speaker speaks of himself: "I think", "we do not believe".
fn is_first_person(c: &Context) -> bool {
    const LONGEST_VERB: usize = 5;
    let passed = |n: &usize| {
        let word = c.before(*n);
        word.is_adverb() || matches!(word.function(), Some(Function::Auxiliary | Function::Modal)) || word.is("and")
    };
    let subject = (1..=LONGEST_VERB).find(|n| !passed(n));
    subject.is_some_and(|n| c.before(n).is("i we"))
}

/// Whether the thought is denied of the past: "did n't think".
fn was_absent(c: &Context) -> bool {
    c.before(1).is("n't not") && c.before(2).is("did")
}
