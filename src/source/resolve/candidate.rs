//! Whom a source can mean that does not spell out its name, and what speaks for each of them.
//!
//! "He", "the minister", a quotation that stands alone: the steps of [`super::source`] propose one reading, by the order of
//! their rules. Here it is put beside everybody else whom the page has named or let speak before, as plain numbers (how
//! far back, whether they spoke last, gender, the words for their office), which [`super::choice`] weighs. Recency, agreement
//! and role are the classic evidence: Hobbs, "Resolving pronoun references" (1978); Lappin and Leass, "An algorithm for
//! pronominal anaphora resolution" (1994).

use super::{RECENT, Resolver};
use crate::analysis::Identity;
use crate::language::{Gender, Noun, NounClass, NounTrait, Role, Seat};
use crate::noun_phrase::{Determiner, Phrase};
use crate::source::names::{EntityKind, seat};
use crate::source::pronoun::{self, Pronoun};
use crate::source::referent::{Referent, Who};
use enumset::{EnumSet, enum_set};
use std::ops::Range;

/// How many numbers a candidate is weighed by; see `candidate_numbers`.
pub const NUMBERS: usize = 48;

/// How many mentions of names back a candidate is looked for.
pub const MENTIONS_BACK: usize = 80;

/// How many people with the name that a source is called by are candidates.
const NAMESAKES: usize = 8;

/// How many names are looked at of what a source says, and of its own words.
const NAMED_IN_CONTENT: usize = 64;
const NAMED_IN_SOURCE: usize = 16;

/// How many entities and how many earlier speakers are candidates, the nearest first.
const NEAREST: usize = 10;
const SPEAKERS: usize = 5;

/// How many blocks open a page, how many mentions ahead the name of somebody described there is looked for, and how many
/// entities are candidates.
const OPENING: usize = 3;
const MENTIONS_AHEAD: usize = 40;
const LATER: usize = 6;

/// Somebody whom a source can mean.
#[derive(Debug, Clone)]
pub struct Candidate {
    pub referent: Referent,
    pub numbers: [f32; NUMBERS],
}

/// A source that does not spell out its name, as the candidates see it.
pub struct Question<'q> {
    pub number: usize,
    /// The token from which candidates are looked for backwards.
    pub at: usize,
    pub phrase: Option<Phrase>,
    pub pronoun: Option<Pronoun>,
    pub gender: Option<Gender>,
    /// "The Ohio Democrat" is no Republican and sits for no other state.
    pub seat: Seat,
    /// What the rules make of it.
    pub rules: &'q Referent,
    /// Whether it speaks of somebody new: "an official".
    pub is_new: bool,
    /// Who spoke before, the nearest first.
    pub spoke: Vec<Spoke>,
    /// Whom the sentences before are about, and how many sentences back that is said.
    pub focus: Option<(usize, usize)>,
    /// Who is named in what the source says, and whether in quotation marks.
    pub said: Vec<(usize, bool)>,
}

/// Bodies that may be called by the name of their place.
const OF_A_PLACE: EnumSet<NounTrait> = enum_set!(NounTrait::Place | NounTrait::PublicBody);

impl Question<'_> {
    /// Whether the source's words can mean an entity of some kind: "she" is no company, "the company" nobody.
    fn may_be(&self, kind: EntityKind) -> bool {
        let person = matches!(kind, EntityKind::Person | EntityKind::Unknown);
        let phrase = self.phrase.as_ref();
        let noun = phrase.filter(|phrase| !phrase.plural).and_then(|phrase| phrase.noun);
        match (self.pronoun, noun) {
            // "The authors" are no survey.
            (None, None) if phrase.and_then(|phrase| phrase.noun).is_some_and(|noun| noun.is(NounTrait::Author)) => {
                person
            }
            (Some(Pronoun::Third(_)), _) => person,
            (Some(Pronoun::It), _) => kind != EntityKind::Person,
            // "The city", "the government", but not "the newspaper".
            (None, Some(noun)) if noun.class == NounClass::Institution && kind == EntityKind::Place => {
                !noun.traits.is_disjoint(OF_A_PLACE)
            }
            (None, Some(noun)) if noun.class == NounClass::Institution => kind != EntityKind::Person,
            // "The country" may be one of the page, "the crowd" is nobody by name.
            (None, Some(noun)) if noun.is(NounTrait::Collective) => kind == EntityKind::Place,
            (None, Some(noun)) if noun.class.is_person() => person,
            _ => true,
        }
    }
}

/// Somebody who spoke before.
pub struct Spoke {
    pub who: Vec<Who>,
    /// The relation in which they did so last.
    pub last: usize,
    pub times: usize,
}

impl Resolver<'_, '_> {
    /// Whom the source of a relation can mean, where it does not spell that out; `rules` is what the rules make of it.
    pub fn candidates(&self, number: usize, rules: &Referent) -> Vec<Candidate> {
        let Some(question) = self.question(number, rules) else { return Vec::new() };
        let people = |phrase: &Phrase| phrase.plural && phrase.noun.is_some_and(|noun| noun.class.is_person());
        let is_they = question.pronoun == Some(Pronoun::They) || question.phrase.as_ref().is_some_and(people);
        let mut referents: Vec<Referent> = Vec::new();
        let mut add = |referent: Referent| {
            // "They" and "the lawmakers" are no single person.
            let is_one = is_they && referent.personal && referent.who.len() == 1;
            if !referent.who.is_empty()
                && !is_one
                && !self.is_in_description(&question, &referent)
                && referent.who.iter().all(|who| self.may_be_meant(&question, who))
                && !self.is_ambiguous(&referent)
                && referents.iter().all(|other| other.who != referent.who)
            {
                referents.push(referent);
            }
        };
        add(rules.clone());
        for &namesake in self.namesakes(rules).iter().take(NAMESAKES) {
            let last = self.mentions.last_before(namesake, question.at);
            if let Some(mention) = last.or_else(|| self.mentions.first(namesake)) {
                add(self.entity(namesake, mention.tokens.clone()));
            }
        }
        for spoke in question.spoke.iter().take(SPEAKERS) {
            let source = self.relations[spoke.last].source.first().cloned();
            let before = self.referents.get(spoke.last).and_then(Option::as_ref);
            let possible = |who: &Who| match who {
                Who::Entity(entity) => question.may_be(self.mentions.entities[*entity].kind),
                Who::Words(_) => true,
            };
            if let Some(before) = before.filter(|before| before.who.iter().all(possible)) {
                add(source.map_or_else(|| before.clone(), |source| before.again(source)));
            }
        }
        for (entity, mention) in self.named_before(&question) {
            let tokens = self.mentions.mentions[mention].tokens.clone();
            add(self.entity(entity, tokens));
        }
        if self.is_opening(question.at) {
            for (entity, mention) in self.named_later(&question) {
                add(self.entity(entity, self.mentions.mentions[mention].tokens.clone()));
            }
        }
        let ranks = self.ranks(&question, &referents);
        let candidates = referents.into_iter().zip(ranks);
        candidates
            .map(|(referent, rank)| {
                let numbers = self.numbers(&question, &referent, rank);
                Candidate { referent, numbers }
            })
            .collect()
    }

    /// "Ek's third child", "a friend of Ek": whether the words for a person name the candidate as somebody else.
    fn is_in_description(&self, question: &Question, referent: &Referent) -> bool {
        let describes =
            question.phrase.as_ref().and_then(|phrase| phrase.noun).is_some_and(|noun| noun.class.is_person());
        let Some(source) = self.relations[question.number].source.first().filter(|_| describes) else { return false };
        let within = self.mentions.within(source).iter().take(NAMED_IN_SOURCE);
        let is_named = |who: &Who| {
            matches!(who, Who::Entity(entity) if self.mentions.is_person(*entity)
                && within.clone().any(|mention| mention.entity == *entity))
        };
        referent.who.iter().any(is_named)
    }

    /// Whether more than a letter ("X") and other than a credit ("Ann Ek/Reuters", "AP Photo"): nobody means those by "the
    /// force"; nor the Civil Aviation Authority by "the airline".
    fn may_be_meant(&self, question: &Question, who: &Who) -> bool {
        let Who::Entity(entity) = who else { return true };
        let noun = question.phrase.as_ref().and_then(|phrase| phrase.noun);
        let is_firm = noun.is_some_and(|noun| noun.is(NounTrait::Firm));
        let name = self.mentions.entities[*entity].name.clone();
        let is_letter = name.len() == 1 && self.text.word(name.start).chars().count() == 1;
        let is_public = |at: usize| is_firm && self.text.is(at, Role::NeverFirm);
        let is_credit =
            |at: usize| self.text.is_mark(at, &["/"]) || name.len() > 1 && self.text.is(at, Role::PictureLabel);
        !is_letter
            && !self.mentions.entities[*entity].seat.contradicts(&question.seat)
            && !name.clone().any(|at| is_credit(at) || is_public(at))
    }

    /// Whether a token stands in a headline or in the first lines, which describe people before they are named.
    fn is_opening(&self, at: usize) -> bool {
        self.text.tokens.get(at).is_some_and(|token| token.block < OPENING || self.text.blocks[token.block].headline)
    }

    /// Entities first named after the source, the nearest first, each with the number of that mention.
    fn named_later(&self, question: &Question) -> Vec<(usize, usize)> {
        let after = self.mentions.mentions.partition_point(|mention| mention.tokens.start < question.at);
        let is_first = |&number: &usize| {
            let entity = self.mentions.mentions[number].entity;
            let known = &self.mentions.entities[entity];
            known.mentions.first() == Some(&number) && !known.is_ambiguous() && question.may_be(known.kind)
        };
        let later = (after..self.mentions.mentions.len()).take(MENTIONS_AHEAD).filter(is_first).take(LATER);
        later.map(|number| (self.mentions.mentions[number].entity, number)).collect()
    }

    /// Whether a name is one that several people of the page share.
    pub fn is_ambiguous(&self, referent: &Referent) -> bool {
        !self.namesakes(referent).is_empty()
    }

    /// Those who share a name.
    fn namesakes(&self, referent: &Referent) -> &[usize] {
        let [Who::Entity(entity)] = referent.who.as_slice() else { return &[] };
        self.mentions.entities.get(*entity).map_or(&[], |entity| &entity.namesakes)
    }

    fn question<'q>(&self, number: usize, rules: &'q Referent) -> Option<Question<'q>> {
        let relation = &self.relations[number];
        let source = relation.source.first();
        let is_nobody = |source: &Range<usize>| self.text.is(source.start, Role::Negation);
        if rules.is_spelled || source.is_none() && !relation.cue.is_empty() || source.is_some_and(is_nobody) {
            return None;
        }
        let at = source.map_or(relation.place().start, |source| source.start);
        let phrase = source.map(|source| self.phrases.read(source.clone()));
        let pronoun = phrase.as_ref().and_then(|phrase| Pronoun::read(self.text, phrase));
        if let Some(phrase) = phrase.as_ref().filter(|_| pronoun.is_none() && rules.who.is_empty()) {
            // "Two officials", "an aide", "critics": nobody named before.
            let open = phrase.quantity.is_some()
                || phrase.determiner == Determiner::Indefinite && !self.is_opening(at)
                || phrase.determiner != Determiner::Definite && phrase.plural
                // "Republican calls".
                || phrase.determiner == Determiner::None && phrase.noun.is_none_or(|noun| noun.is(NounTrait::Party));
            // "His advisers", "the sources": who keeps the name back is not guessed at.
            let unnamed = rules.identity == Identity::Unnamed && phrase.plural;
            // "Those surveyed", "one in five"; "the official".
            let nobody =
                rules.identity == Identity::Vague && phrase.noun.is_none() || self.is_somebody_unnamed(phrase, at);
            if open || rules.is_withheld || unnamed || nobody || rules.identity == Identity::Unspecified {
                return None;
            }
        }
        let gender = source.and_then(|source| match pronoun {
            Some(_) => pronoun::gender(self.text, source.start),
            // "Ms. Ek", "the actress".
            None => self
                .text
                .tag(source.start)
                .name
                .title_gender
                .or_else(|| phrase.as_ref()?.noun.and_then(super::noun::gender_of_noun)),
        });
        let is_new = phrase.as_ref().is_some_and(|phrase| phrase.determiner == Determiner::Indefinite);
        let seat = phrase.as_ref().map(|phrase| seat::of_phrase(self.text, phrase)).unwrap_or_default();
        Some(Question {
            number,
            at,
            phrase,
            pronoun,
            gender,
            seat,
            rules,
            // "An official" is nobody who was there before.
            spoke: if is_new { Vec::new() } else { self.spoke_before(at) },
            is_new,
            focus: self.focus(at),
            said: self.named_in_content(number),
        })
    }

    /// Whether somebody without a name: "the official", whom the page nowhere names by that word, or "the lawyer" behind "a lawyer
    /// said".
    fn is_somebody_unnamed(&self, phrase: &Phrase, at: usize) -> bool {
        let noun = phrase.noun.filter(|noun| noun.class.is_person() && phrase.determiner == Determiner::Definite);
        let is_again = |noun: Noun| {
            let before = self.repeated(noun.singular, at);
            before.is_some_and(|(_, before)| before.identity == Identity::Unnamed && before.who.is_empty())
        };
        let is_insider = |noun: Noun| noun.class == NounClass::Insider || noun.is(NounTrait::Spokesperson);
        noun.is_some_and(|noun| is_insider(noun) || is_again(noun))
    }

    fn named_in_content(&self, number: usize) -> Vec<(usize, bool)> {
        let mentions = self.relations[number].content.iter().flat_map(|piece| self.mentions.within(piece));
        let named = mentions.map(|mention| (mention.entity, self.text.is_quoted(mention.tokens.start)));
        named.take(NAMED_IN_CONTENT).collect()
    }

    fn spoke_before(&self, at: usize) -> Vec<Spoke> {
        let mut spoke: Vec<Spoke> = Vec::new();
        for &number in self.order.iter().rev().take(RECENT) {
            let Some(referent) = self.referents.get(number).and_then(Option::as_ref) else { continue };
            let relation = &self.relations[number];
            if referent.who.is_empty() || relation.place().start >= at && relation.depth > 0 {
                continue;
            }
            match spoke.iter_mut().find(|other| other.who == referent.who) {
                Some(other) => other.times += 1,
                None => spoke.push(Spoke { who: referent.who.clone(), last: number, times: 1 }),
            }
        }
        spoke
    }

    /// Entities named before, the nearest first, each with the number of its last mention; and those that the page
    /// describes with the same noun.
    fn named_before(&self, question: &Question) -> Vec<(usize, usize)> {
        if question.is_new {
            return Vec::new();
        }
        let after = self.mentions.mentions.partition_point(|mention| mention.tokens.start < question.at);
        let mut named: Vec<(usize, usize)> = Vec::new();
        for number in (0..after).rev().take(MENTIONS_BACK) {
            let entity = self.mentions.mentions[number].entity;
            if question.may_be(self.mentions.entities[entity].kind) && named.iter().all(|(other, _)| *other != entity) {
                named.push((entity, number));
                if named.len() == NEAREST {
                    break;
                }
            }
        }
        let noun = question.phrase.as_ref().and_then(|phrase| phrase.noun).map(|noun| noun.singular);
        let described = noun.and_then(|noun| self.mentions.descriptions.get(noun)).map_or(&[][..], Vec::as_slice);
        for description in described.iter().rev().take(SPEAKERS) {
            let first = self.mentions.entities[description.entity].mentions.first();
            if let Some(&mention) = first
                && named.iter().all(|(other, _)| *other != description.entity)
            {
                named.push((description.entity, mention));
            }
        }
        named
    }

    /// For each candidate, how many others of its kind were named since its last mention.
    fn ranks(&self, question: &Question, referents: &[Referent]) -> Vec<f32> {
        let places: Vec<Option<usize>> = referents.iter().map(|referent| self.last_place(question, referent)).collect();
        let kinds: Vec<f32> = referents.iter().map(|referent| self.kind(referent)).collect();
        let nearer = |one: usize| {
            (0..referents.len()).filter(|&other| kinds[other] == kinds[one] && places[other] > places[one]).count()
        };
        (0..referents.len()).map(|one| nearer(one) as f32).collect()
    }

    /// Where a candidate was named last before the source.
    pub fn last_place(&self, question: &Question, referent: &Referent) -> Option<usize> {
        match referent.who.first()? {
            Who::Entity(entity) => self.mentions.last_before(*entity, question.at).map(|mention| mention.tokens.start),
            Who::Words(words) => Some(words.start).filter(|&start| start < question.at),
        }
    }
}
