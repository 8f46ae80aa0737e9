//! "alleged", "is believed to" and their like: somebody has it so, the page does not say who.

use super::belief;
use super::context::{Context, PERSONS, among};
use super::rule::Verdict;
use crate::language::Function;

/// "alleged", "suspected", "reported" before a noun, or as a passive with "to".
pub fn alleged(c: &Context) -> Verdict {
    if c.after(1) == "to" && (c.auxiliary().is_some() || c.before(1) == ",") {
        return Verdict::Passive;
    }
    let before = c.before(1);
    let possessive = matches!(c.function(before), Some(Function::Possessive));
    let subject =
        among(PERSONS, before) || before.len() > 3 && before.ends_with('s') && !before.ends_with("ous") && !possessive;
    let attribute = c.noun_follows() && !subject && c.auxiliary().is_none();
    let marked = possessive || matches!(c.function(before), Some(Function::Determiner));
    Verdict::from(attribute && (c.word() != "reported" || marked))
}

/// "is believed to" is a passive, "they believed that" a thought, "a thought" neither.
pub fn believed(c: &Context) -> Verdict {
    if c.auxiliary().is_some() {
        let held = c.goes_on() && !among("of about in through", c.after(1));
        return if held { Verdict::Passive } else { Verdict::No };
    }
    if c.after(1) == "to" {
        return if among(PERSONS, c.before(1)) { Verdict::No } else { Verdict::Passive };
    }
    let noun =
        matches!(c.function(c.before(1)), Some(Function::Determiner | Function::Possessive | Function::Preposition));
    if noun { Verdict::No } else { belief::verb(c) }
}

/// "is said to", "it is understood that".
pub fn passive_belief(c: &Context) -> Verdict {
    let clause = c.after(1) == "to" || c.after(1) == "that" && c.anywhere_before(4, "it");
    if c.auxiliary().is_some() && clause { Verdict::Passive } else { Verdict::No }
}

/// Before a noun; "supposed to" is a duty.
pub fn supposed(c: &Context) -> Verdict {
    Verdict::from(c.noun_follows() && c.auxiliary().is_none() && !among(PERSONS, c.before(1)))
}
