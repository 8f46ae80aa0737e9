//! What a page's marks add up to: its sources with their statements, who is named and who not, how much is hedged.
//!
//! The source ledger and its exports show this. It counts and never judges: there is no score here, and none can be
//! read off it that the page does not state itself. Members are numbers into the [`Analysis`], so that nothing is told
//! twice.

use crate::analysis::{Analysis, Attribution, Grade, HedgeKind, Identity, Range};
use crate::span::Span;
use rustc_hash::FxHashMap;
use serde::Serialize;
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// What one page's marks add up to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct Report {
    /// All words of the page that was read.
    pub words: usize,
    /// Words inside the content of at least one attribution.
    pub attributed_words: usize,
    /// Every source, the one with most words first, otherwise as they appear.
    pub sources: Vec<SourceReport>,
    /// All five identities in the order of [`crate::kinds::VALUES`].
    pub identities: Vec<IdentityShare>,
    /// Hedges alike in strength: those with a number from surest to least sure, then those without, by kind.
    pub hedges: Vec<HedgeGroup>,
}

/// One source and what is attributed to it.
///
/// Statements go to one source where they resolve to one name; a source without a name is its own entry for each way
/// the page describes it, and everything without any source is one entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct SourceReport {
    pub identity: Identity,
    /// Numbers of its attributions, in the order of the text.
    pub statements: Vec<usize>,
    /// The attribution that says most about who the source is.
    pub told_by: usize,
    /// Words of the page that it answers for. A word inside nested attributions counts once, for the source nearest to
    /// it, so that the words of all sources add up to [`Report::attributed_words`].
    pub words: usize,
}

/// What the sources of one identity add up to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct IdentityShare {
    pub identity: Identity,
    pub sources: usize,
    pub statements: usize,
    pub words: usize,
}

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

const IDENTITIES: [Identity; 5] =
    [Identity::Named, Identity::Unnamed, Identity::Vague, Identity::Document, Identity::Unspecified];

impl Report {
    /// Adds up the marks of a page's text; costs n log n in their number and is linear in the text.
    pub fn new(analysis: &Analysis, text: &str) -> Self {
        let read = analysis.read_to.and_then(|end| text.get(..end)).unwrap_or(text);
        let counter = WordCounter::new(read);
        let words = words_of_attributions(&analysis.attributions, &counter);
        let sources = sources(&analysis.attributions, &words);
        Self {
            words: counter.starts.len(),
            attributed_words: words.iter().sum(),
            identities: IDENTITIES.map(|identity| share(identity, &sources)).to_vec(),
            sources,
            hedges: hedge_groups(analysis),
        }
    }
}

/// Where each word of a text begins; a word is what stands between white space and holds a letter or digit.
struct WordCounter {
    starts: Vec<usize>,
}

impl WordCounter {
    fn new(text: &str) -> Self {
        let mut starts = Vec::with_capacity(text.len() / 6);
        let mut inside = false;
        for (at, character) in text.char_indices() {
            if character.is_whitespace() {
                inside = false;
            } else if !inside && character.is_alphanumeric() {
                inside = true;
                starts.push(at);
            }
        }
        Self { starts }
    }

    fn count(&self, span: Span) -> usize {
        let before = |byte| self.starts.partition_point(|&start| start < byte);
        before(span.end).saturating_sub(before(span.start))
    }
}

/// How many words each attribution answers for: those of its content that no attribution inside it takes over.
fn words_of_attributions(attributions: &[Attribution], counter: &WordCounter) -> Vec<usize> {
    let mut words = vec![0; attributions.len()];
    let mut borders = Vec::new();
    for (number, attribution) in attributions.iter().enumerate() {
        let length: usize = attribution.content.iter().map(|span| span.len()).sum();
        let nearness = (attribution.depth, Reverse(length), Reverse(number));
        for span in attribution.content.iter().filter(|span| !span.is_empty()) {
            borders.push((span.start, true, nearness));
            borders.push((span.end, false, nearness));
        }
    }
    borders.sort_unstable();
    let mut open = BTreeSet::new();
    let mut from = 0;
    for (at, opens, nearness) in borders {
        if let Some((_, _, Reverse(nearest))) = open.last() {
            words[*nearest] += counter.count(Span::new(from, at));
        }
        from = at;
        if opens {
            open.insert(nearness);
        } else {
            open.remove(&nearness);
        }
    }
    words
}

fn sources(attributions: &[Attribution], words: &[usize]) -> Vec<SourceReport> {
    let mut sources: Vec<SourceReport> = Vec::new();
    let mut entries = FxHashMap::default();
    for (number, (attribution, words)) in attributions.iter().zip(words).enumerate() {
        // Whom no key joins with others is a source of its own.
        let key = attribution.key.as_deref().ok_or(number);
        let entry = *entries.entry((attribution.identity, key)).or_insert_with(|| {
            let identity = attribution.identity;
            sources.push(SourceReport { identity, statements: Vec::new(), told_by: number, words: 0 });
            sources.len() - 1
        });
        let source = &mut sources[entry];
        source.statements.push(number);
        source.words += words;
        if fullness(attribution) > fullness(&attributions[source.told_by]) {
            source.told_by = number;
        }
    }
    sources.sort_by_key(|source| Reverse(source.words));
    sources
}

/// How much an attribution says about its source.
fn fullness(attribution: &Attribution) -> (Grade, usize) {
    let grade = attribution.anonymity.as_ref().map(|anonymity| anonymity.grade).unwrap_or_default();
    (grade, attribution.source.iter().map(|span| span.len()).sum())
}

fn share(identity: Identity, sources: &[SourceReport]) -> IdentityShare {
    let mut share = IdentityShare { identity, sources: 0, statements: 0, words: 0 };
    for source in sources.iter().filter(|source| source.identity == identity) {
        share.sources += 1;
        share.statements += source.statements.len();
        share.words += source.words;
    }
    share
}

/// The kinds in the order of [`crate::kinds::VALUES`].
const HEDGE_KINDS: [HedgeKind; 5] =
    [HedgeKind::Modal, HedgeKind::Likelihood, HedgeKind::Appearance, HedgeKind::Evidential, HedgeKind::Belief];

fn hedge_groups(analysis: &Analysis) -> Vec<HedgeGroup> {
    let mut ranges: Vec<Range> = analysis.hedges.iter().filter_map(|hedge| hedge.range).collect();
    ranges.sort_unstable_by_key(|range| Reverse((range.low, range.high)));
    ranges.dedup();
    let keys = ranges.into_iter().map(|range| (Some(range), None));
    let keys = keys.chain(HEDGE_KINDS.map(|kind| (None, Some(kind))));
    let groups = keys.map(|(range, kind)| {
        let of_group = |(_, hedge): &(usize, &crate::analysis::Hedge)| {
            hedge.range == range && kind.is_none_or(|kind| hedge.kind == kind)
        };
        HedgeGroup {
            range: range.map(|range| range.to_string()),
            kind,
            hedges: analysis.hedges.iter().enumerate().filter(of_group).map(|(number, _)| number).collect(),
        }
    });
    groups.filter(|group| !group.hedges.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::Report;
    use crate::analysis::{
        Analysis, Anonymity, Attitude, Attribution, Grade, Hedge, HedgeKind, Identity, Quoting, Range, Scope, Why,
    };
    use crate::kinds::RuleId;
    use crate::span::Span;

    const WHY: Why = Why { rule: RuleId::Model, words: Vec::new() };

    fn find(text: &str, words: &str) -> Vec<Span> {
        let start = if words.is_empty() { None } else { Some(text.find(words).expect(words)) };
        start.map(|start| Span::new(start, start + words.len())).into_iter().collect()
    }

    fn said(text: &str, source: &str, identity: Identity, content: &str, depth: u8) -> Attribution {
        Attribution {
            source: find(text, source),
            cue: Vec::new(),
            content: find(text, content),
            attitude: Attitude::Statement,
            quoting: Quoting::Indirect,
            depth,
            identity,
            speaker: None,
            key: Some(source.to_owned()),
            anonymity: None,
            confidence: 1.0,
            why: WHY,
            evidence: Vec::new(),
        }
    }

    fn by(key: Option<&str>, attribution: Attribution) -> Attribution {
        Attribution { key: key.map(str::to_owned), ..attribution }
    }

    /// `identity: statements told_by words` of each source.
    fn check(text: &str, attributions: Vec<Attribution>, expected: &[&str]) -> Report {
        let report = Report::new(&Analysis { attributions, ..Analysis::default() }, text);
        let told = report.sources.iter().map(|source| {
            format!("{:?}: {:?} {} {}", source.identity, source.statements, source.told_by, source.words)
        });
        assert_eq!(told.collect::<Vec<_>>(), expected);
        assert_eq!(report.sources.iter().map(|source| source.words).sum::<usize>(), report.attributed_words);
        assert_eq!(report.identities.iter().map(|share| share.words).sum::<usize>(), report.attributed_words);
        report
    }

    #[test]
    fn a_name_gathers_its_statements() {
        let text = "Mayor Anna Beck said no. Critics saw a chance gone by. She said — “maybe later”.";
        let attributions = vec![
            by(Some("anna beck"), said(text, "Mayor Anna Beck", Identity::Named, "no", 0)),
            said(text, "Critics", Identity::Vague, "a chance gone by", 0),
            by(Some("anna beck"), said(text, "She", Identity::Named, "“maybe later”", 0)),
        ];
        let report = check(text, attributions, &["Vague: [1] 1 4", "Named: [0, 2] 0 3"]);
        assert_eq!(report.words, 15);
    }

    #[test]
    fn a_word_counts_for_the_source_nearest_to_it() {
        let text = "The Post said that officials feared that the bridge would close.";
        let attributions = vec![
            said(text, "The Post", Identity::Named, "that officials feared that the bridge would close", 0),
            said(text, "officials", Identity::Unnamed, "that the bridge would close", 1),
        ];
        check(text, attributions, &["Unnamed: [1] 1 5", "Named: [0] 0 3"]);
    }

    #[test]
    fn sources_are_the_same_where_their_keys_are() {
        let text = "An official said one. The official said two. A second official, asked again, said three. He said four. \
                    It is said that five. It is thought that six. he said seven.";
        let unnamed = |source, content, grade| Attribution {
            anonymity: Some(Anonymity { grade, ..Anonymity::default() }),
            ..said(text, source, Identity::Unnamed, content, 0)
        };
        let attributions = vec![
            by(Some("official"), unnamed("An official", "one", Grade::Role)),
            by(Some("official"), unnamed("The official", "two", Grade::Reason)),
            by(Some("second official"), unnamed("A second official, asked again,", "three", Grade::Role)),
            by(None, said(text, "He", Identity::Named, "four", 0)),
            by(Some(""), said(text, "", Identity::Unspecified, "five", 0)),
            by(Some(""), said(text, "It", Identity::Unspecified, "six", 0)),
            by(None, said(text, "he", Identity::Named, "seven", 0)),
        ];
        let expected =
            ["Unnamed: [0, 1] 1 2", "Unspecified: [4, 5] 5 2", "Unnamed: [2] 2 1", "Named: [3] 3 1", "Named: [6] 6 1"];
        let report = check(text, attributions, &expected);
        let unnamed = &report.identities[1];
        assert_eq!((unnamed.sources, unnamed.statements, unnamed.words), (2, 3, 3));
    }

    #[test]
    fn hedges_from_sure_to_unsure_then_without_a_number() {
        let hedge = |range: Option<(u8, u8)>, kind| Hedge {
            span: Span::new(0, 0),
            kind,
            scope: Scope::Author,
            range: range.map(|(low, high)| Range { low, high }),
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
