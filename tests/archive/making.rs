//! Archives of our own writing, and the command line that reads them.

use flate2::Compression;
use flate2::write::GzEncoder;
use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};
use std::thread;

/// A folder for the files of one test, empty at the beginning.
pub struct Folder(PathBuf);

impl Folder {
    pub fn new(name: &str) -> Self {
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("archive").join(name);
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }

    pub fn path(&self, name: &str) -> String {
        self.0.join(name).to_str().unwrap().to_owned()
    }

    /// Writes a file and returns its path.
    pub fn write(&self, name: &str, content: impl AsRef<[u8]>) -> String {
        let path = self.0.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, content).unwrap();
        self.path(name)
    }

    pub fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(&self.0).unwrap();
        let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }
}

/// A document as a line of JSON, with more fields if told.
pub fn line(number: usize, more: &str) -> String {
    format!(r#"{{"id": "d{number}", "text": "“The bridge {number} may close,” Mayor Anna Bečk said."{more}}}"#)
}

pub fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sourcelight"));
    command.args(arguments);
    command
}

/// Runs the command line with something on its standard input.
pub fn sourcelight(arguments: &[&str], input: &[u8]) -> Output {
    let mut command = command(arguments);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    thread::scope(|scope| {
        // A run that refuses to start reads nothing.
        scope.spawn(move || stdin.write_all(input));
        child.wait_with_output().unwrap()
    })
}

/// The peak memory in kB of a run that has read so many documents.
pub fn peak_memory(documents: usize, arguments: &[&str]) -> usize {
    let mut child = command(arguments).stdin(Stdio::piped()).stdout(Stdio::null()).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    for number in 0..documents {
        writeln!(stdin, "{}", line(number, "")).unwrap();
    }
    let status = fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap();
    drop(stdin);
    assert!(child.wait().unwrap().success());
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
    peak.trim().trim_end_matches(" kB").parse().unwrap()
}

/// A news page with all that surrounds an article.
pub const PAGE: &str = r#"<!doctype html><html lang="en"><head><meta charset="utf-8"><title>The pier is closed | The Pier</title>
<meta property="og:title" content="The pier is closed"><meta property="og:site_name" content="The Pier">
<meta property="article:published_time" content="2026-11-27T08:00:00Z"></head>
<body><nav><a href="/">Home</a> <a href="/subscribe">Subscribe now</a></nav><article><h1>The pier is closed</h1>
<p>“The old bridge may close before the winter comes,” Mayor Anna Bečk said on the square, where hundreds had come to hear her.</p>
<p>The town has looked for a builder since the spring, when the ice broke two of its beams, and has found none so far.</p>
<p>Two officials briefed on the talks said that a builder from the south was likely to sign, although nothing was certain yet.</p>
<p>The boats go twice an hour, in the morning and in the evening, and cost as much as the bus that went over the bridge.</p>
</article><footer>All rights reserved</footer></body></html>"#;

pub fn gzip(content: impl AsRef<[u8]>) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(content.as_ref()).unwrap();
    encoder.finish().unwrap()
}

/// A record of a web archive with an exchange over HTTP, not packed.
pub fn record(number: usize, kind: &str, address: &str, exchange: &[u8]) -> Vec<u8> {
    let head = format!(
        "WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:{number}>\r\nWARC-Date: 2026-11-27T08:00:00Z\r\n\
         WARC-Target-URI: {address}\r\nContent-Type: application/http\r\nContent-Length: {}\r\n\r\n",
        exchange.len()
    );
    [head.as_bytes(), exchange, b"\r\n\r\n"].concat()
}

/// A web archive with a page at each of the addresses, and with what else stands in one. Each record is packed apart, as
/// the format asks.
pub fn warc(addresses: &[&str]) -> Vec<u8> {
    let record = |number: usize, kind: &str, address: &str, exchange: &str| {
        gzip(record(number, kind, address, exchange.as_bytes()))
    };
    let page = PAGE.replace(r#"<meta property="article:published_time" content="2026-11-27T08:00:00Z">"#, "");
    let html = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n";
    let elsewhere = "https://pier.example/";
    let mut archive = record(90, "request", elsewhere, "GET / HTTP/1.1\r\n\r\n");
    archive.extend(record(
        91,
        "response",
        elsewhere,
        "HTTP/1.1 301 Moved\r\nContent-Type: text/html\r\n\r\n<p>elsewhere",
    ));
    archive.extend(record(92, "response", elsewhere, "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\npicture"));
    for (number, address) in addresses.iter().enumerate() {
        // The second page comes in chunks, as servers send it and crawlers keep it.
        let exchange = match number {
            1 => format!("{html}Transfer-Encoding: chunked\r\n\r\n{:x}\r\n{page}\r\n0\r\n\r\n", page.len()),
            _ => format!("{html}\r\n{page}"),
        };
        archive.extend(record(number, "response", address, &exchange));
    }
    archive
}
