//! Who a source is: identity, anonymity, speaker.
//!
//! Three steps:
//! - the names of the page, once: `names`;
//! - who each source is: `resolve` looks for a name, and where there is none `identity` decides by the noun phrase;
//! - what the reader learns of a source without a name: `anonymity`, and how it stands to the page's reader: `standing`.

mod anonymity;
mod identity;
mod key;
mod names;
mod pronoun;
mod referent;
mod resolve;
mod standing;

use crate::analysis::{Attribution, Identity, Speaker, Why};
use crate::attribution::model::forest::Forest;
use crate::attribution::{self, Relation};
use crate::noun_phrase::{Phrases, attribute};
use crate::span::Span;
use crate::text::{SOFT_HYPHEN, Text};
use names::Mentions;
use referent::{Referent, Who};
use resolve::Candidate;
pub use resolve::NUMBERS;
use std::ops::Range;

/// Turns relations into attributions, with identity, anonymity and speaker.
pub fn identify(text: &Text, relations: Vec<Relation>, choice: Option<&Forest>) -> Vec<Attribution> {
    let phrases = Phrases::new(text);
    let mentions = Mentions::read(text, phrases);
    let mut referents = resolve::resolve(text, phrases, &mentions, &relations, choice);
    let mut anonymities = anonymity::describe(text, phrases, &mentions, &relations, &mut referents);
    let mut speakers: Vec<_> = referents.iter().map(|referent| speaker(text, &mentions, referent)).collect();
    let key = |number: usize| {
        let speaker = speakers[number].as_ref().filter(|speaker| !speaker.is_guess());
        key::of(text, &relations[number], referents[number].identity, speaker)
    };
    let mut keys: Vec<_> = (0..relations.len()).map(key).collect();
    let spans = |ranges: &[Range<usize>]| ranges.iter().map(|r| text.span(r)).collect::<Vec<_>>();
    let attributions = relations.iter().zip(&referents).enumerate().map(|(number, (relation, referent))| Attribution {
        source: spans(&relation.source),
        cue: spans(&relation.cue),
        content: spans(&relation.content),
        attitude: relation.attitude,
        quoting: relation.quoting,
        depth: relation.depth,
        identity: referent.identity,
        standing: standing::of(text, referent, anonymities.get(number).and_then(Option::as_ref)),
        speaker: speakers[number].take(),
        key: keys[number].take(),
        anonymity: anonymities.get_mut(number).and_then(Option::take),
        confidence: relation.confidence,
        why: Why { rule: relation.rule, words: spans(&relation.cue) },
        evidence: attribution::evidence(text, relation),
    });
    attributions.collect()
}

/// Somebody whom a source can mean, for training.
#[derive(Debug)]
pub struct NamedCandidate {
    /// The fullest name.
    pub name: String,
    pub numbers: [f32; NUMBERS],
}

/// The candidates of each relation whose source does not spell out its name; the rules decide whom the sources before it
/// are taken for.
pub fn candidates(text: &Text, relations: &[Relation]) -> Vec<(usize, Vec<NamedCandidate>)> {
    let phrases = Phrases::new(text);
    let mentions = Mentions::read(text, phrases);
    let named = |candidate: Candidate| {
        let referent = Referent { identity: Identity::Named, ..candidate.referent };
        let name = speaker(text, &mentions, &referent)?.name;
        Some(NamedCandidate { name, numbers: candidate.numbers })
    };
    let questions = resolve::questions(text, phrases, &mentions, relations).into_iter();
    questions.map(|(number, candidates)| (number, candidates.into_iter().filter_map(named).collect())).collect()
}

/// The fullest name, and the mentions that lead to it.
fn speaker(text: &Text, mentions: &Mentions, referent: &Referent) -> Option<Speaker> {
    if referent.identity != Identity::Named || referent.who.is_empty() {
        return None;
    }
    // With whether the page writes the name only in the genitive.
    let names: Vec<(&Range<usize>, bool)> = referent
        .who
        .iter()
        .filter_map(|who| match who {
            Who::Entity(entity) => {
                mentions.entities.get(*entity).filter(|e| !e.is_ambiguous()).map(|e| (&e.name, e.is_genitive))
            }
            Who::Words(words) => Some((words, false)),
        })
        .collect();
    if names.is_empty() {
        return None;
    }
    let written = |&(name, is_genitive): &(&Range<usize>, bool)| {
        let words = text.span(name).of(text.raw);
        let before = || attribute::article_before(text, name.start).or_else(|| name.start.checked_sub(1));
        let article = if name.len() == 1 { before().map_or("", |before| text.norm(before)) } else { "" };
        let grammar = text.language.grammar;
        let words = if is_genitive { grammar.without_genitive(words) } else { grammar.after_article(article, words) };
        let words = words.replace(SOFT_HYPHEN, "");
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let mut chain: Vec<Span> = names.iter().map(|(name, _)| text.span(name)).collect();
    for mention in &referent.chain {
        let span = text.span(mention);
        if !chain.contains(&span) {
            chain.push(span);
        }
    }
    let names: Vec<String> = names.iter().map(written).collect();
    let (last, before) = names.split_last()?;
    let name = match before {
        [] => last.clone(),
        _ => [before.join(", ").as_str(), text.language.grammar.coordinator(), last].join(" "),
    };
    Some(Speaker { name, mentions: chain, confidence: referent.likelihood })
}
