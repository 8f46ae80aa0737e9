//! What the fuzz targets share: the engine, the invariants, and pages made of the words that the engine reacts to.

#[path = "../../tests/invariants/mod.rs"]
pub mod invariants;
mod page;

pub use page::Page;

use sourcelight::{Analyzer, PageLanguage, Settings};
use std::sync::LazyLock;

/// The engine in either language.
pub static ANALYZERS: LazyLock<[Analyzer; 2]> = LazyLock::new(|| {
    [PageLanguage::English, PageLanguage::German]
        .map(|language| Analyzer::new(Settings { language, ..Settings::default() }))
});
