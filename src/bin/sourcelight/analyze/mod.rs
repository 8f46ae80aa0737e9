//! `sourcelight analyze`: marks in the terminal for people; JSON lines, CSV and Parquet for programs.

mod jsonl;
mod parquet;
mod stream;
mod table;
mod terminal;

use self::parquet::ParquetFolder;
use self::stream::{Stream, coloured, plain};
use crate::archive::inputs::{self, Kind};
use crate::archive::{Making, Reading, Run};
use clap::{Args, ValueEnum};
use std::io;
use std::path::{Path, PathBuf};
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
    #[arg(short, long, value_name = "PATH", value_parser = inputs::output_path())]
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
    /// # Errors
    /// Where the output has an ending that tells none: what is meant for programs would hold what is meant for people.
    fn form(&self, output: Option<&Path>) -> io::Result<Form> {
        let ending = output.and_then(Path::extension).map(|ending| ending.to_string_lossy().to_lowercase());
        match (self.to, ending.as_deref()) {
            (Some(form), _) => Ok(form),
            _ if self.jsonl => Ok(Form::Jsonl),
            (None, None | Some("txt" | "text")) => Ok(Form::Text),
            (None, Some("jsonl" | "ndjson")) => Ok(Form::Jsonl),
            (None, Some("csv")) => Ok(Form::Csv),
            (None, Some("parquet")) => Ok(Form::Parquet),
            (None, Some(ending)) => {
                Err(io::Error::other(format!("“.{ending}” tells no form: name it by --to text, jsonl, csv or parquet")))
            }
        }
    }
}

pub fn run(options: &Options) -> io::Result<ExitCode> {
    let output = inputs::output_file(options.output.as_ref());
    let form = options.form(output)?;
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
    let making = Making { form: name, piped, replaces: None };
    let Some(run) = Run::begin(&options.reading, making, output)? else { return Ok(ExitCode::SUCCESS) };
    let state = run.state();
    let is_seen = output.is_none();
    match (form, output) {
        (Form::Parquet, Some(folder)) => run.run(&mut ParquetFolder::open(folder, &state)?, is_seen),
        (Form::Csv, _) => {
            run.run(&mut Stream::open(output, &state, Some(&table::csv_header()), table::csv_lines, plain)?, is_seen)
        }
        (Form::Jsonl, _) => run.run(&mut Stream::open(output, &state, None, jsonl::line, plain)?, is_seen),
        (Form::Text | Form::Parquet, _) => {
            run.run(&mut Stream::open(output, &state, None, terminal::page, coloured)?, is_seen)
        }
    }
}
