//! The gold corpora: JSON lines with offsets in code points, read into byte spans.

use crate::archive::inputs::cannot;
use serde::{Deserialize, Deserializer};
use sourcelight::Span;
use sourcelight::analysis::{Attitude, Count, Grade, Identity};
use std::io;
use std::path::Path;

/// One annotated document; a corpus fills what it annotates.
#[derive(Debug)]
pub struct GoldDocument {
    pub id: String,
    pub text: String,
    pub attributions: Vec<GoldAttribution>,
    /// Sources labelled by themselves, without cue and content.
    pub sources: Vec<GoldSource>,
    pub hedges: Vec<Span>,
    /// Whether the document is one sentence of the Szeged corpus, which has no evidential hedges.
    pub is_sentence: bool,
}

impl GoldDocument {
    /// Who published it, from ids such as `aeb-bbc_com-70cb2d`, `fundus-BBC-2024_08_01`, `bbc-2004/business/001` and
    /// `nyt_2016-01-05_a-headline`; in lower case.
    pub fn outlet(&self) -> String {
        const COLLECTIONS: [&str; 3] = ["aeb", "fundus", "readability"];
        let parts = || self.id.split(['-', '_', '/']);
        let outlet = parts().find(|part| !COLLECTIONS.contains(part)).unwrap_or(&self.id);
        match &*outlet.to_lowercase() {
            "nytimes" => "nyt".to_owned(),
            "usatoday" => "usa".to_owned(),
            outlet => outlet.to_owned(),
        }
    }
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
    pub identity: Option<Identity>,
    /// The fullest name on the page.
    pub speaker: Option<String>,
    /// How many other attributions' contents it lies in; 0 where the corpus marks no nested ones.
    pub depth: u8,
    pub anonymity: GoldAnonymity,
}

/// What the page tells about an unnamed source, in the page's words.
#[derive(Debug, Clone, Default)]
pub struct GoldAnonymity {
    pub count: Option<Count>,
    pub grade: Option<Grade>,
    pub boilerplate: bool,
    pub role: String,
    pub basis: String,
    pub reason: String,
    pub via: String,
}

/// A source span and what it was labelled.
#[derive(Debug)]
pub struct GoldSource {
    pub spans: Vec<Span>,
    pub label: SourceLabel,
}

/// Whether a source is unnamed, as `anonymous-dev` says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SourceLabel {
    Positive,
    Vague,
    Negative,
    /// Optional, to be ignored: neither right nor wrong.
    #[serde(other)]
    Unjudged,
}

type Offsets = [usize; 2];

#[derive(Deserialize)]
struct Line {
    id: String,
    #[serde(default)]
    text: String,
    /// Of the text, in code points, where the marks stand apart from it.
    length: Option<usize>,
    #[serde(default)]
    attributions: Vec<LineAttribution>,
    #[serde(default)]
    sources: Vec<LineSource>,
    #[serde(default)]
    hedges: Vec<LineHedge>,
    cues: Option<Vec<LineHedge>>,
}

#[derive(Deserialize)]
struct LineAttribution {
    source: Vec<Offsets>,
    cue: Vec<Offsets>,
    content: Vec<Offsets>,
    form: Option<String>,
    cue_class: Option<String>,
    attitude: Option<Attitude>,
    #[serde(default, deserialize_with = "identity")]
    identity: Option<Identity>,
    speaker: Option<String>,
    #[serde(default)]
    depth: u8,
    count: Option<Count>,
    grade: Option<Grade>,
    boilerplate: Option<bool>,
    role: Option<Words>,
    basis: Option<Words>,
    reason: Option<Words>,
    via: Option<Words>,
}

#[derive(Deserialize)]
struct LineSource {
    spans: Vec<Offsets>,
    role: SourceLabel,
}

#[derive(Deserialize)]
struct LineHedge {
    span: Offsets,
    /// The Szeged corpus' kind of uncertainty.
    #[serde(rename = "type")]
    uncertainty: Option<String>,
}

/// Words of the page, or where they stand.
#[derive(Deserialize)]
#[serde(untagged)]
enum Words {
    At(Offsets),
    Written(String),
}

/// The seed article says `named-person` where the contract says `named`.
fn identity<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Identity>, D::Error> {
    let word = String::deserialize(deserializer)?;
    let word = word.split_once('-').map_or(word.as_str(), |(identity, _)| identity);
    Identity::deserialize(serde::de::value::StrDeserializer::new(word)).map(Some)
}

/// Reads a corpus, one JSON object after the other; what cannot be read is an error that names file and place.
pub fn read(path: &Path) -> io::Result<Vec<GoldDocument>> {
    let name = path.display();
    let text = contents(path)?;
    let lines = serde_json::Deserializer::from_str(&text).into_iter::<Line>();
    let error = |e| io::Error::new(io::ErrorKind::InvalidData, format!("{name}: {e}"));
    lines.map(|line| line.map(document).map_err(error)).collect()
}

fn contents(path: &Path) -> io::Result<String> {
    std::fs::read_to_string(path).map_err(|error| cannot("read", path, error))
}

/// Reads marks that stand apart from the texts that they were made for; `text_of` gives the text with an identifier.
pub fn read_marks(path: &Path, text_of: impl Fn(&str) -> io::Result<String>) -> io::Result<Vec<GoldDocument>> {
    let name = path.display();
    let error = |message: String| io::Error::new(io::ErrorKind::InvalidData, format!("{name}: {message}"));
    let read = |line: &str| {
        let mut line: Line = serde_json::from_str(line).map_err(|e| error(e.to_string()))?;
        line.text = text_of(&line.id).map_err(|e| error(format!("the text of {}: {e}", line.id)))?;
        if Some(line.text.chars().count()) != line.length {
            return Err(error(format!("{} is not the text that was marked", line.id)));
        }
        Ok(document(line))
    };
    contents(path)?.lines().map(read).collect()
}

fn document(line: Line) -> GoldDocument {
    let bytes: Vec<usize> = line.text.char_indices().map(|(at, _)| at).chain([line.text.len()]).collect();
    let byte = |point: usize| bytes.get(point).copied().unwrap_or(line.text.len());
    let span = |points: &Offsets| Span::new(byte(points[0]), byte(points[1]));
    let spans = |points: &[Offsets]| points.iter().map(span).collect();
    let words = |words: Option<Words>| match words {
        Some(Words::At(points)) => span(&points).of(&line.text).to_owned(),
        Some(Words::Written(words)) => words,
        None => String::new(),
    };
    let attributions = line.attributions.into_iter().map(|a| GoldAttribution {
        source: spans(&a.source),
        cue: spans(&a.cue),
        content: spans(&a.content),
        form: a.form,
        cue_class: a.cue_class,
        attitude: a.attitude,
        identity: a.identity,
        speaker: a.speaker.filter(|speaker| !speaker.is_empty()),
        depth: a.depth,
        anonymity: GoldAnonymity {
            count: a.count,
            grade: a.grade,
            boilerplate: a.boilerplate.unwrap_or(false),
            role: words(a.role),
            basis: words(a.basis),
            reason: words(a.reason),
            via: words(a.via),
        },
    });
    let is_sentence = line.cues.is_some();
    // Conditions and open investigations are no hedges of ours.
    let counts =
        |hedge: &LineHedge| hedge.uncertainty.as_deref().is_none_or(|u| ["epistemic", "doxastic"].contains(&u));
    let hedges = line.cues.into_iter().flatten().chain(line.hedges).filter(counts).map(|hedge| span(&hedge.span));
    let sources = line.sources.iter().map(|s| GoldSource { spans: spans(&s.spans), label: s.role });
    GoldDocument {
        id: line.id,
        attributions: attributions.collect(),
        sources: sources.collect(),
        hedges: hedges.collect(),
        is_sentence,
        text: line.text,
    }
}
