//! Any text at all: the core never panics, and its analysis keeps every invariant.

#![no_main]

use libfuzzer_sys::fuzz_target;
use sourcelight::Document;
use sourcelight_fuzz::{ANALYZER, invariants};

fuzz_target!(|text: &str| {
    invariants::check(text, &ANALYZER.analyze(&Document::new(text, "\n")));
});
