//! What the fuzz targets share: the engine, the invariants, and pages made of the words that the engine reacts to.

#[path = "../../tests/invariants/mod.rs"]
pub mod invariants;
mod page;

pub use page::Page;

use sourcelight::{Analyzer, Settings};
use std::sync::LazyLock;

pub static ANALYZER: LazyLock<Analyzer> = LazyLock::new(|| Analyzer::new(Settings::default()));
