//! Asides: what passes between the page and its reader.
//!
//! "You want to book early", "no one wants a wet bag" and "we know that" have the form of an attribution and tell the reader
//! nothing about the sources of the page. What the author says of themselves ("I had expected more") is attributed to nobody
//! else, and is no mark at all.

use super::Relation;
use crate::language::{Function, Role};
use crate::text::{Block, Text};

/// Drops what the author of the page says as "I", and asides where they are not wanted. In an interview, whoever answers is
/// a source.
pub fn drop_asides(text: &Text, relations: &mut Vec<Relation>, wants_asides: bool) {
    let is_interview = is_interview(text);
    relations.retain(|relation| {
        let speaks = |role: Role| !is_interview && speaks_for_page(text, relation, role);
        let is_aside = is_of_anybody(text, relation) || speaks(Role::FirstPersonPlural);
        !speaks(Role::FirstPersonSingular) && (wants_asides || !is_aside)
    });
}

/// Whether the source is the author of the page, "I", "my" or "we" by the role, where the page quotes nobody.
fn speaks_for_page(text: &Text, relation: &Relation, role: Role) -> bool {
    let [source] = &relation.source[..] else { return false };
    source.len() == 1 && relation.depth == 0 && !text.is_quoted(source.start) && text.is(source.start, role)
}

/// Whether the source is the reader or anybody at all: "you", "everyone", "no one".
fn is_of_anybody(text: &Text, relation: &Relation) -> bool {
    let [source] = &relation.source[..] else { return false };
    let at = source.start;
    match source.len() {
        1 => text.function(at) == Some(Function::Pronoun) && text.is(at, Role::Anybody),
        2 => text.is(at, Role::Negation) && text.is(at + 1, Role::One),
        _ => false,
    }
}

/// Whether the page asks somebody and prints the answers.
fn is_interview(text: &Text) -> bool {
    /// The fewest questions, each a block of its own, and how many blocks of the page may come on one of them.
    const QUESTIONS: usize = 2;
    const BLOCKS: usize = 12;
    /// The most tokens of a question: a longer block that ends with one is the author's thought.
    const LONGEST: usize = 100;
    let asks = |block: &&Block| {
        let last = block.tokens.clone().next_back();
        block.tokens.len() <= LONGEST && last.is_some_and(|last| text.is_mark(last, &["?"]))
    };
    let questions = text.blocks.iter().filter(asks).count();
    questions >= QUESTIONS && questions * BLOCKS >= text.blocks.len()
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
            "You know that the bag is dry.",
            "Everyone knows that the bag is dry.",
            "No one knows that the bag is dry.",
            "We know that the bag is dry.",
        ] {
            let [with, without] = counted(text);
            assert!(with > 0 && without == 0, "{text}");
        }
    }

    #[test]
    fn the_author_is_no_source_but_whoever_is_asked_is_one() {
        assert_eq!(counted("I think that the bag is dry.\n\nMy hope is that it stays dry."), [0, 0]);
        let interview = "Is the bag dry?\n\nI think that it is dry.\n\nAnd the rope?\n\nI think that it is wet.";
        assert_eq!(counted(interview), [2, 2]);
        let thought = "The bag was old, and the rope was wet as well. ".repeat(9) + "Would it hold?";
        let essay = format!("{thought}\n\nI think that it is dry.\n\n{thought}\n\nI think that it is wet.");
        assert_eq!(counted(&essay), [0, 0]);
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
