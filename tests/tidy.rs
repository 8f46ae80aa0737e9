//! Keeps the data files of the project in step with each other: what one lists, the others must know.

use std::collections::BTreeSet;
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
fn lexicons_name_their_origin_and_are_sorted() {
    for path in files("src/lexicon", ".txt") {
        let list = read(&path);
        let name = path.display();
        assert!(list.lines().any(|line| line.starts_with("# Origin:")), "{name} does not name its origin");
        let entries: Vec<_> = list.lines().filter(|line| !line.starts_with('#') && !line.is_empty()).collect();
        for pair in entries.windows(2) {
            let in_sections = list.contains("\n[");
            assert!(in_sections || pair[0] <= pair[1], "{name}: {:?} stands before {:?}", pair[0], pair[1]);
        }
        let unique: BTreeSet<_> = entries.iter().collect();
        assert_eq!(unique.len(), entries.len(), "{name} lists a line twice");
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
