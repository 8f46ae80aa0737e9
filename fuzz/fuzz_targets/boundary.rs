//! What crosses the WASM boundary: offsets in UTF-16 code units that cut the text exactly where the core meant.

#![no_main]

use libfuzzer_sys::fuzz_target;
use sourcelight::text::Unit;
use sourcelight::view::AnalysisView;
use sourcelight::{Analyzer, Document, Settings};
use std::sync::LazyLock;

static ANALYZER: LazyLock<Analyzer> = LazyLock::new(|| Analyzer::new(Settings::default()));

fuzz_target!(|text: &str| {
    let analysis = ANALYZER.analyze(&Document::new(text, "\n\n"));
    let view = AnalysisView::new(&analysis, text, Unit::Utf16);
    let units: Vec<u16> = text.encode_utf16().collect();
    for (attribution, seen) in analysis.attributions.iter().zip(&view.attributions) {
        let spans = attribution.cue.iter().chain(&attribution.content).chain(&attribution.source);
        let offsets = seen.cue.iter().chain(&seen.content).chain(&seen.source);
        for (span, offset) in spans.zip(offsets) {
            let words = String::from_utf16(&units[offset[0]..offset[1]]).ok();
            assert_eq!(words.as_deref(), text.get(span.start..span.end));
        }
    }
    serde_json::to_string(&view).expect("a view is plain data");
});
