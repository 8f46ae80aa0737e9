//! The rules for attributions: what each kind of cue says about where its source and its content stand.
//!
//! A rule is a file of this folder. It opens with what the rule takes, why, and an example; its cases stand below.
//! Example and cases are fixtures: `tests/marked.rs` reads them and `UPDATE=1` rewrites them. `build.rs` registers every
//! file under the row of `src/kinds.json` with its name; rules are tried in the order of the rows.
//!
//! Rules are sure where layout decides (quotation marks, "according to", a dash before the verb) and guess elsewhere.
//! Each relation carries its rule and, as its confidence, the precision that `sourcelight train` measured for the rule.
//! The trained model reads the rules' proposals as features and overrules the guesses.

mod reading;

pub use reading::Reading;

use super::{Cue, Relation, Tokens};
use crate::kinds::RuleId;
use crate::noun_phrase::Phrases;
use crate::text::Text;

include!(concat!(env!("OUT_DIR"), "/attribution_rules.rs"));

/// What a rule finds at a cue.
#[derive(Clone, Copy)]
pub enum Finds {
    /// A whole attribution.
    Relation(fn(&Reading) -> Option<Relation>),
    /// What follows a verb as its content, whoever the source is.
    Complement(fn(&Reading) -> Option<Vec<Tokens>>),
}

/// At most one relation for each cue: that of the first rule which fits.
pub fn propose(text: &Text, cues: &[Cue]) -> Vec<Relation> {
    let phrases = Phrases::new(text);
    let mut relations: Vec<Relation> = Vec::new();
    for cue in cues {
        let found = relation_at(&Reading::new(text, &phrases, cue, &relations));
        relations.extend(found);
    }
    relations
}

fn relation_at(reading: &Reading) -> Option<Relation> {
    REGISTERED.iter().find_map(|&(rule, finds)| match finds {
        Finds::Relation(find) => find(reading),
        Finds::Complement(find) => reading.with_complement(rule, find),
    })
}

/// What follows a verb as its content, by the first rule that finds any.
fn complement(reading: &Reading) -> Option<(Vec<Tokens>, RuleId)> {
    REGISTERED.iter().find_map(|&(rule, finds)| match finds {
        Finds::Relation(_) => None,
        Finds::Complement(find) => Some((find(reading)?, rule)),
    })
}
