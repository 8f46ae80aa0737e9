//! A run that is killed and resumed leaves what an undisturbed run leaves: nothing is lost, nothing is there twice.

use super::making::{Folder, command, line, sourcelight};
use std::fs::{self, OpenOptions};
use std::io::Write;
use std::process::Stdio;
use std::thread;
use std::time::Duration;

const DOCUMENTS: usize = 1_000;
/// Of these a run hears before it is killed, waiting for more.
const HEARD: usize = 730;
const PART: [&str; 2] = ["--part", "100"];

/// One document in a hundred cannot be read: what failed before the run was killed is not forgotten.
fn archive() -> Vec<String> {
    let outlet =
        |number: usize| format!(r#", "outlet": "The Pier {}", "date": "2026-{:02}-01""#, number % 3, number % 12 + 1);
    (0..DOCUMENTS)
        .map(|number| if number % 100 == 50 { "bad".to_owned() } else { line(number, &outlet(number)) } + "\n")
        .collect()
}

/// Starts a run, lets it hear a part of the archive, and kills it when it has noted some of that.
fn kill(arguments: &[&str], output: &str, archive: &[String]) {
    let mut child = command(arguments).stdin(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    stdin.write_all(archive[..HEARD].concat().as_bytes()).unwrap();
    let noted = || fs::read_to_string(format!("{output}.progress")).unwrap_or_default();
    while !noted().contains(r#""documents":700"#) {
        assert!(child.try_wait().unwrap().is_none(), "it ended by itself");
        thread::sleep(Duration::from_millis(10));
    }
    child.kill().unwrap();
    child.wait().unwrap();
}

/// `spoil` does to the output what a machine may that goes down in the midst of writing.
fn check(command: &str, name: &str, spoil: fn(&str)) {
    let folder = Folder::new(&format!("resume-{name}"));
    let archive = archive();
    let whole = archive.concat();
    let [undisturbed, disturbed] = ["undisturbed", "disturbed"].map(|run| folder.path(&format!("{run}-{name}")));
    let run = |output: &str, more: &[&str]| {
        let arguments = [&[command, "-o", output], &PART[..], more].concat();
        sourcelight(&arguments, whole.as_bytes())
    };
    let at_once = run(&undisturbed, &[]);
    assert_eq!(at_once.status.code(), Some(1));
    kill(&[&[command, "-o", &disturbed], &PART[..]].concat(), &disturbed, &archive);
    spoil(&disturbed);

    let refused = run(&disturbed, &[]);
    assert_eq!(refused.status.code(), Some(1));
    assert!(String::from_utf8(refused.stderr).unwrap().contains("--resume"));
    let other = sourcelight(&[command, "-o", &disturbed, "--part", "99", "--resume"], whole.as_bytes());
    assert!(String::from_utf8(other.stderr).unwrap().contains("other options"));

    let resumed = run(&disturbed, &["--resume"]);
    assert_eq!(resumed.status.code(), Some(1), "{}", String::from_utf8_lossy(&resumed.stderr));
    assert_eq!(content(&disturbed), content(&undisturbed));
    assert!(!fs::exists(format!("{disturbed}.progress")).unwrap());
    // It named only what it read itself.
    assert_eq!(String::from_utf8(resumed.stderr).unwrap().matches(": not JSON").count(), 3);

    let again = run(&disturbed, &["--resume"]);
    assert!(again.status.success(), "what is finished is left as it is");
    assert_eq!(content(&disturbed), content(&undisturbed));
}

/// The names and bytes of a file or of the files of a folder.
fn content(path: &str) -> Vec<(String, Vec<u8>)> {
    let Ok(entries) = fs::read_dir(path) else { return vec![(String::new(), fs::read(path).unwrap())] };
    let mut files: Vec<_> = entries.map(|entry| entry.unwrap()).collect();
    files.sort_by_key(|entry| entry.file_name());
    files.into_iter().map(|entry| (entry.file_name().into_string().unwrap(), fs::read(entry.path()).unwrap())).collect()
}

fn tear(output: &str) {
    let mut file = OpenOptions::new().append(true).open(output).unwrap();
    file.write_all(br#"{"id": "d700", "attributions": [{"sou"#).unwrap();
}

#[test]
fn json_lines() {
    check("analyze", "out.jsonl", tear);
}

#[test]
fn csv() {
    check("analyze", "out.csv", tear);
}

#[test]
fn parquet() {
    check("analyze", "out.parquet", |folder| {
        fs::write(format!("{folder}/part-00007.parquet"), "PAR1").unwrap();
    });
}

#[test]
fn a_report() {
    check("report", "out.html", |_| {});
}

#[test]
fn files_that_changed_are_told() {
    let folder = Folder::new("resume-changed");
    let [input, output] = ["in.jsonl", "out.jsonl"].map(|name| folder.path(name));
    fs::write(&input, archive().concat()).unwrap();
    // As a run leaves it that was killed at once.
    let begun = format!(r#"{{"run":"{:016x}","documents":0,"failed":0,"output":null}}"#, 0);
    fs::write(format!("{output}.progress"), begun).unwrap();
    let refused = sourcelight(&["analyze", &input, "-o", &output, "--resume"], b"");
    assert_eq!(refused.status.code(), Some(1));
    assert!(String::from_utf8(refused.stderr).unwrap().contains("other inputs"));
}

#[test]
fn files_that_are_done_are_not_read_again() {
    let folder = Folder::new("resume-files");
    let archive = archive();
    let texts = |text: &str| (0..40).for_each(|number| drop(folder.write(&format!("in/{number:02}.txt"), text)));
    texts("“The bridge is closed,” Mayor Anna Bečk said.");
    let [input, undisturbed, disturbed] = ["in", "undisturbed.jsonl", "disturbed.jsonl"].map(|name| folder.path(name));
    // The folder, then what comes on standard input: forty documents and then some more.
    let arguments = |output| ["analyze", &input, "-", "-o", output, "--part", "100"].map(str::to_owned);
    let at_once = arguments(&undisturbed);
    sourcelight(&at_once.each_ref().map(String::as_str), archive.concat().as_bytes());
    let cut = arguments(&disturbed);
    let cut: Vec<&str> = cut.iter().map(String::as_str).collect();
    kill(&cut, &disturbed, &archive);
    // Of the same length, so that they look as before.
    texts("“The tunnel is closed,” Mayor Anna Bečk said.");
    sourcelight(&[&cut[..], &["--resume"]].concat(), archive.concat().as_bytes());
    assert_eq!(content(&disturbed), content(&undisturbed));
}
