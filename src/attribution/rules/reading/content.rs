//! Contents: how far what is attributed reaches, before and after its cue, over quotations and paragraphs.

use super::Reading;
use crate::attribution::{Relation, Tokens};
use crate::language::{Function, Role, VerbForm, VerbGroup};
use crate::text::Kind;

/// How many tokens of the next clause are searched for another voice: "…, and the mayor said".
const ANOTHER_SUBJECT: usize = 4;
const ANOTHER_CLAUSE: usize = 6;

impl Reading<'_, '_> {
    /// A clause from a token to the end of its sentence, or to where another voice takes over.
    pub fn clause(&self, start: usize) -> Tokens {
        self.clause_until(start, self.ceiling())
    }

    /// A clause from a token to its first comma.
    pub fn clause_to_comma(&self, start: usize) -> Tokens {
        let clause = self.clause(start);
        let comma = clause.clone().find(|&at| self.text.is_mark(at, &[","]));
        clause.start..comma.unwrap_or(clause.end)
    }

    /// What a verb takes that is no clause, from a token on: up to “, which”, “, while” or “but”, with which the page goes on itself.
    pub fn object(&self, start: usize) -> Tokens {
        let text = self.text;
        let clause = self.clause(start);
        let goes_on = |at: usize| {
            let relative = Role::RelativeOfPerson | Role::RelativeOfThing | Role::Meanwhile;
            text.is(at, Role::Contrast) || text.is_mark(at, &[","]) && text.is(at + 1, relative)
        };
        let end = (clause.start + 1..clause.end).find(|&at| goes_on(at)).unwrap_or(clause.end);
        self.trim(clause.start..end)
    }

    fn clause_until(&self, start: usize, ceiling: usize) -> Tokens {
        let mut depth = 0_usize;
        let mut end = ceiling;
        for at in start..ceiling {
            match self.text.word(at) {
                "(" => depth += 1,
                ")" => depth = depth.saturating_sub(1),
                _ if depth == 0
                    && at > start + 1
                    && self.text.is(at, Role::Coordinator)
                    && self.goes_on_reporting(at + 1, start) =>
                {
                    end = at;
                    break;
                }
                "," if depth == 0 && at > start && self.another_voice(at + 1, ceiling) => {
                    end = at;
                    break;
                }
                ";" if depth == 0 && self.text.tokens[at].quotation == self.text.tokens[start].quotation => {
                    end = at;
                    break;
                }
                _ => {}
            }
        }
        self.trim(start..self.end_in_quotation(start, end))
    }

    /// "“I think | it is safe|,” she said": the marks that close the quotation around a clause are no part of it.
    fn end_in_quotation(&self, start: usize, end: usize) -> usize {
        let text = self.text;
        let outer = text.tokens.get(start).and_then(|token| token.quotation).filter(|_| !text.is_quotation_mark(start));
        let closes = |at: usize| {
            text.tokens[at].quotation == outer && (text.is_quotation_mark(at) || text.is_mark(at, &[".", ","]))
        };
        let marks = (start..end).rev().take_while(|&at| outer.is_some() && closes(at)).count();
        end - marks
    }

    /// ", according to …", ", adding that …", ", but …": the content is over.
    fn another_voice(&self, at: usize, ceiling: usize) -> bool {
        if at >= ceiling {
            return true;
        }
        let reporting = self.text.tag(at).verb.is_some_and(|verb| {
            verb.form == VerbForm::Gerund && (verb.complements.clause || verb.complements.quotation)
        });
        reporting
            || self.text.is(at, Role::According | Role::Contrast | Role::CitingParticiple)
            || self.text.is(at, Role::Meanwhile | Role::Coordinator)
                && (at + 1..(at + ANOTHER_CLAUSE).min(ceiling)).any(|i| self.reports(i))
            || (at..(at + ANOTHER_SUBJECT).min(ceiling)).any(|i| self.reports(i))
                && !self.text.is(at, Role::RelativeOfPerson | Role::RelativeOfThing)
    }

    /// "said it got the letter and defended its record": a past tense after "and" goes on with the first subject.
    fn goes_on_reporting(&self, at: usize, start: usize) -> bool {
        let quoted = self.text.tokens[start].quotation;
        self.text.tag(at).verb.is_some_and(|verb| verb.form == VerbForm::Past)
            && self.text.tokens[at].quotation == quoted
            && quoted.is_none()
    }

    fn reports(&self, at: usize) -> bool {
        self.text
            .tag(at)
            .verb
            .is_some_and(|verb| matches!(verb.group, VerbGroup::Say | VerbGroup::Tell) && verb.form == VerbForm::Past)
    }

    /// What stands in the sentence before an aside and behind it: "The bridge, | the mayor says |, will reopen".
    pub fn beside(&self, aside: &Tokens) -> Vec<Tokens> {
        let floor = self.floor();
        let after = aside.end + usize::from(self.text.is_mark(aside.end, &[","]));
        let mut pieces = Vec::new();
        if aside.start <= floor + 1 {
            pieces.push(self.clause(after));
        } else {
            pieces.push(self.trim(self.content_start(aside.start, floor)..aside.start));
            let goes_on = after > aside.end && after < self.sentence().end;
            pieces.extend(goes_on.then(|| self.clause(after)));
        }
        pieces.retain(|piece| !piece.is_empty());
        pieces
    }

    /// Leaves out the final full stop and surrounding commas that stand outside quotation marks.
    pub fn trim(&self, mut piece: Tokens) -> Tokens {
        let loose = |at: usize| {
            let token = &self.text.tokens[at];
            token.quotation.is_none() && matches!(self.text.word(at), "." | "," | ";" | ":" | "!" | "?")
                || token.kind == Kind::Dash
        };
        while piece.start < piece.end && loose(piece.end - 1) && !matches!(self.text.word(piece.end - 1), "?" | "!") {
            piece.end -= 1;
        }
        while piece.start < piece.end && (loose(piece.start) || self.opens_by_conjunction(piece.start)) {
            piece.start += 1;
        }
        piece
    }

    /// The "But" or "And" that links a sentence to the one before is the page's own.
    fn opens_by_conjunction(&self, at: usize) -> bool {
        self.text.function(at) == Some(Function::Conjunction)
            && !self.text.is_quoted(at)
            && self.sentence_around(at).start == at
    }

    /// All pieces of the quotation that opens here, and what its sentence goes on with; of a mark inside a quotation only
    /// what its sentence holds. None of a mark that closes.
    pub fn quotation_from(&self, at: usize) -> Vec<Tokens> {
        let Some(number) = self.text.tokens[at].quotation else { return Vec::new() };
        let quotation = &self.text.quotations[number];
        if quotation.pieces.iter().any(|piece| piece.end == at + 1) {
            return Vec::new();
        }
        if quotation.tokens().start != at {
            let nested = self.clause_until(at, self.ceiling_around(at));
            return if nested.is_empty() { Vec::new() } else { vec![nested] };
        }
        let mut pieces = quotation.pieces.clone();
        if let Some(last) = pieces.last_mut() {
            let sentence = self.sentence_around(last.end - 1);
            let ends_sentence =
                last.end >= sentence.end || self.text.is_mark(last.end.saturating_sub(2), &[".", "!", "?"]);
            if !ends_sentence {
                let rest = self.clause_until(last.end - 1, sentence.end);
                last.end = rest.end.max(last.end);
            } else {
                let end = last.end;
                self.extend_over_quotations(end, &mut pieces);
            }
        }
        pieces
    }

    /// Content after a colon: to the end of the sentence, or the whole quotation, in the next block too.
    pub fn after_colon(&self, at: usize) -> Option<Vec<Tokens>> {
        let colon = at.checked_sub(1)?;
        let token = self.text.tokens.get(at)?;
        if token.block != self.text.tokens[colon].block {
            let quoted = self.text.is_quotation_mark(at) && token.quotation.is_some();
            // "The union said:", and the paragraph below gives it without quotation marks.
            let paragraph = || vec![self.trim(self.text.blocks[token.block].tokens.clone())];
            let follows = self.text.tokens[colon].block + 1 == token.block && self.verb.is_some();
            return if quoted { Some(self.quotation_from(at)) } else { follows.then(paragraph) };
        }
        if self.text.is_quotation_mark(at) && token.quotation.is_some() {
            return Some(self.quotation_from(at));
        }
        Some(vec![self.clause_until(at, self.sentence_around(at).end)])
    }

    /// Content that stands before a source or an inverted verb, the comma between left out.
    pub fn content_before(&self, end: usize) -> Option<Vec<Tokens>> {
        let previous = end.checked_sub(1)?;
        let token = &self.text.tokens[previous];
        if token.block != self.text.tokens[end].block {
            return None;
        }
        let sentence = self.sentence();
        let separated = matches!(self.text.word(previous), "," | "?" | "!")
            || self.text.is_quotation_mark(previous)
            || token.kind == Kind::Dash;
        if !separated {
            return None;
        }
        let quoted = token.quotation.or_else(|| previous.checked_sub(1).and_then(|i| self.text.tokens[i].quotation));
        if let Some(number) = quoted
            && self.text.tokens[self.cue.head].quotation != Some(number)
        {
            let mut pieces = self.text.quotations[number].pieces.clone();
            let first = pieces.first_mut()?;
            if first.start > sentence.start {
                // "The deal is “dead,” he said": the whole clause is attributed.
                first.start = sentence.start;
            }
            let pieces: Vec<_> = pieces.into_iter().map(|piece| self.trim(piece)).collect();
            return Some(pieces);
        }
        let content = self.trim(self.content_start(end, self.floor())..end);
        let long_enough = content.len() >= 3;
        let starts_badly = (self.text.function(content.start) == Some(Function::Conjunction)
            || self.text.is(content.start, Role::ClauseOpener | Role::PlaceOrTime))
            && content.len() < 6;
        (long_enough && !starts_badly).then_some(vec![content])
    }

    /// What goes on after "…, he said": the rest of the sentence, and the quotations that follow in the block.
    pub fn continue_after(&self, end: usize, relation: &mut Relation) {
        let Some(token) = self.text.tokens.get(end) else { return };
        if end == 0 || token.block != self.text.tokens[end - 1].block {
            return;
        }
        let sentence = self.sentence_around(end);
        let mut next = end;
        if matches!(self.text.word(end), "," | ":" | ".") {
            next += 1;
        }
        let same_block = self.text.tokens.get(next).is_some_and(|t| t.block == token.block);
        if next > end && same_block && self.text.is_quotation_mark(next) && self.text.tokens[next].quotation.is_some() {
            relation.content.extend(self.quotation_from(next));
        } else if self.text.word(end) == ","
            && next < sentence.end
            && !self.another_voice(next, sentence.end)
            && self.starts_clause(next, sentence.end)
        {
            relation.content.push(self.clause_until(next, sentence.end));
        }
    }

    /// Adds the quotations that follow directly in the block: “A,” he said. “B.” “C.”
    fn extend_over_quotations(&self, end: usize, pieces: &mut Vec<Tokens>) {
        let Some(token) = self.text.tokens.get(end) else { return };
        let Some(number) = token.quotation.filter(|_| self.text.is_quotation_mark(end)) else { return };
        if self.text.tokens[end - 1].block == token.block {
            pieces.extend(self.text.quotations[number].pieces.iter().cloned());
        }
    }

    /// Where content that ends before `end` begins: at the clause, or at the quotation that its first word stands in.
    pub fn content_start(&self, end: usize, floor: usize) -> usize {
        let inside = self.text.tokens[floor].quotation.filter(|&q| self.text.tokens[end].quotation != Some(q));
        let piece =
            inside.and_then(|number| self.text.quotations[number].pieces.iter().find(|piece| piece.contains(&floor)));
        piece.map_or(floor, |piece| piece.start)
    }
}
