//! What grows at its end: a file of text, or standard output.

use crate::archive::inputs::cannot;
use crate::archive::journal::keep;
use crate::archive::{Answer, Output};
use anstream::{AutoStream, StripStream};
use serde_json::Value;
use std::fs::{File, OpenOptions};
use std::io::{self, BufWriter, Seek, SeekFrom, Write};
use std::path::Path;

pub struct Stream {
    render: fn(Answer) -> String,
    out: BufWriter<Box<dyn Write>>,
    /// None for standard output.
    file: Option<File>,
}

impl Stream {
    /// Goes on where `state` says, or begins with `header`. What stands in a file behind the state was never finished and
    /// is cut off. `writer` says whether bytes are written as they are ([`plain`]) or lose their colours ([`coloured`]).
    ///
    /// # Errors
    /// Where the file cannot be written, or is shorter than the run left it.
    pub fn open(
        path: Option<&Path>,
        state: &Value,
        header: Option<&str>,
        render: fn(Answer) -> String,
        writer: fn(Option<File>) -> Box<dyn Write>,
    ) -> io::Result<Self> {
        let (out, file) = match path {
            None => (writer(None), None),
            Some(path) => {
                let mut file = OpenOptions::new()
                    .create(true)
                    .truncate(false)
                    .write(true)
                    .open(path)
                    .map_err(|error| cannot("write", path, error))?;
                keep(&file, path)?;
                let finished = state.as_u64().unwrap_or(0);
                if file.metadata()?.len() < finished {
                    let reason = "is shorter than the run left it: delete it and what --resume keeps beside it";
                    return Err(io::Error::other(format!("{} {reason}", path.display())));
                }
                file.set_len(finished)?;
                file.seek(SeekFrom::End(0))?;
                (writer(Some(file.try_clone()?)), Some(file))
            }
        };
        let mut stream = Self { render, out: BufWriter::with_capacity(1 << 16, out), file };
        if let Some(header) = header.filter(|_| state.is_null()) {
            stream.out.write_all(header.as_bytes())?;
        }
        Ok(stream)
    }
}

/// Writes bytes as they are, for programs; to standard output where there is no file.
pub fn plain(file: Option<File>) -> Box<dyn Write> {
    file.map_or_else(|| Box::new(io::stdout()) as Box<dyn Write>, |file| Box::new(file))
}

/// Shows colours where a terminal does, and leaves them out elsewhere.
pub fn coloured(file: Option<File>) -> Box<dyn Write> {
    match file {
        Some(file) => Box::new(StripStream::new(file)),
        None => Box::new(AutoStream::auto(io::stdout())),
    }
}

impl Output for Stream {
    type Piece = String;

    fn render(&self) -> fn(Answer) -> String {
        self.render
    }

    fn add(&mut self, piece: String) -> io::Result<()> {
        self.out.write_all(piece.as_bytes())
    }

    fn save(&mut self) -> io::Result<Value> {
        self.out.flush()?;
        let Some(file) = &self.file else { return Ok(Value::Null) };
        file.sync_data()?;
        Ok(file.metadata()?.len().into())
    }
}
