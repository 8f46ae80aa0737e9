//! News in a language that is not read is never marked: alone, as an article, or between paragraphs that are read.
//!
//! `tests/foreign-sentences.txt` has ten sentences in each of twenty languages; the test of the extension's page side
//! (`tests/extension/language.test.js`) reads them too.

use sourcelight::{Analysis, Analyzer, Document, Settings, Span};
use std::collections::BTreeMap;
use std::sync::LazyLock;

const ENGLISH: &str =
    "“The bridge may close,” the mayor said on Monday, and two officials told reporters that it would.";
const GERMAN: &str =
    "„Die Brücke könnte schließen“, sagte die Bürgermeisterin am Montag. Zwei Beamte sagten, sie sei alt.";

static ANALYZER: LazyLock<Analyzer> = LazyLock::new(|| Analyzer::new(Settings::default()));

fn analyze(text: &str) -> Analysis {
    ANALYZER.analyze(&Document::new(text, "\n"))
}

/// The sentences by their language.
fn sentences() -> BTreeMap<&'static str, Vec<&'static str>> {
    let mut sentences: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for line in include_str!("foreign-sentences.txt").lines().filter(|line| !line.starts_with('#')) {
        let (language, sentence) = line.split_once(" | ").expect("a line has a language and a sentence");
        sentences.entry(language).or_default().push(sentence);
    }
    sentences
}

/// The words that were marked.
fn marked<'t>(text: &'t str, analysis: &Analysis) -> Vec<&'t str> {
    let attributed =
        analysis.attributions.iter().flat_map(|found| found.source.iter().chain(&found.cue).chain(&found.content));
    let spans = attributed.copied().chain(analysis.hedges.iter().map(|hedge| hedge.span));
    spans.map(|span: Span| span.of(text)).collect()
}

#[test]
fn there_are_ten_sentences_in_each_of_twenty_languages() {
    let sentences = sentences();
    assert_eq!(sentences.len(), 20);
    for (language, sentences) in sentences {
        assert_eq!(sentences.len(), 10, "{language}");
    }
}

#[test]
fn a_foreign_sentence_is_not_marked() {
    for (language, sentences) in sentences() {
        for sentence in sentences {
            assert_eq!(marked(sentence, &analyze(sentence)), [""; 0], "{language}: {sentence}");
        }
    }
}

#[test]
fn a_foreign_article_is_not_marked() {
    for (language, sentences) in sentences() {
        for article in [sentences.join("\n"), sentences.join(" ")] {
            assert_eq!(marked(&article, &analyze(&article)), [""; 0], "{language}");
        }
    }
}

#[test]
fn between_english_and_german_paragraphs_only_those_are_marked() {
    let both = format!("{ENGLISH}\n{GERMAN}");
    let expected = marked(&both, &analyze(&both));
    for words in [ENGLISH, GERMAN] {
        let count = marked(words, &analyze(words)).len();
        assert!(count >= 4 && count < expected.len(), "{words}");
    }
    for (language, sentences) in sentences() {
        for foreign in
            sentences.iter().map(|sentence| (*sentence).to_owned()).chain([sentences.join("\n"), sentences.join(" ")])
        {
            let text = format!("{ENGLISH}\n{foreign}\n{GERMAN}");
            assert_eq!(marked(&text, &analyze(&text)), expected, "{language}: {foreign}");
        }
    }
}
