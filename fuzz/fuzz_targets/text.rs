//! Any text at all: the core never panics, and its analysis keeps every invariant.

#![no_main]

use libfuzzer_sys::fuzz_target;
use sourcelight::Document;
use sourcelight_fuzz::{ANALYZERS, invariants};

fuzz_target!(|text: &str| {
    for analyzer in &*ANALYZERS {
        invariants::check(text, &analyzer.analyze(&Document::new(text, "\n")));
    }
});
