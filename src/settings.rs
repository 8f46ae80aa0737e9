//! What a reader may choose about the reading of a page.

use serde::Deserialize;

/// How a reader wants the page read.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// Fewer and surer attributions, or more of them.
    pub sureness: Sureness,
    /// Whether thoughts, wishes and intentions are marked beside statements.
    pub beliefs: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self { sureness: Sureness::default(), beliefs: true }
    }
}

/// The reader's choice between missing marks and doubtful ones.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "lowercase")]
pub enum Sureness {
    Fewer,
    #[default]
    Balanced,
    More,
}
