//! Cue candidates: every place where an attribution could hang, not yet whether one does.

use crate::analysis::Attitude;
use crate::language::{Function, Tag, Verb, VerbForm};
use crate::text::{Case, Kind, Text};
use std::ops::Range;

/// A possible cue.
#[derive(Debug, Clone, PartialEq)]
pub struct Cue {
    /// The words of the cue: a verb group, "according to", a colon.
    pub tokens: Range<usize>,
    /// The word that decides.
    pub head: usize,
    pub kind: CueKind,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub enum CueKind {
    /// A verb with a tense of its own: "said", "has repeatedly said", "would argue".
    Finite(Verb),
    /// A participle or an infinitive that shares another verb's subject: ", adding that".
    Gerund(Verb),
    /// "is expected to", "was told that", "it is emphasized that".
    Passive(Verb),
    /// "according to", "in the words of": the source follows.
    AccordingTo,
    /// "citing", "quoting", "with reference to": the source of a source follows.
    Citing,
    /// A dash between a quotation and the name of who signs it.
    Signature,
    /// A colon between a name and what it says.
    Colon,
    /// "their claim that".
    Noun(Attitude),
    /// "is confident that".
    Adjective(Attitude),
}

/// Phrases of several words that introduce a source.
const SOURCE_PHRASES: [&[&str]; 7] = [
    &["according", "to"],
    &["in", "the", "words", "of"],
    &["in", "the", "opinion", "of"],
    &["in", "the", "view", "of"],
    &["in", "the", "eyes", "of"],
    &["as", "per"],
    &["courtesy", "of"],
];

const BE: [&str; 9] = ["is", "are", "was", "were", "be", "been", "being", "'s", "'re"];

/// The longest chain of auxiliaries and adverbs before a verb.
const LONGEST_GROUP: usize = 7;

/// All cue candidates of a text, in order.
pub fn candidates(text: &Text) -> Vec<Cue> {
    (0..text.tokens.len()).filter_map(|at| candidate(text, at)).collect()
}

fn candidate(text: &Text, at: usize) -> Option<Cue> {
    let tag = text.tag(at);
    if let Some(phrase) = SOURCE_PHRASES.iter().find(|phrase| starts_with(text, at, phrase)) {
        let tokens = at..at + phrase.len();
        return Some(Cue { tokens, head: at, kind: CueKind::AccordingTo });
    }
    if starts_with(text, at, &["with", "reference", "to"]) {
        return Some(Cue { tokens: at..at + 3, head: at, kind: CueKind::Citing });
    }
    let cites = text.is_word(at, &["cite", "cited", "cites"]) && names_informant(text, at + 1);
    if cites || text.is_word(at, &["citing", "quoting"]) {
        return Some(Cue { tokens: at..at + 1, head: at, kind: CueKind::Citing });
    }
    if text.word(at) == ":" {
        return Some(Cue { tokens: at..at + 1, head: at, kind: CueKind::Colon });
    }
    if text.tokens[at].kind == Kind::Dash && at > 0 && text.tokens[at - 1].kind == Kind::DoubleQuote {
        return Some(Cue { tokens: at..at + 1, head: at, kind: CueKind::Signature });
    }
    if let Some(verb) = tag.verb.filter(|_| may_be_verb(text, at)) {
        return Some(verb_candidate(text, at, verb));
    }
    if let Some(attitude) = tag.reporting_noun {
        return Some(Cue { tokens: at..at + 1, head: at, kind: CueKind::Noun(attitude) });
    }
    let attitude = tag.reporting_adjective?;
    let start = group_start(text, at);
    (start < at).then_some(Cue { tokens: start..at + 1, head: at, kind: CueKind::Adjective(attitude) })
}

fn starts_with(text: &Text, at: usize, phrase: &[&str]) -> bool {
    let same_block = text.tokens.get(at + phrase.len() - 1).is_some_and(|last| last.block == text.tokens[at].block);
    same_block && phrase.iter().enumerate().all(|(i, &word)| text.norm(at + i) == word)
}

/// Rules out the forms that are nouns or modifiers where they stand: "a claim", "the reported deal", "its plans".
fn may_be_verb(text: &Text, at: usize) -> bool {
    let Some(verb) = text.tag(at).verb else { return false };
    if verb.form == VerbForm::Past && is_reduced_relative(text, at) {
        return false;
    }
    let Some(before) = at.checked_sub(1).filter(|&b| text.tokens[b].sentence == text.tokens[at].sentence) else {
        return !matches!(verb.form, VerbForm::Base | VerbForm::Present);
    };
    if text.norm(at) == "like" {
        return text.is_word(before, &["would", "'d"]);
    }
    let tense = matches!(verb.form, VerbForm::Base | VerbForm::Present);
    let name = text.tokens[at].case != Case::Lower && text.tokens[before].case != Case::Lower;
    if tense && name && text.tokens[at].kind == Kind::Word {
        return false;
    }
    let function = text.tag(before).function;
    match function {
        Some(Function::Determiner | Function::Possessive) => false,
        Some(Function::Preposition) if verb.form != VerbForm::Past => {
            text.is_word(before, &["to"]) || is_gerund(text.tag(at))
        }
        Some(Function::DeterminerPronoun) => {
            if tense {
                text.is_word(before, &["which", "that", "others", "few", "this"])
            } else {
                !text.is_word(before, &["his", "her"])
            }
        }
        None if tense => is_noun(text, before) && agrees(text, before, verb.form),
        _ => true,
    }
}

/// Whether a word that may also be a verb is a noun here: "the campaign", "The Washington Post".
fn is_noun(text: &Text, at: usize) -> bool {
    let modified = at > 0
        && matches!(
            text.tag(at - 1).function,
            None | Some(
                Function::Determiner | Function::Possessive | Function::Preposition | Function::DeterminerPronoun
            )
        );
    text.tag(at).verb.is_none()
        || text.tokens[at].case != Case::Lower
        || modified && text.tag(at).verb.is_some_and(|v| matches!(v.form, VerbForm::Base | VerbForm::Present))
}

/// Whether a noun phrase that starts here speaks of somebody else's source: "two people familiar with", "an aide".
pub fn names_informant(text: &Text, start: usize) -> bool {
    const REACH: usize = 6;
    let mut reach = start..(start + REACH).min(text.tokens.len());
    reach.any(|at| text.is_word(at, &INFORMANTS) && text.tokens[at].sentence == text.tokens[start].sentence)
}

/// Whom a report cites as its own source.
const INFORMANTS: [&str; 21] = [
    "agency",
    "aide",
    "aides",
    "analysts",
    "diplomats",
    "documents",
    "employees",
    "executives",
    "experts",
    "media",
    "newspaper",
    "official",
    "officials",
    "outlets",
    "people",
    "person",
    "report",
    "reports",
    "source",
    "sources",
    "spokesman",
];

/// "the plan proposed by the mayor", "two officials briefed on the talks": a participle that describes its noun.
fn is_reduced_relative(text: &Text, at: usize) -> bool {
    if names_informant(text, at + 2) {
        // "the plan, detailed by four people familiar with it": the participle is the cue.
        return false;
    }
    let told = text.is_word(at, &["briefed", "informed", "notified", "updated"])
        && text.is_word(at + 1, &["on", "about", "of"]);
    (told || text.is_word(at + 1, &["by"])) && !follows_be(text, at)
}

fn follows_be(text: &Text, at: usize) -> bool {
    (at.saturating_sub(3)..at).any(|i| text.is_word(i, &BE))
}

/// Present tenses that are no plurals of nouns as well.
const NEVER_NOUNS: [&str; 20] = [
    "acknowledges",
    "adds",
    "admits",
    "announces",
    "argues",
    "asks",
    "believes",
    "denies",
    "expects",
    "explains",
    "insists",
    "knows",
    "says",
    "suggests",
    "tells",
    "thinks",
    "wants",
    "warns",
    "worries",
    "writes",
];

/// Whether a noun and a present tense agree in number: "officials say", "the mayor says".
fn agrees(text: &Text, noun: usize, form: VerbForm) -> bool {
    let token = &text.tokens[noun];
    if !matches!(token.kind, Kind::Word | Kind::Number) {
        return true;
    }
    let verb = text.norm(noun + 1);
    match form {
        VerbForm::Base if NEVER_NOUNS.iter().any(|present| present.strip_suffix('s') == Some(verb)) => {
            // "Two people familiar with the matter say": the last word before is not the subject's head.
            let sentence = text.tokens[noun].sentence;
            let mut near = (noun.saturating_sub(LONGEST_SUBJECT)..=noun).rev();
            near.any(|at| text.tokens[at].sentence == sentence && is_plural(text, at)) || token.case != Case::Lower
        }
        VerbForm::Base => is_plural(text, noun) || token.case != Case::Lower,
        // "A person familiar with the talks tells".
        VerbForm::Present if NEVER_NOUNS.contains(&verb) => true,
        _ => !is_plural(text, noun) || token.case != Case::Lower,
    }
}

/// How many words before a verb its subject's head is looked for.
const LONGEST_SUBJECT: usize = 10;

fn is_plural(text: &Text, noun: usize) -> bool {
    let word = text.norm(noun);
    word.ends_with('s') && !word.ends_with("ss")
        || word.ends_with("men")
        || text.is_word(noun, &["people", "children", "police", "media", "data"])
}

fn is_gerund(tag: &Tag) -> bool {
    matches!(tag.verb, Some(Verb { form: VerbForm::Gerund, .. }))
}

/// Where the group of auxiliaries, modals and inner adverbs before a verb starts.
fn group_start(text: &Text, head: usize) -> usize {
    let sentence = text.tokens[head].sentence;
    let mut start = head;
    for at in (head.saturating_sub(LONGEST_GROUP)..head).rev() {
        if text.tokens[at].sentence != sentence {
            break;
        }
        match text.function(at) {
            Some(Function::Auxiliary | Function::Modal) => start = at,
            Some(Function::Adverb | Function::Negation) => {}
            _ => break,
        }
    }
    start
}

fn verb_candidate(text: &Text, head: usize, verb: Verb) -> Cue {
    let start = group_start(text, head);
    let group = || (start..head).filter(|&at| matches!(text.function(at), Some(Function::Auxiliary | Function::Modal)));
    let last_auxiliary = group().next_back();
    let passive = verb.form == VerbForm::Past && last_auxiliary.is_some_and(|at| text.is_word(at, &BE));
    let infinitive = start > 0 && verb.form == VerbForm::Base && text.is_word(start - 1, &["to"]);
    let progressive = verb.form == VerbForm::Gerund && last_auxiliary.is_some();
    let kind = if passive {
        CueKind::Passive(verb)
    } else if infinitive || verb.form == VerbForm::Gerund && !progressive {
        CueKind::Gerund(verb)
    } else {
        CueKind::Finite(verb)
    };
    Cue { tokens: start..particle_end(text, head), head, kind }
}

/// The verb of a passive ("has been accused") whose last word stands here; none where the word tells a state of mind
/// ("is convinced").
pub fn passive_verb(text: &Text, head: usize) -> Option<Verb> {
    const STATES: [&str; 3] = ["intended", "opposed", "resolved"];
    let tag = text.tag(head);
    let verb = tag.verb.filter(|_| tag.reporting_adjective.is_none() && !text.is_word(head, &STATES))?;
    let cue = verb_candidate(text, head, verb);
    matches!(cue.kind, CueKind::Passive(_)).then_some(verb)
}

/// "called for", "pointed out", "accused" with its particle, where the particle belongs to the verb.
fn particle_end(text: &Text, head: usize) -> usize {
    const PARTICLES: [(&str, &[&str]); 7] = [
        ("call", &["for", "on", "out"]),
        ("point", &["out", "to"]),
        ("refer", &["to"]),
        ("insist", &["on"]),
        ("went", &["on"]),
        ("rule", &["out"]),
        ("lash", &["out"]),
    ];
    let verb = text.norm(head);
    let takes = PARTICLES.iter().find(|(stem, _)| verb.starts_with(stem));
    match takes {
        Some((_, particles)) if text.is_word(head + 1, particles) && text.tokens[head + 1].kind == Kind::Word => {
            head + 2
        }
        _ => head + 1,
    }
}
