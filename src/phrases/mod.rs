//! The reader's own phrases: words and patterns to watch for, in groups with a name.
//!
//! A line of a group is plain words, or a pattern in the syntax of the `regex` crate between slashes (`/so-called \w+/`).
//! Case makes no difference. Matching takes time linear in the text whatever the pattern says, since no step is taken twice at one place;
//! patterns that would be very large are refused.
//!
//! A thousand patterns are many, and most pages have what few of them are about. So plain words are not made patterns of
//! (`words.rs`), and a pattern is compiled when a page comes that holds the letters that it needs (`needs.rs`, `index.rs`), and
//! tried where they stand. Only patterns that may fit anywhere read all of every page (`chunk.rs`).
//!
//! ```
//! use sourcelight::phrases::{PhraseGroup, ProblemKind, problems};
//! use sourcelight::{Analyzer, Document, Settings};
//!
//! let phrases = vec!["ferry".to_owned(), r"/so-called \w+/".to_owned(), "/(/".to_owned()];
//! let groups = vec![PhraseGroup { name: "harbour".to_owned(), phrases }];
//! let problems = problems(&groups);
//! assert_eq!((problems[0].line, problems[0].kind), (2, ProblemKind::Syntax));
//!
//! let text = "The Ferry and the so-called harbour.";
//! let settings = Settings { phrases: groups, ..Settings::default() };
//! let found = Analyzer::new(settings).analyze(&Document::new(text, "\n")).phrases;
//! let words: Vec<&str> = found.iter().map(|found| found.span.of(text)).collect();
//! assert_eq!(words, ["Ferry", "so-called harbour"]);
//! ```

mod automaton;
mod chunk;
mod fold;
mod index;
mod needs;
mod pattern;
mod words;

use crate::span::Span;
use automaton::Maker;
use chunk::Chunk;
use index::Index;
use needs::{Needed, needed};
use pattern::Pattern;
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use words::Words;

/// Phrases that belong together.
///
/// ```
/// use sourcelight::{Analyzer, Document, PhraseGroup, Settings};
///
/// let group = PhraseGroup { name: "boats".to_owned(), phrases: vec!["ferry".to_owned()] };
/// let settings = Settings { phrases: vec![group], ..Settings::default() };
/// let analysis = Analyzer::new(settings).analyze(&Document::new("The ferry is late.", "\n"));
/// assert_eq!(&*analysis.phrases[0].name, "boats");
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(deny_unknown_fields)]
pub struct PhraseGroup {
    pub name: String,
    /// A phrase a line.
    pub phrases: Vec<String>,
}

/// Where a phrase stands on the page. No two overlap: the one that begins first is taken, and of two that begin together the
/// one that the reader lists first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PhraseMatch {
    pub span: Span,
    /// The number of its group in the settings.
    pub group: usize,
    /// The number of its line in the group.
    pub line: usize,
    /// The group's name, and the line as the reader wrote it.
    pub name: Arc<str>,
    pub phrase: Arc<str>,
}

/// A line that cannot be used, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct PhraseProblem {
    pub group: usize,
    pub line: usize,
    pub kind: ProblemKind,
    /// What the crate says about its syntax.
    pub detail: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "lowercase")]
pub enum ProblemKind {
    /// It is no pattern.
    Syntax,
    /// It would take too much memory and time.
    Large,
    /// It fits where there is nothing.
    Empty,
    /// It is the first of those beyond the number that is used.
    Many,
}

/// In so many bytes a phrase must stand to be found.
const LONGEST_PIECE: usize = 1 << 13;

/// The most phrases that are used, of all groups together.
const MOST_PHRASES: usize = 5_000;

/// The most bytes of a line of plain words.
const LONGEST_WORDS: usize = 1_000;

/// Phrases that are ready to be looked for.
#[derive(Debug, Default)]
pub struct Phrases {
    words: Words,
    patterns: Vec<Pattern>,
    /// The patterns that may fit anywhere.
    chunks: Vec<Chunk>,
    /// The name of each group and its lines.
    groups: Vec<(Arc<str>, Vec<Arc<str>>)>,
}

/// A line by its group and its number in it.
type Line = (usize, usize);

impl Phrases {
    /// Lines that cannot be used are left out; [`problems`] names them.
    pub fn new(groups: &[PhraseGroup]) -> Self {
        let told = |group: &PhraseGroup| {
            let lines = group.phrases.iter().map(|line| line.trim().into()).collect();
            (group.name.as_str().into(), lines)
        };
        let mut phrases = Self { groups: groups.iter().map(told).collect(), ..Self::default() };
        let mut anywhere = Vec::new();
        for (line, written) in lines(groups) {
            match pattern::between_slashes(written) {
                None if written.len() > LONGEST_WORDS || written.is_empty() => {}
                None => phrases.words.add(line, written),
                Some(pattern) => match needed(&pattern) {
                    Ok(Needed { needs: Some(needs), beginnings }) => {
                        phrases.patterns.push(Pattern::new(line, pattern, needs, beginnings));
                    }
                    Ok(_) => anywhere.push((line, pattern)),
                    Err(_) => {}
                },
            }
        }
        phrases.chunks = Chunk::all(&anywhere);
        phrases
    }

    /// All matches inside the blocks of a text, in its order.
    pub fn find(&self, text: &str, blocks: impl Iterator<Item = Span>) -> Vec<PhraseMatch> {
        let blocks: Vec<Span> = blocks.collect();
        let mut found: Vec<(Span, Line)> = Vec::new();
        for &block in &blocks {
            self.words.find(text, block, &mut found);
        }
        if !(self.patterns.is_empty() && self.chunks.is_empty()) {
            self.find_patterns(text, &blocks, &mut found);
        }
        found.sort_unstable_by_key(|&(span, line)| (span.start, line));
        let mut end = 0;
        found.retain(|(span, _)| {
            let is_free = span.start >= end;
            end = if is_free { span.end } else { end };
            is_free
        });
        let matched = |(span, (group, line)): (Span, Line)| {
            let (name, lines) = self.groups.get(group)?;
            Some(PhraseMatch { span, group, line, name: name.clone(), phrase: lines.get(line)?.clone() })
        };
        found.into_iter().filter_map(matched).collect()
    }

    #[inline(never)]
    fn find_patterns(&self, text: &str, blocks: &[Span], found: &mut Vec<(Span, Line)>) {
        let pieces: Vec<Span> = blocks.iter().flat_map(|&block| pieces(text, block)).collect();
        let (index, maker) = (Index::new(text, &pieces), Maker::new());
        for pattern in &self.patterns {
            for (piece, folded) in index.with(&pattern.needs) {
                pattern.find(&maker, text, pieces[piece], folded, found);
            }
        }
        for (chunk, &piece) in self.chunks.iter().flat_map(|chunk| pieces.iter().map(move |piece| (chunk, piece))) {
            chunk.find(text, piece, found);
        }
    }
}

/// The lines that cannot be used.
pub fn problems(groups: &[PhraseGroup]) -> Vec<PhraseProblem> {
    let maker = Maker::new();
    let problem = |((group, line), written): (Line, &str)| {
        let (kind, detail) = match pattern::between_slashes(written).map(|pattern| maker.check(&pattern)) {
            None => (written.len() > LONGEST_WORDS).then_some((ProblemKind::Large, None))?,
            Some(check) => check.err()?,
        };
        Some(PhraseProblem { group, line, kind, detail })
    };
    let beyond = all_lines(groups).nth(MOST_PHRASES);
    let beyond = beyond.map(|(group, line)| PhraseProblem { group, line, kind: ProblemKind::Many, detail: None });
    lines(groups).filter_map(problem).chain(beyond).collect()
}

/// A block in pieces of bounded length, cut between words, and inside a word only where it is as long as a piece. One search
/// is linear; but a pattern can look as far as its text goes before each of its matches, and all of them would then cost the
/// square of a block's length.
fn pieces(text: &str, block: Span) -> Vec<Span> {
    let mut cuts = vec![block.start];
    let mut last_space = block.start;
    for (at, character) in block.of(text).char_indices() {
        let (at, from) = (block.start + at, cuts.last().copied().unwrap_or_default());
        let is_long = at - from > LONGEST_PIECE;
        if character.is_whitespace() {
            if is_long && last_space > from {
                cuts.push(last_space);
            }
            last_space = at;
        } else if is_long && at - last_space.max(from) > LONGEST_PIECE {
            cuts.push(at);
        }
    }
    cuts.push(block.end);
    cuts.windows(2).map(|ends| Span::new(ends[0], ends[1])).collect()
}

fn all_lines(groups: &[PhraseGroup]) -> impl Iterator<Item = Line> {
    let of_group = |(number, group): (usize, &'_ PhraseGroup)| (number, group.phrases.len());
    groups.iter().enumerate().map(of_group).flat_map(|(group, count)| (0..count).map(move |line| (group, line)))
}

/// The lines that are used, without white space around them.
fn lines(groups: &[PhraseGroup]) -> impl Iterator<Item = (Line, &str)> {
    let used = all_lines(groups).take(MOST_PHRASES);
    used.map(|(group, line)| ((group, line), groups[group].phrases[line].trim()))
}

#[cfg(test)]
mod tests {
    use super::{LONGEST_PIECE, LONGEST_WORDS, MOST_PHRASES, PhraseGroup, PhraseProblem, Phrases, ProblemKind, Span};
    use super::{pieces, problems};

    fn groups(groups: &[&[&str]]) -> Vec<PhraseGroup> {
        let group =
            |lines: &&[&str]| PhraseGroup { name: String::new(), phrases: lines.iter().map(|l| (*l).into()).collect() };
        groups.iter().map(group).collect()
    }

    /// `group: words` of each match.
    fn check(given: &[&[&str]], text: &str, expected: &[&str]) {
        let found = Phrases::new(&groups(given)).find(text, std::iter::once(Span::new(0, text.len())));
        let told: Vec<_> = found.iter().map(|found| format!("{}: {}", found.group, found.span.of(text))).collect();
        assert_eq!(told, expected, "{given:?} in {text}");
    }

    #[test]
    fn a_piece_is_bounded_where_no_space_is() {
        let text = "é".repeat(3 * LONGEST_PIECE) + " " + &"a".repeat(LONGEST_PIECE);
        let cut = pieces(&text, Span::new(0, text.len()));
        assert!(cut.iter().all(|piece| piece.len() <= 2 * LONGEST_PIECE), "{cut:?}");
        assert_eq!(cut.iter().map(|piece| piece.of(&text)).collect::<String>(), text);
    }

    #[test]
    fn plain_words_are_whole_words_in_any_case() {
        check(&[&["slammed"]], "He SLAMMED it; “slammed”, not slammedest.", &["0: SLAMMED", "0: slammed"]);
        check(&[&["it's claimed"]], "It’s  claimed, it's\nclaimed.", &["0: It’s  claimed", "0: it's\nclaimed"]);
        check(&[&["c++ (beta)", "$5"]], "C++ (beta) for $5", &["0: C++ (beta)", "0: $5"]);
        check(&[&["gegen", "über"]], "Gegenüber darüber, ÜBER gegen", &["0: ÜBER", "0: gegen"]);
        check(&[&["STRASSE", "straße"]], "Straße", &["0: Straße"]);
        check(&[&["", "  "]], "nothing", &[]);
    }

    #[test]
    fn patterns_stand_between_slashes() {
        check(
            &[&[r"/so-called \w+/"], &[r"/\bclaim(s|ed)?\b/"]],
            "The so-called truce, he claimed.",
            &["0: so-called truce", "1: claimed"],
        );
        check(&[&["/"]], "and/or", &["0: /"]);
        check(&[&[r"/\\b/"]], r"a\b", &[r"0: \b"]);
    }

    #[test]
    fn the_first_in_the_text_is_taken_then_the_first_in_the_list() {
        check(
            &[&["alleged victim"], &["alleged"]],
            "the alleged victim, alleged",
            &["0: alleged victim", "1: alleged"],
        );
        check(&[&["alleged"], &["alleged victim"]], "the alleged victim", &["0: alleged"]);
    }

    #[test]
    fn the_first_line_beyond_those_that_are_used_is_named() {
        let lines = vec!["slammed"; MOST_PHRASES + 2];
        let found: Vec<_> = problems(&groups(&[&["alleged"], &lines])).into_iter().collect();
        assert_eq!(found, [PhraseProblem { group: 1, line: MOST_PHRASES - 1, kind: ProblemKind::Many, detail: None }]);
    }

    #[test]
    fn a_line_that_cannot_be_used_is_named_and_the_others_are_used() {
        let given: &[&[&str]] =
            &[&["slammed", "/(/"], &["/a*/", r"/(\w{1,200}){200}/", "/(?P<x>hit)/", "/(?P<x>ran)/"]];
        let found: Vec<_> = problems(&groups(given)).into_iter().map(|p| (p.group, p.line, p.kind)).collect();
        assert_eq!(found, [(0, 1, ProblemKind::Syntax), (1, 0, ProblemKind::Empty), (1, 1, ProblemKind::Large)]);
        check(given, "slammed, hit, ran", &["0: slammed", "1: hit", "1: ran"]);
    }

    #[test]
    fn a_pattern_cannot_reach_out_of_its_line() {
        check(&[&["/x)|(y/", "slammed"]], "slammed", &["0: slammed"]);
        check(&[&["/(?x) hit # a comment/", "slammed"]], "hit, slammed", &["0: hit", "0: slammed"]);
    }

    #[test]
    fn plain_words_are_not_as_long_as_a_page() {
        let long = "a ".repeat(LONGEST_WORDS);
        let found: Vec<_> = problems(&groups(&[&["alleged", &long]])).into_iter().map(|p| (p.line, p.kind)).collect();
        assert_eq!(found, [(1, ProblemKind::Large)]);
        check(&[&[&long]], &long, &[]);
    }

    #[test]
    fn a_pattern_is_found_in_other_letters_than_latin_ones() {
        check(&[&[r"/bridge \w+/"]], "Bridge 😀, bridge Київ, bridge ſound", &["0: bridge Київ", "0: bridge ſound"]);
    }

    #[test]
    fn no_phrases_compile_nothing() {
        let none = Phrases::new(&[]);
        assert!(none.patterns.is_empty() && none.chunks.is_empty());
    }
}
