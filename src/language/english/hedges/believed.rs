//! **believed**: “is believed to”, “they believed that”, “thought”.
//!
//! What: marks the passive as hearsay, the active as a thought; not the noun (“a thought”).
//!
//! Why: A passive without an agent does not say who holds the belief.
//!
//! Example:
//!
//! > {source:named They} {cue:belief {hedge:belief believed}} {content:indirect that the dam leaked}.
//! - hedge-rule: believed
//! - hedging: conll-2010

use super::{PERSONS, hedge_verb};
use crate::hedge::{Context, Outcome};
use crate::language::Function;

pub fn test(c: &Context) -> Outcome {
    if c.auxiliary().is_some() {
        let held = c.goes_on() && !c.after(1).is("of about in through");
        return if held { Outcome::Passive } else { Outcome::No };
    }
    if c.after(1).is("to") {
        return if c.before(1).is(PERSONS) { Outcome::No } else { Outcome::Passive };
    }
    let noun =
        matches!(c.before(1).function(), Some(Function::Determiner | Function::Possessive | Function::Preposition));
    if noun || !c.is_conll() { Outcome::No } else { hedge_verb::test(c) }
}

// Cases.
//
// > {content:indirect The wreck} {cue:belief {hedge:evidential is believed}} {content:indirect to lie in deep water}.
// - hedge-rule: passive-belief
// - hedging: conll-2010
//
// > {content:indirect The crew} {cue:belief {hedge:evidential are thought}} {content:indirect to be safe}.
// - hedging: conll-2010
//
// It does not run over another hedge. Somebody thinks so.
// > {content:indirect The crew} {cue:belief are {hedge:likelihood very likely} {hedge:evidential thought}} {content:indirect to be safe}.
// - hedging: conll-2010
