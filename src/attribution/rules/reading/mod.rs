//! A cue in its text, with the questions that rules ask: where its clause begins and ends, who its subject is.

mod clause;
mod complement;
mod content;

use crate::analysis::{Attitude, Quoting};
use crate::attribution::cue::{Cue, CueKind};
use crate::attribution::{Relation, Tokens};
use crate::kinds::RuleId;
use crate::language::{Function, Role, Verb, VerbGroup};
use crate::noun_phrase::Phrases;
use crate::text::Text;
use std::cell::OnceCell;

/// How many tokens before a noun its owner is looked for.
const OWNER: usize = 4;

/// A cue in its text.
pub struct Reading<'r, 't> {
    pub text: &'r Text<'t>,
    pub phrases: &'r Phrases<'r, 't>,
    pub cue: &'r Cue,
    /// The verb of the cue, where it has one.
    pub verb: Option<Verb>,
    /// What was found at the cues before, in their order.
    earlier: &'r [Relation],
    subject: OnceCell<Option<Tokens>>,
    after_hearer: OnceCell<usize>,
    clause_of_cue: OnceCell<clause::Clause>,
}

impl<'r, 't> Reading<'r, 't> {
    pub fn new(text: &'r Text<'t>, phrases: &'r Phrases<'r, 't>, cue: &'r Cue, earlier: &'r [Relation]) -> Self {
        let verb = text.tag(cue.head).verb;
        Self {
            text,
            phrases,
            cue,
            verb,
            earlier,
            subject: OnceCell::new(),
            after_hearer: OnceCell::new(),
            clause_of_cue: OnceCell::new(),
        }
    }

    /// A relation at the cue, its source and content still to be filled in.
    pub fn relation(&self, rule: RuleId, attitude: Attitude) -> Relation {
        Relation {
            id: self.earlier.len(),
            source: Vec::new(),
            cue: vec![self.cue.tokens.clone()],
            content: Vec::new(),
            attitude,
            quoting: Quoting::Indirect,
            depth: 0,
            via: None,
            confidence: rule.row().precision,
            rule,
        }
    }

    /// The sentence of the cue.
    pub fn sentence(&self) -> Tokens {
        self.sentence_around(self.cue.head)
    }

    fn sentence_around(&self, at: usize) -> Tokens {
        self.text.sentence_of(at).tokens.clone()
    }

    /// The earliest token that the clause of the cue can reach back to: of its sentence, or of the inside of a quotation.
    pub fn floor(&self) -> usize {
        let (at, start) = (self.cue.head, self.sentence().start);
        let quotation = self.text.tokens[at].quotation;
        if quotation.is_none() {
            return start;
        }
        (start..at).rev().find(|&i| self.text.tokens[i].quotation != quotation).map_or(start, |i| i + 1)
    }

    /// The first token after the clause of the cue: the sentence's end, or the end of the quotation it stands in.
    pub fn ceiling(&self) -> usize {
        self.ceiling_around(self.cue.head)
    }

    fn ceiling_around(&self, at: usize) -> usize {
        let end = self.sentence_around(at).end;
        let quotation = self.text.tokens[at].quotation;
        if quotation.is_none() {
            return end;
        }
        (at..end).find(|&i| self.text.tokens[i].quotation != quotation).unwrap_or(end)
    }

    /// The relation found last, where its cue stands in the sentence of this one.
    pub fn last_in_sentence(&self) -> Option<&'r Relation> {
        let sentence = self.sentence();
        self.earlier.last().filter(|last| last.cue.iter().any(|cue| sentence.contains(&cue.start)))
    }

    /// The noun phrase right before the cue.
    pub fn phrase_before(&self) -> Option<Tokens> {
        self.phrases.before(self.cue.tokens.start, self.floor())
    }

    /// Whose the noun of the cue is: "Kyiv’s", "their", before it.
    pub fn owner(&self) -> Option<Tokens> {
        let floor = self.floor();
        let is_clitic = |at: usize| self.text.function(at) == Some(Function::Possessive);
        let near = (floor..self.cue.head).rev().take(OWNER);
        let mark = near.into_iter().find(|&at| is_clitic(at) || self.text.is(at, Role::PossessiveDeterminer))?;
        if is_clitic(mark) { self.phrases.before(mark, floor) } else { Some(mark..mark + 1) }
    }

    /// Who the verb's subject is: the noun phrase before it, or the source before "and": "The FBI said … and defended …".
    pub fn subject(&self) -> Option<Tokens> {
        let shared = || {
            let conjunction = self.cue.tokens.start.checked_sub(1)?;
            let joined = self.text.function(conjunction) == Some(Function::Conjunction);
            let last = self.earlier.last().filter(|_| joined)?;
            let sentence = self.sentence_around(conjunction);
            let same = last.cue.iter().any(|cue| sentence.contains(&cue.start));
            last.source.first().filter(|_| same).cloned()
        };
        let by_order = || if self.has_fields() { self.subject_by_fields() } else { self.phrase_before() };
        self.subject.get_or_init(|| by_order().or_else(shared)).clone()
    }

    /// What follows the verb as its content, with the rule that found it.
    pub fn complement(&self) -> Option<(Vec<Tokens>, RuleId)> {
        super::complement(self)
    }

    /// A finite verb with its subject and the complement that a rule finds.
    pub fn with_complement(&self, rule: RuleId, find: fn(&Reading) -> Option<Vec<Tokens>>) -> Option<Relation> {
        let CueKind::Finite(verb) = self.cue.kind else { return None };
        let source = self.subject()?;
        let content = find(self)?;
        let mut relation = self.relation(rule, verb.group.attitude());
        relation.content = content;
        if verb.group == VerbGroup::Seem && self.text.is(source.start, Role::NeuterPronoun) && source.len() == 1 {
            // "It emerged that": nobody is the source.
            relation.cue = vec![source.start..self.cue.tokens.end];
        } else {
            relation.source = vec![source];
        }
        Some(relation)
    }

    /// A finite verb whose content stands before its subject: “…, the minister said”.
    pub fn with_content_before_source(&self, rule: RuleId) -> Option<Relation> {
        let CueKind::Finite(verb) = self.cue.kind else { return None };
        let source = self.subject()?;
        let content = self.content_before(source.start)?;
        let mut relation = self.relation(rule, verb.group.attitude());
        relation.source = vec![source];
        relation.content = content;
        self.continue_after(self.cue.tokens.end, &mut relation);
        Some(relation)
    }
}
