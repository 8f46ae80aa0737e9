//! Descriptions that go back to a name: "the minister", "the 45-year-old", "the company".
//!
//! A description fits whoever the page gives that role, next to the name or anywhere else; of several it means the
//! one named last, and of two in one sentence nobody.

use super::Resolver;
use super::candidate::MENTIONS_BACK;
use crate::analysis::Identity;
use crate::language::{Noun, NounClass, NounTrait, Role, Seat};
use crate::noun_phrase::{Determiner, Phrase, words};
use crate::order::sort_by_numbers;
use crate::source::names::{Description, seat};
use crate::source::referent::{Referent, Who};
use crate::text::Case;
use std::ops::Range;

/// How many places where a description stands beside a name are looked at.
pub const DESCRIPTIONS: usize = 64;

/// How many tokens of a role are looked at.
const LONGEST_ROLE: usize = 8;

impl Resolver<'_, '_> {
    /// A description of somebody or some body that the page names.
    pub fn by_description(&self, phrase: &Phrase, head: usize) -> Option<Referent> {
        let indefinite = phrase.is_indefinite();
        if indefinite || phrase.determiner == Determiner::None && phrase.possessor.is_none() && phrase.plural {
            return None;
        }
        let Some(noun) = phrase.noun else {
            return self.by_age(phrase).or_else(|| self.by_role(self.text.norm(head), phrase));
        };
        match noun.class {
            NounClass::Institution => self
                .body(noun, &phrase.described(), head)
                .or_else(|| {
                    let owner = phrase.possessor.as_ref().filter(|p| self.mentions.at(p.end - 1).is_some())?;
                    Some(Referent::of(Who::Words(owner.start..phrase.head + 1)))
                })
                .or_else(|| self.by_name_before(noun, phrase)),
            NounClass::Document | NounClass::Void | NounClass::Media => None,
            // "Republican calls".
            _ if noun.is(NounTrait::Party) && phrase.determiner == Determiner::None => None,
            _ if phrase.plural => {
                let bodies = self.bodies.get(noun.singular)?;
                let next = bodies.partition_point(|(at, _)| *at < head);
                let &(_, body) = next.checked_sub(1).and_then(|last| bodies.get(last))?;
                let mention = self.mentions.last_before(body, head)?;
                Some(Referent { personal: false, ..self.entity(body, mention.tokens.clone()) })
            }
            NounClass::Expert => self.by_role(noun.singular, phrase).or_else(|| self.expert(noun.singular, phrase)),
            _ => self.by_role(noun.singular, phrase),
        }
    }

    /// "The Interfax news agency" is Interfax, "the Israeli government" is called by both words.
    fn by_name_before(&self, noun: Noun, phrase: &Phrase) -> Option<Referent> {
        let start = phrase.core.start;
        let name = self.mentions.at(start).filter(|_| phrase.core.len() > 1);
        if let Some(name) = name
            && noun.is(NounTrait::Outlet)
            && !self.text.tag(start).name.is_place
        {
            return Some(Referent { personal: false, ..self.entity(name.entity, name.tokens.clone()) });
        }
        let nation = start + usize::from(self.text.is(start, Role::RegionWord));
        let of_a_nation = nation < phrase.head && !noun.is(NounTrait::Firm) && self.text.tag(nation).name.is_demonym;
        if name.is_some() || of_a_nation {
            return Some(Referent::of(Who::Words(phrase.core.clone())));
        }
        let tells = self.text.language.grammar.capitalises_nouns() && !phrase.plural && self.tells_which(noun, phrase);
        tells.then(|| Referent { is_spelled: true, ..Referent::of(Who::Words(phrase.described())) })
    }

    /// "Die Landesregierung", "das guatemaltekische Kulturministerium": whether the first part of a compound tells which body is
    /// meant.
    fn tells_which(&self, noun: Noun, phrase: &Phrase) -> bool {
        let norm = self.text.norm(phrase.head);
        let mut is_compound = false;
        self.text.language.grammar.singulars(norm, &mut |part, _| {
            is_compound = !norm.starts_with(part) && self.text.language.tag(part).is_noun(NounClass::Institution);
            is_compound
        });
        (is_compound || noun.is(NounTrait::OneOfAKind)) && noun.is(NounTrait::PublicBody)
    }

    /// "the expert", where nobody is called so: whoever by name spoke last.
    fn expert(&self, noun: &str, phrase: &Phrase) -> Option<Referent> {
        let introduced =
            phrase.described().len() > 1 || self.repeated(noun, phrase.head).is_some_and(|(_, before)| !before.plural);
        let by_name = |r: &Referent| r.personal && !r.plural && matches!(r.who.as_slice(), [Who::Entity(_)]);
        (!introduced).then(|| self.last_speaker(phrase.head, by_name)).flatten()
    }

    /// The person with a role, unless somebody without a name was called the same since.
    fn by_role(&self, noun: &str, phrase: &Phrase) -> Option<Referent> {
        let seat = seat::of_phrase(self.text, phrase);
        let described = self.person_with_role(noun, phrase, &seat);
        let described = described.or_else(|| {
            self.text.language.synonyms(noun).iter().find_map(|other| self.person_with_role(other, phrase, &seat))
        });
        let described = described.or_else(|| self.person_in_office(noun, phrase));
        let described = described.or_else(|| self.person_with_seat(phrase, &seat))?;
        let last = self.mentions.last_before(described, phrase.head);
        let unnamed = self.repeated(noun, phrase.head).filter(|(_, r)| r.identity == Identity::Unnamed);
        if unnamed.is_some_and(|(at, _)| last.is_none_or(|m| m.tokens.start < at)) {
            return None;
        }
        let mention = last.or_else(|| self.mentions.first(described))?;
        Some(self.entity(described, mention.tokens.clone()))
    }

    fn by_age(&self, phrase: &Phrase) -> Option<Referent> {
        let norm = Some(self.text.norm(phrase.head)).filter(|_| self.text.is(phrase.head, Role::AgeInYears))?;
        let age: u32 = norm.split(|c: char| !c.is_ascii_digit()).next()?.parse().ok()?;
        let [entity] = self.mentions.ages.get(&age)?.as_slice() else { return None };
        let mention = self.mentions.last_before(*entity, phrase.head)?;
        Some(self.entity(*entity, mention.tokens.clone()))
    }

    /// The one person whose role is headed by this noun and fits the modifiers; the one named last before, of several.
    fn person_with_role(&self, noun: &str, phrase: &Phrase, seat: &Seat) -> Option<usize> {
        let roles = self.mentions.descriptions.get(noun)?;
        let head = phrase.head;
        let is_deputy = self.is_deputy(&phrase.core);
        let seat_of = |role: &Description| self.mentions.entities[role.entity].seat;
        let may_be = |role: &&Description| self.is_deputy(&role.words) == is_deputy && !seat_of(role).contradicts(seat);
        let words: Vec<usize> = (phrase.core.start..head)
            .filter(|&at| !words::is_possessive(self.text, at) && !self.text.is(at, Role::Former))
            .collect();
        let fits = |role: &&&Description| {
            let is_said = |at: usize| role.words.clone().any(|own| self.alike(self.text.norm(own), self.text.norm(at)));
            let sits = !seat.is_empty() && seat_of(role).covers(seat);
            words.iter().all(|&at| is_said(at) || sits && seat::is_part(self.text, at))
        };
        let roles = &roles[roles.len().saturating_sub(DESCRIPTIONS)..];
        let roles: Vec<&Description> = roles.iter().filter(may_be).collect();
        let mut fitting: Vec<usize> = roles.iter().filter(fits).map(|r| r.entity).collect();
        if fitting.is_empty() {
            fitting = roles.iter().map(|r| r.entity).collect();
            fitting.sort_unstable();
            fitting.dedup();
            let of_a_place = |at: usize| self.text.tag(at).name.is_demonym || self.text.tag(at).name.is_place;
            let contradicted = !words.is_empty()
                && ((phrase.core.start..head).any(of_a_place) || self.text.tokens[head].case != Case::Lower);
            if fitting.len() > 1
                || contradicted
                || phrase.determiner == Determiner::Possessive
                || phrase.possessor.is_some()
            {
                return None;
            }
        }
        self.nearest(fitting, head)
    }

    /// "The Ohio congresswoman", where the page has "Rep. Ann Ek (D-Ohio)": who sits there, and is called by nothing else.
    fn person_with_seat(&self, phrase: &Phrase, seat: &Seat) -> Option<usize> {
        let alone = (phrase.core.start..phrase.head).all(|at| seat::is_part(self.text, at));
        if seat.is_empty()
            || !alone
            || !phrase.is_a(&[NounClass::Politician])
            || phrase.determiner != Determiner::Definite
        {
            return None;
        }
        let before = self.mentions.within(&(0..phrase.head)).iter().rev().take(MENTIONS_BACK);
        let sits = before.filter(|mention| self.mentions.entities[mention.entity].seat.covers(seat));
        self.nearest(sits.map(|mention| mention.entity).collect(), phrase.head)
    }

    /// The one of several entities that is named last before a token, or the only one; of two in one sentence nobody.
    fn nearest(&self, mut fitting: Vec<usize>, head: usize) -> Option<usize> {
        fitting.sort_unstable();
        fitting.dedup();
        let mut near: Vec<(usize, usize)> =
            fitting.iter().filter_map(|&e| Some((self.mentions.last_before(e, head)?.tokens.start, e))).collect();
        sort_by_numbers(&mut near, |&near| near);
        match (near.as_slice(), fitting.as_slice()) {
            ([], [only]) => Some(*only),
            ([.., (first, _), (second, _)], _)
                if self.text.tokens[*first].sentence == self.text.tokens[*second].sentence =>
            {
                None
            }
            ([.., (_, nearest)], _) => Some(*nearest),
            _ => None,
        }
    }

    /// "Vice president", "shadow home secretary": whether a role is another post than the one that its noun names.
    fn is_deputy(&self, role: &Range<usize>) -> bool {
        let block = self.text.tokens.get(role.start).map(|token| token.block);
        let before = role.start.checked_sub(1).filter(|&at| Some(self.text.tokens[at].block) == block);
        before.into_iter().chain(role.clone().take(LONGEST_ROLE)).any(|at| self.text.is(at, Role::Deputy))
    }

    /// Whether two words are the same but for number or spelling.
    pub fn alike(&self, a: &str, b: &str) -> bool {
        let grammar = self.text.language.grammar;
        grammar.stem(a) == grammar.stem(b)
    }
}
