//! Hedges: cues by overlap and, in the Szeged corpus, sentences that hold one.

use super::errors::around;
use super::tally::Tally;
use crate::gold::GoldDocument;
use crate::tokens::{TokenSet, Tokens, overlapping};
use sourcelight::analysis::{Analysis, Hedge, HedgeKind};

pub fn score(document: &GoldDocument, analysis: &Analysis) -> Tally {
    let mut tally = Tally::default();
    let tokens = Tokens::new(&document.text);
    let counts = |hedge: &&Hedge| !document.is_sentence || hedge.kind != HedgeKind::Evidential;
    let marked: Vec<&Hedge> = analysis.hedges.iter().filter(counts).collect();
    let gold: Vec<TokenSet> = document.hedges.iter().map(|&span| tokens.of(&[span])).collect();
    let found: Vec<TokenSet> = marked.iter().map(|hedge| tokens.of(&[hedge.span])).collect();
    let pairs = overlapping(&gold, &found);
    tally.count("cue.overlap", pairs.len(), found.len(), gold.len());
    if document.is_sentence {
        let (hedged, read) = (!gold.is_empty(), !found.is_empty());
        tally.count("sentence", usize::from(hedged && read), usize::from(read), usize::from(hedged));
    }
    for (number, &span) in document.hedges.iter().enumerate() {
        if !pairs.contains_key(&number) {
            let words = span.of(&document.text).to_lowercase();
            tally.error(format!("missed, “{words}”"), around(&document.text, span));
        }
    }
    for (number, hedge) in marked.iter().enumerate() {
        if !pairs.values().any(|&found| found == number) {
            tally.error(format!("spurious, rule {}", hedge.why.rule.name()), around(&document.text, hedge.span));
        }
    }
    tally
}
