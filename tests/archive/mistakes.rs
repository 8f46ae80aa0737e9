//! What is easily typed wrong or lies in the way: it is told before anything is written, and no file is lost by it.

use super::making::{Folder, command, line, sourcelight};
use std::fs;
use std::io::Write;
use std::os::unix::fs::symlink;
use std::process::Stdio;
use std::thread;
use std::time::Duration;

/// Runs the command line, which must refuse, and returns what it tells.
fn refused(arguments: &[&str]) -> String {
    let output = sourcelight(arguments, line(1, "").as_bytes());
    let told = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(1), "{arguments:?}: {told}");
    assert!(output.stdout.is_empty());
    told
}

#[test]
fn what_is_mistyped_is_told_before_anything_is_written() {
    let folder = Folder::new("mistyped");
    let good = folder.write("good.jsonl", line(1, ""));
    for wrong in ["missing.jsonl", "no*thing.html"].map(|name| folder.path(name)) {
        let output = sourcelight(&["analyze", &good, &wrong, "-o", &folder.path("out.jsonl")], b"");
        assert_eq!(output.status.code(), Some(1));
        assert!(String::from_utf8(output.stderr).unwrap().contains(&wrong));
    }
    assert_eq!(folder.names(), ["good.jsonl"]);
}

#[test]
fn an_output_that_is_there_is_not_overwritten() {
    let folder = Folder::new("there");
    let output = folder.write("out.jsonl", "precious");
    let refused = sourcelight(&["analyze", "-o", &output], line(1, "").as_bytes());
    assert_eq!(refused.status.code(), Some(1));
    assert_eq!(fs::read_to_string(output).unwrap(), "precious");
}

#[test]
fn a_report_overwrites_an_earlier_one_and_nothing_else() {
    let folder = Folder::new("report-there");
    let input = folder.write("in.jsonl", line(1, "") + "\n");
    let page = folder.write("page.html", "<!DOCTYPE html><html><p>precious");
    let told = refused(&["report", &input, "-o", &input]);
    assert!(told.contains("nothing to read but what is to be written"), "{told}");
    let told = refused(&["report", &input, &page, "-o", &page]);
    assert!(told.contains("is there already"), "{told}");
    let told = refused(&["report", &input, "-o", &folder.path("")]);
    assert!(told.contains("is there already"), "{told}");
    assert!(fs::read_to_string(page).unwrap().ends_with("precious"));
    assert_eq!(folder.names(), ["in.jsonl", "page.html"]);
    // Into the folder that is read, as often as one likes: no report counts an earlier one.
    let report = folder.path("report.html");
    for _ in 0..2 {
        assert!(sourcelight(&["report", &folder.path(""), "-o", &report], b"").status.success());
        assert!(fs::read_to_string(&report).unwrap().contains("these 2 documents"));
    }
}

#[test]
fn an_ending_that_tells_no_form_is_no_text_for_people() {
    let folder = Folder::new("ending");
    for name in ["out.json", "out.jsonl.gz"] {
        let told = refused(&["analyze", "-o", &folder.path(name)]);
        assert!(told.contains("tells no form: name it by --to"), "{told}");
    }
    assert!(folder.names().is_empty());
    let named = folder.path("out.json");
    assert!(sourcelight(&["analyze", "--to", "jsonl", "-o", &named], line(1, "").as_bytes()).status.success());
    assert!(fs::read_to_string(named).unwrap().starts_with(r#"{"id":"d1""#));
}

#[test]
fn a_line_stands_for_standard_output_too() {
    let [told, written] = [&["analyze", "--jsonl"][..], &["analyze", "--jsonl", "-o", "-"]]
        .map(|arguments| sourcelight(arguments, line(1, "").as_bytes()).stdout);
    assert!(!told.is_empty());
    assert_eq!(told, written);
    assert!(refused(&["analyze", "--jsonl", "-o", "-", "--resume"]).contains("needs a file"));
}

#[test]
fn a_link_to_nowhere_is_named_and_one_in_a_circle_passed_over() {
    let folder = Folder::new("links");
    let news = folder.write("b.jsonl", line(1, "") + "\n");
    symlink("nowhere", folder.path("a.txt")).unwrap();
    symlink("nowhere", folder.path("a.png")).unwrap();
    symlink(".", folder.path("c")).unwrap();
    let output = sourcelight(&["analyze", "--jsonl", &folder.path("")], b"");
    let told = String::from_utf8(output.stderr).unwrap();
    assert_eq!((output.status.code(), told.lines().count()), (Some(1), 1), "{told}");
    assert!(told.contains("a.txt: cannot be read"), "{told}");
    let answers = String::from_utf8(output.stdout).unwrap();
    assert!(answers.ends_with(&String::from_utf8(sourcelight(&["analyze", "--jsonl", &news], b"").stdout).unwrap()));
    assert_eq!(answers.lines().count(), 2);
}

#[test]
fn what_is_almost_lines_of_json_is_read_or_told_plainly() {
    let marked = sourcelight(&["analyze", "--jsonl"], ("\u{feff}".to_owned() + &line(1, "")).as_bytes());
    assert!(marked.status.success());
    let list = sourcelight(&["analyze", "--jsonl"], format!("[{}]", line(1, "")).as_bytes());
    let told = String::from_utf8(list.stderr).unwrap();
    assert!(told.contains("line 1: invalid type: sequence, expected an object with id and text"), "{told}");
}

#[test]
fn a_slash_behind_a_folder_makes_no_difference_to_a_run_that_goes_on() {
    let folder = Folder::new("slash");
    let output = folder.path("out.parquet/");
    let arguments = ["analyze", "--to", "parquet", "-o", &output, "--part", "2"];
    kill(&arguments, &folder.path("out.parquet.progress"));
    let told = refused(&arguments);
    assert!(told.contains("was cut short"), "{told}");
    fs::remove_file(folder.path("out.parquet/part-00000.parquet")).unwrap();
    let told = refused(&[&arguments[..], &["--resume"]].concat());
    assert!(told.contains("part-00000.parquet is missing"), "{told}");
}

#[test]
fn two_runs_do_not_write_to_one_output() {
    for name in ["out.jsonl", "out.parquet"] {
        let folder = Folder::new(&format!("two-{name}"));
        let output = folder.path(name);
        let arguments = ["analyze", "-o", &output, "--part", "2"];
        while_running(&arguments, &format!("{output}.progress"), || {
            let told = refused(&[&arguments[..], &["--resume"]].concat());
            assert!(told.contains("another run is writing"), "{told}");
        });
    }
}

fn kill(arguments: &[&str], progress: &str) {
    while_running(arguments, progress, || {});
}

/// Starts a run, does something when it has noted its first part and waits for more, and kills it.
fn while_running(arguments: &[&str], progress: &str, work: impl FnOnce()) {
    let mut child = command(arguments).stdin(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    stdin.write_all((line(1, "") + "\n" + &line(2, "") + "\n").as_bytes()).unwrap();
    while !fs::read_to_string(progress).unwrap_or_default().contains(r#""documents":2"#) {
        assert!(child.try_wait().unwrap().is_none(), "it ended by itself");
        thread::sleep(Duration::from_millis(10));
    }
    work();
    child.kill().unwrap();
    child.wait().unwrap();
}
