//! The tests of context, one for each rule that the lexicon names.

use super::context::{Context, is_be};
use crate::lexicon::Function;
use crate::text::{Case, Kind};
use Verdict::{Belief, No, Passive, Yes};

/// What a rule says of a candidate.
pub enum Verdict {
    No,
    /// It hedges, as the lexicon has it.
    Yes,
    /// It hedges as a verb of thinking.
    Belief,
    /// It hedges as a passive without an agent: "is believed to".
    Passive,
}

impl From<bool> for Verdict {
    fn from(holds: bool) -> Self {
        if holds { Yes } else { No }
    }
}

type Rule = (&'static str, fn(&Context) -> Verdict);

/// Every rule that a line of the lexicon can name, with its test.
pub const RULES: [Rule; 36] = [
    ("alleged", alleged),
    ("apparent", apparent),
    ("apparently", |_| Yes),
    ("appears", appears),
    ("assumed", assumed),
    ("belief-noun", |c| Verdict::from(!c.before_is(1, &["no", "without"]))),
    ("considered", considered),
    ("doubt", doubt),
    ("estimate", estimate),
    ("expect", expect),
    ("fear", fear),
    ("feel", |c| Verdict::from(c.after(1) == "that")),
    ("first-person-guess", |c| Verdict::from(c.before_is(1, &["i", "we", "'d", "my", "our"]))),
    ("hedge-adverb", |_| Yes),
    ("hedge-participle", hedge_participle),
    ("hedge-verb", hedge_verb),
    ("implies", implies),
    ("indicates", indicates),
    ("likelihood-noun", likelihood_noun),
    ("likelihood-word", |_| Yes),
    ("likely", likely),
    ("looks-like", |c| Verdict::from(c.before_is(1, &["it", "this", "that"]))),
    ("modal-could", modal_could),
    ("modal-may", modal_may),
    ("modal-might", modal_might),
    ("open-question", |_| Yes),
    ("passive-belief", passive_belief),
    ("possible", possible),
    ("potential", potential),
    ("reportedly", |_| Yes),
    ("rumoured", |_| Yes),
    ("seems", |_| Yes),
    ("suggests", suggests),
    ("supposed", supposed),
    ("suspect", suspect),
    ("viewed", viewed),
];

const PERSONS: [&str; 7] = ["i", "we", "he", "she", "they", "you", "who"];

/// "may" of possibility; not the month, the name, the wish.
fn modal_may(c: &Context) -> Verdict {
    let Some(token) = c.text.tokens.get(c.cue.start) else { return No };
    if token.case != Case::Lower {
        let next = c.text.tokens.get(c.cue.end).filter(|_| c.cue.end < c.sentence.end);
        let headline = c.text.blocks.get(token.block).is_some_and(|block| block.headline);
        let verb = next.is_some_and(|t| t.kind == Kind::Word) && !c.after(1).ends_with('s');
        let verb = verb
            && matches!(
                c.function(c.after(1)),
                None | Some(Function::Auxiliary | Function::Negation | Function::Adverb)
            );
        let date = matches!(
            c.function(c.before(1)),
            Some(Function::Preposition | Function::Determiner | Function::Subordinator)
        );
        return Verdict::from(
            headline && verb && !date && !matches!(c.before(1), "" | "last" | "next" | "late" | "early"),
        );
    }
    let wish = matches!(c.after(1), "god" | "i" | "we" | "they" | "he" | "she" | "it" | "the");
    Verdict::from(!wish && !c.before_is(1, &["what", "well"]) && c.goes_on() || c.after(1) == ",")
}

/// "might" of possibility; not power.
fn modal_might(c: &Context) -> Verdict {
    let power = matches!(
        c.before(1),
        "the" | "his" | "her" | "its" | "their" | "our" | "of" | "with" | "military" | "economic" | "all"
    ) || matches!(c.after(1), "of" | "does" | "is" | "was" | "." | "");
    let turn = matches!(c.before(1), "you" | "one")
        && (1..=2).any(|n| c.after_is(n, &["ask", "say", "imagine", "expect", "think", "call", "argue"]));
    Verdict::from(!power && !turn && c.after(1) != "as")
}

/// "could" of possibility; not of ability, permission or condition.
fn modal_could(c: &Context) -> Verdict {
    const ABLE: [&str; 40] = [
        "see",
        "hear",
        "read",
        "feel",
        "remember",
        "afford",
        "tell",
        "speak",
        "walk",
        "find",
        "believe",
        "imagine",
        "think",
        "understand",
        "live",
        "reach",
        "manage",
        "make",
        "get",
        "stand",
        "help",
        "care",
        "sleep",
        "breathe",
        "move",
        "play",
        "buy",
        "carry",
        "do",
        "say",
        "write",
        "watch",
        "sing",
        "go",
        "come",
        "wait",
        "hold",
        "argue",
        "barely",
        "hardly",
    ];
    const REACHED: [&str; 9] = ["reached", "seen", "found", "heard", "contacted", "verified", "done", "used", "bought"];
    let negated = matches!(c.after(1), "not" | "n't" | "no" | "never" | "only") && !c.after_is(2, &["be", "have"]);
    let negated = negated || c.after(1) == "n't";
    let condition = c.in_sentence(&["if", "unless", "provided"]);
    let relative = matches!(c.before(1), "who" | "whoever" | "so" | "as" | "how") || c.anywhere_before(4, &["so"]);
    let able = ABLE.contains(&c.after(1)) || c.after(1) == "be" && REACHED.contains(&c.after(2));
    Verdict::from(!(negated || condition || relative || able) && c.goes_on())
}

/// "likely"; not a comparison of frequencies, not voters.
fn likely(c: &Context) -> Verdict {
    let compared = matches!(c.before(1), "more" | "less" | "as" | "equally" | "how" | "times" | "least");
    Verdict::from(!compared && !matches!(c.after(1), "voters" | "voter" | "suspects"))
}

/// "possible" of events; not of ability or of extremes.
fn possible(c: &Context) -> Verdict {
    const EXTREMES: [&str; 16] = [
        "as", "if", "where", "when", "wherever", "whenever", "every", "all", "always", "only", "ever", "best", "worst",
        "maximum", "not", "soon",
    ];
    const MAKE: [&str; 5] = ["make", "makes", "made", "making", "it"];
    let before = c.before(1);
    let extreme = EXTREMES.contains(&before) || before.ends_with("est") && before.len() > 4 || MAKE.contains(&before);
    if extreme
        || c.anywhere_before(4, &["as"])
        || matches!(c.after(1), "to" | "for" | "by" | "through" | "only" | "with")
    {
        return No;
    }
    if c.noun_follows() {
        return Verdict::from(
            c.anywhere_before(1, &["number"]) || !c.anywhere_before(2, &["number", "total", "numbers"]),
        );
    }
    let remains = is_be(c.head_before()) && !matches!(c.head_before(), "was" | "were" | "been") || before == "remains";
    Verdict::from(remains || c.after(1) == "that")
}

/// "potential" before a noun.
fn potential(c: &Context) -> Verdict {
    const FIXED: [&str; 8] =
        ["energy", "customers", "customer", "buyers", "buyer", "purchasers", "clients", "difference"];
    let stock = matches!(c.before(1), "full" | "untapped" | "electric" | "action");
    Verdict::from(
        !stock && (c.noun_follows() && !FIXED.contains(&c.after(1)) || c.after(1) == "for" && c.before(1) == "the"),
    )
}

/// "appears" with what it is said of; not on a stage or in print.
fn appears(c: &Context) -> Verdict {
    const STATES: [&str; 14] = [
        "to",
        "that",
        "likely",
        "unlikely",
        "set",
        "ready",
        "poised",
        "headed",
        "determined",
        "certain",
        "unable",
        "willing",
        "unwilling",
        "not",
    ];
    let next = (1..=2).map(|n| c.after(n)).find(|word| !c.is_adverb(word) || *word == "not").unwrap_or_default();
    let like = c.after(1) == "as" && c.after_is(2, &["if", "though"]);
    let it = c.before(1) == "it" && !matches!(c.after(1), "on" | "in" | "at" | "under" | "again" | "as");
    Verdict::from(STATES.contains(&next) || like || it)
}

/// "apparent" before a noun.
fn apparent(c: &Context) -> Verdict {
    Verdict::from(c.noun_follows() && !matches!(c.before(1), "no" | "more" | "most" | "as"))
}

/// "suggests that"; not proposing, not "as the name suggests".
fn suggests(c: &Context) -> Verdict {
    let aside = c.anywhere_before(6, &["as"]) && matches!(c.after(1), "," | "." | "" | "-" | "—");
    let proposal = c.word() == "suggested"
        && (matches!(c.after(1), "a" | "an" | "to" | "by") || c.after(1).ends_with("ing"))
        || c.after(1).ends_with("ing") && c.word() == "suggest";
    let attribute = matches!(c.function(c.before(1)), Some(Function::Determiner));
    Verdict::from(!aside && !proposal && !attribute && c.goes_on())
}

/// "indicates" of evidence; a person who indicates, says.
fn indicates(c: &Context) -> Verdict {
    const EVIDENCE: [&str; 32] = [
        "research",
        "study",
        "studies",
        "evidence",
        "data",
        "findings",
        "finding",
        "results",
        "result",
        "survey",
        "surveys",
        "poll",
        "polls",
        "tests",
        "test",
        "records",
        "signs",
        "figures",
        "analysis",
        "investigation",
        "report",
        "reports",
        "intelligence",
        "documents",
        "images",
        "estimates",
        "numbers",
        "this",
        "which",
        "footage",
        "information",
        "statistics",
    ];
    Verdict::from(c.anywhere_before(6, &EVIDENCE) && c.goes_on() && !c.after_is(1, &["by", "in"]))
}

/// "implies that"; not "as the name implies".
fn implies(c: &Context) -> Verdict {
    Verdict::from(c.goes_on() && !matches!(c.function(c.before(1)), Some(Function::Determiner)))
}

/// "alleged", "suspected" and their like before a noun, or as a passive with "to".
fn alleged(c: &Context) -> Verdict {
    if c.after(1) == "to" && (c.auxiliary().is_some() || c.before_is(1, &[","])) {
        return Passive;
    }
    let before = c.before(1);
    let subject = PERSONS.contains(&before) || before.ends_with('s') && before.len() > 3 && !before.ends_with("ous");
    let modified = matches!(c.function(before), Some(f) if !matches!(f, Function::Pronoun | Function::Auxiliary));
    match c.word() {
        "reported" => Verdict::from(
            c.noun_follows() && matches!(c.function(before), Some(Function::Determiner | Function::Possessive)),
        ),
        "suspected" => {
            Verdict::from(c.noun_follows() && (modified || before.is_empty() || !subject) && c.auxiliary().is_none())
        }
        _ => Verdict::from(c.noun_follows() && !subject && c.auxiliary().is_none()),
    }
}

/// "supposed" before a noun; "supposed to" is a duty.
fn supposed(c: &Context) -> Verdict {
    Verdict::from(c.noun_follows() && c.auxiliary().is_none() && !PERSONS.contains(&c.before(1)))
}

/// "is said to", "it is understood that".
fn passive_belief(c: &Context) -> Verdict {
    let passive = c.auxiliary().is_some();
    let that = c.after(1) == "that" && c.in_sentence(&["it"]);
    if passive && (c.after(1) == "to" || that) { Passive } else { No }
}

/// "is believed to" is a passive; "they believed that" a verb of thinking; "a thought" is neither.
fn hedge_participle(c: &Context) -> Verdict {
    if c.auxiliary().is_some() {
        return if c.goes_on() && !matches!(c.after(1), "of" | "about" | "in" | "through") { Passive } else { No };
    }
    if c.after(1) == "to" {
        return if PERSONS.contains(&c.before(1)) { No } else { Passive };
    }
    let noun =
        matches!(c.function(c.before(1)), Some(Function::Determiner | Function::Possessive | Function::Preposition));
    if noun { No } else { hedge_verb(c) }
}

/// A verb of thinking with a clause as its content.
fn hedge_verb(c: &Context) -> Verdict {
    let about = matches!(
        c.after(1),
        "about"
            | "of"
            | "in"
            | "over"
            | "through"
            | "twice"
            | "tank"
            | "tanks"
            | "like"
            | "back"
            | "ahead"
            | "me"
            | "and"
            | "or"
    );
    let asked = c.before(1) == "you" && c.anywhere_before(4, &["do", "did", "what", "would"]);
    let not_then = c.before(1) == "n't" && c.before(2) == "did";
    let aside = c.after(1) == "," && matches!(c.before(1), "i" | "we");
    if about || asked || not_then || !(c.goes_on() || aside) {
        return No;
    }
    let closed = matches!(c.word(), "assume" | "assumes" | "presume" | "presumes" | "suppose");
    if closed && !c.clause_follows() { No } else { Belief }
}

/// "is assumed to", "they assumed that"; "presumed dead".
fn assumed(c: &Context) -> Verdict {
    let passive = c.auxiliary().is_some() && c.goes_on() && c.after(1) != "by";
    let attribute = c.word() == "presumed" && c.noun_follows();
    Verdict::from(passive || attribute || c.after_is(1, &["that", "to"]))
}

/// "we estimate that"; "an estimated 300" is rounding.
fn estimate(c: &Context) -> Verdict {
    let person = matches!(c.head_before(), "i" | "we" | "they" | "he" | "she");
    let passive = c.auxiliary().is_some() && c.after(1) == "to";
    Verdict::from(c.after(1) == "that" || passive || person && c.goes_on() && c.word() != "estimated")
}

/// "expects growth", "is expected to grow"; not "as expected", "the expected gain".
fn expect(c: &Context) -> Verdict {
    let not_then = c.before(1) == "n't" && c.before(2) == "did";
    if not_then || !c.goes_on() {
        return No;
    }
    if c.word() != "expected" {
        return Yes;
    }
    if matches!(c.before(1), "than" | "as") || c.before(1).ends_with("than") {
        return No;
    }
    let subject = PERSONS.contains(&c.head_before()) || c.head_before() == "it";
    Verdict::from(c.after(1) == "to" || c.after(1) == "that" || subject && c.auxiliary().is_none())
}

/// "fears that", "it is feared that".
fn fear(c: &Context) -> Verdict {
    let verb = c.word() == "fearing" || PERSONS.contains(&c.before(1)) && c.clause_follows();
    Verdict::from(
        c.after(1) == "that" || c.auxiliary().is_some() && c.word() == "feared" && c.goes_on() || verb && c.goes_on(),
    )
}

/// "I doubt that"; not "no doubt".
fn doubt(c: &Context) -> Verdict {
    Verdict::from(PERSONS.contains(&c.head_before()) && (matches!(c.after(1), "if" | "whether") || c.clause_follows()))
}

/// "suspect" as a verb; not the person.
fn suspect(c: &Context) -> Verdict {
    let verb = PERSONS.contains(&c.head_before()) || c.head_before().ends_with('s') && c.word() == "suspect";
    Verdict::from(verb && c.goes_on() && !is_be(c.after(1)) && !matches!(c.after(1), "in" | "was" | "who" | "and"))
}

/// "the possibility that", "a slim chance of"; not "no possibility".
fn likelihood_noun(c: &Context) -> Verdict {
    let denied = c.before_is(1, &["no", "any", "every"]);
    let listed = c.word() == "possibilities" && !c.after_is(1, &["that", "of"]);
    Verdict::from(!denied && !listed)
}

/// "is considered a threat"; not "considered leaving", "was considered for".
fn considered(c: &Context) -> Verdict {
    if c.word() == "considers" {
        return Verdict::from(c.goes_on() && !c.after(1).ends_with("ing"));
    }
    if c.word() == "consider" {
        let subject = PERSONS.contains(&c.head_before()) || c.head_before().ends_with('s');
        return Verdict::from(subject && c.goes_on() && !c.after(1).ends_with("ing"));
    }
    let aimed = matches!(c.after(1), "for" | "in" | "from" | "and" | "separately" | "as") && c.after(1) != "as";
    let passive = c.auxiliary().is_some() && c.before(1) != "being";
    let reduced = c.after(1) == "to" || c.after(1) == "by" || c.before(1).ends_with("ly");
    Verdict::from((passive || reduced) && !aimed && (c.goes_on()))
}

/// "is seen as", "regarded by many as".
fn viewed(c: &Context) -> Verdict {
    const REACH: usize = 6;
    let near = |reach: usize| {
        (1..=reach).map(|n| c.after(n)).take_while(|w| !matches!(*w, "," | "." | ";" | "")).any(|w| w == "as")
    };
    Verdict::from(match c.word() {
        "regard" | "regards" => {
            near(REACH)
                && !matches!(c.function(c.before(1)), Some(Function::Determiner | Function::Preposition))
                && !c.before_is(1, &["this", "with"])
        }
        "regarded" => c.goes_on() && (near(REACH) || c.after(1) == "to"),
        _ => c.after(1) == "as" || c.after(1) == "by" && near(REACH),
    })
}
