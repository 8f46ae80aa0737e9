//! The only file that knows JavaScript: settings in, an analysis out, offsets in UTF-16 code units.

use crate::text::Unit;
use crate::view::AnalysisView;
use crate::{Analyzer, Document, Settings};
use tsify::{Ts, Tsify};
use wasm_bindgen::prelude::*;

/// The reading engine with its tables loaded; one instance serves any number of pages.
#[wasm_bindgen]
pub struct Core {
    analyzer: Analyzer,
}

#[wasm_bindgen]
impl Core {
    /// Loads the tables. Without settings the defaults hold.
    ///
    /// # Errors
    /// Where the settings name an unknown field or value.
    #[wasm_bindgen(constructor)]
    pub fn new(settings: Option<Ts<Settings>>) -> Result<Core, JsError> {
        let settings = settings.map(|given| given.to_rust()).transpose()?.unwrap_or_default();
        Ok(Core { analyzer: Analyzer::new(settings) })
    }

    /// Reads a page whose blocks are separated by `"\n\n"`. A lone surrogate is read as U+FFFD, which is as long.
    ///
    /// # Errors
    /// Where JavaScript cannot hold the answer (out of memory).
    pub fn analyze(&self, text: &str) -> Result<Ts<AnalysisView>, JsError> {
        let document = Document::new(text, "\n\n");
        Ok(AnalysisView::new(&self.analyzer.analyze(&document), text, Unit::Utf16).into_ts()?)
    }
}

/// Reads one page; loads the tables for it alone (a [`Core`] keeps them).
///
/// # Errors
/// As [`Core::new`] and [`Core::analyze`].
#[wasm_bindgen]
pub fn analyze(text: &str, settings: Option<Ts<Settings>>) -> Result<Ts<AnalysisView>, JsError> {
    Core::new(settings)?.analyze(text)
}
