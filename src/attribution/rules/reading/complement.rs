//! What may stand between a verb and its content (hearer, day, medium), and clauses with a subject of their own.

use super::Reading;
use crate::attribution::cue::CueKind;
use crate::attribution::{Relation, Tokens};
use crate::kinds::RuleId;
use crate::language::{Function, NounClass, Role, VerbForm};
use crate::noun_phrase::words;
use crate::text::Kind;

/// How many tokens a phrase between a verb and its content has at most: "in a statement to the court on Monday".
const LONGEST_CIRCUMSTANCE: usize = 14;

/// How many tokens behind its first one a clause is searched for its verb.
const LONGEST_SUBJECT: usize = 30;

impl Reading<'_, '_> {
    /// Where a complement may open: behind the hearer and the circumstances, or right behind the cue.
    pub fn places(&self) -> Vec<usize> {
        let ceiling = self.ceiling();
        if self.has_fields() {
            return Some(self.after_hearer()).into_iter().filter(|&place| place < ceiling).collect();
        }
        [self.after_hearer(), self.cue.tokens.end].into_iter().filter(|&place| place < ceiling).collect()
    }

    /// Past "reporters", "the court on Monday", "in a statement": hearer, place and time before the content.
    pub fn after_hearer(&self) -> usize {
        *self.after_hearer.get_or_init(|| {
            let ceiling = self.ceiling();
            if self.has_fields() {
                return self.field_after().unwrap_or(ceiling);
            }
            let mut at = self.cue.tokens.end;
            let hears = self.verb.is_some_and(|verb| verb.complements.hearer);
            if hears && let Some(phrase) = self.phrases.after(at, ceiling) {
                at = self.hearer_end(&phrase, ceiling);
            }
            while at < ceiling && self.text.function(at) == Some(Function::Adverb) && !self.opens_existential(at) {
                at += 1;
            }
            self.after_circumstances(self.after_time(at, ceiling), ceiling)
        })
    }

    /// Past prepositional phrases of place, time, hearer and medium.
    fn after_circumstances(&self, start: usize, ceiling: usize) -> usize {
        let mut at = start;
        while at < ceiling && self.text.is(at, Role::ComplementPreposition | Role::Day) {
            let mut inside = at + 1..ceiling.min(at + LONGEST_CIRCUMSTANCE);
            let Some(end) = inside.find(|&i| self.ends_circumstance(i, i > at + 1)) else { break };
            let infinitive = self.text.is(at, Role::InfinitiveMark)
                && self.text.tag(at + 1).verb.is_some_and(|verb| verb.form == VerbForm::Base);
            if infinitive {
                break;
            }
            at = end;
        }
        at
    }

    /// Whether a circumstance is over before a token; `later` where it is not the circumstance's second.
    fn ends_circumstance(&self, at: usize, later: bool) -> bool {
        let text = self.text;
        let subject = text.function(at) == Some(Function::Pronoun) && !text.is(at, Role::ObjectPronoun);
        text.is_mark(at, &[":", ","])
            || text.is_quotation_mark(at)
            || text.is(at, Role::Complementizer | Role::ComplementPreposition)
            || text.is(at, Role::Day) && !text.is(at - 1, Role::ComplementPreposition)
            || later && subject
            || text.is(at - 1, Role::Day)
    }

    /// Past "this month", "late Saturday", "last week".
    fn after_time(&self, at: usize, ceiling: usize) -> usize {
        let end = at + usize::from(self.text.is(at, Role::BeforeTime));
        let unit = end < ceiling && (self.text.is(end, Role::Day) || end > at && self.text.is(end, Role::TimeUnit));
        if unit { end + 1 } else { at }
    }

    /// Cuts a hearer phrase where the next clause's subject already begins ("told reporters he …").
    fn hearer_end(&self, phrase: &Tokens, ceiling: usize) -> usize {
        let text = self.text;
        let opens = |&i: &usize| text.function(i) == Some(Function::Determiner) && text.function(i - 1).is_none();
        (phrase.start + 1..phrase.end).find(opens).unwrap_or(phrase.end).min(ceiling)
    }

    /// "there was", "there would be".
    fn opens_existential(&self, at: usize) -> bool {
        let is_verb = matches!(self.text.function(at + 1), Some(Function::Auxiliary | Function::Modal));
        self.text.is(at, Role::Existential) && is_verb
    }

    /// Whether a clause with its own subject and verb begins here.
    pub fn starts_clause(&self, at: usize, ceiling: usize) -> bool {
        use Function::{Auxiliary, Determiner, DeterminerPronoun, Modal, Pronoun, WhWord};
        let text = self.text;
        let opens = matches!(text.function(at), None | Some(Determiner | Pronoun | DeterminerPronoun | WhWord))
            || text.is(at, Role::ClauseOpener | Role::MediumPreposition)
            || self.opens_existential(at);
        let after_pronoun = |i: usize| text.function(i - 1) == Some(Pronoun) && text.function(i).is_none();
        let is_verb = |i: usize| {
            matches!(text.function(i), Some(Auxiliary | Modal))
                || text.is(i, Role::PastParticiple)
                || text.tag(i).verb.is_some()
                || after_pronoun(i)
        };
        let opens = opens
            || self.has_fields() && !matches!(text.function(at), Some(Function::Conjunction | Function::Subordinator));
        opens && (at + 1..ceiling).take(LONGEST_SUBJECT).any(is_verb) && text.tokens[at].kind != Kind::Other
    }

    /// "“We won,” said the minister", "We won, — said the minister": the content, the verb, the source. `rule` is
    /// [`RuleId::DashDialogue`] for those with a dash, [`RuleId::ContentVerbSource`] for the others.
    pub fn inverted(&self, rule: RuleId) -> Option<Relation> {
        let CueKind::Finite(verb) = self.cue.kind else { return None };
        if self.has_fields() {
            let speaks = verb.complements.clause || verb.complements.quotation;
            return (speaks && rule == RuleId::ContentVerbSource).then(|| self.aside_by_fields()).flatten();
        }
        let text = self.text;
        let start = self.cue.tokens.start;
        let previous = start.checked_sub(1)?;
        let mark = &text.tokens[previous];
        let closes = text.is_quotation_mark(previous) && mark.quotation.is_some() && !text.is_quoted(start);
        let dash = mark.kind == Kind::Dash;
        let parted = closes || dash || text.is_mark(previous, &[","]);
        let speaks = verb.complements.clause || verb.complements.quotation;
        if !parted
            || dash != (rule == RuleId::DashDialogue)
            || mark.block != text.tokens[start].block
            || verb.form == VerbForm::Gerund
            || !speaks
        {
            return None;
        }
        let source = self.phrases.after(self.cue.tokens.end, self.ceiling())?;
        let content = self.content_before(start).filter(|_| !text.is(source.start, Role::Demonstrative))?;
        if !closes && !self.is_surely_inverted(&source, &content) {
            return None;
        }
        let mut relation = self.relation(rule, verb.group.attitude());
        relation.content = content;
        self.continue_after(source.end, &mut relation);
        relation.source = vec![source];
        Some(relation)
    }

    /// Without a quotation mark the order is as good as never inverted: "the mayor, a sailor, said the bridge …".
    fn is_surely_inverted(&self, source: &Tokens, content: &[Tokens]) -> bool {
        let text = self.text;
        let block = text.tokens[self.cue.head].block;
        let next = text.tokens.get(source.end);
        let ends_clause = next.is_none_or(|next| next.kind != Kind::Word || next.block != block)
            || text.is(source.end, Role::CircumstancePreposition);
        let clause = content.first().is_some_and(|first| self.starts_clause(first.start, first.end))
            // "During the talks, said two officials, the sides agreed."
            || text.is_mark(source.end, &[","]) && self.starts_clause(source.end + 1, self.sentence().end);
        // "One person familiar with the talks, who asked not to be named, said the mayor, Ann Ek, had left".
        let is_insider = |piece: &Tokens| {
            let phrase = self.phrases.read(piece.clone());
            phrase.is_a(&[NounClass::Insider]) || phrase.tells_how_they_know(text)
        };
        let next_verb = text.tag(source.end + 1).verb.is_some_and(|verb| verb.form == VerbForm::Past);
        let has_verb = text.is_mark(source.end, &[","]) && (next_verb || words::is_finite(text, source.end + 1));
        let is_subject = has_verb && content.first().is_some_and(is_insider);
        text.function(source.start) != Some(Function::Pronoun) && ends_clause && clause && !is_subject
    }
}
