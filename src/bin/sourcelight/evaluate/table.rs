//! The table of what is measured and what is wanted, as README and terminal show it.
//!
//! One list of rows; a Markdown file that has a line `<!-- accuracy -->` and a line `<!-- end of accuracy -->` holds
//! the table between them. `<!-- accuracy of polnear-dev news-dev -->` asks for the rows of some corpora.

use super::tally::Count;
use super::{Measurement, Task, resampling};
use crate::archive::inputs::cannot;
use std::fmt::Write;
use std::io;
use std::path::Path;

/// One figure of the table.
struct Row {
    what: &'static str,
    corpus: &'static str,
    task: Task,
    /// score.py's name of it.
    figure: &'static str,
    wanted: Option<f64>,
}

const fn row(
    what: &'static str,
    (corpus, task): (&'static str, Task),
    figure: &'static str,
    wanted: Option<f64>,
) -> Row {
    Row { what, corpus, task, figure, wanted }
}

const POLNEAR: (&str, Task) = ("polnear-dev.jsonl", Task::Attribution);
const ANONYMOUS: (&str, Task) = ("anonymous-dev.jsonl", Task::Anonymous);
const NEWS: (&str, Task) = ("news-dev.jsonl", Task::Attribution);
const NEWS_SPEAKERS: (&str, Task) = ("news-dev.jsonl", Task::Speakers);
const NEWS_HEDGES: (&str, Task) = ("news-dev.jsonl", Task::Hedges);
const PAGES: (&str, Task) = ("pages.jsonl", Task::Attribution);
const PAGES_SPEAKERS: (&str, Task) = ("pages.jsonl", Task::Speakers);
const PAGES_HEDGES: (&str, Task) = ("pages.jsonl", Task::Hedges);
const GERMAN: (&str, Task) = ("german-dev.jsonl", Task::Attribution);
const GERMAN_SPEAKERS: (&str, Task) = ("german-dev.jsonl", Task::Speakers);
const GERMAN_HEDGES: (&str, Task) = ("german-dev.jsonl", Task::Hedges);
const DETAILS: (&str, Task) = ("anonymity-dev.jsonl", Task::Details);
const SZEGED_NEWS: (&str, Task) = ("hedges-news-dev.jsonl", Task::Hedges);
const SZEGED_WIKI: (&str, Task) = ("hedges-wiki-dev.jsonl", Task::Hedges);
const SEED: (&str, Task) = ("seed.json", Task::Attribution);
const SEED_SPEAKERS: (&str, Task) = ("seed.json", Task::Speakers);
const GUM: (&str, Task) = ("gum-interview.jsonl", Task::Attribution);

const ROWS: [Row; 46] = [
    row("attributions: source, cue and content; F1", POLNEAR, "relation", Some(0.76)),
    row("… direct quotations found", POLNEAR, "relation.recall[direct]", Some(0.90)),
    row("… speech found", POLNEAR, "relation.recall[speech]", Some(0.80)),
    row("… cues, F1 of overlap", POLNEAR, "cue.overlap", Some(0.81)),
    row("… sources to the word, F1", POLNEAR, "source.exact", Some(0.77)),
    row("… contents to the word, F1", POLNEAR, "content.exact", Some(0.62)),
    row("unnamed sources, F1", ANONYMOUS, "unnamed", Some(0.85)),
    row("attributions, nested ones too; F1", NEWS, "relation", Some(0.80)),
    row("… direct quotations found", NEWS, "relation.recall[quoted]", Some(0.95)),
    row("… who the source is: named, unnamed, vague …", NEWS_SPEAKERS, "identity", Some(0.95)),
    row("… said, thought or shown", NEWS_SPEAKERS, "attitude", Some(0.93)),
    row("… the speaker’s full name", NEWS_SPEAKERS, "speaker", Some(0.90)),
    row("… … where the source does not spell it out", NEWS_SPEAKERS, "speaker[not spelled out]", Some(0.87)),
    row("… … named without “probably”", NEWS_SPEAKERS, "speaker[stated]", Some(0.80)),
    row("… … … and then the right name", NEWS_SPEAKERS, "speaker[stated, right]", Some(0.95)),
    row("hedges, F1", NEWS_HEDGES, "cue.overlap", Some(0.88)),
    row("attributions, nested ones too; F1", PAGES, "relation", None),
    row("… who the source is", PAGES_SPEAKERS, "identity", None),
    row("… said, thought or shown", PAGES_SPEAKERS, "attitude", None),
    row("… the speaker’s full name", PAGES_SPEAKERS, "speaker", None),
    row("… … named without “probably”", PAGES_SPEAKERS, "speaker[stated]", None),
    row("… … … and then the right name", PAGES_SPEAKERS, "speaker[stated, right]", None),
    row("hedges, F1", PAGES_HEDGES, "cue.overlap", None),
    row("attributions, nested ones too; F1", GERMAN, "relation", Some(0.65)),
    row("… direct quotations found", GERMAN, "relation.recall[quoted]", Some(0.85)),
    row("… reported speech without a cue found", GERMAN, "relation.recall[no cue]", Some(0.70)),
    row("… who the source is", GERMAN_SPEAKERS, "identity", Some(0.90)),
    row("… said, thought or shown", GERMAN_SPEAKERS, "attitude", None),
    row("… the speaker’s full name", GERMAN_SPEAKERS, "speaker", Some(0.80)),
    row("hedges, F1", GERMAN_HEDGES, "cue.overlap", Some(0.80)),
    row("unnamed sources found", DETAILS, "recall", Some(0.95)),
    row("… how much the reader learns (grade)", DETAILS, "grade", Some(0.85)),
    row("… whether the reason is the stock one", DETAILS, "boilerplate", Some(0.95)),
    row("… how they know", DETAILS, "basis", Some(0.85)),
    row("… why they are not named", DETAILS, "reason", Some(0.85)),
    row("… how many they are", DETAILS, "count", Some(0.85)),
    row("… in what role", DETAILS, "role", None),
    row("… through which outlet", DETAILS, "via", None),
    row("sentences with hedges, F1", SZEGED_NEWS, "sentence", Some(0.85)),
    row("… hedges, F1", SZEGED_NEWS, "cue.overlap", Some(0.80)),
    row("sentences with hedges, F1", SZEGED_WIKI, "sentence", Some(0.75)),
    row("… hedges, F1", SZEGED_WIKI, "cue.overlap", None),
    row("attributions, F1", SEED, "relation", Some(0.95)),
    row("… who the source is", SEED_SPEAKERS, "identity", Some(1.0)),
    row("… the speaker’s full name", SEED_SPEAKERS, "speaker", Some(1.0)),
    row("attributions, F1 (another genre, contents derived from clauses)", GUM, "relation", Some(0.45)),
];

/// What a corpus is, in a few words.
fn described(corpus: &str) -> &'static str {
    match corpus {
        "polnear-dev.jsonl" => "PolNeAR dev: 84 articles",
        "anonymous-dev.jsonl" => "the same, source spans labelled",
        "news-dev.jsonl" => "36 articles of 34 sites, 2014–2026",
        "pages.jsonl" => "38 further pages, marked by ourselves",
        "german-dev.jsonl" => "nine German articles of six outlets",
        "anonymity-dev.jsonl" => "60 snippets of sixteen outlets",
        "hedges-news-dev.jsonl" => "Szeged corpus, news: 115 articles",
        "hedges-wiki-dev.jsonl" => "Szeged corpus, Wikipedia: 2,284 articles",
        "seed.json" => "the article that this project grew from",
        _ => "GUM: 19 interviews",
    }
}

/// The rows of the corpora that are wanted.
pub fn markdown(measurements: &[Measurement], wants: impl Fn(&str) -> bool) -> String {
    let mut table = String::from("| what | measured on | figure | 95 % interval | goal |\n|---|---|---|---|---|\n");
    for row in ROWS.iter().filter(|row| wants(row.corpus)) {
        let measured = measurements.iter().find(|m| m.corpus == row.corpus && m.task == row.task);
        let counts: Vec<Count> = measured.map(|m| m.counts(row.figure)).unwrap_or_default();
        let value = resampling::total(&counts).value();
        let interval = resampling::interval(&counts)
            .map_or("one document".to_owned(), |(low, high)| format!("{low:.3}–{high:.3}"));
        let goal = match row.wanted {
            Some(wanted) if value < wanted => format!("{wanted:.2}, missed"),
            Some(wanted) => format!("{wanted:.2}"),
            None => String::new(),
        };
        let _ = writeln!(table, "| {} | {} | {value:.3} | {interval} | {goal} |", row.what, described(row.corpus));
    }
    table
}

const START: &str = "<!-- accuracy";
const END: &str = "<!-- end of accuracy -->";

/// Writes the table between the marks of a Markdown file.
pub fn write_into(file: &Path, measurements: &[Measurement]) -> io::Result<()> {
    let text = std::fs::read_to_string(file).map_err(|error| cannot("read", file, error))?;
    let written = with_table(&text, measurements)
        .ok_or_else(|| io::Error::other(format!("{} has no line {START} -->", file.display())))?;
    std::fs::write(file, written).map_err(|error| cannot("write", file, error))
}

/// The text with the table in its place; None where it has none.
fn with_table(text: &str, measurements: &[Measurement]) -> Option<String> {
    let (before, rest) = text.split_once(START)?;
    let (mark, rest) = rest.split_once("-->\n")?;
    let (_, after) = rest.split_once(END)?;
    let corpora = mark.trim().strip_prefix("of ");
    let wants = |corpus: &str| corpora.is_none_or(|all| all.split(' ').any(|name| corpus.starts_with(name)));
    Some(format!("{before}{START}{mark}-->\n\n{}\n{END}{after}", markdown(measurements, wants)))
}

#[cfg(test)]
mod tests {
    use super::with_table;
    use std::path::Path;

    /// A table with its figures taken out.
    fn form(text: &str) -> String {
        let figures = text.replace(|c: char| c.is_ascii_digit(), "0").replace(", missed", "");
        figures.replace("0.000–0.000", "one document")
    }

    #[test]
    fn the_tables_have_the_form_that_the_command_writes() {
        for file in ["README.md", "models/README.md"] {
            let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
            let text = std::fs::read_to_string(path).unwrap();
            let rewritten = with_table(&text, &[]).unwrap_or_else(|| panic!("{file} has no accuracy marks"));
            let say = "`sourcelight evaluate --readme README.md models/README.md` writes it anew";
            assert_eq!(form(&text), form(&rewritten), "{file}: {say}");
        }
    }
}
