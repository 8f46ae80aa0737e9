//! The table of rules: which test of the context stands behind each name in the lexicon.

use super::context::Context;
use super::{appearance, belief, evidential, likelihood, modal};

/// What a rule says of a candidate.
pub enum Verdict {
    No,
    /// It hedges, as the lexicon has it.
    Yes,
    /// It hedges as a verb of thinking: "they believed that".
    Thought,
    /// It hedges as a passive without an agent: "is believed to".
    Passive,
}

impl From<bool> for Verdict {
    fn from(holds: bool) -> Self {
        if holds { Self::Yes } else { Self::No }
    }
}

type Rule = (&'static str, fn(&Context) -> Verdict);

/// Every rule that a line of the lexicon can name, with its test; by kind.
pub const RULES: [Rule; 34] = [
    ("modal-could", modal::could),
    ("modal-may", modal::may),
    ("modal-might", modal::might),
    ("likelihood-noun", likelihood::noun),
    ("likelihood-word", always),
    ("likely", likelihood::likely),
    ("open-question", likelihood::open_question),
    ("possible", likelihood::possible),
    ("potential", likelihood::potential),
    ("apparent", appearance::apparent),
    ("apparently", always),
    ("appears", appearance::appears),
    ("implies", appearance::implies),
    ("indicates", appearance::indicates),
    ("looks-like", appearance::looks_like),
    ("seems", always),
    ("suggests", appearance::suggests),
    ("alleged", evidential::alleged),
    ("believed", evidential::believed),
    ("passive-belief", evidential::passive_belief),
    ("reportedly", always),
    ("rumoured", always),
    ("supposed", evidential::supposed),
    ("assumed", belief::assumed),
    ("belief-noun", belief::noun),
    ("considered", belief::considered),
    ("doubt", belief::doubt),
    ("estimate", belief::estimate),
    ("expect", belief::expect),
    ("fear", belief::fear),
    ("first-person-guess", belief::first_person_guess),
    ("hedge-verb", belief::verb),
    ("suspect", belief::suspect),
    ("viewed", belief::viewed),
];

fn always(_: &Context) -> Verdict {
    Verdict::Yes
}
