//! The trained engine: a cascade of two linear-chain CRFs, cue first, then source and content, then assembly.
//!
//! Features come from the text alone; weights are hashed, pruned and quantised, and rebuilt by `./build.sh train`.

pub mod atoms;
mod attitude;
pub mod chain;
pub mod cue_features;
pub mod cue_tagger;
pub mod file;
pub mod fingerprint;
pub mod forest;
pub mod hash;
pub mod judge;
pub mod landmarks;
pub mod overlap;
pub mod proposal;
pub mod selection;
pub mod span_features;
pub mod span_tagger;
pub mod table;
pub mod vocabulary;
pub mod weights;
pub mod window;

use self::cue_tagger::{CueTagger, Reading};
use self::file::{Reader, Writer};
use self::forest::Forest;
use self::judge::{Court, Judge};
use self::proposal::{Candidate, Proposal};
use self::span_tagger::{Scored, SpanTagger};
use self::vocabulary::Vocabulary;
use self::window::Window;
use super::Relation;
use crate::kinds::RuleId;
use crate::language::Tongue;
use crate::order::{likeliest, sort_by_number};
use crate::text::Text;
use rustc_hash::FxHashMap;
use std::ops::Range;

/// Candidates below this probability of being a cue are not looked at.
pub const CANDIDATE: f32 = 0.15;

/// The longest part of a block that is read at a time, in tokens; 1 in 300 paragraphs of news is longer.
const LONGEST_WINDOW: usize = 250;

/// How many tokens may be read for the cues of a window, each with its sentences, for each byte of it. News takes half
/// a token; 1 in 2,500 windows of it has more cues than that, text built to be slow any number.
const TOKENS_PER_BYTE: usize = 2;

/// How many cues of a window of so many tokens are read, the likeliest: each reading is weighed against all others. A
/// paragraph of news has a dozen, text built to be slow one in every word.
fn most_cues(tokens: usize) -> usize {
    4 + (tokens / 6).min(36)
}

/// The trained models.
#[derive(Debug, Clone)]
pub struct Model {
    /// See [`fingerprint`].
    pub fingerprint: u32,
    pub vocabulary: Vocabulary,
    pub cue: CueTagger,
    pub span: SpanTagger,
    pub judge: Judge,
    /// Whom a source means that does not spell out its name.
    pub speaker: Forest,
}

/// The weights that `sourcelight train` wrote, a file for each language. `build.rs` has deflated the second one.
const ENGLISH: &[u8] = include_bytes!("../../../models/attribution.bin");
const GERMAN: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/attribution-de.bin"));

impl Model {
    /// The models that are built in for a language.
    ///
    /// None before the first training: the patterns then read alone.
    pub fn load(tongue: Tongue) -> Option<Self> {
        match tongue {
            Tongue::English => Self::from_bytes(ENGLISH),
            Tongue::German => Self::from_bytes(&miniz_oxide::inflate::decompress_to_vec(GERMAN).ok()?),
        }
    }

    /// Reads what [`Model::to_bytes`] wrote.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let mut reader = Reader::new(bytes);
        let fingerprint = reader.number()?;
        let vocabulary = reader.vocabulary()?;
        let cue = CueTagger {
            weights: reader.weights()?,
            transitions: reader.transitions(cue_tagger::OPENING, cue_tagger::allowed)?,
        };
        let span = SpanTagger {
            weights: reader.weights()?,
            transitions: reader.transitions(span_tagger::OPENING, span_tagger::allowed)?,
        };
        let judge = Judge { right: reader.forest()?, exact: reader.forest()? };
        let speaker = reader.forest()?;
        Some(Self { fingerprint, vocabulary, cue, span, judge, speaker })
    }

    pub fn to_bytes(&self) -> Vec<u8> {
        let mut writer = Writer::default();
        writer.number(self.fingerprint);
        writer.vocabulary(&self.vocabulary);
        writer.weights(&self.cue.weights);
        writer.transitions(&self.cue.transitions);
        writer.weights(&self.span.weights);
        writer.transitions(&self.span.transitions);
        writer.forest(&self.judge.right);
        writer.forest(&self.judge.exact);
        writer.forest(&self.speaker);
        writer.bytes
    }

    /// Proposes attributions in the order of their cues, likely or not: the confidence tells.
    ///
    /// Quoting and depth are left to the assembly of all relations.
    pub fn propose(&self, text: &Text, rules: &[Relation]) -> Vec<Relation> {
        let atoms = atoms::look(text, rules, &self.vocabulary);
        let mut relations: Vec<Relation> = Vec::new();
        for (tokens, headline) in windows(text) {
            let numbers = rules_in(rules, &tokens);
            let window = Window { atoms: &atoms, tokens };
            let nearby = rules.get(numbers).unwrap_or_default();
            for proposal in selection::select(text, self.read(text, &window, nearby, headline)) {
                let source = proposal.parts.source.as_ref();
                let attitude = attitude::attitude(text, &atoms, &self.vocabulary, &proposal.cue.tokens, source);
                let rule = proposal::rule_of(nearby, &proposal.cue.tokens);
                // What is found at a rule's cue bears the rule's id, whoever is right about its parts.
                let id = rule.map_or(rules.len() + relations.len(), |rule| rule.id);
                relations.push(selection::relation(id, proposal, rule, attitude));
            }
        }
        settle_chains(rules, &mut relations);
        relations
    }

    /// All readings of one window, likely or not.
    fn read(&self, text: &Text, window: &Window, rules: &[Relation], headline: bool) -> Vec<Proposal> {
        let landmarks = landmarks::find(text, window);
        let cues = self.cue.read(window, &landmarks, headline, CANDIDATE);
        let mut proposals = proposals(&self.span, text, window, rules, &landmarks, &cues);
        let court = Court { text, window, rules, headline, proposals: &proposals };
        let verdicts: Vec<_> = proposals.iter().map(|p| self.judge.verdict(&court.numbers(p))).collect();
        for (proposal, verdict) in proposals.iter_mut().zip(verdicts) {
            proposal.verdict = verdict;
        }
        proposals
    }
}

/// Whose source is whose is settled by rule alone: the training texts do not mark chains.
fn settle_chains(rules: &[Relation], relations: &mut Vec<Relation>) {
    let mut places: FxHashMap<usize, usize> = relations.iter().enumerate().map(|(at, r)| (r.id, at)).collect();
    for rule in rules.iter().filter(|rule| rule.via.is_some() || rule.rule == RuleId::Citing) {
        match places.get(&rule.id).and_then(|&at| relations.get_mut(at)) {
            Some(relation) if rule.rule == RuleId::Citing => *relation = rule.clone(),
            Some(relation) => relation.via = rule.via,
            None if rule.rule == RuleId::Citing => {
                places.insert(rule.id, relations.len());
                relations.push(rule.clone());
            }
            None => {}
        }
    }
}

/// What the span tagger makes of each cue candidate of a window.
pub fn proposals(
    span: &SpanTagger,
    text: &Text,
    window: &Window,
    rules: &[Relation],
    landmarks: &[landmarks::Landmark],
    cues: &Reading,
) -> Vec<Proposal> {
    let mut scored = Scored::new(text, window, rules, landmarks, &cues.probabilities);
    let mut lattice = chain::Lattice::default();
    let unseen = rules.iter().filter_map(|rule| {
        let cue = rule.cue.first().filter(|cue| window.tokens.start <= cue.start && cue.end <= window.tokens.end)?;
        let seen = cues.candidates.iter().any(|c| overlap::meet(&c.tokens, cue));
        let confidence = cues.probabilities.get(cue.start - window.tokens.start).copied().unwrap_or_default();
        (!seen).then(|| Candidate { tokens: cue.clone(), confidence, exact: 0.0 })
    });
    let mut candidates: Vec<Candidate> = cues.candidates.iter().cloned().chain(unseen).collect();
    let cost = |cue: &Candidate| span_tagger::region(text, window, &cue.tokens).len();
    let mut budget = TOKENS_PER_BYTE * text.span(&window.tokens).len();
    let most = most_cues(window.tokens.len());
    if candidates.len() > most || candidates.iter().map(cost).sum::<usize>() > budget {
        sort_by_number(&mut candidates, |candidate| likeliest(candidate.confidence));
        candidates.truncate(most);
        candidates.retain(|cue| {
            let left = budget.checked_sub(cost(cue));
            budget = left.unwrap_or(budget);
            left.is_some()
        });
    }
    candidates
        .into_iter()
        .flat_map(|cue| {
            let readings = span.read(&mut scored, &cue.tokens, &mut lattice);
            readings.into_iter().map(move |parts| Proposal::new(cue.clone(), parts))
        })
        .collect()
}

/// What is read at a time: blocks, long ones cut at the ends of sentences, with whether they are headlines.
pub fn windows(text: &Text) -> Vec<(Range<usize>, bool)> {
    let mut windows = Vec::with_capacity(text.blocks.len());
    for block in &text.blocks {
        let mut start = block.tokens.start;
        while start < block.tokens.end {
            let mut end = block.tokens.end.min(start + LONGEST_WINDOW);
            if end < block.tokens.end
                && let Some(token) = text.tokens.get(end)
                && let Some(sentence) = text.sentences.get(token.sentence)
                && sentence.tokens.start > start
            {
                end = sentence.tokens.start;
            }
            windows.push((start..end, block.headline));
            start = end;
        }
    }
    windows
}

/// The numbers of the relations whose cues stand in a range of tokens; relations are in the order of their cues.
pub fn rules_in(rules: &[Relation], tokens: &Range<usize>) -> Range<usize> {
    let before = |token: usize| rules.partition_point(|rule| rule.place().start < token);
    before(tokens.start)..before(tokens.end)
}
