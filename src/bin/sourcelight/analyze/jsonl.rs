//! A line of JSON for each document: the contract that everything which measures the project relies on.
//!
//! A document that cannot be read is answered in its place, so that one bad line loses nothing else.

use crate::archive::Answer;
use serde::Serialize;
use serde_json::Value;
use sourcelight::span::Unit;
use sourcelight::view::AnalysisView;

#[derive(Serialize)]
struct Marks<'d> {
    id: &'d Value,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<&'d str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    outlet: Option<&'d str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'d str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<&'d str>,
    /// Where it was made from a page: the offsets count in it.
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<&'d str>,
    #[serde(flatten)]
    analysis: AnalysisView,
}

#[derive(Serialize)]
struct Failed<'d> {
    id: &'d Value,
    error: &'d str,
}

pub fn line(answer: Answer) -> String {
    let line = match answer {
        Ok((document, analysis)) => serde_json::to_string(&Marks {
            id: &document.id,
            title: document.about.title.as_deref(),
            outlet: document.about.outlet.as_deref(),
            url: document.about.url.as_deref(),
            date: document.about.date.as_deref(),
            text: document.is_extracted.then_some(&document.text),
            analysis: AnalysisView::new(analysis, &document.text, Unit::CodePoint),
        }),
        Err(failure) => serde_json::to_string(&Failed { id: &failure.id, error: &failure.reason }),
    };
    line.expect("plain data") + "\n"
}
