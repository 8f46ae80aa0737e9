//! Keeps the data files of the project in step with each other: what one lists, the others must know.

use std::fs;
use std::path::{Path, PathBuf};

fn files(folder: &str, ending: &str) -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut found: Vec<_> = fs::read_dir(&root)
        .unwrap_or_else(|e| panic!("{}: {e}", root.display()))
        .map(|entry| entry.expect("readable folder").path())
        .filter(|path| path.to_string_lossy().ends_with(ending))
        .collect();
    found.sort();
    found
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

#[test]
fn word_lists_name_their_origin() {
    for path in files("src/language/english", ".txt") {
        assert!(read(&path).contains("\n# Origin:"), "{} does not name its origin", path.display());
    }
}

#[test]
fn source_files_stay_readable() {
    const LONGEST: usize = 400;
    let mut folders = vec![PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("src is readable") {
            let path = entry.expect("readable folder").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == "rs") {
                let text = read(&path);
                let lines = text.lines().count();
                assert!(lines <= LONGEST, "{} has {lines} lines, more than {LONGEST}", path.display());
                assert!(text.starts_with("//!"), "{} does not say what it is for", path.display());
            }
        }
    }
}
