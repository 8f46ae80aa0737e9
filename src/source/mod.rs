//! Who a source is: identity, anonymity, speaker.
//!
//! [`mention`] finds the names of the page, [`phrase`] reads a source's words, [`resolve`] says whom they stand for
//! ([`pronoun`] and [`identity`] do parts of it), [`clause`] finds what the page says about not naming somebody, and
//! [`anonymity`] adds up what the reader learns about a source without a name.

mod anonymity;
mod clause;
mod identity;
mod mention;
mod name_run;
mod phrase;
mod pronoun;
mod referent;
mod resolve;

use crate::analysis::{Attribution, Identity, Speaker, Why};
use crate::attribution::Relation;
use crate::lexicon::Lexicon;
use crate::text::{Span, Text};
use mention::Mentions;
use referent::{Referent, Who};
use std::ops::Range;

/// Turns relations into attributions, with identity, anonymity and speaker.
pub fn identify(text: &Text, lexicon: &Lexicon, relations: Vec<Relation>) -> Vec<Attribution> {
    let mentions = Mentions::read(text, lexicon);
    let mut referents = resolve::resolve(text, lexicon, &mentions, &relations);
    let mut anonymities = anonymity::describe(text, lexicon, &mentions, &relations, &mut referents);
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
            Who::Entity(entity) => mentions.entities.get(*entity).map(|e| &e.name),
            Who::Words(words) => Some(words),
        })
        .collect();
    let written = |name: &&Range<usize>| text.span(name).of(text.raw).split_whitespace().collect::<Vec<_>>().join(" ");
    let mut chain: Vec<Span> = names.iter().map(|name| text.span(name)).collect();
    for mention in &referent.chain {
        let span = text.span(mention);
        if !chain.contains(&span) {
            chain.push(span);
        }
    }
    Some(Speaker { name: names.iter().map(written).collect::<Vec<_>>().join(" and "), mentions: chain })
}
