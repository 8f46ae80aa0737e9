//! **indicates**: “the data indicate”.
//!
//! What: marks the verb where evidence is its subject; a person who indicates something says it.
//!
//! Why: What evidence indicates is a conclusion that need not hold.
//!
//! Example:
//!
//! > {source:document Test results} {cue:evidence {hedge:appearance indicate}} {content:indirect a fault in the winch}.
//! - hedge-rule: indicates

use crate::hedge::{Context, Outcome};

pub fn test(c: &Context) -> Outcome {
    const EVIDENCE: &str = "research study studies evidence data findings finding results result survey surveys poll \
        polls tests test records signs figures analysis investigation report reports intelligence documents images \
        numbers which footage information statistics";
    let clause = (1..=6).map(|n| c.before(n)).take_while(|word| !word.is(", '' \" ” ; :"));
    Outcome::from(clause.into_iter().any(|word| word.is(EVIDENCE)) && c.goes_on() && !c.after(1).is("by in"))
}
