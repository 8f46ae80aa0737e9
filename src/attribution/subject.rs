//! The source of a verb is its subject: mends what a tagger, which reads no clauses, takes too long or too short.
//!
//! "who" stands for the noun before it; a verb of its own ends the subject ("The court fined the firm, ruling that …"); a
//! relative clause belongs to the subject that it describes, and what follows that clause is no part of what was said in it.

use super::Relation;
use crate::language::{Function, NounClass, Role, VerbForm};
use crate::noun_phrase::{Phrases, attribute, words};
use crate::text::{Case, Kind, Text};
use std::ops::Range;

/// Mends the source of a relation by the clause that it stands in, and the content of a relative clause.
pub fn mend(text: &Text, relation: &mut Relation) {
    let Some(cue) = relation.cue.first().cloned() else { return };
    if let Some(whole) = with_attribute(text, relation).or_else(|| with_field(text, relation)) {
        for piece in relation.content.iter_mut().filter(|piece| whole.contains(&piece.start)) {
            piece.start = whole.end.min(piece.end);
        }
        relation.source = vec![whole];
    }
    let Some(token) = text.tokens.get(cue.start) else { return };
    let sentence = text.sentences[token.sentence].tokens.clone();
    if let [source] = relation.source.as_mut_slice()
        && sentence.start <= source.start
        && source.end <= cue.start
    {
        if let Some(whole) = behind_caption(text, source) {
            *source = whole;
        }
        let adjoins = (source.end..cue.start).all(|at| leads_to_verb(text, at));
        let mended = antecedent(text, source, &sentence)
            .or_else(|| behind_participle(text, source, &sentence))
            .or_else(|| without_aside(text, source))
            .or_else(|| behind_comparison(text, source))
            .or_else(|| adjoins.then(|| behind_object(text, source)).flatten())
            .or_else(|| adjoins.then(|| with_whose_people(text, source, &sentence)).flatten())
            .or_else(|| behind_opening(text, source))
            .or_else(|| without_predicate(text, source))
            .or_else(|| with_relative_clause(text, source, &cue, &sentence));
        if let Some(mended) = mended {
            *source = mended;
        }
    }
    if let ([source], [content]) = (relation.source.as_slice(), relation.content.as_mut_slice())
        && let Some(end) = end_of_relative_clause(text, source, &cue, content, &sentence)
    {
        content.end = end;
    }
}

/// "des | an dem Umbau beteiligten Vereins": a source that stops before the noun that its article belongs to.
fn with_attribute(text: &Text, relation: &Relation) -> Option<Range<usize>> {
    let [source] = relation.source.as_slice() else { return None };
    let attribute = attribute::extended(text, source.start).filter(|&end| end + 1 >= source.end)?;
    let sentence = text.sentence_of(attribute).tokens.end;
    let noun = (attribute + 1..sentence).find(|&at| text.has_capital(at))?;
    let end = (noun..sentence).find(|&at| !text.has_capital(at)).unwrap_or(sentence);
    (end > source.end && is_beside_cue(relation, source.start, end)).then_some(source.start..end)
}

/// "das Amt | für Weinbau und Obst": a source that stops inside the name of a body, where nouns have capitals.
fn with_field(text: &Text, relation: &Relation) -> Option<Range<usize>> {
    let [source] = relation.source.as_slice() else { return None };
    let body = text.tag(source.end.checked_sub(1)?);
    let is_body = body.name.is_organisation_word || body.is_noun(NounClass::Institution);
    let links = |at: usize| {
        let link = text.is(at, Role::NameLink) && text.has_capital(at + 1);
        link && matches!(text.function(at), Some(Function::Preposition | Function::Conjunction))
    };
    let follows = is_body && text.language.grammar.capitalises_nouns() && links(source.end);
    if !follows || text.function(source.end) != Some(Function::Preposition) {
        return None;
    }
    let mut end = source.end + 2;
    while links(end) && text.function(end) == Some(Function::Conjunction) {
        end += 2;
    }
    is_beside_cue(relation, source.start, end).then_some(source.start..end)
}

/// Whether a source may reach from one token to another without taking the cue in.
fn is_beside_cue(relation: &Relation, start: usize, end: usize) -> bool {
    relation.cue.iter().all(|piece| piece.end <= start || end <= piece.start)
}

/// "Ann Ek, who said": the noun before the pronoun, with what describes it.
fn antecedent(text: &Text, source: &Range<usize>, sentence: &Range<usize>) -> Option<Range<usize>> {
    let at = source.start;
    if source.len() != 1 || !opens_relative_clause(text, at, sentence) {
        return None;
    }
    let phrases = Phrases::new(text);
    let end = end_of_noun(text, at);
    let whole = || (end < at).then(|| phrases.before(at, sentence.start)).flatten();
    let whole = whole().or_else(|| phrases.before(end, sentence.start))?;
    // Of "a wave of letters from his victims", the victims; of "a lawyer for the city", the lawyer.
    let belongs = |at: &usize| {
        let function = text.function(*at);
        words::is_word(text, *at)
            && matches!(
                function,
                None | Some(Function::Determiner | Function::DeterminerPronoun | Function::Possessive)
            )
            && !text.is(*at, Role::Complementizer)
    };
    let nearest = (sentence.start..end).rev().take_while(belongs).last()?;
    let is_person = |head: usize| text.tag(head).noun.is_some_and(|noun| noun.class.is_person());
    let introduced = whole.clone().any(|at| text.is(at, Role::Complementizer));
    Some(if (introduced || is_person(end - 1)) && nearest > whole.start { nearest..end } else { whole })
}

/// Where the noun ends that a relative pronoun stands behind: before a comma and a closing quotation mark.
fn end_of_noun(text: &Text, pronoun: usize) -> usize {
    let quoted = pronoun - usize::from(text.is_quotation_mark(pronoun - 1));
    quoted - usize::from(quoted > 0 && text.is_mark(quoted - 1, &[","]))
}

/// A relative pronoun behind a noun.
fn opens_relative_clause(text: &Text, at: usize, sentence: &Range<usize>) -> bool {
    if at == sentence.start {
        return false;
    }
    let before = |back: usize| at.checked_sub(back).filter(|&at| at >= sentence.start);
    let noun =
        |at: usize| words::is_word(text, at) && matches!(text.function(at), None | Some(Function::DeterminerPronoun));
    if text.is(at, Role::RelativeOfPerson) {
        let last = end_of_noun(text, at).checked_sub(1).filter(|&last| last >= sentence.start);
        return last.is_some_and(noun);
    }
    text.is(at, Role::RelativeOfThing) && before(1).is_some_and(|at| noun(at) && text.tag(at).verb.is_none())
}

/// "Commenting on the ruling, Ann Ek": the subject stands behind the comma.
fn behind_participle(text: &Text, source: &Range<usize>, sentence: &Range<usize>) -> Option<Range<usize>> {
    let opens = source.start == sentence.start && text.is(source.start, Role::PresentParticiple);
    if !opens || text.tag(source.start).noun.is_some() {
        return None;
    }
    let comma = source.clone().find(|&at| text.is_mark(at, &[","]))?;
    (comma + 1 < source.end).then_some(comma + 1..source.end)
}

/// "Image caption | Ann Ek": the label of a caption is no part of who.
fn behind_caption(text: &Text, source: &Range<usize>) -> Option<Range<usize>> {
    let labels = |at: usize| {
        let opens = text.is(at - 1, Role::Captioned) && text.tokens[at - 1].case != Case::Lower;
        opens && text.is(at, Role::PictureLabel)
    };
    let label = (source.start + 1..source.end.saturating_sub(1)).rev().find(|&at| labels(at))?;
    Some(label + 1..source.end)
}

/// "Ann Ek, while opening the bridge, said": what happens meanwhile is no part of who.
fn without_aside(text: &Text, source: &Range<usize>) -> Option<Range<usize>> {
    let opens = |at: usize| text.function(at) == Some(Function::Subordinator);
    let comma = (source.start + 1..source.end).find(|&at| text.is_mark(at, &[","]) && opens(at + 1))?;
    Some(source.start..comma)
}

/// "as good as the organisers hoped": what is compared is no part of who.
fn behind_comparison(text: &Text, source: &Range<usize>) -> Option<Range<usize>> {
    let before = source.start.checked_sub(1).filter(|&at| text.function(at) == Some(Function::Preposition))?;
    let again = (source.start + 1..source.end.saturating_sub(1)).find(|&at| text.norm(at) == text.norm(before))?;
    words::opens_phrase(text, again + 1).then_some(again + 1..source.end)
}

/// "reported Monday that officials", "a rescue that the mayor": what "that" belongs to is not who.
fn behind_object(text: &Text, source: &Range<usize>) -> Option<Range<usize>> {
    let opens_clause = |at: usize| {
        let is_subject = text.is(at, Role::RelativeSubject | Role::PossessiveDeterminer);
        text.is(at, Role::RelativeOfThing | Role::RelativeOfPerson)
            && !is_subject
            && text.function(at - 1) != Some(Function::Preposition)
    };
    let start = (source.start + 1..source.end).rev().find(|&at| opens_clause(at))? + 1;
    let head = text.tag(source.end - 1).noun;
    let opens = words::opens_phrase(text, start)
        || words::is_name(text, start)
        || text.is(start, Role::SubjectPronoun)
        || head.is_some_and(|noun| noun.plural && noun.class.is_person()) && text.tag(start).verb.is_none();
    // "That examined drivers", "that the port sent to drivers".
    let may_be_verb = |at: usize| words::is_finite(text, at) || text.is(at, Role::PastParticiple);
    let is_phrase = !(start..source.end).any(|at| may_be_verb(at) || text.is_mark(at, &[","]));
    (start < source.end && opens && is_phrase).then_some(start..source.end)
}

/// "a person close to | Ann Ek", "members of | the council": those who belong to somebody, not whom they belong to.
fn with_whose_people(text: &Text, source: &Range<usize>, sentence: &Range<usize>) -> Option<Range<usize>> {
    if source.start == sentence.start || text.function(source.start - 1) != Some(Function::Preposition) {
        return None;
    }
    let phrases = Phrases::new(text);
    let whole = phrases.before(source.end, sentence.start).filter(|whole| whole.start < source.start)?;
    let people = phrases.read(whole.clone());
    let is_people = people.noun.is_some_and(|noun| noun.class.is_person()) && people.head < source.start - 1;
    is_people.then_some(whole)
}

/// Whether a word may stand between a subject and its verb.
fn leads_to_verb(text: &Text, at: usize) -> bool {
    matches!(text.function(at), Some(Function::Adverb | Function::Auxiliary | Function::Modal | Function::Negation))
}

fn opens_circumstance(text: &Text, source: &Range<usize>) -> bool {
    matches!(text.function(source.start), Some(Function::Preposition | Function::Subordinator))
}

/// "After the storm the mayor": what opens the sentence is no part of who.
fn behind_opening(text: &Text, source: &Range<usize>) -> Option<Range<usize>> {
    let phrase = opens_circumstance(text, source).then(|| Phrases::new(text).before(source.end, source.start))??;
    (words::opens_phrase(text, phrase.start) && phrase.start > source.start + 1).then_some(phrase)
}

/// "The court fined the firm, ruling that": the subject ends before its own verb.
fn without_predicate(text: &Text, source: &Range<usize>) -> Option<Range<usize>> {
    if opens_circumstance(text, source) {
        return None;
    }
    let phrases = Phrases::new(text);
    let described = source.clone().find(|&at| text.is(at, Role::RelativeOfPerson | Role::RelativeOfThing));
    let verb = (source.start + 1..described.unwrap_or(source.end)).find(|&at| is_predicate(text, at))?;
    // "A crowd met Ann Ek, who": the pronoun stands for the last noun.
    let comma = usize::from(text.is_mark(source.end, &[","]));
    if described.is_none() && text.is(source.end + comma, Role::RelativeOfPerson) {
        return phrases.before(source.end, verb + 1);
    }
    phrases.before(verb, source.start).filter(|phrase| phrase.start == source.start)
}

/// A verb with a tense: an auxiliary, or a past form with its object behind it: "fined the firm".
fn is_predicate(text: &Text, at: usize) -> bool {
    let tensed = || matches!(text.function(at), Some(Function::Auxiliary | Function::Modal | Function::PastVerb));
    let past =
        || text.is(at, Role::PastParticiple) || text.tag(at).verb.is_some_and(|verb| verb.form == VerbForm::Past);
    let has_object = || {
        text.is(at + 1, words::ARTICLE | Role::PossessiveDeterminer | Role::Complementizer)
            || words::is_name(text, at + 1)
    };
    let has_subject = || words::is_word(text, at - 1) && !words::opens_phrase(text, at - 1);
    let is_verb = || tensed() && words::is_finite(text, at) || past() && has_object();
    at > 0 && text.tokens[at].case == Case::Lower && has_subject() && is_verb()
}

/// "A diver who helped to raise the bell told": all from the start of the sentence, not the noun before the verb.
fn with_relative_clause(
    text: &Text,
    source: &Range<usize>,
    cue: &Range<usize>,
    sentence: &Range<usize>,
) -> Option<Range<usize>> {
    let stops = |at: usize| text.tokens[at].kind != Kind::Word && text.tokens[at].kind != Kind::Number;
    let pronoun = (sentence.start + 1..source.start).find(|&at| text.is(at, Role::RelativeOfPerson))?;
    let plain = source.end == cue.start && !(sentence.start..cue.start).any(stops);
    let reports = |at: usize| text.tag(at).verb.is_some_and(|verb| verb.complements.clause);
    if !plain || (pronoun..source.start).any(reports) || (sentence.start..pronoun).any(|at| is_predicate(text, at)) {
        return None;
    }
    let head = Phrases::new(text).before(pronoun, sentence.start)?;
    (head.start == sentence.start).then_some(head.start..source.end)
}

/// "Families who wanted to stay | were moved": where a sentence's own verb follows what its subject is said to have said.
fn end_of_relative_clause(
    text: &Text,
    source: &Range<usize>,
    cue: &Range<usize>,
    content: &Range<usize>,
    sentence: &Range<usize>,
) -> Option<usize> {
    let pronoun = source.end;
    let is_subject = source.start == sentence.start
        && content.start >= cue.end
        && pronoun < cue.start
        && text.is(pronoun, Role::RelativeOfPerson | Role::RelativeOfThing)
        && (pronoun + 1..cue.start).all(|at| text.function(at) == Some(Function::Adverb))
        && content.end + 1 >= sentence.end
        && text.is_mark(sentence.end - 1, &["."]);
    if !is_subject {
        return None;
    }
    let parts = |at: &usize| {
        words::is_word(text, *at)
            && !text.is_quoted(*at)
            && !matches!(
                text.function(*at),
                Some(Function::Subordinator | Function::Conjunction | Function::WhWord | Function::Pronoun)
            )
    };
    let predicates: Vec<usize> = (content.start + 1..content.end)
        .take_while(parts)
        .filter(|&at| is_predicate(text, at) && text.function(at - 1) != Some(Function::Auxiliary))
        .collect();
    let own = usize::from(predicates.len() > 1 && !text.is(content.start, Role::InfinitiveMark));
    let mut verb = *predicates.get(own)?;
    while matches!(text.function(verb - 1), Some(Function::Adverb | Function::Negation)) {
        verb -= 1;
    }
    (verb > content.start).then_some(verb)
}
