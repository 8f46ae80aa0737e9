//! Reporting verbs: where their subject and their complement stand.

use super::{Rules, Tokens};
use crate::attribution::cue::Cue;
use crate::attribution::relation::Relation;
use crate::kinds::RuleId;
use crate::language::Role;
use crate::language::{Function, Verb, VerbForm, VerbGroup};
use crate::text::Kind;

impl Rules<'_, '_> {
    pub(super) fn finite(&self, cue: &Cue, verb: Verb, earlier: &[Relation]) -> Option<Relation> {
        let floor = self.floor(cue.head);
        let before = cue.tokens.start;
        if let Some(relation) = self.inverted(cue, verb) {
            return Some(relation);
        }
        let shared = || self.shared_subject(before, earlier);
        let source = self.phrases.before(before, floor).or_else(shared)?;
        if self.closes_quotation(source.start)
            && let Some(content) = self.content_before(source.start, cue)
        {
            let mut relation = self.relation(RuleId::ContentSourceVerb, 0.8, cue, verb.group.attitude());
            relation.source = vec![source];
            relation.content = content;
            self.continue_after(cue.tokens.end, &mut relation);
            return Some(relation);
        }
        if let Some((content, rule, confidence)) = self.complement(cue, verb) {
            let mut relation = self.relation(rule, confidence, cue, verb.group.attitude());
            relation.source = vec![source];
            relation.content = content;
            return Some(relation);
        }
        // "Content, source said."
        let content = self.content_before(source.start, cue)?;
        let mut relation = self.relation(RuleId::ContentSourceVerb, 0.7, cue, verb.group.attitude());
        relation.source = vec![source];
        relation.content = content;
        self.continue_after(cue.tokens.end, &mut relation);
        Some(relation)
    }

    /// Whether a quotation that its speaker interrupts ends right before a token: “…,” she said, “…”.
    fn closes_quotation(&self, at: usize) -> bool {
        let inside = at.checked_sub(2).map(|before| self.text.word(before));
        at > 0
            && self.is_quote(at - 1)
            && self.text.tokens[at - 1].quotation != self.text.tokens[at].quotation
            && matches!(inside, Some("," | "?" | "!" | "—" | "–"))
    }

    /// "The FBI said … and defended …": the second verb has the first one's subject.
    fn shared_subject(&self, before: usize, earlier: &[Relation]) -> Option<Tokens> {
        let conjunction = before.checked_sub(1)?;
        if !self.text.is_word(conjunction, &["and", "but", "or"]) {
            return None;
        }
        let sentence = self.sentence(conjunction);
        earlier[self.last_in(&sentence, earlier)?].source.first().cloned()
    }

    /// "“We won,” said the minister", "We won, — said the minister".
    fn inverted(&self, cue: &Cue, verb: Verb) -> Option<Relation> {
        let start = cue.tokens.start;
        let previous = start.checked_sub(1)?;
        let token = &self.text.tokens[previous];
        let closes =
            self.is_quote(previous) && token.quotation.is_some() && self.text.tokens[start].quotation.is_none();
        let dash = token.kind == Kind::Dash;
        let comma = self.text.word(previous) == ",";
        if !(closes || dash || comma) || self.text.tokens[previous].block != self.text.tokens[start].block {
            return None;
        }
        if verb.form == VerbForm::Gerund || !(verb.complements.clause || verb.complements.quotation) {
            return None;
        }
        let source = self.phrases.after(cue.tokens.end, self.ceiling(cue.head))?;
        if self.text.is_word(source.start, &["that", "this", "these", "those"]) {
            return None;
        }
        let content = self.content_before(start, cue)?;
        // Without a quotation mark the order is as good as never inverted: "the mayor, a sailor, said the bridge …".
        let ends_clause = self
            .text
            .tokens
            .get(source.end)
            .is_none_or(|next| next.kind != Kind::Word || next.block != self.text.tokens[cue.head].block)
            || self.text.is_word(source.end, &["in", "on", "at", "during", "after"]);
        let pronoun = self.function(source.start) == Some(Function::Pronoun);
        let clause = content.first().is_some_and(|first| self.starts_clause(first.start, first.end))
            // "During the talks, said two officials, the sides agreed."
            || self.text.is_word(source.end, &[","]) && self.starts_clause(source.end + 1, self.sentence(cue.head).end);
        if !closes && (pronoun || !ends_clause || !clause) {
            return None;
        }
        let rule = if dash { RuleId::DashDialogue } else { RuleId::ContentVerbSource };
        let mut relation = self.relation(rule, 0.83, cue, verb.group.attitude());
        relation.content = content;
        self.continue_after(source.end, &mut relation);
        relation.source = vec![source];
        Some(relation)
    }

    /// What follows a verb as its content, with the rule that found it and that rule's precision.
    fn complement(&self, cue: &Cue, verb: Verb) -> Option<(Vec<Tokens>, RuleId, f32)> {
        let ceiling = self.ceiling(cue.head);
        let complements = verb.complements;
        let mut at = cue.tokens.end;
        let start = self.skip_hearer(at, ceiling, complements.hearer);
        let clause_like = complements.clause || complements.question;
        for place in [start, at] {
            if place >= ceiling {
                continue;
            }
            let word = self.text.norm(place);
            if word == "that" && clause_like {
                return Some((vec![self.clause(place, ceiling)], RuleId::ThatClause, 0.87));
            }
            if self.is_quote(place) && self.text.tokens[place].quotation.is_some() {
                return Some((self.quotation_from(place), RuleId::VerbQuotation, 0.82));
            }
            if word == ":" && self.text.tokens.get(place + 1).is_some_and(|next| next.spaced)
                || word == "," && self.is_quote(place + 1)
            {
                let mut content = self.after_colon(place + 1)?;
                content.retain(|piece| !piece.is_empty());
                return (!content.is_empty()).then_some((content, RuleId::VerbQuotation, 0.82));
            }
            if matches!(word, "how" | "why" | "what" | "whether" | "if" | "who" | "where" | "when")
                && (clause_like || complements.noun)
            {
                return Some((vec![self.clause(place, ceiling)], RuleId::QuestionClause, 0.67));
            }
            if word == "to" && complements.infinitive {
                let place = if verb.group == VerbGroup::Urge { at } else { place };
                return Some((vec![self.clause(place, ceiling)], RuleId::Infinitive, 0.49));
            }
        }
        at = start;
        if at >= ceiling {
            return None;
        }
        let starts_clause = self.starts_clause(at, ceiling);
        if complements.clause && starts_clause && verb.group != VerbGroup::Know {
            return Some((vec![self.clause(at, ceiling)], RuleId::BareClause, 0.75));
        }
        let noun_starts = self.phrases.after(cue.tokens.end, ceiling).is_some();
        if complements.noun && noun_starts {
            return Some((vec![self.clause(cue.tokens.end, ceiling)], RuleId::NounContent, 0.59));
        }
        let particle = cue.tokens.len() > 1 && cue.tokens.end > cue.head + 1;
        (particle && noun_starts).then(|| (vec![self.clause(cue.tokens.end, ceiling)], RuleId::NounContent, 0.59))
    }

    /// Past "reporters", "the court on Monday", "in a statement": hearer, place and time before the content.
    fn skip_hearer(&self, start: usize, ceiling: usize, hearer: bool) -> usize {
        let mut at = start;
        if hearer && let Some(phrase) = self.phrases.after(at, ceiling) {
            at = self.hearer_end(&phrase, ceiling);
        }
        while at < ceiling && matches!(self.function(at), Some(Function::Adverb)) {
            at += 1;
        }
        at = self.skip_time(at, ceiling);
        const OPENERS: [&str; 13] =
            ["in", "on", "at", "during", "to", "via", "by", "of", "about", "through", "after", "before", "with"];
        while at < ceiling && (self.text.is_word(at, &OPENERS) || self.text.is(at, Role::Day)) {
            let end = (at + 1..ceiling.min(at + 14)).find(|&i| {
                self.text.is_word(i, &["that", ":", ","])
                    || self.is_quote(i)
                    || self.text.is_word(i, &OPENERS)
                    || self.text.is(i, Role::Day) && !self.text.is_word(i - 1, &OPENERS)
                    || i > at + 1
                        && matches!(self.function(i), Some(Function::Pronoun))
                        && !self.text.is_word(i, &["them", "him", "me", "us"])
                    || self.text.is(i - 1, Role::Day)
            });
            match end {
                Some(end)
                    if !(self.text.is_word(at, &["to"])
                        && self.text.tag(at + 1).verb.is_some_and(|v| v.form == VerbForm::Base)) =>
                {
                    at = end
                }
                _ => break,
            }
        }
        at
    }

    /// Past "this month", "late Saturday", "last week".
    fn skip_time(&self, at: usize, ceiling: usize) -> usize {
        const UNITS: [&str; 9] =
            ["week", "month", "year", "night", "morning", "afternoon", "evening", "day", "weekend"];
        let end = at + usize::from(self.text.is_word(at, &["this", "last", "late", "early", "earlier", "that"]));
        let unit = end < ceiling && (self.text.is(end, Role::Day) || end > at && self.text.is_word(end, &UNITS));
        if unit { end + 1 } else { at }
    }

    /// Cuts a hearer phrase where the next clause's subject already begins ("told reporters he …").
    fn hearer_end(&self, phrase: &Tokens, ceiling: usize) -> usize {
        let pronoun = (phrase.start + 1..phrase.end)
            .find(|&i| matches!(self.function(i), Some(Function::Determiner)) && self.function(i - 1).is_none());
        pronoun.unwrap_or(phrase.end).min(ceiling)
    }

    /// Whether a clause with its own subject and verb begins here.
    pub(super) fn starts_clause(&self, at: usize, ceiling: usize) -> bool {
        let subject = matches!(
            self.function(at),
            None | Some(Function::Determiner | Function::Pronoun | Function::DeterminerPronoun | Function::WhWord)
        ) || self.text.is_word(at, &["if", "while", "although", "in", "after", "as", "since", "when"]);
        let verb = (at + 1..ceiling).take(30).any(|i| {
            matches!(self.function(i), Some(Function::Auxiliary | Function::Modal))
                || self.text.is_word(i, &["'s"]) && matches!(self.function(i - 1), Some(Function::Pronoun))
                || self.word(i).ends_with("ed")
                || self.text.tag(i).verb.is_some()
                || matches!(self.function(i - 1), Some(Function::Pronoun)) && self.function(i).is_none()
        });
        subject && verb && self.text.tokens[at].kind != Kind::Other
    }

    pub(super) fn gerund(&self, cue: &Cue, verb: Verb, earlier: &[Relation]) -> Option<Relation> {
        let before = cue.tokens.start.checked_sub(1)?;
        let follows_clause = matches!(self.text.word(before), ",")
            || self.is_quote(before)
            || self.text.is_word(before, &["and", "while", "by", "after", "to"]);
        if !follows_clause || verb.group == VerbGroup::Seem {
            return None;
        }
        let (content, rule, confidence) = self.complement(cue, verb)?;
        if rule == RuleId::NounContent && self.text.is_word(before, &["to", "by", "after"]) {
            return None;
        }
        let sentence = self.sentence(cue.head);
        let subject = self.last_in(&sentence, earlier).and_then(|number| earlier[number].source.first().cloned());
        let source = subject.or_else(|| self.phrases.after(sentence.start, cue.tokens.start))?;
        let mut relation = self.relation(RuleId::Participle, confidence * 0.85, cue, verb.group.attitude());
        relation.source = vec![source];
        relation.content = content;
        Some(relation)
    }

    pub(super) fn passive(&self, cue: &Cue, verb: Verb) -> Option<Relation> {
        let floor = self.floor(cue.head);
        let ceiling = self.ceiling(cue.head);
        let subject = self.phrases.before(cue.tokens.start, floor);
        if self.text.is_word(cue.tokens.end, &["by"]) {
            let source = self.phrases.after(cue.tokens.end + 1, ceiling)?;
            let mut relation = self.relation(RuleId::PassiveBy, 0.5, cue, verb.group.attitude());
            relation.content = subject.into_iter().collect();
            relation.source = vec![source];
            return (!relation.content.is_empty()).then_some(relation);
        }
        let (content, _, _) = self.complement(cue, verb)?;
        let subject = subject?;
        let impersonal = self.text.is_word(subject.start, &["it"]) && subject.len() == 1;
        let mut relation = self.relation(RuleId::Passive, 0.43, cue, verb.group.attitude());
        if impersonal {
            relation.cue = vec![subject.start..cue.tokens.end];
            relation.content = content;
        } else {
            relation.content = std::iter::once(subject).chain(content).collect();
        }
        Some(relation)
    }
}
