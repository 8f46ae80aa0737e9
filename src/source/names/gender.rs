//! Gender from the page's own pronouns: "Gopaul … he", "Gopaul … his".
//!
//! Lists of given names have few from outside Europe and America. A pronoun that follows a name in its sentence, or opens
//! the next one, usually refers to that name if nobody else is named between; several that agree are evidence.

use super::{Entity, EntityKind, Mention};
use crate::language::Gender;
use crate::source::pronoun;
use crate::text::Text;

/// How many pronouns must agree, and how many times more they must be than the others.
const LEAST: u32 = 2;
const MAJORITY: u32 = 4;

/// Tokens after a name that are searched for a pronoun.
const PRONOUN_DISTANCE: usize = 30;

/// Sets the gender of people for whom no list has one; a name that such pronouns refer to is a person's. `mentions` are in
/// text order.
pub fn read_off_pronouns(text: &Text, entities: &mut [Entity], mentions: &[Mention]) {
    let mut votes = vec![[0_u32; 2]; entities.len()];
    let might_be_person = |entity: usize| {
        entities.get(entity).is_some_and(|e| matches!(e.kind, EntityKind::Person | EntityKind::Unknown))
    };
    for (number, mention) in mentions.iter().enumerate().filter(|(_, m)| might_be_person(m.entity)) {
        let near =
            mentions.iter().skip(number + 1).take_while(|m| m.tokens.start < mention.tokens.end + PRONOUN_DISTANCE);
        let rival = near.into_iter().find(|m| m.entity != mention.entity && might_be_person(m.entity));
        let end = rival.map_or(usize::MAX, |rival| rival.tokens.start);
        let vote = following(text, mention, end).and_then(|gender| votes.get_mut(mention.entity).zip(Some(gender)));
        if let Some((votes, gender)) = vote {
            votes[gender as usize] += 1;
        }
    }
    for (entity, [female, male]) in entities.iter_mut().zip(votes) {
        let told = match (female, male) {
            (f, m) if f >= LEAST && f >= MAJORITY * m => Some(Gender::Female),
            (f, m) if m >= LEAST && m >= MAJORITY * f => Some(Gender::Male),
            _ => None,
        };
        entity.gender = entity.gender.or(told);
        if told.is_some() && entity.kind == EntityKind::Unknown {
            entity.kind = EntityKind::Person;
        }
    }
}

/// The gender of the pronoun that follows a name in its sentence, or opens the next.
fn following(text: &Text, mention: &Mention, end: usize) -> Option<Gender> {
    let start = mention.tokens.end;
    let (block, quotation) = text.tokens.get(mention.tokens.start).map(|t| (t.block, t.quotation))?;
    let sentence = text.sentence_of(mention.tokens.start).tokens.end;
    let is_same_voice = |at: &usize| text.tokens.get(*at).is_some_and(|t| t.block == block && t.quotation == quotation);
    let last = end.min(sentence + 1).min(start + PRONOUN_DISTANCE).min(text.tokens.len());
    (start..last).filter(is_same_voice).find_map(|at| pronoun::gender(text, at))
}
