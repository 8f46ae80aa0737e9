//! What stands between an article and its noun where a participle brings a phrase of its own along: "der | von der Stadt
//! betriebene | Hafen", "des | an dem Umbau beteiligten | Vereins".

use super::words;
use crate::language::{Function, Role};
use crate::text::{Kind, Text};

/// How many tokens such an attribute may have before its participle.
const LONGEST: usize = 14;

/// The participle or adjective that ends the attribute which opens behind an article, if one does.
pub fn extended(text: &Text, article: usize) -> Option<usize> {
    if !text.language.grammar.capitalises_nouns() || !text.is(article, words::ARTICLE | Role::PossessiveDeterminer) {
        return None;
    }
    let opens = matches!(text.function(article + 1), Some(Function::Preposition | Function::Adverb))
        || text.tokens.get(article + 1).is_some_and(|token| token.kind == Kind::Number);
    let sentence = text.sentence_of(article).tokens.end;
    let inside = |&at: &usize| words::is_word(text, at) && !words::is_finite(text, at);
    let attribute = (article + 1..sentence.min(article + 1 + LONGEST)).take_while(inside);
    attribute.skip(1).find(|&at| opens && ends_attribute(text, article, at))
}

/// The article of a noun that stands right behind such an attribute.
pub fn article_before(text: &Text, noun: usize) -> Option<usize> {
    let last = noun.checked_sub(1).filter(|_| text.language.grammar.capitalises_nouns())?;
    (noun.saturating_sub(LONGEST)..last).rev().find(|&article| extended(text, article) == Some(last))
}

/// An adjective behind a noun or an adverb, and a noun behind it.
fn ends_attribute(text: &Text, article: usize, at: usize) -> bool {
    let behind = text.has_capital(at - 1) || text.function(at - 1) == Some(Function::Adverb);
    let mut noun = at + 1;
    while is_adjective(text, article, noun) {
        noun += 1;
    }
    behind && is_adjective(text, article, at) && text.has_capital(noun)
}

fn is_adjective(text: &Text, article: usize, at: usize) -> bool {
    let inflected = || {
        text.language.grammar.is_inflected_adjective(text.norm(at))
            || text.is(article, Role::IndefiniteArticle) && text.is(at, Role::GenitiveEnding)
    };
    words::is_word(text, at) && text.function(at).is_none() && !text.has_capital(at) && inflected()
}

#[cfg(test)]
mod tests {
    use super::extended;
    use crate::language::Language;
    use crate::text::{Document, Text};

    #[test]
    fn an_adjective_may_be_the_last_word() {
        let language = Language::german();
        let text = Text::read(&Document::new("Sie deutet an, die vom Hafen betriebene", "\n"), &language);
        let articles = (0..text.tokens.len()).filter_map(|at| extended(&text, at));
        assert_eq!(articles.count(), 0);
    }
}
