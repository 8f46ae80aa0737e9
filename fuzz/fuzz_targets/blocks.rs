//! A page's blocks, split at random: what the engine reads in a block depends on that block and its neighbours alone.
//!
//! Speakers and identities are the whole page's, and a quotation may run on into the next block: these are meant to cross
//! blocks, all else must not. So each block is set between two that neither quote nor report, and then
//! - is read alike whatever white space parts it from them,
//! - holds the same attributions (parts, attitude, quoting, depth, confidence, rule) and hedges when it is read with
//!   its neighbours alone as when the whole page is read.

#![no_main]

use libfuzzer_sys::fuzz_target;
use sourcelight::{Analysis, Analyzer, Document, Span};
use sourcelight_fuzz::{ANALYZERS, Page, invariants};

const NEUTRAL: &str = "Rain fell.";

fuzz_target!(|page: Page| {
    let blocks = page.blocks.iter().flat_map(|block| [block.as_str(), NEUTRAL]);
    let blocks: Vec<&str> = std::iter::once(NEUTRAL).chain(blocks).collect();
    for analyzer in &*ANALYZERS {
        let read = |blocks: &[&str], separator| read(analyzer, blocks, separator);
        let whole = read(&blocks, "\n");
        assert_eq!(whole, read(&blocks, "\n \u{a0}\n\n"));
        for (number, neighbours) in blocks.windows(3).enumerate().step_by(2) {
            assert_eq!(whole[number + 1], read(neighbours, "\n")[1], "{neighbours:?}");
        }
    }
});

/// What is marked in each block, with offsets that count from the block's start.
fn read(analyzer: &Analyzer, blocks: &[&str], separator: &str) -> Vec<Vec<String>> {
    let mut text = String::new();
    let mut spans = Vec::new();
    for block in blocks {
        spans.push(Span::new(text.len(), text.len() + block.len()));
        text.push_str(block);
        text.push_str(separator);
    }
    let analysis = analyzer.analyze(&Document::new(&text, "\n"));
    invariants::check(&text, &analysis);
    spans.into_iter().map(|block| marks_in(&analysis, block)).collect()
}

fn marks_in(analysis: &Analysis, block: Span) -> Vec<String> {
    let local = |spans: &[Span]| -> Vec<_> {
        spans.iter().map(|s| (s.start as isize - block.start as isize, s.end as isize - block.start as isize)).collect()
    };
    let attributions = analysis.attributions.iter().filter(|a| block.contains(a.content[0])).map(|a| {
        let parts = [&a.source, &a.cue, &a.content].map(|part| local(part));
        format!("{parts:?} {:?} {:?} {} {} {}", a.attitude, a.quoting, a.depth, a.confidence, a.why.rule.name())
    });
    let hedges = analysis.hedges.iter().filter(|hedge| block.contains(hedge.span));
    let hedges = hedges.map(|h| format!("{:?} {:?} {:?} {:?}", local(&[h.span]), h.kind, h.scope, h.range));
    attributions.chain(hedges).collect()
}
