//! Stored news pages with marks of our own, from which nothing is learnt: a second look at what travels.

use crate::archive::page;
use crate::gold::{self, GoldDocument};
use std::fs;
use std::io;
use std::path::Path;

/// The marks in a file, with the texts of the pages in a folder.
///
/// # Errors
/// Where a page cannot be read, or is not the one that was marked.
pub fn read(marks: &Path, folder: &Path) -> io::Result<Vec<GoldDocument>> {
    gold::read_marks(marks, |name| text(&folder.join(name)))
}

/// The text that the collection gives for a page, and where it gives none, the article that is found in the page, with an
/// empty line between paragraphs.
fn text(page: &Path) -> io::Result<String> {
    if let Ok(text) = fs::read_to_string(page.join("expected.txt")) {
        return Ok(text.trim_end_matches('\n').to_owned());
    }
    let html = page::decode(fs::read(page.join("source.html"))?, Some(None));
    let article = page::read(&html).map_err(io::Error::other)?;
    Ok(article.text.replace('\n', "\n\n"))
}
