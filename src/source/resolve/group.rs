//! Vague groups that are named later: "experts say …", then Dr A, "an expert at …", and Prof B.

use super::description::DESCRIPTIONS;
use crate::analysis::Identity;
use crate::attribution::Relation;
use crate::noun_phrase::Quantity;
use crate::source::names::Mentions;
use crate::source::referent::{Referent, Who};

/// How many sources after a group are taken for its members.
const MEMBERS_AHEAD: usize = 6;

/// How likely it is that a group is those of its members who speak.
const SOME_OF_THEM: f32 = 0.5;

/// Names the groups whose members speak soon after under the same noun; `order` is that of the relations in the text.
pub fn name_later(mentions: &Mentions, order: &[usize], relations: &[Relation], referents: &mut [Referent]) {
    for (position, &number) in order.iter().enumerate() {
        let Some(group) = referents.get(number) else { continue };
        // A crowd of thousands is not named by one of them.
        let crowd = group.phrase.as_ref().is_some_and(|phrase| phrase.quantity == Some(Quantity::Many));
        let nameable = group.identity == Identity::Vague && group.plural && !crowd;
        let Some(noun) = group.noun.filter(|_| nameable) else { continue };
        let Some(descriptions) = mentions.descriptions.get(noun) else { continue };
        let mut who: Vec<Who> = Vec::new();
        let mut chain = Vec::new();
        for &next in order.iter().skip(position + 1).take(MEMBERS_AHEAD) {
            for speaker in referents.get(next).map(|r| r.who.as_slice()).unwrap_or_default() {
                let Who::Entity(entity) = speaker else { continue };
                let member =
                    descriptions.iter().rev().take(DESCRIPTIONS).any(|description| description.entity == *entity);
                if member && !who.contains(speaker) {
                    who.push(speaker.clone());
                    chain.extend(relations[next].source.first().cloned());
                }
            }
        }
        if let Some(group) = referents.get_mut(number).filter(|_| !who.is_empty()) {
            group.identity = Identity::Named;
            group.who = who;
            group.chain = chain;
            group.likelihood = SOME_OF_THEM;
        }
    }
}
