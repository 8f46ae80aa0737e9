//! A page as the core receives it: one string and the table of its blocks.

use crate::span::Span;

/// A page's text with its blocks (headline, paragraphs, list items, captions), in reading order.
///
/// Blocks never overlap; what stands between them (line ends) belongs to none.
///
/// ```
/// use sourcelight::Document;
///
/// let document = Document::new("Bridge closed\n\nThe mayor said so.", "\n");
/// let blocks: Vec<&str> = document.blocks.iter().map(|block| block.of(document.text)).collect();
/// assert_eq!(blocks, ["Bridge closed", "The mayor said so."]);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document<'t> {
    pub text: &'t str,
    pub blocks: Vec<Span>,
}

impl<'t> Document<'t> {
    /// Splits at every separator; blocks of white space alone are left out.
    ///
    /// The command line separates paragraphs by `"\n"`, the extension by `"\n\n"` (a page may hold single line ends).
    pub fn new(text: &'t str, separator: &str) -> Self {
        let mut blocks = Vec::new();
        let mut start = 0;
        for piece in text.split(separator) {
            let body = piece.trim();
            if !body.is_empty() {
                let skipped = piece.len() - piece.trim_start().len();
                blocks.push(Span::new(start + skipped, start + skipped + body.len()));
            }
            start += piece.len() + separator.len();
        }
        Self { text, blocks }
    }
}
