//! How far a run came, in a small file beside its output, so that a later one goes on from there.
//!
//! The file is there from before the first byte of output until the run is over. It is only ever replaced whole, and only
//! after what it speaks of is on the disk: whenever a run is killed, the file tells a state that can be returned to.

use super::inputs::cannot;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::ffi::OsString;
use std::fs::{self, File, TryLockError};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

pub struct Journal {
    path: PathBuf,
    pub entry: Entry,
}

/// The state that a run can be taken up at.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Entry {
    /// What the run is about: its inputs and options, and who reads. Another run cannot go on from here.
    run: String,
    /// Documents that are done, those that could not be read included.
    pub documents: u64,
    /// Those that could not be read.
    pub failed: u64,
    /// What the output needs to go on; null at the beginning.
    pub output: Value,
}

impl Journal {
    /// Begins a run that writes to `output`, or goes on with one; a file that begins with what `replaces` says may be
    /// overwritten. None where there is nothing left to do.
    ///
    /// # Errors
    /// Where the rest of another run is in the way: nothing is overwritten that took time to make.
    pub fn begin(output: &Path, run: String, resume: bool, replaces: Option<&str>) -> io::Result<Option<Self>> {
        let path = beside(output, ".progress");
        let is_there = output.exists();
        let may_be_replaced = replaces.is_some_and(|beginning| begins(output, beginning.as_bytes()));
        let output = output.display();
        let in_the_way = |reason: String| Err(io::Error::new(io::ErrorKind::AlreadyExists, reason));
        let journal = match fs::read(&path) {
            Ok(entry) => {
                let entry: Entry = serde_json::from_slice(&entry)
                    .map_err(|error| io::Error::other(format!("{} is damaged: {error}", path.display())))?;
                let place = path.display();
                match () {
                    () if !resume => {
                        return in_the_way(format!(
                            "a run that wrote {output} was cut short: go on with it by --resume, or delete {output} and {place}"
                        ));
                    }
                    () if entry.run != run => {
                        return in_the_way(format!(
                            "{output} was begun with other inputs, other options or another version; \
                             to begin anew delete {output} and {place}"
                        ));
                    }
                    () => Self { path, entry },
                }
            }
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            Err(_) if resume && is_there => return Ok(None),
            Err(_) if is_there && !may_be_replaced => {
                return in_the_way(format!("{output} is there already: name another output, or delete it"));
            }
            Err(_) => {
                let mut journal = Self { path, entry: Entry { run, documents: 0, failed: 0, output: Value::Null } };
                journal.write()?;
                journal
            }
        };
        Ok(Some(journal))
    }

    /// Notes that so many documents are done and what the output needs to go on.
    pub fn note(&mut self, documents: u64, failed: u64, output: Value) -> io::Result<()> {
        self.entry = Entry { documents, failed, output, run: std::mem::take(&mut self.entry.run) };
        self.write()
    }

    fn write(&mut self) -> io::Result<()> {
        replace(&self.path, &serde_json::to_vec(&self.entry)?)
    }

    /// The run is over.
    pub fn end(self) -> io::Result<()> {
        fs::remove_file(self.path)
    }
}

/// Writes a file so that at any moment either the old or the new one is there, whole.
pub fn replace(path: &Path, content: &[u8]) -> io::Result<()> {
    let unfinished = beside(path, ".unfinished");
    let write = || {
        let mut file = File::create(&unfinished)?;
        file.write_all(content)?;
        file.sync_data()?;
        fs::rename(&unfinished, path)
    };
    write().map_err(|error| cannot("write", path, error))
}

/// Keeps an output for this run: two that wrote to one output would spoil it. The lock is gone with `output`.
///
/// # Errors
/// Where another run is writing to it. A file system without locks is no reason not to write.
pub fn keep(output: &File, path: &Path) -> io::Result<()> {
    match output.try_lock() {
        Err(TryLockError::WouldBlock) => {
            Err(io::Error::new(io::ErrorKind::ResourceBusy, format!("another run is writing {}", path.display())))
        }
        _ => Ok(()),
    }
}

fn begins(path: &Path, beginning: &[u8]) -> bool {
    let mut read = Vec::new();
    File::open(path).and_then(|file| file.take(beginning.len() as u64).read_to_end(&mut read)).is_ok()
        && read == beginning
}

/// The path with an ending more.
fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(ending);
    PathBuf::from(name)
}
