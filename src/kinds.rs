//! The one table of what a mark can say and why it is made, in words for people.
//!
//! The table itself is `src/kinds.json`: every value and every rule is one row there, with its words in each language
//! of the interface. Card, options, legend, export and manual show these words, and the extension's locales are
//! completed from the same rows. `build.rs` makes Rust of it, so that an analysis can name only rules that have a row.
//!
//! ```
//! use sourcelight::kinds::{Field, RULES, RuleId, VALUES};
//!
//! let unnamed = VALUES.iter().find(|value| value.field == Field::Identity && value.name == "unnamed");
//! assert!(unnamed.is_some_and(|value| value.meaning.ends_with('.')));
//! assert!(RULES.iter().any(|rule| rule.id == RuleId::AccordingTo));
//! ```

use std::str::FromStr;

/// The fact of a mark that a value belongs to; see [`crate::analysis`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Field {
    Attitude,
    Quoting,
    Identity,
    Standing,
    Count,
    Grade,
    Hedge,
    Scope,
}

/// A value of one of a mark's facts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Value {
    pub field: Field,
    /// As the contracts and the gold corpora write it.
    pub name: &'static str,
    /// Two or three English words for a label.
    pub label: &'static str,
    /// One English sentence that defines it.
    pub meaning: &'static str,
}

/// What a rule explains.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Mark {
    Attribution,
    Hedge,
    /// A fact that supports an attribution which no rule explains; see [`crate::attribution::evidence`].
    Evidence,
}

/// How far a rule for attributions is believed where the trained model reads otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Trust {
    /// It is evidence for the model, no more.
    Proposes,
    /// Where the model sees nothing it is believed all the same, of an insider or inside another content.
    Reliable,
    /// It replaces what the model reads at the same cue.
    Overrules,
}

/// A row of the table.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rule {
    pub id: RuleId,
    /// The stable name that contracts, fixtures and locales use.
    pub name: &'static str,
    pub mark: Mark,
    /// The number by which the trained model knows a rule for attributions; it never changes, whatever is added.
    pub feature: u8,
    pub trust: Trust,
    /// The share of its proposals that are right, of a rule for attributions; `sourcelight train --precisions` measures
    /// it and writes it. 0 for other rules.
    pub precision: f32,
    /// One English sentence; `{}` stands for the page's words.
    pub sentence: &'static str,
}

include!(concat!(env!("OUT_DIR"), "/kinds.rs"));

impl RuleId {
    /// The rule's row.
    pub fn row(self) -> &'static Rule {
        &RULES[self as usize]
    }

    /// The stable name.
    pub fn name(self) -> &'static str {
        self.row().name
    }

    /// The English sentence that explains a mark to a reader.
    ///
    /// ```
    /// use sourcelight::kinds::RuleId;
    ///
    /// let rule: RuleId = "according-to".parse().unwrap();
    /// assert!(rule.sentence("according to").contains("“according to”"));
    /// ```
    pub fn sentence(self, words: &str) -> String {
        self.row().sentence.replace("{}", words)
    }
}

impl FromStr for RuleId {
    type Err = ();

    fn from_str(name: &str) -> Result<Self, ()> {
        RULES.iter().find(|rule| rule.name == name).map(|rule| rule.id).ok_or(())
    }
}

#[cfg(test)]
mod tests {
    use super::{Mark, RULES, RuleId, VALUES};
    use std::collections::HashSet;

    #[test]
    fn names_and_features_are_unique() {
        let rules: HashSet<_> = RULES.iter().map(|rule| rule.name).collect();
        assert_eq!(rules.len(), RULES.len());
        let values: HashSet<_> = VALUES.iter().map(|value| (value.field, value.name)).collect();
        assert_eq!(values.len(), VALUES.len());
        let attributions = RULES.iter().filter(|rule| rule.mark == Mark::Attribution);
        let features: HashSet<_> = attributions.clone().map(|rule| rule.feature).collect();
        assert_eq!(features.len(), attributions.count());
    }

    #[test]
    fn a_row_stands_at_its_number() {
        for rule in RULES {
            assert_eq!(rule.id.row().name, rule.name);
            assert_eq!(rule.name.parse(), Ok(rule.id));
        }
    }

    /// The model and the judge know a rule by its feature alone: a sentence added or moved in the table, or a rule of
    /// another mark, changes no mark. A new rule takes the next number.
    #[test]
    fn features_never_move() {
        const FEATURES: [(&str, u8); 21] = [
            ("model", 0),
            ("verb-quotation", 1),
            ("content-source-verb", 2),
            ("content-verb-source", 3),
            ("that-clause", 4),
            ("bare-clause", 5),
            ("question-clause", 6),
            ("infinitive", 7),
            ("noun-content", 8),
            ("passive-by", 9),
            ("passive", 10),
            ("participle", 11),
            ("according-to", 12),
            ("citing", 13),
            ("noun-that", 14),
            ("adjective", 15),
            ("colon", 16),
            ("signature", 17),
            ("dash-dialogue", 18),
            ("lone-quotation", 19),
            ("quotation-source-verb", 20),
        ];
        let attributions = RULES.iter().filter(|rule| rule.mark == Mark::Attribution);
        for rule in attributions.filter(|rule| usize::from(rule.feature) < FEATURES.len()) {
            assert!(FEATURES.contains(&(rule.name, rule.feature)), "{} had another feature", rule.name);
        }
    }

    #[test]
    fn a_sentence_quotes_the_page() {
        assert_eq!(RuleId::ModalMay.sentence("may"), "“may” says what is possible, not what is certain.");
    }
}
