//! The words that the models know by identity, and their distributional classes.
//!
//! Classes are found by the exchange algorithm (Martin, Liermann and Ney, "Algorithms for bigram and trigram word
//! clustering", 1998): each word moves to the class that makes the text's bigrams of classes likeliest.

use super::corpus::Example;
use sourcelight::analysis::Attitude;
use sourcelight::attribution::model::atoms;
use sourcelight::attribution::model::hash;
use sourcelight::attribution::model::vocabulary::{CLASSES, Entry, Vocabulary};
use sourcelight::text::{Case, Kind};
use std::collections::BTreeMap;

const ROUNDS: usize = 12;

/// Learns the vocabulary from training documents; a word is known that stands in lower case so often.
pub fn learn(examples: &[Example], least: u32) -> Vocabulary {
    let known = known_words(examples, least);
    let mut numbers: BTreeMap<u32, usize> = BTreeMap::new();
    // Number 0 is the edge of a sentence.
    let mut sequence = vec![0];
    let mut counts = vec![(0_u32, 0_u32)];
    // How often each word stands in cues of each attitude: statement, belief, evidence.
    let mut attitudes = vec![[0_u32; 3]];
    for example in examples {
        let text = &example.text;
        let mut in_cue = vec![false; text.tokens.len()];
        let mut attitude_at = vec![0; text.tokens.len()];
        for (relation, gold) in example.relations.iter().zip(&example.gold.attributions) {
            let attitude = match gold.cue_class.as_deref() {
                Some("mental") => 1,
                Some("show" | "seem") => 2,
                _ => 0,
            };
            relation.cue.iter().cloned().flatten().for_each(|t| attitude_at[t] = attitude);
        }
        let mut in_content = vec![false; text.tokens.len()];
        example.relations.iter().flat_map(|r| r.cue.iter().cloned().flatten()).for_each(|t| in_cue[t] = true);
        example.relations.iter().flat_map(|r| r.content.iter().cloned().flatten()).for_each(|t| in_content[t] = true);
        for sentence in &text.sentences {
            for at in sentence.tokens.clone() {
                let word = atoms::word_of(text, at, |word| known.contains_key(&word));
                let next = numbers.len() + 1;
                let number = *numbers.entry(word).or_insert(next);
                sequence.push(number);
                if number == counts.len() {
                    counts.push((0, 0));
                    attitudes.push([0; 3]);
                }
                attitudes[number][attitude_at[at]] += u32::from(in_cue[at]);
                if in_cue[at] || !in_content[at] {
                    counts[number].0 += u32::from(in_cue[at]);
                    counts[number].1 += 1;
                }
            }
            sequence.push(0);
        }
    }
    let classes = exchange(&sequence, counts.len());
    let entries = numbers.into_iter().map(|(word, number)| {
        let (cues, all) = counts[number];
        let [statement, belief, evidence] = attitudes[number];
        let attitude = if statement >= belief.max(evidence) {
            Attitude::Statement
        } else if belief >= evidence {
            Attitude::Belief
        } else {
            Attitude::Evidence
        };
        (word, Entry { class: classes[number] as u8, cueness: cueness(cues, all), attitude })
    });
    Vocabulary::new(entries.collect())
}

fn cueness(cues: u32, all: u32) -> u8 {
    let share = f64::from(cues) / (f64::from(all) + 4.0);
    [0.01, 0.04, 0.1, 0.2, 0.35, 0.55, 0.75].iter().filter(|&&limit| share >= limit).count() as u8
}

/// Words that stand often enough in lower case, and abbreviations ("Sen.").
fn known_words(examples: &[Example], least: u32) -> BTreeMap<u32, u32> {
    let mut counts: BTreeMap<u32, u32> = BTreeMap::new();
    for example in examples {
        for (at, token) in example.text.tokens.iter().enumerate() {
            let norm = example.text.norm(at);
            let counted = token.case == Case::Lower || norm.ends_with('.') && norm.len() > 2;
            if token.kind == Kind::Word && counted {
                *counts.entry(hash::word(norm)).or_default() += 1;
            }
        }
    }
    counts.retain(|_, count| *count >= least);
    counts
}

/// Classes of `words` word numbers; word 0 keeps class 0 for itself.
fn exchange(sequence: &[usize], words: usize) -> Vec<usize> {
    let mut frequency = vec![0_u32; words];
    sequence.iter().for_each(|&w| frequency[w] += 1);
    let mut order: Vec<usize> = (1..words).collect();
    order.sort_by_key(|&w| (std::cmp::Reverse(frequency[w]), w));
    let mut class = vec![0; words];
    for (rank, &word) in order.iter().enumerate() {
        class[word] = 1 + rank % (CLASSES - 1);
    }
    let mut after: Vec<BTreeMap<usize, i64>> = vec![BTreeMap::new(); words];
    let mut before: Vec<BTreeMap<usize, i64>> = vec![BTreeMap::new(); words];
    for pair in sequence.windows(2) {
        *after[pair[0]].entry(pair[1]).or_default() += 1;
        *before[pair[1]].entry(pair[0]).or_default() += 1;
    }
    let mut pairs = vec![[0_i64; CLASSES]; CLASSES];
    let mut sizes = [0_i64; CLASSES];
    for pair in sequence.windows(2) {
        pairs[class[pair[0]]][class[pair[1]]] += 1;
    }
    sequence.iter().for_each(|&w| sizes[class[w]] += 1);
    let log: Vec<f64> = (0..=sequence.len()).map(|n| if n == 0 { 0.0 } else { n as f64 * (n as f64).ln() }).collect();
    let entropy = |n: i64| log[n as usize];
    for _ in 0..ROUNDS {
        for &word in &order {
            let from = class[word];
            let own = after[word].get(&word).copied().unwrap_or(0);
            let (mut right, mut left) = ([0_i64; CLASSES], [0_i64; CLASSES]);
            after[word].iter().filter(|(w, _)| **w != word).for_each(|(&w, &n)| right[class[w]] += n);
            before[word].iter().filter(|(w, _)| **w != word).for_each(|(&w, &n)| left[class[w]] += n);
            let size = i64::from(frequency[word]);
            // Take the word out of its class.
            for other in 0..CLASSES {
                pairs[from][other] -= right[other];
                pairs[other][from] -= left[other];
            }
            pairs[from][from] -= own;
            sizes[from] -= size;
            let gain = |to: usize| {
                let mut gain = -2.0 * (entropy(sizes[to] + size) - entropy(sizes[to]));
                for other in 0..CLASSES {
                    if other != to {
                        if right[other] > 0 {
                            gain += entropy(pairs[to][other] + right[other]) - entropy(pairs[to][other]);
                        }
                        if left[other] > 0 {
                            gain += entropy(pairs[other][to] + left[other]) - entropy(pairs[other][to]);
                        }
                    }
                }
                gain + entropy(pairs[to][to] + right[to] + left[to] + own) - entropy(pairs[to][to])
            };
            let mut best = (from, gain(from));
            for to in 1..CLASSES {
                let gain = gain(to);
                if gain > best.1 + 1e-9 {
                    best = (to, gain);
                }
            }
            let to = best.0;
            for other in 0..CLASSES {
                pairs[to][other] += right[other];
                pairs[other][to] += left[other];
            }
            pairs[to][to] += own;
            sizes[to] += size;
            class[word] = to;
        }
    }
    class
}
