//! Third step: is this reading of a cue, with its source and content, an attribution as a whole?
//!
//! The taggers each see one part; whether the parts make sense together (a verb of wanting with an infinitive, a source
//! at all, a content as long as the rule expects) is weighed here, by boosted trees over [`NUMBERS`] plain numbers. What
//! they answer is the confidence that the reader sees.

use super::forest::Forest;
use super::overlap::{meet, shared_by_all, size};
use super::proposal::{self, Proposal, Verdict};
use super::window::Window;
use crate::attribution::Relation;
use crate::text::Text;
use std::ops::Range;

/// How many numbers a reading is judged by.
pub const NUMBERS: usize = 48;

/// Decides how sure a reading is.
#[derive(Debug, Clone, Default)]
pub struct Judge {
    /// Is it an attribution, with this source and roughly this content?
    pub right: Forest,
    /// Is the content exact to the word?
    pub exact: Forest,
}

/// Readings less likely than this are not asked how exact they are.
const WORTH_RANKING: f32 = 0.1;

impl Judge {
    pub fn verdict(&self, numbers: &[f32; NUMBERS]) -> Verdict {
        let right = self.right.probability(numbers);
        let exact = if right >= WORTH_RANKING { self.exact.probability(numbers) } else { 0.0 };
        Verdict { right, exact }
    }
}

/// What surrounds a proposal while it is judged.
pub struct Court<'c> {
    pub text: &'c Text<'c>,
    pub window: &'c Window<'c>,
    pub rules: &'c [Relation],
    pub headline: bool,
    /// All proposals of the window.
    pub proposals: &'c [Proposal],
}

/// The strongest other proposals of a window by how they stand to one of them: the products of their probabilities.
#[derive(Default)]
struct Rivals {
    /// Their content holds its cue.
    covering: f32,
    /// Its content holds their cue.
    covered: f32,
    /// The contents share words, and neither holds the other's cue.
    clashing: f32,
    /// They have the same source.
    sharing: f32,
}

impl Court<'_> {
    /// Looks closer only at those that are stronger than what was found.
    fn rivals(&self, proposal: &Proposal) -> Rivals {
        let mut found = Rivals::default();
        let (cue, parts) = (&proposal.cue.tokens, &proposal.parts);
        for other in self.proposals.iter().filter(|other| !meet(&other.cue.tokens, cue)) {
            let stronger = |than: f32| other.product > than;
            let over = stronger(found.covering.min(found.clashing)) && other.content_holds(cue);
            let under = stronger(found.covered.min(found.clashing)) && proposal.content_holds(&other.cue.tokens);
            if over {
                found.covering = found.covering.max(other.product);
            }
            if under {
                found.covered = found.covered.max(other.product);
            }
            let apart = stronger(found.clashing) && !over && !under;
            if apart && shared_by_all(&other.parts.content, &parts.content) > 0 {
                found.clashing = other.product;
            }
            if stronger(found.sharing) && parts.source.is_some() && other.parts.source == parts.source {
                found.sharing = other.product;
            }
        }
        found
    }

    /// The numbers that a proposal is judged by.
    pub fn numbers(&self, proposal: &Proposal) -> [f32; NUMBERS] {
        let (cue, parts) = (&proposal.cue, &proposal.parts);
        let near = |at: usize, offset: isize| self.window.near(at, offset);
        let main = near(self.window.main_word(&cue.tokens), 0);
        let after = near(cue.tokens.end, 0);
        let before = near(cue.tokens.start, -1);
        let token = self.text.tokens.get(cue.tokens.start);
        let sentence = token.and_then(|t| self.text.sentences.get(t.sentence)).map_or(0..0, |s| s.tokens.clone());
        let source: Vec<Range<usize>> = parts.source.clone().into_iter().collect();
        let content = &parts.content;
        let content_size = size(content);
        let signed = |span: Option<&Range<usize>>| match span {
            None => -99.0,
            Some(s) if s.start >= cue.tokens.end => 1.0 + (s.start - cue.tokens.end) as f32,
            Some(s) => -1.0 - cue.tokens.start.saturating_sub(s.end) as f32,
        };
        let flag = |yes: bool| f32::from(u8::from(yes));
        let quoted = |pieces: &[Range<usize>]| {
            let all = pieces.iter().cloned().flatten();
            let inside = all.filter(|&at| self.text.is_quoted(at)).count();
            inside as f32 / size(pieces).max(1) as f32
        };
        let rule = proposal::rule_of(self.rules, &cue.tokens);
        let rule_content = rule.map_or(-1.0, |r| {
            2.0 * shared_by_all(&r.content, content) as f32 / (size(&r.content) + content_size).max(1) as f32
        });
        let rule_source = rule.map_or(-1.0, |r| match (r.source.is_empty(), source.is_empty()) {
            (true, true) => 1.0,
            (false, false) => flag(shared_by_all(&r.source, &source) > 0),
            _ => 0.0,
        });
        let rivals = self.rivals(proposal);
        let first = content.iter().map(|p| p.start).min().unwrap_or(cue.tokens.start);
        let last = content.iter().map(|p| p.end).max().unwrap_or(cue.tokens.end);
        let source_first = source.first().map_or(near(usize::MAX, 0), |s| near(s.start, 0));
        let content_first = content.first().map_or(near(usize::MAX, 0), |s| near(s.start, 0));
        let sentences = self.text.tokens.get(last.saturating_sub(1)).zip(self.text.tokens.get(first));
        [
            cue.confidence,
            cue.exact,
            parts.source_mass,
            parts.source_exact,
            flag(parts.source.is_some()),
            parts.content_mass,
            parts.content_mean,
            parts.content_missed,
            content.len() as f32,
            content_size as f32,
            cue.tokens.len() as f32,
            size(&source) as f32,
            signed(source.first()),
            signed(content.first()),
            quoted(content),
            flag(self.text.is_quoted(cue.tokens.start)),
            quoted(&source),
            flag(self.headline),
            main.cueness as f32,
            main.reporting as f32,
            main.form as f32,
            main.complements as f32,
            rule.map_or(0.0, |r| r.confidence),
            rule_content,
            rule_source,
            rivals.covering,
            rivals.covered,
            rivals.clashing,
            rivals.sharing,
            (cue.tokens.start - sentence.start.min(cue.tokens.start)) as f32,
            sentence.end.saturating_sub(cue.tokens.end) as f32,
            flag(last + 1 >= sentence.end && last <= sentence.end),
            sentence.start.abs_diff(first) as f32,
            self.window.tokens.len() as f32,
            after.function as f32,
            after.shape as f32,
            before.function as f32,
            before.shape as f32,
            source_first.function as f32,
            source_first.shape as f32,
            content_first.function as f32,
            content_first.shape as f32,
            sentences.map_or(0.0, |(l, f)| (l.sentence - f.sentence.min(l.sentence)) as f32),
            proposal.product,
            parts.rule,
            source.iter().cloned().flatten().map(|at| near(at, 0).noun).max().unwrap_or_default() as f32,
            main.noun as f32,
            rule.map_or(-1.0, |r| r.rule.row().feature.into()),
        ]
    }
}
