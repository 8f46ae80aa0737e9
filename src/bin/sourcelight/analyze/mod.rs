//! `sourcelight analyze`: marks in the terminal for people; JSON lines, CSV and Parquet for programs.

mod jsonl;
mod parquet;
mod stream;
mod table;
mod terminal;

use self::parquet::ParquetFolder;
use self::stream::Stream;
use crate::archive::inputs::Kind;
use crate::archive::{Making, Reading, Run};
use clap::{Args, ValueEnum};
use std::io;
use std::path::PathBuf;
use std::process::ExitCode;

#[derive(Debug, Args)]
pub struct Options {
    #[command(flatten)]
    reading: Reading,
    /// The form of the output; otherwise told by the ending of --output, and marks in colour where there is none.
    #[arg(long, value_name = "FORM")]
    to: Option<Form>,
    /// The same as --to jsonl.
    #[arg(long, conflicts_with = "to")]
    jsonl: bool,
    /// Where to write; standard output where it is left out. Parquet is written as a folder of files.
    #[arg(short, long, value_name = "PATH")]
    output: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Form {
    /// Marks in colour, and who said what, for people.
    Text,
    /// A line of JSON for each document.
    Jsonl,
    /// A table with a row for each mark.
    Csv,
    /// The same table as Parquet.
    Parquet,
}

impl Options {
    fn form(&self) -> Form {
        let ending = self.output.as_ref().and_then(|path| path.extension()).and_then(|ending| ending.to_str());
        match (self.to, ending) {
            (Some(form), _) => form,
            _ if self.jsonl => Form::Jsonl,
            (None, Some("jsonl" | "ndjson")) => Form::Jsonl,
            (None, Some("csv")) => Form::Csv,
            (None, Some("parquet")) => Form::Parquet,
            _ => Form::Text,
        }
    }
}

pub fn run(options: &Options) -> io::Result<ExitCode> {
    let form = options.form();
    let output = options.output.as_deref();
    // People pipe an article into it, programs their documents.
    let (name, piped) = match form {
        Form::Text => ("text", Kind::Text),
        Form::Jsonl => ("jsonl", Kind::Jsonl),
        Form::Csv => ("csv", Kind::Jsonl),
        Form::Parquet => ("parquet", Kind::Jsonl),
    };
    if form == Form::Parquet && output.is_none() {
        return Err(io::Error::other("Parquet needs a folder to be written to: --output marks.parquet"));
    }
    let making = Making { form: name, piped, replaces: false };
    let Some(run) = Run::begin(&options.reading, making, output)? else { return Ok(ExitCode::SUCCESS) };
    let state = run.state();
    let is_seen = output.is_none();
    match (form, output) {
        (Form::Parquet, Some(folder)) => run.run(&mut ParquetFolder::open(folder, &state)?, is_seen),
        (Form::Csv, _) => {
            run.run(&mut Stream::open(output, &state, Some(&table::csv_header()), table::csv_lines)?, is_seen)
        }
        (Form::Jsonl, _) => run.run(&mut Stream::open(output, &state, None, jsonl::line)?, is_seen),
        (Form::Text | Form::Parquet, _) => run.run(&mut Stream::open(output, &state, None, terminal::page)?, is_seen),
    }
}
