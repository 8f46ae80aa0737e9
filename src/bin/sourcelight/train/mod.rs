//! `sourcelight train`: rebuilds every model from the corpora, the same bytes on every run.
//!
//! Whatever runs on several threads is either independent of the others or added up in a fixed order.

mod boosting;
mod corpus;
mod crf;
mod judge;
mod precision;
mod speaker;
mod taggers;
mod vocabulary;

use self::corpus::{Corpus, Example, FOLDS};
use self::crf::{Plan, Sequences};
use crate::gold::{self, GoldDocument};
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
use std::collections::HashSet;
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

#[derive(Debug, Args)]
pub struct Options {
    /// The folder of the gold corpora.
    #[arg(long, value_name = "DIR", default_value = "../shared/corpora")]
    corpora: PathBuf,
    /// Marks made for training, which stand apart from their texts.
    #[arg(long, value_name = "FILE", default_value = MARKS)]
    marks: PathBuf,
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

/// Where the project keeps the marks that it made itself.
pub const MARKS: &str = "corpora/marks.jsonl";

const CUE: Plan = Plan { epochs: 5, step: 0.02, l1: 13.0, given: None };
const SPAN: Plan = Plan { epochs: 4, step: 0.02, l1: 22.0, given: Some(span_tagger::CUE) };
/// Features that occur less often are not learnt.
const LEAST_CUE: u8 = 4;
const LEAST_SPAN: u8 = 3;

/// Trains, writes and then measures: `print_figures` says what a model reaches on the corpora of a folder.
pub fn run(options: &Options, print_figures: fn(Model, &Path) -> io::Result<()>) -> io::Result<ExitCode> {
    let start = Instant::now();
    let stage = |name: &str| anstream::eprintln!("{:6.1} s  {name}", start.elapsed().as_secs_f32());
    let corpora = Corpora::read(&options.corpora, &options.marks)?;
    let language = Language::english();
    if options.precisions {
        precision::write(&precision::measure(&corpora.examples(&language, None)), &options.kinds)?;
        stage("precisions of the rules");
        return Ok(ExitCode::SUCCESS);
    }
    let model = model(corpora.examples(&language, None), &language, stage);
    let bytes = model.to_bytes();
    let path = options.out.join("attribution.bin");
    std::fs::write(&path, &bytes)?;
    stage(&format!("{}: {} bytes", path.display(), bytes.len()));
    print_figures(model, &options.corpora)?;
    Ok(ExitCode::SUCCESS)
}

/// For each part of the outlets, a model that learnt from the others: by them, what is learnt from `news-dev` can be
/// measured on outlets that it did not see.
pub fn by_outlet(corpora: &Path, marks: &Path) -> io::Result<Vec<Model>> {
    let start = Instant::now();
    let corpora = Corpora::read(corpora, marks)?;
    let language = Language::english();
    let models = (0..FOLDS).map(|left_out| {
        let stage = |name: &str| anstream::eprintln!("{:6.1} s  {left_out}: {name}", start.elapsed().as_secs_f32());
        model(corpora.examples(&language, Some(left_out)), &language, stage)
    });
    Ok(models.collect())
}

/// The part of the training set that the documents of an outlet belong to.
pub fn fold_of(outlet: &str) -> usize {
    outlet.bytes().map(usize::from).sum::<usize>() % FOLDS
}

/// The texts that models learn from.
struct Corpora {
    polnear: Vec<GoldDocument>,
    marked: Vec<GoldDocument>,
    news: Vec<GoldDocument>,
}

impl Corpora {
    fn read(folder: &Path, marks: &Path) -> io::Result<Self> {
        let read = |name: &str| gold::read(&folder.join(name));
        let raw = read("raw-news.jsonl")?;
        let polnear = read("polnear-train.jsonl")?;
        let marked = gold::read_marks(marks, raw.iter().chain(&polnear))?;
        let anew: HashSet<&str> = marked.iter().map(|document| document.id.as_str()).collect();
        let polnear = polnear.into_iter().filter(|document| !anew.contains(document.id.as_str()));
        Ok(Self { polnear: polnear.collect(), news: read("news-dev.jsonl")?, marked })
    }

    /// All of it, but for the outlets of one part of the news.
    fn examples<'c>(&'c self, language: &'c Language, left_out: Option<usize>) -> Vec<Example<'c>> {
        let outlets = self.news.iter().map(GoldDocument::outlet);
        let unseen: HashSet<String> = outlets.filter(|outlet| Some(fold_of(outlet)) == left_out).collect();
        let numbered = |documents: &'c [GoldDocument], corpus| {
            documents.iter().enumerate().map(move |(number, document)| (document, corpus, number % FOLDS))
        };
        let news = self.news.iter().map(|document| (document, Corpus::Ours, fold_of(&document.outlet())));
        let all = numbered(&self.polnear, Corpus::Polnear).chain(numbered(&self.marked, Corpus::Ours)).chain(news);
        let chosen: Vec<_> = all.filter(|(document, ..)| !unseen.contains(&document.outlet())).collect();
        chosen.into_par_iter().map(|(document, corpus, fold)| Example::new(document, corpus, fold, language)).collect()
    }
}

fn model(examples: Vec<Example>, language: &Language, stage: impl Fn(&str)) -> Model {
    let vocabulary = vocabulary::learn(&examples);
    stage("vocabulary");
    let training = Training::new(examples, &vocabulary);
    let (cue, readings) = training.cues();
    stage("cue tagger");
    let (span, halves) = training.spans(&readings);
    stage("span tagger");
    let judge = training.judge(&readings, &halves);
    stage("judge");
    let speaker = speaker::train(&training.examples);
    stage("speaker");
    let fingerprint = fingerprint(language, &vocabulary);
    Model { fingerprint, vocabulary, cue, span, judge, speaker }
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
                crf::train(&sequences, transitions, CUE, |s| left_out != self.examples[document_of[s]].fold);
            CueTagger { weights, transitions }
        };
        // The last one leaves nothing out.
        let mut taggers: Vec<CueTagger> = (0..=FOLDS).into_par_iter().map(train).collect();
        let whole = taggers.remove(FOLDS);
        let read = |(number, example): (usize, &Example)| {
            let windows = model::windows(&example.text).into_iter().map(|(tokens, headline)| {
                let window = Window { atoms: &self.atoms[number], tokens };
                let landmarks = landmarks::find(&example.text, &window);
                taggers[example.fold].read(&window, &landmarks, headline, CANDIDATE)
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
            let chosen = |s: usize| left_out != Some(self.half(document_of[s]));
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
            judge::cases(example, &self.atoms[number], &readings[number], &halves[self.half(number)])
        };
        let cases: Vec<judge::Case> = self.examples.par_iter().enumerate().flat_map_iter(cases).collect();
        let question = |yes: fn(&judge::Case) -> bool| {
            let case =
                |case: &judge::Case| boosting::Case { numbers: case.numbers, yes: yes(case), weight: case.weight };
            boosting::train(&cases.iter().map(case).collect::<Vec<_>>())
        };
        let (right, exact) = rayon::join(|| question(|case| case.right), || question(|case| case.exact));
        Judge { right, exact }
    }

    /// The half of the training set that a document belongs to.
    fn half(&self, document: usize) -> usize {
        match self.examples[document].corpus {
            Corpus::Polnear => document / FOLDS % 2,
            Corpus::Ours => self.examples[document].fold % 2,
        }
    }
}
