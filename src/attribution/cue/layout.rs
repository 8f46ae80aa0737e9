//! Cues that the layout tells: who signs a post, and a verb of any meaning beside a quotation that goes on.

use crate::language::{Function, Role};
use crate::noun_phrase::words;
use crate::text::{Case, Text};

/// "|— Ann Ek (@annek) May 4": a block that signs a post of a social network, which stands before it.
pub fn signs_post(text: &Text, at: usize) -> bool {
    /// The longest such block in tokens: a name with its titles, a handle and a date.
    const LONGEST: usize = 24;
    let block = &text.blocks[text.tokens[at].block].tokens;
    let opening = (at == block.start && block.len() <= LONGEST)
        .then(|| block.clone().find(|&at| text.is_mark(at, &["("])))
        .flatten();
    opening.is_some_and(|at| at + 2 < block.end && text.word(at + 1).starts_with('@') && text.word(at + 2) == ")")
}

/// "“…,” deadpanned Ek", "“…,” Ek deadpanned.": a past form beside a name behind a quotation that goes on, whatever it means.
pub fn goes_on_after_quotation(text: &Text, at: usize) -> bool {
    /// Words between the quotation and the verb: "Harbour Minister Ana Belen Ruiz".
    const LONGEST_NAME: usize = 5;
    let is_past =
        text.tokens[at].case == Case::Lower && text.is(at, Role::PastParticiple) && text.function(at).is_none();
    if text.language.grammar.has_verb_frames() || !is_past {
        return false;
    }
    let sentence = text.sentence_of(at).tokens.clone();
    let is_name = |at: usize| sentence.contains(&at) && text.tokens[at].case != Case::Lower && words::is_word(text, at);
    // "…“Harbour,” Ek walked": a quotation inside a sentence may be a title.
    let opens = |mark: usize| {
        let quotation = text.tokens[mark].quotation.and_then(|number| text.quotations.get(number));
        let pieces = quotation.map_or(&[][..], |quotation| &quotation.pieces);
        let next = pieces.partition_point(|piece| piece.start <= mark);
        next.checked_sub(1).is_some_and(|last| pieces[last].start <= sentence.start && pieces[last].contains(&mark))
    };
    let ends = |at: usize| {
        !words::is_word(text, at) || matches!(text.function(at), Some(Function::Adverb | Function::Preposition))
    };
    let names = (sentence.start..at).rev().take(LONGEST_NAME + 1).take_while(|&at| is_name(at)).count();
    let Some(mark) = at.checked_sub(names + 1) else { return false };
    closes_inside_sentence(text, mark)
        && opens(mark)
        && if names == 0 { is_name(at + 1) } else { names <= LONGEST_NAME && ends(at + 1) }
}

/// Whether a token is a quotation mark behind a mark that shows that the sentence goes on: "“…,”".
pub fn closes_inside_sentence(text: &Text, mark: usize) -> bool {
    let inside = mark.checked_sub(1).map(|before| text.word(before));
    text.is_quotation_mark(mark) && matches!(inside, Some("," | "?" | "!" | "—" | "–"))
}
