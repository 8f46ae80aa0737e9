//! JSON lines in, JSON lines out: the contract that everything which measures the project relies on.
//!
//! A line that cannot be read is reported on standard error with its number and answered in its place, so that one
//! bad line loses nothing else; the exit code then says so at the end.

use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sourcelight::span::Unit;
use sourcelight::view::AnalysisView;
use sourcelight::{Analyzer, Document};
use std::io::{self, Write};
use std::process::ExitCode;

#[derive(Deserialize)]
struct Request {
    id: Value,
    text: String,
}

#[derive(Serialize)]
struct Answer<'r> {
    id: &'r Value,
    #[serde(flatten)]
    analysis: AnalysisView,
}

#[derive(Serialize)]
struct Failure {
    id: Value,
    error: String,
}

/// Lines that are analysed at a time: memory stays bounded, threads stay busy.
const BATCH: usize = 256;

pub fn run(analyzer: &Analyzer, input: &[u8], jobs: usize) -> io::Result<ExitCode> {
    let threads = rayon::ThreadPoolBuilder::new().num_threads(jobs).build().map_err(io::Error::other)?;
    let lines: Vec<_> = input.split(|&b| b == b'\n').enumerate().filter(|(_, l)| !l.trim_ascii().is_empty()).collect();
    let mut out = io::BufWriter::new(io::stdout().lock());
    let mut failed = false;
    for batch in lines.chunks(BATCH) {
        let answers: Vec<_> = threads.install(|| batch.par_iter().map(|(_, line)| answer(analyzer, line)).collect());
        for ((number, _), answer) in batch.iter().zip(answers) {
            match answer {
                Ok(line) => writeln!(out, "{line}")?,
                Err(failure) => {
                    failed = true;
                    anstream::eprintln!("sourcelight: line {}: {}", number + 1, failure.error);
                    writeln!(out, "{}", serde_json::to_string(&failure)?)?;
                }
            }
        }
    }
    out.flush()?;
    Ok(if failed { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

fn answer(analyzer: &Analyzer, line: &[u8]) -> Result<String, Failure> {
    let failure = |id: Value, error: String| Failure { id, error };
    let value: Value = serde_json::from_slice(line).map_err(|e| failure(Value::Null, format!("not JSON: {e}")))?;
    let id = value.get("id").cloned().unwrap_or(Value::Null);
    let request: Request = serde_json::from_value(value).map_err(|e| failure(id.clone(), e.to_string()))?;
    let document = Document::new(&request.text, "\n");
    let analysis = AnalysisView::new(&analyzer.analyze(&document), &request.text, Unit::CodePoint);
    serde_json::to_string(&Answer { id: &request.id, analysis }).map_err(|e| failure(id, e.to_string()))
}
