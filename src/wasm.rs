//! The only file that knows JavaScript: settings in, an analysis out, offsets in UTF-16 code units.

use crate::text::Unit;
use crate::view::AnalysisView;
use crate::{Analyzer, Document, Settings};
use wasm_bindgen::prelude::*;

/// The reading engine with its tables loaded; one instance serves any number of pages.
#[wasm_bindgen]
pub struct Core {
    analyzer: Analyzer,
}

#[wasm_bindgen]
impl Core {
    #[wasm_bindgen(constructor)]
    pub fn new(settings: Settings) -> Core {
        Core { analyzer: Analyzer::new(settings) }
    }

    /// Reads a page whose blocks are separated by `"\n\n"`.
    pub fn analyze(&self, text: &str) -> AnalysisView {
        let document = Document::new(text, "\n\n");
        AnalysisView::new(&self.analyzer.analyze(&document), text, Unit::Utf16)
    }
}

/// Reads one page; loads the tables for it alone (a [`Core`] keeps them).
#[wasm_bindgen]
pub fn analyze(text: &str, settings: Settings) -> AnalysisView {
    Core::new(settings).analyze(text)
}
