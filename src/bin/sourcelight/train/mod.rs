//! `sourcelight train`: rebuilds every model from the corpora, the same bytes on every run.
//!
//! Whatever runs on several threads is either independent of the others or added up in a fixed order.

mod boosting;
mod corpus;
mod crf;
mod judge;
pub mod material;
mod precision;
mod speaker;
mod taggers;
mod vocabulary;

use self::corpus::{Corpus, Example, FOLDS};
use self::crf::{Plan, Sequences};
use self::material::{Corpora, ENGLISH, GERMAN, Material};
use crate::archive::inputs::cannot;
use crate::code::Code;
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
use sourcelight::language::Tongue;
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

#[derive(Debug, Args)]
pub struct Options {
    /// The folder of the gold corpora.
    #[arg(long, value_name = "DIR", default_value = "../shared/corpora")]
    corpora: PathBuf,
    /// The folder of the marks made for training, which stand apart from their texts.
    #[arg(long, value_name = "DIR", default_value = MARKS)]
    marks: PathBuf,
    /// Where the models are written.
    #[arg(long, value_name = "DIR", default_value = "models")]
    out: PathBuf,
    /// Train the models of this language alone.
    #[arg(long, value_enum)]
    language: Option<Code>,
    /// Only measure how often each rule is right, and write that into the rules' table, which is built in: build again
    /// before the models are trained.
    #[arg(long)]
    precisions: bool,
    /// The rules' table.
    #[arg(long, value_name = "FILE", default_value = "src/kinds.json")]
    kinds: PathBuf,
}

/// Where the project keeps the marks that it made itself.
pub const MARKS: &str = "corpora";

const CUE: Plan = Plan { epochs: 5, step: 0.02, l1: 13.0, given: None };
const SPAN: Plan = Plan { epochs: 4, step: 0.02, l1: 22.0, given: Some(span_tagger::CUE) };
/// Features that occur less often are not learnt.
const LEAST_CUE: u8 = 4;
const LEAST_SPAN: u8 = 3;

/// Measures models, each with its language, on the corpora of a folder and the marks of another.
pub type PrintFigures = fn(Vec<(Tongue, Model)>, corpora: &Path, marks: &Path) -> io::Result<()>;

/// Trains, writes and then measures: `print_figures` says what the models reach on the corpora of a folder.
pub fn run(options: &Options, print_figures: PrintFigures) -> io::Result<ExitCode> {
    let start = Instant::now();
    let stage = |name: &str| anstream::eprintln!("{:6.1} s  {name}", start.elapsed().as_secs_f32());
    if options.precisions {
        let corpora = Corpora::read(ENGLISH, &options.corpora, &options.marks)?;
        precision::write(&precision::measure(&corpora.examples(&ENGLISH.language(), None)), &options.kinds)?;
        stage("precisions of the rules");
        return Ok(ExitCode::SUCCESS);
    }
    // Before the work, which would be lost.
    std::fs::create_dir_all(&options.out).map_err(|error| cannot("write", &options.out, error))?;
    let mut models = Vec::new();
    let wanted = |material: &Material| options.language.is_none_or(|code| code.tongue() == material.tongue);
    for material in [ENGLISH, GERMAN].into_iter().filter(wanted) {
        let corpora = Corpora::read(material, &options.corpora, &options.marks)?;
        let model = model(&corpora, None, stage);
        let bytes = model.to_bytes();
        let path = options.out.join(material.model);
        std::fs::write(&path, &bytes).map_err(|error| cannot("write", &path, error))?;
        stage(&format!("{}: {} bytes", path.display(), bytes.len()));
        models.push((material.tongue, model));
    }
    print_figures(models, &options.corpora, &options.marks)?;
    Ok(ExitCode::SUCCESS)
}

/// For each part of the outlets, a model that learnt from the others: by them, what is learnt from `news-dev` can be
/// measured on outlets that it did not see.
pub fn by_outlet(tongue: Tongue, corpora: &Path, marks: &Path) -> io::Result<Vec<Model>> {
    let start = Instant::now();
    let corpora = Corpora::read(Material::of(tongue), corpora, marks)?;
    let models = (0..FOLDS).map(|left_out| {
        let stage = |name: &str| anstream::eprintln!("{:6.1} s  {left_out}: {name}", start.elapsed().as_secs_f32());
        model(&corpora, Some(left_out), stage)
    });
    Ok(models.collect())
}

/// The part of the training set that the documents of an outlet belong to.
pub fn fold_of(outlet: &str) -> usize {
    outlet.bytes().map(usize::from).sum::<usize>() % FOLDS
}

fn model(corpora: &Corpora, left_out: Option<usize>, stage: impl Fn(&str)) -> Model {
    let language = &corpora.material.language();
    let examples = corpora.examples(language, left_out);
    let vocabulary = vocabulary::learn(&examples, corpora.material.least_word);
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
