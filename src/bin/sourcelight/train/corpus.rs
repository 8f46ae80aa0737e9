//! Annotated documents as the taggers see them: tokens, and gold spans as ranges of token numbers.

use crate::gold::{GoldAttribution, GoldDocument};
use sourcelight::analysis::Attitude;
use sourcelight::attribution::{self, Relation};
use sourcelight::kinds::RuleId;
use sourcelight::language::{Function, Language};
use sourcelight::text::Text;
use sourcelight::{Document, Span};
use std::ops::Range;

/// A document with its gold in tokens.
#[derive(Debug)]
pub struct Example<'g> {
    pub gold: &'g GoldDocument,
    pub text: Text<'g>,
    pub relations: Vec<GoldRelation>,
    /// What the rules propose.
    pub rules: Vec<Relation>,
    pub corpus: Corpus,
    /// The part of the training set that it belongs to: what judges it is learnt from the other parts.
    pub fold: usize,
}

/// What an annotation means for training.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Corpus {
    /// PolNeAR marks outermost attributions only, and reads the term wider than we do.
    Polnear,
    /// Marked by our definition, nested attributions too.
    Ours,
}

impl Corpus {
    /// How much a token counts.
    pub fn weight(self) -> f32 {
        match self {
            Self::Polnear => 1.0,
            Self::Ours => 4.0,
        }
    }

    /// How much a place inside a gold content counts where the gold has no cue.
    pub fn unmarked_inside(self, polnear: f32) -> f32 {
        match self {
            Self::Polnear => polnear,
            Self::Ours => self.weight(),
        }
    }
}

/// Parts of the training set.
pub const FOLDS: usize = 5;

/// A gold attribution in token numbers.
#[derive(Debug, Clone)]
pub struct GoldRelation {
    pub source: Vec<Range<usize>>,
    pub cue: Vec<Range<usize>>,
    pub content: Vec<Range<usize>>,
}

impl<'g> Example<'g> {
    pub fn new(gold: &'g GoldDocument, corpus: Corpus, fold: usize, language: &'g Language) -> Self {
        let text = Text::read(&Document::new(&gold.text, "\n"), language);
        let ranges = |spans: &[Span]| spans.iter().map(|&s| text.tokens_in(s)).filter(|r| !r.is_empty()).collect();
        let relation = |a: &GoldAttribution| GoldRelation {
            source: ranges(&a.source),
            cue: main_piece(&text, ranges(&a.cue)),
            content: ranges(&a.content),
        };
        let relations = gold.attributions.iter().map(relation).collect();
        let rules = attribution::by_rules(&text);
        Self { gold, text, relations, rules, corpus, fold }
    }

    /// The gold as the engine would have found it, in the order of the gold.
    pub fn gold_as_relations(&self) -> Vec<Relation> {
        let relation = |(id, (gold, marked)): (usize, (&GoldRelation, &GoldAttribution))| Relation {
            id,
            source: gold.source.clone(),
            cue: gold.cue.clone(),
            content: gold.content.clone(),
            attitude: marked.attitude.unwrap_or(Attitude::Statement),
            quoting: attribution::quoting(&self.text, &gold.content),
            depth: marked.depth,
            via: None,
            confidence: 1.0,
            rule: RuleId::Model,
        };
        self.relations.iter().zip(&self.gold.attributions).enumerate().map(relation).collect()
    }
}

/// Of a cue whose pieces frame their clause, the one that says what is done: "eingeräumt" of "hat … eingeräumt". The engine
/// finds the others by it.
fn main_piece(text: &Text, pieces: Vec<Range<usize>>) -> Vec<Range<usize>> {
    if pieces.len() < 2 || !text.language.grammar.has_verb_frames() {
        return pieces;
    }
    let tells = |piece: &&Range<usize>| {
        (*piece).clone().any(|at| {
            let tag = text.tag(at);
            let modal = tag.function == Some(Function::Modal);
            tag.verb.is_some() && !modal || tag.reporting_noun.is_some() || tag.reporting_adjective.is_some()
        })
    };
    let main = pieces.iter().find(tells).or_else(|| pieces.iter().max_by_key(|piece| text.span(piece).len()));
    main.cloned().into_iter().collect()
}
