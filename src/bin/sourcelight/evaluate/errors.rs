//! What goes wrong: every missed and every spurious attribution by kind, the most frequent kinds first, with examples.

use super::scoring::Comparison;
use crate::gold::{GoldAttribution, GoldDocument};
use sourcelight::Span;
use sourcelight::analysis::Attribution;
use std::collections::BTreeMap;
use std::fmt::Write;

/// Errors by kind, each told in one line.
#[derive(Debug, Default)]
pub struct Errors {
    kinds: BTreeMap<String, Vec<String>>,
}

impl Errors {
    /// Adds one document's errors.
    pub fn add(&mut self, document: &GoldDocument, found: &[Attribution], comparison: &Comparison) {
        let text = &document.text;
        for (number, gold) in document.attributions.iter().enumerate() {
            if comparison.matched.iter().any(|&(matched, _)| matched == number) {
                continue;
            }
            let near = found.iter().find(|f| touch(&f.cue, &gold.cue));
            let kind = near.map_or("cue missed".to_owned(), |near| kind(gold, near));
            let form = gold.form.as_deref().unwrap_or("any form");
            let told =
                near.map_or(String::new(), |f| format!("\n    read as {}", tell(text, &f.source, &f.cue, &f.content)));
            let line = tell(text, &gold.source, &gold.cue, &gold.content) + &told;
            self.kinds.entry(format!("{kind}, {form}")).or_default().push(format!("{}: {line}", document.id));
        }
        for &number in &comparison.judged {
            let attribution = &found[number];
            let matched = comparison.matched.iter().any(|&(_, matched)| matched == number);
            let near = document.attributions.iter().any(|gold| touch(&gold.cue, &attribution.cue));
            if !matched && !near {
                let line = tell(text, &attribution.source, &attribution.cue, &attribution.content);
                let line = format!("{}: {:.2} {line}", document.id, attribution.confidence);
                self.kinds.entry(format!("spurious, rule {}", attribution.why.rule)).or_default().push(line);
            }
        }
    }

    /// The kinds with their numbers, most frequent first, and some examples of each.
    pub fn report(&self, examples: usize) -> String {
        let mut kinds: Vec<_> = self.kinds.iter().collect();
        kinds.sort_by_key(|(kind, lines)| (std::cmp::Reverse(lines.len()), *kind));
        let mut report = String::from("Errors, most frequent first:\n");
        for (kind, lines) in kinds {
            let _ = writeln!(report, "{:5}  {kind}", lines.len());
            // Spread over the corpora instead of the first ones.
            let step = (lines.len() / examples.max(1)).max(1);
            for line in lines.iter().step_by(step).take(examples) {
                let _ = writeln!(report, "    {line}");
            }
        }
        report
    }
}

fn touch(a: &[Span], b: &[Span]) -> bool {
    a.iter().any(|a| b.iter().any(|b| a.overlaps(*b)))
}

/// What differs between a gold attribution and the one found with the same cue.
fn kind(gold: &GoldAttribution, found: &Attribution) -> String {
    match (gold.source.is_empty(), found.source.is_empty()) {
        (true, false) => "source where there is none".to_owned(),
        (false, true) => "source missed".to_owned(),
        (false, false) if !touch(&gold.source, &found.source) => "another source".to_owned(),
        _ => "another content".to_owned(),
    }
}

/// "[source] <cue> {content}", long parts shortened.
fn tell(text: &str, source: &[Span], cue: &[Span], content: &[Span]) -> String {
    let words = |spans: &[Span]| {
        let all = spans.iter().map(|s| s.of(text)).collect::<Vec<_>>().join(" … ").replace('\n', " ");
        match all.char_indices().nth(120) {
            Some((end, _)) => format!("{}…", &all[..end]),
            None => all,
        }
    };
    format!("[{}] <{}> {{{}}}", words(source), words(cue), words(content))
}
