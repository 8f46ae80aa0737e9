//! "think", "expect", "is seen as" and their like: a thought about the world, not a fact of it.

use super::context::{Context, PERSONS, among, is_be};
use super::rule::Verdict;
use crate::language::Function;

/// A verb of thinking with what is thought.
pub fn verb(c: &Context) -> Verdict {
    let about = among("about of in over through twice tank tanks like back ahead me and or out", c.after(1));
    let asked = c.before(1) == "you" && c.anywhere_before(4, "do did what would");
    let aside = c.after(1) == "," && among("i we", c.before(1));
    let hard = c.before(1) == "to" && among("hard difficult easy", c.before(2));
    let open = c.anywhere_before(3, "whether if");
    let amazed = c.word() == "believe" && c.anywhere_before(2, "cannot ca can could would");
    // "believe them" is trust.
    let trusted = c.word().starts_with("believ") && among("them him me us", c.after(1)) && c.after(2) != "to";
    if about || asked || trusted || hard || open || amazed || not_then(c) || !(c.goes_on() || aside) {
        return Verdict::No;
    }
    let taken_on = among("assume assumes", c.word()) && !among("that there he she it we they", c.after(1));
    if taken_on { Verdict::No } else { Verdict::Thought }
}

/// "the belief that"; not "no belief".
pub fn noun(c: &Context) -> Verdict {
    Verdict::from(!among("no without any", c.before(1)))
}

/// "is assumed to", "presumed dead".
pub fn assumed(c: &Context) -> Verdict {
    let passive = c.auxiliary().is_some() && c.goes_on() && c.after(1) != "by";
    Verdict::from(passive || c.word() == "presumed" && c.noun_follows() || among("that to there it they", c.after(1)))
}

/// "we estimate that"; "an estimated 300" is rounding.
pub fn estimate(c: &Context) -> Verdict {
    let person = among("i we they he she", c.head_before()) && c.word() != "estimated";
    Verdict::from(c.goes_on() && (c.after(1) == "that" || person))
}

/// "expects growth", "is expected to grow"; not "as expected", "the expected gain".
pub fn expect(c: &Context) -> Verdict {
    let subject = among(PERSONS, c.head_before()) || c.head_before() == "it";
    let clause = among("to that", c.after(1));
    let compared = among("than as once", c.before(1)) || c.before(1).ends_with("than");
    let able = c.before(1) == "to" && among("able unable hard difficult impossible easy", c.before(2));
    let holds = !compared
        && !able
        && match c.word() {
            "expected" => clause || subject || c.auxiliary().is_some(),
            "expecting" => c.auxiliary().is_some() || clause,
            _ => true,
        };
    Verdict::from(holds && !not_then(c) && c.goes_on())
}

/// "fears that", "it is feared that".
pub fn fear(c: &Context) -> Verdict {
    let subject = among(PERSONS, c.before(1)) && (c.clause_follows() || is_be(c.after(1)));
    let passive = c.word() == "feared" && c.auxiliary().is_some() && c.goes_on();
    Verdict::from(c.after(1) == "that" || passive || subject || c.word() == "fearing" && c.goes_on())
}

/// "I doubt that"; not "no doubt".
pub fn doubt(c: &Context) -> Verdict {
    let clause = among("if whether", c.after(1)) || c.clause_follows();
    Verdict::from(among(PERSONS, c.head_before()) && clause)
}

/// "my guess", "I imagine".
pub fn first_person_guess(c: &Context) -> Verdict {
    Verdict::from(among("i we 'd my our", c.before(1)))
}

/// The verb; not the person.
pub fn suspect(c: &Context) -> Verdict {
    let subject = among(PERSONS, c.head_before()) || c.word() == "suspect" && c.head_before().ends_with('s');
    let bracket = c.after(1) == "(";
    Verdict::from(subject && (c.goes_on() || bracket) && !is_be(c.after(1)) && !among("in who and", c.after(1)))
}

/// "is considered a threat", "many consider it"; not "considered leaving", "was considered for".
pub fn considered(c: &Context) -> Verdict {
    const NOT_JUDGED: &str = "for in from and separately whether how";
    if !c.goes_on() || c.after(1).ends_with("ing") || among(NOT_JUDGED, c.after(1)) {
        return Verdict::No;
    }
    let subject = among("i we he she they who it some many most others people", c.head_before());
    Verdict::from(match c.word() {
        "considers" => !among("one you", c.head_before()),
        "consider" => subject || c.head_before().ends_with('s') && c.after(1) != "the",
        _ => {
            let passive = c.auxiliary().is_some() && c.before(1) != "being";
            let reduced = among("to by", c.after(1)) || c.before(1).ends_with("ly");
            let apposed = c.before(1) == "," && c.clause_follows();
            passive || reduced || apposed || subject && c.clause_follows()
        }
    })
}

/// "is seen as", "regarded by many as".
pub fn viewed(c: &Context) -> Verdict {
    const REACH: usize = 6;
    let clause = (1..=REACH).map(|n| c.after(n)).take_while(|word| !among(", . ;", word) && !word.is_empty());
    let as_follows = clause.into_iter().any(|word| word == "as");
    Verdict::from(match c.word() {
        "regard" | "regards" => {
            let noun = matches!(c.function(c.before(1)), Some(Function::Determiner | Function::Preposition));
            as_follows && !noun && c.before(1) != "this"
        }
        "regarded" => c.goes_on() && (as_follows || c.after(1) == "to"),
        _ => c.after(1) == "as" || c.after(1) == "by" && as_follows,
    })
}

/// "did n't think" tells of a past in which the thought was absent.
fn not_then(c: &Context) -> bool {
    among("n't not", c.before(1)) && c.before(2) == "did"
}
