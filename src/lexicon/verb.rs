//! Reporting verbs: their group, their complements and the form at hand.

use super::{Tag, lines};
use crate::analysis::Attitude;
use rustc_hash::FxHashMap;

/// A form of a reporting verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Verb {
    pub group: VerbGroup,
    pub complements: Complements,
    pub form: VerbForm,
}

/// Families of reporting verbs with a like meaning; the name is that of a typical member.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
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
    fn named(name: &str) -> Self {
        match name {
            "add" => Self::Add,
            "announce" => Self::Announce,
            "argue" => Self::Argue,
            "ask" => Self::Ask,
            "call" => Self::Call,
            "claim" => Self::Claim,
            "concede" => Self::Concede,
            "confirm" => Self::Confirm,
            "criticize" => Self::Criticize,
            "decide" => Self::Decide,
            "deny" => Self::Deny,
            "expect" => Self::Expect,
            "explain" => Self::Explain,
            "know" => Self::Know,
            "praise" => Self::Praise,
            "promise" => Self::Promise,
            "report" => Self::Report,
            "seem" => Self::Seem,
            "show" => Self::Show,
            "suggest" => Self::Suggest,
            "tell" => Self::Tell,
            "think" => Self::Think,
            "urge" => Self::Urge,
            "want" => Self::Want,
            "warn" => Self::Warn,
            "write" => Self::Write,
            _ => Self::Say,
        }
    }

    /// What a source does by such a verb (WHAT-WE-MARK's attitudes).
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

    fn parse(letters: &str) -> Self {
        let has = |letter: char| letters.contains(letter);
        Self {
            clause: has('C'),
            quotation: has('Q'),
            noun: has('N'),
            infinitive: has('I'),
            question: has('W'),
            hearer: has('H'),
            object_as: has('A'),
        }
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

pub(super) fn load(words: &mut FxHashMap<&'static str, Tag>) {
    for columns in lines(include_str!("reporting-verbs.txt")) {
        let [base, group, complements, forms] = columns[..] else { continue };
        let group = VerbGroup::named(group);
        let complements = Complements::parse(complements);
        let mut add = |word: &'static str, form| {
            words.entry(word).or_default().verb = Some(Verb { group, complements, form });
        };
        add(base, VerbForm::Base);
        for word in forms.split(' ').filter(|word| !word.is_empty()) {
            let form = match word {
                _ if word.ends_with("ing") => VerbForm::Gerund,
                _ if word.ends_with('s') => VerbForm::Present,
                _ => VerbForm::Past,
            };
            add(word, form);
        }
    }
}
