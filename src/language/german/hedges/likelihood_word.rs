//! **likelihood-word**: words that say how probable something is: “wahrscheinlich”, “vielleicht”, “möglicherweise”.
//!
//! What: marks the word wherever it stands.
//!
//! Why: These words say nothing else; some of them have a range in ICD 203 under their English names.
//!
//! Example:
//!
//! > {hedge:likelihood Vielleicht} war die Flut zu spät, {hedge:likelihood möglicherweise} ging die Uhr falsch.
//! - hedge-rule: likelihood-word

use crate::hedge::{Context, Outcome};

pub fn test(_: &Context) -> Outcome {
    Outcome::Hedge
}

// Cases.
//
// > Die Brücke wird {hedge:likelihood wahrscheinlich} im Mai geöffnet.
// - range: 55-80
//
// > Die Brücke wird {hedge:likelihood sehr wahrscheinlich} im Mai geöffnet.
// - range: 80-95
//
// > Die Brücke wird {hedge:likelihood höchstwahrscheinlich} im Mai geöffnet.
// - range: 80-95
//
// > Ein Streik ist {hedge:likelihood unwahrscheinlich}.
// - range: 20-45
