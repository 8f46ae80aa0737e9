//! Who a source is: identity, anonymity, speaker.
//!
//! Three steps, each in a few files:
//! - the names of the page, once: [`name_run`] (capitals), [`mention`] (who is who), [`gender`], [`role`] (descriptions beside
//!   names), [`possessed_body`];
//! - whom each source stands for: [`crate::noun_phrase`] reads its words, [`resolve`] tries [`pronoun`], [`name`],
//!   [`owner`] and [`description`]; [`identity`] decides where there is none; [`group`] looks ahead
//!   ([`extent`] and [`nesting`] prepare);
//! - what the reader learns of a source without a name: [`clause`] and [`anonymity`].

mod anonymity;
mod clause;
mod description;
mod extent;
mod gender;
mod group;
mod identity;
mod mention;
mod name;
mod name_run;
mod nesting;
mod owner;
mod possessed_body;
mod pronoun;
mod referent;
mod resolve;
mod role;

use crate::analysis::{Attribution, Identity, Speaker, Why};
use crate::attribution::{self, Relation};
use crate::span::Span;
use crate::text::Text;
use mention::Mentions;
use referent::{Referent, Who};
use std::ops::Range;

/// Turns relations into attributions, with identity, anonymity and speaker.
pub fn identify(text: &Text, relations: Vec<Relation>) -> Vec<Attribution> {
    let mentions = Mentions::read(text);
    let mut referents = resolve::resolve(text, &mentions, &relations);
    group::name_later(&mentions, &relations, &mut referents);
    let mut anonymities = anonymity::describe(text, &mentions, &relations, &mut referents);
    let spans = |ranges: &[Range<usize>]| ranges.iter().map(|r| text.span(r)).collect::<Vec<_>>();
    let attributions = relations.iter().zip(&referents).enumerate().map(|(number, (relation, referent))| Attribution {
        source: spans(&relation.source),
        cue: spans(&relation.cue),
        content: spans(&relation.content),
        attitude: relation.attitude,
        quoting: relation.quoting,
        depth: relation.depth,
        identity: referent.identity,
        speaker: speaker(text, &mentions, referent),
        anonymity: anonymities.get_mut(number).and_then(Option::take),
        confidence: relation.confidence,
        why: Why { rule: relation.rule, words: spans(&relation.cue) },
        evidence: attribution::evidence(text, relation),
    });
    attributions.collect()
}

/// The fullest name, and the mentions that lead to it.
fn speaker(text: &Text, mentions: &Mentions, referent: &Referent) -> Option<Speaker> {
    if referent.identity != Identity::Named || referent.who.is_empty() {
        return None;
    }
    let names: Vec<&Range<usize>> = referent
        .who
        .iter()
        .filter_map(|who| match who {
            Who::Entity(entity) => mentions.entities.get(*entity).filter(|e| !e.ambiguous).map(|e| &e.name),
            Who::Words(words) => Some(words),
        })
        .collect();
    if names.is_empty() {
        return None;
    }
    let written = |name: &&Range<usize>| text.span(name).of(text.raw).split_whitespace().collect::<Vec<_>>().join(" ");
    let mut chain: Vec<Span> = names.iter().map(|name| text.span(name)).collect();
    for mention in &referent.chain {
        let span = text.span(mention);
        if !chain.contains(&span) {
            chain.push(span);
        }
    }
    let joint = format!(" {} ", text.language.grammar.coordinator());
    Some(Speaker { name: names.iter().map(written).collect::<Vec<_>>().join(&joint), mentions: chain })
}
