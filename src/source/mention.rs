//! The people and organisations that a page names, wherever it names them, and every mention of each.
//!
//! Built once per page. A run of capitalised words is a name; a title, a given name, an age or an apposition makes
//! it a person, a word like "Committee" an organisation. Full names come first; surnames, first names and acronyms
//! are then linked to them, and left alone where two people could be meant.

use super::name_run::{self, Run};
use super::phrase::Phrase;
use crate::lexicon::{Gender, Lexicon, NounClass};
use crate::text::{Case, Kind, Text};
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
    /// Numbers of its mentions, in the order of the text.
    pub mentions: Vec<usize>,
    /// How often the full name stands on the page.
    full_mentions: usize,
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
pub struct Role {
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
    pub roles: FxHashMap<&'t str, Vec<Role>>,
    /// For each token the mention that it belongs to.
    at: Vec<Option<usize>>,
}

impl<'t> Mentions<'t> {
    pub fn read(text: &'t Text, lexicon: &'t Lexicon) -> Self {
        let runs = name_run::find(text, lexicon);
        let mut builder = Builder {
            text,
            lexicon,
            found: Mentions::default(),
            full: FxHashMap::default(),
            short: FxHashMap::default(),
        };
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

    pub fn is_person(&self, entity: usize) -> bool {
        matches!(self.entities.get(entity).map(|e| e.kind), Some(EntityKind::Person))
    }
}

struct Builder<'t> {
    text: &'t Text<'t>,
    lexicon: &'t Lexicon,
    found: Mentions<'t>,
    /// Entities by their full name, folded.
    full: FxHashMap<String, usize>,
    /// Entities by a word that may stand for their name.
    short: FxHashMap<&'t str, Vec<usize>>,
}

/// Forms of address and their nouns.
const TITLE_NOUNS: [(&str, &str); 17] = [
    ("sen", "senator"),
    ("rep", "congressman"),
    ("gov", "governor"),
    ("gen", "general"),
    ("prof", "professor"),
    ("dr", "doctor"),
    ("col", "colonel"),
    ("lt", "lieutenant"),
    ("sgt", "sergeant"),
    ("capt", "captain"),
    ("adm", "admiral"),
    ("maj", "major"),
    ("cmdr", "commander"),
    ("mp", "lawmaker"),
    ("supt", "superintendent"),
    ("advisor", "adviser"),
    ("insp", "inspector"),
];

impl<'t> Builder<'t> {
    fn full_names(&mut self, runs: &[Run]) {
        for run in runs.iter().filter(|run| run.is_full(self.text)) {
            let key = self.folded(&run.name);
            let entity = match self.full.get(&key) {
                Some(&entity) => entity,
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

    fn folded(&self, name: &Range<usize>) -> String {
        name.clone().map(|at| self.text.norm(at)).collect::<Vec<_>>().join(" ")
    }

    fn add(&mut self, run: &Run) -> usize {
        self.found.entities.push(Entity {
            kind: run.kind,
            name: run.name.clone(),
            gender: run.gender,
            age: None,
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
        let suffix = self.text.is(last, &["jr", "jr.", "sr", "sr.", "ii", "iii", "iv"]);
        let family = if suffix { last - 1 } else { last };
        if !generic {
            words.push(family);
        }
        for word in words {
            let place = self.lexicon.names.is_place(self.text.norm(word))
                || self.lexicon.names.is_demonym(self.text.norm(word));
            if generic && (place || self.lexicon.names.is_organisation_word(self.text.norm(word))) {
                continue;
            }
            let entities = self.short.entry(self.text.norm(word)).or_default();
            if !entities.contains(&entity) {
                entities.push(entity);
            }
        }
        // "Civil Aviation Authority of Nepal (CAAN)".
        let inner = last + 2;
        if self.text.is(last + 1, &["("]) && self.text.is(last + 3, &[")"]) && inner < self.text.tokens.len() {
            self.short.entry(self.text.norm(inner)).or_default().push(entity);
        }
    }

    /// "Nepal's civil aviation authority": a body with its owner's name, maybe written out elsewhere.
    fn bodies_in_lower_case(&mut self) {
        const REACH: usize = 6;
        const RIVALS: usize = 32;
        let text = self.text;
        let mut bodies: Vec<Range<usize>> = Vec::new();
        for head in 0..text.tokens.len() {
            let noun = text.tokens[head].case == Case::Lower
                && self
                    .lexicon
                    .nouns
                    .find(text.norm(head))
                    .is_some_and(|n| n.class == NounClass::Institution && !n.plural);
            let block = text.tokens[head].block;
            let owner = (head.saturating_sub(REACH)..head)
                .rev()
                .take_while(|&at| {
                    text.tokens[at].block == block
                        && (text.tokens[at].case == Case::Lower && text.tokens[at].kind == Kind::Word)
                })
                .take_while(|&at| {
                    !text.is(
                        at,
                        &["of", "on", "in", "at", "for", "to", "the", "a", "an", "by", "with", "from", "and", "that"],
                    )
                })
                .find(|&at| text.is(at, &["'s"]))
                .and_then(|clitic| clitic.checked_sub(1))
                .filter(|&o| noun && text.tokens[o].block == block && text.tokens[o].case != Case::Lower);
            // "China's commerce ministry", but "China's ministry" says too little.
            if let Some(owner) = owner.filter(|o| head > o + 2) {
                bodies.push(owner..head + 1);
            }
        }
        bodies.sort_by_key(|b| std::cmp::Reverse(b.len()));
        let mut by_noun: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
        for (number, entity) in
            self.found.entities.iter().enumerate().filter(|(_, e)| e.kind == EntityKind::Organisation)
        {
            for at in entity.name.clone() {
                by_noun.entry(text.norm(at)).or_default().push(number);
            }
        }
        for body in bodies {
            let words =
                |range: &Range<usize>| range.clone().map(|at| text.norm(at)).filter(|w| *w != "'s").collect::<Vec<_>>();
            let own = words(&body);
            let noun = text.norm(body.end - 1);
            let known = by_noun.get(noun).and_then(|entities| {
                entities.iter().take(RIVALS).copied().find(|&e| {
                    let full = words(&self.found.entities[e].name);
                    own.iter().all(|w| full.contains(w))
                })
            });
            let run =
                Run { name: body.clone(), title: body.start..body.start, kind: EntityKind::Organisation, gender: None };
            let entity = known.unwrap_or_else(|| {
                let entity = self.add(&run);
                by_noun.entry(noun).or_default().push(entity);
                entity
            });
            let known = &mut self.found.entities[entity];
            known.full_mentions += 1;
            self.found.mentions.push(Mention { titled: body.start, tokens: body, entity });
        }
    }

    /// Links single names; in the order of the text, since the nearest full name before decides.
    fn short_names(&mut self, runs: &[Run]) {
        for run in runs.iter().filter(|run| !run.is_full(self.text)) {
            let key = self.text.norm(run.name.start);
            let linked = self.short.get(key).and_then(|candidates| self.choose(candidates, run));
            let entity = match linked {
                Some(entity) => entity,
                None => match self.full.get(key) {
                    Some(&entity) => entity,
                    None => {
                        let entity = self.add(run);
                        self.full.insert(key.to_owned(), entity);
                        entity
                    }
                },
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
            .filter(|&c| {
                let entity = &entities[c];
                let gender = run.gender.is_none() || entity.gender.is_none() || run.gender == entity.gender;
                let kind = !(run.kind == EntityKind::Person && entity.kind == EntityKind::Organisation)
                    && !(run.kind == EntityKind::Place && entity.kind != EntityKind::Place)
                    && !(run.kind == EntityKind::Organisation && entity.kind == EntityKind::Person);
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

    /// Records titles before, appositions after, and ages.
    fn roles_of(&mut self, run: &Run, entity: usize) {
        if self.found.entities[entity].kind == EntityKind::Place {
            return;
        }
        if !run.title.is_empty() {
            self.add_role(entity, run.title.clone());
        }
        self.role_before(run, entity);
        let after = run.name.end;
        let in_block = |at: usize| {
            at < self.text.tokens.len() && self.text.tokens[at].block == self.text.tokens[run.name.start].block
        };
        if !in_block(after + 1) {
            return;
        }
        let comma = self.text.is(after, &[","]);
        let mut start = after + 1;
        if comma && self.text.tokens[after + 1].kind == Kind::Number {
            if let Ok(age) = self.text.norm(after + 1).parse::<u32>()
                && (1..=120).contains(&age)
            {
                let known = &mut self.found.entities[entity];
                known.age = Some(age);
                if known.kind == EntityKind::Unknown {
                    known.kind = EntityKind::Person;
                }
            }
            start = after + 3;
        }
        let copula = self.text.is(after, &["is", "was"]) && self.text.is(after + 1, &["a", "an", "the"]);
        let relative = comma
            && self.text.is(after + 1, &["who"])
            && self.text.is(after + 2, &["is", "was", "heads", "leads", "chairs"]);
        if relative {
            start = after + 3;
        }
        if !comma && !copula {
            return;
        }
        let end = (start..self.text.tokens.len().min(start + APPOSITION))
            .find(|&at| {
                !in_block(at)
                    || self.text.is(at, &[",", ".", ";", "said", "says", "told", "(", ")"])
                    || self.text.tokens[at].kind == Kind::DoubleQuote
            })
            .unwrap_or(start);
        if start >= end {
            return;
        }
        let phrase = Phrase::read(self.text, self.lexicon, start..end);
        let person = is_person(&phrase, self.text, self.lexicon);
        let body = phrase.is_a(&[NounClass::Institution]);
        if person && !phrase.plural || body && self.found.entities[entity].kind != EntityKind::Person {
            if person && self.found.entities[entity].kind == EntityKind::Unknown {
                self.found.entities[entity].kind = EntityKind::Person;
            }
            self.add_role(entity, phrase.core.start..end);
            let known = self.text.norm(phrase.head);
            if known != self.text.norm(end - 1) {
                self.index_role(known, entity, phrase.core.start..end);
            }
        }
    }

    /// "Her former lawyer, Ann Ek,": a description that a comma parts from the name.
    fn role_before(&mut self, run: &Run, entity: usize) {
        const REACH: usize = 14;
        let name = if run.title.is_empty() { run.name.start } else { run.title.start };
        let Some(comma) = name.checked_sub(1).filter(|&c| self.text.is(c, &[","])) else { return };
        if !self.text.is(run.name.end, &[",", "said", "says", "told", ".", "—"]) {
            return;
        }
        let first = self.text.sentence_of(comma).tokens.start.max(comma.saturating_sub(REACH));
        let words =
            (first..comma).rev().take_while(|&at| matches!(self.text.tokens[at].kind, Kind::Word | Kind::Number));
        let found = words
            .filter(|&at| self.text.is(at, &["a", "an", "the", "his", "her", "their", "its", "'s", "one"]))
            .map(|at| Phrase::read(self.text, self.lexicon, at + usize::from(self.text.is(at, &["'s"]))..comma))
            .find(|p| p.noun.is_some_and(|n| n.class != NounClass::Institution || n.plural) || p.rest.is_empty());
        if let Some(phrase) = found.filter(|p| is_person(p, self.text, self.lexicon) && !p.plural) {
            self.index_role(self.text.norm(phrase.head), entity, phrase.core.start..comma);
            let known = &mut self.found.entities[entity];
            if known.kind == EntityKind::Unknown {
                known.kind = EntityKind::Person;
            }
        }
    }

    fn add_role(&mut self, entity: usize, words: Range<usize>) {
        let gender = words.clone().find_map(|at| self.lexicon.names.title(self.text.norm(at)).flatten());
        if let Some(last) = words.end.checked_sub(1).filter(|&l| l >= words.start) {
            self.index_role(self.text.norm(last), entity, words);
        }
        let known = &mut self.found.entities[entity];
        known.gender = known.gender.or(gender);
    }

    fn index_role(&mut self, head: &'t str, entity: usize, words: Range<usize>) {
        let bare = head.strip_suffix('.').unwrap_or(head);
        let noun = TITLE_NOUNS.iter().find(|(title, _)| *title == bare).map(|(_, noun)| *noun);
        let singular = noun.or_else(|| self.lexicon.nouns.find(bare).map(|n| n.singular)).unwrap_or(bare);
        self.found.roles.entry(singular).or_default().push(Role { entity, words });
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
        for entity in &mut self.found.entities {
            let first = self.text.norm(entity.name.start);
            let given = || self.lexicon.names.given_name(first).filter(|_| !self.lexicon.names.is_family_first(first));
            entity.gender = entity.gender.or_else(given);
        }
        self.found
    }
}

/// The longest apposition that is read for a role, in tokens.
const APPOSITION: usize = 14;

/// Whether a phrase describes a person.
fn is_person(phrase: &Phrase, text: &Text, lexicon: &Lexicon) -> bool {
    phrase.is_a(&[
        NounClass::Insider,
        NounClass::Spokesperson,
        NounClass::Person,
        NounClass::Expert,
        NounClass::Politician,
        NounClass::Office,
        NounClass::Crowd,
    ]) || lexicon.names.title(text.norm(phrase.head)).is_some()
}
