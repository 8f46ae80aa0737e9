//! Strict reading of word lists: one entry a line, columns parted by ` | `, `-` for an empty one, `#` before a comment.
//!
//! Lines are in the order of their bytes and unique; words inside a column likewise. Whatever is not as it should be is
//! reported with file and line, never guessed at.

use std::fmt;
use std::str::FromStr;

/// A list as it is built in.
#[derive(Debug, Clone, Copy)]
pub struct List {
    /// The path in the repository.
    pub file: &'static str,
    pub text: &'static str,
}

/// A line that breaks the rules of its list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    pub file: &'static str,
    /// Counted from 1.
    pub line: usize,
    pub message: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        write!(formatter, "{}:{}: {}", self.file, self.line, self.message)
    }
}

/// Collects what is wrong while lists are read.
#[derive(Debug, Default)]
pub struct Problems(Vec<Problem>);

impl From<Problems> for Vec<Problem> {
    fn from(problems: Problems) -> Self {
        problems.0
    }
}

/// A line with `N` columns.
#[derive(Debug, Clone, Copy)]
pub struct Row<const N: usize> {
    file: &'static str,
    line: usize,
    pub columns: [&'static str; N],
}

impl List {
    /// The lines with entries; those with another number of columns are reported and left out.
    pub fn rows<const N: usize>(self, problems: &mut Problems) -> Vec<Row<N>> {
        let mut rows: Vec<Row<N>> = Vec::new();
        for (number, line) in (1..).zip(self.text.lines()).filter(|(_, line)| !line.starts_with('#')) {
            let Some(columns) = columns(line) else {
                let message = format!("not {N} columns parted by “ | ”: {line}");
                problems.0.push(Problem { file: self.file, line: number, message });
                continue;
            };
            let row = Row { file: self.file, line: number, columns };
            if rows.last().is_some_and(|last| last.columns >= row.columns) {
                row.report(problems, format!("out of order, or there already: {line}"));
            }
            rows.push(row);
        }
        rows
    }

    /// The lines with entries, as they stand.
    pub fn lines(self) -> impl Iterator<Item = &'static str> {
        self.text.lines().filter(|line| !line.starts_with('#'))
    }

    /// The lines of a list with one column.
    pub fn entries(self, problems: &mut Problems) -> impl Iterator<Item = &'static str> {
        self.rows::<1>(problems).into_iter().map(|row| row.columns[0])
    }
}

/// The columns of a line, if there are as many.
fn columns<const N: usize>(line: &'static str) -> Option<[&'static str; N]> {
    // Lines are short: looking at each byte costs less than a search made for long texts, and every start pays for it.
    let bar = |rest: &str| rest.bytes().position(|byte| byte == b'|');
    let mut columns = [""; N];
    let mut rest = line;
    for (number, column) in columns.iter_mut().enumerate() {
        if number + 1 < N {
            let (before, after) = rest.split_at(bar(rest)?);
            *column = before.strip_suffix(' ')?;
            rest = after.strip_prefix("| ")?;
        } else {
            *column = rest;
        }
        if column.is_empty() || column.starts_with(' ') || column.ends_with(' ') {
            return None;
        }
    }
    bar(rest).is_none().then_some(columns)
}

impl<const N: usize> Row<N> {
    pub fn report(&self, problems: &mut Problems, message: String) {
        problems.0.push(Problem { file: self.file, line: self.line, message });
    }

    /// A column as one of an enum's values.
    pub fn value<T: FromStr>(&self, column: usize, problems: &mut Problems) -> Option<T> {
        self.parsed(self.columns[column], problems)
    }

    fn parsed<T: FromStr>(&self, word: &str, problems: &mut Problems) -> Option<T> {
        let value = word.parse().ok();
        if value.is_none() {
            self.report(problems, format!("unknown: {word}"));
        }
        value
    }

    /// A column as words parted by spaces; none where it is empty.
    pub fn words(&self, column: usize, problems: &mut Problems) -> Vec<&'static str> {
        if self.columns[column] == "-" {
            return Vec::new();
        }
        let words: Vec<_> = self.columns[column].split(' ').collect();
        if let Some(pair) = words.windows(2).find(|pair| pair[0] >= pair[1]) {
            self.report(problems, format!("{} stands before {}", pair[0], pair[1]));
        }
        words
    }

    /// A column as values of an enum, parted by spaces.
    pub fn values<T: FromStr>(&self, column: usize, problems: &mut Problems) -> Vec<T> {
        let words = self.words(column, problems);
        words.into_iter().filter_map(|word| self.parsed(word, problems)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::{List, Problem, Problems};
    use crate::language::NounClass;

    fn problems(text: &'static str) -> Vec<String> {
        let mut problems = Problems::default();
        for row in (List { file: "nouns.txt", text }).rows::<3>(&mut problems) {
            row.value::<NounClass>(1, &mut problems);
            row.words(2, &mut problems);
        }
        Vec::<Problem>::from(problems).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn a_good_list_has_no_problems() {
        assert_eq!(problems("# A comment\nact | document | -\nagency | institution | outlet press\n"), [""; 0]);
    }

    #[test]
    fn each_mistake_is_reported_with_file_and_line() {
        let found = problems(
            "aide | insidr | -\naide | insider\nagent | insider | -\nagent | insider | -\nally | crowd | b a\n\n",
        );
        let expected = [
            "nouns.txt:2: not 3 columns parted by “ | ”: aide | insider",
            "nouns.txt:3: out of order, or there already: agent | insider | -",
            "nouns.txt:4: out of order, or there already: agent | insider | -",
            "nouns.txt:6: not 3 columns parted by “ | ”: ",
            "nouns.txt:1: unknown: insidr",
            "nouns.txt:5: b stands before a",
        ];
        assert_eq!(found, expected);
    }
}
