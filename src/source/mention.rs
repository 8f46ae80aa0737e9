//! The people and organisations that a page names, wherever it names them, and every mention of each.
//!
//! Built once per page. A run of capitalised words is a name; a title, a given name, an age or an apposition makes
//! it a person, a word like "Committee" an organisation. Full names come first; surnames, first names and acronyms
//! are then linked to them, and left alone where two people could be meant.

use super::gender;
use super::name_run::{self, Run};
use crate::language::{Gender, Role};
use crate::text::Text;
use rustc_hash::FxHashMap;
use std::ops::Range;

/// Somebody or something with a name.
#[derive(Debug)]
pub struct Entity {
    pub kind: EntityKind,
    /// The fullest name on the page, without titles.
    pub name: Range<usize>,
    pub gender: Option<Gender>,
    pub age: Option<u32>,
    /// Whether it is a single name that several people on the page bear.
    pub ambiguous: bool,
    /// Numbers of its mentions, in the order of the text.
    pub mentions: Vec<usize>,
    /// How often the full name stands on the page.
    pub(super) full_mentions: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EntityKind {
    Person,
    Organisation,
    Place,
    /// A name that nothing tells more about.
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
    /// Roles by the noun that heads them, in the singular.
    pub roles: FxHashMap<&'t str, Vec<Description>>,
    /// Organisations by each word of their name, with and without a plural ending.
    pub bodies: FxHashMap<&'t str, Vec<usize>>,
    /// People by their age.
    pub ages: FxHashMap<u32, Vec<usize>>,
    /// For each token the mention that it belongs to.
    at: Vec<Option<usize>>,
}

impl<'t> Mentions<'t> {
    pub fn read(text: &'t Text) -> Self {
        let runs = name_run::find(text);
        let mut builder =
            Builder { text, found: Mentions::default(), full: FxHashMap::default(), short: FxHashMap::default() };
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

pub(super) struct Builder<'t> {
    pub(super) text: &'t Text<'t>,
    pub(super) found: Mentions<'t>,
    /// Entities by their full name, folded.
    full: FxHashMap<String, usize>,
    /// Entities by a word that may stand for their name.
    short: FxHashMap<&'t str, Vec<usize>>,
}

/// How many bearers of one name are told apart.
const NAMESAKES: usize = 16;

impl<'t> Builder<'t> {
    fn full_names(&mut self, runs: &[Run]) {
        // Longer names first, so that "Le Clair" finds "Craig Le Clair".
        let mut full: Vec<&Run> = runs.iter().filter(|run| run.is_full(self.text)).collect();
        full.sort_by_key(|run| std::cmp::Reverse(run.name.len()));
        for run in full {
            let key = self.folded(&run.name);
            let entity = match self.full.get(&key).copied().or_else(|| self.longer(run)) {
                Some(entity) => entity,
                None => {
                    let entity = self.add(run);
                    self.full.insert(key, entity);
                    self.add_short_forms(entity, run);
                    entity
                }
            };
            self.found.entities[entity].full_mentions += 1;
            self.mention(run, entity);
        }
    }

    /// The one person whose longer name ends like this one.
    fn longer(&self, run: &Run) -> Option<usize> {
        if !matches!(run.kind, EntityKind::Person | EntityKind::Unknown) {
            return None;
        }
        let ends_alike = |&&entity: &&usize| {
            let name = &self.found.entities[entity].name;
            let tail = name.end - run.name.len().min(name.len())..name.end;
            tail.map(|at| self.text.norm(at)).eq(run.name.clone().map(|at| self.text.norm(at)))
        };
        let candidates = self.short.get(self.text.norm(run.name.end - 1))?;
        let mut longer = candidates.iter().take(NAMESAKES).filter(ends_alike);
        let found = longer.next().copied();
        found.filter(|_| longer.next().is_none())
    }

    fn folded(&self, name: &Range<usize>) -> String {
        name.clone().map(|at| self.text.norm(at)).collect::<Vec<_>>().join(" ")
    }

    pub(super) fn add(&mut self, run: &Run) -> usize {
        self.found.entities.push(Entity {
            kind: run.kind,
            name: run.name.clone(),
            gender: run.gender,
            age: None,
            ambiguous: false,
            mentions: Vec::new(),
            full_mentions: 0,
        });
        self.found.entities.len() - 1
    }

    fn add_short_forms(&mut self, entity: usize, run: &Run) {
        let (first, last) = (run.name.start, run.name.end.saturating_sub(1));
        if first == last {
            return;
        }
        let mut words = vec![first];
        let generic = run.kind == EntityKind::Organisation;
        // The family name; before "Jr." and the like, the word before.
        let suffix = self.text.is(last, Role::NameSuffix);
        let family = if suffix { last - 1 } else { last };
        if !generic {
            words.push(family);
        }
        for word in words {
            let place = self.text.tag(word).name.is_place || self.text.tag(word).name.is_demonym;
            if generic && (place || self.text.tag(word).name.is_organisation_word) {
                continue;
            }
            let entities = self.short.entry(self.text.norm(word)).or_default();
            if entities.last() != Some(&entity) {
                entities.push(entity);
            }
        }
        // "Civil Aviation Authority of Nepal (CAAN)".
        let inner = last + 2;
        if self.text.is_mark(last + 1, &["("]) && self.text.is_mark(last + 3, &[")"]) && inner < self.text.tokens.len()
        {
            self.short.entry(self.text.norm(inner)).or_default().push(entity);
        }
    }

    /// Links single names; in the order of the text, since the nearest full name before decides.
    fn short_names(&mut self, runs: &[Run]) {
        for run in runs.iter().filter(|run| !run.is_full(self.text)) {
            let key = self.text.norm(run.name.start);
            let candidates = self.short.get(key).map(Vec::as_slice).unwrap_or_default();
            let entity = match (self.choose(candidates, run), self.full.get(key)) {
                (Some(entity), _) | (None, Some(&entity)) => entity,
                (None, None) => {
                    let shared = candidates.len() > 1;
                    let entity = self.add(run);
                    self.found.entities[entity].ambiguous = shared;
                    self.full.insert(key.to_owned(), entity);
                    entity
                }
            };
            self.mention(run, entity);
        }
    }

    /// Whom a single name means, if one candidate stands out.
    fn choose(&self, candidates: &[usize], run: &Run) -> Option<usize> {
        let entities = &self.found.entities;
        let fits: Vec<usize> = candidates
            .iter()
            .copied()
            .take(NAMESAKES)
            .filter(|&c| {
                let entity = &entities[c];
                let gender = run.gender.is_none() || entity.gender.is_none() || run.gender == entity.gender;
                let kind = match (run.kind, entity.kind) {
                    (EntityKind::Person, other) => other != EntityKind::Organisation,
                    (EntityKind::Organisation, other) => other != EntityKind::Person,
                    (EntityKind::Place, other) => other == EntityKind::Place,
                    (EntityKind::Unknown, _) => true,
                };
                gender && kind
            })
            .collect();
        // A family name outweighs a first name: "Scott" is Rick Scott before he is Scott Walker.
        let family: Vec<usize> = fits
            .iter()
            .copied()
            .filter(|&c| {
                entities[c].name.end.checked_sub(1).is_some_and(|l| self.text.norm(l) == self.text.norm(run.name.start))
            })
            .collect();
        let fits = if family.is_empty() { fits } else { family };
        match fits.as_slice() {
            [] => None,
            [only] => Some(*only),
            several => {
                let most = several.iter().copied().max_by_key(|&c| entities[c].full_mentions)?;
                let rivals = several.iter().filter(|&&c| c != most).map(|&c| entities[c].full_mentions).max()?;
                (entities[most].full_mentions >= 2 * rivals.max(1)).then_some(most)
            }
        }
    }

    fn mention(&mut self, run: &Run, entity: usize) {
        let known = &mut self.found.entities[entity];
        known.gender = known.gender.or(run.gender);
        if run.kind == EntityKind::Person && known.kind == EntityKind::Unknown {
            known.kind = EntityKind::Person;
        }
        if run.name.len() > known.name.len() {
            known.name = run.name.clone();
        }
        let titled = if run.title.is_empty() { run.name.start } else { run.title.start.min(run.name.start) };
        self.found.mentions.push(Mention { tokens: run.name.clone(), titled, entity });
        self.roles_of(run, entity);
    }

    fn finish(mut self) -> Mentions<'t> {
        self.found.mentions.sort_by_key(|m| m.tokens.start);
        self.found.at = vec![None; self.text.tokens.len()];
        for (number, mention) in self.found.mentions.iter().enumerate() {
            self.found.entities[mention.entity].mentions.push(number);
            for place in self.found.at.get_mut(mention.tokens.clone()).unwrap_or_default() {
                *place = Some(number);
            }
        }
        for (number, entity) in self.found.entities.iter_mut().enumerate() {
            if entity.kind == EntityKind::Organisation && entity.name.len() > 1 {
                for at in entity.name.clone() {
                    let norm = self.text.norm(at);
                    let stem = self.text.language.grammar.stem(norm);
                    for word in std::iter::once(norm).chain(Some(stem).filter(|stem| *stem != norm)) {
                        self.found.bodies.entry(word).or_default().push(number);
                    }
                }
            }
            if let Some(age) = entity.age {
                self.found.ages.entry(age).or_default().push(number);
            }
            let first = self.text.tag(entity.name.start).name;
            let given = || first.given.filter(|_| !first.is_family_first);
            entity.gender = entity.gender.or_else(given);
        }
        gender::read_off_pronouns(self.text, &mut self.found.entities, &self.found.mentions);
        self.found
    }
}
