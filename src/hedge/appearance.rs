//! "appears", "suggests" and their like: what it looks like, not what it is.

use super::context::{Context, among};
use super::rule::Verdict;
use crate::language::Function;

/// With what it is said of; not on a stage or in print.
pub fn appears(c: &Context) -> Verdict {
    const STATES: &str =
        "to that likely unlikely set ready poised headed determined certain unable willing unwilling not";
    let next = (1..=2).map(|n| c.after(n)).find(|word| !c.is_adverb(word) || *word == "not").unwrap_or_default();
    let like = c.after(1) == "as" && among("if though", c.after(2));
    let clause = c.before(1) == "it" && !among("on in at under again as", c.after(1));
    Verdict::from(among(STATES, next) || like || clause)
}

/// Before a noun.
pub fn apparent(c: &Context) -> Verdict {
    Verdict::from(c.noun_follows() && !among("no more most as", c.before(1)))
}

/// "it looks like".
pub fn looks_like(c: &Context) -> Verdict {
    let subject = among("it this that what", c.before(1)) || among("it he she they we there", c.after(1));
    Verdict::from(subject && c.goes_on() && !among("what how", c.before(2)))
}

/// "suggests that"; not proposing ("suggested a walk"), not "as the name suggests".
pub fn suggests(c: &Context) -> Verdict {
    let gerund = c.after(1).ends_with("ing");
    let proposal = gerund && among("suggest suggested", c.word())
        || c.word() == "suggested" && among("a an to by", c.after(1))
        || c.word() == "suggest" && c.after(1) == "you";
    Verdict::from(!aside(c) && !proposal && !is_attribute(c) && c.goes_on())
}

/// Of evidence; a person who indicates, says.
pub fn indicates(c: &Context) -> Verdict {
    const EVIDENCE: &str = "research study studies evidence data findings finding results result survey surveys poll \
        polls tests test records signs figures analysis investigation report reports intelligence documents images \
        numbers which footage information statistics";
    let clause = (1..=6).map(|n| c.before(n)).take_while(|word| !among(", '' \" ” ; :", word));
    Verdict::from(clause.into_iter().any(|word| among(EVIDENCE, word)) && c.goes_on() && !among("by in", c.after(1)))
}

/// Not "as the name implies", not "an implied threat".
pub fn implies(c: &Context) -> Verdict {
    Verdict::from(!aside(c) && !is_attribute(c) && c.goes_on())
}

/// "as the report suggests,".
fn aside(c: &Context) -> bool {
    c.anywhere_before(6, "as") && !c.goes_on()
}

fn is_attribute(c: &Context) -> bool {
    matches!(c.function(c.before(1)), Some(Function::Determiner))
}
