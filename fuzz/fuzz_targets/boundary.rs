//! What crosses the WASM boundary: a JavaScript string, lone surrogates and all. They arrive as U+FFFD, which is as long,
//! so that the answer's offsets cut the string as the page holds it.

#![no_main]

use libfuzzer_sys::fuzz_target;
use sourcelight::span::Unit;
use sourcelight::view::AnalysisView;
use sourcelight::{Analyzer, Document};
use sourcelight_fuzz::{ANALYZERS, invariants};

fuzz_target!(|units: Vec<u16>| {
    let text = String::from_utf16_lossy(&units);
    for analyzer in &*ANALYZERS {
        check(&units, &text, analyzer);
    }
});

fn check(units: &[u16], text: &str, analyzer: &Analyzer) {
    let analysis = analyzer.analyze(&Document::new(text, "\n\n"));
    invariants::check(text, &analysis);
    let view = AnalysisView::new(&analysis, text, Unit::Utf16);
    for (hedge, seen) in analysis.hedges.iter().zip(&view.hedges) {
        assert_eq!(String::from_utf16_lossy(&units[seen.span[0]..seen.span[1]]), hedge.span.of(text));
    }
    for (attribution, seen) in analysis.attributions.iter().zip(&view.attributions) {
        for (content, seen) in attribution.content.iter().zip(&seen.content) {
            assert_eq!(String::from_utf16_lossy(&units[seen[0]..seen[1]]), content.of(text));
        }
    }
}
