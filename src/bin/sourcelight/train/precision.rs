//! How often each rule for attributions is right, measured on the training documents and written into its row.

use super::corpus::{Corpus, Example, GoldRelation};
use crate::archive::inputs::cannot;
use serde_json::{Value, json};
use sourcelight::attribution::Relation;
use sourcelight::attribution::model::overlap::{meet, same_parts};
use sourcelight::kinds::{Mark, RULES, Rule, RuleId, Trust};
use std::collections::BTreeMap;
use std::io;
use std::path::Path;

/// The share of each rule's proposals that are right, to two digits; one right and one wrong proposal are added, so that
/// a rule with few is not taken for sure. PolNeAR does not mark what the overruling rules find (chains of sources,
/// dialogue without quotation marks): they are measured on news that is marked by our definition.
pub fn measure(examples: &[Example]) -> BTreeMap<RuleId, f64> {
    let proposes = |rule: &&Rule| !matches!(rule.id, RuleId::Model | RuleId::LoneQuotation);
    let rows = RULES.iter().filter(|rule| rule.mark == Mark::Attribution).filter(proposes);
    let mut counts: BTreeMap<RuleId, (u32, u32)> = rows.map(|rule| (rule.id, (1, 2))).collect();
    for example in examples {
        let is_overruling = example.corpus == Corpus::Ours;
        count(example, &mut counts, |rule| (rule.row().trust == Trust::Overrules) == is_overruling);
    }
    let share = |(right, all): (u32, u32)| (f64::from(right) / f64::from(all) * 100.0).round() / 100.0;
    counts.into_iter().map(|(rule, counts)| (rule, share(counts))).collect()
}

/// Counts right and all proposals. What stands inside a gold content where the gold has no cue is left out: PolNeAR marks
/// outermost attributions only.
fn count(example: &Example, counts: &mut BTreeMap<RuleId, (u32, u32)>, is_counted: impl Fn(RuleId) -> bool) {
    for proposal in example.rules.iter().filter(|proposal| is_counted(proposal.rule)) {
        let Some(cue) = proposal.cue.first() else { continue };
        let is_right = example.relations.iter().any(|gold| is_same(gold, proposal));
        let is_known = example.relations.iter().flat_map(|gold| &gold.cue).any(|other| meet(other, cue));
        let mut contents = example.relations.iter().flat_map(|gold| &gold.content);
        if is_known || !contents.any(|piece| piece.start <= cue.start && cue.end <= piece.end) {
            let (right, all) = counts.entry(proposal.rule).or_default();
            *right += u32::from(is_right);
            *all += 1;
        }
    }
}

/// Whether a proposal is a gold relation, by the scorer's definition.
fn is_same(gold: &GoldRelation, proposal: &Relation) -> bool {
    gold.cue.iter().any(|cue| proposal.cue.iter().any(|other| meet(cue, other)))
        && same_parts([&gold.source, &gold.content], [&proposal.source, &proposal.content])
}

/// Writes what was measured into the rows of the rules.
pub fn write(precisions: &BTreeMap<RuleId, f64>, kinds: &Path) -> io::Result<()> {
    let table = std::fs::read_to_string(kinds).map_err(|error| cannot("read", kinds, error))?;
    let mut table: Value = serde_json::from_str(&table)?;
    for row in table["rules"].as_array_mut().into_iter().flatten() {
        let rule: Option<RuleId> = row["name"].as_str().and_then(|name| name.parse().ok());
        if let Some(precision) = rule.and_then(|rule| precisions.get(&rule)) {
            row["precision"] = json!(precision);
        }
    }
    let table = serde_json::to_string_pretty(&table)? + "\n";
    std::fs::write(kinds, table).map_err(|error| cannot("write", kinds, error))
}
