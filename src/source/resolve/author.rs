//! Documents that somebody sent: "the letter" after "the committee sent a letter" or "the committee said in a letter".

use super::{RECENT, Resolver};
use crate::language::{NounClass, Role};
use crate::noun_phrase::{Determiner, Phrase, words};
use crate::source::names::EntityKind;
use crate::source::referent::{Referent, Who};
use crate::text::Text;
use rustc_hash::FxHashMap;
use std::ops::Range;

/// How many tokens back the sending of a document is looked for.
const SENDING_DISTANCE: usize = 1500;

/// How many words may stand between the article and the noun of a document: "a joint written statement".
const ATTRIBUTES: usize = 3;

/// How likely a speaker must be to be taken for the author of what they spoke in.
const SURE: f32 = 0.6;

impl Resolver<'_, '_> {
    /// Who sent the document that a phrase speaks of: the last one of its kind that the page has introduced.
    pub fn author(&self, phrase: &Phrase) -> Option<Referent> {
        if phrase.determiner != Determiner::Definite || phrase.plural {
            return None;
        }
        let sendings = self.sendings.get(self.text.norm(phrase.head))?;
        let far = sendings.partition_point(|sending| sending.document + SENDING_DISTANCE < phrase.head);
        let before = sendings.partition_point(|sending| sending.document < phrase.core.start);
        let mut near = sendings.get(far..before)?.iter().rev().take(RECENT);
        near.find_map(|sending| match &sending.subject {
            Some(subject) => self.sender(subject),
            None => {
                let sentence = &self.text.sentence_of(sending.document).tokens;
                self.speaker_within(sentence, |referent| referent.likelihood >= SURE)
            }
        })
    }

    /// Whom the words before a verb of sending name.
    fn sender(&self, words: &Range<usize>) -> Option<Referent> {
        let subject = self.phrases.read(words.clone());
        let named = self.by_name(&subject, words);
        let named = named.filter(|referent| matches!(referent.who.first(), Some(Who::Entity(_))));
        let beside = || {
            let last = self.mentions.at(words.end.checked_sub(1)?)?;
            let is_place = self.mentions.entities[last.entity].kind == EntityKind::Place;
            (!is_place).then(|| self.entity(last.entity, last.tokens.clone()))
        };
        named.or_else(beside).or_else(|| self.body(subject.noun?, &subject.described(), subject.head))
    }
}

/// "The committee sent a letter".
pub struct Sending {
    /// What stands before the verb in the sentence; none where somebody says something "in a letter".
    subject: Option<Range<usize>>,
    /// The token that names what was sent.
    document: usize,
}

/// Where a page says who sent a document, by the word for the document.
pub fn sendings<'t>(text: &'t Text) -> FxHashMap<&'t str, Vec<Sending>> {
    let mut sendings: FxHashMap<_, Vec<Sending>> = FxHashMap::default();
    for sentence in &text.sentences {
        let start = sentence.tokens.start;
        let mut verb = None;
        for at in sentence.tokens.clone() {
            if text.is(at, Role::IssuingVerb) {
                verb = Some(at);
            } else if text.tag(at).is_noun(NounClass::Document) && (verb.is_some() || is_said_in(text, at, start)) {
                let known = sendings.entry(text.norm(at)).or_default();
                // The subject of the sentence sends what else it names.
                if known.last().is_none_or(|sending| sending.document < start) {
                    known.push(Sending { subject: verb.map(|verb| start..verb), document: at });
                }
            }
        }
    }
    sendings
}

/// "in a statement".
fn is_said_in(text: &Text, document: usize, start: usize) -> bool {
    let mut before = (start..document).rev().take(ATTRIBUTES + 1);
    let article = before.find(|&at| text.is(at, Role::IndefiniteArticle) || !words::is_word(text, at));
    article.is_some_and(|at| {
        text.is(at, Role::IndefiniteArticle) && at > start && text.is(at - 1, Role::CircumstancePreposition)
    })
}
