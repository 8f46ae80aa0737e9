//! Single words with what the lists say of them: closed classes, roles, reporting verbs, nouns and adjectives.

use super::list::Problems;
use super::{Complements, List, Lists, Role, Verb, VerbForm, VerbGroup};
use crate::analysis::Attitude;
use enumset::EnumSet;
use rustc_hash::FxHashMap;
use std::str::FromStr;
use strum::EnumString;

/// A closed word class, after the Penn Treebank guidelines (Santorini 1990), coarsened to what the rules ask.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString)]
#[strum(serialize_all = "kebab-case")]
pub enum Function {
    Adverb,
    /// A form of "be", "have" or "do".
    Auxiliary,
    Conjunction,
    Determiner,
    /// A determiner that also stands alone as a noun phrase ("others", "that").
    DeterminerPronoun,
    Modal,
    Negation,
    /// A past tense that is hardly ever anything else: where it stands a clause has its verb.
    PastVerb,
    /// The clitic "'s": possessive, or a short "is" or "has".
    Possessive,
    Preposition,
    Pronoun,
    Subordinator,
    /// A question or relative word that is none of the above.
    WhWord,
}

/// What the lists say about one word form.
#[derive(Debug, Clone, Copy, Default)]
pub struct Word {
    pub function: Option<Function>,
    pub verb: Option<Verb>,
    pub reporting_noun: Option<Attitude>,
    pub reporting_adjective: Option<Attitude>,
    pub roles: EnumSet<Role>,
    /// Whether it can be a verb whose prefix stands elsewhere; see [`Words::joined`].
    pub may_be_split: bool,
}

/// All word forms, by their normal form.
#[derive(Debug, Default)]
pub struct Words {
    forms: FxHashMap<&'static str, Word>,
    /// Verbs whose prefix stands at the end of their clause, by the form that is left.
    split: FxHashMap<&'static str, Vec<SplitVerb>>,
}

/// A form of a verb without its prefix: "teilte", of "mitteilen".
#[derive(Debug, Clone, Copy)]
struct SplitVerb {
    prefix: &'static str,
    verb: Verb,
}

impl Words {
    #[inline(never)]
    pub fn load(lists: &Lists, verb_form: impl Fn(&str) -> VerbForm, problems: &mut Problems) -> Self {
        let mut words = Self::default();
        words.load_values(lists.function_words, problems, |word, class| word.function.replace(class).is_none());
        words.load_values(lists.roles, problems, |word, role| word.roles.insert(role));
        words.load_verbs(lists, verb_form, problems);
        words.load_values(lists.reporting_nouns, problems, |word, attitude| {
            word.reporting_noun.replace(attitude).is_none()
        });
        words.load_values(lists.reporting_adjectives, problems, |word, attitude| {
            word.reporting_adjective.replace(attitude).is_none()
        });
        words
    }

    /// Reads a list of `value | words`; `put` notes the value of a word, and says whether the word had none of its kind.
    fn load_values<T: FromStr + Copy>(
        &mut self,
        list: List,
        problems: &mut Problems,
        put: impl Fn(&mut Word, T) -> bool,
    ) {
        for row in list.rows::<2>(problems) {
            let Some(value) = row.value(0, problems) else { continue };
            for word in row.words(1, problems) {
                if !put(self.entry(word), value) {
                    row.report(problems, format!("has its value already: {word}"));
                }
            }
        }
    }

    #[inline(never)]
    fn load_verbs(&mut self, lists: &Lists, verb_form: impl Fn(&str) -> VerbForm, problems: &mut Problems) {
        for row in lists.reporting_verbs.rows::<5>(problems) {
            let (group, complements) = (row.value::<VerbGroup>(1, problems), row.value::<Complements>(2, problems));
            let (Some(group), Some(complements)) = (group, complements) else { continue };
            // The forms are in the order of a grammar, not of the alphabet.
            let others = row.columns[3].split(' ').filter(|word| *word != "-").map(|word| (word, verb_form(word)));
            for (word, form) in std::iter::once((row.columns[0], VerbForm::Base)).chain(others) {
                let prefix = row.columns[4].strip_suffix('-').filter(|prefix| !prefix.is_empty());
                let particles = if prefix.is_some() { "-" } else { row.columns[4] };
                let verb = Verb { group, complements, form, particles };
                if let Some(prefix) = prefix
                    && let Some(rest) = word.strip_prefix(prefix).filter(|_| form != VerbForm::Gerund)
                {
                    self.entry(rest).may_be_split = true;
                    self.split.entry(rest).or_default().push(SplitVerb { prefix, verb });
                }
                let known = self.entry(word).verb.replace(verb);
                if known.is_some_and(|known| known.group != group || known.complements != complements) {
                    row.report(problems, format!("the form of another verb already: {word}"));
                }
            }
        }
    }

    fn entry(&mut self, word: &'static str) -> &mut Word {
        self.forms.entry(word).or_default()
    }

    /// What the lists say about a normal form.
    pub fn find(&self, norm: &str) -> Word {
        self.forms.get(norm).copied().unwrap_or_default()
    }

    /// The verb that a form makes with a prefix further on: "teilte" with "mit".
    pub fn joined(&self, norm: &str, prefix: &str) -> Option<Verb> {
        self.split.get(norm)?.iter().find(|split| split.prefix == prefix).map(|split| split.verb)
    }
}
