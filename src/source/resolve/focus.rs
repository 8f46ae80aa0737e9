//! Whom the sentences before a source are about: the subject of the last one that names it, handed on by sentences that open with
//! a pronoun.
//!
//! The subject of a sentence is what the next one most likely goes on about (Grosz, Joshi and Weinstein, "Centering: a framework
//! for modeling the local coherence of discourse", 1995).

use super::Resolver;
use crate::language::Function;
use crate::noun_phrase::words;
use crate::source::names::{EntityKind, Mention};
use crate::source::pronoun;
use std::ops::Range;

/// How many sentences back a subject is looked for.
const SENTENCES_BACK: usize = 8;

/// How many names of a sentence are looked at.
const NAMES: usize = 64;

/// How many tokens of a sentence a pronoun as its subject may be behind: "On Monday, he".
const OPENING: usize = 5;

impl Resolver<'_, '_> {
    /// The person whom the sentences before a token are about, and how many sentences back it is named as their subject.
    pub fn focus(&self, at: usize) -> Option<(usize, usize)> {
        let sentence = self.text.tokens.get(at)?.sentence;
        let own = self.text.sentences.get(sentence)?.tokens.start..at;
        if let Some(entity) = self.named_subject(&own) {
            return Some((entity, 0));
        }
        for back in 1..=SENTENCES_BACK.min(sentence) {
            let tokens = self.text.sentences.get(sentence - back)?.tokens.clone();
            if self.text.blocks[self.text.tokens[tokens.start].block].headline {
                return None;
            }
            if let Some(entity) = self.named_subject(&tokens) {
                return Some((entity, back));
            }
            let goes_on = |at: usize| pronoun::gender(self.text, at).is_some();
            let quoted = self.text.tokens[tokens.start].quotation.is_some();
            if !quoted
                && !tokens.clone().take(OPENING).any(goes_on)
                && self.mentions.within(&tokens).iter().take(NAMES).any(|mention| self.is_person_like(mention))
            {
                return None;
            }
        }
        None
    }

    /// The person whose name is the subject of a stretch of a sentence: the first that stands outside of quotation marks, behind no
    /// preposition and before no possession.
    fn named_subject(&self, tokens: &Range<usize>) -> Option<usize> {
        let is_subject = |mention: &&Mention| {
            let before = mention.titled.checked_sub(1).filter(|&before| before >= tokens.start);
            let behind_preposition =
                before.is_some_and(|before| self.text.function(before) == Some(Function::Preposition));
            self.is_person_like(mention)
                && self.text.tokens[mention.tokens.start].quotation.is_none()
                && !behind_preposition
                && !words::is_possessive(self.text, mention.tokens.end)
        };
        let opens_with_pronoun = tokens.clone().take(OPENING).find(|&at| pronoun::gender(self.text, at).is_some());
        let mention = self.mentions.within(tokens).iter().take(NAMES).find(is_subject)?;
        let is_first = opens_with_pronoun.is_none_or(|pronoun| mention.tokens.start < pronoun);
        is_first.then_some(mention.entity)
    }

    fn is_person_like(&self, mention: &Mention) -> bool {
        matches!(self.mentions.entities[mention.entity].kind, EntityKind::Person | EntityKind::Unknown)
    }
}
