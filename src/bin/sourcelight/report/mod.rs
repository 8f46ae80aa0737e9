//! `sourcelight report`: one page of HTML about a whole archive, which counts and never judges.

mod acronym;
mod page;
mod plot;
mod tally;

use self::tally::{Piece, Tally};
use crate::archive::inputs::{self, Kind};
use crate::archive::journal::replace;
use crate::archive::{Answer, Making, Output, Reading, Run};
use clap::Args;
use serde_json::Value;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

#[derive(Debug, Args)]
pub struct Options {
    #[command(flatten)]
    reading: Reading,
    /// Where to write the page; standard output where it is left out.
    #[arg(short, long, value_name = "FILE", value_parser = inputs::output_path())]
    output: Option<PathBuf>,
}

pub fn run(options: &Options) -> io::Result<ExitCode> {
    let making = Making { form: "report", piped: Kind::Jsonl, replaces: Some(page::BEGINNING) };
    let output = inputs::output_file(options.output.as_ref());
    let Some(run) = Run::begin(&options.reading, making, output)? else { return Ok(ExitCode::SUCCESS) };
    let tally = match run.state() {
        Value::Null => Tally::default(),
        state => serde_json::from_value(state)?,
    };
    run.run(&mut Report { tally, output: output.map(Path::to_owned) }, false)
}

struct Report {
    tally: Tally,
    output: Option<PathBuf>,
}

impl Output for Report {
    type Piece = Piece;

    fn render(&self) -> fn(Answer) -> Piece {
        tally::piece
    }

    fn add(&mut self, piece: Piece) -> io::Result<()> {
        self.tally.add(piece);
        Ok(())
    }

    /// All that a report knows is what it counted.
    fn save(&mut self) -> io::Result<Value> {
        if self.output.is_some() { Ok(serde_json::to_value(&self.tally)?) } else { Ok(Value::Null) }
    }

    fn finish(&mut self) -> io::Result<()> {
        let page = page::page(&self.tally);
        match &self.output {
            Some(path) => replace(path, page.as_bytes()),
            None => io::stdout().write_all(page.as_bytes()),
        }
    }
}
