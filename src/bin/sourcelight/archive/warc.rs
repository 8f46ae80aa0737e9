//! Web archives: each page that a WARC file holds is a document, with the address and time of its record.
//!
//! A page is a response over HTTP whose status says success, a resource that was saved as a page, or a text that somebody
//! made of a page (WET files). What else an archive holds (requests, pictures, redirections) is passed over.

use super::document::{About, Body, Place, Record};
use super::reader::{LONGEST, Queue, too_long, unreadable};
use flate2::read::{MultiGzDecoder, ZlibDecoder};
use ruzstd::decoding::StreamingDecoder;
use serde_json::Value;
use std::io::{BufRead, Read};
use std::sync::Arc;
use warc::{Error, RawRecordHeader, RecordType, WarcHeader, WarcReader};

/// What every archive opens with.
const OPENING: &[u8] = b"WARC/";

/// How much of a body packed by Brotli is read at a time, in bytes.
const BUFFER: usize = 1 << 12;

/// No page asks for more memory to be unpacked by Zstandard (RFC 9659), in bytes.
const ZSTD_WINDOW: u64 = 1 << 23;

/// Reads all pages of an archive. Where its structure is broken, what stands behind that is out of reach: the place is
/// named, and reading goes on with the next file.
pub fn read(mut source: Box<dyn BufRead>, name: &Arc<str>, queue: &mut Queue) -> Option<()> {
    // What opens otherwise would be read to its end in search of a header.
    let opens = source.fill_buf().is_ok_and(|start| start.is_empty() || start.starts_with(OPENING));
    if !opens {
        return if queue.is_done() {
            Some(())
        } else {
            queue.push(unreadable(name, None, "no web archive".to_owned()))
        };
    }
    let mut reader = WarcReader::new(source);
    let mut records = reader.stream_records();
    for number in 1.. {
        let place = ("record", number);
        let unread = |reason| unreadable(name, Some(place), reason);
        let record = match records.next_item() {
            None => break,
            // Its length is known all the same, and so is where the next one starts.
            Some(Err(error @ (Error::MissingHeader(_) | Error::MalformedHeader(..)))) => {
                if !queue.is_done() {
                    queue.push(unread(error.to_string()))?;
                }
                continue;
            }
            Some(Err(_)) if queue.is_done() => break,
            Some(Err(error)) => return queue.push(unread(format!("the archive is broken here: {}", told(&error)))),
            Some(Ok(record)) => record,
        };
        let kind = record.warc_type().clone();
        if !matches!(kind, RecordType::Response | RecordType::Resource | RecordType::Conversion) {
            continue;
        }
        if record.content_length() > LONGEST as u64 {
            // What is that long is a film or a download, and hardly ever a page.
            continue;
        }
        let record = match record.into_buffered() {
            Ok(record) => record,
            Err(_) if queue.is_done() => break,
            Err(error) => return queue.push(unread(format!("the archive is broken here: {error}"))),
        };
        let id = Value::from(record.warc_id().trim_start_matches('<').trim_end_matches('>'));
        let date = record.header(WarcHeader::Date).map(|date| date.into_owned());
        let (headers, body) = record.into_raw_parts();
        let body = match kind {
            RecordType::Response => response(&body),
            _ => saved(&headers, body),
        };
        let Some(body) = body else { continue };
        if queue.is_done() {
            continue;
        }
        queue.push(Record {
            place: Place { input: Arc::clone(name), number: Some(place) },
            id,
            about: About { url: header(&headers, &WarcHeader::TargetURI), date, ..About::default() },
            body,
        })?;
    }
    Some(())
}

/// A header of a record, which old archives write in any encoding; the crate's own look-up takes it for UTF-8.
fn header(headers: &RawRecordHeader, name: &WarcHeader) -> Option<String> {
    Some(String::from_utf8_lossy(headers.as_ref().get(name)?).into_owned())
}

/// What stopped an archive from being read, with the cause that the message alone leaves out.
fn told(error: &Error) -> String {
    match error {
        Error::ReadData(cause) => cause.to_string(),
        other => other.to_string(),
    }
}

/// The page of a record that is no exchange over HTTP.
fn saved(headers: &RawRecordHeader, body: Vec<u8>) -> Option<Body> {
    MediaType::new(&header(headers, &WarcHeader::ContentType)?).body(body)
}

/// The page of a response over HTTP, or none where there is none in it.
fn response(exchange: &[u8]) -> Option<Body> {
    let mut headers = [httparse::EMPTY_HEADER; 256];
    let mut response = httparse::Response::new(&mut headers);
    let httparse::Status::Complete(end) = response.parse(exchange).ok()? else { return None };
    let header = |name: &str| {
        let header = response.headers.iter().rfind(|header| header.name.eq_ignore_ascii_case(name))?;
        Some(String::from_utf8_lossy(header.value).trim().to_ascii_lowercase())
    };
    if !response.code.is_some_and(|code| (200..300).contains(&code)) {
        return None;
    }
    let kind = MediaType::new(&header("content-type")?);
    // The kind is asked first: nothing is unpacked that is no page.
    if !kind.is_page() && !kind.is_text() {
        return None;
    }
    let mut body = exchange[end..].to_vec();
    // Many archives keep the headers of a body that they have unpacked: what does not fit its header is taken as it is.
    if header("transfer-encoding").is_some_and(|encoding| encoding.contains("chunked")) {
        body = bounded(chunked_transfer::Decoder::new(&body[..])).map_or(body, |unpacked| unpacked);
    }
    let unpacked = match header("content-encoding").as_deref() {
        None | Some("" | "identity") => Ok(body),
        Some("gzip" | "x-gzip") if !body.starts_with(&[0x1f, 0x8b]) => Ok(body),
        Some("gzip" | "x-gzip") => unpacked_or_page(bounded(MultiGzDecoder::new(&body[..])), body),
        Some("deflate") => unpacked_or_page(bounded(ZlibDecoder::new(&body[..])), body),
        Some("br") => unpacked_or_page(bounded(brotli::Decompressor::new(&body[..], BUFFER)), body),
        Some("zstd") => {
            let frame = StreamingDecoder::new_with_max_window_size(&body[..], ZSTD_WINDOW).ok();
            unpacked_or_page(frame.and_then(bounded), body)
        }
        Some(_) if is_bare(&body) => Ok(body),
        Some(other) => Err(format!("its body is packed as {other}, which is not read here")),
    };
    unpacked.map_or_else(|reason| Some(Body::Unreadable(reason)), |body| kind.body(body))
}

/// What was unpacked of a body, or the body itself where it is a page that was unpacked before.
fn unpacked_or_page(unpacked: Option<Vec<u8>>, body: Vec<u8>) -> Result<Vec<u8>, String> {
    match unpacked {
        Some(unpacked) => Ok(unpacked),
        None if is_bare(&body) => Ok(body),
        None => Err("its body cannot be unpacked".to_owned()),
    }
}

/// Whether a body begins as a page does that is not packed.
fn is_bare(body: &[u8]) -> bool {
    body.iter().find(|byte| !byte.is_ascii_whitespace()) == Some(&b'<')
}

/// All that is unpacked, or none where it breaks off or is too long.
fn bounded(packed: impl Read) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    packed.take(LONGEST as u64 + 1).read_to_end(&mut bytes).ok()?;
    (bytes.len() <= LONGEST).then_some(bytes)
}

/// "text/html; charset=utf-8".
struct MediaType {
    name: String,
    encoding: Option<String>,
}

impl MediaType {
    fn new(written: &str) -> Self {
        let mut parts = written.split(';').map(|part| part.trim().to_ascii_lowercase());
        let name = parts.next().unwrap_or_default();
        let encoding = parts.find_map(|part| Some(part.strip_prefix("charset=")?.trim_matches(['"', '\'']).to_owned()));
        Self { name, encoding }
    }

    fn is_page(&self) -> bool {
        matches!(self.name.as_str(), "text/html" | "application/xhtml+xml")
    }

    fn is_text(&self) -> bool {
        self.name == "text/plain"
    }

    fn body(self, bytes: Vec<u8>) -> Option<Body> {
        match () {
            () if bytes.len() > LONGEST => Some(Body::Unreadable(too_long())),
            () if self.is_page() => Some(Body::Page { html: bytes, encoding: self.encoding }),
            () if self.is_text() => Some(Body::Text(bytes)),
            () => None,
        }
    }
}
