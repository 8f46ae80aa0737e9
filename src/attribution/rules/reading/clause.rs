//! The clause of a verb in languages whose finite verb is the second part of a main clause and the last of a subordinate one:
//! "Am Montag teilte der Minister mit, …", "…, wie der Minister mitteilte", "Der Minister hat … eingeräumt".
//!
//! After the model of fields (Drach, "Grundgedanken der deutschen Satzlehre", 1937): one part stands before the finite verb,
//! and the subject there or right behind it; what the verb takes as a clause stands behind a comma or a colon.

use super::Reading;
use crate::attribution::{Relation, Tokens, frame};
use crate::kinds::RuleId;
use crate::language::{Function, Role};
use crate::noun_phrase::words::is_name;
use crate::text::Kind;

/// How many tokens before its verb a clause starts at most, and behind it a mark is looked for: keeps the cost low where
/// a text has verbs and no marks.
const LONGEST_CLAUSE: usize = 60;

/// A clause with its finite verb, which is its auxiliary where it has one.
#[derive(Debug, Clone, Copy)]
pub struct Clause {
    start: usize,
    finite: usize,
    /// Whether its verb is its last part.
    is_subordinate: bool,
}

impl Reading<'_, '_> {
    /// Whether the clause of the cue is read by its fields.
    pub fn has_fields(&self) -> bool {
        self.text.language.grammar.has_verb_frames()
    }

    /// The clause of the cue.
    fn clause_of_cue(&self) -> Clause {
        *self.clause_of_cue.get_or_init(|| {
            let head = self.cue.head;
            let helped = |role| frame::auxiliary(self.text, head, role);
            let finite = helped(Role::Have).or_else(|| helped(Role::Become)).unwrap_or(head);
            let start = self.clause_start(finite);
            let is_subordinate = self.opens_subordinate(start) && self.closes_clause(head.max(finite) + 1);
            Clause { start, finite, is_subordinate }
        })
    }

    /// Where the clause of a verb starts: behind the nearest mark before it.
    fn clause_start(&self, verb: usize) -> usize {
        let ends_clause = |at: usize| self.parts_clauses(at);
        let near = self.floor().max(verb.saturating_sub(LONGEST_CLAUSE))..verb;
        let start = near.start;
        near.rev().find(|&at| ends_clause(at)).map_or(start, |at| at + 1)
    }

    fn parts_clauses(&self, at: usize) -> bool {
        let text = self.text;
        text.is_mark(at, &[",", ";", ":"]) || text.tokens[at].kind == Kind::Dash || text.is_quotation_mark(at)
    }

    fn opens_subordinate(&self, at: usize) -> bool {
        let opener = matches!(self.text.function(at), Some(Function::Subordinator | Function::WhWord));
        opener || self.opens_relative(at) || self.text.is(at, Role::Manner)
    }

    /// "…, der" behind a comma.
    fn opens_relative(&self, at: usize) -> bool {
        at > 0
            && self.text.is_mark(at - 1, &[","])
            && self.text.is(at, Role::DefiniteArticle | Role::RelativeOfThing)
            && !self.opens_noun_phrase(at)
    }

    /// Whether an article has its noun behind it, an adjective between at most.
    fn opens_noun_phrase(&self, article: usize) -> bool {
        let text = self.text;
        text.has_capital(article + 1) || text.function(article + 1).is_none() && text.has_capital(article + 2)
    }

    fn closes_clause(&self, at: usize) -> bool {
        at >= self.ceiling() || self.text.tokens[at].kind != Kind::Word
    }

    /// The subject before the finite verb or behind it.
    pub fn subject_by_fields(&self) -> Option<Tokens> {
        let text = self.text;
        let Clause { start, finite, is_subordinate } = self.clause_of_cue();
        if is_subordinate {
            let inside = self.nominative(start + 1, self.cue.head.min(finite));
            let antecedent =
                || self.opens_relative(start).then(|| self.phrases.before(start - 1, self.floor())).flatten();
            return inside.or_else(antecedent);
        }
        let behind = || self.nominative(finite + 1, self.ceiling());
        if start == finite {
            // "Ek, die Leiterin des Hafens, sagte": what a comma closes is the subject where none follows.
            let apposition = || self.phrases.before(finite, self.floor());
            return behind().or_else(apposition);
        }
        let is_subject = !matches!(
            text.function(start),
            Some(Function::Preposition | Function::Adverb | Function::Conjunction | Function::Negation)
        ) && !text.is(start, Role::TimeWord | Role::According | Role::ObliqueArticle)
            && (!text.is(start, Role::ObjectPronoun) || text.is(start, Role::SubjectPronoun));
        if text.function(finite - 1) == Some(Function::Conjunction) {
            return self.nominative(start, finite);
        }
        let before = || self.phrases.before(finite, self.floor()).filter(|phrase| phrase.end > start);
        let pronoun = || text.is(finite + 1, Role::SubjectPronoun);
        if is_subject && !pronoun() { before() } else { behind().or_else(before) }
    }

    /// The noun phrase that opens a stretch of a clause, past adverbs, reflexives and pronouns that are objects.
    fn nominative(&self, start: usize, end: usize) -> Option<Tokens> {
        let text = self.text;
        let is_passed = |at: usize| {
            text.function(at) == Some(Function::Adverb)
                || text.is(at, Role::Reflexive)
                || text.is(at, Role::ObjectPronoun) && !text.is(at, Role::SubjectPronoun)
        };
        let at = (start..end).find(|&at| !is_passed(at))?;
        let opens = text.is(at, Role::SubjectPronoun)
            || text.is(at, Role::DefiniteArticle | Role::IndefiniteArticle | Role::PossessiveDeterminer)
            || matches!(text.function(at), Some(Function::Determiner | Function::DeterminerPronoun))
            || text.function(at).is_none() && text.has_capital(at)
            || is_name(text, at);
        let opens = opens && !text.is(at, Role::ObliqueArticle);
        self.phrases.after(at, end).filter(|_| opens)
    }

    /// Where the verb's clause, behind its comma or colon, may open.
    pub fn field_after(&self) -> Option<usize> {
        let text = self.text;
        let from = self.subject().map_or(0, |subject| subject.end).max(self.cue.tokens.end);
        let end = self.ceiling().min(from + LONGEST_CLAUSE);
        let mut marks = (from..end).filter(|&at| text.is_mark(at, &[",", ":"]));
        // "Ek, der den Hafen leitet, sagte": a relative clause is none of the verb's.
        let mark = marks.find(|&at| !self.is_relative_clause(at + 1))?;
        Some(if text.is_mark(mark, &[":"]) { mark } else { mark + 1 })
    }

    /// Whether a clause that opens here with a relative pronoun is over at the next comma.
    fn is_relative_clause(&self, at: usize) -> bool {
        self.opens_relative(at)
            && self.text.function(at + 1).is_some()
            && (at..self.ceiling()).skip(1).any(|at| self.text.is_mark(at, &[","]))
    }

    /// What stands in the verb's own clause as its object.
    pub fn object_by_fields(&self) -> Option<Tokens> {
        let head = self.cue.head;
        let Clause { finite, is_subordinate, .. } = self.clause_of_cue();
        let subject = self.subject()?;
        let is_last = finite != head || is_subordinate;
        let range = if is_last {
            let start = if subject.start > finite || is_subordinate { subject.end } else { finite + 1 };
            start.max(self.clause_start(head))..head
        } else {
            subject.end.max(self.cue.tokens.end)..self.ceiling()
        };
        let prefix = self.text.split_verbs.get(&head).copied();
        let end = prefix.filter(|at| range.contains(at)).unwrap_or(range.end);
        let object = self.trim(range.start..end.max(range.start));
        (object.len() > 1).then_some(object)
    }

    /// An infinitive with its mark behind the comma, or one without a mark at the end of the clause of a modal.
    pub fn infinitive_by_fields(&self) -> Option<Tokens> {
        let text = self.text;
        if text.function(self.cue.head) == Some(Function::Modal) {
            return self.object_by_fields();
        }
        let place = *self.places().first()?;
        let end = (place..self.ceiling()).find(|&at| text.is_mark(at, &[","])).unwrap_or(self.ceiling());
        let is_marked = (place..end).any(|at| text.is(at, Role::InfinitiveMark) || text.is(at, Role::InfinitiveForm));
        is_marked.then(|| self.clause(place))
    }

    /// "…, sagte der Minister", "…, wie der Minister sagte", "Der Hafen, sagte der Minister, …": the content stands on either
    /// side of the verb's own clause.
    pub fn aside_by_fields(&self) -> Option<Relation> {
        let text = self.text;
        let Clause { mut start, finite, is_subordinate } = self.clause_of_cue();
        let compares = is_subordinate && text.is(start, Role::Manner);
        let opens_aside = start < finite && text.is(start, Role::AsideOpener) && start + 1 == finite;
        if !(compares || opens_aside || start == finite) {
            return None;
        }
        let source = self.subject_by_fields().filter(|source| source.start > start)?;
        let verb_end = self.cue.tokens.end.max(finite + 1);
        let mut end = source.end.max(verb_end);
        if let Some(&prefix) = text.split_verbs.get(&self.cue.head) {
            end = end.max(prefix + 1);
        }
        // What was said when and where stands before the aside's end.
        let mark = (end..self.ceiling()).find(|&at| self.parts_clauses(at) || text.is_mark(at, &["."]));
        let end = mark.unwrap_or(self.ceiling());
        let mut relation = self.relation(RuleId::ContentVerbSource, self.verb?.group.attitude());
        if text.is(source.start, Role::Impersonal) && source.len() == 1 {
            let cue = &self.cue.tokens;
            relation.cue = vec![cue.start.min(source.start)..cue.end.max(source.end)];
            let told = text.is(source.end, Role::CircumstancePreposition | Role::SourcePreposition);
            relation.source = self.phrases.after(source.end + 1, end).filter(|_| told).into_iter().collect();
        } else {
            relation.source = vec![source];
        }
        if start > self.floor() && !self.parts_clauses(start - 1) {
            start = finite;
        }
        if start > self.floor() && text.is_quotation_mark(start - 1)
            || start > self.floor() + 1 && text.is_mark(start - 1, &[","]) && text.is_quotation_mark(start - 2)
        {
            relation.content = self.content_before(start)?;
            self.continue_after(end, &mut relation);
        } else {
            relation.content = self.around(start..end);
        }
        let tells = relation.content.iter().map(Tokens::len).sum::<usize>() > 2;
        tells.then_some(relation)
    }

    /// What stands in the sentence, or in the subordinate clause, around a stretch of it.
    pub fn around(&self, aside: Tokens) -> Vec<Tokens> {
        let (text, floor) = (self.text, self.floor());
        let ceiling = self.ceiling();
        let before = self.trim(self.content_start(aside.start, floor)..aside.start);
        let mut next = aside.end;
        while next < ceiling && text.is_mark(next, &[","]) {
            next += 1;
        }
        let goes_on = next < ceiling && !self.is_relative_clause(next) && !self.opens_relative(next);
        let after = if goes_on { self.clause(next) } else { ceiling..ceiling };
        [before, after].into_iter().filter(|piece| !piece.is_empty()).collect()
    }
}
