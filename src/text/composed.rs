//! Letters whose marks are characters of their own ("u" with U+0308 behind it), as some systems write "ü".
//!
//! Lists, rules and models know letters in one piece. A text with others is therefore read as a copy in which letters and
//! marks are joined, and what is found there is told by its place in the text itself. Hardly any page needs that; for the
//! others it costs one look at each byte.

use super::Document;
use crate::span::Span;
use unicode_normalization::char::compose;

/// A text with its marks joined to their letters where Unicode has a character for both, and the way back.
#[derive(Debug)]
pub struct Composed {
    text: String,
    /// The ends of the joined characters, here and in the text that they come from, in order.
    joints: Vec<Joint>,
}

#[derive(Debug, Clone, Copy)]
struct Joint {
    here: usize,
    there: usize,
}

/// The combining marks of Latin, Greek and Cyrillic letters.
fn is_mark(character: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&character)
}

impl Composed {
    /// None where nothing is to be joined.
    pub fn new(text: &str) -> Option<Self> {
        // How the marks begin in UTF-8.
        if !text.bytes().any(|byte| matches!(byte, 0xcc | 0xcd)) {
            return None;
        }
        let mut composed = Self { text: String::with_capacity(text.len()), joints: Vec::new() };
        for (at, character) in text.char_indices() {
            let last = composed.text.chars().next_back().filter(|_| is_mark(character));
            match last.and_then(|letter| compose(letter, character)) {
                None => composed.text.push(character),
                Some(joined) => {
                    composed.text.pop();
                    // The letter may be one that was joined from others.
                    composed.joints.pop_if(|last| last.here > composed.text.len());
                    composed.text.push(joined);
                    composed.joints.push(Joint { here: composed.text.len(), there: at + character.len_utf8() });
                }
            }
        }
        (!composed.joints.is_empty()).then_some(composed)
    }

    /// The document with this text.
    pub fn document(&self, of: &Document) -> Document<'_> {
        let here = |there: usize| match self.joints.partition_point(|joint| joint.there <= there) {
            0 => there,
            // A block that ends between a letter and its mark ends before both.
            next => {
                let joint = self.joints[next - 1];
                let longest = self.joints.get(next).map_or(self.text.len(), |next| next.here);
                (joint.here + there - joint.there).min(longest)
            }
        };
        let blocks = of.blocks.iter().map(|block| Span::new(here(block.start), here(block.end)));
        Document { text: &self.text, blocks: blocks.collect() }
    }

    /// Where an offset of this text is in the one that it comes from.
    pub fn origin(&self, here: usize) -> usize {
        match self.joints.partition_point(|joint| joint.here <= here) {
            0 => here,
            next => self.joints[next - 1].there + here - self.joints[next - 1].here,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Composed;
    use crate::text::Document;

    #[test]
    fn letters_and_marks_are_joined_and_found_again() {
        let text = "Ko\u{308}ln fu\u{308}r e\u{302}\u{301}";
        let composed = Composed::new(text).unwrap();
        assert_eq!(composed.text, "Köln für ế");
        assert_eq!(composed.document(&Document::new(text, "\n")).blocks[0].of(&composed.text), composed.text);
        let back: Vec<_> = composed.text.char_indices().map(|(at, _)| composed.origin(at)).collect();
        assert_eq!(back, [0, 1, 4, 5, 6, 7, 8, 11, 12, 13]);
        assert_eq!(composed.origin(composed.text.len()), text.len());
    }

    #[test]
    fn what_has_nothing_to_join_is_not_copied() {
        for text in ["", "Köln", "\u{308}", "b\u{308} 1\u{301}"] {
            assert!(Composed::new(text).is_none(), "{text:?}");
        }
    }
}
