//! Annotated documents as the taggers see them: tokens, and gold spans as ranges of token numbers.

use crate::gold::{GoldAttribution, GoldDocument};
use sourcelight::attribution::{self, Relation};
use sourcelight::language::Language;
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
}

/// A gold attribution in token numbers.
#[derive(Debug, Clone)]
pub struct GoldRelation {
    pub source: Vec<Range<usize>>,
    pub cue: Vec<Range<usize>>,
    pub content: Vec<Range<usize>>,
}

impl<'g> Example<'g> {
    pub fn new(gold: &'g GoldDocument, language: &'g Language) -> Self {
        let text = Text::read(&Document::new(&gold.text, "\n"), language);
        let ranges = |spans: &[Span]| spans.iter().map(|&s| text.tokens_in(s)).filter(|r| !r.is_empty()).collect();
        let relation = |a: &GoldAttribution| GoldRelation {
            source: ranges(&a.source),
            cue: ranges(&a.cue),
            content: ranges(&a.content),
        };
        let relations = gold.attributions.iter().map(relation).collect();
        let rules = attribution::by_rules(&text);
        Self { gold, text, relations, rules }
    }
}
