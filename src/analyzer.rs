//! The pipeline, stage after stage.

use crate::analysis::{Analysis, MOST_MARKS};
use crate::attribution::model::Model;
use crate::language::{Language, english};
use crate::phrases::Phrases;
use crate::settings::Settings;
use crate::text::{Document, Text};
use crate::{attribution, hedge, source};

/// The engine with its tables loaded; reads any number of pages.
///
/// ```
/// use sourcelight::{Analyzer, Document, Settings};
///
/// let analyzer = Analyzer::new(Settings::default());
/// for text in ["“We are ready,” Marek Dunn said.", "According to Marek Dunn, the ferry is ready."] {
///     let analysis = analyzer.analyze(&Document::new(text, "\n"));
///     assert_eq!(analysis.attributions[0].source[0].of(text), "Marek Dunn");
/// }
/// assert!(analyzer.analyze(&Document::new("", "\n")).attributions.is_empty());
/// ```
#[derive(Debug)]
pub struct Analyzer {
    settings: Settings,
    phrases: Phrases,
    language: Language,
    /// None where no model is built in: the patterns read alone.
    model: Option<Model>,
}

impl Analyzer {
    pub fn new(settings: Settings) -> Self {
        Self::reading_by(settings, Model::load())
    }

    /// An engine with another model than the one that is built in.
    pub fn with_model(settings: Settings, model: Model) -> Self {
        Self::reading_by(settings, Some(model))
    }

    fn reading_by(settings: Settings, model: Option<Model>) -> Self {
        Self { phrases: Phrases::new(&settings.phrases), settings, language: Language::english(), model }
    }

    /// Reads one page. Any text is valid; the cost is linear in its length.
    pub fn analyze(&self, document: &Document) -> Analysis {
        let text = Text::read(document, &self.language);
        let relations = attribution::find(&text, self.model.as_ref(), &self.settings);
        let attributions = source::identify(&text, relations, self.model.as_ref().map(|model| &model.speaker));
        let hedges = hedge::find(&text, &english::hedges::TESTS, &attributions, self.settings.hedging);
        let phrases = self.phrases.find(text.raw, text.blocks.iter().map(|block| block.span));
        let mut analysis = Analysis { attributions, hedges, phrases, read_to: text.read_to };
        analysis.stop_at(MOST_MARKS);
        analysis
    }
}
