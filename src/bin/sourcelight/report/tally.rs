//! What the documents of an archive add up to, in memory that does not grow with their number.

use super::acronym::{self, Spelled};
use crate::archive::Answer;
use crate::archive::document::About;
use serde::{Deserialize, Serialize};
use sourcelight::Analysis;
use sourcelight::analysis::Standing;
use sourcelight::report::{Report, STANDINGS};
use std::collections::{BTreeMap, HashMap};
use std::ops::AddAssign;

/// Everything that the page tells.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Tally {
    /// Documents that could not be read.
    pub failed: u64,
    /// By outlet, and in it by month; see [`OTHERS`] and [`UNDATED`].
    pub outlets: BTreeMap<String, BTreeMap<String, Counts>>,
    /// By standing, and in it by name or description in normal form; an acronym, which may stand for one name here and for
    /// another there, by its outlet as well ([`IN_OUTLET`]).
    pub sources: [HashMap<String, Source>; 4],
    spelled: Spelled,
    /// How many statements a source may have more than is told here; see [`Tally::forget`].
    pub forgotten: u64,
}

/// What some documents add up to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    pub documents: u64,
    /// Documents with at least one statement of a source that is not named.
    pub with_unnamed: u64,
    pub words: u64,
    pub attributed_words: u64,
    /// By standing.
    pub statements: [u64; 4],
    pub hedges: u64,
    /// Hedges that are the page's own and not those of a source.
    pub own_hedges: u64,
}

/// One source in all documents.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// As it was written where it was met first, or first not in capital letters throughout.
    pub name: String,
    pub documents: u64,
    pub statements: u64,
    pub words: u64,
}

/// What one document contributes.
pub struct Piece {
    outlet: String,
    month: String,
    /// None where it could not be read.
    counts: Option<Counts>,
    /// Standing, name in normal form, and the rest.
    sources: Vec<(usize, String, Source)>,
}

/// The month of a document whose date is not known.
pub const UNDATED: &str = "";
/// The outlet of a document that does not tell it.
pub const NO_OUTLET: &str = "";
/// What outlets are added to that come when [`MOST_OUTLETS`] are known.
pub const OTHERS: &str = "\u{10ffff}";

/// Between the letters of an acronym and its outlet.
const IN_OUTLET: char = '\0';

/// Outlets that are kept apart, and sources that are remembered.
const MOST_OUTLETS: usize = 1_000;
const MOST_SOURCES: usize = 100_000;

/// Counts one document; runs on many threads.
pub fn piece(answer: Answer) -> Piece {
    let Ok((document, analysis)) = answer else {
        return Piece { outlet: String::new(), month: String::new(), counts: None, sources: Vec::new() };
    };
    let report = Report::new(analysis, &document.text);
    let statements = STANDINGS.map(|standing| {
        let shares = report.standings.iter().filter(|share| share.standing == standing);
        shares.map(|share| share.statements as u64).sum()
    });
    let counts = Counts {
        documents: 1,
        with_unnamed: u64::from(statements[Standing::Unnamed as usize] > 0),
        words: report.words as u64,
        attributed_words: report.attributed_words as u64,
        statements,
        hedges: analysis.hedges.len() as u64,
        own_hedges: report.own_hedges.len() as u64,
    };
    let outlet = outlet(&document.about);
    let sources = joined(sources(&report, analysis, &document.text), &outlet);
    Piece { outlet, month: month(document.about.date.as_deref().unwrap_or_default()), counts: Some(counts), sources }
}

/// Joins the acronyms of a document with the names that they stand for there. Others are known by their outlet.
fn joined(sources: Vec<(usize, String, Source)>, outlet: &str) -> Vec<(usize, String, Source)> {
    let mut spelled = Spelled::default();
    for (_, key, source) in &sources {
        spelled.note(outlet, &source.name, key);
    }
    let mut joined: BTreeMap<(usize, String), Source> = BTreeMap::new();
    for (standing, key, source) in sources {
        let key = match acronym::letters(&source.name) {
            Some(letters) => match spelled.key(outlet, &letters) {
                Some(key) => key.to_owned(),
                None => format!("{letters}{IN_OUTLET}{outlet}"),
            },
            None => key,
        };
        joined.entry((standing, key)).or_default().add_of_document(source);
    }
    joined.into_iter().map(|((standing, key), source)| (standing, key, source)).collect()
}

/// The sources that somebody could look for; not "he" of whom it is not known who that is, and not nobody.
fn sources(report: &Report, analysis: &Analysis, text: &str) -> Vec<(usize, String, Source)> {
    let known = report.sources.iter().filter(|source| !source.is_unclear).filter_map(|source| {
        let told = &analysis.attributions[source.told_by];
        let key = told.key.as_ref().filter(|key| !key.is_empty())?;
        let words = || told.source.first().map_or(key.as_str(), |span| span.of(text)).to_owned();
        let name = match (source.standing, &told.speaker) {
            (Standing::Named, Some(speaker)) => speaker.name.clone(),
            (Standing::Named, None) => words(),
            _ => key.clone(),
        };
        let statements = source.statements.len() as u64;
        let counted = Source { name, documents: 1, statements, words: source.words as u64 };
        Some((source.standing as usize, key.clone(), counted))
    });
    known.collect()
}

/// As it is told, or the host of the address.
fn outlet(about: &About) -> String {
    let told = about.outlet.as_deref().map(str::trim).filter(|outlet| !outlet.is_empty());
    let host = || {
        let (_, behind) = about.url.as_deref()?.split_once("://")?;
        let host = behind.split(['/', '?', '#']).next()?.rsplit('@').next()?.split(':').next()?;
        Some(host.strip_prefix("www.").unwrap_or(host))
    };
    told.or_else(host).unwrap_or(NO_OUTLET).to_owned()
}

/// "2026-11" of a date that begins as ISO 8601 writes it, with hyphens or without.
fn month(date: &str) -> String {
    let digits: String = date.trim().chars().filter(|&c| c != '-').take(6).collect();
    let is_month = |month: &str| matches!(month.parse(), Ok(1..=12));
    if digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_digit()) && is_month(&digits[4..]) {
        format!("{}-{}", &digits[..4], &digits[4..])
    } else {
        UNDATED.to_owned()
    }
}

impl Tally {
    pub fn add(&mut self, piece: Piece) {
        let Some(counts) = piece.counts else {
            self.failed += 1;
            return;
        };
        let told = piece.outlet.clone();
        let is_new = !self.outlets.contains_key(&piece.outlet);
        let outlet = if is_new && self.outlets.len() >= MOST_OUTLETS { OTHERS.to_owned() } else { piece.outlet };
        *self.outlets.entry(outlet).or_default().entry(piece.month).or_default() += counts;
        for (standing, key, counted) in piece.sources {
            self.spelled.note(&told, &counted.name, &key);
            self.sources[standing].entry(key).or_default().add(&counted);
        }
        if self.sources.iter().map(HashMap::len).sum::<usize>() > MOST_SOURCES {
            self.forget();
        }
    }

    /// Makes room: forgets the half of the sources that say least. One that comes back later is counted anew, so that each
    /// may have said a little more than is told in the end; how much at most is added up.
    fn forget(&mut self) {
        let mut statements: Vec<u64> =
            self.sources.iter().flat_map(|sources| sources.values().map(|source| source.statements)).collect();
        let middle = statements.len() / 2;
        let (_, &mut least, _) = statements.select_nth_unstable(middle);
        for sources in &mut self.sources {
            sources.retain(|_, source| source.statements > least);
        }
        self.forgotten += least;
    }

    /// All documents together.
    pub fn all(&self) -> Counts {
        self.outlets.values().flat_map(BTreeMap::values).fold(Counts::default(), Counts::and)
    }

    /// Outlets with all that is counted of them, those with most documents first.
    pub fn by_outlet(&self) -> Vec<(&str, Counts)> {
        let sum = |months: &BTreeMap<String, Counts>| months.values().fold(Counts::default(), Counts::and);
        let mut outlets: Vec<_> = self.outlets.iter().map(|(name, months)| (name.as_str(), sum(months))).collect();
        outlets.sort_by_key(|(name, counts)| (*name == OTHERS, std::cmp::Reverse(counts.documents)));
        outlets
    }

    /// Months with a date, in their order.
    pub fn by_month(&self) -> BTreeMap<&str, Counts> {
        let mut months: BTreeMap<&str, Counts> = BTreeMap::new();
        for (month, counts) in self.outlets.values().flatten().filter(|(month, _)| *month != UNDATED) {
            *months.entry(month).or_default() += *counts;
        }
        months
    }

    /// The sources of a standing, those with most statements first.
    pub fn ranked(&self, standing: Standing) -> Vec<Source> {
        let counted = &self.sources[standing as usize];
        let mut in_order: Vec<_> = counted.iter().collect();
        in_order.sort_unstable_by_key(|&(key, _)| key);
        let mut joined: HashMap<&str, Source> = HashMap::new();
        for (key, source) in in_order {
            let key = match key.split_once(IN_OUTLET) {
                Some((letters, outlet)) => {
                    self.spelled.key(outlet, letters).filter(|key| counted.contains_key(*key)).unwrap_or(letters)
                }
                None => key,
            };
            joined.entry(key).or_default().add(source);
        }
        let mut sources: Vec<_> = joined.into_values().collect();
        sources.sort_by(|a, b| {
            (b.statements, b.documents, b.words, &a.name).cmp(&(a.statements, a.documents, a.words, &b.name))
        });
        sources
    }
}

impl Source {
    /// The same source in other documents.
    fn add(&mut self, more: &Self) {
        let is_shouted = |name: &str| !name.chars().any(char::is_lowercase);
        if self.documents == 0 || is_shouted(&self.name) && !is_shouted(&more.name) {
            self.name.clone_from(&more.name);
        }
        self.documents += more.documents;
        self.statements += more.statements;
        self.words += more.words;
    }

    /// The same source under another name in the same document.
    fn add_of_document(&mut self, more: Self) {
        self.add(&more);
        self.documents = 1;
    }
}

impl Counts {
    fn and(mut self, other: &Self) -> Self {
        self += *other;
        self
    }

    pub fn all_statements(&self) -> u64 {
        self.statements.iter().sum()
    }

    /// The share of statements whose source is not named; none without statements.
    pub fn unnamed_share(&self) -> Option<f64> {
        share(self.statements[Standing::Unnamed as usize], self.all_statements())
    }

    /// Hedges in a thousand words; none without words.
    pub fn hedges_per_thousand(&self) -> Option<f64> {
        share(self.hedges * 1000, self.words)
    }
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.documents += other.documents;
        self.with_unnamed += other.with_unnamed;
        self.words += other.words;
        self.attributed_words += other.attributed_words;
        for (sum, more) in self.statements.iter_mut().zip(other.statements) {
            *sum += more;
        }
        self.hedges += other.hedges;
        self.own_hedges += other.own_hedges;
    }
}

/// A part of a whole, from 0 to 1.
pub fn share(part: u64, whole: u64) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}

#[cfg(test)]
mod tests {
    use super::{About, Counts, MOST_SOURCES, NO_OUTLET, Piece, Source, Tally, UNDATED, month, outlet};
    use sourcelight::analysis::Standing;

    #[test]
    fn dates_of_iso_8601_have_a_month() {
        assert_eq!(["2026-11-27T08:00Z", "20261127", " 2026-01"].map(month), ["2026-11", "2026-11", "2026-01"]);
        assert_eq!(["", "2026", "2026-13-01", "27 Nov 2026", "yesterday"].map(month), [UNDATED; 5]);
    }

    #[test]
    fn an_outlet_is_told_or_the_host_of_the_address() {
        let about =
            |outlet: &str, url: &str| About { outlet: Some(outlet.into()), url: Some(url.into()), ..About::default() };
        assert_eq!(outlet(&about("The Pier", "https://quay.example")), "The Pier");
        assert_eq!(outlet(&about(" ", "https://me@www.quay.example:80/a?b")), "quay.example");
        assert_eq!(outlet(&About::default()), NO_OUTLET);
    }

    /// One source speaks in every second document among more sources than are remembered.
    #[test]
    fn who_says_most_is_remembered_and_what_is_forgotten_is_told() {
        let piece = |name: String| Piece {
            outlet: String::new(),
            month: String::new(),
            counts: Some(Counts { documents: 1, ..Counts::default() }),
            sources: vec![(0, name.clone(), Source { name, documents: 1, statements: 1, words: 5 })],
        };
        let mut tally = Tally::default();
        for number in 0..MOST_SOURCES + 100 {
            tally.add(piece(format!("source {number}")));
            tally.add(piece("Anna Beck".to_owned()));
        }
        let ranked = tally.ranked(Standing::Named);
        assert_eq!((ranked[0].name.as_str(), ranked[0].statements), ("Anna Beck", MOST_SOURCES as u64 + 100));
        assert!(ranked.len() <= MOST_SOURCES);
        assert_eq!(tally.forgotten, 1);
        assert_eq!(tally.all().documents, 2 * (MOST_SOURCES as u64 + 100));
    }
}
