//! The table of rules: which test of the context stands behind each name in the language.

use super::context::Context;
use super::{appearance, belief, evidential, likelihood, modal};
use crate::kinds::RuleId;

/// What a rule says of a candidate.
pub enum Verdict {
    No,
    /// It hedges, as the language has it.
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

type Rule = (RuleId, fn(&Context) -> Verdict);

/// Every rule that a line of the language can name, with its test; by kind.
pub const RULES: [Rule; 34] = [
    (RuleId::ModalCould, modal::could),
    (RuleId::ModalMay, modal::may),
    (RuleId::ModalMight, modal::might),
    (RuleId::LikelihoodNoun, likelihood::noun),
    (RuleId::LikelihoodWord, always),
    (RuleId::Likely, likelihood::likely),
    (RuleId::OpenQuestion, likelihood::open_question),
    (RuleId::Possible, likelihood::possible),
    (RuleId::Potential, likelihood::potential),
    (RuleId::Apparent, appearance::apparent),
    (RuleId::Apparently, always),
    (RuleId::Appears, appearance::appears),
    (RuleId::Implies, appearance::implies),
    (RuleId::Indicates, appearance::indicates),
    (RuleId::LooksLike, appearance::looks_like),
    (RuleId::Seems, always),
    (RuleId::Suggests, appearance::suggests),
    (RuleId::Alleged, evidential::alleged),
    (RuleId::Believed, evidential::believed),
    (RuleId::PassiveBelief, evidential::passive_belief),
    (RuleId::Reportedly, always),
    (RuleId::Rumoured, always),
    (RuleId::Supposed, evidential::supposed),
    (RuleId::Assumed, belief::assumed),
    (RuleId::BeliefNoun, belief::noun),
    (RuleId::Considered, belief::considered),
    (RuleId::Doubt, belief::doubt),
    (RuleId::Estimate, belief::estimate),
    (RuleId::Expect, belief::expect),
    (RuleId::Fear, belief::fear),
    (RuleId::FirstPersonGuess, belief::first_person_guess),
    (RuleId::HedgeVerb, belief::verb),
    (RuleId::Suspect, belief::suspect),
    (RuleId::Viewed, belief::viewed),
];

fn always(_: &Context) -> Verdict {
    Verdict::Yes
}
