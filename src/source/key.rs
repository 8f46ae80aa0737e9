//! What makes two statements those of one source: its name, or its description where it has none.

use crate::analysis::{Identity, Speaker};
use crate::attribution::Relation;
use crate::language::Role;
use crate::text::Text;

/// See [`crate::analysis::Attribution::key`].
pub fn of(text: &Text, relation: &Relation, identity: Identity, speaker: Option<&Speaker>) -> Option<String> {
    if identity == Identity::Unspecified {
        return Some(String::new());
    }
    if let Some(speaker) = speaker {
        return Some(normal(text, &speaker.name));
    }
    // Whom a pronoun means that resolved to nobody is not known: two of them need not be one.
    let is_pronoun = match relation.source.as_slice() {
        [] => true,
        [piece] => piece.len() == 1 && text.is(piece.start, Role::OpenPronoun),
        _ => false,
    };
    let pieces = relation.source.iter().map(|piece| normal(text, text.span(piece).of(text.raw)));
    let description = pieces.collect::<Vec<_>>().join(" ");
    (!is_pronoun && !description.is_empty()).then_some(description)
}

/// Words in lower case, without article and without the marks at their ends.
fn normal(text: &Text, words: &str) -> String {
    let lower = words.to_lowercase().replace('’', "'");
    let words = lower.split_whitespace().map(|word| word.trim_matches([',', '.', ';', ':', '“', '”', '"']));
    let words: Vec<_> = words.filter(|word| !word.is_empty()).collect();
    let is_article = |word: &&&str| text.language.tag(word).is(Role::DefiniteArticle | Role::IndefiniteArticle);
    let skipped = usize::from(words.len() > 1 && words.first().is_some_and(|word| is_article(&word)));
    words.get(skipped..).unwrap_or_default().join(" ")
}

#[cfg(test)]
mod tests {
    use super::normal;
    use crate::language::Language;
    use crate::text::{Document, Text};

    #[test]
    fn articles_case_and_marks_make_no_difference() {
        let language = Language::english();
        let text = Text::read(&Document::new("", "\n"), &language);
        assert_eq!(normal(&text, "The Harbour Gazette"), "harbour gazette");
        assert_eq!(normal(&text, "an official,"), normal(&text, "the official"));
        assert_eq!(normal(&text, "A"), "a");
    }
}
