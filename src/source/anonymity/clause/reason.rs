//! The reason for a clause of anonymity.

use super::Finder;
use crate::language::{Function, PatternKind, Role};
use crate::text::Kind;
use std::ops::Range;

/// How many tokens may stand between the clause and its reason.
const REASON_DISTANCE: usize = 16;

/// How many tokens after "and" the verb of another clause may stand.
const VERB_DISTANCE: usize = 4;

impl Finder<'_, '_> {
    /// "…, because they feared reprisals", behind a clause.
    pub fn reason_after(&self, core: &Range<usize>, sentence: &Range<usize>, owner: usize) -> Option<Range<usize>> {
        let limit = sentence.end.min(core.end + REASON_DISTANCE);
        let mut at = core.end;
        while at < limit {
            if let Some(opener) = self.text.pattern(PatternKind::Reason, at, sentence.end) {
                // "to discuss" gives the reason only right behind the clause; further on it says something else.
                let loose = self.text.is(at, Role::LooseReason);
                if !loose || at <= core.end + 1 {
                    return Some(at..self.reason_end(at, opener.end, sentence, owner));
                }
            }
            if self.text.tokens[at].kind == Kind::DoubleQuote || self.text.is_mark(at, &[";"]) {
                break;
            }
            at += 1;
        }
        None
    }

    /// "Fearing reprisals, he asked not to be named"; "who, ashamed of …, asked …".
    pub fn reason_before(&self, core: &Range<usize>, sentence: &Range<usize>) -> Option<Range<usize>> {
        let start = sentence.start.max(core.start.saturating_sub(REASON_DISTANCE));
        let at = (start..core.start).find(|&t| {
            let opens = self.text.pattern(PatternKind::Reason, t, core.start).is_some();
            let first = t == sentence.start || self.text.is_mark(t - 1, &[","]);
            opens && (first || self.text.is(t, Role::CausalConjunction)) && !self.text.is(t, Role::LooseReason)
        })?;
        let end = (at..core.start).find(|&t| self.text.is_mark(t, &[","]))?;
        Some(at..end)
    }

    /// Where a reason ends: before the source's own words, at a mark, or at another clause about the source.
    pub fn reason_end(&self, start: usize, opened: usize, sentence: &Range<usize>, owner: usize) -> usize {
        let relation = &self.relations[owner];
        let mut end = sentence.end;
        for part in relation.cue.iter().chain(&relation.content) {
            if part.start >= opened && part.start < end {
                end = part.start;
            }
        }
        let inside = relation.source.iter().find(|s| s.contains(&start));
        if let Some(source) = inside {
            end = end.min(source.end);
        }
        let stop = (opened..end).find(|&t| {
            self.text.is_mark(t, &[";", ")", "—", "–"])
                || self.text.tokens[t].kind == Kind::DoubleQuote
                || self.opens_clause(t)
                    && ((t + 1)..(t + VERB_DISTANCE).min(end))
                        .any(|v| self.text.is(v, Role::ConditionVerb | Role::Said))
        });
        let mut end = stop.unwrap_or(end);
        while end > opened && !matches!(self.text.tokens[end - 1].kind, Kind::Word | Kind::Number) {
            end -= 1;
        }
        end.max(start + 1)
    }

    fn opens_clause(&self, at: usize) -> bool {
        self.text.is_mark(at, &[","])
            || self.text.function(at) == Some(Function::Conjunction)
            || self.text.is(at, Role::RelativeOfPerson)
    }

    pub fn holds_stock(&self, reason: &Range<usize>) -> bool {
        reason.clone().any(|t| self.text.pattern(PatternKind::Stock, t, reason.end).is_some())
    }
}
