//! What the command line names (files, folders, patterns, standard input) as a list of files in a fixed order.

use clap::ValueEnum;
use clap::builder::{PathBufValueParser, TypedValueParser};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io;
use std::path::{Path, PathBuf};
use walkdir::WalkDir;

/// A file to be read.
#[derive(Debug, Clone)]
pub struct Input {
    /// None for standard input.
    pub path: Option<PathBuf>,
    pub kind: Kind,
    /// In bytes as they lie on the disk; 0 where that is not known before it is read.
    pub size: u64,
}

/// What a file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, ValueEnum)]
pub enum Kind {
    /// One document, paragraphs separated by line ends.
    Text,
    /// A web page with one article.
    Html,
    /// A document a line: `{"id": …, "text": …}`.
    Jsonl,
    /// A web archive, whose pages are documents.
    Warc,
}

/// What standard input and standard output are called.
const STANDARD: &str = "-";

/// Endings of the names that are read in a folder.
const ENDINGS: [(&str, Kind); 10] = [
    ("txt", Kind::Text),
    ("text", Kind::Text),
    ("md", Kind::Text),
    ("html", Kind::Html),
    ("htm", Kind::Html),
    ("xhtml", Kind::Html),
    ("jsonl", Kind::Jsonl),
    ("ndjson", Kind::Jsonl),
    ("warc", Kind::Warc),
    ("wet", Kind::Warc),
];

impl Kind {
    /// By the name's ending; ".gz" behind it makes no difference.
    fn of(path: &Path) -> Option<Self> {
        let name = path.file_name()?.to_str()?.to_lowercase();
        let name = name.strip_suffix(".gz").unwrap_or(&name);
        let (_, ending) = name.rsplit_once('.')?;
        ENDINGS.iter().find(|(known, _)| *known == ending).map(|(_, kind)| *kind)
    }
}

/// Lists what `named` means. Every one of a folder's files that is a document is in it, in the order of their names;
/// `given` overrides what the names tell, `piped` is what standard input and files hold whose names tell nothing, and the
/// `output` of an earlier run is no input.
///
/// # Errors
/// Where a file is missing or a pattern fits none: a name that is mistyped is told before hours are spent on the others.
pub fn list(named: &[PathBuf], given: Option<Kind>, piped: Kind, output: Option<&Path>) -> io::Result<Vec<Input>> {
    let output = output.and_then(|path| path.canonicalize().ok());
    let mut inputs = Vec::new();
    let standard_input = [PathBuf::from(STANDARD)];
    for name in if named.is_empty() { &standard_input } else { named } {
        let before = inputs.len();
        if name.as_os_str() == STANDARD {
            inputs.push(Input { path: None, kind: given.unwrap_or(piped), size: 0 });
        } else if let Err(error) = name.metadata() {
            let pattern = name.to_str().filter(|name| name.contains(['*', '?', '[']));
            let pattern = pattern.ok_or_else(|| cannot("read", name, error))?;
            for path in glob::glob(pattern).map_err(|error| cannot("read", name, io::Error::other(error)))? {
                add(&path?, given, piped, &mut inputs)?;
            }
        } else {
            add(name, given, piped, &mut inputs)?;
        }
        if inputs.len() == before {
            return Err(io::Error::other(format!("nothing to read in {}", name.display())));
        }
    }
    if let Some(output) = output {
        inputs
            .retain(|input| input.path.as_ref().is_none_or(|path| path.canonicalize().ok().as_ref() != Some(&output)));
        if inputs.is_empty() {
            return Err(io::Error::other(format!("nothing to read but what is to be written: {}", output.display())));
        }
    }
    Ok(inputs)
}

/// Adds a file, or every document below a folder. What cannot be read there is added as well: it is named when its turn
/// comes, and stops no other. A link that leads back to a folder around it is passed over.
fn add(path: &Path, given: Option<Kind>, piped: Kind, inputs: &mut Vec<Input>) -> io::Result<()> {
    if !path.is_dir() {
        let kind = given.or_else(|| Kind::of(path)).unwrap_or(piped);
        let size = path.metadata().map_err(|error| cannot("read", path, error))?.len();
        inputs.push(Input { path: Some(path.to_owned()), kind, size });
        return Ok(());
    }
    let is_shown = |name: &std::ffi::OsStr| !name.as_encoded_bytes().starts_with(b".");
    let walk = WalkDir::new(path).follow_links(true).sort_by_file_name().into_iter();
    for entry in walk.filter_entry(|entry| entry.depth() == 0 || is_shown(entry.file_name())) {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) if error.depth() == 0 => return Err(error.into()),
            Err(error) => {
                inputs.extend(unreadable(&error));
                continue;
            }
        };
        let Some(kind) = Kind::of(entry.path()).filter(|_| entry.file_type().is_file()) else { continue };
        let size = entry.metadata()?.len();
        inputs.push(Input { path: Some(entry.into_path()), kind: given.unwrap_or(kind), size });
    }
    Ok(())
}

/// What stands in a folder and cannot be read, as an input that is named when it is opened; none where it would not be read
/// anyway.
fn unreadable(error: &walkdir::Error) -> Option<Input> {
    let path = error.path().filter(|path| path.is_dir() || Kind::of(path).is_some())?;
    let input = Input { path: Some(path.to_owned()), kind: Kind::Text, size: 0 };
    error.loop_ancestor().is_none().then_some(input)
}

/// A number that two lists share only if they name the same files of the same sizes in the same order.
pub fn fingerprint(inputs: &[Input]) -> u64 {
    let mut hasher = DefaultHasher::new();
    for Input { path, kind, size } in inputs {
        (path, kind, size).hash(&mut hasher);
    }
    hasher.finish()
}

/// A path as it is given for an output: a slash at its end, as a shell adds it to a folder's name, makes no difference.
pub fn output_path() -> impl TypedValueParser<Value = PathBuf> {
    PathBufValueParser::new().map(|path| path.components().collect::<PathBuf>())
}

/// The output that is meant: none for "-", which is standard output as it is standard input.
pub fn output_file(given: Option<&PathBuf>) -> Option<&Path> {
    given.map(PathBuf::as_path).filter(|path| path.as_os_str() != STANDARD)
}

/// The error with what could not be done ("read", "write") and the name of the file.
pub fn cannot(do_what: &str, path: &Path, error: io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("cannot {do_what} {}: {error}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::{Kind, fingerprint, list};
    use std::path::{Path, PathBuf};

    #[test]
    fn a_name_tells_what_a_file_holds() {
        let kinds = ["a.txt", "b/c.HTML", "d.jsonl.gz", "e.warc.gz", "f.png", "g.gz", "html"];
        let expected = [Some(Kind::Text), Some(Kind::Html), Some(Kind::Jsonl), Some(Kind::Warc), None, None, None];
        assert_eq!(kinds.map(|name| Kind::of(Path::new(name))), expected);
    }

    #[test]
    fn what_is_read_is_told_by_names_and_sizes() {
        let listed = |names: &[&str]| {
            let names: Vec<PathBuf> = names.iter().map(PathBuf::from).collect();
            list(&names, None, Kind::Text, None).unwrap()
        };
        let [one, other] = [&["Cargo.toml", "-"][..], &["-", "Cargo.toml"]].map(listed);
        assert_eq!(fingerprint(&one), fingerprint(&listed(&["Cargo.toml", "-"])));
        assert_ne!(fingerprint(&one), fingerprint(&other));
        let mut longer = one.clone();
        longer[0].size += 1;
        assert_ne!(fingerprint(&one), fingerprint(&longer));
    }
}
