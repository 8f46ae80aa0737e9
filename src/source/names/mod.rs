//! The people and organisations that a page names, wherever it names them, and every mention of each.
//!
//! Built once per page. A run of capitalised words is a name ([`run`]); a title, a given name, an age or an apposition
//! ([`description`]) makes it a person, a word like "Committee" an organisation. Full names come first; surnames, first
//! names and acronyms are then linked to them ([`builder`]), and left alone where two people could be meant.

mod builder;
mod description;
mod gender;
mod lower_case;
mod run;
pub mod seat;

use crate::language::{Gender, Seat};
use crate::noun_phrase::Phrases;
use crate::text::Text;
use builder::Builder;
pub use run::is_title_case;
use rustc_hash::FxHashMap;
use std::ops::Range;

/// Somebody or something with a name.
#[derive(Debug)]
pub struct Entity {
    pub kind: EntityKind,
    /// The fullest name on the page, without titles.
    pub name: Range<usize>,
    /// Whether that stands in the genitive, while the page also writes its last word without: "Ann Eks", "Ek".
    pub is_genitive: bool,
    pub gender: Option<Gender>,
    pub age: Option<u32>,
    /// The party and the state of a politician.
    pub seat: Seat,
    /// Those who share it, where it is a single name that several people on the page have.
    pub namesakes: Vec<usize>,
    /// Numbers of its mentions, in the order of the text.
    pub mentions: Vec<usize>,
}

impl Entity {
    /// Whether it is a single name that several people on the page have.
    pub fn is_ambiguous(&self) -> bool {
        !self.namesakes.is_empty()
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EntityKind {
    Person,
    Organisation,
    Place,
    /// A name of which nothing more is known.
    Unknown,
}

/// One place where an entity is named.
#[derive(Debug)]
pub struct Mention {
    /// The name alone, without titles.
    pub tokens: Range<usize>,
    /// Where the titles before it start.
    pub titled: usize,
    pub entity: usize,
}

/// A description that stands beside a name: "South Korean defence minister".
#[derive(Debug)]
pub struct Description {
    pub entity: usize,
    pub words: Range<usize>,
}

/// All names of a page.
#[derive(Debug, Default)]
pub struct Mentions<'t> {
    pub entities: Vec<Entity>,
    /// In the order of the text.
    pub mentions: Vec<Mention>,
    /// Descriptions by the noun that heads them, in the singular.
    pub descriptions: FxHashMap<&'t str, Vec<Description>>,
    /// Organisations by each word of their name, with and without a plural ending.
    pub bodies: FxHashMap<&'t str, Vec<usize>>,
    /// People by their age.
    pub ages: FxHashMap<u32, Vec<usize>>,
    /// For each token the mention that it belongs to.
    at: Vec<Option<usize>>,
}

impl<'t> Mentions<'t> {
    pub fn read(text: &'t Text, phrases: Phrases<'t, 't>) -> Self {
        let runs = run::find(text);
        let mut builder = Builder::new(text, phrases);
        builder.full_names(&runs);
        builder.bodies_in_lower_case();
        builder.short_names(&runs);
        builder.finish()
    }

    /// The mention that a token belongs to.
    pub fn at(&self, token: usize) -> Option<&Mention> {
        self.mentions.get((*self.at.get(token)?)?)
    }

    /// The mentions inside a range of tokens.
    pub fn within(&self, range: &Range<usize>) -> &[Mention] {
        let start = self.mentions.partition_point(|m| m.tokens.start < range.start);
        let end = self.mentions.partition_point(|m| m.tokens.start < range.end);
        self.mentions.get(start..end.max(start)).unwrap_or_default()
    }

    /// Where an entity is named first.
    pub fn first(&self, entity: usize) -> Option<&Mention> {
        self.mentions.get(*self.entities.get(entity)?.mentions.first()?)
    }

    /// An entity's last mention that starts before a token.
    pub fn last_before(&self, entity: usize, token: usize) -> Option<&Mention> {
        let mentions = &self.entities.get(entity)?.mentions;
        let after = mentions.partition_point(|&m| self.mentions[m].tokens.start < token);
        self.mentions.get(*mentions.get(after.checked_sub(1)?)?)
    }

    pub fn is_organisation(&self, entity: usize) -> bool {
        matches!(self.entities.get(entity).map(|e| e.kind), Some(EntityKind::Organisation))
    }

    pub fn is_person(&self, entity: usize) -> bool {
        matches!(self.entities.get(entity).map(|e| e.kind), Some(EntityKind::Person))
    }
}
