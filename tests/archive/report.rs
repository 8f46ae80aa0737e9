//! The page about an archive: what it tells, and that nothing of the archive can do more in it than be read.

use super::making::{Folder, line, sourcelight};
use std::fs;

/// The page of some lines of JSON.
fn page(name: &str, lines: &[String]) -> String {
    let folder = Folder::new(name);
    let output = folder.path("report.html");
    assert!(sourcelight(&["report", "-o", &output], (lines.join("\n") + "\n").as_bytes()).status.success());
    assert_eq!(folder.names(), ["report.html"]);
    fs::read_to_string(output).unwrap()
}

fn document(text: &str, outlet: &str, date: &str) -> String {
    serde_json::json!({"id": 1, "text": text, "outlet": outlet, "date": date}).to_string()
}

#[test]
fn the_figures_are_those_of_the_archive() {
    let said = "“The bridge may close,” Mayor Anna Beck said. Officials said that the tunnel was closed.";
    let mut lines: Vec<String> = (0..12).map(|_| document(said, "The Pier", "2026-10-05")).collect();
    lines.extend((0..12).map(|_| document("“It is open,” Mayor Anna Beck said.", "The Quay", "20261105T0800")));
    let page = page("report-figures", &lines);
    assert!(page.contains("Who speaks in these 24 documents"));
    assert!(page.contains("of 2 outlets, 2026-10 to 2026-11"));
    // Twelve of thirty-six statements, in half of the documents.
    assert!(page.contains("<b>33.3\u{a0}%</b>of 36 statements"), "{page}");
    assert!(page.contains("<b>50.0\u{a0}%</b>of documents"));
    // By outlet and by month: half of what the one says, nothing of what the other says.
    for cell in [
        "<td class=\"\" style=\"--part:1.00\">50.0\u{a0}%</td>",
        "<td class=\"\" style=\"--part:0.00\">0.0\u{a0}%</td>",
    ] {
        assert!(page.contains(cell), "{cell}");
    }
    assert!(page.contains("<bdi>Anna Beck</bdi></th><td>24</td>"));
    assert!(page.contains("<bdi>officials</bdi></th><td>12</td>"));
}

/// One person however the name is written; an acronym is the name that it stands for in its outlet, and no other.
#[test]
fn who_is_certainly_the_same_is_counted_once() {
    let lines = [
        document("ANN EK said that the pier was shut.", "The Pier", "2026-10-05"),
        document("“It is open,” Ann  Ek said. Ann Ek’s report says that it is wet.", "The Quay", "2026-10-05"),
        document("Anna Ek said that it rained. Ann Eks said that it was dry.", "The Quay", "2026-10-05"),
        document("The Federal Bureau of Investigation said that the pier was shut.", "The Pier", "2026-10-05"),
        document("The F.B.I. said that it was late. The FBI said that it was early.", "The Pier", "2026-10-06"),
        document("The FBI said that the quay was shut.", "The Quay", "2026-10-06"),
    ];
    let page = page("report-same", &lines);
    for row in ["Ann Ek</bdi></th><td>2", "Anna Ek</bdi></th><td>1", "Ann Eks</bdi></th><td>1"] {
        assert!(page.contains(&format!("<bdi>{row}</td>")), "{row}");
    }
    for row in ["Federal Bureau of Investigation</bdi></th><td>2", "FBI</bdi></th><td>1"] {
        assert!(page.contains(&format!("<bdi>{row}</td>")), "{row}");
    }
    assert!(!page.contains("ANN EK") && !page.contains("F.B.I."));
}

#[test]
fn it_stands_alone_and_words_of_the_archive_stay_words() {
    let hostile = "<script>alert(1)</script>";
    let text = "“The bridge may close,” Mayor Anna <img/src=x> Beck said.";
    let page = page("report-hostile", &[document(text, hostile, "2026-11-27"), document(text, "\u{202e}Pier", "<b>")]);
    for markup in ["<script", "<img", "<b>2", "http://", "https://", "@import", "url("] {
        assert!(!page.contains(markup), "{markup}");
    }
    assert!(page.contains("<bdi>&lt;script&gt;"));
    assert!(page.contains("default-src 'none'"));
}

#[test]
fn an_archive_without_outlets_dates_or_statements_has_a_page_too() {
    let page = page("report-bare", &[r#"{"id": 1, "text": "The ice is blue."}"#.to_owned(), line(2, "")]);
    assert!(page.contains("no outlet told"));
    assert!(!page.contains("Month by month"));
}

#[test]
fn what_could_not_be_read_is_counted_apart() {
    let output = sourcelight(&["report"], format!("{}\nbad\n", line(1, "")).as_bytes());
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8(output.stdout).unwrap().contains("1 more could not be read"));
}
