//! The table of marks as Parquet: a folder of files, one for each part of the documents.
//!
//! A file of Parquet is readable from its end on, so that one that was cut short is lost. Each part is therefore written
//! under another name and renamed when it is whole; what reads Parquet reads a folder of it as one table.

use super::table::{self, Row};
use crate::archive::inputs::cannot;
use crate::archive::journal::keep;
use crate::archive::{Answer, Output};
use parquet::basic::Compression;
use parquet::errors::ParquetError;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::SerializedFileWriter;
use parquet::record::RecordWriter;
use serde_json::Value;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

pub struct ParquetFolder {
    folder: PathBuf,
    /// The folder, for as long as the run goes on.
    _lock: Option<File>,
    /// Parts that are whole.
    finished: u64,
    /// The part that is being written.
    part: SerializedFileWriter<File>,
    /// Rows that were not written yet.
    rows: Vec<Row>,
}

/// Rows that are held in memory and then written as a group, from which columns are read one by one.
const GROUP: usize = 20_000;

impl ParquetFolder {
    /// Goes on behind the parts that `state` counts.
    ///
    /// # Errors
    /// Where the folder cannot be written, or lacks one of these parts.
    pub fn open(folder: &Path, state: &Value) -> io::Result<Self> {
        fs::create_dir_all(folder).map_err(|error| cannot("write", folder, error))?;
        // Not every system opens a folder.
        let lock = File::open(folder).ok();
        lock.as_ref().map_or(Ok(()), |lock| keep(lock, folder))?;
        let finished = state.as_u64().unwrap_or(0);
        if let Some(lost) = (0..finished).map(|number| part_path(folder, number)).find(|path| !path.exists()) {
            let reason = "is missing, which the run has finished: delete the folder and what --resume keeps beside it";
            return Err(io::Error::other(format!("{} {reason}", lost.display())));
        }
        let part = begin_part(folder)?;
        Ok(Self { folder: folder.to_owned(), _lock: lock, finished, part, rows: Vec::new() })
    }

    fn write_group(&mut self) -> Result<(), ParquetError> {
        if !self.rows.is_empty() {
            let mut group = self.part.next_row_group()?;
            self.rows.as_slice().write_to_row_group(&mut group)?;
            group.close()?;
            self.rows.clear();
        }
        Ok(())
    }
}

impl Output for ParquetFolder {
    type Piece = Vec<Row>;

    fn render(&self) -> fn(Answer) -> Vec<Row> {
        table::rows
    }

    fn add(&mut self, piece: Vec<Row>) -> io::Result<()> {
        self.rows.extend(piece);
        if self.rows.len() >= GROUP { Ok(self.write_group()?) } else { Ok(()) }
    }

    fn save(&mut self) -> io::Result<Value> {
        self.write_group()?;
        // The first part is written without rows as well: a table without rows is a table.
        if !self.part.flushed_row_groups().is_empty() || self.finished == 0 {
            self.part.finish()?;
            self.part.inner().sync_data()?;
            fs::rename(unfinished(&self.folder), part_path(&self.folder, self.finished))?;
            self.finished += 1;
            self.part = begin_part(&self.folder)?;
        }
        Ok(self.finished.into())
    }

    fn finish(&mut self) -> io::Result<()> {
        fs::remove_file(unfinished(&self.folder))
    }
}

fn begin_part(folder: &Path) -> io::Result<SerializedFileWriter<File>> {
    let properties = WriterProperties::builder().set_compression(Compression::SNAPPY).build();
    let schema = [Row::default()].as_slice().schema()?;
    Ok(SerializedFileWriter::new(File::create(unfinished(folder))?, schema, Arc::new(properties))?)
}

fn part_path(folder: &Path, number: u64) -> PathBuf {
    folder.join(format!("part-{number:05}.parquet"))
}

/// Readers of Parquet pass over names that begin with a dot.
fn unfinished(folder: &Path) -> PathBuf {
    folder.join(".part.unfinished")
}
