//! Asides: what passes between the page and its reader.
//!
//! "You want to book early", "no one wants a wet bag" and the author's own "I'd suggest" have the form of an attribution and
//! tell the reader nothing about the sources of the page.

use super::Relation;
use crate::language::{Function, Role};
use crate::text::Text;

/// Whether a relation is an aside: its source is the reader, anybody at all, or the author of the page.
pub fn is_aside(text: &Text, relation: &Relation) -> bool {
    let [source] = &relation.source[..] else { return false };
    let at = source.start;
    let is_of_the_page = relation.depth == 0 && !text.is_quoted(at);
    match source.len() {
        1 if text.function(at) == Some(Function::Pronoun) => {
            text.is(at, Role::Anybody)
                || is_of_the_page && text.is(at, Role::FirstPersonSingular | Role::FirstPersonPlural)
        }
        // "no one"
        2 => text.is(at, Role::Negation) && text.is(at + 1, Role::One),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use crate::text::Document;
    use crate::{Analyzer, Settings};

    /// How many attributions a text has with asides, and without.
    fn counted(text: &str) -> [usize; 2] {
        [true, false].map(|asides| {
            let analyzer = Analyzer::new(Settings { asides, ..Settings::default() });
            analyzer.analyze(&Document::new(text, "\n\n")).attributions.len()
        })
    }

    #[test]
    fn the_reader_anybody_and_the_author_are_left_out() {
        for text in [
            "You want to know that the bag is dry.",
            "Everyone knows that the bag is dry.",
            "No one knows that the bag is dry.",
            "I think that the bag is dry.",
            "We know that the bag is dry.",
        ] {
            let [with, without] = counted(text);
            assert!(with > 0 && without == 0, "{text}");
        }
    }

    #[test]
    fn whom_the_page_quotes_stays() {
        for text in [
            "She said that the bag is dry.",
            "“I think that the bag is dry,” Ruth Hale said.",
            "We estimate that the bag is dry, — said the minister.",
        ] {
            let [with, without] = counted(text);
            assert!(with > 0 && with == without, "{text}");
        }
    }
}
