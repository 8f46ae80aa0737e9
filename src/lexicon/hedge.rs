//! Hedge cues: words and phrases with their kind, the rule that tests their context, and their published range.

use super::lines;
use crate::analysis::{HedgeKind, Range};
use crate::kinds::RuleId;
use crate::text::Text;
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
    pub(super) fn load() -> Self {
        let mut by_first: FxHashMap<&'static str, Vec<HedgeCue>> = FxHashMap::default();
        for columns in lines(include_str!("hedge-cues.txt")) {
            let [cue, kind, rule, ref rest @ ..] = columns[..] else { continue };
            let words: Vec<_> = cue.split(' ').collect();
            let Some(&first) = words.first() else { continue };
            let Some(kind) = kind_named(kind) else { continue };
            let Some(rule) = RuleId::named(rule) else { continue };
            let range = rest.first().and_then(|range| read_range(range));
            by_first.entry(first).or_default().push(HedgeCue { words, kind, rule, range });
        }
        for cues in by_first.values_mut() {
            cues.sort_by_key(|cue| std::cmp::Reverse(cue.words.len()));
        }
        Self { by_first }
    }

    /// The cues that stand at a token, none beyond `end`; the longest first.
    pub fn at<'c>(&'c self, text: &'c Text, token: usize, end: usize) -> impl Iterator<Item = &'c HedgeCue> {
        let cues = self.by_first.get(text.norm(token)).map(Vec::as_slice).unwrap_or_default();
        cues.iter().filter(move |cue| {
            token + cue.words.len() <= end && (token..).zip(&cue.words).all(|(at, word)| text.norm(at) == *word)
        })
    }

    /// All lines, in no order.
    pub fn iter(&self) -> impl Iterator<Item = &HedgeCue> {
        self.by_first.values().flatten()
    }
}

/// "55-80".
fn read_range(range: &str) -> Option<Range> {
    let (low, high) = range.split_once('-')?;
    Some(Range { low: low.parse().ok()?, high: high.parse().ok()? })
}

fn kind_named(name: &str) -> Option<HedgeKind> {
    match name {
        "modal" => Some(HedgeKind::Modal),
        "likelihood" => Some(HedgeKind::Likelihood),
        "appearance" => Some(HedgeKind::Appearance),
        "evidential" => Some(HedgeKind::Evidential),
        "belief" => Some(HedgeKind::Belief),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{HedgeCues, lines};

    #[test]
    fn every_line_is_read() {
        let read = lines(include_str!("hedge-cues.txt"));
        assert_eq!(HedgeCues::load().iter().count(), read.count());
        let ranged = lines(include_str!("hedge-cues.txt")).filter(|columns| columns.len() > 3);
        assert_eq!(HedgeCues::load().iter().filter(|cue| cue.range.is_some()).count(), ranged.count());
    }
}
