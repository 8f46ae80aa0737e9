//! Reporting verbs: their group, their complements and the form at hand.

use crate::analysis::Attitude;
use std::str::FromStr;
use strum::EnumString;

/// A form of a reporting verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Verb {
    pub group: VerbGroup,
    pub complements: Complements,
    pub form: VerbForm,
    /// The particles that belong to it where they follow ("called for"), parted by spaces.
    pub particles: &'static str,
}

/// Families of reporting verbs with a like meaning; the name is that of a typical member.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, EnumString)]
#[strum(serialize_all = "kebab-case")]
pub enum VerbGroup {
    Add,
    Announce,
    Argue,
    Ask,
    Call,
    Claim,
    Concede,
    Confirm,
    Criticize,
    Decide,
    Deny,
    Expect,
    Explain,
    Know,
    Praise,
    Promise,
    Report,
    Say,
    Seem,
    Show,
    Suggest,
    Tell,
    Think,
    Urge,
    Want,
    Warn,
    Write,
}

impl VerbGroup {
    /// What a source does by such a verb (the attitudes of docs/what-we-mark.md).
    pub fn attitude(self) -> Attitude {
        match self {
            Self::Think | Self::Want | Self::Expect | Self::Know | Self::Decide => Attitude::Belief,
            Self::Show | Self::Seem => Attitude::Evidence,
            _ => Attitude::Statement,
        }
    }
}

/// What may follow a verb as its content.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Complements {
    /// A finite clause, with or without "that".
    pub clause: bool,
    /// A quotation.
    pub quotation: bool,
    /// A noun phrase.
    pub noun: bool,
    /// A to-infinitive.
    pub infinitive: bool,
    /// A question clause: whether, how, why.
    pub question: bool,
    /// The hearer as an object before the content ("told reporters that").
    pub hearer: bool,
    /// An object and "as" ("described him as").
    pub object_as: bool,
}

impl Complements {
    /// The same as one number, a bit each.
    pub fn bits(self) -> u32 {
        let flags =
            [self.clause, self.quotation, self.noun, self.infinitive, self.question, self.hearer, self.object_as];
        flags.iter().rev().fold(0, |bits, &flag| bits << 1 | u32::from(flag))
    }
}

/// Reads the letters of the list: C, Q, N, I, W, H, A in the order of the fields; `-` for none.
impl FromStr for Complements {
    type Err = ();

    fn from_str(letters: &str) -> Result<Self, ()> {
        let mut read = Self::default();
        for letter in letters.chars() {
            let flag = match letter {
                'C' => &mut read.clause,
                'Q' => &mut read.quotation,
                'N' => &mut read.noun,
                'I' => &mut read.infinitive,
                'W' => &mut read.question,
                'H' => &mut read.hearer,
                'A' => &mut read.object_as,
                '-' if letters.len() == 1 => return Ok(read),
                _ => return Err(()),
            };
            if std::mem::replace(flag, true) {
                return Err(());
            }
        }
        Ok(read)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum VerbForm {
    /// "say": infinitive or present.
    Base,
    /// "says".
    Present,
    /// "said": past or past participle.
    Past,
    /// "saying".
    Gerund,
}
