//! Last step: which proposals stand, how sure they are, and how they nest.

use super::cue_tagger::Candidate;
use super::span_tagger::Parts;
use crate::analysis::{Attitude, Quoting};
use crate::attribution::Relation;
use crate::text::Text;
use std::ops::Range;

/// A cue with its parts, before it is decided.
#[derive(Debug, Clone)]
pub struct Proposal {
    pub cue: Candidate,
    pub parts: Parts,
    /// The product of what the taggers say of the parts.
    pub product: f32,
    pub confidence: f32,
}

impl Proposal {
    pub fn new(cue: Candidate, parts: Parts) -> Self {
        let source = if parts.source.is_some() { parts.source_mass.min(1.0) } else { (1.0 - parts.source_mass).max(0.0) };
        let product = cue.confidence * source * parts.content_mean * parts.content_mass.min(1.0);
        Self { cue, parts, product, confidence: product }
    }

    /// Whether the content holds another cue.
    pub fn content_holds(&self, cue: &Range<usize>) -> bool {
        self.parts.content.iter().any(|piece| piece.start <= cue.start && cue.end <= piece.end)
    }
}

/// Decides between proposals, surest first, and turns those that stand into relations in the order of their cues.
pub fn assemble(text: &Text, mut proposals: Vec<Proposal>, threshold: f32) -> Vec<Relation> {
    if std::env::var("SHOW").is_ok() {
        for p in &proposals {
            let t = |r: &Range<usize>| text.span(r).of(text.raw).to_owned();
            eprintln!("{:.2} cue {:.2}/{:.2} src {:.2}/{:.2} con {:.2} {:.2} miss {:.1} | {} | {} | {}", p.confidence, p.cue.confidence, p.cue.exact, p.parts.source_mass, p.parts.source_exact, p.parts.content_mass, p.parts.content_mean, p.parts.content_missed, p.parts.source.as_ref().map(t).unwrap_or_default(), t(&p.cue.tokens), p.parts.content.iter().map(t).collect::<Vec<_>>().join(" ... "));
        }
    }
    proposals.retain(|p| p.confidence >= threshold && !p.parts.content.is_empty());
    proposals.sort_by(|a, b| b.confidence.total_cmp(&a.confidence));
    let mut kept: Vec<Proposal> = Vec::new();
    for proposal in proposals {
        let clash = kept.iter().any(|k| {
            let same = k.cue.tokens.start < proposal.cue.tokens.end && proposal.cue.tokens.start < k.cue.tokens.end;
            same || k.content_holds(&proposal.cue.tokens) && proposal.content_holds(&k.cue.tokens)
        });
        if !clash {
            kept.push(proposal);
        }
    }
    kept.sort_by_key(|k| k.cue.tokens.start);
    let depth = |p: &Proposal| kept.iter().filter(|k| k.content_holds(&p.cue.tokens)).count() as u8;
    kept.iter().map(|proposal| relation(text, proposal, depth(proposal))).collect()
}

fn relation(text: &Text, proposal: &Proposal, depth: u8) -> Relation {
    let content = proposal.parts.content.clone();
    let quoted = content.iter().cloned().flatten().filter(|&at| text.tokens[at].quotation.is_some()).count();
    let all: usize = content.iter().map(|piece| piece.len()).sum();
    let quoting = match quoted {
        0 => Quoting::Indirect,
        _ if quoted == all => Quoting::Direct,
        _ => Quoting::Mixed,
    };
    Relation {
        source: proposal.parts.source.clone().into_iter().collect(),
        cue: vec![proposal.cue.tokens.clone()],
        content,
        attitude: Attitude::Statement,
        quoting,
        depth,
        via: None,
        confidence: proposal.confidence,
        rule: "model",
    }
}
