//! When a predicted attribution is the same relation as one of the gold.
//!
//! Cues overlap, sources overlap (or both have none), and the contents' token F1 is at least one half. Gold that has
//! only outermost attributions cannot judge nested ones: those inside a gold content are left out.

use crate::gold::GoldDocument;
use crate::tokens::{TokenSet, Tokens, matching};
use sourcelight::Span;
use sourcelight::analysis::Attribution;
use std::collections::BTreeMap;

/// An attribution's source, cue and content as sets of tokens.
pub struct Parts {
    pub roles: [TokenSet; 3],
}

impl Parts {
    fn new(tokens: &Tokens, source: &[Span], cue: &[Span], content: &[Span]) -> Self {
        Self { roles: [source, cue, content].map(|spans| tokens.of(spans)) }
    }

    fn same_relation(&self, other: &Self) -> bool {
        let [source, cue, content] = [0, 1, 2].map(|role| (&self.roles[role], &other.roles[role]));
        let meet = |(a, b): (&TokenSet, &TokenSet)| !a.is_disjoint(b) || a.is_empty() && b.is_empty();
        let sizes = content.0.len() + content.1.len();
        let shared = content.0.intersection(content.1).count();
        meet(cue) && meet(source) && 4 * shared >= sizes
    }
}

/// A document's gold attributions beside the predicted ones.
pub struct Comparison {
    pub tokens: Tokens,
    pub gold: Vec<Parts>,
    pub predicted: Vec<Parts>,
    /// Numbers of the predictions that the gold can judge.
    pub judged: Vec<usize>,
    /// Pairs of a gold number and the number of the prediction that is the same relation.
    pub pairs: BTreeMap<usize, usize>,
}

impl Comparison {
    pub fn new(document: &GoldDocument, found: &[Attribution]) -> Self {
        let tokens = Tokens::new(&document.text);
        let gold: Vec<Parts> =
            document.attributions.iter().map(|a| Parts::new(&tokens, &a.source, &a.cue, &a.content)).collect();
        let predicted: Vec<Parts> = found.iter().map(|a| Parts::new(&tokens, &a.source, &a.cue, &a.content)).collect();
        let can_judge = |p: &Parts| gold.iter().any(|g| g.same_relation(p)) || !is_nested(p, &gold);
        let judged = (0..predicted.len()).filter(|&number| can_judge(&predicted[number])).collect();
        let pairs = matching(gold.len(), predicted.len(), |g, p| gold[g].same_relation(&predicted[p]));
        Self { tokens, gold, predicted, judged, pairs }
    }
}

/// Whether a prediction stands inside a gold content and away from every gold cue.
fn is_nested(predicted: &Parts, gold: &[Parts]) -> bool {
    let [_, cue, content] = &predicted.roles;
    let place = if cue.is_empty() { content } else { cue };
    !place.is_empty()
        && gold.iter().any(|g| place.is_subset(&g.roles[2]))
        && gold.iter().all(|g| place.is_disjoint(&g.roles[1]))
}
