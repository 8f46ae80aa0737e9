//! "may", "might" and "could" of possibility.

use super::context::{Context, among};
use super::rule::Verdict;
use crate::language::Function;
use crate::text::{Case, Kind};

/// Not the month, not a name, not a wish.
pub fn may(c: &Context) -> Verdict {
    let lower = c.text.tokens.get(c.cue.start).is_some_and(|token| token.case == Case::Lower);
    if !lower {
        return Verdict::from(capital_may(c));
    }
    let wish = among("god i we they he she it the", c.after(1));
    Verdict::from(!wish && !among("what well", c.before(1)) && (c.goes_on() || c.after(1) == ","))
}

/// In headlines every word may have its capital; elsewhere "May" is the month or a name.
fn capital_may(c: &Context) -> bool {
    let headline =
        c.text.tokens.get(c.cue.start).and_then(|t| c.text.blocks.get(t.block)).is_some_and(|block| block.headline);
    let verb = c.next().is_some_and(|t| t.kind == Kind::Word && t.case != Case::Lower) && !c.after(1).ends_with('s');
    let verb = verb
        && matches!(c.function(c.after(1)), None | Some(Function::Auxiliary | Function::Negation | Function::Adverb));
    let date =
        matches!(c.function(c.before(1)), Some(Function::Preposition | Function::Determiner | Function::Subordinator));
    headline && verb && !date && !among("last next late early", c.before(1)) && !c.before(1).is_empty()
}

/// Not power ("the might of"), not a turn of speech ("you might say").
pub fn might(c: &Context) -> Verdict {
    let power = among("the his her its their our of with military economic all", c.before(1))
        || among("of does is was . ", c.after(1));
    let turn =
        among("you one", c.before(1)) && (1..=2).any(|n| among("ask say imagine expect think call argue", c.after(n)));
    Verdict::from(!power && !turn && c.after(1) != "as")
}

/// Not ability or permission ("could not see", "could leave"), not the consequence of a condition.
pub fn could(c: &Context) -> Verdict {
    const ABLE: &str = "see hear read feel remember afford tell speak walk believe imagine think understand live stand \
        care sleep breathe play buy carry say write watch sing wait argue barely hardly leave ever";
    const REACHED: &str = "reached seen found heard contacted verified done used bought";
    let negated = c.after(1) == "n't" || among("not no never only", c.after(1)) && c.after(2) != "have";
    let subordinate = among("who whoever so as how", c.before(1))
        || c.anywhere_before(4, "so such order one")
        || c.before(2) == "all";
    let asked = c.anywhere_before(6, "how whether what why");
    let able = among(ABLE, c.after(1)) || c.after(1) == "be" && among(REACHED, c.after(2));
    Verdict::from(!(negated || subordinate || asked || able || c.is_conditional()) && c.goes_on())
}
