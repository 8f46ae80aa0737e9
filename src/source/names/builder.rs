//! Building the names of a page: which runs are one and the same name.

use super::run::Run;
use super::{Entity, EntityKind, Mention, Mentions, gender};
use crate::language::{NounClass, Role, Seat};
use crate::noun_phrase::Phrases;
use crate::order::sort_by_number;
use crate::text::{Case, Text};
use rustc_hash::{FxHashMap, FxHashSet};
use std::ops::Range;

pub struct Builder<'t> {
    pub text: &'t Text<'t>,
    pub phrases: Phrases<'t, 't>,
    pub found: Mentions<'t>,
    /// Entities by their full name, folded.
    full: FxHashMap<String, usize>,
    /// The first people and bodies of the page by their full name without its spaces, where the page names accounts.
    accounts: Vec<(String, usize)>,
    /// Entities by a word that may stand for their name.
    pub short: FxHashMap<&'t str, Vec<usize>>,
    /// The last words of all names, as the page writes them.
    last_words: FxHashSet<&'t str>,
    /// Where names of one word stand first below the headline.
    alone: FxHashMap<&'t str, usize>,
    /// Bodies by the first letters of their name, in lower case: "who" for "World Health Organization".
    initials: FxHashMap<String, Vec<usize>>,
}

/// The fewest letters of a word for bodies that is cut short.
const SHORTEST_CUT: usize = 3;

/// How many of the page's names an account, or the short name of a newspaper, is compared with.
const COMPARED: usize = 128;

/// How many people with the same name are compared.
const NAMESAKES: usize = 16;

impl<'t> Builder<'t> {
    pub fn new(text: &'t Text<'t>, phrases: Phrases<'t, 't>) -> Self {
        Self {
            text,
            phrases,
            found: Mentions::default(),
            full: FxHashMap::default(),
            accounts: Vec::new(),
            short: FxHashMap::default(),
            last_words: FxHashSet::default(),
            alone: FxHashMap::default(),
            initials: FxHashMap::default(),
        }
    }

    /// Adds the names that can stand for themselves, longer ones first, so that "Le Clair" finds "Craig Le Clair".
    #[inline(never)]
    pub fn full_names(&mut self, runs: &[Run]) {
        self.last_words = runs.iter().map(|run| self.text.norm(run.name.end - 1)).collect();
        for run in runs.iter().filter(|run| run.name.len() == 1) {
            let at = run.name.start;
            if !self.text.blocks[self.text.tokens[at].block].headline && self.text.tokens[at].block > 0 {
                self.alone.entry(self.form(at)).or_insert(at);
            }
        }
        let mut full: Vec<&Run> = runs.iter().filter(|run| run.is_full(self.text)).collect();
        sort_by_number(&mut full, |run| usize::MAX - run.name.len());
        for run in full {
            let key = self.folded(&run.name);
            let entity = match self.full.get(&key).copied().or_else(|| self.longer(run)) {
                Some(entity) => entity,
                None => {
                    let entity = self.add(run);
                    self.full.insert(key, entity);
                    let firm = self.without_legal_form(&run.name);
                    if firm.len() > 1 {
                        self.full.entry(self.folded(&firm)).or_insert(entity);
                    }
                    self.add_short_forms(entity, run);
                    entity
                }
            };
            self.mention(run, entity);
        }
    }

    /// "Ek Harbour | and Co Ltd".
    fn without_legal_form(&self, name: &Range<usize>) -> Range<usize> {
        let is_form = |&at: &usize| self.text.is(at, Role::CompanySuffix | Role::Partners | Role::Coordinator);
        name.start..name.end - name.clone().rev().take_while(is_form).count()
    }

    /// The one person whose longer name ends like this one.
    fn longer(&self, run: &Run) -> Option<usize> {
        if !matches!(run.kind, EntityKind::Person | EntityKind::Unknown) {
            return None;
        }
        let ends_alike = |&&entity: &&usize| {
            let name = &self.found.entities[entity].name;
            let tail = name.end - run.name.len().min(name.len())..name.end;
            // "Ann Lund Ek" is "Ann Ek" as well.
            let same = |one: usize, other: usize| self.form(one) == self.form(other);
            let middle =
                run.name.len() == 2 && same(name.start, run.name.start) && same(name.end - 1, run.name.end - 1);
            middle || tail.map(|at| self.form(at)).eq(run.name.clone().map(|at| self.form(at)))
        };
        let candidates = self.short.get(self.form(run.name.end - 1))?.iter();
        let candidates = candidates.filter(|&&entity| self.found.entities[entity].kind != EntityKind::Organisation);
        only(candidates.take(NAMESAKES).filter(ends_alike).copied())
    }

    fn folded(&self, name: &Range<usize>) -> String {
        name.clone().map(|at| self.form(at)).collect::<Vec<_>>().join(" ")
    }

    /// A word of a name, without the ending of the genitive where the page also writes it without: "Eks" beside "Ek".
    fn form(&self, at: usize) -> &'t str {
        let norm = self.text.norm(at);
        let base = self.text.language.grammar.without_genitive(norm);
        if base != norm && self.last_words.contains(base) { base } else { norm }
    }

    pub fn add(&mut self, run: &Run) -> usize {
        self.found.entities.push(Entity {
            kind: run.kind,
            name: run.name.clone(),
            is_genitive: false,
            gender: run.gender,
            age: None,
            seat: Seat::default(),
            namesakes: Vec::new(),
            mentions: Vec::new(),
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
        // "Attiya" beside "Khalid al-Attiya".
        let after_particle = |word: usize| {
            let (particle, rest) = self.text.norm(word).split_once('-')?;
            self.text.language.tag(particle).is(Role::NameParticle).then_some(rest)
        };
        if let Some(rest) = after_particle(family).filter(|_| !generic) {
            self.short.entry(rest).or_default().push(entity);
        }
        for word in words {
            let place = self.text.tag(word).name.is_place || self.text.tag(word).name.is_demonym;
            if generic && (place || self.text.tag(word).name.is_organisation_word) {
                continue;
            }
            // "The Government" is not short for "Government Meeting".
            let is_body = self.text.tag(word).is_noun(NounClass::Institution);
            if is_body && word == first && run.kind != EntityKind::Person {
                continue;
            }
            // "Ann" is no short form of the "Ann Ek Foundation".
            let is_given = generic && self.text.tag(first).name.given.is_some();
            if word == first && run.kind != EntityKind::Person && (is_given || self.stands_before(run)) {
                continue;
            }
            let entities = self.short.entry(self.form(word)).or_default();
            if entities.last() != Some(&entity) {
                entities.push(entity);
            }
        }
        if run.kind != EntityKind::Person && run.kind != EntityKind::Place {
            let capitals = run.name.clone().filter(|&at| self.text.tokens[at].case != Case::Lower);
            let letter = |at: usize| self.text.norm(at).chars().next();
            let initials: String = capitals.filter_map(letter).collect();
            // "MoD" for "Ministry of Defence".
            let all: String = run.name.clone().filter_map(letter).collect();
            if all != initials {
                self.initials.entry(all).or_default().push(entity);
            }
            self.initials.entry(initials).or_default().push(entity);
        }
        // "Civil Aviation Authority of Nepal (CAAN)".
        let inner = last + 2;
        if self.text.is_mark(last + 1, &["("]) && self.text.is_mark(last + 3, &[")"]) && inner < self.text.tokens.len()
        {
            self.short.entry(self.text.norm(inner)).or_default().push(entity);
        }
    }

    /// "Ek" of a page that speaks of Ek before it comes to the "Ek Train": whether the first word, no given name, is a name by itself.
    fn stands_before(&self, run: &Run) -> bool {
        let alone = self.alone.get(self.form(run.name.start)).is_some_and(|&first| first < run.name.start);
        alone && self.text.tag(run.name.start).name.given.is_none()
    }

    /// Links single names; in the order of the text, since the nearest full name before decides.
    #[inline(never)]
    pub fn short_names(&mut self, runs: &[Run]) {
        if runs.iter().any(|run| self.text.word(run.name.start).starts_with('@')) {
            self.accounts = self.names_without_spaces();
        }
        for run in runs.iter().filter(|run| !run.is_full(self.text)) {
            let key = self.form(run.name.start);
            let candidates = self.short.get(key).map(Vec::as_slice).unwrap_or_default();
            let chosen = self.newspaper(run).or_else(|| self.choose(candidates, run));
            let chosen = chosen.or_else(|| self.full.get(key).copied());
            let chosen = chosen.or_else(|| self.abbreviated(run)).or_else(|| self.cut_short(run));
            let entity = match chosen.or_else(|| self.account(key)) {
                Some(entity) => entity,
                None => {
                    let is_shared = candidates.len() > 1 && !self.starts_bodies(run, candidates);
                    let namesakes =
                        if is_shared { candidates.iter().copied().take(NAMESAKES).collect() } else { Vec::new() };
                    let entity = self.add(run);
                    self.found.entities[entity].namesakes = namesakes;
                    self.full.insert(key.to_owned(), entity);
                    entity
                }
            };
            self.mention(run, entity);
        }
    }

    /// "Ek" beside "Ek Europe" and "Ek Games", of which nobody is a person: what they begin with is a name of its own.
    fn starts_bodies(&self, run: &Run, candidates: &[usize]) -> bool {
        let starts = |&candidate: &usize| {
            let entity = &self.found.entities[candidate];
            entity.kind != EntityKind::Person && self.form(entity.name.start) == self.form(run.name.start)
        };
        let given = self.text.tag(run.name.start).name.given.is_some();
        run.kind != EntityKind::Person && !given && candidates.iter().all(starts)
    }

    /// "@annek" and "@realAnnEk" are "Ann Ek".
    fn account(&self, key: &str) -> Option<usize> {
        let account = key.strip_prefix('@')?;
        self.accounts.iter().find(|(name, _)| account.contains(name.as_str())).map(|(_, entity)| *entity)
    }

    fn names_without_spaces(&self) -> Vec<(String, usize)> {
        let entities = self.found.entities.iter().enumerate().take(COMPARED);
        let whole = entities.filter(|(_, entity)| entity.name.len() > 1);
        whole.map(|(number, entity)| (self.folded(&entity.name).replace([' ', '.'], ""), number)).collect()
    }

    /// "The Post": the one newspaper whose longer name ends so.
    fn newspaper(&self, run: &Run) -> Option<usize> {
        let at = run.name.start;
        let is_called = |entity: &Entity| {
            let last = entity.name.end - 1;
            entity.kind == EntityKind::Organisation && entity.name.len() > 1 && self.form(last) == self.form(at)
        };
        let article = at.checked_sub(1).is_some_and(|before| self.text.is(before, Role::DefiniteArticle));
        if !article || !self.text.is(at, Role::NewspaperName) {
            return None;
        }
        let entities = self.found.entities.iter().enumerate().take(COMPARED);
        only(entities.filter(|(_, entity)| is_called(entity)).map(|(number, _)| number))
    }

    /// The one body whose initials an acronym is.
    fn abbreviated(&self, run: &Run) -> Option<usize> {
        let is_acronym = matches!(self.text.tokens[run.name.start].case, Case::Upper | Case::Mixed);
        let bodies = self.initials.get(self.text.norm(run.name.start)).filter(|_| is_acronym)?;
        if let [body] = bodies.as_slice() { Some(*body) } else { None }
    }

    /// The one body whose name begins with a word that stands for it: "Fed" for "Federal Reserve".
    fn cut_short(&self, run: &Run) -> Option<usize> {
        let norm = self.text.norm(run.name.start);
        let tag = self.text.tag(run.name.start);
        if !tag.name.is_organisation_word || tag.noun.is_some() || norm.len() < SHORTEST_CUT {
            return None;
        }
        let is_cut = |entity: &Entity| {
            let first = self.text.norm(entity.name.start);
            entity.kind == EntityKind::Organisation && first.len() > norm.len() && first.starts_with(norm)
        };
        let entities = self.found.entities.iter().enumerate().take(COMPARED);
        only(entities.filter(|(_, entity)| is_cut(entity)).map(|(number, _)| number))
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
        // "Mr. Lou" of a page that names one Lou Jiwei: the family name stands first, whatever gender "Lou" seems to have.
        if let ([], [only]) = (fits.as_slice(), candidates) {
            let is_family = self.text.norm(entities[*only].name.start) == self.text.norm(run.name.start);
            let titled = run.kind == EntityKind::Person && !run.title.is_empty();
            let person = matches!(entities[*only].kind, EntityKind::Person | EntityKind::Unknown);
            return Some(*only).filter(|_| is_family && titled && person);
        }
        // A family name outweighs a first name: "Scott" is Rick Scott before he is Scott Walker.
        let family: Vec<usize> = fits
            .iter()
            .copied()
            .filter(|&c| entities[c].name.end.checked_sub(1).is_some_and(|l| self.form(l) == self.form(run.name.start)))
            .collect();
        let fits = if family.is_empty() { fits } else { family };
        // "Playing Ek" at the start of a sentence is no rival of "Ann Ek".
        let is_sure = |&&fit: &&usize| {
            let entity = &entities[fit];
            entity.kind != EntityKind::Unknown || !self.text.opens_sentence(entity.name.start)
        };
        let sure: Vec<usize> = fits.iter().filter(is_sure).copied().collect();
        match (fits.as_slice(), sure.as_slice()) {
            ([only], _) | (_, [only]) => Some(*only),
            _ => None,
        }
    }

    fn mention(&mut self, run: &Run, entity: usize) {
        let known = &mut self.found.entities[entity];
        known.gender = known.gender.or(run.gender);
        if run.kind == EntityKind::Person && known.kind == EntityKind::Unknown {
            known.kind = EntityKind::Person;
        }
        // An acronym stands for a body.
        if run.kind == EntityKind::Organisation && run.name.len() == 1 && known.kind == EntityKind::Unknown {
            known.kind = EntityKind::Organisation;
        }
        let ends = |name: &Range<usize>| self.text.span(&(name.end - 1..name.end)).len();
        let is_fuller = run.name.len() > known.name.len();
        if is_fuller || run.name.len() == known.name.len() && ends(&run.name) < ends(&known.name) {
            known.name = run.name.clone();
        }
        let titled = if run.title.is_empty() { run.name.start } else { run.title.start.min(run.name.start) };
        self.found.mentions.push(Mention { tokens: run.name.clone(), titled, entity });
        self.describe(run, entity);
    }

    /// The names with their indexes, and with the genders that given names and pronouns imply.
    #[inline(never)]
    pub fn finish(mut self) -> Mentions<'t> {
        sort_by_number(&mut self.found.mentions, |m| m.tokens.start);
        self.found.at = vec![None; self.text.tokens.len()];
        for (number, mention) in self.found.mentions.iter().enumerate() {
            self.found.entities[mention.entity].mentions.push(number);
            for place in self.found.at.get_mut(mention.tokens.clone()).unwrap_or_default() {
                *place = Some(number);
            }
        }
        for number in 0..self.found.entities.len() {
            let last = self.found.entities[number].name.end - 1;
            self.found.entities[number].is_genitive = self.form(last) != self.text.norm(last);
        }
        self.index_entities();
        gender::read_off_pronouns(self.text, &mut self.found.entities, &self.found.mentions);
        self.found
    }

    /// Finds bodies by their words and people by their age, and gives people the gender of their given name.
    fn index_entities(&mut self) {
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
    }
}

/// The one entity that was found, where it is the only one.
fn only(mut found: impl Iterator<Item = usize>) -> Option<usize> {
    let first = found.next();
    first.filter(|_| found.next().is_none())
}
