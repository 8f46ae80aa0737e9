//! Attributions: source, cue and content by themselves, and whole relations.

use super::errors::told;
use super::relation::{Comparison, Parts};
use super::tally::{Belief, Tally};
use crate::gold::{GoldAttribution, GoldDocument};
use crate::tokens::{TokenSet, overlapping};
use sourcelight::Span;
use sourcelight::analysis::{Analysis, Attribution};
use std::collections::{BTreeMap, BTreeSet};

/// The figures of each role: spans that overlap, spans that are the same, tokens.
const ROLES: [[&str; 3]; 3] = [
    ["source.overlap", "source.exact", "source.token"],
    ["cue.overlap", "cue.exact", "cue.token"],
    ["content.overlap", "content.exact", "content.token"],
];

pub fn score(document: &GoldDocument, analysis: &Analysis) -> Tally {
    let mut tally = Tally::default();
    let found = Comparison::new(document, &analysis.attributions);
    for (role, [overlap, exact, token]) in ROLES.into_iter().enumerate() {
        let of = |parts: &Parts| Some(&parts.roles[role]).filter(|set| !set.is_empty()).cloned();
        let gold: Vec<TokenSet> = found.gold.iter().filter_map(of).collect();
        let predicted: Vec<TokenSet> = found.judged.iter().filter_map(|&p| of(&found.predicted[p])).collect();
        let (g, p) = (gold.len(), predicted.len());
        tally.count(overlap, overlapping(&gold, &predicted).len(), p, g);
        let cores = |sets: &[TokenSet]| sets.iter().map(|set| found.tokens.core(set)).collect::<Vec<_>>();
        tally.count(exact, in_common(cores(&gold), cores(&predicted)), p, g);
        let union = |sets: Vec<TokenSet>| sets.into_iter().flatten().collect::<TokenSet>();
        let (gold, predicted) = (union(gold), union(predicted));
        tally.count(token, gold.intersection(&predicted).count(), predicted.len(), gold.len());
    }
    tally.count("relation", found.pairs.len(), found.judged.len(), found.gold.len());
    for (number, gold) in document.attributions.iter().enumerate() {
        let right = found.pairs.contains_key(&number);
        if gold.cue_class.as_deref() == Some("speech") {
            tally.judge("relation.recall[speech]", right);
        }
        if gold.form.is_none() && gold.content.iter().all(|piece| is_quotation(piece.of(&document.text))) {
            tally.judge("relation.recall[quoted]", right);
        } else if gold.cue.is_empty() {
            tally.judge("relation.recall[no cue]", right);
        }
        match gold.form.as_deref() {
            Some("direct") => tally.judge("relation.recall[direct]", right),
            Some("mixed") => tally.judge("relation.recall[mixed]", right),
            Some("indirect") => tally.judge("relation.recall[indirect]", right),
            _ => {}
        }
    }
    let right: BTreeSet<usize> = found.pairs.values().copied().collect();
    tally.beliefs.extend(found.judged.iter().map(|&number| Belief {
        about: "attribution",
        confidence: analysis.attributions[number].confidence,
        right: right.contains(&number),
    }));
    add_errors(&mut tally, document, &analysis.attributions, &found, &right);
    tally
}

/// Whether words stand in quotation marks as a whole.
fn is_quotation(words: &str) -> bool {
    const OPENING: [char; 8] = ['"', '“', '‘', '«', '„', '‚', '»', '›'];
    const CLOSING: [char; 8] = ['"', '”', '’', '»', '“', '‘', '«', '‹'];
    words.starts_with(OPENING) && words.trim_end_matches([',', '.']).ends_with(CLOSING)
}

/// How many members two lists have in common, repeated ones as often as both have them.
fn in_common<T: Ord>(left: Vec<T>, right: Vec<T>) -> usize {
    let mut left_over: BTreeMap<T, usize> = BTreeMap::new();
    for member in left {
        *left_over.entry(member).or_default() += 1;
    }
    let mut take = |member: &T| left_over.get_mut(member).filter(|n| **n > 0).map(|n| *n -= 1).is_some();
    right.iter().filter(|member| take(member)).count()
}

/// `right` are the numbers of the predictions that are the same relation as one of the gold.
fn add_errors(
    tally: &mut Tally,
    document: &GoldDocument,
    attributions: &[Attribution],
    found: &Comparison,
    right: &BTreeSet<usize>,
) {
    let text = &document.text;
    for (number, gold) in document.attributions.iter().enumerate() {
        if found.pairs.contains_key(&number) {
            continue;
        }
        let near = attributions.iter().find(|found| touch(&found.cue, &gold.cue));
        let kind = near.map_or("cue missed", |near| differing(gold, near));
        let form = gold.form.as_deref().unwrap_or("of any form");
        let instead = near.map_or(String::new(), |near| {
            format!("\n      read as {}", whole(text, &near.source, &near.cue, &near.content))
        });
        let wanted = whole(text, &gold.source, &gold.cue, &gold.content);
        tally.error(format!("{kind}, {form}"), wanted + &instead);
    }
    for attribution in found.judged.iter().filter(|number| !right.contains(number)).map(|&number| &attributions[number])
    {
        if !document.attributions.iter().any(|gold| touch(&gold.cue, &attribution.cue)) {
            let found = whole(text, &attribution.source, &attribution.cue, &attribution.content);
            let kind = format!("spurious, rule {}", attribution.why.rule.name());
            tally.error(kind, format!("{:.2} {found}", attribution.confidence));
        }
    }
}

fn touch(a: &[Span], b: &[Span]) -> bool {
    a.iter().any(|a| b.iter().any(|b| a.overlaps(*b)))
}

/// What differs between a gold attribution and the one found with the same cue.
fn differing(gold: &GoldAttribution, found: &Attribution) -> &'static str {
    match (gold.source.is_empty(), found.source.is_empty()) {
        (true, false) => "source where there is none",
        (false, true) => "source missed",
        (false, false) if !touch(&gold.source, &found.source) => "another source",
        _ => "another content",
    }
}

/// "[source] <cue> {content}".
fn whole(text: &str, source: &[Span], cue: &[Span], content: &[Span]) -> String {
    format!("[{}] <{}> {{{}}}", told(text, source), told(text, cue), told(text, content))
}
