//! Confidence intervals by the bootstrap over documents (Efron 1979): articles, not attributions, are the sample.

use super::tally::Count;
use crate::random::Random;

const SAMPLES: usize = 1000;

/// The sum of a figure over documents.
pub fn total(documents: &[Count]) -> Count {
    documents.iter().fold(Count::default(), |mut sum, &count| {
        sum += count;
        sum
    })
}

/// The middle 95 % of a figure over samples of documents, drawn with a fixed seed; none for a single document.
pub fn interval(documents: &[Count]) -> Option<(f64, f64)> {
    if documents.len() < 2 {
        return None;
    }
    let mut random = Random::new();
    let mut sample = || {
        let mut sum = Count::default();
        for _ in documents {
            sum += documents[random.below(documents.len())];
        }
        sum.value()
    };
    let mut values: Vec<f64> = (0..SAMPLES).map(|_| sample()).collect();
    values.sort_by(f64::total_cmp);
    let at = |share: f64| values.get((share * SAMPLES as f64) as usize).copied();
    at(0.025).zip(at(0.975))
}
