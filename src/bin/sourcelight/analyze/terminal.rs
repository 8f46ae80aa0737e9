//! A page's text with its marks as colours and a list of who said what: the reading for people.

use crate::archive::Answer;
use anstyle::{AnsiColor, Style};
use sourcelight::analysis::{Analysis, Attribution, Identity};
use sourcelight::view;
use sourcelight::{Document, Span};

const NAMED: Style = AnsiColor::Blue.on_default().bold();
const UNNAMED: Style = AnsiColor::Magenta.on_default().bold();
const CUE: Style = AnsiColor::Blue.on_default().underline();
const HEDGE: Style = AnsiColor::Yellow.on_default().underline();
const WHY: Style = Style::new().dimmed();

/// A document for people; one that could not be read is told of elsewhere.
pub fn page(answer: Answer) -> String {
    let Ok((document, analysis)) = answer else { return String::new() };
    let text = &without_controls(&document.text);
    let blocks = Document::new(text, "\n").blocks;
    let blocks = blocks.into_iter().map(|block| painted(text, block, analysis) + "\n\n");
    blocks.chain(analysis.attributions.iter().map(|attribution| summary(text, attribution) + "\n")).collect()
}

/// A text of the same length whose characters give a terminal no orders.
fn without_controls(text: &str) -> String {
    let harmless = |character| match character {
        '\n' | '\t' => character,
        '\0'..='\x1f' | '\x7f' => ' ',
        '\u{80}'..='\u{9f}' => '\u{a0}',
        _ => character,
    };
    text.chars().map(harmless).collect()
}

/// One block with its marks in colour; where marks overlap the one that starts first wins.
fn painted(text: &str, block: Span, analysis: &Analysis) -> String {
    let mut marks: Vec<(Span, Style)> = Vec::new();
    for attribution in &analysis.attributions {
        let source = if attribution.identity == Identity::Named { NAMED } else { UNNAMED };
        marks.extend(attribution.source.iter().map(|&span| (span, source)));
        marks.extend(attribution.cue.iter().map(|&span| (span, CUE)));
    }
    marks.extend(analysis.hedges.iter().map(|hedge| (hedge.span, HEDGE)));
    marks.retain(|(span, _)| block.contains(*span));
    marks.sort_by_key(|(span, _)| *span);
    let mut painted = String::new();
    let mut at = block.start;
    for (span, style) in marks {
        if span.start >= at {
            painted += Span::new(at, span.start).of(text);
            painted += &format!("{style}{}{style:#}", span.of(text));
            at = span.end;
        }
    }
    painted + Span::new(at, block.end).of(text)
}

/// "Kim Yong-hyun (named) recalled that Russia …", and why it is marked; a name is as sure as on the reader's card.
fn summary(text: &str, attribution: &Attribution) -> String {
    let words = |spans: &[Span]| spans.iter().map(|s| s.of(text)).collect::<Vec<_>>().join(" … ");
    let who = match attribution.speaker.as_ref().filter(|speaker| !speaker.is_guess()) {
        Some(speaker) if speaker.is_probable() => format!("probably {}", speaker.name),
        Some(speaker) => speaker.name.clone(),
        None if attribution.source.is_empty() => "nobody named".to_owned(),
        None => words(&attribution.source),
    };
    let style = if attribution.identity == Identity::Named { NAMED } else { UNNAMED };
    let identity = format!("{:?}", attribution.identity).to_lowercase();
    let indent = "  ".repeat(usize::from(attribution.depth));
    format!(
        "{indent}{style}{who}{style:#} ({identity}) {CUE}{}{CUE:#} {}\n{indent}  {WHY}{}{WHY:#}",
        words(&attribution.cue),
        words(&attribution.content),
        view::sentences(attribution, text)
    )
}

#[cfg(test)]
mod tests {
    use super::summary;
    use sourcelight::{Analyzer, Document, Settings};

    #[test]
    fn a_name_is_as_sure_as_on_the_card() {
        let text = "Ann Ek runs the port. “The gates stay open,” she said.";
        let analysis = Analyzer::new(Settings::default()).analyze(&Document::new(text, "\n"));
        let mut attribution = analysis.attributions.first().expect("a quotation").clone();
        let mut told = |confidence| {
            attribution.speaker.as_mut().expect("a speaker").confidence = confidence;
            let line = anstream::adapter::strip_str(&summary(text, &attribution)).to_string();
            line.split(" (").next().unwrap_or_default().to_owned()
        };
        assert_eq!([told(0.9), told(0.6), told(0.2)], ["Ann Ek", "probably Ann Ek", "she"]);
    }
}
