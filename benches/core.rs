//! How fast the core reads natively: `cargo bench`. Prints the median of the runs.

use sourcelight::{Analyzer, Document, Settings};
use std::time::Instant;

const RUNS: usize = 21;

/// Of our own writing, so that the figure can be had from the repository alone.
const ARTICLE: &str = include_str!("article.txt");

fn main() {
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
}

fn seconds_to_read(analyzer: &Analyzer, text: &str) -> f64 {
    let started = Instant::now();
    std::hint::black_box(analyzer.analyze(&Document::new(text, "\n")));
    started.elapsed().as_secs_f64()
}
