//! Linear-chain conditional random fields: the probability of label sequences, given scores.
//!
//! Lafferty, McCallum and Pereira, "Conditional Random Fields" (2001); forward and backward sums are scaled at each
//! place as in Rabiner (1989). The score of a transition depends on a small class of the place it leads to.

/// A score that no label sequence with any hope has.
pub const FORBIDDEN: f32 = -1e4;

/// Transition scores between `L` labels, for each class of places.
#[derive(Debug, Clone)]
pub struct Transitions<const L: usize> {
    /// `scores[class][from][to]`.
    pub scores: Vec<[[f32; L]; L]>,
    /// Which labels may open a sequence.
    pub opening: [bool; L],
    exponentials: Vec<[[f32; L]; L]>,
}

impl<const L: usize> Transitions<L> {
    /// `allowed(from, to)` rules out transitions whatever their scores.
    pub fn new(mut scores: Vec<[[f32; L]; L]>, opening: [bool; L], allowed: impl Fn(usize, usize) -> bool) -> Self {
        for class in &mut scores {
            for (from, row) in class.iter_mut().enumerate() {
                for (to, score) in row.iter_mut().enumerate() {
                    if !allowed(from, to) {
                        *score = FORBIDDEN;
                    }
                }
            }
        }
        let mut transitions = Self { scores, opening, exponentials: Vec::new() };
        transitions.refresh();
        transitions
    }

    /// Recomputes what is derived from the scores, after they have changed.
    pub fn refresh(&mut self) {
        self.exponentials = self.scores.iter().map(|class| class.map(|row| row.map(f32::exp))).collect();
    }

    fn exponential(&self, class: u8) -> &[[f32; L]; L] {
        &self.exponentials[usize::from(class) % self.exponentials.len()]
    }
}

/// e to the power of a number that is not positive, to four digits; 0 where that is less than 1e-30.
///
/// Half of a sum's time went into the exact function, and unlike it this one is the same on every machine: two to the
/// whole part by the exponent's bits, two to the rest by a polynomial.
fn exponential(number: f32) -> f32 {
    let power = number * std::f32::consts::LOG2_E;
    if power < -100.0 {
        return 0.0;
    }
    let whole = power as i32 - 1;
    let rest = power - whole as f32;
    let fraction = 1.0 + rest * (0.695_976 + rest * (0.224_94 + rest * 0.079_084));
    fraction * f32::from_bits(((whole + 127) as u32) << 23)
}

/// One sequence: node scores, classes of places, and the sums over all label sequences.
#[derive(Debug)]
pub struct Lattice<const L: usize> {
    /// `nodes[place][label]`: scores; filled by the caller.
    pub nodes: Vec<[f32; L]>,
    /// The class of each place; filled by the caller.
    pub classes: Vec<u8>,
    exponentials: Vec<[f32; L]>,
    forward: Vec<[f32; L]>,
    backward: Vec<[f32; L]>,
    scales: Vec<f32>,
}

impl<const L: usize> Default for Lattice<L> {
    fn default() -> Self {
        Self {
            nodes: Vec::new(),
            classes: Vec::new(),
            exponentials: Vec::new(),
            forward: Vec::new(),
            backward: Vec::new(),
            scales: Vec::new(),
        }
    }
}

impl<const L: usize> Lattice<L> {
    /// Makes room for a sequence; scores start at zero.
    pub fn reset(&mut self, length: usize) {
        self.nodes.clear();
        self.nodes.resize(length, [0.0; L]);
        self.classes.clear();
        self.classes.resize(length, 0);
    }

    /// Sums over all label sequences; to be called after nodes and classes are filled.
    pub fn sum(&mut self, transitions: &Transitions<L>) {
        let length = self.nodes.len();
        for table in [&mut self.exponentials, &mut self.forward, &mut self.backward] {
            table.clear();
            table.resize(length, [0.0; L]);
        }
        self.scales.clear();
        self.scales.resize(length, 1.0);
        for (place, node) in self.nodes.iter().enumerate() {
            let highest = node.iter().copied().fold(f32::MIN, f32::max);
            self.exponentials[place] = node.map(|score| exponential(score - highest));
            let mut row = [0.0; L];
            if place == 0 {
                for (label, sum) in row.iter_mut().enumerate() {
                    *sum = if transitions.opening[label] { self.exponentials[place][label] } else { 0.0 };
                }
            } else {
                let edges = transitions.exponential(self.classes[place]);
                let before = &self.forward[place - 1];
                for (from, edge) in edges.iter().enumerate() {
                    for (sum, weight) in row.iter_mut().zip(edge) {
                        *sum += before[from] * weight;
                    }
                }
                for (sum, weight) in row.iter_mut().zip(&self.exponentials[place]) {
                    *sum *= weight;
                }
            }
            let total: f32 = row.iter().sum();
            let total = if total > 1e-30 { total } else { 1e-30 };
            self.scales[place] = total;
            self.forward[place] = row.map(|sum| sum / total);
        }
        if let Some(last) = self.backward.last_mut() {
            *last = [1.0; L];
        }
        for place in (1..length).rev() {
            let edges = transitions.exponential(self.classes[place]);
            let weighted: [f32; L] = std::array::from_fn(|label| {
                self.exponentials[place][label] * self.backward[place][label] / self.scales[place]
            });
            for (from, edge) in edges.iter().enumerate() {
                self.backward[place - 1][from] = (0..L).map(|to| edge[to] * weighted[to]).sum();
            }
        }
    }

    /// The probabilities of the labels at a place.
    pub fn marginals(&self, place: usize) -> [f32; L] {
        std::array::from_fn(|label| self.forward[place][label] * self.backward[place][label])
    }

    /// The probabilities of the transitions into a place (not the first one).
    pub fn pair_marginals(&self, place: usize, transitions: &Transitions<L>) -> [[f32; L]; L] {
        let edges = transitions.exponential(self.classes[place]);
        std::array::from_fn(|from| {
            std::array::from_fn(|to| {
                self.forward[place - 1][from]
                    * edges[from][to]
                    * self.exponentials[place][to]
                    * self.backward[place][to]
                    / self.scales[place]
            })
        })
    }

    /// The likeliest ends of a segment that opens with label `open` at `start` and goes on with label `inside`, with
    /// their probabilities, for every end up to `longest` places away; `report(end, probability)`, end exclusive.
    pub fn segments(
        &self,
        transitions: &Transitions<L>,
        start: usize,
        open: usize,
        inside: usize,
        longest: usize,
        mut report: impl FnMut(usize, f32),
    ) {
        let mut reached = self.forward[start][open];
        let mut label = open;
        for end in start + 1..=(start + longest).min(self.nodes.len()) {
            let stays_beyond = if end < self.nodes.len() {
                let edges = transitions.exponential(self.classes[end]);
                let weigh = |to: usize| {
                    edges[label][to] * self.exponentials[end][to] * self.backward[end][to] / self.scales[end]
                };
                (0..L).filter(|&to| to != inside).map(weigh).sum()
            } else {
                1.0
            };
            report(end, reached * stays_beyond);
            if end < self.nodes.len() {
                let edges = transitions.exponential(self.classes[end]);
                reached *= edges[label][inside] * self.exponentials[end][inside] / self.scales[end];
                label = inside;
                if reached < 1e-6 {
                    break;
                }
            }
        }
    }
}
