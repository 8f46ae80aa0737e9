//! **content-source-verb**: …, the minister said: the content, the source, the verb.
//!
//! What: takes the clause before the source as the content, where nothing behind the verb can be one.
//!
//! Why: many reports put the source at the end of the sentence.
//!
//! Example:
//!
//! > {content:indirect The bridge will reopen in May}, {source:named Mayor Ines Aldana} {cue:statement said}.
//! - rule: content-source-verb

use super::{Finds, Reading};
use crate::attribution::Relation;
use crate::kinds::RuleId;
use crate::language::{Function, Role};
use crate::noun_phrase::words;

pub const FINDS: Finds = Finds::Relation(find);

fn find(reading: &Reading) -> Option<Relation> {
    if reading.has_fields() || !is_last_in_clause(reading) {
        return None;
    }
    reading.with_content_before_source(RuleId::ContentSourceVerb)
}

/// Whether the verb takes nothing but its hearer, a time or a circumstance: not "In May, the council closed the pier".
fn is_last_in_clause(reading: &Reading) -> bool {
    use Function::{Adverb, Conjunction, Preposition, Subordinator, WhWord};
    let text = reading.text;
    let ends = |end: usize| {
        let infinitive = text.is(end, Role::InfinitiveMark) && !words::opens_phrase(text, end + 1);
        let circumstance =
            matches!(text.function(end), Some(Adverb | Conjunction | Preposition | Subordinator | WhWord))
                || text.is(end, Role::Day | Role::TimeWord | Role::BeforeTime);
        end >= reading.ceiling() || !words::is_word(text, end) || circumstance && !infinitive
    };
    ends(reading.cue.tokens.end) || ends(reading.after_hearer())
}
