//! What the engine says about a page, as plain data: card, ledger, export, command line and scorer all read this.
//!
//! The words used here are those of the field (PARC/PolNeAR for attribution, CoNLL-2010 for hedges, ICD 203 for
//! ranges). Every enum serialises to the lower-case word that the gold corpora use.
//!
//! ```
//! use sourcelight::analysis::{Grade, Identity};
//! use sourcelight::{Analyzer, Document, Settings};
//!
//! let text = "Two officials briefed on the talks said that the bridge is likely to close.";
//! let analysis = Analyzer::new(Settings::default()).analyze(&Document::new(text, "\n"));
//!
//! let said = &analysis.attributions[0];
//! assert_eq!(said.identity, Identity::Unnamed);
//! let anonymity = said.anonymity.as_ref().unwrap();
//! assert_eq!(anonymity.grade, Grade::RoleAndBasis);
//! assert_eq!(anonymity.basis.unwrap().of(text), "briefed on the talks");
//!
//! let hedge = &analysis.hedges[0];
//! assert_eq!(hedge.span.of(text), "likely");
//! assert_eq!(hedge.range.unwrap().to_string(), "55-80");
//! ```

use crate::kinds::RuleId;
use crate::language::Tongue;
use crate::order::sort_by_number;
use crate::phrases::PhraseMatch;
use crate::span::Span;
use rustc_hash::FxHashSet;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;
use strum::EnumString;

/// All that was found on one page, in the order of the text.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Analysis {
    pub attributions: Vec<Attribution>,
    pub hedges: Vec<Hedge>,
    /// Where the reader's own phrases stand.
    pub phrases: Vec<PhraseMatch>,
    /// Where reading stopped, for a page that is longer than [`crate::text::MOST_TOKENS`] or has more marks than
    /// [`MOST_MARKS`]; what stands behind it has no marks.
    pub read_to: Option<usize>,
}

/// How many marks a page may have: beyond, the answer would not fit into a message of the browser (64 MiB).
pub const MOST_MARKS: usize = 50_000;

impl Analysis {
    /// Adds what was found in other blocks of the same text.
    pub(crate) fn add(&mut self, other: Self) {
        self.attributions.extend(other.attributions);
        self.hedges.extend(other.hedges);
        self.read_to = [self.read_to, other.read_to].into_iter().flatten().min();
    }

    /// Puts the marks in the order of the text.
    pub(crate) fn sort(&mut self) {
        sort_by_number(&mut self.attributions, Attribution::place);
        sort_by_number(&mut self.hedges, |hedge| hedge.span.start);
    }

    /// Tells everything by its place in another text, where each offset is somewhere else.
    pub(crate) fn move_to(&mut self, place: impl Fn(usize) -> usize) {
        let mut spans: Vec<&mut Span> = self.phrases.iter_mut().map(|phrase| &mut phrase.span).collect();
        for hedge in &mut self.hedges {
            spans.push(&mut hedge.span);
            spans.extend(&mut hedge.why.words);
        }
        for attribution in &mut self.attributions {
            let Attribution { source, cue, content, speaker, anonymity, why, evidence, .. } = attribution;
            spans.extend(source.iter_mut().chain(cue).chain(content).chain(&mut why.words));
            spans.extend(speaker.iter_mut().flat_map(|speaker| &mut speaker.mentions));
            spans.extend(evidence.iter_mut().flat_map(|why| &mut why.words));
            if let Some(Anonymity { role, basis, reason, clause, via, .. }) = anonymity {
                spans.extend([role, basis, reason, clause, via].into_iter().flatten());
            }
        }
        for span in spans {
            *span = Span::new(place(span.start), place(span.end));
        }
        self.read_to = self.read_to.map(place);
    }

    /// Leaves out some attributions and hedges, by their numbers in the order of the text; numbers that none has mean nothing.
    ///
    /// ```
    /// use sourcelight::{Analyzer, Document, Settings};
    ///
    /// let text = "Ann Ek said that it may rain. Bo Lind said that it may snow.";
    /// let mut analysis = Analyzer::new(Settings::default()).analyze(&Document::new(text, "\n"));
    /// analysis.leave_out(&[0], &[1]);
    /// assert_eq!(analysis.attributions[0].source[0].of(text), "Bo Lind");
    /// assert_eq!((analysis.attributions.len(), analysis.hedges.len()), (1, 1));
    /// ```
    pub fn leave_out(&mut self, attributions: &[usize], hedges: &[usize]) {
        leave_out(&mut self.attributions, attributions);
        leave_out(&mut self.hedges, hedges);
    }

    /// Forgets the names of speakers that are more likely wrong than right: a reader is shown none of them.
    ///
    /// ```
    /// use sourcelight::{Analyzer, Document, Settings};
    ///
    /// let text = "Ann Ek met Ida Ek. Then she said that it may rain.";
    /// let mut analysis = Analyzer::new(Settings::default()).analyze(&Document::new(text, "\n"));
    /// analysis.forget_guesses();
    /// assert!(analysis.attributions[0].speaker.as_ref().is_none_or(|speaker| !speaker.is_guess()));
    /// ```
    pub fn forget_guesses(&mut self) {
        for attribution in &mut self.attributions {
            attribution.speaker.take_if(|speaker| speaker.is_guess());
        }
    }

    /// Leaves out the marks from the first one that is too many, and says where that stands.
    pub(crate) fn stop_at(&mut self, most: usize) {
        let attributed = self.attributions.iter().map(Attribution::place);
        let hedged = self.hedges.iter().map(|hedge| hedge.span.start);
        let phrases = self.phrases.iter().map(|phrase| phrase.span.start);
        let mut places: Vec<usize> = attributed.chain(hedged).chain(phrases).collect();
        if places.len() <= most {
            return;
        }
        let (_, &mut end, _) = places.select_nth_unstable(most);
        self.attributions.retain(|attribution| attribution.place() < end);
        self.hedges.retain(|hedge| hedge.span.start < end);
        self.phrases.retain(|phrase| phrase.span.start < end);
        self.read_to = Some(end);
    }
}

fn leave_out<T>(marks: &mut Vec<T>, numbers: &[usize]) {
    let numbers: FxHashSet<usize> = numbers.iter().copied().collect();
    let mut number = 0;
    marks.retain(|_| {
        number += 1;
        !numbers.contains(&(number - 1))
    });
}

/// A statement, belief or piece of evidence that the page's author attributes to a source.
#[derive(Debug, Clone, PartialEq)]
pub struct Attribution {
    /// Who it comes from, with modifiers and appositions; empty where the page names none.
    pub source: Vec<Span>,
    /// The words that make it an attribution; empty for a quotation that stands alone.
    pub cue: Vec<Span>,
    /// What is attributed, in one or more pieces.
    pub content: Vec<Span>,
    pub attitude: Attitude,
    pub quoting: Quoting,
    /// 0 for an attribution by the page itself, 1 for one inside the content of another, and so on.
    pub depth: u8,
    pub identity: Identity,
    pub standing: Standing,
    /// The fullest name on the page of whom the source refers to.
    pub speaker: Option<Speaker>,
    /// Two attributions with the same identity and the same key have the same source. It is the name or the description
    /// of the source in normal form, without article; none where it is not known whom a pronoun means.
    pub key: Option<String>,
    /// What the page says about a source it does not name; only for [`Identity::Unnamed`].
    pub anonymity: Option<Anonymity>,
    /// How sure the engine is that this is an attribution, from 0 to 1.
    pub confidence: f32,
    pub why: Why,
    /// What speaks for it where no pattern explains it; rules of [`crate::kinds::Mark::Evidence`].
    pub evidence: Vec<Why>,
}

impl Attribution {
    /// Where it stands in the order of the text: at its cue, or at what is attributed where it has none.
    pub fn place(&self) -> usize {
        self.cue.first().or(self.content.first()).map_or(0, |span| span.start)
    }

    /// Whether the page has somebody in mind and it is not known here whom: "he", "his wife".
    pub fn is_unclear(&self) -> bool {
        self.identity == Identity::Named && self.standing == Standing::Loose
    }
}

/// What the source does with the content.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, EnumString)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "lowercase")]
#[strum(serialize_all = "lowercase")]
pub enum Attitude {
    /// Somebody communicated it.
    Statement,
    /// Thought, expectation, wish, intention or perception.
    Belief,
    /// A document, poll, study, footage or data carries it.
    Evidence,
}

/// How much of the content stands inside quotation marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "lowercase")]
pub enum Quoting {
    Direct,
    Mixed,
    Indirect,
}

/// Who the source is, as far as the page lets its reader know.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "lowercase")]
pub enum Identity {
    /// Identified by name, here or anywhere else on the page.
    Named,
    /// Real people with knowledge who could be named and are not.
    Unnamed,
    /// A loose collective nobody could call up.
    Vague,
    /// A record, poll, study or data that is not named.
    Document,
    /// No source at all.
    Unspecified,
}

/// Whether somebody answers to the page's reader for what is said; see [`crate::source`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "lowercase")]
pub enum Standing {
    /// A name stands on the page, of a person or a body.
    Named,
    /// On the record, and nobody named: police, "a spokesperson for the port".
    Institution,
    /// Somebody who could be named and is not.
    Unnamed,
    /// A vague group, nobody, or somebody of whom it is not known who they are.
    Loose,
}

/// The resolved name of a source.
#[derive(Debug, Clone, PartialEq)]
pub struct Speaker {
    /// The fullest name on the page, without titles: "Kim Yong-hyun".
    pub name: String,
    /// The mentions that lead from the source to that name, the fullest one first.
    pub mentions: Vec<Span>,
    /// How likely it is that the source means this name, from 0 to 1; 1 where the source's own words hold it. Standing, key and
    /// report take a name for unknown where it is below one half.
    pub confidence: f32,
}

/// From this likelihood on a speaker is named without "probably": below it, one in four and more is somebody else
/// (docs/calibration.svg).
const STATED: f32 = 0.73;

/// Below this likelihood it is more often somebody else, and "probably" would not be true: ICD 203 begins it at 55 %, and of the
/// names between this one and [`STATED`] six in ten are right.
pub(crate) const PROBABLE: f32 = 0.5;

impl Speaker {
    /// Whether it is more likely somebody else: to be measured, and not to be shown to a reader.
    pub fn is_guess(&self) -> bool {
        self.confidence < PROBABLE
    }

    /// Whether it is so likely to be somebody else that the reader is told.
    pub fn is_probable(&self) -> bool {
        self.confidence < STATED
    }
}

/// What the page says about a source that it does not name.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Anonymity {
    pub count: Count,
    /// "senior US official", as far as the page says it.
    pub role: Option<Span>,
    /// How they know: "briefed on the talks".
    pub basis: Option<Span>,
    /// Why they are not named: "for fear of reprisals".
    pub reason: Option<Span>,
    /// The bare clause of anonymity: "who spoke on condition of anonymity".
    pub clause: Option<Span>,
    /// Whether the reason is the stock one (not authorised to speak).
    pub boilerplate: bool,
    /// The outlet that has the source, where it is second-hand.
    pub via: Option<Span>,
    /// A plural that the page itself reduces to one person ("sources" … "the source said").
    pub rests_on_one: bool,
    pub grade: Grade,
}

/// How many people an unnamed source is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "lowercase")]
pub enum Count {
    One,
    Several,
    #[default]
    Unknown,
}

/// How much the reader learns about an unnamed source, from least to most.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub enum Grade {
    #[default]
    #[serde(rename = "bare")]
    Bare,
    #[serde(rename = "group")]
    Group,
    #[serde(rename = "role")]
    Role,
    #[serde(rename = "role+basis")]
    RoleAndBasis,
    #[serde(rename = "reason")]
    Reason,
}

/// Words that make the commitment to a claim less than full.
#[derive(Debug, Clone, PartialEq)]
pub struct Hedge {
    pub span: Span,
    pub kind: HedgeKind,
    pub scope: Scope,
    /// The published probability range of the word, in per cent, where a scale has one (ICD 203, 2015). That scale is
    /// English; words of another language have the range of the English word that they translate.
    pub range: Option<Range>,
    /// The language of the word.
    pub language: Tongue,
    pub why: Why,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, EnumString)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "lowercase")]
#[strum(serialize_all = "lowercase")]
pub enum HedgeKind {
    Modal,
    Likelihood,
    Appearance,
    Evidential,
    Belief,
}

/// Who hedges: the page itself, or the source inside attributed content.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "lowercase")]
pub enum Scope {
    Author,
    Source,
}

/// A range of probability in per cent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Range {
    pub low: u8,
    pub high: u8,
}

/// Reads "55-80".
///
/// ```
/// use sourcelight::analysis::Range;
///
/// assert_eq!("55-80".parse(), Ok(Range { low: 55, high: 80 }));
/// assert!("likely".parse::<Range>().is_err());
/// ```
impl FromStr for Range {
    type Err = ();

    fn from_str(range: &str) -> Result<Self, ()> {
        let (low, high) = range.split_once('-').ok_or(())?;
        let number = |digits: &str| digits.parse().map_err(|_| ());
        Ok(Self { low: number(low)?, high: number(high)? })
    }
}

/// "55-80", as the contracts write it.
impl fmt::Display for Range {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        write!(formatter, "{}-{}", self.low, self.high)
    }
}

/// What decided a mark: a rule with the words it saw; [`crate::view`] and the card show both.
#[derive(Debug, Clone, PartialEq)]
pub struct Why {
    pub rule: RuleId,
    /// The page's words that the sentence quotes, in its order.
    pub words: Vec<Span>,
}
