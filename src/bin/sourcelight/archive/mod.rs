//! From the files of an archive to the marks of its documents, in order, on all cores, in constant memory.
//!
//! ```text
//! files ─▶ reader (a thread, some batches ahead) ─▶ understand, analyse, render (all cores) ─▶ output (in order)
//!                                                                                    └─ part by part ─▶ journal
//! ```

pub mod document;
pub mod inputs;
pub mod journal;
pub mod page;
mod reader;
mod warc;

use self::document::{Document, Failure, Record};
use self::inputs::{Input, Kind};
use self::journal::Journal;
use self::reader::Extent;
use crate::code::PageCode;
use clap::Args;
use indicatif::{ProgressBar, ProgressStyle};
use rayon::ThreadPoolBuilder;
use rayon::prelude::*;
use serde_json::Value;
use sourcelight::{Analysis, Analyzer, Document as Text, Hedging, Settings};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// What to read and how; the same for everything that is made of an archive.
#[derive(Debug, Args)]
pub struct Reading {
    /// Files, folders and patterns ("news/**/*.html"); standard input where there are none, or for "-".
    ///
    /// What a file holds is told by its name: .txt, .md: one document; .html, .htm: the article of a web page; .jsonl,
    /// .ndjson: a document a line; .warc, .wet: the pages of a web archive; each packed by gzip as well. In a folder,
    /// other files are passed over.
    #[arg(value_name = "INPUT")]
    inputs: Vec<PathBuf>,
    /// What all inputs hold, whatever their names.
    #[arg(long, value_name = "KIND")]
    from: Option<Kind>,
    /// How many threads read; all cores unless told otherwise.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=256))]
    jobs: Option<u16>,
    /// Go on with a run that was cut short, from the last part that it finished. Begins where there is none, and does
    /// nothing where it is over.
    #[arg(long, requires = "output")]
    resume: bool,
    /// Documents after which a run can be taken up again; for Parquet, those of a file.
    #[arg(long, value_name = "DOCUMENTS", default_value_t = 5000, value_parser = clap::value_parser!(u64).range(1..))]
    part: u64,
    /// The language of the texts.
    #[arg(long, value_enum, default_value_t = PageCode::Auto)]
    language: PageCode,
    /// Count hedges as the CoNLL-2010 shared task and the Szeged Uncertainty Corpus do: others' beliefs and expectations too.
    #[arg(long)]
    conll_hedges: bool,
}

/// A document with its marks, or why there are none.
pub type Answer<'a> = Result<(&'a Document, &'a Analysis), &'a Failure>;

/// What is made of the documents.
pub trait Output {
    /// What one document contributes.
    type Piece: Send;

    /// Makes a piece; runs on many threads at a time.
    fn render(&self) -> fn(Answer) -> Self::Piece;

    /// Takes the pieces in the order of the documents.
    fn add(&mut self, piece: Self::Piece) -> io::Result<()>;

    /// Brings to the disk what was added so far, and tells what a later run needs to go on from here.
    fn save(&mut self) -> io::Result<Value>;

    /// Everything was added and saved.
    fn finish(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// What is made, for [`Run::begin`].
#[derive(Debug, Clone, Copy, Hash)]
pub struct Making {
    /// The form of the output: a run that made another one cannot be taken up.
    pub form: &'static str,
    /// What standard input holds.
    pub piped: Kind,
    /// How a file begins that is there already and may be overwritten: one that was made by such a run.
    pub replaces: Option<&'static str>,
}

/// The stack of a thread that reads pages, which may be nested deeply.
const STACK: usize = 64 << 20;

/// A run over an archive that has been looked over and can start.
pub struct Run<'r> {
    reading: &'r Reading,
    inputs: Vec<Input>,
    output: Option<&'r Path>,
    journal: Option<Journal>,
}

impl<'r> Run<'r> {
    /// Lists what is to be read and begins the journal; `output` is what is written, if that is no stream. None where an
    /// earlier run has done all of it.
    pub fn begin(reading: &'r Reading, making: Making, output: Option<&'r Path>) -> io::Result<Option<Self>> {
        let inputs = inputs::list(&reading.inputs, reading.from, making.piped, output)?;
        let Some(output) = output else {
            if reading.resume {
                return Err(io::Error::other("--resume needs a file to go on with: --output FILE"));
            }
            return Ok(Some(Self { reading, inputs, output, journal: None }));
        };
        let mut about = DefaultHasher::new();
        let settings = (reading.language, reading.conll_hedges, reading.part);
        (env!("CARGO_PKG_VERSION"), making, settings, inputs::fingerprint(&inputs)).hash(&mut about);
        let run = format!("{:016x}", about.finish());
        let journal = Journal::begin(output, run, reading.resume, making.replaces)?;
        if journal.is_none() {
            anstream::eprintln!("sourcelight: {} is finished, nothing is left to resume", output.display());
        }
        Ok(journal.map(|journal| Self { reading, inputs, output: Some(output), journal: Some(journal) }))
    }

    /// What the output needs to go on; null where it begins.
    pub fn state(&self) -> Value {
        self.journal.as_ref().map_or(Value::Null, |journal| journal.entry.output.clone())
    }

    /// Reads everything. The exit code says whether all of it could be read.
    pub fn run<O: Output>(mut self, output: &mut O, is_seen: bool) -> io::Result<ExitCode> {
        let hedging = if self.reading.conll_hedges { Hedging::Conll2010 } else { Hedging::Page };
        let analyzer =
            Analyzer::new(Settings { hedging, language: self.reading.language.setting(), ..Settings::default() });
        let threads = ThreadPoolBuilder::new().num_threads(self.reading.jobs.map_or(0, usize::from)).stack_size(STACK);
        let threads = threads.build().map_err(io::Error::other)?;
        let (mut documents, mut failed) =
            self.journal.as_ref().map_or((0, 0), |journal| (journal.entry.documents, journal.entry.failed));
        let bar = progress_bar(&self.inputs, is_seen);
        let extent = Extent { done: documents, part: self.reading.part };
        let render = output.render();
        let read = |record: Record| match record.understand() {
            Ok(document) => {
                let analysis = analyzer.analyze(&Text::new(&document.text, "\n"));
                (render(Ok((&document, &analysis))), None)
            }
            Err(failure) => (render(Err(&failure)), Some(failure)),
        };
        let path = self.output;
        let unwritten = |error| match path {
            Some(path) => inputs::cannot("write", path, error),
            None => error,
        };
        let heard = bar.clone();
        let mut is_whole = false;
        for batch in reader::read(self.inputs, extent, move |bytes| heard.inc(bytes)) {
            let pieces: Vec<_> = threads.install(|| batch.records.into_par_iter().map(read).collect());
            documents += pieces.len() as u64;
            for (piece, failure) in pieces {
                output.add(piece).map_err(unwritten)?;
                if let Some(failure) = failure {
                    failed += 1;
                    bar.suspend(|| anstream::eprintln!("sourcelight: {}: {}", failure.place, failure.reason));
                }
            }
            bar.set_message(format!("{documents} documents"));
            is_whole = batch.is_last;
            if batch.ends_part {
                let state = output.save().map_err(unwritten)?;
                if let Some(journal) = &mut self.journal {
                    journal.note(documents, failed, state)?;
                }
            }
        }
        if !is_whole {
            return Err(io::Error::other("reading broke off before the end of the input"));
        }
        output.finish()?;
        bar.finish_and_clear();
        self.journal.map_or(Ok(()), Journal::end)?;
        Ok(if failed > 0 { ExitCode::FAILURE } else { ExitCode::SUCCESS })
    }
}

/// On a terminal, how far reading is: in bytes, or in documents alone where the length of what comes is not known. Nothing
/// where the terminal shows the output itself.
fn progress_bar(inputs: &[Input], is_seen: bool) -> ProgressBar {
    if is_seen && io::stdout().is_terminal() {
        return ProgressBar::hidden();
    }
    let is_known = inputs.iter().all(|input| input.path.is_some());
    let (bar, template) = if is_known {
        let bytes = inputs.iter().map(|input| input.size).sum();
        (ProgressBar::new(bytes), "{bar:32} {percent:>3} %  {msg}, {bytes_per_sec}, {eta} left")
    } else {
        (ProgressBar::new_spinner(), "{spinner} {msg}, {elapsed}")
    };
    bar.with_style(ProgressStyle::with_template(template).expect("a template of indicatif"))
}
