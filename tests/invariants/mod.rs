//! What must hold of the analysis of any text whatever; the property tests and the fuzz targets ask for the same.

pub mod words;

use sourcelight::analysis::{Attribution, Identity, Standing};
use sourcelight::report::{Passage, Report};
use sourcelight::span::Unit;
use sourcelight::view::AnalysisView;
use sourcelight::{Analysis, Span};

/// Panics where an analysis of a text breaks one of the invariants.
pub fn check(text: &str, analysis: &Analysis) {
    for span in spans(analysis) {
        assert!(span.start < span.end, "empty or inverted {span:?} in {text:?}");
        assert!(text.get(span.start..span.end).is_some(), "{span:?} does not fit {text:?}");
    }
    for attribution in &analysis.attributions {
        assert!(!attribution.content.is_empty(), "no content: {attribution:?} in {text:?}");
        assert!((0.0..=1.0).contains(&attribution.confidence), "{attribution:?} in {text:?}");
        for part in [&attribution.source, &attribution.cue, &attribution.content] {
            assert!(are_in_order(part), "{part:?} is out of order in {text:?}");
        }
        let unnamed = attribution.identity == Identity::Unnamed;
        assert_eq!(attribution.anonymity.is_some(), unnamed, "{attribution:?} in {text:?}");
        assert!(attribution.standing != Standing::Unnamed || unnamed, "{attribution:?} in {text:?}");
        // A body may be called by a noun: "Stadtverwaltung". A guess makes nobody named.
        let called = matches!(attribution.standing, Standing::Named | Standing::Institution);
        let is_known = attribution.speaker.as_ref().is_some_and(|speaker| !speaker.is_guess());
        assert!(!is_known || called, "{attribution:?} in {text:?}");
    }
    let places: Vec<_> = analysis.attributions.iter().map(Attribution::place).collect();
    assert!(places.is_sorted(), "attributions out of order in {text:?}");
    let hedges: Vec<_> = analysis.hedges.iter().map(|hedge| hedge.span).collect();
    assert!(are_in_order(&hedges), "hedges out of order in {text:?}");
    let phrases: Vec<_> = analysis.phrases.iter().map(|phrase| phrase.span).collect();
    assert!(are_in_order(&phrases), "phrases out of order in {text:?}");
    check_nesting(text, analysis);
    check_units(text, analysis);
    check_sums(text, analysis);
}

/// All spans that an analysis tells.
pub fn spans(analysis: &Analysis) -> Vec<Span> {
    let mut spans = Vec::new();
    for attribution in &analysis.attributions {
        spans.extend(attribution.source.iter().chain(&attribution.cue).chain(&attribution.content));
        spans.extend(&attribution.why.words);
        spans.extend(attribution.speaker.iter().flat_map(|speaker| &speaker.mentions));
        if let Some(known) = &attribution.anonymity {
            spans.extend([known.role, known.basis, known.reason, known.clause, known.via].iter().flatten());
        }
    }
    spans.extend(analysis.phrases.iter().map(|phrase| phrase.span));
    for hedge in &analysis.hedges {
        spans.push(hedge.span);
        spans.extend(&hedge.why.words);
    }
    spans
}

fn are_in_order(spans: &[Span]) -> bool {
    spans.is_sorted_by(|a, b| a.end <= b.start)
}

/// The depth of an attribution is the number of others whose contents hold its place.
fn check_nesting(text: &str, analysis: &Analysis) {
    for (number, attribution) in analysis.attributions.iter().enumerate() {
        let at = attribution.place();
        let holds = |(other, outer): &(usize, &Attribution)| {
            *other != number && outer.content.iter().any(|span| (span.start..span.end).contains(&at))
        };
        let depth = analysis.attributions.iter().enumerate().filter(holds).count();
        assert_eq!(usize::from(attribution.depth), depth.min(255), "{attribution:?} in {text:?}");
    }
}

/// What a boundary cuts out of the text in its unit are the words that the core meant.
fn check_units(text: &str, analysis: &Analysis) {
    let utf16: Vec<u16> = text.encode_utf16().collect();
    let code_points: Vec<char> = text.chars().collect();
    check_unit(text, analysis, Unit::Utf16, |from, to| String::from_utf16(&utf16[from..to]).ok());
    check_unit(text, analysis, Unit::CodePoint, |from, to| Some(code_points[from..to].iter().collect()));
}

fn check_unit(text: &str, analysis: &Analysis, unit: Unit, cut: impl Fn(usize, usize) -> Option<String>) {
    let view = AnalysisView::new(analysis, text, unit);
    assert_eq!(view.attributions.len(), analysis.attributions.len());
    assert_eq!(view.hedges.len(), analysis.hedges.len());
    let check = |span: &Span, seen: &[usize; 2]| {
        assert_eq!(cut(seen[0], seen[1]).as_deref(), Some(span.of(text)), "{span:?} as {seen:?} in {text:?}");
    };
    for (attribution, seen) in analysis.attributions.iter().zip(&view.attributions) {
        let parts = [(&attribution.source, &seen.source), (&attribution.cue, &seen.cue)];
        for (part, seen) in parts.into_iter().chain([(&attribution.content, &seen.content)]) {
            assert_eq!(part.len(), seen.len());
            part.iter().zip(seen).for_each(|(span, seen)| check(span, seen));
        }
        let mentions = attribution.speaker.iter().flat_map(|speaker| &speaker.mentions);
        mentions.zip(&seen.mentions).for_each(|(span, seen)| check(span, seen));
    }
    for (hedge, seen) in analysis.hedges.iter().zip(&view.hedges) {
        check(&hedge.span, &seen.span);
    }
    serde_json::to_string(&view).expect("a view is plain data");
}

/// The report adds up to the marks: no statement, word or hedge is lost or told twice.
fn check_sums(text: &str, analysis: &Analysis) {
    let report = Report::new(analysis, text);
    let mut statements: Vec<_> = report.sources.iter().flat_map(|source| source.statements.clone()).collect();
    statements.sort_unstable();
    assert!(statements.into_iter().eq(0..analysis.attributions.len()), "statements of {text:?}");
    let mut hedges: Vec<_> = report.hedges.iter().flat_map(|group| group.hedges.clone()).collect();
    hedges.sort_unstable();
    assert!(hedges.into_iter().eq(0..analysis.hedges.len()), "hedges of {text:?}");
    let of_sources = report.sources.iter().map(|source| source.words).sum::<usize>();
    assert_eq!(of_sources, report.attributed_words, "words of the sources of {text:?}");
    assert_eq!(report.standings.iter().map(|share| share.words).sum::<usize>(), of_sources);
    assert_eq!(report.standings.iter().map(|share| share.sources).sum::<usize>(), report.sources.len());
    assert_eq!(report.standings.iter().map(|share| share.statements).sum::<usize>(), analysis.attributions.len());
    assert!(report.attributed_words <= report.words, "{report:?} of {text:?}");
    assert_eq!(report.passages.iter().map(|passage| passage.words).sum::<usize>(), of_sources);
    let apart = |a: &Passage, b: &Passage| a.start + a.words <= b.start;
    assert!(report.passages.is_sorted_by(apart), "passages of {text:?} overlap");
    assert!(report.passages.last().is_none_or(|last| last.start + last.words <= report.words), "{text:?}");
    let of_sources = report.sources.iter().flat_map(|source| source.hedges.clone());
    let mut hedges: Vec<_> = of_sources.chain(report.own_hedges.clone()).collect();
    hedges.sort_unstable();
    assert!(hedges.into_iter().eq(0..analysis.hedges.len()), "whose the hedges of {text:?} are");
    for source in &report.sources {
        assert!(source.statements.contains(&source.told_by));
        for attribution in source.statements.iter().map(|&number| &analysis.attributions[number]) {
            assert_eq!((attribution.identity, attribution.standing), (source.identity, source.standing));
            assert_eq!(attribution.is_unclear(), source.is_unclear);
        }
    }
}
