//! **modal-may**: “may” of what is possible.
//!
//! What: marks the verb; not the month, a name, or a wish.
//!
//! Why: “May” says that something is possible; no published scale gives it a number.
//!
//! Example:
//!
//! > The ferry {hedge:modal may} leave late.
//! - scope: author
//! - range: none
//! - hedge-rule: modal-may

use crate::hedge::{Context, Outcome};
use crate::language::Function;
use crate::text::{Case, Kind};

pub fn test(c: &Context) -> Outcome {
    let lower = c.text.tokens.get(c.cue.start).is_some_and(|token| token.case == Case::Lower);
    if !lower {
        return Outcome::from(capital_may(c));
    }
    let wish = c.after(1).is("god i we they he she it the");
    Outcome::from(!wish && !c.before(1).is("what well") && (c.goes_on() || c.after(1).is(",")))
}

/// In headlines every word may have its capital; elsewhere "May" is the month or a name.
fn capital_may(c: &Context) -> bool {
    let headline =
        c.text.tokens.get(c.cue.start).and_then(|t| c.text.blocks.get(t.block)).is_some_and(|block| block.headline);
    let verb =
        c.next().is_some_and(|t| t.kind == Kind::Word && t.case != Case::Lower) && !c.after(1).norm.ends_with('s');
    let verb = verb
        && matches!(c.after(1).function(), None | Some(Function::Auxiliary | Function::Negation | Function::Adverb));
    let date =
        matches!(c.before(1).function(), Some(Function::Preposition | Function::Determiner | Function::Subordinator));
    headline && verb && !date && !c.before(1).is("last next late early") && !c.before(1).norm.is_empty()
}

// Cases.
//
// > The wreck {hedge:modal may} not have been the only one.
//
// > It {hedge:modal may}, for all its size, be a fake.
//
// The month and the name.
// > The ferry left in May and came back on May 12.
//
// > May Lindqvist runs the harbour.
//
// > Theresa May opened the bridge.
//
// In a headline every word has its capital, the verb too.
// > Ferry {hedge:modal May} Leave Late as Ice Returns
//
// > Harbour to Close in May
//
// A wish, a turn of speech.
// > May he rest in peace.
//
// > Come what may, the harbour stays open.
