//! **seems**: “scheint” with an infinitive.
//!
//! What: marks the verb where “zu” and an infinitive, or “als”, follow; not the sun.
//!
//! Why: “Scheint” says how it looks.
//!
//! Example:
//!
//! > Der Kran {hedge:appearance scheint} sicher zu sein.
//! - hedge-rule: seems

use crate::hedge::{Context, Outcome};

pub fn test(c: &Context) -> Outcome {
    let shines = c.before(1).is("sonne") || c.after(1).is("die") && c.after(2).is("sonne");
    let content = c.anywhere_after(LONGEST_CLAUSE, "zu als") || c.before(1).is("es so") || c.before(2).is("zu");
    Outcome::from(content && !shines)
}

/// Words from the verb to the end of its clause.
const LONGEST_CLAUSE: usize = 16;

// Cases.
//
// > Im Hafen scheint die Sonne.
