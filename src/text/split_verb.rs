//! Verbs whose prefix stands at the end of their clause: "Der Minister teilte am Montag mit, dass …".
//!
//! Without its prefix such a verb is another one. The verb is tagged as what both make together, and the prefix as one, so
//! that no later stage takes it for a preposition.

use super::Text;
use super::token::Kind;
use crate::language::Function;
use std::ops::Range;

/// The longest way from a verb to its prefix, in tokens.
const LONGEST: usize = 40;

/// Joins the verbs of a text with their prefixes.
pub(super) fn join(text: &mut Text) {
    if !text.language.grammar.has_verb_frames() {
        return;
    }
    for number in 0..text.sentences.len() {
        let sentence = text.sentences[number].tokens.clone();
        for verb in sentence.clone() {
            if !text.tag(verb).may_be_split {
                continue;
            }
            let reach = verb + 1..sentence.end.min(verb + LONGEST);
            let joined = reach.filter(|&at| closes_clause(text, at, &sentence)).find_map(|prefix| {
                let joined = text.language.joined_verb(text.norm(verb), text.norm(prefix))?;
                Some((prefix, joined))
            });
            if let Some((prefix, joined)) = joined {
                text.tokens[verb].tag = text.tags.number_with_verb(text.tokens[verb].tag, joined);
                text.tokens[prefix].tag = text.tags.number_of_prefix();
                text.split_verbs.insert(verb, prefix);
            }
        }
    }
}

/// Whether a word is the last one of its clause: a mark, a conjunction or the end of the sentence follows.
fn closes_clause(text: &Text, at: usize, sentence: &Range<usize>) -> bool {
    let next = at + 1;
    text.tokens[at].kind == Kind::Word
        && (next >= sentence.end
            || text.tokens[next].kind != Kind::Word
            || matches!(text.function(next), Some(Function::Conjunction | Function::Subordinator)))
}

#[cfg(test)]
mod tests {
    use crate::language::{Language, Role, VerbGroup};
    use crate::text::{Document, Text};

    #[test]
    fn a_prefix_makes_another_verb() {
        let german = Language::german();
        let text = "Die Stadt teilte am Montag mit, dass der Hafen gesperrt wird. Sie teilte den Hafen mit der Marine.";
        let read = Text::read(&Document::new(text, "\n"), &german);
        let verb = |at: usize| read.tag(at).verb.map(|verb| verb.group);
        let teilte: Vec<_> = (0..read.tokens.len()).filter(|&at| read.norm(at) == "teilte").collect();
        assert_eq!(verb(teilte[0]), Some(VerbGroup::Announce));
        assert_eq!(verb(teilte[1]), None);
        assert!(read.is(5, Role::VerbPrefix));
    }
}
