//! The one ordered table of what a mark can say and why it is made, in words for people.
//!
//! Card, options, legend and manual show these words (the extension through its locales, where the key of a meaning
//! is `identity_named`, that of a rule `rule_modal_may` and that of evidence `evidence_own_verb`); a value or rule that the engine can give and this table
//! lacks fails the tests.

use Field::{Attitude, Count, Grade, Hedge, Identity, Quoting, Scope};

/// The fact of a mark that a value belongs to; see [`crate::analysis`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Field {
    Attitude,
    Quoting,
    Identity,
    Count,
    Grade,
    Hedge,
    Scope,
}

/// A value of one of a mark's facts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Value {
    pub field: Field,
    /// As the contracts and the gold corpora write it.
    pub name: &'static str,
    /// Two or three words for a label.
    pub label: &'static str,
    /// One sentence that defines it.
    pub meaning: &'static str,
}

/// What decided a mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule {
    /// The stable name that [`crate::analysis::Why::rule`] carries.
    pub name: &'static str,
    /// One sentence; `{}` stands for the page's words.
    pub sentence: &'static str,
}

const fn value(field: Field, name: &'static str, label: &'static str, meaning: &'static str) -> Value {
    Value { field, name, label, meaning }
}

/// A piece of evidence is told like a rule.
const fn fact(name: &'static str, sentence: &'static str) -> Rule {
    rule(name, sentence)
}

const fn rule(name: &'static str, sentence: &'static str) -> Rule {
    Rule { name, sentence }
}

/// Every value, in the order in which options and manual list them.
pub const VALUES: [Value; 26] = [
    value(Attitude, "statement", "said", "Somebody communicated it."),
    value(Attitude, "belief", "thought", "Somebody thinks, expects, wishes, intends or perceives it."),
    value(Attitude, "evidence", "shown", "A document, poll, study, footage or data carries it."),
    value(Quoting, "direct", "word for word", "All of it stands inside quotation marks."),
    value(Quoting, "mixed", "partly word for word", "Some of it stands inside quotation marks."),
    value(Quoting, "indirect", "paraphrase", "None of it stands inside quotation marks: the words are the page’s."),
    value(Identity, "named", "named", "Identified by name, here or anywhere else on the page."),
    value(Identity, "unnamed", "unnamed", "Real people who know, could be named and are not: anonymous sourcing."),
    value(Identity, "vague", "vague", "A loose collective that nobody could call up: critics, experts, many."),
    value(Identity, "document", "document", "A record, poll, study or data that the page does not name."),
    value(Identity, "unspecified", "no source", "The page does not say who or what it comes from."),
    value(Count, "one", "one", "One person."),
    value(Count, "several", "several", "More than one person."),
    value(Count, "unknown", "number unknown", "The page does not tell how many people they are."),
    value(Grade, "bare", "nothing", "The reader learns nothing about who it is: “a source”."),
    value(Grade, "group", "affiliation", "The reader learns a loose affiliation only: “party insiders”."),
    value(Grade, "role", "role", "The reader learns the role: “a senior official”."),
    value(Grade, "role+basis", "role and basis", "The reader learns how they know: “briefed on the talks”."),
    value(Grade, "reason", "role, basis, reason", "The reader also learns a specific reason why they are not named."),
    value(Hedge, "modal", "modal verb", "“may”, “might” or “could”: it is possible; no number is given."),
    value(Hedge, "likelihood", "likelihood", "A word for how probable it is: “likely”, “possible”, “perhaps”."),
    value(Hedge, "appearance", "appearance", "How it looks, not how it is: “appears to”, “suggests that”."),
    value(Hedge, "evidential", "hearsay", "Somebody has it so, and the page does not say who: “reportedly”."),
    value(Hedge, "belief", "belief", "A thought about the world, not a fact of it: “we estimate”, “is seen as”."),
    value(Scope, "author", "the page hedges", "The page’s author hedges."),
    value(Scope, "source", "the source hedges", "The hedge lies inside what a source says or thinks."),
];

/// Every rule, attributions first.
pub const RULES: [Rule; 54] = [
    rule("model", "The words around “{}” read as those around a cue of attribution do."),
    rule("verb-quotation", "“{}” introduces a quotation."),
    rule("content-source-verb", "“{}” closes what was said, with the source before it."),
    rule("content-verb-source", "“{}” closes what was said, with the source after it."),
    rule("that-clause", "“{}” hands over the clause that “that” opens."),
    rule("bare-clause", "“{}” hands over the clause that follows."),
    rule("question-clause", "“{}” hands over the question that follows."),
    rule("infinitive", "“{}” hands over what is to be done."),
    rule("noun-content", "“{}” hands over what it names."),
    rule("passive-by", "“{}” tells by whom it was said or thought."),
    rule("passive", "“{}” tells that it was said or thought."),
    rule("participle", "“{}” hands over what somebody said or thought."),
    rule("according-to", "“{}” names where it comes from."),
    rule("citing", "“{}” names whom it is taken from."),
    rule("noun-that", "“{}” is a noun that hands over a clause."),
    rule("adjective", "“{}” hands over what somebody holds."),
    rule("colon", "The colon hands over what follows it."),
    rule("signature", "The name behind the dash signs the quotation."),
    rule("dash-dialogue", "The dash before “{}” closes what was said, as in printed dialogue."),
    rule("lone-quotation", "The paragraph is a quotation that stands alone."),
    rule("modal-could", "“{}” says what is possible, not what somebody was able to do."),
    rule("modal-may", "“{}” says what is possible, not what is."),
    rule("modal-might", "“{}” says what is possible, not what is."),
    rule("likelihood-noun", "“{}” speaks of a chance."),
    rule("likelihood-word", "“{}” says how probable it is."),
    rule("likely", "“{}” says how probable it is."),
    rule("open-question", "“{}” leaves it open."),
    rule("possible", "“{}” says that it may be so."),
    rule("potential", "“{}” says that it may become so."),
    rule("apparent", "“{}” says how it looks, not how it is."),
    rule("apparently", "“{}” says how it looks, not how it is."),
    rule("appears", "“{}” says how it looks, not how it is."),
    rule("implies", "“{}” draws a conclusion that need not hold."),
    rule("indicates", "“{}” draws a conclusion from evidence."),
    rule("looks-like", "“{}” says how it looks, not how it is."),
    rule("seems", "“{}” says how it looks, not how it is."),
    rule("suggests", "“{}” draws a conclusion that need not hold."),
    rule("alleged", "“{}” says that somebody has it so, not that it is so."),
    rule("believed", "“{}” says what was thought."),
    rule("passive-belief", "“{}” does not tell by whom."),
    rule("reportedly", "“{}” says that somebody has it so, not that it is so."),
    rule("rumoured", "“{}” says that people tell it, not that it is so."),
    rule("supposed", "“{}” says what is held to be so, not what is."),
    rule("assumed", "“{}” takes it to be so without proof."),
    rule("belief-noun", "“{}” is a thought, not a fact."),
    rule("considered", "“{}” is a judgement, not a fact."),
    rule("doubt", "“{}” doubts it."),
    rule("estimate", "“{}” is an estimate."),
    rule("expect", "“{}” speaks of what is expected, not of what is."),
    rule("fear", "“{}” speaks of what is feared, not of what is."),
    rule("first-person-guess", "“{}” is a guess."),
    rule("hedge-verb", "“{}” says what somebody thinks, not what is."),
    rule("suspect", "“{}” is a suspicion."),
    rule("viewed", "“{}” is a view, not a fact."),
];

/// What speaks for an attribution that no pattern explains; see [`crate::attribution::evidence`].
pub const EVIDENCE: [Rule; 10] = [
    fact("verb-statement", "“{}” usually reports what somebody says."),
    fact("verb-belief", "“{}” usually tells what somebody thinks, knows or wants."),
    fact("verb-evidence", "“{}” usually tells what something shows."),
    fact("reporting-noun", "“{}” is a word for something said or thought."),
    fact("source-before", "“{}” stands right before it, where most sources stand."),
    fact("source-after", "“{}” stands right after it, where many sources stand."),
    fact("quoted", "What is attributed stands inside quotation marks."),
    fact("partly-quoted", "Some of what is attributed stands inside quotation marks."),
    fact("content-opened", "“{}” opens what is attributed."),
    fact("own-verb", "What is attributed has a verb of its own: “{}”."),
];

/// The English sentence that tells a reader why a mark was made.
pub fn sentence(rule: &str, words: &str) -> String {
    match RULES.iter().chain(&EVIDENCE).find(|listed| listed.name == rule) {
        Some(listed) => listed.sentence.replace("{}", words),
        None => format!("“{words}”"),
    }
}

#[cfg(test)]
mod tests {
    use super::{EVIDENCE, RULES, VALUES, sentence};
    use std::collections::HashSet;

    #[test]
    fn names_are_unique() {
        let rules: HashSet<_> = RULES.iter().chain(&EVIDENCE).map(|rule| rule.name).collect();
        assert_eq!(rules.len(), RULES.len() + EVIDENCE.len());
        let values: HashSet<_> = VALUES.iter().map(|value| (value.field, value.name)).collect();
        assert_eq!(values.len(), VALUES.len());
    }

    #[test]
    fn a_sentence_quotes_the_page() {
        assert_eq!(sentence("modal-may", "may"), "“may” says what is possible, not what is.");
    }

    #[test]
    fn every_hedge_rule_is_listed() {
        for (name, _) in crate::hedge::RULES {
            assert!(RULES.iter().any(|rule| rule.name == name), "{name}");
        }
    }

    #[test]
    fn every_cue_of_the_lexicon_names_a_rule() {
        for cue in crate::lexicon::Lexicon::load().hedge_cues.iter() {
            assert!(crate::hedge::RULES.iter().any(|(name, _)| *name == cue.rule), "{} of {:?}", cue.rule, cue.words);
        }
    }
}
