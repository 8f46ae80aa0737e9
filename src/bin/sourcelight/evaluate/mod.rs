//! `sourcelight evaluate`: how accurate the engine is on the gold corpora, with confidence intervals and what goes
//! wrong.
//!
//! Figures follow `../shared/score.py` to the digit (`tests/evaluate.rs` compares them); intervals are the middle 95 %
//! of 1,000 bootstrap samples of documents, drawn with a fixed seed.

mod anonymous;
mod attribution;
mod calibration;
mod details;
mod errors;
mod hedges;
mod pages;
mod relation;
mod resampling;
mod speakers;
mod table;
mod tally;

use crate::archive::inputs::cannot;
use crate::code::Code;
use crate::gold::{self, GoldDocument};
use crate::train;
use clap::Args;
use rayon::prelude::*;
use serde::Serialize;
use sourcelight::analysis::Analysis;
use sourcelight::attribution::model::Model;
use sourcelight::language::Tongue;
use sourcelight::{Analyzer, Document, Hedging, PageLanguage, Settings};
use std::collections::{BTreeMap, HashMap};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use tally::{Belief, Count, Error, Figures, Tally};

#[derive(Debug, Args)]
pub struct Options {
    /// The folder of the gold corpora.
    #[arg(long, value_name = "DIR", default_value = "../shared/corpora")]
    corpora: PathBuf,
    /// The folder of the marks made for training.
    #[arg(long, value_name = "DIR", default_value = train::MARKS)]
    marks: PathBuf,
    /// The folder of the pages that some of those marks are for.
    #[arg(long, value_name = "DIR", default_value = PAGES_FOLDER)]
    pages: PathBuf,
    /// Measure this model of English instead of the one that is built in.
    #[arg(long, value_name = "FILE")]
    model: Option<PathBuf>,
    /// Measure only the corpora in this language.
    #[arg(long, value_enum)]
    language: Option<Code>,
    /// Train anew for each part of the outlets of the news, and measure it by models that did not see its outlet.
    #[arg(long, conflicts_with = "model")]
    by_outlet: bool,
    /// How many examples of each kind of error are shown.
    #[arg(long, value_name = "N", default_value_t = 3)]
    examples: usize,
    /// Write the table into these Markdown files as well, between their accuracy marks.
    #[arg(long, value_name = "FILE", num_args = 1..)]
    readme: Vec<PathBuf>,
    /// Draw how often the engine is right where it says that it is so sure, on the news, into this SVG file.
    #[arg(long, value_name = "FILE")]
    calibration: Option<PathBuf>,
    /// Print every count as JSON instead of table and errors.
    #[arg(long)]
    json: bool,
}

/// The language of a corpus.
fn tongue_of(corpus: &str) -> Tongue {
    if corpus == GERMAN { Tongue::German } else { Tongue::English }
}

/// What a corpus can judge, by the names of score.py's tasks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Task {
    Attribution,
    Speakers,
    Anonymous,
    Details,
    Hedges,
}

impl Task {
    fn score(self, document: &GoldDocument, analysis: &Analysis) -> Tally {
        match self {
            Self::Attribution => attribution::score(document, analysis),
            Self::Speakers => speakers::score(document, analysis),
            Self::Anonymous => anonymous::score(document, analysis),
            Self::Details => details::score(document, analysis),
            Self::Hedges => hedges::score(document, analysis),
        }
    }
}

/// The corpora that models learn from and that are measured by outlet.
const NEWS: &str = "news-dev.jsonl";
const GERMAN: &str = "german-dev.jsonl";
/// Marks of pages that nothing learns from, and the folder of the pages.
const PAGES: &str = "pages.jsonl";
const PAGES_FOLDER: &str = "../shared/pages";

/// The corpora, and what each can judge.
const CORPORA: [(&str, &[Task]); 10] = [
    ("polnear-dev.jsonl", &[Task::Attribution]),
    (NEWS, &[Task::Attribution, Task::Speakers, Task::Hedges]),
    (PAGES, &[Task::Attribution, Task::Speakers, Task::Hedges]),
    (GERMAN, &[Task::Attribution, Task::Speakers, Task::Hedges]),
    ("gum-interview.jsonl", &[Task::Attribution]),
    ("seed.json", &[Task::Attribution, Task::Speakers, Task::Hedges]),
    ("anonymous-dev.jsonl", &[Task::Anonymous]),
    ("anonymity-dev.jsonl", &[Task::Details]),
    ("hedges-news-dev.jsonl", &[Task::Hedges]),
    ("hedges-wiki-dev.jsonl", &[Task::Hedges]),
];

/// One corpus read for one task.
#[derive(Debug)]
pub struct Measurement {
    corpus: &'static str,
    task: Task,
    /// The figures of each document.
    documents: Vec<Figures>,
    /// With the id of the document.
    errors: Vec<(String, Error)>,
    beliefs: Vec<Belief>,
}

impl Measurement {
    /// A figure of each document, as score.py names it.
    fn counts(&self, figure: &str) -> Vec<Count> {
        self.documents.iter().map(|figures| figures.get(figure).copied().unwrap_or_default()).collect()
    }
}

pub fn run(options: &Options) -> io::Result<ExitCode> {
    let mut shipped = Vec::new();
    for tongue in [Tongue::English, Tongue::German] {
        let (model, place) = match &options.model {
            Some(path) if tongue == Tongue::English => {
                let bytes = std::fs::read(path).map_err(|error| cannot("read", path, error))?;
                (Model::from_bytes(&bytes), path.display().to_string())
            }
            _ => (Model::load(tongue), "this program".to_owned()),
        };
        shipped.push((tongue, model.ok_or_else(|| io::Error::other(format!("{place} holds no model")))?));
    }
    let wanted = options.language.map(Code::tongue);
    let is_wanted = |tongue: Tongue| wanted.is_none_or(|wanted| wanted == tongue);
    let mut engines = Engines::new(shipped);
    for tongue in [Tongue::English, Tongue::German].into_iter().filter(|tongue| options.by_outlet && is_wanted(*tongue))
    {
        engines.add_folds(tongue, train::by_outlet(tongue, &options.corpora, &options.marks)?);
    }
    let read = |corpus: &str| gold_of(corpus, &options.corpora, &options.marks, &options.pages);
    let measurements = measure(&engines, read, is_wanted)?;
    let mut out = io::stdout().lock();
    if options.json {
        writeln!(out, "{}", json(&measurements)?)?;
    } else {
        write!(out, "{}", table::markdown(&measurements, |corpus| is_wanted(tongue_of(corpus))))?;
        for measurement in &measurements {
            let title = format!("{}, {:?}", measurement.corpus, measurement.task);
            write!(out, "{}", errors::report(&title, &measurement.errors, options.examples))?;
        }
    }
    if let Some(file) = &options.calibration {
        let news = measurements.iter().filter(|measurement| measurement.corpus == NEWS);
        calibration::draw(file, &news.flat_map(|measurement| &measurement.beliefs).copied().collect::<Vec<_>>())?;
    }
    options.readme.iter().try_for_each(|file| table::write_into(file, &measurements))?;
    Ok(ExitCode::SUCCESS)
}

/// Measures models on all dev corpora and prints the table.
pub fn print_figures(models: Vec<(Tongue, Model)>, corpora: &Path, marks: &Path) -> io::Result<()> {
    let measured: Vec<Tongue> = models.iter().map(|(tongue, _)| *tongue).collect();
    let read = |corpus: &str| gold_of(corpus, corpora, marks, Path::new(PAGES_FOLDER));
    let measurements = measure(&Engines::new(models), read, |tongue| measured.contains(&tongue))?;
    write!(io::stdout(), "{}", table::markdown(&measurements, |corpus| measured.contains(&tongue_of(corpus))))
}

/// What reads the corpora.
struct Engines {
    shipped: HashMap<Tongue, Analyzer>,
    /// With hedges by the definition of the Szeged corpus.
    conll: Analyzer,
    /// For each part of the outlets, an engine that did not learn from it; none where the news is read by the shipped one.
    by_outlet: HashMap<Tongue, Vec<Analyzer>>,
}

impl Engines {
    fn new(models: Vec<(Tongue, Model)>) -> Self {
        let conll = Settings { hedging: Hedging::Conll2010, ..settings(Tongue::English) };
        let engine = |(tongue, model)| (tongue, Analyzer::with_model(settings(tongue), tongue, model));
        Self {
            conll: Analyzer::new(conll),
            shipped: models.into_iter().map(engine).collect(),
            by_outlet: HashMap::new(),
        }
    }

    fn add_folds(&mut self, tongue: Tongue, models: Vec<Model>) {
        let engines = models.into_iter().map(|model| Analyzer::with_model(settings(tongue), tongue, model));
        self.by_outlet.insert(tongue, engines.collect());
    }

    fn of(&self, corpus: &str, document: &GoldDocument) -> &Analyzer {
        let tongue = tongue_of(corpus);
        let unseen = || self.by_outlet.get(&tongue)?.get(train::fold_of(&document.outlet()));
        match corpus {
            NEWS | GERMAN | PAGES => unseen().unwrap_or(&self.shipped[&tongue]),
            "hedges-news-dev.jsonl" | "hedges-wiki-dev.jsonl" => &self.conll,
            _ => &self.shipped[&tongue],
        }
    }
}

/// The corpora say which language they are in; some documents are one sentence.
fn settings(tongue: Tongue) -> Settings {
    let language = match tongue {
        Tongue::English => PageLanguage::English,
        Tongue::German => PageLanguage::German,
    };
    Settings { language, ..Settings::default() }
}

/// The documents of a corpus; those of [`PAGES`] are marks and texts that stand apart.
fn gold_of(corpus: &str, corpora: &Path, marks: &Path, pages: &Path) -> io::Result<Vec<GoldDocument>> {
    if corpus == PAGES { pages::read(&marks.join(PAGES), pages) } else { gold::read(&corpora.join(corpus)) }
}

fn measure(
    engines: &Engines,
    read: impl Fn(&str) -> io::Result<Vec<GoldDocument>>,
    wants: impl Fn(Tongue) -> bool,
) -> io::Result<Vec<Measurement>> {
    let mut measurements = Vec::new();
    for (corpus, tasks) in CORPORA.into_iter().filter(|(corpus, _)| wants(tongue_of(corpus))) {
        let gold = read(corpus)?;
        let analyze =
            |document: &GoldDocument| engines.of(corpus, document).analyze(&Document::new(&document.text, "\n"));
        let analyses: Vec<Analysis> = gold.par_iter().map(analyze).collect();
        for &task in tasks {
            let tallies: Vec<Tally> =
                gold.par_iter().zip(&analyses).map(|(document, analysis)| task.score(document, analysis)).collect();
            measurements.push(gathered(corpus, task, &gold, tallies));
        }
    }
    Ok(measurements)
}

/// Adds the tallies of one document's sentences up.
fn gathered(corpus: &'static str, task: Task, gold: &[GoldDocument], tallies: Vec<Tally>) -> Measurement {
    let mut documents: BTreeMap<&str, Figures> = BTreeMap::new();
    let (mut errors, mut beliefs) = (Vec::new(), Vec::new());
    for (document, tally) in gold.iter().zip(tallies) {
        // Sentences of the Szeged corpus are called "DOCUMENT:S1.4".
        let sentence = document.id.rsplit_once(":S").filter(|_| document.is_sentence);
        let figures = documents.entry(sentence.map_or(document.id.as_str(), |(document, _)| document)).or_default();
        for (figure, count) in tally.figures {
            *figures.entry(figure).or_default() += count;
        }
        beliefs.extend(tally.beliefs);
        errors.extend(tally.errors.into_iter().map(|error| (document.id.clone(), error)));
    }
    Measurement { corpus, task, documents: documents.into_values().collect(), errors, beliefs }
}

/// Corpus by corpus and task by task, the counts of every figure.
fn json(measurements: &[Measurement]) -> io::Result<String> {
    let mut corpora: BTreeMap<&str, BTreeMap<Task, Figures>> = BTreeMap::new();
    for measurement in measurements {
        let figures = corpora.entry(measurement.corpus).or_default().entry(measurement.task).or_default();
        for (figure, &count) in measurement.documents.iter().flatten() {
            *figures.entry(figure).or_default() += count;
        }
    }
    Ok(serde_json::to_string_pretty(&corpora)?)
}
