//! Who a source is: identity, anonymity, speaker.

use crate::analysis::{Attribution, Identity, Why};
use crate::attribution::Relation;
use crate::lexicon::Lexicon;
use crate::text::Text;

/// Turns relations into attributions, with identity, anonymity and speaker.
pub fn identify(text: &Text, _lexicon: &Lexicon, relations: Vec<Relation>) -> Vec<Attribution> {
    let spans = |ranges: &[std::ops::Range<usize>]| ranges.iter().map(|r| text.span(r)).collect::<Vec<_>>();
    relations
        .into_iter()
        .map(|relation| Attribution {
            source: spans(&relation.source),
            cue: spans(&relation.cue),
            content: spans(&relation.content),
            attitude: relation.attitude,
            quoting: relation.quoting,
            depth: relation.depth,
            identity: Identity::Named,
            speaker: None,
            anonymity: None,
            confidence: relation.confidence,
            why: Why { rule: relation.rule, words: spans(&relation.cue) },
        })
        .collect()
}
