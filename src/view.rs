//! [`Analysis`] as the boundaries see it: the same facts, offsets in the boundary's unit, names as in the contracts.
//!
//! One set of types serves the command line (code points, JSON) and the WASM module (UTF-16, JavaScript objects),
//! so that both speak of the same fields. Nothing is decided here.
//!
//! ```
//! use sourcelight::span::Unit;
//! use sourcelight::view::{AnalysisView, sentences};
//! use sourcelight::{Analyzer, Document, Settings};
//!
//! let text = "“We are ready,” Marek Dunn said.";
//! let analysis = Analyzer::new(Settings::default()).analyze(&Document::new(text, "\n"));
//! let view = AnalysisView::new(&analysis, text, Unit::CodePoint);
//! assert_eq!(view.attributions[0].source, [[16, 26]]);
//! assert!(sentences(&analysis.attributions[0], text).ends_with('.'));
//! ```

use crate::analysis::{
    Analysis, Anonymity, Attitude, Attribution, Count, Grade, Hedge, HedgeKind, Identity, Quoting, Scope, Speaker,
    Standing, Why,
};
use crate::language::Tongue;
use crate::phrases::PhraseMatch;
use crate::report::Report;
use crate::span::{OffsetMap, Span, Unit};
use serde::Serialize;

/// `[start, end)` in the boundary's unit.
#[cfg_attr(target_arch = "wasm32", tsify::declare)]
type Offsets = [usize; 2];

/// See [`Analysis`].
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct AnalysisView {
    pub attributions: Vec<AttributionView>,
    pub hedges: Vec<HedgeView>,
    pub phrases: Vec<PhraseView>,
    /// Where reading stopped, for a page too long to be read to its end, or null.
    pub read_to: Option<usize>,
    pub report: Report,
}

/// See [`Attribution`].
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct AttributionView {
    pub source: Vec<Offsets>,
    pub cue: Vec<Offsets>,
    pub content: Vec<Offsets>,
    pub identity: Identity,
    /// The grouping for readers, which follows from the page's names as well.
    pub standing: Standing,
    pub attitude: Attitude,
    pub quoting: Quoting,
    pub depth: u8,
    /// The resolved name, or null.
    pub speaker: Option<String>,
    /// Whether somebody else may well be meant.
    pub is_probable: bool,
    /// From 0 to 1, or null where there is no name. Below one half the name is a guess, which no reader is shown.
    pub speaker_confidence: Option<f32>,
    /// The mentions that lead to that name, the fullest one first.
    pub mentions: Vec<Offsets>,
    pub confidence: f32,
    pub anonymity: Option<AnonymityView>,
    /// English sentences for people: what decided it, and what speaks for it.
    pub why: String,
    /// The same for programs: the deciding rule and the page's words it quotes.
    pub reason: WhyView,
    pub evidence: Vec<WhyView>,
}

/// See [`Anonymity`]; `role`, `basis`, `reason`, `clause` and `via` are the page's words.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct AnonymityView {
    pub count: Count,
    pub role: Option<String>,
    pub basis: Option<String>,
    pub reason: Option<String>,
    pub clause: Option<String>,
    pub boilerplate: bool,
    pub via: Option<String>,
    pub rests_on_one: bool,
    pub grade: Grade,
}

/// See [`Hedge`].
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct HedgeView {
    pub span: Offsets,
    pub kind: HedgeKind,
    pub scope: Scope,
    /// "55-80" (per cent), or null where no scale gives a number.
    pub range: Option<String>,
    /// The language of the word; the scale is English whatever it is.
    pub language: Tongue,
    pub why: String,
    pub reason: WhyView,
}

/// See [`PhraseMatch`].
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct PhraseView {
    pub span: Offsets,
    /// The number of its group, as the settings list them, with the group's name.
    pub group: usize,
    pub name: String,
    /// The line of the group that it fits, as the reader wrote it.
    pub phrase: String,
}

/// See [`Why`].
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct WhyView {
    pub rule: &'static str,
    pub words: Vec<String>,
}

impl AnalysisView {
    /// Views an analysis of `text` with offsets counted in `unit`.
    pub fn new(analysis: &Analysis, text: &str, unit: Unit) -> Self {
        let viewer = Viewer { text, map: OffsetMap::new(text, unit) };
        Self {
            attributions: analysis.attributions.iter().map(|a| viewer.attribution(a)).collect(),
            hedges: analysis.hedges.iter().map(|h| viewer.hedge(h)).collect(),
            phrases: analysis.phrases.iter().map(|phrase| viewer.phrase(phrase)).collect(),
            read_to: analysis.read_to.map(|byte| viewer.map.offset(byte)),
            report: Report::new(analysis, text),
        }
    }
}

struct Viewer<'t> {
    text: &'t str,
    map: OffsetMap<'t>,
}

impl Viewer<'_> {
    fn spans(&self, spans: &[Span]) -> Vec<Offsets> {
        spans.iter().map(|&span| self.map.span(span)).collect()
    }

    fn words(&self, span: Option<Span>) -> Option<String> {
        span.map(|span| span.of(self.text).to_owned())
    }

    fn attribution(&self, attribution: &Attribution) -> AttributionView {
        let speaker = attribution.speaker.as_ref();
        AttributionView {
            source: self.spans(&attribution.source),
            cue: self.spans(&attribution.cue),
            content: self.spans(&attribution.content),
            identity: attribution.identity,
            standing: attribution.standing,
            attitude: attribution.attitude,
            quoting: attribution.quoting,
            depth: attribution.depth,
            speaker: speaker.map(|s| s.name.clone()),
            is_probable: speaker.is_some_and(Speaker::is_probable),
            speaker_confidence: speaker.map(|s| s.confidence),
            mentions: speaker.map(|s| self.spans(&s.mentions)).unwrap_or_default(),
            confidence: attribution.confidence,
            anonymity: attribution.anonymity.as_ref().map(|a| self.anonymity(a)),
            why: sentences(attribution, self.text),
            reason: self.reason(&attribution.why),
            evidence: attribution.evidence.iter().map(|fact| self.reason(fact)).collect(),
        }
    }

    fn anonymity(&self, anonymity: &Anonymity) -> AnonymityView {
        AnonymityView {
            count: anonymity.count,
            role: self.words(anonymity.role),
            basis: self.words(anonymity.basis),
            reason: self.words(anonymity.reason),
            clause: self.words(anonymity.clause),
            boilerplate: anonymity.boilerplate,
            via: self.words(anonymity.via),
            rests_on_one: anonymity.rests_on_one,
            grade: anonymity.grade,
        }
    }

    fn hedge(&self, hedge: &Hedge) -> HedgeView {
        HedgeView {
            span: self.map.span(hedge.span),
            kind: hedge.kind,
            scope: hedge.scope,
            range: hedge.range.map(|range| range.to_string()),
            language: hedge.language,
            why: sentence(&hedge.why, self.text),
            reason: self.reason(&hedge.why),
        }
    }

    fn phrase(&self, found: &PhraseMatch) -> PhraseView {
        PhraseView {
            span: self.map.span(found.span),
            group: found.group,
            name: found.name.to_string(),
            phrase: found.phrase.to_string(),
        }
    }

    fn reason(&self, why: &Why) -> WhyView {
        WhyView { rule: why.rule.name(), words: why.words.iter().map(|w| w.of(self.text).to_owned()).collect() }
    }
}

/// Why an attribution is marked, for people: what decided it, and what speaks for it.
pub fn sentences(attribution: &Attribution, text: &str) -> String {
    let all = std::iter::once(&attribution.why).chain(&attribution.evidence);
    all.map(|why| sentence(why, text)).collect::<Vec<_>>().join(" ")
}

fn sentence(why: &Why, text: &str) -> String {
    let words: Vec<_> = why.words.iter().map(|w| w.of(text)).collect();
    why.rule.sentence(&words.join(" … "))
}
