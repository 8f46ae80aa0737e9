//! Keeps the project in shape: files that stay readable, words only in the language packs, no circles of modules.

mod examples;
mod modules;
mod words;

use std::fs;
use std::path::{Path, PathBuf};

/// A Rust file of the core, with its path below `src/`.
struct Source {
    path: String,
    text: String,
}

impl Source {
    fn new(path: &str, text: &str) -> Self {
        Self { path: path.to_owned(), text: text.to_owned() }
    }
}

/// Every Rust file below `src/`, in the order of paths.
fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut folders = vec![root.clone()];
    let mut found = Vec::new();
    while let Some(folder) = folders.pop() {
        for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let below = path.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/");
                found.push(Source { text: read(&path), path: below });
            }
        }
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

#[test]
fn word_lists_name_their_origin() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/language");
    let folders = [folder.clone(), folder.join("english"), folder.join("german")];
    let entries = folders.iter().flat_map(|folder| fs::read_dir(folder).unwrap());
    let files: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    for path in files.iter().filter(|path| path.extension().is_some_and(|ending| ending == "txt")) {
        assert!(read(path).contains("\n# Origin:"), "{} does not name its origin", path.display());
    }
}

#[test]
fn source_files_stay_readable() {
    const LONGEST: usize = 400;
    for Source { path, text } in sources() {
        let lines = text.lines().count();
        assert!(lines <= LONGEST, "{path} has {lines} lines, more than {LONGEST}");
        assert!(text.starts_with("//!"), "{path} does not say what it is for");
    }
}
