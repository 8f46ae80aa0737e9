//! Tags: what is known about a token's word, looked up once and asked by every later stage.

use super::{Function, Gender, Language, Noun, NounClass, Role, Verb};
use crate::analysis::Attitude;
use enumset::EnumSet;
use rustc_hash::FxHashMap;

/// What is known about a word form, context not yet considered.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Tag {
    /// The closed class it belongs to, if any.
    pub function: Option<Function>,
    /// The reporting verb that it is a form of, if any.
    pub verb: Option<Verb>,
    /// The attitude of a noun that introduces a content ("claim", "fear").
    pub reporting_noun: Option<Attitude>,
    /// The attitude of an adjective that does so after "be" ("confident").
    pub reporting_adjective: Option<Attitude>,
    /// The noun that it is a form of, among those that head a source.
    pub noun: Option<Noun>,
    pub name: NameTag,
    /// The number of its ending among those that tell what kind of word it is ("-ing", "-ed"); 0 for none.
    pub ending: u8,
    /// Whether it can be a verb whose prefix stands at the end of its clause.
    pub may_be_split: bool,
    /// Whether a pattern of several words can start with it.
    pub opens_pattern: bool,
    /// What it does for the rules, by the lists and by its spelling.
    pub roles: EnumSet<Role>,
}

/// What is known about a word as a part of a name.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct NameTag {
    /// The gender that it tells as a given name.
    pub given: Option<Gender>,
    /// Whether it stands before names as a title, and the gender that it then tells.
    pub is_title: bool,
    pub title_gender: Option<Gender>,
    /// The noun that a title shortens: "senator" for "sen".
    pub title_noun: Option<&'static str>,
    /// A country, a capital or another place.
    pub is_place: bool,
    /// An adjective of a nation, region, faith or party.
    pub is_demonym: bool,
    /// Such an adjective, or the plural of one: "Americans".
    pub is_people: bool,
    /// Whether it makes a capitalised name the name of an organisation.
    pub is_organisation_word: bool,
    /// No name by itself, where it has a capital: a noun in a language that capitalises nouns, else a word that opens a sentence.
    pub is_common_word: bool,
    /// A family name that stands before the given name in its language.
    pub is_family_first: bool,
}

impl Tag {
    /// Whether it plays one of some roles.
    pub fn is(&self, roles: impl Into<EnumSet<Role>>) -> bool {
        !self.roles.is_disjoint(roles.into())
    }

    /// Whether its noun is of a class.
    pub fn is_noun(&self, class: NounClass) -> bool {
        self.noun.is_some_and(|noun| noun.class == class)
    }
}

/// The tags of one text's words; each word form is looked up once.
#[derive(Debug)]
pub struct Tags<'l> {
    pub language: &'l Language,
    /// Numbers of tags by normal form.
    known: FxHashMap<Box<str>, u32>,
    /// The number of the tag of a possessive clitic where it is a short verb ("it's").
    shortened: Option<u32>,
    /// The number of the tag of a verb's prefix that stands apart from it.
    prefix: Option<u32>,
    tags: Vec<Tag>,
}

/// The number of the tag of what is no word.
pub const NOTHING: u32 = 0;

impl<'l> Tags<'l> {
    pub fn new(language: &'l Language) -> Self {
        Self { language, known: FxHashMap::default(), shortened: None, prefix: None, tags: vec![Tag::default()] }
    }

    /// The number of the tag of a word, given as it stands on the page, in its normal form, and the number of the tag
    /// before it.
    pub fn number(&mut self, word: &str, norm: &str, before: Option<u32>) -> u32 {
        let number = self.looked_up(word, norm);
        let tag = self.tags[number as usize];
        let shortens = |before: u32| self.tags[before as usize].is(Role::BeforeShortenedVerb);
        if tag.function != Some(Function::Possessive) || !before.is_some_and(shortens) {
            return number;
        }
        *self.shortened.get_or_insert_with(|| {
            self.tags.push(Tag { function: Some(Function::Auxiliary), ..tag });
            self.tags.len() as u32 - 1
        })
    }

    /// The number of a tag that is another one but for the verb.
    pub fn number_with_verb(&mut self, number: u32, verb: Verb) -> u32 {
        self.tags.push(Tag { verb: Some(verb), ..*self.get(number) });
        self.tags.len() as u32 - 1
    }

    /// The number of the tag of a verb's prefix that stands apart from it.
    pub fn number_of_prefix(&mut self) -> u32 {
        *self.prefix.get_or_insert_with(|| {
            self.tags.push(Tag { roles: Role::VerbPrefix.into(), ..Tag::default() });
            self.tags.len() as u32 - 1
        })
    }

    fn looked_up(&mut self, word: &str, norm: &str) -> u32 {
        // "US" and "WHO" are names: under their own spelling, so that they are apart from "us" and "who".
        let is_acronym = self.language.grammar.is_acronym(word);
        let key = if is_acronym { word } else { norm };
        if let Some(&number) = self.known.get(key) {
            return number;
        }
        let tag = self.language.tag(norm);
        let tag = if is_acronym { Tag { noun: tag.noun, name: tag.name, ..Tag::default() } } else { tag };
        self.tags.push(tag);
        let number = self.tags.len() as u32 - 1;
        self.known.insert(key.into(), number);
        number
    }

    /// The tag with a number.
    pub fn get(&self, number: u32) -> &Tag {
        self.tags.get(number as usize).unwrap_or(&self.tags[NOTHING as usize])
    }
}

impl Language {
    /// What is known about a normal form.
    pub fn tag(&self, norm: &str) -> Tag {
        let word = self.words.find(norm);
        Tag {
            function: word.function,
            verb: word.verb,
            reporting_noun: word.reporting_noun,
            reporting_adjective: word.reporting_adjective,
            noun: self.nouns.find(norm, self.grammar),
            name: self.names.tag(norm, self.grammar),
            ending: self.grammar.ending(norm),
            may_be_split: word.may_be_split,
            opens_pattern: self.patterns.can_start_with(norm),
            roles: word.roles | self.grammar.roles_by_spelling(norm),
        }
    }
}
