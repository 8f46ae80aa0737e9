//! `sourcelight train`: rebuilds every model from the corpora, the same bytes on every run.

pub mod corpus;
mod crf;
mod judge;
mod taggers;
mod vocabulary;

use self::corpus::Example;
use self::crf::{Plan, Sequences, Trained};
use crate::gold;
use clap::Args;
use rayon::prelude::*;
use sourcelight::attribution::model::atoms::{self, Atom, PLACES, Window};
use sourcelight::attribution::model::chain::Transitions;
use sourcelight::attribution::model::cue_tagger::{self, CueTagger, Reading};
use sourcelight::attribution::model::span_tagger::{self, SpanTagger};
use sourcelight::attribution::model::judge::Judge;
use sourcelight::attribution::model::weights::{Reader, Weights, Writer};
use sourcelight::attribution::model::{CANDIDATE, Model, landmarks};
use sourcelight::lexicon::Lexicon;
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
}

/// Parts that the training set is split into, so that the span tagger learns from cues found by a tagger that has not
/// seen their documents.
const FOLDS: usize = 5;

fn cached<const L: usize>(name: &str, opening: [bool; L], allowed: fn(usize, usize) -> bool, make: impl FnOnce() -> (Weights<L>, Transitions<L>)) -> (Weights<L>, Transitions<L>) {
    let Ok(dir) = std::env::var(if L == 3 { "CUE_CACHE" } else { "SPAN_CACHE" }) else { return make() };
    let path = PathBuf::from(dir).join(name);
    if let Ok(bytes) = std::fs::read(&path) {
        let mut reader = Reader::new(&bytes);
        return (reader.weights().unwrap(), reader.transitions(opening, allowed).unwrap());
    }
    let made = make();
    let mut writer = Writer::default();
    writer.weights(&made.0);
    writer.transitions(&made.1);
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(path, writer.bytes).unwrap();
    made
}

fn knob(name: &str, default: f32) -> f32 {
    std::env::var(name).ok().and_then(|v| v.parse().ok()).unwrap_or(default)
}

pub fn run(options: &Options) -> io::Result<ExitCode> {
    let start = Instant::now();
    let stage = |name: &str| anstream::eprintln!("{:6.1} s  {name}", start.elapsed().as_secs_f32());
    let gold = gold::read(&options.corpora.join("polnear-train.jsonl"))?;
    let lexicon = Lexicon::load();
    let examples: Vec<Example> = gold.par_iter().map(|g| Example::new(g, &lexicon)).collect();
    let vocabulary = vocabulary::learn(&examples);
    stage(&format!("vocabulary: {} words", vocabulary.sorted().len()));
    let atoms: Vec<Vec<Atom>> = examples.iter().map(|e| atoms::look(&e.text, &lexicon, &e.tags, &e.rules, &vocabulary)).collect();

    let nested = knob("NESTED_CUE", 0.1);
    let mut sequences = Sequences::default();
    let mut document_of = Vec::new();
    for (number, (example, atoms)) in examples.iter().zip(&atoms).enumerate() {
        let added = taggers::add_cues(example, atoms, nested, &mut sequences);
        document_of.extend(std::iter::repeat_n(number, added));
    }
    sequences.index(knob("LEAST", 4.0) as u8);
    stage(&format!("cue features: {} sentences", sequences.len()));
    let plan = Plan { epochs: knob("CUE_EPOCHS", 5.0) as usize, step: knob("CUE_STEP", 0.02), l1: knob("CUE_L1", 6.0), l2: knob("CUE_L2", 1.0), given: None, largest: knob("LARGEST", 1.5) };
    let cue_tagger = |left_out: Option<usize>| {
        let empty = Transitions::new(vec![[[0.0; cue_tagger::LABELS]; cue_tagger::LABELS]; PLACES], cue_tagger::OPENING, cue_tagger::allowed);
        let (weights, transitions) = cached(&format!("cue{left_out:?}"), cue_tagger::OPENING, cue_tagger::allowed, || {
        let trained: Trained<{ cue_tagger::LABELS }> =
            crf::train(&sequences, empty, plan, |s| left_out != Some(document_of[s] % FOLDS));
            (trained.weights, trained.transitions)});
        let nonzero = weights.len();
        (CueTagger { weights, transitions }, nonzero)
    };
    if std::env::var("ONLY_CUE").is_ok() {
        let (tagger, nonzero) = cue_tagger(None);
        stage(&format!("cue tagger: {nonzero} rows"));
        for name in ["polnear-dev.jsonl", "news-dev.jsonl"] {
            let gold = gold::read(&options.corpora.join(name))?;
            let mut scored: Vec<(f32, bool)> = Vec::new();
            let mut all = 0;
            for g in &gold {
                let e = Example::new(g, &lexicon);
                let atoms = atoms::look(&e.text, &lexicon, &e.tags, &e.rules, &vocabulary);
                all += e.relations.iter().filter(|r| !r.cue.is_empty()).count();
                for block in &e.text.blocks {
                    let window = Window { atoms: &atoms, tokens: block.tokens.clone() };
                    let landmarks = landmarks::find(&e.text, &window);
                    for c in tagger.read(&window, &landmarks, block.headline, 0.04).candidates {
                        let hit = e.relations.iter().flat_map(|r| &r.cue).any(|q| q.start < c.tokens.end && c.tokens.start < q.end);
                        let nested = e.relations.iter().flat_map(|r| &r.content).any(|q| q.start <= c.tokens.start && c.tokens.end <= q.end);
                        if hit || !nested { scored.push((c.confidence, hit)); }
                    }
                }
            }
            scored.sort_by(|a, b| b.0.total_cmp(&a.0));
            let (mut best, mut hits, mut area) = ((0.0, 0.0), 0, 0.0);
            let mut loss = 0.0;
            for (n, &(c, hit)) in scored.iter().enumerate() {
                hits += usize::from(hit);
                let f1 = 2.0 * hits as f32 / (n + 1 + all) as f32;
                if f1 > best.0 { best = (f1, c); }
                if hit { area += hits as f32 / (n + 1) as f32; }
                loss -= if hit { c.max(1e-3).ln() } else { (1.0 - c).max(1e-3).ln() };
            }
            loss += (all.saturating_sub(hits)) as f32 * 3.5;
            println!("{name} cue F1 {:.4} at {:.2}, average precision {:.4}, recall {:.3}, loss {:.4}", best.0, best.1, area / all as f32, hits as f32 / all as f32, loss / all as f32);
        }
        return Ok(ExitCode::SUCCESS);
    }
    let folds: Vec<Option<usize>> = (0..FOLDS).map(Some).chain([None]).collect();
    let taggers: Vec<_> = folds.par_iter().map(|&fold| cue_tagger(fold)).collect();
    stage(&format!("cue taggers: {} weights", taggers[FOLDS].1));
    drop(sequences);

    let readings: Vec<Vec<Reading>> = examples
        .par_iter()
        .zip(&atoms)
        .enumerate()
        .map(|(number, (example, atoms))| {
            let read = |block: &sourcelight::text::Block| {
                let window = Window { atoms, tokens: block.tokens.clone() };
                let landmarks = landmarks::find(&example.text, &window);
                taggers[number % FOLDS].0.read(&window, &landmarks, block.headline, CANDIDATE)
            };
            example.text.blocks.iter().map(read).collect()
        })
        .collect();
    let mut sequences = Sequences::default();
    let mut document_of = Vec::new();
    for (number, example) in examples.iter().enumerate() {
        taggers::add_spans(example, &atoms[number], &readings[number], knob("NESTED_SPAN", 0.2), &mut sequences);
        document_of.resize(sequences.len(), number);
    }
    sequences.index(knob("SPAN_LEAST", 3.0) as u8);
    stage(&format!("span features: {} cues", sequences.len()));
    let plan = Plan { epochs: knob("SPAN_EPOCHS", 4.0) as usize, step: knob("SPAN_STEP", 0.02), l1: knob("SPAN_L1", 6.0), l2: knob("SPAN_L2", 1.0), given: Some(span_tagger::CUE), largest: knob("LARGEST", 1.5) };
    let span_tagger = |half: Option<usize>| {
        let empty = Transitions::new(vec![[[0.0; span_tagger::LABELS]; span_tagger::LABELS]; PLACES], span_tagger::OPENING, span_tagger::allowed);
        let (weights, transitions) = cached(&format!("span{half:?}"), span_tagger::OPENING, span_tagger::allowed, || {
        let trained: Trained<{ span_tagger::LABELS }> =
            crf::train(&sequences, empty, plan, |s| half != Some(document_of[s] / FOLDS % 2));
            (trained.weights, trained.transitions)});
        let nonzero = weights.len();
        (SpanTagger { weights, transitions }, nonzero)
    };
    let spans: Vec<_> = [None, Some(0), Some(1)].par_iter().map(|&half| span_tagger(half)).collect();
    stage(&format!("span tagger: {} weights", spans[0].1));
    drop(sequences);
    let cases: Vec<judge::Case> = examples
        .par_iter()
        .enumerate()
        .flat_map_iter(|(number, example)| {
            judge::cases(example, &atoms[number], &readings[number], &spans[1 + number / FOLDS % 2].0)
        })
        .collect();
    let (right, exact) = rayon::join(|| judge::train(&cases, |c| c.right), || judge::train(&cases, |c| c.exact));
    stage(&format!("judge: {} cases", cases.len()));

    let cue = taggers.into_iter().nth(FOLDS).map(|(tagger, _)| tagger).unwrap_or_else(|| unreachable!());
    let span = spans.into_iter().next().map(|(tagger, _)| tagger).unwrap_or_else(|| unreachable!());
    let judge = Judge { right, exact };
    let model = Model { vocabulary, cue, span, judge };
    let bytes = model.to_bytes();
    std::fs::write(options.out.join("attribution.bin"), &bytes)?;
    stage(&format!("attribution.bin: {} bytes", bytes.len()));
    Ok(ExitCode::SUCCESS)
}
