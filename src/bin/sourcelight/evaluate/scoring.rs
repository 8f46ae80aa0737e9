//! The definitions of `../shared/score.py`, so that an experiment is scored in a second.
//!
//! Tokens are runs of word characters and single other characters; a span is the set of tokens that it touches.
//! A predicted relation is right where cues overlap, sources overlap (or both have none) and the contents' token F1
//! is at least one half, in a maximum one-to-one matching within each document. Gold that has only outermost
//! attributions cannot judge nested ones: those inside a gold content are left out.

use crate::gold::GoldAttribution;
use sourcelight::Span;
use std::collections::{BTreeMap, BTreeSet};

/// The spans of one attribution, predicted or gold.
pub struct Parts<'s> {
    pub source: &'s [Span],
    pub cue: &'s [Span],
    pub content: &'s [Span],
}

impl<'s> From<&'s GoldAttribution> for Parts<'s> {
    fn from(gold: &'s GoldAttribution) -> Self {
        Self { source: &gold.source, cue: &gold.cue, content: &gold.content }
    }
}

impl<'s> From<&'s sourcelight::analysis::Attribution> for Parts<'s> {
    fn from(found: &'s sourcelight::analysis::Attribution) -> Self {
        Self { source: &found.source, cue: &found.cue, content: &found.content }
    }
}

/// Right, predicted and gold, added up over documents.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Count {
    pub right: u32,
    pub predicted: u32,
    pub gold: u32,
}

impl Count {
    pub fn precision(self) -> f64 {
        ratio(self.right, self.predicted)
    }

    pub fn recall(self) -> f64 {
        ratio(self.right, self.gold)
    }

    pub fn f1(self) -> f64 {
        ratio(2 * self.right, self.predicted + self.gold)
    }
}

impl std::ops::AddAssign for Count {
    fn add_assign(&mut self, other: Self) {
        self.right += other.right;
        self.predicted += other.predicted;
        self.gold += other.gold;
    }
}

fn ratio(part: u32, whole: u32) -> f64 {
    if whole == 0 { 0.0 } else { f64::from(part) / f64::from(whole) }
}

/// All figures of one document, by score.py's names.
pub type Figures = BTreeMap<String, Count>;

/// What one document's comparison found.
pub struct Comparison {
    pub figures: Figures,
    /// Pairs of a gold number and the number of the prediction that matches it.
    pub matched: Vec<(usize, usize)>,
    /// Numbers of the predictions that the gold can judge.
    pub judged: Vec<usize>,
}

/// Scores one document's predictions.
pub fn compare(text: &str, gold: &[GoldAttribution], predicted: &[Parts]) -> Comparison {
    let tokens = Tokens::new(text);
    let gold_sets: Vec<_> = gold.iter().map(|g| Sets::new(&tokens, &g.into())).collect();
    let all: Vec<_> = predicted.iter().map(|p| Sets::new(&tokens, p)).collect();
    let judged = judged(&gold_sets, &all);
    let found: Vec<&Sets> = judged.iter().map(|&i| &all[i]).collect();
    let mut figures = Figures::new();
    for (role, name) in ["source", "cue", "content"].into_iter().enumerate() {
        let gs: Vec<_> = gold_sets.iter().map(|g| &g.roles[role]).filter(|s| !s.is_empty()).collect();
        let ps: Vec<_> = found.iter().map(|p| &p.roles[role]).filter(|s| !s.is_empty()).collect();
        let (gold_count, predicted_count) = (gs.len() as u32, ps.len() as u32);
        let rows: Vec<Vec<usize>> =
            gs.iter().map(|g| (0..ps.len()).filter(|&j| !g.is_disjoint(ps[j])).collect()).collect();
        let overlap = matching(&rows, ps.len()).len() as u32;
        figures
            .insert(format!("{name}.overlap"), Count { right: overlap, predicted: predicted_count, gold: gold_count });
        let mut cores: BTreeMap<&BTreeSet<usize>, i32> = BTreeMap::new();
        gold_sets
            .iter()
            .filter(|g| !g.roles[role].is_empty())
            .for_each(|g| *cores.entry(&g.cores[role]).or_default() += 1);
        let exact = found
            .iter()
            .filter(|p| !p.roles[role].is_empty())
            .filter(|p| cores.get_mut(&p.cores[role]).is_some_and(|left| std::mem::replace(left, *left - 1) > 0))
            .count() as u32;
        figures.insert(format!("{name}.exact"), Count { right: exact, predicted: predicted_count, gold: gold_count });
        let union = |sets: Vec<&BTreeSet<usize>>| sets.into_iter().flatten().copied().collect::<BTreeSet<usize>>();
        let (gt, pt) = (union(gs), union(ps));
        let right = gt.intersection(&pt).count() as u32;
        figures.insert(format!("{name}.token"), Count { right, predicted: pt.len() as u32, gold: gt.len() as u32 });
    }
    let rows: Vec<Vec<usize>> =
        gold_sets.iter().map(|g| (0..found.len()).filter(|&j| g.same_relation(found[j])).collect()).collect();
    let pairs = matching(&rows, found.len());
    let counted = Count { right: pairs.len() as u32, predicted: found.len() as u32, gold: gold.len() as u32 };
    figures.insert("relation".to_owned(), counted);
    for (number, attribution) in gold.iter().enumerate() {
        let right = u32::from(pairs.contains_key(&number));
        let mut recall = |group: &str| {
            *figures.entry(format!("relation.recall[{group}]")).or_default() += Count { right, predicted: 0, gold: 1 };
        };
        if attribution.cue_class.as_deref() == Some("speech") {
            recall("speech");
        }
        if let Some(form @ ("direct" | "mixed" | "indirect")) = attribution.form.as_deref() {
            recall(form);
        }
    }
    let matched = pairs.into_iter().map(|(g, p)| (g, judged[p])).collect();
    Comparison { figures, matched, judged }
}

/// Numbers of the predictions that are not nested in a gold content while matching nothing.
fn judged(gold: &[Sets], predicted: &[Sets]) -> Vec<usize> {
    let nested = |p: &Sets| {
        let place = if p.roles[1].is_empty() { &p.roles[2] } else { &p.roles[1] };
        !place.is_empty()
            && gold.iter().any(|g| place.is_subset(&g.roles[2]))
            && gold.iter().all(|g| place.is_disjoint(&g.roles[1]))
    };
    let keep = |p: &Sets| gold.iter().any(|g| g.same_relation(p)) || !nested(p);
    (0..predicted.len()).filter(|&i| keep(&predicted[i])).collect()
}

/// An attribution as sets of token numbers: source, cue, content; `cores` are without punctuation at the edges.
struct Sets {
    roles: [BTreeSet<usize>; 3],
    cores: [BTreeSet<usize>; 3],
}

impl Sets {
    fn new(tokens: &Tokens, parts: &Parts) -> Self {
        let roles = [parts.source, parts.cue, parts.content].map(|spans| tokens.of(spans));
        let cores = roles.each_ref().map(|set| tokens.core(set));
        Self { roles, cores }
    }

    fn same_relation(&self, other: &Self) -> bool {
        let [source, cue, content] = [0, 1, 2].map(|role| (&self.roles[role], &other.roles[role]));
        let meet = |(a, b): (&BTreeSet<usize>, &BTreeSet<usize>)| !a.is_disjoint(b) || a.is_empty() && b.is_empty();
        let sizes = content.0.len() + content.1.len();
        let shared = content.0.intersection(content.1).count();
        meet(cue) && meet(source) && (sizes == 0 || 4 * shared >= sizes)
    }
}

/// A text's tokens as score.py sees them.
struct Tokens {
    /// Start, end and whether the token begins with a letter or digit.
    found: Vec<(Span, bool)>,
}

impl Tokens {
    fn new(text: &str) -> Self {
        let mut found: Vec<(Span, bool)> = Vec::new();
        let mut word = false;
        for (at, character) in text.char_indices() {
            let end = at + character.len_utf8();
            let inside = character.is_alphanumeric() || character == '_';
            match found.last_mut() {
                Some((span, _)) if inside && word => span.end = end,
                _ if character.is_whitespace() => {}
                _ => found.push((Span::new(at, end), character.is_alphanumeric())),
            }
            word = inside;
        }
        Self { found }
    }

    fn of(&self, spans: &[Span]) -> BTreeSet<usize> {
        let mut set = BTreeSet::new();
        for span in spans {
            let start = self.found.partition_point(|(t, _)| t.end <= span.start);
            let end = self.found.partition_point(|(t, _)| t.start < span.end);
            set.extend(start..end);
        }
        set
    }

    fn core(&self, set: &BTreeSet<usize>) -> BTreeSet<usize> {
        let mut core = set.clone();
        while core.first().is_some_and(|&t| !self.found[t].1) {
            core.pop_first();
        }
        while core.last().is_some_and(|&t| !self.found[t].1) {
            core.pop_last();
        }
        core
    }
}

/// Maximum bipartite matching by augmenting paths, in score.py's order; `rows[left]` lists the rights it may take.
fn matching(rows: &[Vec<usize>], rights: usize) -> BTreeMap<usize, usize> {
    fn place(left: usize, rows: &[Vec<usize>], taken: &mut [Option<usize>], seen: &mut BTreeSet<usize>) -> bool {
        for &right in &rows[left] {
            if seen.insert(right) && taken[right].is_none_or(|other| place(other, rows, taken, seen)) {
                taken[right] = Some(left);
                return true;
            }
        }
        false
    }
    let mut taken = vec![None; rights];
    for left in 0..rows.len() {
        place(left, rows, &mut taken, &mut BTreeSet::new());
    }
    taken.iter().enumerate().filter_map(|(right, left)| left.map(|l| (l, right))).collect()
}
