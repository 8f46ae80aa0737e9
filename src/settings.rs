//! What a reader may choose about the reading of a page.

use crate::phrases::PhraseGroup;
use serde::Deserialize;

/// How a reader wants the page read.
///
/// ```
/// use sourcelight::{Analyzer, Document, Settings};
///
/// let document = Document::new("Marek Dunn believes that the ferry is ready.", "\n");
/// let marks = |settings| Analyzer::new(settings).analyze(&document).attributions.len();
/// assert_eq!(marks(Settings::default()), 1);
/// assert_eq!(marks(Settings { beliefs: false, ..Settings::default() }), 0);
/// ```
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// Fewer and surer attributions, or more of them.
    pub sureness: Sureness,
    /// Whether thoughts, wishes and intentions are marked beside statements.
    pub beliefs: bool,
    /// Whether asides between the page and its reader are marked: "you want to", "we know that".
    pub asides: bool,
    /// What counts as a hedge.
    pub hedging: Hedging,
    /// The language that pages are read in.
    pub language: PageLanguage,
    /// The reader's own phrases.
    pub phrases: Vec<PhraseGroup>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            sureness: Sureness::default(),
            beliefs: true,
            asides: true,
            hedging: Hedging::default(),
            language: PageLanguage::default(),
            phrases: Vec::new(),
        }
    }
}

/// The reader's choice between missing marks and doubtful ones.
///
/// ```
/// use sourcelight::{Analyzer, Document, Settings, Sureness};
///
/// let document = Document::new("Marek Dunn said that the ferry is ready. The mood, he hinted, was low.", "\n");
/// let count = |sureness| {
///     let settings = Settings { sureness, ..Settings::default() };
///     Analyzer::new(settings).analyze(&document).attributions.len()
/// };
/// assert!(count(Sureness::Fewer) <= count(Sureness::Balanced));
/// assert!(count(Sureness::Balanced) <= count(Sureness::More));
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "lowercase")]
pub enum Sureness {
    Fewer,
    #[default]
    Balanced,
    More,
}

/// The language that pages are read in.
///
/// ```
/// use sourcelight::{Analyzer, Document, PageLanguage, Settings};
///
/// let text = "Die Brücke bleibt in diesem Winter für zwei Wochen geschlossen, sagte die Bürgermeisterin am Montag.";
/// let document = Document::new(text, "\n");
/// let count = |language| {
///     let settings = Settings { language, ..Settings::default() };
///     Analyzer::new(settings).analyze(&document).attributions.len()
/// };
/// assert_eq!(count(PageLanguage::Auto), 1);
/// assert_eq!(count(PageLanguage::English), 0);
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub enum PageLanguage {
    /// What each block is written in; one that is in none of the others is not read.
    #[default]
    #[serde(rename = "auto")]
    Auto,
    #[serde(rename = "en")]
    English,
    #[serde(rename = "de")]
    German,
}

/// The definition by which hedges are found.
///
/// ```
/// use sourcelight::{Analyzer, Document, Hedging, Settings};
///
/// let document = Document::new("Engineers believe that the cables are worn.", "\n");
/// let count = |hedging| {
///     let settings = Settings { hedging, ..Settings::default() };
///     Analyzer::new(settings).analyze(&document).hedges.len()
/// };
/// assert_eq!(count(Hedging::Page), 0);
/// assert_eq!(count(Hedging::Conll2010), 1);
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "lowercase")]
pub enum Hedging {
    /// docs/what-we-mark.md: what others believe, expect or judge is an attribution to them, and no hedge of the page.
    #[default]
    Page,
    /// The CoNLL-2010 shared task and the Szeged Uncertainty Corpus, which count those beliefs ("doxastic"), judgements
    /// and open questions, and nothing that hangs on a condition: for comparison with others on that corpus.
    Conll2010,
}
