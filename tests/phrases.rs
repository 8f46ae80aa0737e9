//! The reader's own patterns are found where the `regex` crate finds them, and looking for them takes time linear in the text.

use cpu_time::ThreadTime;
use proptest::prelude::*;
use regex::RegexBuilder;
use sourcelight::PhraseGroup;
use sourcelight::Span;
use sourcelight::phrases::Phrases;

/// What stands in texts and in patterns.
const WORDS: &[&str] = &[
    "said",
    "SAID",
    "ſaid",
    "so-called",
    "it’s",
    "Kiew",
    "\u{212a}iew",
    "straße",
    "STRASSE",
    "Київ",
    "a",
    "aa",
    " ",
    " ",
    "“",
    "😀",
];

const PATTERNS: &[&str] = &[
    r"\w+",
    r"\w*",
    r"\W",
    r"[\w-]+",
    r"[^a]",
    ".",
    r"\d",
    r"\s+",
    "(s|ed)?",
    "(said|a)",
    "(?:Kiew|Київ)+",
    "[ks]",
    "a?",
    "a{2,}",
    "x{0}",
    r"(?-u:\b)",
    r"\b{start}",
    "(?i:SAID)",
    "(?-i:said)",
    "|",
];

fn some(of: &'static [&'static str]) -> impl Strategy<Value = &'static str> {
    prop::sample::select(of)
}

fn text() -> impl Strategy<Value = String> {
    prop::collection::vec(some(WORDS), 0..12).prop_map(|words| words.concat())
}

fn pattern() -> impl Strategy<Value = String> {
    let part = prop_oneof![some(WORDS), some(PATTERNS)];
    prop::collection::vec(part, 1..5).prop_map(|parts| parts.concat())
}

fn found(pattern: &str, text: &str) -> Vec<Span> {
    let group = PhraseGroup { name: String::new(), phrases: vec![format!("/{pattern}/")] };
    let found = Phrases::new(&[group]).find(text, std::iter::once(Span::new(0, text.len())));
    found.into_iter().map(|found| found.span).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4000))]

    #[test]
    fn patterns_are_found_where_the_crate_finds_them(pattern in pattern(), text in text()) {
        let regex = RegexBuilder::new(&pattern).case_insensitive(true).build().unwrap();
        let expected = regex.find_iter(&text).filter(|found| !found.is_empty());
        let expected: Vec<Span> = expected.map(|found| Span::new(found.start(), found.end())).collect();
        prop_assert_eq!(found(&pattern, &text), expected, "/{}/ in {}", pattern, text);
    }
}

/// The second place begins inside the first.
#[test]
fn a_pattern_is_tried_at_every_place_where_it_can_begin() {
    assert_eq!(found(r"aa\s+", "aaa "), [Span::new(1, 4)]);
    assert_eq!(found(r"(?:ana|nas) \w+", "bananas say"), [Span::new(4, 11)]);
}

#[test]
fn letters_and_digits_are_those_of_the_crate() {
    let regex = RegexBuilder::new(r"ferry\w+").case_insensitive(true).build().unwrap();
    for sign in ('\0'..='\u{3000}').filter(|&sign| sign != '\n') {
        let text = format!("a ferry{sign}");
        let expected: Vec<Span> = regex.find_iter(&text).map(|found| Span::new(found.start(), found.end())).collect();
        assert_eq!(found(r"ferry\w+", &text), expected, "{sign:?}");
    }
}

/// Ten times the text may cost so many times as much; a quadratic place makes it a hundred times.
const TEN_TIMES_THE_TEXT: f64 = 40.0;

#[test]
fn no_pattern_costs_more_than_the_length_of_the_text() {
    for pattern in ["aa", r"\w", "(a+)+b", "(a|aa)+c", r"(\w*a){20}", "a.*a.*b", "a{1,200}", r"[^b]*?b|\d"] {
        let seconds = |bytes: usize| {
            let text = "a".repeat(bytes);
            let started = ThreadTime::now();
            found(pattern, &text);
            started.elapsed().as_secs_f64()
        };
        let tries = (0..6).map(|_| seconds(100_000) / seconds(10_000));
        let ratio = tries.fold(f64::INFINITY, f64::min);
        assert!(ratio < TEN_TIMES_THE_TEXT, "{pattern}: {ratio:.1} times as much for ten times the text");
    }
}
