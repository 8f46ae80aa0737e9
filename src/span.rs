//! Byte ranges of a text, and their translation to the units that the boundaries speak.
//!
//! ```
//! use sourcelight::Span;
//! use sourcelight::span::{OffsetMap, Unit};
//!
//! let text = "“Yes 👍”";
//! let yes = Span::new(3, 6);
//! assert_eq!(yes.of(text), "Yes");
//! assert_eq!(OffsetMap::new(text, Unit::Utf16).span(yes), [1, 4]);
//! assert_eq!(OffsetMap::new(text, Unit::Utf16).offset(text.len()), 8);
//! assert_eq!(OffsetMap::new(text, Unit::CodePoint).offset(text.len()), 7);
//! ```

/// A range `[start, end)` of byte offsets into a document's text, always on character boundaries.
///
/// ```
/// use sourcelight::Span;
///
/// let text = "Ines Okafor said";
/// let (name, ines) = (Span::new(0, 11), Span::new(0, 4));
/// assert_eq!(name.of(text), "Ines Okafor");
/// assert!(name.contains(ines) && ines.overlaps(name));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span {
    pub start: usize,
    pub end: usize,
}

impl Span {
    pub fn new(start: usize, end: usize) -> Self {
        Self { start, end: end.max(start) }
    }

    pub fn len(self) -> usize {
        self.end - self.start
    }

    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether `other` lies wholly inside.
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The text of this span; empty where the span does not fit the text.
    pub fn of(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or_default()
    }
}

/// The unit in which a boundary counts offsets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// UTF-16 code units, as JavaScript and the DOM count.
    Utf16,
    /// Unicode code points, as Python and the gold corpora count.
    CodePoint,
}

impl Unit {
    /// How many units one character takes.
    fn width(self, character: char) -> usize {
        match self {
            Unit::Utf16 => character.len_utf16(),
            Unit::CodePoint => 1,
        }
    }
}

/// Translates byte offsets of one text into another unit.
///
/// Built once per text in linear time; a look-up scans at most 64 bytes.
#[derive(Debug)]
pub struct OffsetMap<'t> {
    text: &'t str,
    unit: Unit,
    /// Units that precede the first character boundary at or after each multiple of the stride.
    marks: Vec<(usize, usize)>,
}

impl<'t> OffsetMap<'t> {
    const STRIDE: usize = 64;

    pub fn new(text: &'t str, unit: Unit) -> Self {
        let mut marks = Vec::with_capacity(text.len() / Self::STRIDE + 1);
        let mut units = 0;
        for (byte, character) in text.char_indices() {
            if byte >= marks.len() * Self::STRIDE {
                marks.push((byte, units));
            }
            units += unit.width(character);
        }
        Self { text, unit, marks }
    }

    /// The offset in this map's unit of a byte offset; an offset inside a character counts as its start.
    pub fn offset(&self, byte: usize) -> usize {
        let after = self.marks.partition_point(|&(at, _)| at <= byte);
        let Some(&(at, units)) = after.checked_sub(1).and_then(|i| self.marks.get(i)) else {
            return 0;
        };
        let passed = self.text[at..].char_indices().take_while(|(i, c)| at + i + c.len_utf8() <= byte);
        units + passed.map(|(_, c)| self.unit.width(c)).sum::<usize>()
    }

    /// A span as `[start, end)` in this map's unit.
    pub fn span(&self, span: Span) -> [usize; 2] {
        [self.offset(span.start), self.offset(span.end)]
    }
}
