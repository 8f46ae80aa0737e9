//! What speaks for an attribution that no pattern explains, in facts that a reader can check on the page.
//!
//! The model adds up hundreds of hashed features; a list of weights would tell a reader nothing. These facts are among
//! what it sees: the word of the cue, who stands beside it, how the content opens and whether it is quoted. They are
//! read off the relation that was kept, so they say what speaks for it, not how much each of them weighed.

use super::Relation;
use crate::analysis::{Attitude, Quoting, Why};
use crate::kinds::RuleId;
use crate::language::{Function, Role};
use crate::text::{Kind, Text};
use std::ops::Range;

/// Tokens of a content that are searched for its verb.
const LONGEST_SUBJECT: usize = 20;

/// The facts of [`crate::kinds::Mark::Evidence`] that hold for a relation; none where a pattern decided.
pub fn evidence(text: &Text, relation: &Relation) -> Vec<Why> {
    if relation.rule != RuleId::Model {
        return Vec::new();
    }
    let at = |rule, tokens: Range<usize>| Why { rule, words: vec![text.span(&tokens)] };
    let cue = cue_word(text, relation).map(|(rule, token)| at(rule, token..token + 1));
    let beside = neighbour(text, relation).map(|(rule, source)| at(rule, source));
    let quoting = match relation.quoting {
        Quoting::Direct => Some(RuleId::Quoted),
        Quoting::Mixed => Some(RuleId::PartlyQuoted),
        Quoting::Indirect => None,
    };
    let quoting = quoting.map(|rule| Why { rule, words: Vec::new() });
    let content = relation.content.first().cloned().unwrap_or(0..0);
    let opening = (!content.is_empty() && text.is(content.start, Role::ContentOpener)).then_some(content.start);
    let opening = opening.map(|token| at(RuleId::ContentOpened, token..token + 1));
    let verb = own_verb(text, content).map(|token| at(RuleId::OwnVerb, token..token + 1));
    [cue, beside, quoting, opening, verb].into_iter().flatten().collect()
}

/// The word of the cue that reports, and what it is.
fn cue_word(text: &Text, relation: &Relation) -> Option<(RuleId, usize)> {
    let tagged = || relation.cue.iter().cloned().flatten().map(|token| (text.tag(token), token));
    let verb = tagged().filter_map(|(tag, token)| Some((tag.verb?.group.attitude(), token))).next_back();
    let rule = |attitude| match attitude {
        Attitude::Statement => RuleId::VerbStatement,
        Attitude::Belief => RuleId::VerbBelief,
        Attitude::Evidence => RuleId::VerbEvidence,
    };
    verb.map(|(attitude, token)| (rule(attitude), token)).or_else(|| {
        let noun = tagged().find(|(tag, _)| tag.reporting_noun.is_some());
        noun.map(|(_, token)| (RuleId::ReportingNoun, token))
    })
}

/// The source, where only a mark or a word parts it from the cue.
fn neighbour(text: &Text, relation: &Relation) -> Option<(RuleId, Range<usize>)> {
    let (source, cue) = (relation.source.first()?, relation.cue.first()?);
    let sentence = |token: usize| text.tokens.get(token).map(|token| token.sentence);
    let is_near = |from: usize, to: usize| from <= to && to - from <= 1 && sentence(from) == sentence(to);
    if is_near(source.end, cue.start) {
        Some((RuleId::SourceBefore, source.clone()))
    } else if is_near(cue.end, source.start) {
        Some((RuleId::SourceAfter, source.clone()))
    } else {
        None
    }
}

/// The first verb in a content that shows it to be a clause.
fn own_verb(text: &Text, content: Range<usize>) -> Option<usize> {
    let is_verb = |&token: &usize| {
        let function = text.tag(token).function;
        let is_word = text.tokens.get(token).is_some_and(|token| token.kind == Kind::Word);
        is_word && matches!(function, Some(Function::Auxiliary | Function::Modal | Function::PastVerb))
    };
    content.take(LONGEST_SUBJECT).find(is_verb)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;
    use crate::text::Document;

    /// The facts that hold where a source, a cue and a content stand in a text, each with the words it quotes.
    fn check(sentence: &str, [source, cue, content]: [&str; 3], quoting: Quoting, expected: &[&str]) {
        let language = Language::english();
        let text = Text::read(&Document::new(sentence, "\n"), &language);
        let tokens = |words: &str| {
            let start = sentence.find(words).expect(words);
            let tokens = text.tokens_in(crate::Span::new(start, start + words.len()));
            if words.is_empty() { vec![] } else { vec![tokens] }
        };
        let relation = Relation {
            id: 0,
            source: tokens(source),
            cue: tokens(cue),
            content: tokens(content),
            attitude: Attitude::Statement,
            quoting,
            depth: 0,
            via: None,
            confidence: 0.5,
            rule: RuleId::Model,
        };
        let told = |why: &Why| {
            let words: Vec<_> = why.words.iter().map(|span| span.of(sentence)).collect();
            format!("{} {}", why.rule.name(), words.join(" … ")).trim().to_owned()
        };
        assert_eq!(evidence(&text, &relation).iter().map(told).collect::<Vec<_>>(), expected, "{sentence}");
        let decided = Relation { rule: RuleId::ThatClause, ..relation };
        assert!(evidence(&text, &decided).is_empty());
    }

    #[test]
    fn facts_of_cue_source_and_content() {
        check(
            "Ek had repeatedly warned that the dam was weak.",
            ["Ek", "had repeatedly warned", "that the dam was weak"],
            Quoting::Indirect,
            &["verb-statement warned", "source-before Ek", "content-opened that", "own-verb was"],
        );
        check(
            "“Not now,” muttered the mayor.",
            ["the mayor", "muttered", "“Not now,”"],
            Quoting::Direct,
            &["verb-statement muttered", "source-after the mayor", "quoted"],
        );
        check(
            "Their allegation in a letter: high “rents”.",
            ["Their", "allegation", "high “rents”"],
            Quoting::Mixed,
            &["reporting-noun allegation", "source-before Their", "partly-quoted"],
        );
    }

    #[test]
    fn a_source_far_away_is_no_evidence() {
        check("Ek, in the end, sided with them.", ["Ek", "sided with", "them"], Quoting::Indirect, &[]);
    }
}
