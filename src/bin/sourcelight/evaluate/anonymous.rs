//! Unnamed sources: which of the labelled source spans are marked as unnamed.

use super::errors::told;
use super::tally::Tally;
use crate::gold::{GoldDocument, SourceLabel};
use crate::tokens::{TokenSet, Tokens, overlapping};
use sourcelight::Span;
use sourcelight::analysis::{Analysis, Attribution, Identity};
use std::collections::BTreeMap;

pub fn score(document: &GoldDocument, analysis: &Analysis) -> Tally {
    let mut tally = Tally::default();
    let tokens = Tokens::new(&document.text);
    let labelled = |labels: &[SourceLabel]| {
        let chosen = document.sources.iter().filter(|source| labels.contains(&source.label));
        chosen.map(|source| (tokens.of(&source.spans), &source.spans[..])).unzip()
    };
    let (positive, positive_spans): (Vec<TokenSet>, Vec<&[Span]>) = labelled(&[SourceLabel::Positive]);
    let (negative, _): (Vec<TokenSet>, Vec<&[Span]>) = labelled(&[SourceLabel::Negative, SourceLabel::Vague]);
    let is_unnamed = |found: &&Attribution| found.identity == Identity::Unnamed && !found.source.is_empty();
    // A source that says several sentences is one.
    let marked: BTreeMap<TokenSet, &[Span]> =
        analysis.attributions.iter().filter(is_unnamed).map(|a| (tokens.of(&a.source), &a.source[..])).collect();
    let is_judged = |set: &&TokenSet| positive.iter().chain(&negative).any(|labelled| !labelled.is_disjoint(set));
    let judged: Vec<TokenSet> = marked.keys().filter(is_judged).cloned().collect();
    let pairs = overlapping(&positive, &judged);
    tally.count("unnamed", pairs.len(), judged.len(), positive.len());
    for (number, spans) in positive_spans.iter().enumerate().filter(|(number, _)| !pairs.contains_key(number)) {
        let source = &positive[number];
        let near = analysis.attributions.iter().find(|found| !tokens.of(&found.source).is_disjoint(source));
        let kind = near.map_or("unnamed source of no attribution".to_owned(), |near| {
            format!("unnamed source read as {:?}", near.identity)
        });
        tally.error(kind, told(&document.text, spans));
    }
    for (number, set) in judged.iter().enumerate() {
        if !pairs.values().any(|&found| found == number) {
            tally.error("read as unnamed and is not", told(&document.text, marked[set]));
        }
    }
    tally
}
