//! Sources that are known by whose they are: a study by its maker, lawmakers by their committee, a wife by her husband.

use super::mention::EntityKind;
use super::referent::{Referent, Who};
use super::resolve::{RECENT, Resolver};
use crate::analysis::Identity;
use crate::language::{NounClass, NounTrait, Role};
use crate::noun_phrase::{Determiner, Phrase};
use crate::text::Text;
use rustc_hash::FxHashMap;
use std::ops::Range;

/// How far back, in tokens, the sending of a letter is looked for.
const AUTHOR_REACH: usize = 1500;

impl Resolver<'_, '_> {
    /// A document, or a member of a body, whose owner is named: "a Labor Department study", "analysts at Ek Bank".
    pub fn by_owner(&mut self, phrase: &Phrase, number: usize) -> Option<Referent> {
        let noun = phrase.noun?;
        match noun.class {
            NounClass::Document => {
                let owner = match &phrase.possessor {
                    Some(possessor) => Some(possessor.clone()),
                    None => (phrase.core.start.saturating_sub(3)..phrase.core.start)
                        .rev()
                        .find(|&at| self.text.is(at, Role::PossessiveDeterminer))
                        .filter(|_| phrase.determiner == Determiner::Possessive)
                        .map(|at| at..at + 1),
                };
                if let Some(owner) = owner {
                    let referent = self.source(owner, number, usize::MAX);
                    return (referent.identity == Identity::Named).then_some(referent);
                }
                let modifier = self.named_within(&(phrase.core.start..phrase.head), false);
                modifier.or_else(|| self.maker(phrase, number)).or_else(|| self.author(phrase))
            }
            NounClass::Expert | NounClass::Person if phrase.plural && !noun.is(NounTrait::Member) => {
                let person = noun.class == NounClass::Person && !noun.is(NounTrait::Journalist);
                let at = self.text.is(phrase.rest.start, Role::AffiliatingPreposition);
                let inside = phrase.rest.start..phrase.rest.end.min(phrase.rest.start + 8);
                (!person)
                    .then(|| {
                        self.named_within(&(phrase.core.start..phrase.head), true)
                            .or_else(|| at.then(|| self.named_within(&inside, true)).flatten())
                    })
                    .flatten()
            }
            NounClass::Politician | NounClass::Person if phrase.plural || noun.is(NounTrait::Member) => {
                let member = noun.is(NounTrait::Member);
                let on = self.text.is(phrase.rest.start, Role::MembershipPreposition);
                let inside = phrase.rest.start..phrase.rest.end.min(phrase.rest.start + 4);
                let body = (member && on && phrase.plural && phrase.quantity.is_none())
                    .then(|| self.named_within(&inside, true))
                    .flatten();
                body.or_else(|| {
                    let modifier = phrase.head.checked_sub(1).filter(|&m| m >= phrase.core.start && member)?;
                    let body = self.text.tag(modifier).noun.filter(|n| n.class == NounClass::Institution)?;
                    self.body(body, &(phrase.core.start..modifier), modifier)
                })
            }
            // Kin of somebody named can be told by whose they are.
            NounClass::Person if noun.is(NounTrait::Kin) && !phrase.plural => {
                let theirs = self.text.is(phrase.core.start.saturating_sub(1), Role::PossessiveDeterminer);
                let owner = phrase.possessor.as_ref().and_then(|p| self.mentions.at(p.end.checked_sub(1)?));
                if !theirs && owner.is_none() {
                    return None;
                }
                Some(Referent { personal: true, ..Referent::new(Identity::Named) })
            }
            _ => None,
        }
    }

    /// The first organisation (or, for documents, anybody) named inside a range.
    fn named_within(&self, range: &Range<usize>, organisations: bool) -> Option<Referent> {
        let found = self.mentions.within(range).iter().find(|m| {
            let kind = self.mentions.entities.get(m.entity).map(|e| e.kind);
            kind == Some(EntityKind::Organisation)
                || kind != Some(EntityKind::Place) && (!organisations || m.tokens.len() > 1)
        })?;
        let personal = false;
        Some(Referent { personal, ..self.entity(found.entity, found.tokens.clone()) })
    }

    /// "an analysis by Ek Bank", "reports from local media".
    fn maker(&mut self, phrase: &Phrase, number: usize) -> Option<Referent> {
        let by = phrase.rest.clone().find(|&at| self.text.is(at, Role::MakerPreposition))?;
        let from = self.text.is(by, Role::AffiliatingPreposition);
        // "records seen by the court": its reader is not its maker.
        if self.text.is(by.saturating_sub(1), Role::SeenParticiple) {
            return None;
        }
        if from && by != phrase.rest.start {
            return None;
        }
        let maker = Phrase::read(self.text, by + 1..phrase.rest.end);
        let people = maker.is_a(&[NounClass::Media, NounClass::Insider, NounClass::Institution]);
        let named = self.mentions.at(maker.head).is_some();
        if !people && !named {
            return None;
        }
        let place =
            self.mentions.at(maker.head).is_some_and(|m| self.mentions.entities[m.entity].kind == EntityKind::Place);
        let referent = self.phrase(&maker, by + 1..phrase.rest.end, number);
        (!place && referent.identity != Identity::Vague && referent.identity != Identity::Document).then_some(referent)
    }

    /// "the letter" after "the committee sent a letter".
    fn author(&self, phrase: &Phrase) -> Option<Referent> {
        if phrase.determiner != Determiner::Definite || phrase.plural {
            return None;
        }
        let sendings = self.sendings.get(self.text.norm(phrase.head))?;
        let far = sendings.partition_point(|sending| sending.document + AUTHOR_REACH < phrase.head);
        let near = sendings.iter().skip(far).take_while(|sending| sending.document < phrase.core.start);
        near.take(RECENT).find_map(|sending| {
            let subject = Phrase::read(self.text, sending.subject.clone());
            self.by_name(&subject, &sending.subject)
                .filter(|r| matches!(r.who.first(), Some(Who::Entity(_))))
                .or_else(|| self.body(subject.noun?, &subject.described(), subject.head))
        })
    }
}

/// "The committee sent a letter".
pub struct Sending {
    /// What stands before the verb in the sentence.
    subject: Range<usize>,
    /// The token that names what was sent.
    document: usize,
}

/// Where a page tells who sent a document, by the word for the document.
pub fn sendings<'t>(text: &'t Text) -> FxHashMap<&'t str, Vec<Sending>> {
    let mut sendings: FxHashMap<_, Vec<Sending>> = FxHashMap::default();
    for sentence in &text.sentences {
        let start = sentence.tokens.start;
        let mut verb = None;
        for at in sentence.tokens.clone() {
            if text.is(at, Role::IssuingVerb) {
                verb = Some(at);
            } else if let Some(verb) = verb
                && text.tag(at).noun.is_some_and(|noun| noun.class == NounClass::Document)
            {
                let known = sendings.entry(text.norm(at)).or_default();
                // The subject of the sentence sends what else it names.
                if known.last().is_none_or(|sending| sending.subject.start != start) {
                    known.push(Sending { subject: start..verb, document: at });
                }
            }
        }
    }
    sendings
}
