//! What a page's marks add up to: its sources with their statements, who is named and who not, how much is hedged.
//!
//! The source ledger and its exports show this. It counts and never judges: there is no score here, and none can be
//! read off it that the page does not state itself. Members are numbers into the [`Analysis`], so that nothing is told
//! twice.
//!
//! ```
//! use sourcelight::report::Report;
//! use sourcelight::{Analyzer, Document, Settings};
//!
//! let text = "“We are ready,” Marek Dunn said. “The ferry is new,” Dunn said.";
//! let analysis = Analyzer::new(Settings::default()).analyze(&Document::new(text, "\n"));
//! let report = Report::new(&analysis, text);
//!
//! assert_eq!(report.sources.len(), 1);
//! assert_eq!(report.sources[0].statements, [0, 1]);
//! assert_eq!((report.words, report.attributed_words), (12, 7));
//! assert_eq!((report.passages[1].statement, report.passages[1].words), (1, 4));
//! ```

mod hedges;
mod passage;

use crate::analysis::{Analysis, Attribution, Grade, Identity, Speaker, Standing};
use crate::order::sort_by_number;
pub use hedges::HedgeGroup;
pub use passage::Passage;
use passage::{Cut, Words};
use rustc_hash::FxHashMap;
use serde::Serialize;

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
    /// All four standings in the order of [`crate::kinds::VALUES`].
    pub standings: Vec<StandingShare>,
    /// Who speaks where, in the order of the text.
    pub passages: Vec<Passage>,
    /// Hedges alike in strength: those with a number from surest to least sure, then those without, by kind.
    pub hedges: Vec<HedgeGroup>,
    /// Numbers of the hedges that are the page's own, in the order of the text; the others are their sources'.
    pub own_hedges: Vec<usize>,
}

/// One source and what is attributed to it.
///
/// Statements go to one source where they resolve to one name; a source without a name is its own entry for each way
/// the page describes it. Everything without any source is one entry, and so is every "he" of whom it is not known who
/// that is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct SourceReport {
    pub identity: Identity,
    pub standing: Standing,
    /// See [`Attribution::is_unclear`].
    pub is_unclear: bool,
    /// Whether the name is no more than probable in each of its statements.
    pub is_probable: bool,
    /// Numbers of its attributions, in the order of the text.
    pub statements: Vec<usize>,
    /// The attribution that says most about who the source is.
    pub told_by: usize,
    /// Words of the page that it answers for. A word inside nested attributions counts once, for the source nearest to
    /// it, so that the words of all sources add up to [`Report::attributed_words`].
    pub words: usize,
    /// Numbers of the hedges in what it says, in the order of the text.
    pub hedges: Vec<usize>,
}

/// What the sources of one standing add up to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct StandingShare {
    pub standing: Standing,
    pub sources: usize,
    pub statements: usize,
    pub words: usize,
}

/// The standings in the order in which they are counted.
pub const STANDINGS: [Standing; 4] = [Standing::Named, Standing::Institution, Standing::Unnamed, Standing::Loose];

impl Report {
    /// Adds up the marks of a page's text; costs n log n in their number and is linear in the text.
    pub fn new(analysis: &Analysis, text: &str) -> Self {
        let read = analysis.read_to.and_then(|end| text.get(..end)).unwrap_or(text);
        let words = Words::read(read);
        let cut = Cut::new(&analysis.attributions);
        let passages = cut.passages(&words);
        let (hedges_within, own_hedges) = hedges::by_attribution(analysis, &cut);
        let sources = sources(&analysis.attributions, &passages, &hedges_within);
        Self {
            words: words.len(),
            attributed_words: passages.iter().map(|passage| passage.words).sum(),
            standings: STANDINGS.map(|standing| share(standing, &sources)).to_vec(),
            sources,
            passages,
            hedges: hedges::groups(analysis),
            own_hedges,
        }
    }
}

fn sources(attributions: &[Attribution], passages: &[Passage], hedges: &[Vec<usize>]) -> Vec<SourceReport> {
    let mut words = vec![0; attributions.len()];
    for passage in passages {
        words[passage.statement] += passage.words;
    }
    let mut sources: Vec<SourceReport> = Vec::new();
    let mut entries = FxHashMap::default();
    for (number, attribution) in attributions.iter().enumerate() {
        let Attribution { identity, standing, .. } = *attribution;
        // Whom no key joins with others is a source of its own; those of whom nothing is known are one entry.
        let is_unclear = attribution.is_unclear();
        let key = attribution.key.as_deref().ok_or((!is_unclear).then_some(number));
        let entry = *entries.entry((identity, standing, key)).or_insert_with(|| {
            sources.push(SourceReport {
                identity,
                standing,
                is_unclear,
                is_probable: true,
                statements: Vec::new(),
                told_by: number,
                words: 0,
                hedges: Vec::new(),
            });
            sources.len() - 1
        });
        let source = &mut sources[entry];
        source.statements.push(number);
        source.is_probable &= attribution.speaker.as_ref().is_some_and(Speaker::is_probable);
        source.words += words[number];
        source.hedges.extend(&hedges[number]);
        if fullness(attribution) > fullness(&attributions[source.told_by]) {
            source.told_by = number;
        }
    }
    for source in &mut sources {
        source.hedges.sort_unstable();
    }
    sort_by_number(&mut sources, |source| usize::MAX - source.words);
    sources
}

/// How much an attribution says about its source.
fn fullness(attribution: &Attribution) -> (Grade, usize) {
    let grade = attribution.anonymity.as_ref().map(|anonymity| anonymity.grade).unwrap_or_default();
    (grade, attribution.source.iter().map(|span| span.len()).sum())
}

fn share(standing: Standing, sources: &[SourceReport]) -> StandingShare {
    let mut share = StandingShare { standing, sources: 0, statements: 0, words: 0 };
    for source in sources.iter().filter(|source| source.standing == standing) {
        share.sources += 1;
        share.statements += source.statements.len();
        share.words += source.words;
    }
    share
}

#[cfg(test)]
mod tests {
    use super::Report;
    use crate::analysis::{
        Analysis, Anonymity, Attitude, Attribution, Grade, Hedge, HedgeKind, Identity, Quoting, Scope, Speaker,
        Standing, Why,
    };
    use crate::kinds::RuleId;
    use crate::language::Tongue;
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
            standing: match identity {
                Identity::Named => Standing::Named,
                Identity::Unnamed => Standing::Unnamed,
                _ => Standing::Loose,
            },
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
        assert_eq!(report.standings.iter().map(|share| share.words).sum::<usize>(), report.attributed_words);
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
        let unnamed = &report.standings[2];
        assert_eq!((unnamed.sources, unnamed.statements, unnamed.words), (2, 3, 3));
    }

    #[test]
    fn those_of_whom_nothing_is_known_are_one_entry() {
        let text = "He said one. It is said that two. They said three. His wife said four.";
        let unclear = |source, content| Attribution {
            standing: Standing::Loose,
            key: None,
            ..said(text, source, Identity::Named, content, 0)
        };
        let attributions = vec![
            unclear("He", "one"),
            by(Some(""), said(text, "", Identity::Unspecified, "two", 0)),
            unclear("They", "three"),
            by(Some("his wife"), unclear("His wife", "four")),
        ];
        let report = check(text, attributions, &["Named: [0, 2] 2 2", "Unspecified: [1] 1 1", "Named: [3] 3 1"]);
        assert_eq!(report.sources.iter().map(|source| source.is_unclear).collect::<Vec<_>>(), [true, false, true]);
        assert_eq!(report.standings[3].sources, 3);
    }

    #[test]
    fn a_source_is_probable_where_each_of_its_statements_is() {
        let text = "He said one. Ann Ek said two. She said three.";
        let named = |source, content, name: &str, confidence| Attribution {
            speaker: Some(Speaker { name: name.to_owned(), mentions: Vec::new(), confidence }),
            ..by(Some(name), said(text, source, Identity::Named, content, 0))
        };
        let attributions =
            vec![named("He", "one", "Bo", 0.4), named("Ann Ek", "two", "Ann", 1.0), named("She", "three", "Ann", 0.4)];
        let report = check(text, attributions, &["Named: [1, 2] 1 2", "Named: [0] 0 1"]);
        assert_eq!(report.sources.iter().map(|source| source.is_probable).collect::<Vec<_>>(), [false, true]);
    }

    #[test]
    fn passages_say_who_speaks_where() {
        let text = "The Post said that officials feared a flood, and more.";
        let attributions = vec![
            said(text, "The Post", Identity::Named, "that officials feared a flood, and more", 0),
            said(text, "officials", Identity::Unnamed, "a flood", 1),
        ];
        let report = Report::new(&Analysis { attributions, ..Analysis::default() }, text);
        let told = report.passages.iter().map(|passage| (passage.statement, passage.start, passage.words));
        assert_eq!(told.collect::<Vec<_>>(), [(0, 3, 3), (1, 6, 2), (0, 8, 2)]);
    }

    #[test]
    fn a_hedge_is_the_pages_or_that_of_whoever_speaks_there() {
        let text = "It may rain. Ann said that Bo feared it might pour and could snow.";
        let attributions = vec![
            said(text, "Ann", Identity::Named, "that Bo feared it might pour and could snow", 0),
            said(text, "Bo", Identity::Named, "it might pour", 1),
        ];
        let hedge = |word, scope| Hedge {
            span: find(text, word)[0],
            kind: HedgeKind::Modal,
            scope,
            range: None,
            language: Tongue::English,
            why: WHY,
        };
        let hedges = vec![hedge("may", Scope::Author), hedge("might", Scope::Source), hedge("could", Scope::Source)];
        let report = Report::new(&Analysis { attributions, hedges, ..Analysis::default() }, text);
        assert_eq!(report.own_hedges, [0]);
        let told = report.sources.iter().map(|source| (source.told_by, source.hedges.clone()));
        assert_eq!(told.collect::<Vec<_>>(), [(0, vec![2]), (1, vec![1])]);
    }
}
