//! `sourcelight evaluate`: how accurate the engine is on the gold corpora, with confidence intervals and what goes
//! wrong.
//!
//! Figures follow `../shared/score.py` to the digit; intervals are the middle 95 % of 1,000 bootstrap samples of
//! documents, drawn with a fixed seed.

mod errors;
mod resampling;
mod scoring;

use crate::gold::{self, GoldDocument};
use clap::Args;
use errors::Errors;
use rayon::prelude::*;
use scoring::{Comparison, Figures, Parts};
use sourcelight::analysis::{Analysis, Attribution};
use sourcelight::attribution::model::Model;
use sourcelight::{Analyzer, Document, Settings};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

#[derive(Debug, Args)]
pub struct Options {
    /// The folder of the gold corpora.
    #[arg(long, value_name = "DIR", default_value = "../shared/corpora")]
    corpora: PathBuf,
    /// Measure this model instead of the one that is built in.
    #[arg(long, value_name = "FILE")]
    model: Option<PathBuf>,
    /// How many examples of each kind of error are shown.
    #[arg(long, value_name = "N", default_value_t = 3)]
    examples: usize,
}

/// The corpora, with the figures that matter of each and what they must reach.
const CORPORA: [(&str, &[(&str, f64)]); 4] = [
    (
        "polnear-dev.jsonl",
        &[
            ("relation", 0.73),
            ("relation.recall[direct]", 0.90),
            ("relation.recall[speech]", 0.80),
            ("cue.overlap", 0.81),
            ("source.exact", 0.77),
            ("content.exact", 0.62),
        ],
    ),
    ("news-dev.jsonl", &[("relation", 0.75), ("attitude", 0.93)]),
    ("gum-interview.jsonl", &[("relation", 0.0)]),
    ("seed.json", &[("relation", 0.95)]),
];

pub fn run(options: &Options) -> io::Result<ExitCode> {
    let analyzer = match &options.model {
        None => Analyzer::new(Settings::default()),
        Some(path) => {
            let model = Model::from_bytes(&std::fs::read(path)?);
            let model = model.ok_or_else(|| io::Error::other(format!("{} holds no model", path.display())))?;
            Analyzer::with_model(Settings::default(), model)
        }
    };
    let failures = print_figures(&analyzer, &options.corpora)?;
    writeln!(io::stdout(), "\n{}", failures.report(options.examples))?;
    Ok(ExitCode::SUCCESS)
}

/// Measures an engine on all dev corpora and prints a table for each; answers what went wrong.
pub fn print_figures(analyzer: &Analyzer, corpora: &Path) -> io::Result<Errors> {
    let mut out = io::stdout().lock();
    let mut failures = Errors::default();
    for (name, wanted) in CORPORA {
        let gold = gold::read(&corpora.join(name))?;
        let read: Vec<(Analysis, Comparison)> = gold.par_iter().map(|document| compare(analyzer, document)).collect();
        for (document, (analysis, comparison)) in gold.iter().zip(&read) {
            failures.add(document, &analysis.attributions, comparison);
        }
        let figures: Vec<&Figures> = read.iter().map(|(_, comparison)| &comparison.figures).collect();
        table(&mut out, name, &figures, wanted)?;
    }
    Ok(failures)
}

fn compare(analyzer: &Analyzer, document: &GoldDocument) -> (Analysis, Comparison) {
    let analysis = analyzer.analyze(&Document::new(&document.text, "\n"));
    let parts: Vec<Parts> = analysis.attributions.iter().map(Parts::from).collect();
    let mut comparison = scoring::compare(&document.text, &document.attributions, &parts);
    for &(gold, found) in &comparison.matched {
        let (gold, found): (_, &Attribution) = (&document.attributions[gold], &analysis.attributions[found]);
        if let Some(attitude) = gold.attitude {
            let right = u32::from(attitude == found.attitude);
            *comparison.figures.entry("attitude".to_owned()).or_default() +=
                scoring::Count { right, predicted: 0, gold: 1 };
        }
    }
    (analysis, comparison)
}

/// Prints one corpus' figures as a Markdown table.
fn table(out: &mut impl Write, name: &str, figures: &[&Figures], wanted: &[(&str, f64)]) -> io::Result<()> {
    let total = resampling::total(figures.iter().copied());
    writeln!(out, "\n{name}: {} documents\n", figures.len())?;
    writeln!(out, "| figure | P | R | F1 | 95 % interval | wanted | right / predicted / gold |")?;
    writeln!(out, "|---|---|---|---|---|---|---|")?;
    for (figure, count) in &total {
        let (low, high) = resampling::interval(figures, figure);
        let goal = wanted.iter().find(|(wanted, _)| wanted == figure).map_or(String::new(), |(_, g)| format!("{g:.2}"));
        let (p, f1) = match count.predicted {
            0 => (String::new(), String::new()),
            _ => (format!("{:.3}", count.precision()), format!("{:.3}", count.f1())),
        };
        let recall = count.recall();
        let (right, predicted, gold) = (count.right, count.predicted, count.gold);
        writeln!(
            out,
            "| {figure} | {p} | {recall:.3} | {f1} | {low:.3}–{high:.3} | {goal} | {right} / {predicted} / {gold} |"
        )?;
    }
    Ok(())
}
