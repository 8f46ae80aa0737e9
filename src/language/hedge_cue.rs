//! Hedge cues: words and phrases with their kind, the rule that tests their context, and their published range.

use super::List;
use super::list::Problems;
use crate::analysis::{HedgeKind, Range};
use crate::kinds::RuleId;
use crate::order::sort_by_number;
use rustc_hash::FxHashMap;

/// A line of the list.
#[derive(Debug, Clone, PartialEq)]
pub struct HedgeCue {
    /// Normal forms of its tokens, at least one.
    pub words: Vec<&'static str>,
    pub kind: HedgeKind,
    /// The rule that tests the context; see [`crate::hedge`].
    pub rule: RuleId,
    /// After ICD 203, where the scale has the word.
    pub range: Option<Range>,
}

/// All cues, by their first word.
#[derive(Debug)]
pub struct HedgeCues {
    by_first: FxHashMap<&'static str, Vec<HedgeCue>>,
}

impl HedgeCues {
    #[inline(never)]
    pub(super) fn load(list: List, problems: &mut Problems) -> Self {
        let mut by_first: FxHashMap<&'static str, Vec<HedgeCue>> = FxHashMap::default();
        for row in list.rows::<4>(problems) {
            let words: Vec<_> = row.columns[0].split(' ').collect();
            let (kind, rule) = (row.value(1, problems), row.value(2, problems));
            let range = if row.columns[3] == "-" { None } else { row.value(3, problems) };
            if let (Some(&first), Some(kind), Some(rule)) = (words.first(), kind, rule) {
                by_first.entry(first).or_default().push(HedgeCue { words, kind, rule, range });
            }
        }
        for cues in by_first.values_mut() {
            sort_by_number(cues, |cue| usize::MAX - cue.words.len());
        }
        Self { by_first }
    }

    /// All cues, in no order.
    pub fn all(&self) -> impl Iterator<Item = &HedgeCue> {
        self.by_first.values().flatten()
    }

    /// The cues that a word opens; the longest first.
    pub fn opened_by(&self, norm: &str) -> &[HedgeCue] {
        self.by_first.get(norm).map(Vec::as_slice).unwrap_or_default()
    }
}
