//! Sources that are known by whose they are: a study by its maker, lawmakers by their committee, a wife by her husband.

use super::{RECENT, Resolver};
use crate::analysis::Identity;
use crate::language::{Noun, NounClass, NounTrait, Role};
use crate::noun_phrase::words::ARTICLE;
use crate::noun_phrase::{Determiner, Phrase};
use crate::source::names::{EntityKind, Mention};
use crate::source::referent::{Referent, Who};
use crate::text::Case;
use std::ops::Range;

/// How many tokens before its core the possessive of a phrase may stand.
const POSSESSIVE_DISTANCE: usize = 3;

/// How many tokens after "at" an employer's name may start: "analysts at the investment bank Ek".
const EMPLOYER_DISTANCE: usize = 8;

/// How many names back the first part of a compound is looked for.
const NAMES_BACK: usize = 80;

/// How many tokens after "of" a body's name may start.
const BODY_DISTANCE: usize = 4;

/// How likely it is that a name of which nothing more is known is an employer's.
const UNKNOWN_EMPLOYER: f32 = 0.6;

/// How likely what belongs to a person speaks for them.
const OF_A_PERSON: f32 = 0.5;

impl Resolver<'_, '_> {
    /// A document, or a member of a body, whose owner is named: "a Labor Department study", "analysts at Ek Bank".
    pub fn by_owner(&mut self, phrase: &Phrase, number: usize) -> Option<Referent> {
        let Some(noun) = phrase.noun else { return self.by_owner_of_thing(phrase, number) };
        let member = noun.is(NounTrait::Member);
        match noun.class {
            NounClass::Document if noun.is(NounTrait::Asking) && self.is_held_with(phrase) => {
                Some(self.source(phrase.rest.start + 1..phrase.rest.end, number, usize::MAX))
            }
            NounClass::Document => self.first_part(phrase).or_else(|| self.by_owner_of_document(phrase, number)),
            NounClass::Void => self.first_part(phrase),
            NounClass::Expert | NounClass::Person if phrase.plural && !member => self.by_employer(noun, phrase),
            NounClass::Politician | NounClass::Person if member => self.by_body_of_members(phrase),
            NounClass::Institution if noun.is(NounTrait::OfPerson) => self.by_person_served(noun, phrase, number),
            NounClass::Person if noun.is(NounTrait::Kin) && !phrase.plural => self.by_kin(phrase),
            _ => None,
        }
    }

    /// "Interviews with two former aides": it tells with whom.
    fn is_held_with(&self, phrase: &Phrase) -> bool {
        phrase.rest.len() > 1 && self.text.is(phrase.rest.start, Role::AffiliatingPreposition)
    }

    /// "Ek-Bank-Studie", "RMV-Angaben": a compound whose first part is a name of the page, if that was named not long ago.
    fn first_part(&self, phrase: &Phrase) -> Option<Referent> {
        let (first, _) = self.text.norm(phrase.head).rsplit_once('-')?;
        let nation = self.text.language.tag(first).name;
        if nation.is_demonym || nation.is_place {
            return None;
        }
        let before = self.mentions.mentions.partition_point(|mention| mention.tokens.start < phrase.head);
        let is_first = |mention: &&Mention| {
            let kind = self.mentions.entities[mention.entity].kind;
            kind != EntityKind::Place && mention.tokens.clone().any(|at| self.text.norm(at) == first)
        };
        let mention = self.mentions.mentions[..before].iter().rev().take(NAMES_BACK).find(is_first)?;
        Some(Referent { personal: false, ..self.entity(mention.entity, mention.tokens.clone()) })
    }

    /// "The company's own logbook": a head that no list has and that is nobody.
    fn by_owner_of_thing(&mut self, phrase: &Phrase, number: usize) -> Option<Referent> {
        let head = phrase.head;
        let is_person = self.text.is(head, Role::PersonEnding | Role::AgeInYears | Role::Former);
        let is_thing = self.text.tokens.get(head)?.case == Case::Lower && !is_person;
        let owned = phrase.possessor.is_some() || phrase.determiner == Determiner::Possessive;
        let owner = (is_thing && owned).then(|| self.by_owner_of_document(phrase, number)).flatten()?;
        // "Ek's inner circle" may be others.
        let likelihood = if owner.personal { owner.likelihood.min(OF_A_PERSON) } else { owner.likelihood };
        Some(Referent { likelihood, ..owner })
    }

    fn by_owner_of_document(&mut self, phrase: &Phrase, number: usize) -> Option<Referent> {
        let possessor = phrase.possessor.clone().filter(|possessor| !self.is_time(possessor.end.saturating_sub(1)));
        if let Some(owner) = possessor.or_else(|| self.possessive_before(phrase)) {
            let referent = self.source(owner, number, usize::MAX);
            return (referent.identity == Identity::Named).then_some(referent);
        }
        let modifier = self.named_within(&(phrase.core.start..phrase.head), false);
        modifier.or_else(|| self.maker(phrase, number)).or_else(|| self.author(phrase))
    }

    /// "Wednesday's poll", "last year's figures": when, and not whose.
    fn is_time(&self, last: usize) -> bool {
        self.text.is(last, Role::Day | Role::Month | Role::TimeUnit | Role::TimeWord)
    }

    /// "his" before the core of a phrase.
    fn possessive_before(&self, phrase: &Phrase) -> Option<Range<usize>> {
        let before = phrase.core.start.saturating_sub(POSSESSIVE_DISTANCE)..phrase.core.start;
        let possessive = before.rev().find(|&at| self.text.is(at, Role::PossessiveDeterminer))?;
        (phrase.determiner == Determiner::Possessive).then_some(possessive..possessive + 1)
    }

    /// "Ek Bank analysts", "reporters at the Post"; for whom they worked once former ones do not speak.
    fn by_employer(&self, noun: Noun, phrase: &Phrase) -> Option<Referent> {
        if noun.class == NounClass::Person && !noun.is(NounTrait::Journalist) || phrase.is_former(self.text) {
            return None;
        }
        let rest = &phrase.rest;
        let inside = rest.start..rest.end.min(rest.start + EMPLOYER_DISTANCE);
        let genitive = self.text.language.grammar.has_genitive_articles() && self.text.is(rest.start, ARTICLE);
        let employed = genitive || self.text.is(rest.start, Role::AffiliatingPreposition);
        self.named_within(&(phrase.core.start..phrase.head), true).or_else(|| {
            let employer = employed.then(|| self.employer(&inside)).flatten()?;
            Some(Referent { is_spelled: true, ..employer })
        })
    }

    /// "at Ek": whatever stands behind the preposition and is neither a person nor a place.
    fn employer(&self, inside: &Range<usize>) -> Option<Referent> {
        self.named_within(inside, true).or_else(|| {
            let kind = |mention: &Mention| self.mentions.entities[mention.entity].kind;
            let next = self.mentions.at(inside.start + 1).filter(|mention| kind(mention) == EntityKind::Unknown)?;
            let entity = self.entity(next.entity, next.tokens.clone());
            Some(Referent { personal: false, likelihood: UNKNOWN_EMPLOYER, ..entity })
        })
    }

    /// "lawmakers on the House committee", "committee members".
    fn by_body_of_members(&self, phrase: &Phrase) -> Option<Referent> {
        let rest = &phrase.rest;
        let on = self.text.is(rest.start, Role::MembershipPreposition);
        let inside = rest.start..rest.end.min(rest.start + BODY_DISTANCE);
        let named = on && phrase.plural && phrase.quantity.is_none();
        named.then(|| self.named_within(&inside, true)).flatten().or_else(|| {
            let modifier = phrase.head.checked_sub(1).filter(|&at| at >= phrase.core.start)?;
            let body = self.text.tag(modifier).noun.filter(|noun| noun.class == NounClass::Institution)?;
            self.body(body, &(phrase.core.start..modifier), modifier)
        })
    }

    /// "His campaign": "the Ek campaign" that the page speaks of, or one that it does not name.
    fn by_person_served(&mut self, noun: Noun, phrase: &Phrase, number: usize) -> Option<Referent> {
        let possessive = self.possessive_before(phrase)?;
        let owner = self.source(possessive, number, usize::MAX);
        let [Who::Entity(owner)] = owner.who.as_slice() else { return None };
        let family = self.text.norm(self.mentions.entities.get(*owner)?.name.end - 1);
        let bodies = self.mentions.bodies.get(noun.singular).map(Vec::as_slice).unwrap_or_default();
        let is_theirs = |body: &&usize| {
            let name = self.mentions.entities[**body].name.clone();
            name.into_iter().any(|at| self.text.norm(at) == family)
        };
        // Nobody else's is meant.
        let nameless = Referent { is_spelled: true, ..Referent::new(Identity::Named) };
        let Some(&body) = bodies.iter().take(RECENT).find(is_theirs) else { return Some(nameless) };
        let first = self.mentions.first(body)?;
        Some(Referent { personal: false, ..self.entity(body, first.tokens.clone()) })
    }

    /// "his wife": somebody named by another person's name.
    fn by_kin(&self, phrase: &Phrase) -> Option<Referent> {
        let theirs = self.text.is(phrase.core.start.saturating_sub(1), Role::PossessiveDeterminer);
        let owner = phrase.possessor.as_ref().and_then(|owner| self.mentions.at(owner.end.checked_sub(1)?));
        (theirs || owner.is_some()).then(|| Referent { personal: true, ..Referent::new(Identity::Named) })
    }

    /// The first organisation (or, for documents, anybody) named inside a range.
    fn named_within(&self, range: &Range<usize>, organisations: bool) -> Option<Referent> {
        let found = self.mentions.within(range).iter().find(|m| {
            let kind = self.mentions.entities.get(m.entity).map(|e| e.kind);
            kind == Some(EntityKind::Organisation)
                || kind != Some(EntityKind::Place) && (!organisations || m.tokens.len() > 1)
        })?;
        Some(Referent { personal: false, ..self.entity(found.entity, found.tokens.clone()) })
    }

    /// "an analysis by Ek Bank", "reports from local media"; the court that has seen records is not their maker.
    fn maker(&mut self, phrase: &Phrase, number: usize) -> Option<Referent> {
        let rest = phrase.rest.clone();
        let by = rest.clone().find(|&at| self.text.is(at, Role::MakerPreposition))?;
        let from = self.text.is(by, Role::AffiliatingPreposition);
        // "A report this week from Ek Bank", but "a report on the letters from Ek".
        let is_near = (rest.start..by).all(|at| self.is_time(at) || self.text.is(at, Role::Demonstrative));
        if from && !is_near || self.text.is(by.saturating_sub(1), Role::SeenParticiple) {
            return None;
        }
        let maker = self.phrases.read(by + 1..rest.end);
        let named = self.mentions.at(maker.head).map(|mention| self.mentions.entities[mention.entity].kind);
        let can_be_asked = maker.is_a(&[NounClass::Media, NounClass::Insider, NounClass::Institution]);
        if named.is_none() && !can_be_asked && self.by_name_beside(&maker).is_none() {
            return None;
        }
        let referent = self.source(by + 1..rest.end, number, 0);
        let known = !matches!(referent.identity, Identity::Vague | Identity::Document);
        (known && named != Some(EntityKind::Place)).then_some(referent)
    }
}
