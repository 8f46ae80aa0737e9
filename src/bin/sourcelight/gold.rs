//! The gold corpora: JSON lines with offsets in code points, read into byte spans.

use serde::Deserialize;
use sourcelight::Span;
use sourcelight::analysis::Attitude;
use std::io;
use std::path::Path;

/// One annotated document.
#[derive(Debug)]
pub struct GoldDocument {
    pub id: String,
    pub text: String,
    pub attributions: Vec<GoldAttribution>,
}

/// One annotated attribution; spans are byte offsets of the document's text.
#[derive(Debug, Clone, Default)]
pub struct GoldAttribution {
    pub source: Vec<Span>,
    pub cue: Vec<Span>,
    pub content: Vec<Span>,
    /// "direct", "mixed" or "indirect", where the corpus says it.
    pub form: Option<String>,
    /// "speech", "mental", "show", …, where the corpus says it (silver in PolNeAR).
    pub cue_class: Option<String>,
    pub attitude: Option<Attitude>,
}

#[derive(Deserialize)]
struct Line {
    id: String,
    text: String,
    attributions: Vec<LineAttribution>,
}

#[derive(Deserialize)]
struct LineAttribution {
    source: Vec<[usize; 2]>,
    cue: Vec<[usize; 2]>,
    content: Vec<[usize; 2]>,
    form: Option<String>,
    cue_class: Option<String>,
    attitude: Option<Attitude>,
}

/// Reads a corpus, one JSON object after the other; what cannot be read is an error that names file and place.
pub fn read(path: &Path) -> io::Result<Vec<GoldDocument>> {
    let name = path.display();
    let text =
        std::fs::read_to_string(path).map_err(|e| io::Error::new(e.kind(), format!("cannot read {name}: {e}")))?;
    let lines = serde_json::Deserializer::from_str(&text).into_iter::<Line>();
    let error = |e| io::Error::new(io::ErrorKind::InvalidData, format!("{name}: {e}"));
    lines.map(|line| line.map(document).map_err(error)).collect()
}

fn document(line: Line) -> GoldDocument {
    let bytes: Vec<usize> = line.text.char_indices().map(|(at, _)| at).chain([line.text.len()]).collect();
    let byte = |point: usize| bytes.get(point).copied().unwrap_or(line.text.len());
    let spans = |points: &[[usize; 2]]| points.iter().map(|&[s, e]| Span::new(byte(s), byte(e))).collect();
    let attributions = line.attributions.into_iter().map(|a| GoldAttribution {
        source: spans(&a.source),
        cue: spans(&a.cue),
        content: spans(&a.content),
        form: a.form,
        cue_class: a.cue_class,
        attitude: a.attitude,
    });
    GoldDocument { id: line.id, attributions: attributions.collect(), text: line.text }
}
