//! Documents that somebody sent: "the letter" after "the committee sent a letter".

use super::{RECENT, Resolver};
use crate::language::{NounClass, Role};
use crate::noun_phrase::{Determiner, Phrase};
use crate::source::referent::{Referent, Who};
use crate::text::Text;
use rustc_hash::FxHashMap;
use std::ops::Range;

/// How many tokens back the sending of a document is looked for.
const SENDING_DISTANCE: usize = 1500;

impl Resolver<'_, '_> {
    /// Who sent the document that a phrase speaks of.
    pub fn author(&self, phrase: &Phrase) -> Option<Referent> {
        if phrase.determiner != Determiner::Definite || phrase.plural {
            return None;
        }
        let sendings = self.sendings.get(self.text.norm(phrase.head))?;
        let far = sendings.partition_point(|sending| sending.document + SENDING_DISTANCE < phrase.head);
        let near = sendings.iter().skip(far).take_while(|sending| sending.document < phrase.core.start);
        near.take(RECENT).find_map(|sending| {
            let subject = self.phrases.read(sending.subject.clone());
            self.by_name(&subject, &sending.subject)
                .filter(|referent| matches!(referent.who.first(), Some(Who::Entity(_))))
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

/// Where a page says who sent a document, by the word for the document.
pub fn sendings<'t>(text: &'t Text) -> FxHashMap<&'t str, Vec<Sending>> {
    let mut sendings: FxHashMap<_, Vec<Sending>> = FxHashMap::default();
    for sentence in &text.sentences {
        let start = sentence.tokens.start;
        let mut verb = None;
        for at in sentence.tokens.clone() {
            if text.is(at, Role::IssuingVerb) {
                verb = Some(at);
            } else if let Some(verb) = verb.filter(|_| text.tag(at).is_noun(NounClass::Document)) {
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
