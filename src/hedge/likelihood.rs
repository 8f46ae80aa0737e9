//! "likely", "possible" and their like, and nouns of chance.

use super::context::{Context, among, is_be};
use super::rule::Verdict;
use crate::text::Kind;

/// Not a comparison of frequencies, not voters.
pub fn likely(c: &Context) -> Verdict {
    let compared = among("more less as equally how times least", c.before(1));
    Verdict::from(!compared && !among("voters voter suspects", c.after(1)))
}

/// Of events; not of ability ("possible to"), extremes ("as soon as possible") or sets ("all possible means").
pub fn possible(c: &Context) -> Verdict {
    const EXTREMES: &str = "as if where when wherever whenever every all always only ever best worst maximum not soon \
        make makes made making it extent two three four";
    let before = c.before(1);
    let counted = c.previous().is_some_and(|t| t.kind == Kind::Number) || c.anywhere_before(2, "number numbers total");
    let extreme = among(EXTREMES, before) || before.ends_with("est") && before.len() > 4 || c.anywhere_before(4, "as");
    if extreme || counted || among("to for by through only with otherwise", c.after(1)) {
        return Verdict::No;
    }
    let head = c.head_before();
    let denied = c.anywhere_before(2, "not n't never");
    let stated = !denied && is_be(head) && (!among("was were been", head) || c.after(1) == ",") || before == "remains";
    Verdict::from(c.noun_follows() || among("further new", c.after(1)) || stated || c.after(1) == "that")
}

/// Before a noun; not what somebody is full of.
pub fn potential(c: &Context) -> Verdict {
    const FIXED: &str = "energy customers customer buyers buyer purchasers purchaser clients client difference bidder \
        bidders recipient recipients";
    let stock = among("full untapped electric action", c.before(1));
    let noun = c.noun_follows() && !among(FIXED, c.after(1));
    Verdict::from(!stock && (noun || c.after(1) == "for" && c.before(1) == "the"))
}

/// "the possibility that", "a slim chance of"; not "no possibility", not an opportunity.
pub fn noun(c: &Context) -> Verdict {
    const SIZES: &str = "good fair slim little small high low strong decent big great real % percent cent even";
    if among("no any every such", c.before(1)) {
        return Verdict::No;
    }
    let changed =
        c.anywhere_before(3, "increase increases increased reduce reduces reduced improve improves calculate");
    Verdict::from(match c.word() {
        "chance" | "chances" if c.last_word() == "of" => among(SIZES, c.before(1)),
        "chance" => !c.anywhere_before(2, "take took"),
        "chances" => true,
        "probability" | "possibilities" => among("that", c.after(1)) || among(SIZES, c.before(1)),
        "possibility" => c.after(1) != "to",
        _ => !changed,
    })
}

/// "it is unclear whether"; not "unclear circumstances".
pub fn open_question(c: &Context) -> Verdict {
    let question = among("if whether how what when where why who which", c.after(1));
    let clear = among("unclear clear", c.last_word()) || c.word() == "uncertain" && is_be(c.head_before());
    Verdict::from(question || clear && !c.noun_follows() || c.last_word() == "known" && c.after(1) == "for")
}
