//! What the page tells about unnamed sources: count, role, basis, reason, boilerplate, via, grade.

use super::errors::told;
use super::tally::Tally;
use crate::gold::{GoldAttribution, GoldDocument};
use crate::tokens::{TokenSet, Tokens, overlapping, words};
use sourcelight::Span;
use sourcelight::analysis::{Analysis, Attribution, Identity};

pub fn score(document: &GoldDocument, analysis: &Analysis) -> Tally {
    let mut tally = Tally::default();
    let text = &document.text;
    let tokens = Tokens::new(text);
    let gold: Vec<&GoldAttribution> =
        document.attributions.iter().filter(|a| a.identity == Some(Identity::Unnamed)).collect();
    let found: Vec<&Attribution> = analysis.attributions.iter().filter(|a| a.identity == Identity::Unnamed).collect();
    let gold_sources: Vec<TokenSet> = gold.iter().map(|a| tokens.of(&a.source)).collect();
    let found_sources: Vec<TokenSet> = found.iter().map(|a| tokens.of(&a.source)).collect();
    let pairs = overlapping(&gold_sources, &found_sources);
    for (number, gold) in gold.iter().enumerate() {
        let pair = pairs.get(&number).and_then(|&found_number| found.get(found_number));
        tally.judge("recall", pair.is_some());
        match pair {
            Some(found) => compare(&mut tally, text, gold, found),
            None => tally.error("unnamed source missed", told(text, &gold.source)),
        }
    }
    tally
}

fn compare(tally: &mut Tally, text: &str, gold: &GoldAttribution, found: &Attribution) {
    let source = told(text, &gold.source);
    let nothing = sourcelight::analysis::Anonymity::default();
    let (gold, found) = (&gold.anonymity, found.anonymity.as_ref().unwrap_or(&nothing));
    let mut judge = |figure: &'static str, right: bool, gold: String, found: String| {
        tally.judge(figure, right);
        if !right {
            tally.error(format!("another {figure}"), format!("[{source}] has “{gold}”, read as “{found}”"));
        }
    };
    if let Some(count) = gold.count {
        judge("count", count == found.count, format!("{count:?}"), format!("{:?}", found.count));
    }
    if let Some(grade) = gold.grade {
        judge("grade", grade == found.grade, format!("{grade:?}"), format!("{:?}", found.grade));
    }
    let (gold_stock, found_stock) = (gold.boilerplate, found.boilerplate);
    judge("boilerplate", gold_stock == found_stock, gold_stock.to_string(), found_stock.to_string());
    let words_of = |span: Option<Span>| span.map_or("", |span| span.of(text)).to_owned();
    for (figure, gold, found) in [
        ("role", &gold.role, found.role),
        ("basis", &gold.basis, found.basis),
        ("reason", &gold.reason, found.reason),
        ("via", &gold.via, found.via),
    ] {
        let found = words_of(found);
        judge(figure, are_alike(gold, &found), gold.clone(), found);
    }
}

/// Whether two phrases share half of their words, or both are none.
fn are_alike(one: &str, other: &str) -> bool {
    let (one, mut other) = (words(one), words(other));
    let sizes = one.len() + other.len();
    let mut take = |word: &String| other.iter().position(|w| w == word).map(|at| other.swap_remove(at)).is_some();
    let shared = one.iter().filter(|word| take(word)).count();
    4 * shared >= sizes
}
