//! The pipeline, stage after stage, for each language of a page.

use crate::analysis::{Analysis, MOST_MARKS};
use crate::attribution::model::Model;
use crate::hedge::Tests;
use crate::language::{Evidence, Language, Tongue, Tongues, english, german};
use crate::phrases::Phrases;
use crate::settings::{PageLanguage, Settings};
use crate::span::Span;
use crate::text::{Composed, Document, Text};
use crate::{attribution, hedge, source};
use std::sync::OnceLock;

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
    tongues: Tongues,
    english: Reader,
    /// Loaded with the first block of German.
    german: OnceLock<Reader>,
}

/// The tables of one language.
#[derive(Debug)]
struct Reader {
    language: Language,
    /// None where no model is built in: the patterns read alone.
    model: Option<Model>,
    hedges: Tests,
}

impl Reader {
    fn new(tongue: Tongue, model: Option<Model>) -> Self {
        match tongue {
            Tongue::English => Self { language: Language::english(), model, hedges: english::hedges::TESTS },
            Tongue::German => Self { language: Language::german(), model, hedges: german::hedges::TESTS },
        }
    }

    fn load(tongue: Tongue) -> Self {
        Self::new(tongue, Model::load(tongue))
    }

    /// Reads a document that is all in this language.
    fn read(&self, document: &Document, settings: &Settings) -> Analysis {
        let text = Text::read(document, &self.language);
        let relations = attribution::find(&text, self.model.as_ref(), settings);
        let attributions = source::identify(&text, relations, self.model.as_ref().map(|model| &model.speaker));
        let hedges = hedge::find(&text, &self.hedges, &attributions, settings.hedging);
        Analysis { attributions, hedges, phrases: Vec::new(), read_to: text.read_to }
    }
}

impl Analyzer {
    pub fn new(settings: Settings) -> Self {
        Self::reading_by(settings, Reader::load(Tongue::English), OnceLock::new())
    }

    /// An engine with another model for one language than the one that is built in.
    pub fn with_model(settings: Settings, tongue: Tongue, model: Model) -> Self {
        let reader = Reader::new(tongue, Some(model));
        match tongue {
            Tongue::English => Self::reading_by(settings, reader, OnceLock::new()),
            Tongue::German => Self::reading_by(settings, Reader::load(Tongue::English), OnceLock::from(reader)),
        }
    }

    fn reading_by(settings: Settings, english: Reader, german: OnceLock<Reader>) -> Self {
        Self { phrases: Phrases::new(&settings.phrases), settings, tongues: Tongues::default(), english, german }
    }

    /// Reads one page. Any text is valid; the cost is linear in its length.
    pub fn analyze(&self, document: &Document) -> Analysis {
        let Some(composed) = Composed::new(document.text) else { return self.read(document) };
        let mut analysis = self.read(&composed.document(document));
        analysis.move_to(|at| composed.origin(at));
        analysis
    }

    fn read(&self, document: &Document) -> Analysis {
        let parts = self.by_tongue(document);
        let is_mixed = parts.len() > 1;
        let mut analysis = Analysis::default();
        for (tongue, blocks) in parts {
            let part = Document { text: document.text, blocks };
            analysis.add(self.reader(tongue).read(&part, &self.settings));
        }
        let read_to = analysis.read_to.unwrap_or(document.text.len());
        if is_mixed {
            // One language may have been read further than another.
            analysis.attributions.retain(|attribution| attribution.place() < read_to);
            analysis.hedges.retain(|hedge| hedge.span.start < read_to);
            analysis.sort();
        }
        let blocks = document.blocks.iter().copied().filter(|block| block.start < read_to);
        let read = blocks.map(|block| Span::new(block.start, block.end.min(read_to)));
        analysis.phrases = self.phrases.find(document.text, read);
        analysis.stop_at(MOST_MARKS);
        analysis
    }

    fn reader(&self, tongue: Tongue) -> &Reader {
        match tongue {
            Tongue::English => &self.english,
            Tongue::German => self.german.get_or_init(|| Reader::load(Tongue::German)),
        }
    }

    /// The blocks of a page by their language, those that are not read left out. A block that is too short to tell is read
    /// like most of the page; where nothing tells, like what it looks more like, or as English.
    fn by_tongue(&self, document: &Document) -> Vec<(Tongue, Vec<Span>)> {
        match self.settings.language {
            PageLanguage::English => return vec![(Tongue::English, document.blocks.clone())],
            PageLanguage::German => return vec![(Tongue::German, document.blocks.clone())],
            PageLanguage::Auto => {}
        }
        let evidence: Vec<Evidence> =
            document.blocks.iter().map(|block| self.tongues.of(block.of(document.text))).collect();
        let weight = |wanted: Evidence| -> usize {
            let pairs = document.blocks.iter().zip(&evidence);
            pairs.filter(|(_, found)| **found == wanted).map(|(block, _)| block.end - block.start).sum()
        };
        let clear = [Tongue::English, Tongue::German].map(|tongue| weight(Evidence::Is(tongue)));
        let open = [Tongue::English, Tongue::German].map(|tongue| weight(Evidence::Open(Some(tongue))));
        let foreign = weight(Evidence::Foreign);
        let most = |[english, german]: [usize; 2]| if german > english { Tongue::German } else { Tongue::English };
        let whole = match clear {
            [english, german] if english.max(german) > foreign => Some(most(clear)),
            [0, 0] if foreign == 0 => Some(most(open)),
            _ => None,
        };
        let mut parts: Vec<(Tongue, Vec<Span>)> = Vec::new();
        for (block, evidence) in document.blocks.iter().zip(&evidence) {
            let tongue = match evidence {
                Evidence::Is(tongue) => Some(*tongue),
                Evidence::Foreign => None,
                Evidence::Open(_) => whole,
            };
            let Some(tongue) = tongue else { continue };
            match parts.iter_mut().find(|(known, _)| *known == tongue) {
                Some((_, blocks)) => blocks.push(*block),
                None => parts.push((tongue, vec![*block])),
            }
        }
        parts
    }
}
