//! The outlet through which a source is quoted at second hand.

use super::Describer;
use crate::attribution::Relation;
use crate::language::{Role, VerbGroup};
use std::ops::Range;

/// How many tokens after the cue "to" may stand.
const HEARER_DISTANCE: usize = 6;

/// How many tokens of a page are searched for the outlet that it is from.
const DATELINE: usize = 20;

impl Describer<'_, '_> {
    /// The outlet that quotes the source: "told the Post", "the Post reported, citing two officials".
    pub fn via(&self, relation: &Relation) -> Option<Range<usize>> {
        if let Some(outlet) = relation.via.and_then(|id| self.by_id.get(&id)).and_then(|outlet| outlet.source.first()) {
            let named = self.mentions.within(outlet).first().map(|mention| mention.tokens.clone());
            return named.or(Some(outlet.clone()));
        }
        let cue = relation.cue.first()?;
        if cue.clone().any(|at| self.text.is(at, Role::CitingVerb)) {
            let sentence = &self.text.sentence_of(cue.start).tokens;
            let before = self.mentions.within(&(sentence.start..cue.start)).iter().rev();
            let outlet = before.into_iter().find(|mention| self.mentions.is_organisation(mention.entity))?;
            return Some(outlet.tokens.clone());
        }
        self.hearer(cue)
    }

    /// The outlet that the source spoke to: "told the Post", "said to Reuters"; none if it is the page's own.
    fn hearer(&self, cue: &Range<usize>) -> Option<Range<usize>> {
        let tells = |at: usize| self.text.tag(at).verb.is_some_and(|verb| verb.group == VerbGroup::Tell);
        let start = if cue.clone().any(tells) {
            cue.end
        } else {
            (cue.end..cue.end + HEARER_DISTANCE).find(|&at| self.text.is(at, Role::HearerPreposition))? + 1
        };
        let start = start + usize::from(self.text.is(start, Role::DefiniteArticle));
        let outlet = self.mentions.at(start).filter(|mention| self.mentions.is_organisation(mention.entity))?;
        (!self.is_own(start)).then(|| outlet.tokens.clone())
    }

    /// Whether the page opens with an outlet in brackets, "(AP)": then it is that outlet's own.
    fn is_own(&self, outlet: usize) -> bool {
        let opening = 1..self.text.tokens.len().min(DATELINE);
        let mut bracketed = opening.filter(|&at| self.text.is_mark(at - 1, &["("]));
        bracketed.any(|at| self.text.norm(at) == self.text.norm(outlet))
    }
}
