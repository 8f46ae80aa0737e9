//! The reader's own phrases: words and patterns to watch for, in groups with a name.
//!
//! A line of a group is plain words, or a pattern in the syntax of the `regex` crate between slashes (`/so-called \w+/`).
//! Case makes no difference. Matching takes time linear in the text whatever the pattern says, since the crate never backtracks;
//! patterns that would be very large are refused. Nothing is compiled where there are no phrases.
//!
//! All patterns in one automaton would be fast on the second page and slow on the first: each of its states has to be worked
//! out from a thousand patterns. One automaton each reads the page a thousand times. `CHUNK` of them together cost least.
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

use crate::span::Span;
use regex::{Captures, Regex, RegexBuilder};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

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

/// How many patterns are read together.
const CHUNK: usize = 16;

/// The largest automaton of one pattern, and the memory in which a chunk keeps what it has worked out, in bytes.
const LARGEST: usize = 1 << 18;
const WORKED_OUT: usize = 1 << 22;

/// In so many bytes a phrase must stand to be found.
const LONGEST_PIECE: usize = 1 << 13;

/// The most phrases that are used, of all groups together.
const MOST_PHRASES: usize = 5_000;

/// How a line's own group is called in the pattern of its chunk.
const NAME: &str = "sourcelight_line_";

/// Phrases that are ready to be looked for.
#[derive(Debug, Default)]
pub struct Phrases {
    chunks: Vec<Chunk>,
    /// The name of each group and its lines.
    groups: Vec<(Arc<str>, Vec<Arc<str>>)>,
}

#[derive(Debug)]
struct Chunk {
    regex: Regex,
    /// For each of its capture groups the line that it stands for.
    lines: Vec<Option<Line>>,
}

/// A line by its group and its number in it.
type Line = (usize, usize);

impl Phrases {
    /// Lines that cannot be used are left out; [`problems`] names them.
    pub fn new(groups: &[PhraseGroup]) -> Self {
        let patterns: Vec<(Line, String)> =
            lines(groups).filter_map(|(line, words)| Some((line, pattern(words)?))).collect();
        let told = |group: &PhraseGroup| {
            let lines = group.phrases.iter().map(|line| line.trim().into()).collect();
            (group.name.as_str().into(), lines)
        };
        let groups = groups.iter().map(told).collect();
        Self { chunks: patterns.chunks(CHUNK).flat_map(Chunk::of).collect(), groups }
    }

    /// All matches inside the blocks of a text, in its order.
    pub fn find(&self, text: &str, blocks: impl Iterator<Item = Span>) -> Vec<PhraseMatch> {
        let pieces: Vec<Span> = blocks.flat_map(|block| pieces(text, block)).collect();
        let within = |chunk| pieces.iter().flat_map(move |&piece| Chunk::find(chunk, text, piece));
        let mut found: Vec<(Span, Line)> = self.chunks.iter().flat_map(within).collect();
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
}

impl Chunk {
    /// Some patterns as one; each by itself where one of them cannot be joined with others.
    fn of(patterns: &[(Line, String)]) -> Vec<Self> {
        if let [(line, pattern)] = patterns {
            return compiled(pattern, LARGEST)
                .map(|regex| Self { regex, lines: vec![Some(*line)] })
                .into_iter()
                .collect();
        }
        let named = patterns.iter().enumerate().map(|(number, (_, pattern))| format!("(?P<{NAME}{number}>{pattern})"));
        match compiled(&named.collect::<Vec<_>>().join("|"), LARGEST * CHUNK) {
            Ok(regex) => {
                let line = |name: Option<&str>| patterns.get(name?.strip_prefix(NAME)?.parse::<usize>().ok()?);
                let lines = regex.capture_names().map(|name| line(name).map(|(line, _)| *line)).collect();
                vec![Self { regex, lines }]
            }
            Err(_) => patterns.chunks(1).flat_map(Self::of).collect(),
        }
    }

    fn find<'c>(&'c self, text: &'c str, block: Span) -> impl Iterator<Item = (Span, Line)> + 'c {
        let line = |captures: &Captures| {
            let set = |number: &usize| captures.get(*number).is_some();
            (0..self.lines.len()).filter(set).find_map(|number| self.lines[number])
        };
        self.regex.captures_iter(block.of(text)).filter_map(move |captures| {
            let whole = captures.get(0).filter(|whole| !whole.is_empty())?;
            Some((Span::new(block.start + whole.start(), block.start + whole.end()), line(&captures)?))
        })
    }
}

/// The lines that cannot be used.
pub fn problems(groups: &[PhraseGroup]) -> Vec<PhraseProblem> {
    let problem = |((group, line), words)| {
        let (kind, detail) = match compiled(&pattern(words)?, LARGEST) {
            Ok(regex) => regex.is_match("").then_some((ProblemKind::Empty, None))?,
            Err(regex::Error::CompiledTooBig(_)) => (ProblemKind::Large, None),
            Err(error) => (ProblemKind::Syntax, error.to_string().rsplit('\n').next().map(str::to_owned)),
        };
        Some(PhraseProblem { group, line, kind, detail })
    };
    let beyond = all_lines(groups).nth(MOST_PHRASES);
    let beyond = beyond.map(|(group, line)| PhraseProblem { group, line, kind: ProblemKind::Many, detail: None });
    lines(groups).filter_map(problem).chain(beyond).collect()
}

/// A block in pieces of bounded length, cut between words. One search is linear; but a pattern can look as far as its text
/// goes before each of its matches, and all of them would then cost the square of a block's length.
fn pieces(text: &str, block: Span) -> Vec<Span> {
    let mut cuts = vec![block.start];
    let mut last_space = block.start;
    for (at, _) in block.of(text).match_indices(char::is_whitespace) {
        let from = cuts.last().copied().unwrap_or_default();
        if block.start + at - from > LONGEST_PIECE && last_space > from {
            cuts.push(last_space);
        }
        last_space = block.start + at;
    }
    cuts.push(block.end);
    cuts.windows(2).map(|ends| Span::new(ends[0], ends[1])).collect()
}

fn all_lines(groups: &[PhraseGroup]) -> impl Iterator<Item = Line> {
    let of_group = |(number, group): (usize, &'_ PhraseGroup)| (number, group.phrases.len());
    groups.iter().enumerate().map(of_group).flat_map(|(group, count)| (0..count).map(move |line| (group, line)))
}

/// The lines that are used.
fn lines(groups: &[PhraseGroup]) -> impl Iterator<Item = (Line, &str)> {
    let used = all_lines(groups).take(MOST_PHRASES);
    used.map(|(group, line)| ((group, line), groups[group].phrases[line].as_str()))
}

fn compiled(pattern: &str, largest: usize) -> Result<Regex, regex::Error> {
    RegexBuilder::new(pattern).case_insensitive(true).size_limit(largest).dfa_size_limit(WORKED_OUT).build()
}

/// The pattern of a line; none for an empty one.
fn pattern(line: &str) -> Option<String> {
    let line = line.trim();
    match line.strip_prefix('/').and_then(|rest| rest.strip_suffix('/')).filter(|inner| !inner.is_empty()) {
        Some(pattern) => Some(with_quick_boundaries(pattern)),
        None => (!line.is_empty()).then(|| of_words(line)),
    }
}

/// Whole words, with any white space between them and any apostrophe.
fn of_words(line: &str) -> String {
    let words = line.split_whitespace().map(|word| regex::escape(word).replace(['\'', '’'], "['’]"));
    let boundary = |at: Option<char>| if at.is_some_and(|at| at.is_ascii_alphanumeric()) { BOUNDARY } else { "" };
    let inside = words.collect::<Vec<_>>().join(r"\s+");
    format!("{}{inside}{}", boundary(line.chars().next()), boundary(line.chars().next_back()))
}

/// The boundary of a word of English letters. The one of Unicode would have every page with a curly quotation mark read by the
/// slowest engine, a thousand times slower.
const BOUNDARY: &str = r"(?-u:\b)";

/// A pattern with [`BOUNDARY`] wherever it asks for a boundary of words.
fn with_quick_boundaries(pattern: &str) -> String {
    let mut quick = String::with_capacity(pattern.len());
    let mut rest = pattern.chars().peekable();
    while let Some(sign) = rest.next() {
        match (sign, rest.peek()) {
            ('\\', Some('b')) => {
                rest.next();
                quick.push_str(if rest.peek() == Some(&'{') { r"\b" } else { BOUNDARY });
            }
            ('\\', Some(_)) => {
                quick.push(sign);
                quick.extend(rest.next());
            }
            _ => quick.push(sign),
        }
    }
    quick
}

#[cfg(test)]
mod tests {
    use super::{MOST_PHRASES, PhraseGroup, PhraseProblem, Phrases, ProblemKind, Span, problems};

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
    fn plain_words_are_whole_words_in_any_case() {
        check(&[&["slammed"]], "He SLAMMED it; “slammed”, not slammedest.", &["0: SLAMMED", "0: slammed"]);
        check(&[&["it's claimed"]], "It’s  claimed, it's\nclaimed.", &["0: It’s  claimed", "0: it's\nclaimed"]);
        check(&[&["c++ (beta)", "$5"]], "C++ (beta) for $5", &["0: C++ (beta)", "0: $5"]);
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
    fn no_phrases_compile_nothing() {
        assert!(Phrases::new(&[]).chunks.is_empty());
    }
}
