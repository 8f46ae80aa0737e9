//! Automata that are made quickly rather than quick: a piece of a page is short, and seldom is a pattern tried in many. One whose
//! states are worked out from the text has to be prepared for that, forwards and backwards, which costs several times as much.

use super::ProblemKind;
use regex_automata::nfa::thompson::backtrack::{self, BoundedBacktracker};
use regex_automata::nfa::thompson::pikevm::{self, PikeVM};
use regex_automata::nfa::thompson::{Compiler, Config, WhichCaptures};
use regex_automata::util::syntax;
use regex_automata::{Anchored, Input, Match};

/// The largest automaton, in bytes.
const LARGEST: usize = 1 << 18;

/// In so many bytes a search notes where it has been. It begins anew after each match, and a page can consist of matches.
const NOTED: usize = 1 << 14;

/// Makes automata. The memory in which it works is got once.
pub(super) struct Maker(Compiler);

#[derive(Debug)]
pub(super) struct Automaton {
    /// Remembers for each state where it has been in the text, which it can for most texts and patterns.
    backtracker: BoundedBacktracker,
    /// For the others.
    simulation: PikeVM,
}

/// A search in a text.
pub(super) struct Search<'s> {
    text: &'s str,
    way: Way<'s>,
}

enum Way<'s> {
    Backtracker(&'s BoundedBacktracker, backtrack::Cache),
    Simulation(&'s PikeVM, pikevm::Cache),
}

impl Maker {
    pub(super) fn new() -> Self {
        let mut compiler = Compiler::new();
        compiler.syntax(syntax::Config::new().case_insensitive(true));
        compiler.configure(Config::new().which_captures(WhichCaptures::Implicit).nfa_size_limit(Some(LARGEST)));
        Self(compiler)
    }

    /// An automaton of some patterns, of which the first has precedence; none where one is no pattern or all are too large.
    pub(super) fn make(&self, patterns: &[&str]) -> Option<Automaton> {
        let nfa = self.0.build_many(patterns).ok()?;
        let config = backtrack::Config::new().visited_capacity(NOTED);
        let backtracker = BoundedBacktracker::builder().configure(config).build_from_nfa(nfa.clone()).ok()?;
        Some(Automaton { backtracker, simulation: PikeVM::new_from_nfa(nfa).ok()? })
    }

    /// Why a pattern cannot be used.
    pub(super) fn check(&self, pattern: &str) -> Result<(), (ProblemKind, Option<String>)> {
        if let Err(error) = regex_syntax::parse(pattern) {
            return Err((ProblemKind::Syntax, error.to_string().rsplit('\n').next().map(str::to_owned)));
        }
        let automaton = self.make(&[pattern]).ok_or((ProblemKind::Large, None))?;
        match automaton.search("").find(0, Anchored::No) {
            Some(_) => Err((ProblemKind::Empty, None)),
            None => Ok(()),
        }
    }
}

impl Automaton {
    pub(super) fn search<'s>(&'s self, text: &'s str) -> Search<'s> {
        let way = if text.len() <= self.backtracker.max_haystack_len() {
            Way::Backtracker(&self.backtracker, self.backtracker.create_cache())
        } else {
            Way::Simulation(&self.simulation, self.simulation.create_cache())
        };
        Search { text, way }
    }
}

impl Search<'_> {
    pub(super) fn find(&mut self, from: usize, anchored: Anchored) -> Option<Match> {
        let input = Input::new(self.text).range(from..).anchored(anchored);
        match &mut self.way {
            Way::Backtracker(backtracker, cache) => backtracker.try_find(cache, input).ok().flatten(),
            Way::Simulation(simulation, cache) => simulation.find(cache, input),
        }
    }
}
