//! Training of the judge: which readings of the taggers are right, learnt from documents that the taggers had not seen.

use super::corpus::{Corpus, Example, GoldRelation};
use sourcelight::attribution::model::atoms::Atom;
use sourcelight::attribution::model::cue_tagger::Reading;
use sourcelight::attribution::model::judge::{Court, NUMBERS};
use sourcelight::attribution::model::overlap::{meet, same_parts};
use sourcelight::attribution::model::proposal::Proposal;
use sourcelight::attribution::model::span_tagger::SpanTagger;
use sourcelight::attribution::model::window::Window;
use sourcelight::attribution::model::{self, landmarks};
use sourcelight::text::Kind;
use std::ops::Range;

/// A reading and whether it is right.
pub struct Case {
    pub numbers: [f32; NUMBERS],
    pub right: bool,
    /// Whether its content is a gold content to the word, marks at the edges aside.
    pub exact: bool,
    /// How much it counts.
    pub weight: f32,
}

/// The readings of a document that the gold can judge.
pub fn cases(example: &Example, atoms: &[Atom], readings: &[Reading], span: &SpanTagger) -> Vec<Case> {
    let text = &example.text;
    let mut cases = Vec::new();
    for ((tokens, headline), reading) in model::windows(text).into_iter().zip(readings) {
        let rules = &example.rules[model::rules_in(&example.rules, &tokens)];
        let window = Window { atoms, tokens };
        let landmarks = landmarks::find(text, &window);
        let proposals = model::proposals(span, text, &window, rules, &landmarks, reading);
        let court = Court { text, window: &window, rules, headline, proposals: &proposals };
        for proposal in &proposals {
            let right = example.relations.iter().any(|gold| same(gold, proposal));
            let cue = &proposal.cue.tokens;
            let nested =
                example.relations.iter().flat_map(|g| &g.content).any(|p| p.start <= cue.start && cue.end <= p.end)
                    && !example.relations.iter().flat_map(|g| &g.cue).any(|c| meet(c, cue));
            if right || !nested || example.corpus == Corpus::Ours {
                let content = core(example, &proposal.parts.content);
                let exact = right && example.relations.iter().any(|gold| core(example, &gold.content) == content);
                cases.push(Case { numbers: court.numbers(proposal), right, exact, weight: example.corpus.weight() });
            }
        }
    }
    cases
}

/// The tokens of some pieces, marks at the edges left out.
fn core(example: &Example, pieces: &[Range<usize>]) -> Vec<usize> {
    let word = |at: &usize| matches!(example.text.tokens[*at].kind, Kind::Word | Kind::Number);
    let mut tokens: Vec<usize> = pieces.iter().cloned().flatten().collect();
    tokens.truncate(tokens.iter().rposition(word).map_or(0, |last| last + 1));
    tokens.drain(..tokens.iter().position(word).unwrap_or(0));
    tokens
}

/// Whether a proposal is the gold relation, by the scorer's definition.
fn same(gold: &GoldRelation, proposal: &Proposal) -> bool {
    let source = Vec::from_iter(proposal.parts.source.clone());
    gold.cue.iter().any(|cue| meet(cue, &proposal.cue.tokens))
        && same_parts([&gold.source, &gold.content], [&source, &proposal.parts.content])
}
