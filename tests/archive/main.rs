//! The command line on archives: what it reads, what it writes, and that a run which is killed loses nothing.

mod making;
mod mistakes;
mod report;
mod resume;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use making::{Folder, PAGE, gzip, line, record, sourcelight, warc};
use parquet::file::reader::{FileReader, SerializedFileReader};
use parquet::record::RowAccessor;
use ruzstd::encoding::{CompressionLevel, compress_to_vec};
use serde_json::Value;
use std::fs;
use std::io::{Read, Write};
use std::process::Stdio;

/// What was answered, a value a line.
fn answers(output: &[u8]) -> Vec<Value> {
    let lines = output.split(|&byte| byte == b'\n').filter(|line| !line.is_empty());
    lines.map(|line| serde_json::from_slice(line).unwrap()).collect()
}

fn ids(answers: &[Value]) -> Vec<&str> {
    answers.iter().map(|answer| answer["id"].as_str().unwrap_or("none")).collect()
}

#[test]
fn a_bad_line_is_named_and_answered_and_loses_nothing_else() {
    let folder = Folder::new("bad-line");
    let news = folder.write("news.jsonl", format!("{}\n\nnonsense\n{{\"id\": 3}}\n{}\n", line(1, ""), line(4, "")));
    let output = sourcelight(&["analyze", "--to", "jsonl", &news], b"");
    assert_eq!(output.status.code(), Some(1));
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(told.contains("news.jsonl: line 3: not JSON"), "{told}");
    assert!(told.contains("news.jsonl: line 4: missing field `text`"), "{told}");
    let answers = answers(&output.stdout);
    assert_eq!(
        answers.iter().map(|answer| answer.get("error").is_some()).collect::<Vec<_>>(),
        [false, true, true, false]
    );
    assert_eq!((&answers[2]["id"], &answers[3]["id"]), (&Value::from(3), &Value::from("d4")));
}

#[test]
fn what_is_told_about_a_document_is_kept() {
    let told =
        r#", "title": "Ice", "outlet": "The Pier", "url": "https://pier.example/1", "date": 20261127, "tags": []"#;
    let output = sourcelight(&["analyze", "--jsonl"], format!("{}\n{}\n", line(1, told), line(2, "")).as_bytes());
    let answers = answers(&output.stdout);
    let kept = ["title", "outlet", "url", "date", "tags", "text"].map(|name| answers[0][name].as_str());
    assert_eq!(kept, [Some("Ice"), Some("The Pier"), Some("https://pier.example/1"), Some("20261127"), None, None]);
    assert!(answers[1].get("outlet").is_none());
}

#[test]
fn a_folder_is_read_in_the_order_of_names_and_what_is_no_document_is_passed_over() {
    let folder = Folder::new("folder");
    folder.write("b/1.txt", "The mayor said the ice was late.");
    folder.write("a.html", PAGE);
    folder.write("c.jsonl", line(1, "") + "\n");
    folder.write("d.jsonl.gz", gzip(&(line(2, "") + "\n" + &line(3, "") + "\n")));
    folder.write("e.warc.gz", warc(&["https://pier.example/one", "https://pier.example/two"]));
    folder.write("picture.png", "no document");
    folder.write(".hidden.txt", "no document");
    for named in [&[folder.path("")][..], &[folder.path("[a-c]*"), folder.path("d*"), folder.path("e.warc.gz")]] {
        let named = named.iter().map(String::as_str);
        let output = sourcelight(&["analyze", "--jsonl"].into_iter().chain(named).collect::<Vec<_>>(), b"");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let answers = answers(&output.stdout);
        let expected = [&folder.path("a.html"), &folder.path("b/1.txt"), "d1", "d2", "d3", "urn:uuid:0", "urn:uuid:1"];
        assert_eq!(ids(&answers), expected);
    }
}

#[test]
fn a_page_tells_its_title_outlet_address_and_date() {
    let folder = Folder::new("page");
    let page = folder.write("page.html", PAGE);
    let answers = answers(&sourcelight(&["analyze", "--jsonl", &page], b"").stdout);
    let told = ["title", "outlet", "date"].map(|name| answers[0][name].as_str().unwrap());
    assert_eq!(told, ["The pier is closed", "The Pier", "2026-11-27T08:00:00Z"]);
    let text = answers[0]["text"].as_str().unwrap();
    assert!(text.starts_with("The pier is closed\n") && !text.contains("Subscribe"), "{text}");
    // The offsets count in the text that is told.
    let source = &answers[0]["attributions"][0]["source"][0];
    let [start, end] = [0, 1].map(|at| source[at].as_u64().unwrap() as usize);
    assert_eq!(text.chars().skip(start).take(end - start).collect::<String>(), "Mayor Anna Bečk");
}

#[test]
fn a_page_of_an_archive_has_the_address_and_time_of_its_record() {
    let folder = Folder::new("warc");
    let archive = folder.write("a.warc.gz", warc(&["https://pier.example/one"]));
    let answers = answers(&sourcelight(&["analyze", "--jsonl", &archive], b"").stdout);
    assert_eq!(answers[0]["url"], "https://pier.example/one");
    assert_eq!(answers[0]["date"], "2026-11-27T08:00:00Z");
    assert_eq!(answers.len(), 1, "requests, pictures and redirections are no documents");
}

/// A record with a page that a server sent packed, as its header says.
fn packed(number: usize, encoding: &str, body: &[u8]) -> Vec<u8> {
    let head = format!("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: {encoding}\r\n\r\n");
    record(number, "response", "https://pier.example/packed", &[head.as_bytes(), body].concat())
}

#[test]
fn a_page_of_an_archive_is_read_however_it_was_packed() {
    let mut brotli = Vec::new();
    brotli::BrotliCompress(&mut PAGE.as_bytes(), &mut brotli, &Default::default()).unwrap();
    let zstd = compress_to_vec(PAGE.as_bytes(), CompressionLevel::Fastest);
    assert!(brotli.len() < PAGE.len() && zstd.len() < PAGE.len());
    let mut deflate = ZlibEncoder::new(Vec::new(), Compression::fast());
    deflate.write_all(PAGE.as_bytes()).unwrap();
    let deflate = deflate.finish().unwrap();
    let bodies = [("gzip", gzip(PAGE)), ("br", brotli), ("zstd", zstd), ("deflate", deflate)];
    let folder = Folder::new("packed-warc");
    let whole: Vec<u8> = bodies.iter().zip(0..).flat_map(|((name, body), at)| packed(at, name, body)).collect();
    // Many archives unpack a body and keep its header.
    let bare: Vec<u8> = bodies.iter().zip(4..).flat_map(|((name, _), at)| packed(at, name, PAGE.as_bytes())).collect();
    let archive = folder.write("a.warc", [whole, bare].concat());
    let output = sourcelight(&["analyze", "--jsonl", &archive], b"");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let answers = answers(&output.stdout);
    assert_eq!(answers.len(), 8);
    for answer in &answers {
        assert_eq!((&answer["title"], &answer["text"]), (&answers[0]["title"], &answers[0]["text"]));
        assert!(answer["text"].as_str().unwrap().contains("Mayor Anna Bečk said"));
    }
    // What breaks off, and what nobody knows, is named; the records behind it are read.
    let broken = bodies.iter().zip(0..).map(|((name, body), at)| packed(at, name, &body[..body.len() / 2]));
    let unknown = packed(4, "lzma", &bodies[0].1);
    let archive =
        folder.write("b.warc", [broken.collect::<Vec<_>>().concat(), unknown, packed(5, "br", &bodies[1].1)].concat());
    let output = sourcelight(&["analyze", "--jsonl", &archive], b"");
    let told = String::from_utf8(output.stderr).unwrap();
    assert_eq!(told.matches("its body cannot be unpacked").count(), 4, "{told}");
    assert!(told.contains("packed as lzma"), "{told}");
    assert_eq!(ids(&self::answers(&output.stdout)).last(), Some(&"urn:uuid:5"));
}

#[test]
fn an_address_that_is_not_utf_8_loses_nothing() {
    let folder = Folder::new("latin-warc");
    let exchange = format!("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{PAGE}");
    let mut latin = record(0, "response", "https://pier.example/caf?", exchange.as_bytes());
    let at = latin.iter().position(|&byte| byte == b'?').unwrap();
    latin[at] = 0xe9;
    let next = record(1, "response", "https://pier.example/two", exchange.as_bytes());
    let archive = folder.write("a.warc", [latin, next].concat());
    let answers = answers(&sourcelight(&["analyze", "--jsonl", &archive], b"").stdout);
    let addresses: Vec<_> = answers.iter().map(|answer| answer["url"].as_str().unwrap()).collect();
    assert_eq!(addresses, ["https://pier.example/caf\u{fffd}", "https://pier.example/two"]);
}

#[test]
fn what_is_no_archive_is_named() {
    let folder = Folder::new("no-warc");
    folder.write("a.warc", "no archive at all");
    folder.write("b.jsonl", line(2, "") + "\n");
    let output = sourcelight(&["analyze", "--jsonl", &folder.path("")], b"");
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8(output.stderr).unwrap().contains("a.warc: no web archive"));
    assert_eq!(ids(&answers(&output.stdout)).last(), Some(&"d2"));
}

#[test]
fn orders_to_a_terminal_are_words_to_programs_and_nothing_to_people() {
    let folder = Folder::new("escapes");
    let line =
        |number: usize| format!(r#"{{"id": {number}, "text": "The mayor \u001b]x said \u007f the ice was late."}}"#);
    let lines = [line(1), line(2)].join("\n");
    let marks = |name: &str| {
        let path = folder.path(name);
        assert!(sourcelight(&["analyze", "--from", "jsonl", "-o", &path], lines.as_bytes()).status.success());
        fs::read_to_string(path).unwrap()
    };
    let rows = csv::Reader::from_reader(marks("a.csv").as_bytes()).into_records().count();
    assert_eq!((rows > 0, rows % 2), (true, 0), "both documents have the same marks");
    let texts = answers(marks("a.jsonl").as_bytes());
    assert!(texts.iter().all(|answer| answer["attributions"][0]["cue"] == texts[0]["attributions"][0]["cue"]));
    let shown = marks("a.txt");
    assert_eq!(shown.matches("the ice was late").count(), 4, "{shown}");
    assert!(shown.chars().all(|character| character == '\n' || !character.is_control()), "{shown}");
}

#[test]
fn an_archive_that_breaks_off_is_named_and_the_next_file_is_read() {
    let folder = Folder::new("broken-warc");
    let whole = warc(&["https://pier.example/one", "https://pier.example/two"]);
    folder.write("a.warc.gz", &whole[..whole.len() - 40]);
    folder.write("b.jsonl", line(2, "") + "\n");
    let output = sourcelight(&["analyze", "--jsonl", &folder.path("")], b"");
    assert_eq!(output.status.code(), Some(1));
    let answers = answers(&output.stdout);
    assert_eq!(ids(&answers), ["urn:uuid:0", "none", "d2"]);
    assert!(String::from_utf8(output.stderr).unwrap().contains("a.warc.gz: record"));
}

#[test]
fn text_that_is_not_utf_8_is_read_as_western_europe_wrote_it() {
    let folder = Folder::new("latin");
    let latin = folder.write("latin.txt", b"Mayor Ren\xe9 Caf\xe9 said \x93no\x94.");
    let shown = sourcelight(&["analyze", &latin], b"").stdout;
    assert!(String::from_utf8(shown).unwrap().contains("René Café"));
}

#[test]
fn a_page_nested_without_end_is_named_and_costs_nothing() {
    let folder = Folder::new("nested");
    folder.write("a.html", format!("<article>{}", "<div>".repeat(600)));
    folder.write("b.html", "<div>".repeat(1_000_000));
    let output = sourcelight(&["analyze", "--jsonl", &folder.path("")], b"");
    let told = String::from_utf8(output.stderr).unwrap();
    assert_eq!(told.matches("nested too deeply").count(), 2, "{told}");
}

#[test]
fn threads_change_nothing() {
    let input: String = (0..600).map(|number| line(number, "") + "\n").collect();
    let [one, four] =
        ["1", "4"].map(|jobs| sourcelight(&["analyze", "--jsonl", "--jobs", jobs], input.as_bytes()).stdout);
    assert_eq!(answers(&one).len(), 600);
    assert!(one == four);
}

#[test]
fn csv_and_parquet_hold_the_same_table() {
    let folder = Folder::new("table");
    let plain = r#"{"id": "plain", "text": "The ice is blue.", "outlet": "=1+1"}"#;
    let input = folder.write("in.jsonl", format!("{}\nbad\n{plain}\n", line(1, "")));
    let [csv, parquet] = ["out.csv", "out.parquet"].map(|name| folder.path(name));
    for output in [&csv, &parquet] {
        assert_eq!(sourcelight(&["analyze", &input, "-o", output], b"").status.code(), Some(1));
    }
    let mut table = csv::Reader::from_path(&csv).unwrap();
    let names: Vec<String> = table.headers().unwrap().iter().map(str::to_owned).collect();
    let rows: Vec<csv::StringRecord> = table.records().map(Result::unwrap).collect();
    let cell = |row: usize, name: &str| rows[row].get(names.iter().position(|n| n == name).unwrap()).unwrap();
    assert_eq!(
        ["id", "mark", "source", "content", "standing", "source_at"].map(|name| cell(0, name)),
        ["d1", "attribution", "Mayor Anna Bečk", "“The bridge 1 may close,”", "named", "26-41"]
    );
    assert_eq!(["mark", "hedge", "hedge_at", "range"].map(|name| cell(1, name)), ["hedge", "may", "14-17", ""]);
    // A document without marks has a row; what a spreadsheet would calculate is made harmless.
    assert_eq!(["id", "mark", "words", "outlet"].map(|name| cell(2, name)), ["plain", "", "4", "'=1+1"]);
    let file = fs::File::open(format!("{parquet}/part-00000.parquet")).unwrap();
    let reader = SerializedFileReader::new(file).unwrap();
    let columns = reader.metadata().file_metadata().schema_descr().columns().iter().map(|column| column.name());
    assert_eq!(columns.collect::<Vec<_>>(), names);
    let same: Vec<_> = reader.get_row_iter(None).unwrap().map(|row| row.unwrap()).collect();
    assert_eq!(same.len(), rows.len());
    assert_eq!(
        same[0].get_string(names.iter().position(|name| name == "content").unwrap()).unwrap(),
        cell(0, "content")
    );
}

#[test]
fn who_stops_reading_the_output_is_no_error() {
    let input: String = (0..2000).map(|number| line(number, "") + "\n").collect();
    let folder = Folder::new("closed");
    let input = folder.write("in.jsonl", input);
    let mut child =
        making::command(&["analyze", "--jsonl", &input]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut first = [0; 10];
    child.stdout.take().unwrap().read_exact(&mut first).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success());
    assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
}

/// Peak memory is read while the process waits for more: with twenty times the documents it may be no more than some
/// megabytes higher. What is answered alone would be many times that.
#[test]
fn memory_does_not_grow_with_the_archive() {
    if !cfg!(target_os = "linux") {
        println!("SKIPPED: peak memory is read from /proc");
        return;
    }
    let [few, many] = [1_000, 20_000].map(|documents| making::peak_memory(documents, &["analyze", "--jsonl"]));
    assert!(many < few + 24_000, "{few} kB with a thousand documents, {many} kB with twenty thousand");
}
