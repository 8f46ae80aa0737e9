//! The pipeline, stage after stage.

use crate::analysis::{Analysis, MOST_MARKS};
use crate::attribution::model::Model;
use crate::lexicon::Lexicon;
use crate::text::{Document, Text};
use crate::{attribution, hedge, source};
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

/// The engine with its tables loaded; reads any number of pages.
#[derive(Debug)]
pub struct Analyzer {
    settings: Settings,
    lexicon: Lexicon,
    /// None where no model is built in: the patterns read alone.
    model: Option<Model>,
}

impl Analyzer {
    pub fn new(settings: Settings) -> Self {
        Self { settings, lexicon: Lexicon::load(), model: Model::load() }
    }

    /// An engine with another model than the one that is built in.
    pub fn with_model(settings: Settings, model: Model) -> Self {
        Self { settings, lexicon: Lexicon::load(), model: Some(model) }
    }

    /// Reads one page. Any text is valid; the cost is linear in its length.
    pub fn analyze(&self, document: &Document) -> Analysis {
        let text = Text::read(document);
        let relations = attribution::find(&text, &self.lexicon, self.model.as_ref(), &self.settings);
        let attributions = source::identify(&text, &self.lexicon, relations);
        let hedges = hedge::find(&text, &self.lexicon, &attributions);
        let mut analysis = Analysis { attributions, hedges, read_to: text.read_to };
        analysis.stop_at(MOST_MARKS);
        analysis
    }
}
