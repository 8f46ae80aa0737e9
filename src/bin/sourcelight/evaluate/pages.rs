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
    let mut pages = Vec::new();
    for entry in fs::read_dir(folder)? {
        let page = entry?.path();
        if let (Some(name), true) = (page.file_name(), page.is_dir()) {
            pages.push((name.to_string_lossy().into_owned(), text(&page)?));
        }
    }
    gold::read_marks(marks, pages.iter().map(|(name, text)| (name.as_str(), text.as_str())))
}

/// The text that the collection gives for a page, and where it gives none, the article that is found in the page, with an
/// empty line between paragraphs.
fn text(page: &Path) -> io::Result<String> {
    if let Ok(text) = fs::read_to_string(page.join("expected.txt")) {
        return Ok(text.trim_end_matches('\n').to_owned());
    }
    let html = page::decode(fs::read(page.join("source.html"))?, Some(None));
    let article = page::read(&html).map_err(|e| io::Error::other(format!("{}: {e}", page.display())))?;
    Ok(article.text.replace('\n', "\n\n"))
}
