//! Any text at all: the core never panics, and every span fits the text on character boundaries.

#![no_main]

use libfuzzer_sys::fuzz_target;
use sourcelight::{Analyzer, Document, Settings};
use std::sync::LazyLock;

static ANALYZER: LazyLock<Analyzer> = LazyLock::new(|| Analyzer::new(Settings::default()));

fuzz_target!(|text: &str| {
    let analysis = ANALYZER.analyze(&Document::new(text, "\n"));
    for attribution in &analysis.attributions {
        for span in attribution.source.iter().chain(&attribution.cue).chain(&attribution.content) {
            assert!(span.start < span.end && text.get(span.start..span.end).is_some(), "{span:?}");
        }
        assert!(!attribution.content.is_empty());
    }
    for hedge in &analysis.hedges {
        assert!(text.get(hedge.span.start..hedge.span.end).is_some_and(|words| !words.is_empty()), "{hedge:?}");
    }
});
