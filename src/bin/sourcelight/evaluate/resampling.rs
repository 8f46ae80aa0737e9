//! Confidence intervals by the bootstrap over documents (Efron 1979): articles, not attributions, are the sample.

use super::scoring::{Count, Figures};

const SAMPLES: usize = 1000;

/// All documents' figures added up.
pub fn total<'f>(figures: impl Iterator<Item = &'f Figures>) -> Figures {
    let mut total = Figures::new();
    for document in figures {
        for (name, &count) in document {
            *total.entry(name.clone()).or_default() += count;
        }
    }
    total
}

/// The middle 95 % of a figure (F1, or recall where there is no precision) over samples of documents.
pub fn interval(documents: &[&Figures], figure: &str) -> (f64, f64) {
    let counts: Vec<Count> = documents.iter().map(|d| d.get(figure).copied().unwrap_or_default()).collect();
    let mut random = 0x2545_F491_4F6C_DD1D_u64;
    let mut values: Vec<f64> = (0..SAMPLES)
        .map(|_| {
            let mut sum = Count::default();
            for _ in 0..counts.len() {
                random ^= random << 13;
                random ^= random >> 7;
                random ^= random << 17;
                sum += counts[(random % counts.len() as u64) as usize];
            }
            if sum.predicted == 0 { sum.recall() } else { sum.f1() }
        })
        .collect();
    values.sort_by(f64::total_cmp);
    let at = |share: f64| values.get((share * SAMPLES as f64) as usize).copied().unwrap_or_default();
    (at(0.025), at(0.975))
}
