//! Sources with a name beside them: in apposition, behind "of", or as examples of a group.

use super::Resolver;
use crate::analysis::Identity;
use crate::language::{Function, NounClass, PatternKind, Role};
use crate::noun_phrase::words::{self, ARTICLE};
use crate::noun_phrase::{Phrase, Quantity};
use crate::source::names::{EntityKind, Mention};
use crate::source::referent::{Referent, Who};
use crate::text::Kind;
use std::ops::Range;

/// Marks before a name in apposition.
const APPOSITION: [&str; 4] = [",", "—", "–", "("];

/// How many tokens a title before a name in apposition may have.
const LONGEST_TITLE: usize = 10;

/// How many tokens after "of" a name may start: "secretary of state Ann Ek".
const OFFICE: usize = 7;

impl Resolver<'_, '_> {
    /// A name stands beside the noun: "a lawyer, Ann Ek", "allies including Jo Ek".
    pub fn by_name_beside(&self, phrase: &Phrase) -> Option<Referent> {
        if phrase.is_a(&[NounClass::Document, NounClass::Void]) {
            return None;
        }
        if let Some(quoted) = self.quoted_name(phrase) {
            return Some(quoted);
        }
        let rest = &phrase.rest;
        let start = rest.start + usize::from(self.text.is_mark(rest.start, &APPOSITION));
        if self.text.pattern(PatternKind::Example, start, rest.end).is_some() {
            return self.examples(start..rest.end);
        }
        if self.text.is(start, Role::NamingParticiple) {
            return self.name_at(phrase, start, rest.end);
        }
        self.name_of_office(phrase).or_else(|| {
            let mut commas = rest.clone().filter(|&at| self.text.is_mark(at, &APPOSITION));
            commas.find_map(|comma| self.name_at(phrase, comma + 1, rest.end))
        })
    }

    /// "die Partei „Die Mitte“": a name in quotation marks right behind the noun for what bears it, in a language where that has a
    /// capital as well.
    fn quoted_name(&self, phrase: &Phrase) -> Option<Referent> {
        let is_mark = |at: usize| self.text.tokens.get(at).is_some_and(|token| token.kind == Kind::DoubleQuote);
        let start = phrase.head + 2;
        let bears_name = self.text.language.grammar.capitalises_nouns()
            && phrase.is_a(&[NounClass::Institution, NounClass::Media])
            && is_mark(phrase.head + 1)
            && self.text.has_capital(start);
        if !bears_name {
            return None;
        }
        let end = (start + 1..=start + LONGEST_TITLE).find(|&at| is_mark(at))?;
        Some(Referent { personal: false, ..Referent::of(Who::Words(start..end)) })
    }

    /// "including Ann Ek and Jo Ek", but not "including former Ek Bank officials".
    fn examples(&self, range: Range<usize>) -> Option<Referent> {
        let ends = |mention: &&Mention| {
            let after = mention.tokens.end;
            let closes = self.closes_name(after) || self.text.tokens.get(after).is_some_and(|t| t.kind != Kind::Word);
            // "Ann Ek of Vermont".
            let before = mention.tokens.start.checked_sub(1).filter(|&before| before >= range.start);
            let belongs = before
                .is_some_and(|before| self.text.is(before, Role::GenitivePreposition | Role::AffiliatingPreposition));
            !words::is_possessive(self.text, after) && !belongs && (after >= range.end || closes)
        };
        self.all_of(self.mentions.within(&range).iter().filter(ends), range.clone())
    }

    /// "former secretary of state Ann Ek", "Ambassador to Chile Ann Ek", of which the heads are "secretary" and "ambassador".
    fn name_of_office(&self, phrase: &Phrase) -> Option<Referent> {
        let rest = &phrase.rest;
        let is_office = phrase.is_a(&[NounClass::Office]);
        let is_unlisted = phrase.noun.is_none() && self.text.is(rest.start, Role::GenitivePreposition);
        if !(is_office || is_unlisted) || self.text.function(rest.start) != Some(Function::Preposition) {
            return None;
        }
        let end = rest.end.min(rest.start + OFFICE);
        let mut mentions = self.mentions.within(&(rest.start + 1..end)).iter();
        let mention = mentions.find(|mention| match self.mentions.entities[mention.entity].kind {
            EntityKind::Person => true,
            EntityKind::Unknown => mention.tokens.len() > 1,
            EntityKind::Organisation | EntityKind::Place => false,
        })?;
        let after = mention.tokens.end;
        let closed = after >= rest.end
            || self.text.is_mark(after, &[","])
            || self.text.is(after, Role::Coordinator | Role::RelativeOfPerson);
        let mut between = rest.start + 1..mention.tokens.start;
        let of_office = between.clone().any(|at| !self.text.is(at, ARTICLE))
            && between.all(|at| self.text.tokens[at].kind != Kind::Other);
        (closed && of_office).then(|| self.entity(mention.entity, mention.tokens.clone()))
    }

    /// The name in apposition that starts at a token, titles before it allowed.
    fn name_at(&self, phrase: &Phrase, start: usize, end: usize) -> Option<Referent> {
        let body = phrase.is_a(&[NounClass::Institution]);
        let beside = self
            .mentions
            .within(&(start..end.min(start + LONGEST_TITLE)))
            .iter()
            .find(|m| body || !self.mentions.is_organisation(m.entity))?;
        let kind = self.mentions.entities.get(beside.entity).map(|entity| entity.kind)?;
        let person = kind == EntityKind::Person || kind == EntityKind::Unknown && beside.tokens.len() > 1;
        let titled = beside.titled == start || self.is_title(start..beside.tokens.start);
        if !titled || !(person || body) {
            return None;
        }
        if phrase.plural && phrase.quantity != Some(Quantity::One) {
            return self.each_of(start..end);
        }
        let closed = beside.tokens.end >= end || self.closes_name(beside.tokens.end);
        closed.then(|| self.entity(beside.entity, beside.tokens.clone()))
    }

    /// Whether the words before a name in apposition are none, or hold a title and join nobody else.
    fn is_title(&self, before: Range<usize>) -> bool {
        let titles = |at: usize| {
            let tag = self.text.tag(at);
            tag.is(Role::NamingParticiple)
                || tag.name.is_title
                || tag.noun.is_some_and(|noun| noun.class != NounClass::Document)
        };
        let belongs = |at: usize| {
            self.text.tokens[at].kind == Kind::Word && !self.text.is(at, Role::Coordinator | Role::RelativeOfPerson)
        };
        before.is_empty() || before.clone().all(belongs) && before.clone().any(titles)
    }

    /// "two lawyers, Ann Ek and Jo Ek": each name that follows at once, if there are several.
    fn each_of(&self, listed: Range<usize>) -> Option<Referent> {
        let follows = |mention: &&Mention| {
            let before = mention.titled.checked_sub(1);
            let name = self.mentions.is_person(mention.entity) || mention.tokens.len() > 1;
            name && before.is_some_and(|before| {
                self.text.is_mark(before, &APPOSITION)
                    || self.text.is_mark(before, &["--"])
                    || self.text.is(before, Role::Coordinator)
            })
        };
        let all = self.all_of(self.mentions.within(&listed).iter().filter(follows), listed.clone())?;
        (all.who.len() > 1).then_some(all)
    }

    /// All that some mentions name, if any.
    fn all_of<'m>(&self, mentions: impl Iterator<Item = &'m Mention>, range: Range<usize>) -> Option<Referent> {
        let mut who: Vec<Who> = Vec::new();
        for mention in mentions {
            if !who.contains(&Who::Entity(mention.entity)) {
                who.push(Who::Entity(mention.entity));
            }
        }
        let named = Referent { chain: vec![range], plural: true, ..Referent::new(Identity::Named) };
        (!who.is_empty()).then_some(Referent { who, ..named })
    }

    fn closes_name(&self, at: usize) -> bool {
        self.text.is_mark(at, &[",", "—", "–", ")"])
            || self.text.is(at, Role::Coordinator | Role::RelativeOfPerson | Role::GenitivePreposition)
            || words::is_possessive(self.text, at)
    }
}
