//! What a text must hold for a pattern to fit: most patterns are about words that most pages do not have.

use super::fold::folded;
use regex_syntax::ast::{Ast, RepetitionKind, RepetitionRange, parse::Parser};

#[derive(Debug, PartialEq, Eq)]
pub(super) enum Needs {
    /// These letters, in any case.
    Letters(Box<str>),
    All(Vec<Needs>),
    /// At least one of them.
    Any(Vec<Needs>),
}

/// Fewer letters than this are in nearly every text.
const SHORTEST: usize = 2;

/// What a text must hold for a pattern to fit, and the letters of which some begin every match, where there are any.
#[derive(Debug)]
pub(super) struct Needed {
    /// None where the pattern may fit anywhere.
    pub(super) needs: Option<Needs>,
    pub(super) beginnings: Vec<Box<str>>,
}

/// An error for what is no pattern.
pub(super) fn needed(pattern: &str) -> Result<Needed, Box<regex_syntax::ast::Error>> {
    let ast = Parser::new().parse(pattern).map_err(Box::new)?;
    Ok(Needed { needs: of(&ast), beginnings: beginnings(&ast).unwrap_or_default() })
}

fn beginnings(ast: &Ast) -> Option<Vec<Box<str>>> {
    let of_parts = |parts: &[Ast]| {
        let is_nothing =
            |part: &&Ast| matches!(part, Ast::Assertion(_) | Ast::Empty(_) | Ast::Flags(_)) || is_boundary(part);
        let mut parts = parts.iter().skip_while(is_nothing).peekable();
        let letter = |part: &&Ast| matches!(part, Ast::Literal(_));
        if parts.peek().is_some_and(letter) {
            let letters = parts.map_while(|part| if let Ast::Literal(literal) = part { Some(literal.c) } else { None });
            Some(vec![folded(&letters.collect::<String>()).into()])
        } else {
            beginnings(parts.next()?)
        }
    };
    match ast {
        Ast::Literal(_) => of_parts(std::slice::from_ref(ast)),
        Ast::Concat(concat) => of_parts(&concat.asts),
        Ast::Group(group) => beginnings(&group.ast),
        Ast::Alternation(either) => {
            either.asts.iter().map(beginnings).collect::<Option<Vec<_>>>().map(|lists| lists.concat())
        }
        Ast::Repetition(repetition) if is_needed(&repetition.op.kind) => beginnings(&repetition.ast),
        _ => None,
    }
}

/// A group of nothing but an assertion.
fn is_boundary(ast: &Ast) -> bool {
    matches!(ast, Ast::Group(group) if matches!(*group.ast, Ast::Assertion(_)))
}

fn of(ast: &Ast) -> Option<Needs> {
    match ast {
        Ast::Literal(_) => all(std::slice::from_ref(ast)),
        Ast::Concat(concat) => all(&concat.asts),
        Ast::Group(group) => of(&group.ast),
        Ast::Alternation(either) => either.asts.iter().map(of).collect::<Option<_>>().map(Needs::Any),
        Ast::Repetition(repetition) if is_needed(&repetition.op.kind) => of(&repetition.ast),
        _ => None,
    }
}

/// What stands one after the other. Letters that nothing stands between are looked for together.
fn all(parts: &[Ast]) -> Option<Needs> {
    let mut needed = Vec::new();
    let mut letters = String::new();
    let end = |letters: &mut String, needed: &mut Vec<Needs>| {
        if letters.len() >= SHORTEST {
            needed.push(Needs::Letters(folded(letters).into()));
        }
        letters.clear();
    };
    for part in parts {
        match part {
            Ast::Literal(literal) => letters.push(literal.c),
            Ast::Assertion(_) | Ast::Empty(_) | Ast::Flags(_) => {}
            part if is_boundary(part) => {}
            part => {
                end(&mut letters, &mut needed);
                needed.extend(of(part));
            }
        }
    }
    end(&mut letters, &mut needed);
    if needed.len() > 1 { Some(Needs::All(needed)) } else { needed.pop() }
}

fn is_needed(kind: &RepetitionKind) -> bool {
    use RepetitionRange::{AtLeast, Bounded, Exactly};
    match kind {
        RepetitionKind::OneOrMore => true,
        RepetitionKind::ZeroOrOne | RepetitionKind::ZeroOrMore => false,
        RepetitionKind::Range(Exactly(least) | AtLeast(least) | Bounded(least, _)) => *least > 0,
    }
}

#[cfg(test)]
mod tests {
    use super::{Needs, needed};

    /// What a pattern needs as a formula, and what begins its matches.
    fn check(pattern: &str, needs: &str, beginnings: &[&str]) {
        let needed = needed(pattern).unwrap();
        assert_eq!(needed.needs.as_ref().map(told).unwrap_or_default(), needs, "{pattern}");
        assert_eq!(needed.beginnings.iter().map(|letters| &**letters).collect::<Vec<_>>(), beginnings, "{pattern}");
    }

    fn told(needs: &Needs) -> String {
        let joined = |parts: &[Needs], by: &str| format!("({})", parts.iter().map(told).collect::<Vec<_>>().join(by));
        match needs {
            Needs::Letters(letters) => letters.to_string(),
            Needs::All(parts) => joined(parts, " and "),
            Needs::Any(parts) => joined(parts, " or "),
        }
    }

    #[test]
    fn letters_that_must_be_there_are_needed() {
        check(r"So-called \w+", "so-called ", &["so-called "]);
        check(r"(?-u:\b)claim(s|ed)?(?-u:\b)", "claim", &["claim"]);
        check(
            "(alleged|so-called) (truce|peace)",
            "((alleged or so-called) and (truce or peace))",
            &["alleged", "so-called"],
        );
        check("(un|dis)?like(ly)+", "(like and ly)", &[]);
        check("colou?r", "colo", &["colo"]);
    }

    #[test]
    fn what_may_fit_anywhere_needs_nothing() {
        for pattern in [r"\w+", "(a|said)", "[A-Z]{3}", "(said)*", "a|b", "x{0}"] {
            assert!(needed(pattern).unwrap().needs.is_none(), "{pattern}");
        }
        assert!(needed("x)|(y").is_err());
    }
}
