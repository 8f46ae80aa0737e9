//! Bodies written in lower case after their owner's name.

use super::mention::{Builder, EntityKind, Mention};
use super::name_run::Run;
use crate::language::NounClass;
use crate::noun_phrase::words;
use crate::text::{Case, Kind, Text};
use rustc_hash::FxHashMap;
use std::ops::Range;

impl Builder<'_> {
    /// "Nepal's civil aviation authority": a body with its owner's name, maybe written out elsewhere.
    pub(super) fn bodies_in_lower_case(&mut self) {
        const REACH: usize = 6;
        const RIVALS: usize = 32;
        let text = self.text;
        let mut bodies: Vec<Range<usize>> = Vec::new();
        for head in 0..text.tokens.len() {
            let noun = text.tokens[head].case == Case::Lower
                && text.tag(head).noun.is_some_and(|n| n.class == NounClass::Institution && !n.plural);
            let block = text.tokens[head].block;
            let owner = (head.saturating_sub(REACH)..head)
                .rev()
                .take_while(|&at| {
                    text.tokens[at].block == block
                        && (text.tokens[at].case == Case::Lower && text.tokens[at].kind == Kind::Word)
                })
                .take_while(|&at| text.function(at).is_none() || words::is_possessive(text, at))
                .find(|&at| words::is_possessive(text, at) && text.tokens[at.saturating_sub(1)].case != Case::Lower)
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
            let own = own_words(text, &body);
            let noun = text.norm(body.end - 1);
            let known = by_noun.get(noun).and_then(|entities| {
                entities.iter().take(RIVALS).copied().find(|&e| {
                    let full = own_words(text, &self.found.entities[e].name);
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
}

/// The words of a name without the clitics of possessors.
fn own_words<'t>(text: &'t Text, name: &Range<usize>) -> Vec<&'t str> {
    name.clone().filter(|&at| !words::is_possessive(text, at)).map(|at| text.norm(at)).collect()
}
