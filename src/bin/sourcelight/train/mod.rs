//! `sourcelight train`: rebuilds every model from the corpora, the same bytes on every run.
//!
//! Whatever runs on several threads is either independent of the others or added up in a fixed order.

mod corpus;
mod crf;
mod judge;
mod precision;
mod taggers;
mod vocabulary;

use self::corpus::Example;
use self::crf::{Plan, Sequences};
use crate::evaluate;
use crate::gold;
use clap::Args;
use rayon::prelude::*;
use sourcelight::attribution::model::atoms::{self, Atom, PLACES};
use sourcelight::attribution::model::chain::Transitions;
use sourcelight::attribution::model::cue_tagger::{self, CueTagger, Reading};
use sourcelight::attribution::model::fingerprint::fingerprint;
use sourcelight::attribution::model::judge::Judge;
use sourcelight::attribution::model::span_tagger::{self, SpanTagger};
use sourcelight::attribution::model::vocabulary::Vocabulary;
use sourcelight::attribution::model::window::Window;
use sourcelight::attribution::model::{self, CANDIDATE, Model, landmarks};
use sourcelight::language::Language;
use sourcelight::{Analyzer, Settings};
use std::io;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Instant;

#[derive(Debug, Args)]
pub struct Options {
    /// The folder of the gold corpora.
    #[arg(long, value_name = "DIR", default_value = "../shared/corpora")]
    corpora: PathBuf,
    /// Where the models are written.
    #[arg(long, value_name = "DIR", default_value = "models")]
    out: PathBuf,
    /// Only measure how often each rule is right, and write that into the rules' table, which is built in: build again
    /// before the models are trained.
    #[arg(long)]
    precisions: bool,
    /// The rules' table.
    #[arg(long, value_name = "FILE", default_value = "src/kinds.json")]
    kinds: PathBuf,
}

/// Parts of the training set. Each cue tagger leaves one out, so that the span tagger learns from cues as they are
/// found in documents that the cue tagger has not seen.
const FOLDS: usize = 5;
const CUE: Plan = Plan { epochs: 5, step: 0.02, l1: 13.0, given: None };
const SPAN: Plan = Plan { epochs: 4, step: 0.02, l1: 22.0, given: Some(span_tagger::CUE) };
/// Features that occur less often are not learnt.
const LEAST_CUE: u8 = 4;
const LEAST_SPAN: u8 = 3;

pub fn run(options: &Options) -> io::Result<ExitCode> {
    let start = Instant::now();
    let stage = |name: &str| anstream::eprintln!("{:6.1} s  {name}", start.elapsed().as_secs_f32());
    let gold = gold::read(&options.corpora.join("polnear-train.jsonl"))?;
    let language = Language::english();
    let examples: Vec<Example> = gold.par_iter().map(|document| Example::new(document, &language)).collect();
    if options.precisions {
        let news = gold::read(&options.corpora.join("news-dev.jsonl"))?;
        let news: Vec<Example> = news.iter().map(|document| Example::new(document, &language)).collect();
        precision::write(&precision::measure(&examples, &news), &options.kinds)?;
        stage("precisions of the rules");
        return Ok(ExitCode::SUCCESS);
    }
    let vocabulary = vocabulary::learn(&examples);
    stage("vocabulary");
    let training = Training::new(examples, &vocabulary);
    let (cue, readings) = training.cues();
    stage("cue tagger");
    let (span, halves) = training.spans(&readings);
    stage("span tagger");
    let judge = training.judge(&readings, &halves);
    stage("judge");
    let fingerprint = fingerprint(&language, &vocabulary);
    let model = Model { fingerprint, vocabulary, cue, span, judge };
    let bytes = model.to_bytes();
    let path = options.out.join("attribution.bin");
    std::fs::write(&path, &bytes)?;
    stage(&format!("{}: {} bytes", path.display(), bytes.len()));
    evaluate::print_figures(&Analyzer::with_model(Settings::default(), model), &options.corpora)?;
    Ok(ExitCode::SUCCESS)
}

/// The training documents, looked at once for all steps.
struct Training<'g> {
    examples: Vec<Example<'g>>,
    atoms: Vec<Vec<Atom>>,
}

impl<'g> Training<'g> {
    fn new(examples: Vec<Example<'g>>, vocabulary: &Vocabulary) -> Self {
        let look = |e: &Example| atoms::look(&e.text, &e.rules, vocabulary);
        let atoms = examples.par_iter().map(look).collect();
        Self { examples, atoms }
    }

    /// The cue tagger, and how taggers that left them out read the documents, window by window.
    fn cues(&self) -> (CueTagger, Vec<Vec<Reading>>) {
        let mut sequences = Sequences::default();
        let mut document_of = Vec::new();
        for (number, (example, atoms)) in self.examples.iter().zip(&self.atoms).enumerate() {
            taggers::add_cues(example, atoms, &mut sequences);
            document_of.resize(sequences.len(), number);
        }
        sequences.index(LEAST_CUE);
        let train = |left_out: usize| {
            let empty = vec![[[0.0; cue_tagger::LABELS]; cue_tagger::LABELS]; PLACES];
            let transitions = Transitions::new(empty, cue_tagger::OPENING, cue_tagger::allowed);
            let (weights, transitions) =
                crf::train(&sequences, transitions, CUE, |s| left_out != document_of[s] % FOLDS);
            CueTagger { weights, transitions }
        };
        // The last one leaves nothing out.
        let mut taggers: Vec<CueTagger> = (0..=FOLDS).into_par_iter().map(train).collect();
        let whole = taggers.remove(FOLDS);
        let read = |(number, example): (usize, &Example)| {
            let windows = model::windows(&example.text).into_iter().map(|(tokens, headline)| {
                let window = Window { atoms: &self.atoms[number], tokens };
                let landmarks = landmarks::find(&example.text, &window);
                taggers[number % FOLDS].read(&window, &landmarks, headline, CANDIDATE)
            });
            windows.collect()
        };
        let readings = self.examples.par_iter().enumerate().map(read).collect();
        (whole, readings)
    }

    /// The span tagger, and two that left out the documents of the first and of the second half.
    fn spans(&self, readings: &[Vec<Reading>]) -> (SpanTagger, [SpanTagger; 2]) {
        let mut sequences = Sequences::default();
        let mut document_of = Vec::new();
        for (number, example) in self.examples.iter().enumerate() {
            taggers::add_spans(example, &self.atoms[number], &readings[number], &mut sequences);
            document_of.resize(sequences.len(), number);
        }
        sequences.index(LEAST_SPAN);
        let train = |left_out: Option<usize>| {
            let empty = vec![[[0.0; span_tagger::LABELS]; span_tagger::LABELS]; PLACES];
            let transitions = Transitions::new(empty, span_tagger::OPENING, span_tagger::allowed);
            let chosen = |s: usize| left_out != Some(half(document_of[s]));
            let (weights, transitions) = crf::train(&sequences, transitions, SPAN, chosen);
            SpanTagger { weights, transitions }
        };
        let (whole, (first, second)) =
            rayon::join(|| train(None), || rayon::join(|| train(Some(0)), || train(Some(1))));
        (whole, [first, second])
    }

    /// The judge, from readings by taggers that had not seen the document.
    fn judge(&self, readings: &[Vec<Reading>], halves: &[SpanTagger; 2]) -> Judge {
        let cases = |(number, example): (usize, &Example)| {
            judge::cases(example, &self.atoms[number], &readings[number], &halves[half(number)])
        };
        let cases: Vec<judge::Case> = self.examples.par_iter().enumerate().flat_map_iter(cases).collect();
        let (right, exact) = rayon::join(|| judge::train(&cases, |c| c.right), || judge::train(&cases, |c| c.exact));
        Judge { right, exact }
    }
}

/// The half of the training set that a document belongs to; folds are spread over both.
fn half(document: usize) -> usize {
    document / FOLDS % 2
}
