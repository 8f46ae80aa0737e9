//! Patterns: what each kind of cue says about where its source and content stand.
//!
//! Rules are sure where layout decides (quotation marks, "according to", a dash before the verb) and guess elsewhere;
//! each relation carries the name of its rule and the precision that the rule reached on the development sets as its
//! confidence. [`super::model`] reads their proposals as features and overrules the guesses.

use super::cue::{Cue, CueKind};
use super::noun_phrase::{Phrases, is_day};
use super::relation::Relation;
use crate::analysis::{Attitude, Quoting};
use crate::lexicon::{Function, Tag, Verb, VerbForm, VerbGroup};
use crate::text::{Kind, Text};
use std::ops::Range;

type Tokens = Range<usize>;

/// One relation per cue candidate for which a pattern fits.
pub fn propose(text: &Text, tags: &[Tag], cues: &[Cue]) -> Vec<Relation> {
    let rules = Rules { text, tags, phrases: Phrases { text, tags } };
    let mut relations: Vec<Relation> = Vec::new();
    for cue in cues {
        let found = match cue.kind {
            CueKind::Finite(verb) => rules.finite(cue, verb, &relations),
            CueKind::Gerund(verb) => rules.gerund(cue, verb, &relations),
            CueKind::Passive(verb) => rules.passive(cue, verb),
            CueKind::AccordingTo => rules.according_to(cue),
            CueKind::Citing => rules.citing(cue, &relations),
            CueKind::Colon => rules.colon(cue),
            CueKind::Noun(attitude) => rules.noun(cue, attitude),
            CueKind::Adjective(attitude) => rules.adjective(cue, attitude),
        };
        relations.extend(found);
    }
    relations
}

struct Rules<'a, 't> {
    text: &'a Text<'t>,
    tags: &'a [Tag],
    phrases: Phrases<'a, 't>,
}

impl Rules<'_, '_> {
    fn function(&self, at: usize) -> Option<Function> {
        self.tags.get(at).and_then(|tag| tag.function)
    }

    fn word(&self, at: usize) -> &str {
        if at < self.text.tokens.len() { self.text.word(at) } else { "" }
    }

    fn is_quote(&self, at: usize) -> bool {
        self.text.tokens.get(at).is_some_and(|t| matches!(t.kind, Kind::DoubleQuote | Kind::SingleQuote))
    }

    fn sentence(&self, at: usize) -> Tokens {
        self.text.sentence_of(at).tokens.clone()
    }

    fn relation(&self, rule: &'static str, confidence: f32, cue: &Cue, attitude: Attitude) -> Relation {
        Relation {
            source: Vec::new(),
            cue: vec![cue.tokens.clone()],
            content: Vec::new(),
            attitude,
            quoting: Quoting::Indirect,
            depth: 0,
            via: None,
            confidence,
            rule,
        }
    }

    /// The earliest token that the clause of a cue can reach back to: the sentence, or the inside of a quotation.
    fn floor(&self, at: usize) -> usize {
        let sentence = self.sentence(at).start;
        let quotation = self.text.tokens[at].quotation;
        if quotation.is_none() {
            return sentence;
        }
        (sentence..at).rev().find(|&i| self.text.tokens[i].quotation != quotation).map_or(sentence, |i| i + 1)
    }

    /// The first token after the clause of a cue: the sentence's end, or the end of the quotation it stands in.
    fn ceiling(&self, at: usize) -> usize {
        let sentence = self.sentence(at);
        match self.text.tokens[at].quotation {
            None => sentence.end,
            quotation => {
                (at..sentence.end).find(|&i| self.text.tokens[i].quotation != quotation).unwrap_or(sentence.end)
            }
        }
    }

    // ----- verbs with a tense of their own ------------------------------------------------------------------------

    fn finite(&self, cue: &Cue, verb: Verb, earlier: &[Relation]) -> Option<Relation> {
        let floor = self.floor(cue.head);
        let before = cue.tokens.start;
        if let Some(relation) = self.inverted(cue, verb) {
            return Some(relation);
        }
        let shared = || self.shared_subject(before, earlier);
        let source = self.phrases.before(before, floor).or_else(shared)?;
        if let Some((content, rule, confidence)) = self.complement(cue, verb) {
            let mut relation = self.relation(rule, confidence, cue, verb.group.attitude());
            relation.source = vec![source];
            relation.content = content;
            return Some(relation);
        }
        // "Content, source said."
        let content = self.content_before(source.start, cue)?;
        let mut relation = self.relation("content-before-verb", 0.85, cue, verb.group.attitude());
        relation.source = vec![source];
        relation.content = content;
        self.continue_after(cue.tokens.end, &mut relation);
        Some(relation)
    }

    /// "The FBI said … and defended …": the second verb has the first one's subject.
    fn shared_subject(&self, before: usize, earlier: &[Relation]) -> Option<Tokens> {
        let conjunction = before.checked_sub(1)?;
        if !self.text.is(conjunction, &["and", "but", "or"]) {
            return None;
        }
        let sentence = self.sentence(conjunction);
        let first = earlier.iter().rev().find(|r| r.cue.iter().any(|c| sentence.contains(&c.start)))?;
        first.source.first().cloned()
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
        if comma
            && self.function(source.start).is_none_or(|f| f == Function::Preposition)
            && self.text.tokens[source.start].case == crate::text::Case::Lower
        {
            return None;
        }
        let content = self.content_before(start, cue)?;
        let rule = if dash { "dash-dialogue" } else { "content-verb-source" };
        let mut relation = self.relation(rule, 0.9, cue, verb.group.attitude());
        relation.content = content;
        self.continue_after(source.end, &mut relation);
        relation.source = vec![source];
        Some(relation)
    }

    /// What follows a verb as its content, with the rule that found it and that rule's precision.
    fn complement(&self, cue: &Cue, verb: Verb) -> Option<(Vec<Tokens>, &'static str, f32)> {
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
                return Some((vec![self.clause(place, ceiling)], "that-clause", 0.85));
            }
            if self.is_quote(place) && self.text.tokens[place].quotation.is_some() {
                return Some((self.quotation_from(place), "verb-quotation", 0.9));
            }
            if word == ":" || word == "," && self.is_quote(place + 1) {
                let mut content = self.after_colon(place + 1)?;
                content.retain(|piece| !piece.is_empty());
                return (!content.is_empty()).then_some((content, "verb-quotation", 0.9));
            }
            if matches!(word, "how" | "why" | "what" | "whether" | "if" | "who" | "where" | "when")
                && (clause_like || complements.noun)
            {
                return Some((vec![self.clause(place, ceiling)], "question-clause", 0.6));
            }
            if word == "to" && complements.infinitive {
                let place = if verb.group == VerbGroup::Urge { at } else { place };
                return Some((vec![self.clause(place, ceiling)], "infinitive", 0.6));
            }
        }
        at = start;
        if at >= ceiling {
            return None;
        }
        let starts_clause = self.starts_clause(at, ceiling);
        if complements.clause && starts_clause && verb.group != VerbGroup::Know {
            return Some((vec![self.clause(at, ceiling)], "bare-clause", 0.75));
        }
        let noun_starts = self.phrases.after(cue.tokens.end, ceiling).is_some();
        if complements.noun && noun_starts {
            return Some((vec![self.clause(cue.tokens.end, ceiling)], "noun-content", 0.5));
        }
        let particle = cue.tokens.len() > 1 && cue.tokens.end > cue.head + 1;
        (particle && noun_starts).then(|| (vec![self.clause(cue.tokens.end, ceiling)], "noun-content", 0.5))
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
        while at < ceiling && (self.text.is(at, &OPENERS) || is_day(self.text.norm(at))) {
            let end = (at + 1..ceiling.min(at + 14)).find(|&i| {
                self.text.is(i, &["that", ":", ","])
                    || self.is_quote(i)
                    || self.text.is(i, &OPENERS)
                    || is_day(self.text.norm(i)) && !self.text.is(i - 1, &OPENERS)
                    || i > at + 1
                        && matches!(self.function(i), Some(Function::Pronoun))
                        && !self.text.is(i, &["them", "him", "me", "us"])
                    || is_day(self.text.norm(i - 1))
            });
            match end {
                Some(end)
                    if !(self.text.is(at, &["to"])
                        && self.tags[at + 1].verb.is_some_and(|v| v.form == VerbForm::Base)) =>
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
        let end = at + usize::from(self.text.is(at, &["this", "last", "late", "early", "earlier", "that"]));
        let unit = end < ceiling && (is_day(self.text.norm(end)) || end > at && self.text.is(end, &UNITS));
        if unit { end + 1 } else { at }
    }

    /// Cuts a hearer phrase where the next clause's subject already begins ("told reporters he …").
    fn hearer_end(&self, phrase: &Tokens, ceiling: usize) -> usize {
        let pronoun = (phrase.start + 1..phrase.end)
            .find(|&i| matches!(self.function(i), Some(Function::Determiner)) && self.function(i - 1).is_none());
        pronoun.unwrap_or(phrase.end).min(ceiling)
    }

    /// Whether a clause with its own subject and verb begins here.
    fn starts_clause(&self, at: usize, ceiling: usize) -> bool {
        let subject = matches!(
            self.function(at),
            None | Some(Function::Determiner | Function::Pronoun | Function::DeterminerPronoun | Function::WhWord)
        ) || self.text.is(at, &["if", "while", "although", "in", "after", "as", "since", "when"]);
        let verb = (at + 1..ceiling).take(30).any(|i| {
            matches!(self.function(i), Some(Function::Auxiliary | Function::Modal))
                || self.text.is(i, &["'s"]) && matches!(self.function(i - 1), Some(Function::Pronoun))
                || self.word(i).ends_with("ed")
                || self.tags[i].verb.is_some()
                || matches!(self.function(i - 1), Some(Function::Pronoun)) && self.function(i).is_none()
        });
        subject && verb && self.text.tokens[at].kind != Kind::Other
    }

    // ----- contents -----------------------------------------------------------------------------------------------

    /// A clause from a token to the end of its sentence, or to where another voice takes over.
    fn clause(&self, start: usize, ceiling: usize) -> Tokens {
        let mut depth = 0_usize;
        let mut end = ceiling;
        for at in start..ceiling {
            match self.text.word(at) {
                "(" => depth += 1,
                ")" => depth = depth.saturating_sub(1),
                "and" if depth == 0 && at > start + 1 && self.goes_on_reporting(at + 1, start) => {
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
        self.trim(start..end)
    }

    /// ", according to …", ", adding that …", ", but …": the content is over.
    fn another_voice(&self, at: usize, ceiling: usize) -> bool {
        if at >= ceiling {
            return true;
        }
        let reporting = self.tags[at].verb.is_some_and(|verb| {
            verb.form == VerbForm::Gerund && (verb.complements.clause || verb.complements.quotation)
        });
        reporting
            || self.text.is(at, &["according", "but", "citing", "although", "though", "whereas"])
            || self.text.is(at, &["while", "and", "as"]) && (at + 1..(at + 6).min(ceiling)).any(|i| self.reports(i))
            || (at..(at + 4).min(ceiling)).any(|i| self.reports(i)) && !self.text.is(at, &["which", "who"])
    }

    /// "said it got the letter and defended its record": a past tense after "and" goes on with the first subject.
    fn goes_on_reporting(&self, at: usize, start: usize) -> bool {
        let quoted = self.text.tokens[start].quotation;
        self.tags.get(at).and_then(|tag| tag.verb).is_some_and(|verb| verb.form == VerbForm::Past)
            && self.text.tokens[at].quotation == quoted
            && quoted.is_none()
    }

    fn reports(&self, at: usize) -> bool {
        self.tags[at]
            .verb
            .is_some_and(|verb| matches!(verb.group, VerbGroup::Say | VerbGroup::Tell) && verb.form == VerbForm::Past)
    }

    /// Leaves out the final full stop and surrounding commas that stand outside quotation marks.
    fn trim(&self, mut piece: Tokens) -> Tokens {
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
        self.text.is(at, &["but", "and"]) && self.text.tokens[at].quotation.is_none() && self.sentence(at).start == at
    }

    /// All pieces of the quotation that opens here, and what its sentence goes on with.
    fn quotation_from(&self, at: usize) -> Vec<Tokens> {
        let Some(number) = self.text.tokens[at].quotation else { return Vec::new() };
        let mut pieces = self.text.quotations[number].pieces.clone();
        if let Some(last) = pieces.last_mut() {
            let sentence = self.sentence(last.end - 1);
            let ends_sentence =
                last.end >= sentence.end || matches!(self.word(last.end.saturating_sub(2)), "." | "!" | "?");
            if !ends_sentence {
                let rest = self.clause(last.end - 1, sentence.end);
                last.end = rest.end.max(last.end);
            } else {
                let end = last.end;
                self.extend_over_quotations(end, &mut pieces);
            }
        }
        pieces
    }

    /// Content after a colon: to the end of the sentence, or the whole quotation, in the next block too.
    fn after_colon(&self, at: usize) -> Option<Vec<Tokens>> {
        let colon = at.checked_sub(1)?;
        let token = self.text.tokens.get(at)?;
        if token.block != self.text.tokens[colon].block {
            let quoted = self.is_quote(at) && token.quotation.is_some();
            return quoted.then(|| self.quotation_from(at));
        }
        if self.is_quote(at) && token.quotation.is_some() {
            return Some(self.quotation_from(at));
        }
        Some(vec![self.clause(at, self.sentence(at).end)])
    }

    /// Content that stands before a source or an inverted verb, the comma between left out.
    fn content_before(&self, end: usize, cue: &Cue) -> Option<Vec<Tokens>> {
        let previous = end.checked_sub(1)?;
        let token = &self.text.tokens[previous];
        if token.block != self.text.tokens[end].block {
            return None;
        }
        let sentence = self.sentence(cue.head);
        let separated =
            matches!(self.text.word(previous), "," | "?" | "!") || self.is_quote(previous) || token.kind == Kind::Dash;
        if !separated {
            return None;
        }
        let quoted = token.quotation.or_else(|| previous.checked_sub(1).and_then(|i| self.text.tokens[i].quotation));
        if let Some(number) = quoted
            && self.text.tokens[cue.head].quotation != Some(number)
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
        let content = self.trim(self.content_start(end, self.floor(cue.head))..end);
        let long_enough = content.len() >= 3;
        let starts_badly =
            self.text.is(content.start, &["but", "and", "while", "as", "if", "when", "because", "in", "on", "after"])
                && content.len() < 6;
        (long_enough && !starts_badly).then_some(vec![content])
    }

    /// What goes on after "…, he said": the rest of the sentence, and the quotations that follow in the block.
    fn continue_after(&self, end: usize, relation: &mut Relation) {
        let Some(token) = self.text.tokens.get(end) else { return };
        if end == 0 || token.block != self.text.tokens[end - 1].block {
            return;
        }
        let sentence = self.sentence(end);
        let mut next = end;
        if matches!(self.text.word(end), "," | ":" | ".") {
            next += 1;
        }
        let same_block = self.text.tokens.get(next).is_some_and(|t| t.block == token.block);
        if next > end && same_block && self.is_quote(next) && self.text.tokens[next].quotation.is_some() {
            relation.content.extend(self.quotation_from(next));
        } else if self.text.word(end) == ","
            && next < sentence.end
            && !self.another_voice(next, sentence.end)
            && self.starts_clause(next, sentence.end)
        {
            relation.content.push(self.clause(next, sentence.end));
        }
    }

    /// Adds the quotations that follow directly in the block: “A,” he said. “B.” “C.”
    fn extend_over_quotations(&self, end: usize, pieces: &mut Vec<Tokens>) {
        let Some(token) = self.text.tokens.get(end) else { return };
        let Some(number) = token.quotation.filter(|_| self.is_quote(end)) else { return };
        if self.text.tokens[end - 1].block == token.block {
            pieces.extend(self.text.quotations[number].pieces.iter().cloned());
        }
    }

    // ----- other cues ---------------------------------------------------------------------------------------------

    fn gerund(&self, cue: &Cue, verb: Verb, earlier: &[Relation]) -> Option<Relation> {
        let before = cue.tokens.start.checked_sub(1)?;
        let follows_clause = matches!(self.text.word(before), ",")
            || self.is_quote(before)
            || self.text.is(before, &["and", "while", "by", "after", "to"]);
        if !follows_clause || verb.group == VerbGroup::Seem {
            return None;
        }
        let (content, _, confidence) = self.complement(cue, verb)?;
        let sentence = self.sentence(cue.head);
        let subject = earlier
            .iter()
            .rev()
            .find(|r| r.cue.iter().any(|c| sentence.contains(&c.start)))
            .and_then(|r| r.source.first().cloned());
        let source = subject.or_else(|| self.phrases.after(sentence.start, cue.tokens.start))?;
        let mut relation = self.relation("participle", confidence * 0.8, cue, verb.group.attitude());
        relation.source = vec![source];
        relation.content = content;
        Some(relation)
    }

    fn passive(&self, cue: &Cue, verb: Verb) -> Option<Relation> {
        let floor = self.floor(cue.head);
        let ceiling = self.ceiling(cue.head);
        let subject = self.phrases.before(cue.tokens.start, floor);
        if self.text.is(cue.tokens.end, &["by"]) {
            let source = self.phrases.after(cue.tokens.end + 1, ceiling)?;
            let mut relation = self.relation("passive-by", 0.5, cue, verb.group.attitude());
            relation.content = subject.into_iter().collect();
            relation.source = vec![source];
            return (!relation.content.is_empty()).then_some(relation);
        }
        let (content, _, _) = self.complement(cue, verb)?;
        let subject = subject?;
        let impersonal = self.text.is(subject.start, &["it"]) && subject.len() == 1;
        let mut relation = self.relation("passive", 0.45, cue, verb.group.attitude());
        if impersonal {
            relation.cue = vec![subject.start..cue.tokens.end];
            relation.content = content;
        } else {
            relation.content = std::iter::once(subject).chain(content).collect();
        }
        Some(relation)
    }

    fn according_to(&self, cue: &Cue) -> Option<Relation> {
        let sentence = self.sentence(cue.head);
        let ceiling = self.ceiling(cue.head);
        let source = self.phrases.after(cue.tokens.end, ceiling)?;
        let mut relation = self.relation("according-to", 0.9, cue, Attitude::Statement);
        let floor = self.floor(cue.head);
        let leads = cue.tokens.start <= floor + 1;
        let mut content = Vec::new();
        if leads {
            let start = if self.word(source.end) == "," { source.end + 1 } else { source.end };
            content.push(self.clause(start, ceiling));
        } else {
            content.push(self.trim(self.content_start(cue.tokens.start, floor)..cue.tokens.start));
            if self.word(source.end) == ","
                && source.end + 1 < sentence.end
                && self.starts_clause(source.end + 1, sentence.end)
            {
                content.push(self.clause(source.end + 1, ceiling));
            }
        }
        relation.content = content.into_iter().filter(|piece| !piece.is_empty()).collect();
        relation.source = vec![source];
        (!relation.content.is_empty()).then_some(relation)
    }

    /// Where content that ends before `end` begins: at the clause, or at the quotation that its first word stands in.
    fn content_start(&self, end: usize, floor: usize) -> usize {
        let inside = self.text.tokens[floor].quotation.filter(|&q| self.text.tokens[end].quotation != Some(q));
        let piece =
            inside.and_then(|number| self.text.quotations[number].pieces.iter().find(|piece| piece.contains(&floor)));
        piece.map_or(floor, |piece| piece.start)
    }

    fn citing(&self, cue: &Cue, earlier: &[Relation]) -> Option<Relation> {
        let sentence = self.sentence(cue.head);
        let source = self.phrases.after(cue.tokens.end, self.ceiling(cue.head))?;
        let number = earlier.iter().rposition(|r| r.cue.iter().any(|c| sentence.contains(&c.start)));
        let content = match number {
            Some(number) => earlier[number].content.clone(),
            None => vec![self.trim(sentence.start..cue.tokens.start)],
        };
        let mut relation = self.relation("citing", 0.5, cue, Attitude::Statement);
        relation.content = content.into_iter().filter(|piece| !piece.is_empty()).collect();
        relation.source = vec![source];
        relation.via = number;
        (!relation.content.is_empty()).then_some(relation)
    }

    /// "Minister: We are ready", "Trump on tariffs: “Never”", and a name before a quotation.
    fn colon(&self, cue: &Cue) -> Option<Relation> {
        const LONGEST_SPEAKER: usize = 5;
        let block = &self.text.blocks[self.text.tokens[cue.head].block];
        let speaker = block.tokens.start..cue.head;
        let named = !speaker.is_empty()
            && speaker.len() <= LONGEST_SPEAKER
            && speaker
                .clone()
                .all(|at| self.text.tokens[at].case != crate::text::Case::Lower || self.text.is(at, &["of", "the"]));
        let quoted = self.is_quote(cue.head + 1);
        if !named || !(block.headline || quoted) {
            return None;
        }
        let content = self.after_colon(cue.head + 1)?;
        let mut relation = self.relation("colon", 0.6, cue, Attitude::Statement);
        relation.source = vec![speaker];
        relation.content = content.into_iter().filter(|piece| !piece.is_empty()).collect();
        (!relation.content.is_empty()).then_some(relation)
    }

    /// "Kyiv’s claim that …", "claims by Kyiv that …".
    fn noun(&self, cue: &Cue, attitude: Attitude) -> Option<Relation> {
        let ceiling = self.ceiling(cue.head);
        let floor = self.floor(cue.head);
        let mut at = cue.tokens.end;
        let mut source = None;
        if self.text.is(at, &["by", "from", "of", "among"]) {
            source = self.phrases.after(at + 1, ceiling);
            at = source.as_ref()?.end;
        }
        let infinitive = self.text.is(at, &["to"]) && attitude != Attitude::Evidence && source.is_none();
        if !infinitive && !self.text.is(at, &["that"]) {
            return None;
        }
        if source.is_none() {
            let owner = (floor..cue.head).rev().take(4).find(|&i| {
                matches!(self.function(i), Some(Function::Possessive))
                    || self.text.is(i, &["his", "her", "their", "its", "my", "our"])
            });
            source = match owner {
                Some(mark) if self.function(mark) == Some(Function::Possessive) => self.phrases.before(mark, floor),
                Some(pronoun) => Some(pronoun..pronoun + 1),
                None => None,
            };
        }
        if source.is_none() && self.text.is(at, &["to"]) {
            return None;
        }
        let mut relation = self.relation("noun-that", 0.5, cue, attitude);
        relation.source = source.into_iter().collect();
        relation.content = vec![self.clause(at, ceiling)];
        Some(relation)
    }

    fn adjective(&self, cue: &Cue, attitude: Attitude) -> Option<Relation> {
        let ceiling = self.ceiling(cue.head);
        let source = self.phrases.before(cue.tokens.start, self.floor(cue.head))?;
        if !self.text.is(cue.tokens.end, &["that", "to", "about", "of", "whether", "if"])
            || self.text.is(source.start, &["it"])
        {
            return None;
        }
        let mut relation = self.relation("adjective", 0.4, cue, attitude);
        relation.source = vec![source];
        relation.content = vec![self.clause(cue.tokens.end, ceiling)];
        Some(relation)
    }
}
