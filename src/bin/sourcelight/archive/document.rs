//! One document of an archive, whatever file it comes from: its text and what is told about it.

use super::page;
use serde::{Deserialize, Deserializer};
use serde_json::Value;
use std::fmt;
use std::sync::Arc;

/// A document that can be analysed.
#[derive(Debug)]
pub struct Document {
    /// As the line of JSON has it; the path of a file; the identifier of a record in a web archive.
    pub id: Value,
    pub about: About,
    /// Paragraphs separated by line ends.
    pub text: String,
    /// Whether the text was made here, from a page: whoever gets offsets needs it.
    pub is_extracted: bool,
}

/// What is told about a document; nothing of it is needed.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct About {
    #[serde(deserialize_with = "words")]
    pub title: Option<String>,
    #[serde(deserialize_with = "words")]
    pub outlet: Option<String>,
    #[serde(deserialize_with = "words")]
    pub url: Option<String>,
    /// As it is given, in most archives after ISO 8601: "2026-11-27T08:00:00Z".
    #[serde(deserialize_with = "words")]
    pub date: Option<String>,
}

/// A document as it was read from a file, before it is understood; cheap to make, in the order of the input.
#[derive(Debug)]
pub struct Record {
    pub place: Place,
    pub id: Value,
    pub about: About,
    pub body: Body,
}

#[derive(Debug)]
pub enum Body {
    /// A line of JSON, which tells its identifier itself.
    Json(Vec<u8>),
    Text(Vec<u8>),
    /// HTML, in the encoding that whoever sent it declared.
    Page {
        html: Vec<u8>,
        encoding: Option<String>,
    },
    /// Why there is none.
    Unreadable(String),
}

/// Where a document stands, for messages: "news.jsonl: line 3".
#[derive(Debug, Clone)]
pub struct Place {
    /// Empty for standard input.
    pub input: Arc<str>,
    /// The number of the line or record, and which of the two it is.
    pub number: Option<(&'static str, usize)>,
}

/// Why a document could not be read.
#[derive(Debug)]
pub struct Failure {
    pub place: Place,
    pub id: Value,
    pub reason: String,
}

#[derive(Deserialize)]
#[serde(expecting = "an object with id and text")]
struct Line {
    id: Value,
    text: String,
    #[serde(flatten)]
    about: About,
}

impl Record {
    /// The bytes that it holds.
    pub fn size(&self) -> usize {
        match &self.body {
            Body::Json(bytes) | Body::Text(bytes) | Body::Page { html: bytes, .. } => bytes.len(),
            Body::Unreadable(reason) => reason.len(),
        }
    }

    /// The document, or why it cannot be read.
    pub fn understand(self) -> Result<Document, Box<Failure>> {
        let Self { place, id, about, body } = self;
        let failure = |id, reason| Box::new(Failure { place: place.clone(), id, reason });
        match body {
            Body::Json(line) => {
                // Some programs begin a file of UTF-8 with the mark of its encoding, which is no JSON.
                let line = line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&line);
                let value: Value =
                    serde_json::from_slice(line).map_err(|e| failure(Value::Null, format!("not JSON: {e}")))?;
                let id = value.get("id").cloned().unwrap_or(Value::Null);
                let line: Line = serde_json::from_value(value).map_err(|e| failure(id, e.to_string()))?;
                Ok(Document { id: line.id, about: line.about, text: line.text, is_extracted: false })
            }
            Body::Text(bytes) => Ok(Document { id, about, text: page::decode(bytes, None), is_extracted: false }),
            Body::Page { html, encoding } => {
                let html = page::decode(html, Some(encoding.as_deref()));
                let page = page::read(&html).map_err(|reason| failure(id.clone(), reason))?;
                let about = About {
                    title: page.about.title.or(about.title),
                    outlet: page.about.outlet.or(about.outlet),
                    url: about.url.or(page.about.url),
                    date: page.about.date.or(about.date),
                };
                Ok(Document { id, about, text: page.text, is_extracted: true })
            }
            Body::Unreadable(reason) => Err(failure(id, reason)),
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str(&self.input)?;
        let colon = if self.input.is_empty() { "" } else { ": " };
        match self.number {
            Some((what, number)) => write!(formatter, "{colon}{what} {number}"),
            None if self.input.is_empty() => formatter.write_str("standard input"),
            None => Ok(()),
        }
    }
}

/// Takes text as it is and numbers as they are written. What is told beside a text in any other form is left out:
/// it is no reason to lose the text.
fn words<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    Ok(match Value::deserialize(deserializer)? {
        Value::String(words) => Some(words),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    })
}
