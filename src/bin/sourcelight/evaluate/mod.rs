//! `sourcelight evaluate`: how accurate the engine is on the gold corpora.

mod scoring;

use crate::gold;
use clap::Args;
use rayon::prelude::*;
use scoring::{Comparison, Figures, Parts};
use sourcelight::Document;
use sourcelight::attribution::model::Model;
use sourcelight::text::Text;
use std::io;
use std::path::PathBuf;
use std::process::ExitCode;

#[derive(Debug, Args)]
pub struct Options {
    /// The folder of the gold corpora.
    #[arg(long, value_name = "DIR", default_value = "../shared/corpora")]
    corpora: PathBuf,
    #[arg(long, default_value = "models/attribution.bin")]
    model: PathBuf,
    #[arg(long, default_value = "0.3")]
    threshold: f32,
    /// Print one line for each of several thresholds.
    #[arg(long)]
    sweep: bool,
    #[arg(long)]
    dump: Option<PathBuf>,
}

pub fn run(options: &Options) -> io::Result<ExitCode> {
    let model = Model::from_bytes(&std::fs::read(&options.model)?).ok_or_else(|| io::Error::other("no model"))?;
    let lexicon = sourcelight::lexicon::Lexicon::load();
    for name in ["polnear-dev", "news-dev", "gum-interview"] {
        for threshold in if options.sweep { vec![0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5] } else { vec![options.threshold] } {
        let gold = gold::read(&options.corpora.join(name).with_extension("jsonl"))?;
        let comparisons: Vec<Comparison> = gold
            .par_iter()
            .map(|document| {
                let text = Text::read(&Document::new(&document.text, "\n"));
                let tags = lexicon.tag(&text);
                let rules = sourcelight::attribution::by_rules(&text, &tags);
                let mut relations = model.propose(&text, &lexicon, &tags, &rules);
                relations.retain(|r| r.confidence >= threshold);
                let spans = |ranges: &[std::ops::Range<usize>]| ranges.iter().map(|r| text.span(r)).collect::<Vec<_>>();
                let parts: Vec<_> = relations.iter().map(|r| [spans(&r.source), spans(&r.cue), spans(&r.content)]).collect();
                if let Some(dir) = &options.dump {
                    let j = |spans: &[sourcelight::Span]| spans.iter().map(|s| [document.text[..s.start].chars().count(), document.text[..s.end].chars().count()]).collect::<Vec<_>>();
                    let a: Vec<_> = relations.iter().zip(&parts).map(|(r, [s, c, t])| serde_json::json!({"source": j(s), "cue": j(c), "content": j(t), "confidence": r.confidence, "rule": r.rule, "depth": r.depth})).collect();
                    let line = serde_json::json!({"id": document.id, "attributions": a, "hedges": []}).to_string();
                    std::fs::create_dir_all(dir.join(name)).unwrap();
                    std::fs::write(dir.join(name).join(document.id.replace('/', "_")), line + "\n").unwrap();
                }
                let views: Vec<_> = parts.iter().map(|[s, c, t]| Parts { source: s, cue: c, content: t }).collect();
                scoring::compare(&document.text, &document.attributions, &views)
            })
            .collect();
        let mut total = Figures::new();
        for comparison in &comparisons {
            for (name, &count) in &comparison.figures {
                *total.entry(name.clone()).or_default() += count;
            }
        }
        if options.sweep {
            let f = |n: &str| total.get(n).map_or(0.0, |c| c.f1());
            let r = |n: &str| total.get(n).map_or(0.0, |c| c.recall());
            let c = total["relation"];
            println!("{name:14} {threshold:.2} P {:.4} R {:.4} F1 {:.4} | direct {:.3} speech {:.3} | cue.ov {:.4} src.ex {:.4} con.ex {:.4}", c.precision(), c.recall(), c.f1(), r("relation.recall[direct]"), r("relation.recall[speech]"), f("cue.overlap"), f("source.exact"), f("content.exact"));
            continue;
        }
        println!("{name}");
        for (name, c) in &total {
            println!("  {name:28} P {:.4} R {:.4} F1 {:.4}  ({} {} {})", c.precision(), c.recall(), c.f1(), c.right, c.predicted, c.gold);
        }
        }
    }
    Ok(ExitCode::SUCCESS)
}
