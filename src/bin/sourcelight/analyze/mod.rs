//! `sourcelight analyze`: marks in the terminal for people, JSON lines for programs.

mod jsonl;
mod terminal;

use crate::code::PageCode;
use clap::Args;
use sourcelight::{Analyzer, Hedging, Settings};
use std::io;
use std::path::PathBuf;
use std::process::ExitCode;

#[derive(Debug, Args)]
pub struct Options {
    /// A text file, paragraphs separated by line ends; standard input where it is left out.
    file: Option<PathBuf>,
    /// Read `{"id": …, "text": …}` lines and answer each with a line of JSON, in the same order.
    #[arg(long)]
    jsonl: bool,
    /// How many threads read (with --jsonl).
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u16).range(1..=256))]
    jobs: u16,
    /// The language of the texts.
    #[arg(long, value_enum, default_value_t = PageCode::Auto)]
    language: PageCode,
    /// Count hedges as the CoNLL-2010 shared task and the Szeged Uncertainty Corpus do: others' beliefs and expectations too.
    #[arg(long)]
    conll_hedges: bool,
}

pub fn run(options: &Options) -> io::Result<ExitCode> {
    let input = input(options)?;
    let hedging = if options.conll_hedges { Hedging::Conll2010 } else { Hedging::Page };
    let analyzer = Analyzer::new(Settings { hedging, language: options.language.setting(), ..Settings::default() });
    if options.jsonl {
        jsonl::run(&analyzer, &input, usize::from(options.jobs))
    } else {
        terminal::run(&analyzer, &input)
    }
}

fn input(options: &Options) -> io::Result<Vec<u8>> {
    match &options.file {
        Some(path) => {
            std::fs::read(path).map_err(|e| io::Error::new(e.kind(), format!("cannot read {}: {e}", path.display())))
        }
        None => {
            let mut bytes = Vec::new();
            io::Read::read_to_end(&mut io::stdin().lock(), &mut bytes)?;
            Ok(bytes)
        }
    }
}
