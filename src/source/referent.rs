//! Who a source is, as far as the page says.

use crate::analysis::Identity;
use crate::noun_phrase::Phrase;
use std::ops::Range;

/// What is known of one relation's source once it is resolved.
#[derive(Debug, Clone, PartialEq)]
pub struct Referent {
    pub identity: Identity,
    /// The names it stands for; several for "A and B".
    pub who: Vec<Who>,
    /// Mentions that lead from the source to the name, the nearest first.
    pub chain: Vec<Range<usize>>,
    /// The noun that heads the source, in the singular, for later "the official".
    pub noun: Option<&'static str>,
    pub plural: bool,
    /// Whether a personal pronoun (he, she) can go back to it.
    pub personal: bool,
    /// Whether the name stands in the source's own words.
    pub is_spelled: bool,
    /// Whether the page keeps the name back, so that no name of the page is theirs.
    pub is_withheld: bool,
    /// How likely it is that the names are the right ones, from 0 to 1.
    pub likelihood: f32,
    /// The phrase that was read, where the source is one.
    pub phrase: Option<Phrase>,
}

/// A name: an entity of the page, or words that name a body in lower case ("China's commerce ministry").
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Who {
    Entity(usize),
    Words(Range<usize>),
}

/// How many mentions a chain keeps: a chain of many pronouns still leads to the name.
const CHAIN: usize = 8;

impl Referent {
    pub fn new(identity: Identity) -> Self {
        Self {
            identity,
            who: Vec::new(),
            chain: Vec::new(),
            noun: None,
            plural: false,
            personal: false,
            is_spelled: false,
            is_withheld: false,
            likelihood: 1.0,
            phrase: None,
        }
    }

    pub fn of(who: Who) -> Self {
        Self { who: vec![who], ..Self::new(Identity::Named) }
    }

    /// The same for a pronoun or repeated noun that refers to it, with the antecedent in its chain.
    pub fn again(&self, antecedent: Range<usize>) -> Self {
        let mut chain = vec![antecedent];
        chain.extend(self.chain.iter().take(CHAIN - 1).cloned());
        Self { chain, is_spelled: false, ..self.clone() }
    }
}
