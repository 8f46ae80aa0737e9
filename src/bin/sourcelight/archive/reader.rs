//! Files to records, in order, in batches, on a thread of its own: what is read ahead is bounded.

use super::document::{About, Body, Place, Record};
use super::inputs::{Input, Kind};
use super::warc;
use flate2::bufread::MultiGzDecoder;
use serde_json::Value;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

/// Records that are analysed at a time: memory stays bounded, threads stay busy.
const BATCH: usize = 256;
const BATCH_BYTES: usize = 4 << 20;

/// The longest document that is read; a longer one is named and left out.
pub const LONGEST: usize = 64 << 20;

/// Records in the order of the input.
pub struct Batch {
    pub records: Vec<Record>,
    /// Whether a run can be taken up behind it.
    pub ends_part: bool,
    /// Whether nothing is left behind it.
    pub is_last: bool,
}

/// What is left out at the beginning, and how many documents make a part.
#[derive(Debug, Clone, Copy)]
pub struct Extent {
    pub done: u64,
    pub part: u64,
}

/// Reads on another thread; where no batch was the last, that thread broke off. `progress` hears how many bytes of the files were read.
pub fn read(inputs: Vec<Input>, extent: Extent, progress: impl Fn(u64) + Send + Sync + 'static) -> Receiver<Batch> {
    let (sender, receiver) = sync_channel(1);
    thread::spawn(move || {
        let progress: Arc<dyn Fn(u64) + Send + Sync> = Arc::new(progress);
        let mut queue = Queue { sender, extent, seen: 0, batch: Vec::new(), bytes: 0 };
        for input in inputs {
            if read_input(&input, &mut queue, &progress).is_none() {
                return;
            }
        }
        queue.send(true, true);
    });
    receiver
}

/// Where records go. What it answers with `None` says that nobody takes them any more.
pub struct Queue {
    sender: SyncSender<Batch>,
    extent: Extent,
    /// Documents that were read or left out.
    seen: u64,
    batch: Vec<Record>,
    bytes: usize,
}

impl Queue {
    /// Counts the next document, and says whether an earlier run has done it already.
    pub fn is_done(&mut self) -> bool {
        self.seen += 1;
        self.seen <= self.extent.done
    }

    /// Takes the document that was counted last.
    pub fn push(&mut self, record: Record) -> Option<()> {
        self.bytes += record.size();
        self.batch.push(record);
        let ends_part = self.seen.is_multiple_of(self.extent.part);
        if ends_part || self.batch.len() == BATCH || self.bytes >= BATCH_BYTES {
            self.send(ends_part, false)
        } else {
            Some(())
        }
    }

    fn send(&mut self, ends_part: bool, is_last: bool) -> Option<()> {
        self.bytes = 0;
        self.sender.send(Batch { records: std::mem::take(&mut self.batch), ends_part, is_last }).ok()
    }
}

fn read_input(input: &Input, queue: &mut Queue, progress: &Arc<dyn Fn(u64) + Send + Sync>) -> Option<()> {
    let name: Arc<str> = input.path.as_deref().map_or("".into(), |path| path.to_string_lossy().into());
    let is_one_document = matches!(input.kind, Kind::Text | Kind::Html);
    if is_one_document && queue.is_done() {
        progress(input.size);
        return Some(());
    }
    let source = match open(input.path.as_deref(), progress) {
        Ok(source) => source,
        // A file with many documents counts as one where it cannot be opened.
        Err(_) if !is_one_document && queue.is_done() => return Some(()),
        Err(error) => return queue.push(unreadable(&name, None, format!("cannot be read: {error}"))),
    };
    match input.kind {
        Kind::Text | Kind::Html => queue.push(whole(source, &name, input.kind)),
        Kind::Jsonl => lines(source, &name, queue),
        Kind::Warc => warc::read(source, &name, queue),
    }
}

/// A file or standard input, unpacked where it is packed by gzip.
fn open(path: Option<&Path>, progress: &Arc<dyn Fn(u64) + Send + Sync>) -> io::Result<Box<dyn BufRead>> {
    let raw: Box<dyn Read> = match path {
        Some(path) => Box::new(Counted { file: File::open(path)?, progress: Arc::clone(progress) }),
        None => Box::new(io::stdin()),
    };
    let mut raw = BufReader::with_capacity(1 << 16, raw);
    let is_packed = raw.fill_buf()?.starts_with(&[0x1f, 0x8b]);
    Ok(if is_packed { Box::new(BufReader::with_capacity(1 << 16, MultiGzDecoder::new(raw))) } else { Box::new(raw) })
}

/// A file that tells how far it is read.
struct Counted {
    file: File,
    progress: Arc<dyn Fn(u64) + Send + Sync>,
}

impl Read for Counted {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.file.read(buffer)?;
        (self.progress)(read as u64);
        Ok(read)
    }
}

/// A file that is one document; its name is the identifier.
fn whole(source: Box<dyn BufRead>, name: &Arc<str>, kind: Kind) -> Record {
    let mut bytes = Vec::new();
    match source.take(LONGEST as u64 + 1).read_to_end(&mut bytes) {
        Err(error) => unreadable(name, None, format!("cannot be read: {error}")),
        Ok(_) if bytes.len() > LONGEST => unreadable(name, None, too_long()),
        Ok(_) => Record {
            place: Place { input: Arc::clone(name), number: None },
            id: Value::from(&**name),
            about: About::default(),
            body: if kind == Kind::Html { Body::Page { html: bytes, encoding: None } } else { Body::Text(bytes) },
        },
    }
}

fn lines(mut source: Box<dyn BufRead>, name: &Arc<str>, queue: &mut Queue) -> Option<()> {
    for number in 1.. {
        let mut line = Vec::new();
        let place = Some(("line", number));
        let is_too_long = match bounded_line(&mut *source, &mut line) {
            Ok(is_too_long) => is_too_long,
            // What stands behind it cannot be read either.
            Err(_) if queue.is_done() => break,
            Err(error) => return queue.push(unreadable(name, place, format!("cannot be read: {error}"))),
        };
        if line.is_empty() {
            break;
        }
        if line.trim_ascii().is_empty() || queue.is_done() {
            continue;
        }
        let record = if is_too_long {
            unreadable(name, place, too_long())
        } else {
            let place = Place { input: Arc::clone(name), number: place };
            Record { place, id: Value::Null, about: About::default(), body: Body::Json(line) }
        };
        queue.push(record)?;
    }
    Some(())
}

/// Reads a line with its end, of one that is too long no more than its beginning; empty behind the last.
fn bounded_line(source: &mut dyn BufRead, line: &mut Vec<u8>) -> io::Result<bool> {
    (&mut *source).take(LONGEST as u64).read_until(b'\n', line)?;
    let is_too_long = line.len() == LONGEST && !line.ends_with(b"\n");
    if is_too_long {
        source.skip_until(b'\n')?;
    }
    Ok(is_too_long)
}

/// A record of what cannot be read.
pub fn unreadable(name: &Arc<str>, number: Option<(&'static str, usize)>, reason: String) -> Record {
    let id = if number.is_none() && !name.is_empty() { Value::from(&**name) } else { Value::Null };
    let place = Place { input: Arc::clone(name), number };
    Record { place, id, about: About::default(), body: Body::Unreadable(reason) }
}

/// Why a document is left out that could fill the memory.
pub fn too_long() -> String {
    format!("longer than {} MiB", LONGEST >> 20)
}
