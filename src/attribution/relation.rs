//! An attribution as the attribution stage leaves it: parts and manner, not yet who the source is.

use crate::analysis::{Attitude, Quoting};
use crate::kinds::RuleId;
use crate::language::{NounClass, PatternKind};
use crate::order::sort_by_number;
use crate::text::Text;
use std::ops::Range;

/// A range of token numbers.
pub type Tokens = Range<usize>;

/// A source, a cue and a content, as ranges of token numbers.
#[derive(Debug, Clone, PartialEq)]
pub struct Relation {
    /// Names the relation among those of its text, whatever is dropped or sorted.
    pub id: usize,
    /// Empty where the page names no source.
    pub source: Vec<Range<usize>>,
    /// Empty for a quotation that stands alone.
    pub cue: Vec<Range<usize>>,
    pub content: Vec<Range<usize>>,
    pub attitude: Attitude,
    pub quoting: Quoting,
    /// How many other relations' contents it lies in.
    pub depth: u8,
    /// The id of the relation whose source has this one's source at second hand ("the Post reported, citing two
    /// officials").
    pub via: Option<usize>,
    /// From 0 to 1.
    pub confidence: f32,
    /// The rule that decided, [`RuleId::Model`] where only the trained model did.
    pub rule: RuleId,
}

impl Relation {
    /// Where it stands in the order of the text: at its cue, or at what it attributes where it has none.
    pub fn place(&self) -> Range<usize> {
        self.cue.first().or(self.content.first()).cloned().unwrap_or(0..0)
    }

    /// Whether the source is somebody with inside knowledge: an official, an aide, a person familiar with the matter.
    pub fn names_insider(&self, text: &Text) -> bool {
        let Some(source) = self.source.first() else { return false };
        let insider = |at: usize| text.tag(at).is_noun(NounClass::Insider);
        let informed = |at: usize| text.pattern(PatternKind::Basis, at, source.end).is_some_and(|p| p.len() > 1);
        let is_person = |at: usize| text.tag(at).noun.is_some_and(|noun| noun.class.is_person());
        let near = |at: usize| {
            at > source.start && is_person(at - 1) && text.pattern(PatternKind::Nearness, at, source.end).is_some()
        };
        source.clone().any(|at| insider(at) || informed(at) || near(at))
    }

    /// The indexes of relations in the order of their places.
    pub fn order(relations: &[Self]) -> Vec<usize> {
        let mut order: Vec<usize> = (0..relations.len()).collect();
        sort_by_number(&mut order, |&index| relations[index].place().start);
        order
    }
}

/// For each token, how many relations have it in their content.
pub fn coverage<'r>(text: &Text, relations: impl IntoIterator<Item = &'r Relation>) -> Vec<i32> {
    let mut depth = vec![0; text.tokens.len() + 1];
    for piece in relations.into_iter().flat_map(|relation| &relation.content) {
        depth[piece.start] += 1;
        depth[piece.end] -= 1;
    }
    let mut covering = 0;
    for slot in &mut depth {
        covering += *slot;
        *slot = covering;
    }
    depth
}
