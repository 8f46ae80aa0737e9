//! What goes wrong: errors by kind, the most frequent kinds first, with examples.

use super::tally::Error;
use sourcelight::Span;
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::fmt::Write;

/// Kinds that are shown.
const MOST_KINDS: usize = 20;
/// Characters of an example that are shown of each part.
const LONGEST: usize = 120;

/// The most frequent kinds with their numbers, most frequent first, and some examples of each.
pub fn report(title: &str, errors: &[(String, Error)], examples: usize) -> String {
    let mut kinds: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for (document, Error { kind, example }) in errors {
        kinds.entry(kind).or_default().push(format!("{document}: {example}"));
    }
    let mut kinds: Vec<_> = kinds.into_iter().collect();
    kinds.sort_by_key(|(kind, lines)| (Reverse(lines.len()), *kind));
    let mut report = format!("\n{title}: {} errors, most frequent first\n", errors.len());
    for (kind, lines) in kinds.into_iter().take(MOST_KINDS) {
        let _ = writeln!(report, "{:5}  {kind}", lines.len());
        // Spread over the corpus instead of the first ones.
        let step = (lines.len() / examples.max(1)).max(1);
        for line in lines.iter().step_by(step).take(examples) {
            let _ = writeln!(report, "    {line}");
        }
    }
    report
}

/// The words of some spans in one line, long ones shortened.
pub fn told(text: &str, spans: &[Span]) -> String {
    let all = spans.iter().map(|s| s.of(text)).collect::<Vec<_>>().join(" … ").replace('\n', " ");
    match all.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &all[..end]),
        None => all,
    }
}

/// A span in brackets with the words around it.
pub fn around(text: &str, span: Span) -> String {
    let before = text[..span.start].char_indices().rev().nth(LONGEST / 2).map_or(0, |(at, _)| at);
    let after = text[span.end..].char_indices().nth(LONGEST / 2).map_or(text.len(), |(at, _)| span.end + at);
    format!("{}[{}]{}", &text[before..span.start], span.of(text), &text[span.end..after]).replace('\n', " ")
}
