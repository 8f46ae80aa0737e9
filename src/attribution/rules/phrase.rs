//! Cues that are no verbs: "according to", RuleId::Citing, colons, nouns and adjectives.

use super::Rules;
use crate::analysis::Attitude;
use crate::attribution::cue::{Cue, names_informant};
use crate::attribution::relation::Relation;
use crate::kinds::RuleId;
use crate::language::Function;
use crate::text::{Case, Kind};

impl Rules<'_, '_> {
    pub(super) fn according_to(&self, cue: &Cue) -> Option<Relation> {
        let sentence = self.sentence(cue.head);
        let ceiling = self.ceiling(cue.head);
        let source = self.phrases.after(cue.tokens.end, ceiling)?;
        let mut relation = self.relation(RuleId::AccordingTo, 0.87, cue, Attitude::Statement);
        let floor = self.floor(cue.head);
        let leads = cue.tokens.start <= floor + 1;
        let mut content = Vec::new();
        if leads {
            let start = if self.word(source.end) == "," { source.end + 1 } else { source.end };
            content.push(self.clause(start, ceiling));
        } else {
            content.push(self.trim(self.content_start(cue.tokens.start, floor)..cue.tokens.start));
            if self.word(source.end) == "," && source.end + 1 < sentence.end {
                content.push(self.clause(source.end + 1, ceiling));
            }
        }
        relation.content = content.into_iter().filter(|piece| !piece.is_empty()).collect();
        relation.source = vec![source];
        (!relation.content.is_empty()).then_some(relation)
    }

    pub(super) fn citing(&self, cue: &Cue, earlier: &[Relation]) -> Option<Relation> {
        let sentence = self.sentence(cue.head);
        let source = self.phrases.after(cue.tokens.end, self.ceiling(cue.head))?;
        let informed = names_informant(self.text, source.start);
        if !informed && !self.phrases.is_name(source.start) {
            // "citing fears of terrorism": the subject's own argument, not another source.
            let verb = self.text.tag(cue.head).verb?;
            return self.gerund(cue, verb, earlier);
        }
        let number = self.last_in(&sentence, earlier);
        let content = match number {
            Some(number) => earlier[number].content.clone(),
            None => vec![self.trim(sentence.start..cue.tokens.start)],
        };
        let mut relation = self.relation(RuleId::Citing, 0.5, cue, Attitude::Statement);
        relation.content = content.into_iter().filter(|piece| !piece.is_empty()).collect();
        relation.source = vec![source];
        relation.via = number;
        (!relation.content.is_empty()).then_some(relation)
    }

    /// "Minister: We are ready", "Trump on tariffs: “Never”", and a name before a quotation.
    pub(super) fn colon(&self, cue: &Cue) -> Option<Relation> {
        const LONGEST_SPEAKER: usize = 5;
        let block = &self.text.blocks[self.text.tokens[cue.head].block];
        if self.text.tokens.get(cue.head + 1).is_some_and(|next| !next.spaced) {
            return None;
        }
        let speaker = block.tokens.start..cue.head;
        let transcript = speaker.clone().all(|at| self.text.tokens[at].case == Case::Upper);
        let named = !speaker.is_empty()
            && speaker.len() <= LONGEST_SPEAKER
            && speaker
                .clone()
                .all(|at| self.text.tokens[at].case != Case::Lower || self.text.is_word(at, &["of", "the"]));
        let quoted = self.is_quote(cue.head + 1);
        if !named || !(block.headline || quoted || transcript) {
            return None;
        }
        let content = if transcript { vec![cue.head + 1..block.tokens.end] } else { self.after_colon(cue.head + 1)? };
        let mut relation = self.relation(RuleId::Colon, 0.55, cue, Attitude::Statement);
        relation.source = vec![speaker];
        relation.content = content.into_iter().filter(|piece| !piece.is_empty()).collect();
        (!relation.content.is_empty()).then_some(relation)
    }

    /// “No one listens.” — Ana Perez: the name that ends a block signs the quotation before it.
    pub(super) fn signature(&self, cue: &Cue) -> Option<Relation> {
        const LONGEST_NAME: usize = 12;
        let block = &self.text.blocks[self.text.tokens[cue.head].block];
        let name = cue.tokens.end..block.tokens.end;
        let signed = !name.is_empty()
            && name.len() <= LONGEST_NAME
            && self.text.tokens[name.start].case != Case::Lower
            && self.text.tokens[name.start].kind == Kind::Word;
        let last = cue.head.checked_sub(1)?;
        let quotation = &self.text.quotations[self.text.tokens[last].quotation.filter(|_| signed)?];
        if !quotation.pieces.last().is_some_and(|piece| piece.contains(&last)) {
            // It runs on in the next block.
            return None;
        }
        let mut relation = self.relation(RuleId::Signature, 0.8, cue, Attitude::Statement);
        relation.source = vec![name];
        relation.content = quotation.pieces.clone();
        Some(relation)
    }

    /// "Kyiv’s claim that …", "claims by Kyiv that …".
    pub(super) fn noun(&self, cue: &Cue, attitude: Attitude) -> Option<Relation> {
        let ceiling = self.ceiling(cue.head);
        let floor = self.floor(cue.head);
        if self.text.is_word(floor.max(cue.head.saturating_sub(2)), &["in"]) {
            // "said in a statement that": the medium, not the cue.
            return None;
        }
        let mut at = cue.tokens.end;
        let mut source = None;
        if self.text.is_word(at, &["by", "from", "of", "among"]) {
            source = self.phrases.after(at + 1, ceiling);
            at = source.as_ref()?.end;
        }
        let infinitive = self.text.is_word(at, &["to"]) && attitude != Attitude::Evidence && source.is_none();
        if !infinitive && !self.text.is_word(at, &["that"]) {
            return None;
        }
        if source.is_none() {
            let owner = (floor..cue.head).rev().take(4).find(|&i| {
                matches!(self.function(i), Some(Function::Possessive))
                    || self.text.is_word(i, &["his", "her", "their", "its", "my", "our"])
            });
            source = match owner {
                Some(mark) if self.function(mark) == Some(Function::Possessive) => self.phrases.before(mark, floor),
                Some(pronoun) => Some(pronoun..pronoun + 1),
                None => None,
            };
        }
        if source.is_none() && self.text.is_word(at, &["to"]) {
            return None;
        }
        let mut relation = self.relation(RuleId::NounThat, 0.4, cue, attitude);
        relation.source = source.into_iter().collect();
        relation.content = vec![self.clause(at, ceiling)];
        Some(relation)
    }

    pub(super) fn adjective(&self, cue: &Cue, attitude: Attitude) -> Option<Relation> {
        let ceiling = self.ceiling(cue.head);
        let source = self.phrases.before(cue.tokens.start, self.floor(cue.head))?;
        if !self.text.is_word(cue.tokens.end, &["that", "to", "about", "of", "whether", "if"])
            || self.text.is_word(source.start, &["it"])
        {
            return None;
        }
        let mut relation = self.relation(RuleId::Adjective, 0.6, cue, attitude);
        relation.source = vec![source];
        relation.content = vec![self.clause(cue.tokens.end, ceiling)];
        Some(relation)
    }
}
