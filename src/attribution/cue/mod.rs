//! Cue candidates: every place where an attribution could hang, not yet whether one does.

mod layout;

pub use layout::closes_inside_sentence;

use super::frame;
use crate::analysis::Attitude;
use crate::language::{
    Complements, Function, Noun, NounClass, NounTrait, PatternKind, Role, Tag, Verb, VerbForm, VerbGroup,
};
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
    /// A dash between a quotation or a post and the name of who signs it.
    Signature,
    /// The dots with which a teaser breaks off: "…, a person close to the talks ...".
    BreakOff,
    /// A colon between a name and what it says.
    Colon,
    /// "their claim that".
    Noun(Attitude),
    /// "is confident that".
    Adjective(Attitude),
    /// "in their view": whose stands before it.
    Perspective,
    /// "reportedly".
    HearsayAdverb,
}

/// The longest chain of auxiliaries and adverbs before a verb.
const LONGEST_GROUP: usize = 7;

/// All cue candidates of a text, in order.
pub fn candidates(text: &Text) -> Vec<Cue> {
    (0..text.tokens.len()).filter_map(|at| candidate(text, at)).collect()
}

fn candidate(text: &Text, at: usize) -> Option<Cue> {
    let tag = text.tag(at);
    let block_end = text.blocks[text.tokens[at].block].tokens.end;
    for (pattern, kind) in [(PatternKind::According, CueKind::AccordingTo), (PatternKind::Citing, CueKind::Citing)] {
        if let Some(tokens) = text.pattern(pattern, at, block_end) {
            return Some(Cue { tokens, head: at, kind });
        }
    }
    let according = text.is(at, Role::AccordingBehind | Role::AccordingToThat)
        || opens_speaker_aside(text, at)
        || opens_account(text, at);
    if according {
        return Some(Cue { tokens: at..at + 1, head: at, kind: CueKind::AccordingTo });
    }
    let cites = text.is(at, Role::Cites) && names_informant(text, at + 1);
    if cites || text.is(at, Role::CitingParticiple) {
        return Some(Cue { tokens: at..at + 1, head: at, kind: CueKind::Citing });
    }
    let kind = if text.is(at, Role::HearsayAdverb) {
        Some(CueKind::HearsayAdverb)
    } else if is_perspective(text, at) {
        Some(CueKind::Perspective)
    } else {
        has_topic(text, at).then(|| CueKind::Noun(tag.reporting_noun.unwrap_or(Attitude::Statement)))
    };
    if let Some(kind) = kind {
        return Some(Cue { tokens: at..at + 1, head: at, kind });
    }
    if text.word(at) == ":" {
        return Some(Cue { tokens: at..at + 1, head: at, kind: CueKind::Colon });
    }
    let signs = || at > 0 && text.tokens[at - 1].kind == Kind::DoubleQuote || layout::signs_post(text, at);
    if text.tokens[at].kind == Kind::Dash && signs() {
        return Some(Cue { tokens: at..at + 1, head: at, kind: CueKind::Signature });
    }
    if at + 1 == block_end && text.is_ellipsis(at) {
        return Some(Cue { tokens: at..at + 1, head: at, kind: CueKind::BreakOff });
    }
    if let Some(verb) = tag.verb.filter(|_| may_be_verb(text, at)) {
        return Some(verb_candidate(text, at, verb));
    }
    if layout::goes_on_after_quotation(text, at) {
        let verb = Verb {
            group: VerbGroup::Say,
            complements: Complements { quotation: true, ..Complements::default() },
            form: VerbForm::Past,
            particles: "",
        };
        return Some(Cue { tokens: at..at + 1, head: at, kind: CueKind::Finite(verb) });
    }
    if let Some(attitude) = tag.reporting_noun {
        return Some(Cue { tokens: at..at + 1, head: at, kind: CueKind::Noun(attitude) });
    }
    let attitude = tag.reporting_adjective?;
    let start = made_clear(text, at).unwrap_or_else(|| group_start(text, at));
    (start < at).then_some(Cue { tokens: start..at + 1, head: at, kind: CueKind::Adjective(attitude) })
}

/// "The mayor | made it | clear that": where the verb group before such an adjective starts.
fn made_clear(text: &Text, adjective: usize) -> Option<usize> {
    let before = adjective.checked_sub(1)?;
    let verb = before.checked_sub(usize::from(text.is(before, Role::NeuterPronoun)))?;
    let is_made = text.is(adjective, Role::MadeAdjective) && text.is(verb, Role::Make);
    is_made.then(|| group_start(text, verb))
}

/// "accusations of fraud": a noun for what is said, which a preposition joins to what it is about.
pub fn has_topic(text: &Text, noun: usize) -> bool {
    text.is(noun, Role::TopicNoun) && text.is(noun + 1, Role::TopicPreposition)
}

/// "in his view", "in the mayor's words".
fn is_perspective(text: &Text, at: usize) -> bool {
    /// How many words before the clitic the preposition is looked for: "in Mayor Ines Aldana's".
    const LONGEST_OWNER: usize = 5;
    if at == 0 || !text.is(at, Role::Perspective) {
        return false;
    }
    let owner = at - 1;
    let sentence = text.sentence_of(at).tokens.start;
    let reach = match text.function(owner) {
        Some(Function::Possessive) => LONGEST_OWNER,
        _ if text.is(owner, Role::PossessiveDeterminer) => 1,
        _ => 0,
    };
    (sentence..owner).rev().take(reach).any(|at| text.is(at, Role::MediumPreposition))
}

/// "…, so der Minister.": behind a mark, before a noun phrase.
fn opens_speaker_aside(text: &Text, at: usize) -> bool {
    let follows_mark = || {
        let mark = &text.tokens[at - 1];
        text.is_mark(at - 1, &[","]) || matches!(mark.kind, Kind::Dash | Kind::DoubleQuote)
    };
    let names = || text.has_capital(at + 1) || text.function(at + 1) == Some(Function::Determiner);
    at > 0 && text.is(at, Role::AsideOpener) && follows_mark() && names()
}

/// "nach palästinensischen Angaben".
fn opens_account(text: &Text, at: usize) -> bool {
    const LONGEST: usize = 3;
    text.is(at, Role::According)
        && (at + 1..=at + LONGEST).take_while(|&at| text.function(at).is_none()).any(|at| text.is(at, Role::Account))
}

/// Rules out the forms that are nouns or modifiers where they stand: "a claim", "the reported deal", "its plans".
fn may_be_verb(text: &Text, at: usize) -> bool {
    let Some(verb) = text.tag(at).verb else { return false };
    if text.language.grammar.has_verb_frames() {
        return !describes_noun(text, at);
    }
    if verb.form == VerbForm::Past && is_reduced_relative(text, at) {
        return false;
    }
    let Some(before) = at.checked_sub(1).filter(|&b| text.tokens[b].sentence == text.tokens[at].sentence) else {
        return !matches!(verb.form, VerbForm::Base | VerbForm::Present);
    };
    if text.is(at, Role::VerbAfterWould) {
        return text.is(before, Role::WouldVerb);
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
            text.is(before, Role::InfinitiveMark) || is_gerund(text.tag(at))
        }
        Some(Function::DeterminerPronoun) => {
            if tense {
                !text.is(before, Role::PossessiveDeterminer)
                    && text.tokens[before].kind == Kind::Word
                    && !text.is(before, Role::One)
            } else {
                !text.is(before, Role::PossessiveDeterminer)
            }
        }
        None if tense => is_noun(text, before) && agrees(text, before, verb.form),
        _ => true,
    }
}

/// "die erwarteten Zahlen": a participle between article and noun; "das Sagen".
fn describes_noun(text: &Text, at: usize) -> bool {
    let opens_sentence = text.opens_sentence(at);
    let in_phrase = || {
        let function = at.checked_sub(1).and_then(|before| text.function(before));
        matches!(function, Some(Function::Determiner | Function::Preposition | Function::DeterminerPronoun))
            && text.has_capital(at + 1)
    };
    text.has_capital(at) && !opens_sentence || in_phrase()
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

/// Whether a noun phrase that starts here names whom a report can cite as its own source: "two people familiar with",
/// "an aide", "local media".
pub fn names_informant(text: &Text, start: usize) -> bool {
    const LONGEST_PHRASE: usize = 6;
    let sentence = text.tokens.get(start).map(|token| token.sentence);
    let informs = |at: usize| text.tag(at).noun.is_some_and(is_informant);
    (start..(start + LONGEST_PHRASE).min(text.tokens.len()))
        .take_while(|&at| Some(text.tokens[at].sentence) == sentence)
        .any(informs)
}

/// Whether a noun names one whom a report can cite.
pub fn is_informant(noun: Noun) -> bool {
    use NounClass::{Expert, Insider, Media, Spokesperson};
    matches!(noun.class, Expert | Insider | Media | Spokesperson) || noun.traits.contains(NounTrait::General)
}

/// "the plan proposed by the mayor", "two officials briefed on the talks": a participle that describes its noun.
fn is_reduced_relative(text: &Text, at: usize) -> bool {
    let has_agent = text.is(at + 1, Role::AgentPreposition);
    // "the plan, detailed by four people familiar with it": the participle is the cue.
    if has_agent && names_informant(text, at + 2) {
        return false;
    }
    let informed = text.pattern(PatternKind::Informed, at, at + 2).is_some();
    (informed || has_agent) && !follows_be(text, at) && !opens_question(text, at)
}

/// "Asked whether", "when asked by": a participle for whom a question was put to, which opens its clause.
pub fn opens_question(text: &Text, at: usize) -> bool {
    let opens_clause = || {
        text.opens_sentence(at)
            || text.is_quotation_mark(at - 1)
            || matches!(text.function(at - 1), Some(Function::Subordinator | Function::WhWord))
    };
    text.is(at, Role::AskedParticiple) && opens_clause()
}

fn follows_be(text: &Text, at: usize) -> bool {
    (at.saturating_sub(3)..at).any(|i| text.is(i, Role::Be))
}

/// Whether a noun and a present tense agree in number: "officials say", "the mayor says".
fn agrees(text: &Text, noun: usize, form: VerbForm) -> bool {
    let token = &text.tokens[noun];
    if !matches!(token.kind, Kind::Word | Kind::Number) {
        return true;
    }
    let surely = text.is(noun + 1, Role::SurelyVerb);
    match form {
        VerbForm::Base if surely => {
            // "Two people familiar with the matter say": the last word before is not the subject's head.
            let sentence = text.tokens[noun].sentence;
            let mut near = (noun.saturating_sub(LONGEST_SUBJECT)..=noun).rev();
            near.any(|at| text.tokens[at].sentence == sentence && is_plural(text, at)) || token.case != Case::Lower
        }
        VerbForm::Base => is_plural(text, noun) || token.case != Case::Lower,
        // "A person familiar with the talks tells".
        VerbForm::Present if surely => true,
        // "The staff says".
        _ => !text.is(noun, Role::Plural) || token.case != Case::Lower,
    }
}

/// How many words before a verb its subject's head is looked for.
const LONGEST_SUBJECT: usize = 10;

fn is_plural(text: &Text, noun: usize) -> bool {
    let noun_of_many = |noun: Noun| noun.plural && !noun.is(NounTrait::Mass);
    text.is(noun, Role::Plural) || text.tag(noun).noun.is_some_and(noun_of_many)
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
            // "has vocally opposed"
            None if text.is(at, Role::AdverbEnding) && text.tag(at).noun.is_none() => {}
            _ => break,
        }
    }
    start
}

fn verb_candidate(text: &Text, head: usize, verb: Verb) -> Cue {
    let start = group_start(text, head);
    let group = || (start..head).filter(|&at| matches!(text.function(at), Some(Function::Auxiliary | Function::Modal)));
    let last_auxiliary = group().next_back();
    let framed = || text.language.grammar.has_verb_frames() && frame::auxiliary(text, head, Role::Become).is_some();
    let passive = verb.form == VerbForm::Past && last_auxiliary.is_some_and(|at| text.is(at, Role::Be)) || framed();
    let infinitive = start > 0 && verb.form == VerbForm::Base && text.is(start - 1, Role::InfinitiveMark);
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
    let tag = text.tag(head);
    let verb = tag.verb.filter(|_| tag.reporting_adjective.is_none() && !text.is(head, Role::StateParticiple))?;
    let cue = verb_candidate(text, head, verb);
    matches!(cue.kind, CueKind::Passive(_)).then_some(verb)
}

/// "called for", "pointed out", "accused" with its particle, where the particle belongs to the verb.
fn particle_end(text: &Text, head: usize) -> usize {
    let particles = text.tag(head).verb.map_or("", |verb| verb.particles);
    let follows = text.tokens.get(head + 1).is_some_and(|next| next.kind == Kind::Word)
        && particles.split(' ').any(|particle| particle == text.norm(head + 1));
    if follows { head + 2 } else { head + 1 }
}
