//! The hedges of a page: how sure they are, and whose.

use super::passage::Cut;
use crate::analysis::{Analysis, Hedge, HedgeKind, Range, Scope};
use crate::order::sort_by_numbers;
use serde::Serialize;

/// Hedges with the same range, or of the same kind where no scale gives a number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct HedgeGroup {
    /// "55-80" (per cent).
    pub range: Option<String>,
    /// Only without a range.
    pub kind: Option<HedgeKind>,
    /// Numbers of the hedges, in the order of the text.
    pub hedges: Vec<usize>,
}

/// The kinds in the order of [`crate::kinds::VALUES`].
const HEDGE_KINDS: [HedgeKind; 5] =
    [HedgeKind::Modal, HedgeKind::Likelihood, HedgeKind::Appearance, HedgeKind::Evidential, HedgeKind::Belief];

/// See [`super::Report::hedges`].
pub fn groups(analysis: &Analysis) -> Vec<HedgeGroup> {
    let mut ranges: Vec<Range> = analysis.hedges.iter().filter_map(|hedge| hedge.range).collect();
    sort_by_numbers(&mut ranges, |range| (!usize::from(range.low), !usize::from(range.high)));
    ranges.dedup();
    let keys = ranges.into_iter().map(|range| (Some(range), None));
    let keys = keys.chain(HEDGE_KINDS.map(|kind| (None, Some(kind))));
    let groups = keys.map(|(range, kind)| {
        let of_group =
            |(_, hedge): &(usize, &Hedge)| hedge.range == range && kind.is_none_or(|kind| hedge.kind == kind);
        HedgeGroup {
            range: range.map(|range| range.to_string()),
            kind,
            hedges: analysis.hedges.iter().enumerate().filter(of_group).map(|(number, _)| number).collect(),
        }
    });
    groups.filter(|group| !group.hedges.is_empty()).collect()
}

/// For each attribution the numbers of the hedges in its own words, and the page's own hedges.
pub fn by_attribution(analysis: &Analysis, cut: &Cut) -> (Vec<Vec<usize>>, Vec<usize>) {
    let mut within = vec![Vec::new(); analysis.attributions.len()];
    let mut own = Vec::new();
    for (number, hedge) in analysis.hedges.iter().enumerate() {
        let speaking = cut.attribution_at(hedge.span.start).filter(|_| hedge.scope == Scope::Source);
        speaking.and_then(|speaking| within.get_mut(speaking)).unwrap_or(&mut own).push(number);
    }
    (within, own)
}

#[cfg(test)]
mod tests {
    use super::super::Report;
    use super::*;
    use crate::analysis::Why;
    use crate::kinds::RuleId;
    use crate::language::Tongue;
    use crate::span::Span;

    const WHY: Why = Why { rule: RuleId::Model, words: Vec::new() };

    #[test]
    fn hedges_from_sure_to_unsure_then_without_a_number() {
        let hedge = |range: Option<(u8, u8)>, kind| Hedge {
            span: Span::new(0, 0),
            kind,
            scope: Scope::Author,
            range: range.map(|(low, high)| Range { low, high }),
            language: Tongue::English,
            why: WHY,
        };
        let hedges = vec![
            hedge(None, HedgeKind::Belief),
            hedge(Some((20, 45)), HedgeKind::Likelihood),
            hedge(None, HedgeKind::Modal),
            hedge(Some((95, 99)), HedgeKind::Likelihood),
            hedge(Some((20, 45)), HedgeKind::Likelihood),
        ];
        let report = Report::new(&Analysis { hedges, ..Analysis::default() }, "");
        let told = report.hedges.iter().map(|group| format!("{:?} {:?} {:?}", group.range, group.kind, group.hedges));
        let expected = [
            "Some(\"95-99\") None [3]",
            "Some(\"20-45\") None [1, 4]",
            "None Some(Modal) [2]",
            "None Some(Belief) [0]",
        ];
        assert_eq!(told.collect::<Vec<_>>(), expected);
    }
}
