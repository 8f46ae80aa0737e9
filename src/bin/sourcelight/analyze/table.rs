//! Marks as one table, a row for each attribution and each hedge: what CSV and Parquet hold.
//!
//! What is told about a document stands in each of its rows, so that one table is enough to count, group and filter. A
//! document without marks has one row without a mark: no document is lost to whoever counts them.

use crate::archive::Answer;
use crate::archive::document::Document;
use parquet_derive::ParquetRecordWriter;
use serde::Serialize;
use serde_json::Value;
use sourcelight::span::Unit;
use sourcelight::view::{AnalysisView, AttributionView, HedgeView};
use sourcelight::{Analysis, Span};

/// A mark, or a document without any. Words are the page's; offsets count code points of the text and are written
/// "16-26 30-40"; values are those of docs/what-we-mark.md.
#[derive(Debug, Clone, Default, Serialize, ParquetRecordWriter)]
pub struct Row {
    pub id: String,
    pub title: Option<String>,
    pub outlet: Option<String>,
    pub url: Option<String>,
    pub date: Option<String>,
    /// Of the document, and those of them that are attributed to somebody.
    pub words: i32,
    pub attributed_words: i32,
    /// Where reading stopped in a document that is too long.
    pub read_to: Option<i32>,
    /// "attribution", "hedge", or none.
    pub mark: Option<String>,
    /// From here on, facts of an attribution.
    pub source: Option<String>,
    pub cue: Option<String>,
    pub content: Option<String>,
    pub source_at: Option<String>,
    pub cue_at: Option<String>,
    pub content_at: Option<String>,
    pub identity: Option<String>,
    pub standing: Option<String>,
    pub attitude: Option<String>,
    pub quoting: Option<String>,
    pub depth: Option<i32>,
    pub speaker: Option<String>,
    pub speaker_confidence: Option<f32>,
    pub confidence: Option<f32>,
    /// From here on, what is told about a source that is not named.
    pub count: Option<String>,
    pub role: Option<String>,
    pub basis: Option<String>,
    pub reason: Option<String>,
    pub boilerplate: Option<bool>,
    pub via: Option<String>,
    pub rests_on_one: Option<bool>,
    pub grade: Option<String>,
    /// From here on, facts of a hedge.
    pub hedge: Option<String>,
    pub hedge_at: Option<String>,
    pub kind: Option<String>,
    pub scope: Option<String>,
    /// "55-80", in per cent.
    pub range: Option<String>,
    /// Why it is marked, for programs and for people.
    pub rule: Option<String>,
    pub why: Option<String>,
}

/// The rows of a document; none where it could not be read.
pub fn rows(answer: Answer) -> Vec<Row> {
    let Ok((document, analysis)) = answer else { return Vec::new() };
    let view = AnalysisView::new(analysis, &document.text, Unit::CodePoint);
    let words = Words { text: &document.text, analysis };
    let about = about(document, &view);
    let attributions = view.attributions.iter().enumerate().map(|(number, a)| attribution(&words, number, a, &about));
    let hedges = view.hedges.iter().enumerate().map(|(number, h)| hedge(&words, number, h, &about));
    let rows: Vec<Row> = attributions.chain(hedges).collect();
    if rows.is_empty() { vec![about] } else { rows }
}

fn about(document: &Document, view: &AnalysisView) -> Row {
    let about = document.about.clone();
    Row {
        id: document.id.as_str().map_or_else(|| document.id.to_string(), str::to_owned),
        title: about.title,
        outlet: about.outlet,
        url: about.url,
        date: about.date,
        words: number(view.report.words),
        attributed_words: number(view.report.attributed_words),
        read_to: view.read_to.map(number),
        ..Row::default()
    }
}

fn attribution(words: &Words, at: usize, view: &AttributionView, about: &Row) -> Row {
    let mark = &words.analysis.attributions[at];
    let anonymity = view.anonymity.as_ref();
    Row {
        mark: Some("attribution".to_owned()),
        source: words.of(&mark.source),
        cue: words.of(&mark.cue),
        content: words.of(&mark.content),
        source_at: offsets(&view.source),
        cue_at: offsets(&view.cue),
        content_at: offsets(&view.content),
        identity: name(view.identity),
        standing: name(view.standing),
        attitude: name(view.attitude),
        quoting: name(view.quoting),
        depth: Some(view.depth.into()),
        speaker: view.speaker.clone(),
        speaker_confidence: view.speaker_confidence,
        confidence: Some(view.confidence),
        count: anonymity.and_then(|told| name(told.count)),
        role: anonymity.and_then(|told| told.role.clone()),
        basis: anonymity.and_then(|told| told.basis.clone()),
        reason: anonymity.and_then(|told| told.reason.clone()),
        boilerplate: anonymity.map(|told| told.boilerplate),
        via: anonymity.and_then(|told| told.via.clone()),
        rests_on_one: anonymity.map(|told| told.rests_on_one),
        grade: anonymity.and_then(|told| name(told.grade)),
        rule: Some(view.reason.rule.to_owned()),
        why: Some(view.why.clone()),
        ..about.clone()
    }
}

fn hedge(words: &Words, at: usize, view: &HedgeView, about: &Row) -> Row {
    Row {
        mark: Some("hedge".to_owned()),
        hedge: words.of(&[words.analysis.hedges[at].span]),
        hedge_at: offsets(&[view.span]),
        kind: name(view.kind),
        scope: name(view.scope),
        range: view.range.clone(),
        rule: Some(view.reason.rule.to_owned()),
        why: Some(view.why.clone()),
        ..about.clone()
    }
}

struct Words<'t> {
    text: &'t str,
    analysis: &'t Analysis,
}

impl Words<'_> {
    fn of(&self, spans: &[Span]) -> Option<String> {
        let words = spans.iter().map(|span| span.of(self.text)).collect::<Vec<_>>().join(" … ");
        (!spans.is_empty()).then_some(words)
    }
}

fn offsets(spans: &[[usize; 2]]) -> Option<String> {
    let pairs = spans.iter().map(|[start, end]| format!("{start}-{end}")).collect::<Vec<_>>().join(" ");
    (!spans.is_empty()).then_some(pairs)
}

/// The word that the contracts use for a value.
fn name(value: impl Serialize) -> Option<String> {
    serde_json::to_value(value).ok().as_ref().and_then(Value::as_str).map(str::to_owned)
}

fn number(count: usize) -> i32 {
    i32::try_from(count).unwrap_or(i32::MAX)
}

/// The names of the columns, with the end of the line.
pub fn csv_header() -> String {
    let header = csv_of(csv::WriterBuilder::new(), vec![Row::default()]);
    header.split_inclusive('\n').take(1).collect()
}

/// The rows of a document as CSV (RFC 4180).
pub fn csv_lines(answer: Answer) -> String {
    let mut plain = csv::WriterBuilder::new();
    plain.has_headers(false);
    csv_of(plain, rows(answer).into_iter().map(Row::defused).collect())
}

fn csv_of(writer: csv::WriterBuilder, rows: Vec<Row>) -> String {
    let mut writer = writer.from_writer(Vec::new());
    for row in rows {
        writer.serialize(row).expect("a flat row");
    }
    String::from_utf8(writer.into_inner().expect("memory takes everything")).expect("text stays text")
}

/// What makes a spreadsheet read a cell as a formula, full-width signs included.
const FORMULA: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

impl Row {
    /// With a mark before words that a spreadsheet would calculate, as in the exports of the extension: a page must not run
    /// formulas in the table of whoever opens it.
    fn defused(mut self) -> Self {
        let told = [&mut self.title, &mut self.outlet, &mut self.url, &mut self.date];
        let words = [&mut self.source, &mut self.cue, &mut self.content, &mut self.speaker, &mut self.hedge];
        let details = [&mut self.role, &mut self.basis, &mut self.reason, &mut self.via, &mut self.why];
        let cells = told.into_iter().chain(words).chain(details).flatten();
        for cell in cells.chain([&mut self.id]) {
            if cell.trim_start().starts_with(FORMULA) || cell.starts_with(['\t', '\r']) {
                cell.insert(0, '\'');
            }
        }
        self
    }
}
