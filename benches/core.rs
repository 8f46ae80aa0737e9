//! How fast the core reads natively: `cargo bench`. Prints the median of the runs.

use sourcelight::phrases::Phrases;
use sourcelight::{Analyzer, Document, PhraseGroup, Settings, Span};
use std::time::Instant;

const RUNS: usize = 21;

/// Of our own writing, so that the figure can be had from the repository alone.
const ARTICLE: &str = include_str!("article.txt");

/// Names a file of JSON strings, a text a line, that are read once each instead: `./build.sh bench` compares with others.
const TEXTS: &str = "BENCH_TEXTS";

fn main() {
    if let Some(file) = std::env::var_os(TEXTS) {
        return time_texts(&std::fs::read_to_string(file).expect("the texts are readable"));
    }
    let started = Instant::now();
    let analyzer = Analyzer::new(Settings::default());
    println!("tables loaded in {:.2} ms", started.elapsed().as_secs_f64() * 1e3);
    for copies in [1, 10, 100, 1000] {
        let text = [ARTICLE].repeat(copies).join("\n");
        let mut seconds: Vec<f64> =
            (0..RUNS.min(2000 / copies + 1)).map(|_| seconds_to_read(&analyzer, &text)).collect();
        seconds.sort_by(f64::total_cmp);
        let median = seconds[seconds.len() / 2];
        let words = text.split_whitespace().count();
        let per_thousand = median * 1e3 / (words as f64 / 1000.0);
        println!(
            "{words:>8} words  {:>9.2} ms  {per_thousand:.3} ms per 1,000 words  {:.1} MB/s",
            median * 1e3,
            text.len() as f64 / 1e6 / median
        );
    }
    time_phrases();
}

/// A thousand phrases on ten thousand words: on the first page the automata are built, later ones find them built.
fn time_phrases() {
    let mut words: Vec<&str> = ARTICLE.split_whitespace().filter(|word| word.len() > 3).collect();
    words.sort_unstable();
    words.dedup();
    let line = |number: usize| {
        let word = words[number % words.len()].trim_matches(|sign: char| !sign.is_alphanumeric());
        match number % 4 {
            0 => format!(r"/\b{word}(s|ed|ing)?\s+(the|a|of{number})\b/"),
            1 => format!("{word} {}", words[number * 7 % words.len()]),
            _ => format!("{word}{}", if number < words.len() { String::new() } else { number.to_string() }),
        }
    };
    let phrases = PhraseGroup { name: String::new(), phrases: (0..1000).map(line).collect() };
    let text = [ARTICLE].repeat(10_000 / ARTICLE.split_whitespace().count() + 1).join("\n");
    let whole = std::iter::once(Span::new(0, text.len()));
    let started = Instant::now();
    let compiled = Phrases::new(&[phrases]);
    println!("a thousand phrases compiled in {:.2} ms", started.elapsed().as_secs_f64() * 1e3);
    for page in ["first", "next"] {
        let started = Instant::now();
        let found = compiled.find(&text, whole.clone()).len();
        println!("  {page} page: {found} found in {:.2} ms", started.elapsed().as_secs_f64() * 1e3);
    }
}

/// Prints the milliseconds that each text took, the first one with the loading of the tables.
fn time_texts(texts: &str) {
    let started = Instant::now();
    let analyzer = Analyzer::new(Settings::default());
    let loaded = started.elapsed().as_secs_f64();
    for (number, line) in texts.lines().enumerate() {
        let text: String = serde_json::from_str(line).expect("a text a line");
        let seconds = seconds_to_read(&analyzer, &text) + if number == 0 { loaded } else { 0.0 };
        println!("{:.3}", seconds * 1e3);
    }
}

fn seconds_to_read(analyzer: &Analyzer, text: &str) -> f64 {
    let started = Instant::now();
    std::hint::black_box(analyzer.analyze(&Document::new(text, "\n")));
    started.elapsed().as_secs_f64()
}
