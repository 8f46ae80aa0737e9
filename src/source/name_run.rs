//! Runs of capitalised words, and what kind of name each is.
//!
//! Capitals say little at the start of a sentence and nothing in a headline written in title case; there a word
//! counts only together with a capitalised neighbour or where the page or a list knows it as a name.

use super::mention::EntityKind;
use crate::language::{Function, Gender, Noun, NounClass, Role, VerbForm};
use crate::noun_phrase::words;
use crate::text::{Block, Case, Kind, Text};
use rustc_hash::FxHashSet;
use std::ops::Range;

/// A name with the title before it.
#[derive(Debug, Clone)]
pub struct Run {
    pub name: Range<usize>,
    /// "US President", "Kyiv resident"; empty where nothing stands before the name.
    pub title: Range<usize>,
    pub kind: EntityKind,
    pub gender: Option<Gender>,
}

impl Run {
    /// Whether it can stand for itself: several words, or a single name of a place or body.
    pub fn is_full(&self, text: &Text) -> bool {
        self.name.len() > 1 && !(self.name.len() == 2 && text.is(self.name.start, Role::DefiniteArticle))
    }
}

/// All runs of a text, in its order.
pub fn find(text: &Text) -> Vec<Run> {
    let mut finder = Finder {
        text,

        lower: FxHashSet::default(),
        capital: FxHashSet::default(),
        family: FxHashSet::default(),
        runs: Vec::new(),
    };
    finder.see_words();
    for block in &text.blocks {
        finder.read(block);
    }
    finder.runs
}

/// The longest name in tokens: "The Church of Jesus Christ of Latter-day Saints" has nine.
const LONGEST: usize = 24;

/// What a name has in bytes at most before its last word: thousands of marks may repeat it.
const LONGEST_IN_BYTES: usize = 160;

struct Finder<'r, 't> {
    text: &'r Text<'t>,

    /// Words that the page writes in lower case somewhere.
    lower: FxHashSet<&'r str>,
    /// Words that the page capitalises inside sentences.
    capital: FxHashSet<&'r str>,
    /// Words that the page capitalises after a given name.
    family: FxHashSet<&'r str>,
    runs: Vec<Run>,
}

impl<'r> Finder<'r, '_> {
    fn see_words(&mut self) {
        for block in &self.text.blocks {
            let title_case = is_title_case(self.text, block);
            for at in block.tokens.clone().filter(|&at| self.text.tokens[at].kind == Kind::Word) {
                if self.text.tokens[at].case == Case::Lower {
                    self.lower.insert(self.text.norm(at));
                } else if !title_case && !self.starts_sentence(at) {
                    self.capital.insert(self.text.norm(at));
                    if self.capitalised(at - 1) && self.text.tag(at - 1).name.given.is_some() {
                        self.family.insert(self.text.norm(at));
                    }
                }
            }
        }
    }

    /// Whether a capital at this place is owed to the place.
    fn starts_sentence(&self, at: usize) -> bool {
        let token = &self.text.tokens[at];
        let Some(before) = at.checked_sub(1).and_then(|b| self.text.tokens.get(b)) else { return true };
        before.sentence != token.sentence
            || matches!(before.kind, Kind::DoubleQuote | Kind::SingleQuote)
            || matches!(self.text.word(at - 1), ":" | "—" | "–" | "•" | "…")
    }

    fn capitalised(&self, at: usize) -> bool {
        self.text.tokens.get(at).is_some_and(|t| t.kind == Kind::Word && t.case != Case::Lower)
            && !self.text.is(at, Role::Day | Role::Month)
            && !self.text.is(at, Role::HalfDay)
            && !matches!(self.text.function(at), Some(Function::Pronoun | Function::Possessive))
    }

    fn read(&mut self, block: &Block) {
        let title_case = is_title_case(self.text, block);
        let mut at = block.tokens.start;
        while at < block.tokens.end {
            let opener = self.text.is(at, Role::SentenceOpener);
            if !self.capitalised(at) || opener {
                at += 1;
                continue;
            }
            let end = self.run_end(at, block.tokens.end, title_case);
            if title_case {
                self.known_in(at..end);
            } else {
                self.classify(at..end);
            }
            at = end.max(at + 1);
        }
    }

    fn run_end(&self, start: usize, block_end: usize, title_case: bool) -> usize {
        let block_end = block_end.min(start + LONGEST);
        let mut end = start + 1;
        let mut body = self.is_body(start);
        while end < block_end && self.text.span(&(start..end)).len() < LONGEST_IN_BYTES {
            if self.capitalised(end) && (title_case || !self.starts_sentence(end)) && self.text.tokens[end].spaced {
                body |= self.is_body(end);
                end += 1;
                continue;
            }
            // "People's Republic of China", "Women's Tennis Association".
            if words::is_possessive(self.text, end)
                && self
                    .text
                    .tag(end - 1)
                    .noun
                    .is_some_and(|n| n.plural && matches!(n.class, NounClass::Person | NounClass::Crowd))
                && end + 1 < block_end
                && self.capitalised(end + 1)
            {
                body = true;
                end += 2;
                continue;
            }
            // "National Police Chiefs' Council".
            if words::is_possessive(self.text, end)
                && end + 1 < block_end
                && self.capitalised(end + 1)
                && self.is_body(end + 1)
            {
                body = true;
                end += 2;
                continue;
            }
            // "Department of Health and Human Services", "Ursula von der Leyen".
            let link = (end..block_end.min(end + 3))
                .take_while(|&at| self.text.is(at, Role::NameParticle) || body && self.links(at))
                .count();
            let conjunction = self.joins(end)
                && !(start..end).any(|at| {
                    self.text.is(at, Role::NameLink) && self.text.function(at) == Some(Function::Preposition)
                });
            let resumes = link > 0 && !conjunction && end + link < block_end && self.capitalised(end + link);
            let person_follows = resumes
                && self.joins(end)
                && (self.text.tag(end + link).name.is_title || self.text.tag(end + link).name.given.is_some());
            if !resumes || person_follows {
                break;
            }
            end += link + 1;
        }
        end
    }

    /// "of", "and" and the like inside the name of a body.
    fn links(&self, at: usize) -> bool {
        self.text.is(at, Role::NameLink) || self.text.is_mark(at, &["&"])
    }

    /// "and" between two names.
    fn joins(&self, at: usize) -> bool {
        self.text.is(at, Role::Coordinator)
    }

    fn is_body(&self, at: usize) -> bool {
        self.text.tag(at).name.is_organisation_word
    }

    /// In a title-case headline only given names with what follows, and places, are sure.
    fn known_in(&mut self, run: Range<usize>) {
        for at in run.clone() {
            let norm = self.text.norm(at);
            if self.capital.contains(norm) && !self.lower.contains(norm) {
                let kind = if self.text.tag(at).name.is_place { EntityKind::Place } else { EntityKind::Unknown };
                self.runs.push(Run { name: at..at + 1, title: at..at, kind, gender: None });
            }
        }
    }

    fn classify(&mut self, run: Range<usize>) {
        let mut run = run;
        if run.len() == 1 && !self.single_is_name(run.start) {
            return;
        }
        // A sentence that opens with an ordinary word before a name: "Yesterday Trump", "Former President Bush".
        if run.len() > 1 && self.starts_sentence(run.start) && self.ordinary(run.start) {
            run.start += 1;
        }
        // "Meanwhile Tom Reed".
        let names_next = run.len() > 2 && self.text.tag(run.start + 1).name.given.is_some();
        let known = self.text.tag(run.start).name.given.is_some() || self.prefix(run.start) || self.is_label(run.start);
        if names_next && !known && self.starts_sentence(run.start) {
            run.start += 1;
        }
        let last = run.end - 1;
        let people = |noun: Noun| {
            matches!(noun.class, NounClass::Politician | NounClass::Crowd)
                || noun.plural
                    && matches!(
                        noun.class,
                        NounClass::Politician
                            | NounClass::Crowd
                            | NounClass::Insider
                            | NounClass::Expert
                            | NounClass::Person
                    )
        };
        // "Hawk said", where the page also names a "Chad Hawk".
        let family = run.len() == 1 && self.family.contains(self.text.norm(last));
        let given = self.text.tag(run.start).name.given.is_some() && run.len() > 1 || family;
        if !given && !self.is_body(last) && self.text.tag(last).noun.is_some_and(people) {
            return;
        }
        let title = run.clone().rev().skip(1).find(|&at| self.text.tag(at).name.is_title || self.is_label(at));
        if let Some(title) = title {
            let rest = title + 1..run.end;
            // "Martin Luther King Jr." bears no title.
            let inside = title > run.start && self.text.tag(title - 1).name.given.is_some()
                || self.text.is(title + 1, Role::NameSuffix);
            if !inside && self.is_personal(&rest) {
                let gender =
                    run.clone().find_map(|at| if at <= title { self.text.tag(at).name.title_gender } else { None });
                return self.push(rest, run.start..title + 1, EntityKind::Person, gender);
            }
        }
        let joined = run.clone().map(|at| self.text.norm(at)).collect::<Vec<_>>().join(" ");
        if self.text.language.is_place(&joined) {
            return self.push(run.clone(), run.start..run.start, EntityKind::Place, None);
        }
        if run.len() == 1 {
            let name = self.text.tag(last).name;
            if name.is_title || name.is_people {
                return;
            }
            let acronym = self.text.tokens[last].case == Case::Upper && self.text.word(last).len() <= 6;
            let kind = if acronym || self.is_body(last) { EntityKind::Organisation } else { EntityKind::Unknown };
            return self.push(run.clone(), run.start..run.start, kind, None);
        }
        let given = run.clone().find(|&at| at < last && self.text.tag(at).name.given.is_some());
        if let Some(given) = given
            && !self.is_body(last)
            && self.is_personal(&(given..run.end))
            && (given == run.start || run.clone().take_while(|&at| at < given).any(|at| self.prefix(at)))
        {
            return self.push(given..run.end, run.start..given, EntityKind::Person, None);
        }
        if run.clone().any(|at| self.is_body(at)) {
            return self.push(run.clone(), run.start..run.start, EntityKind::Organisation, None);
        }
        let stripped = run.clone().find(|&at| !self.prefix(at)).filter(|&at| run.end - at >= 2).unwrap_or(run.start);
        self.push(stripped..run.end, run.start..stripped, EntityKind::Unknown, None);
    }

    /// Whether a noun stands before a name like a title: "Employee Tom Reed".
    fn is_label(&self, at: usize) -> bool {
        let noun = self.text.tag(at).noun.filter(|n| !n.plural).map(|n| n.class);
        matches!(noun, Some(NounClass::Insider | NounClass::Spokesperson | NounClass::Office | NounClass::Expert))
    }

    /// Whether a word may stand before a name without belonging to it.
    fn prefix(&self, at: usize) -> bool {
        let name = self.text.tag(at).name;
        name.is_demonym || name.is_place || name.is_organisation_word || name.is_title
    }

    fn ordinary(&self, at: usize) -> bool {
        let norm = self.text.norm(at);
        self.lower.contains(norm)
            && !self.capital.contains(norm)
            && self.text.tag(at).name.given.is_none()
            && !self.text.tag(at).name.is_title
            && !self.is_body(at)
    }

    fn single_is_name(&self, at: usize) -> bool {
        let norm = self.text.norm(at);
        if !self.starts_sentence(at) {
            return true;
        }
        let followed = self.is_followed_like_a_name(at + 1);
        let tag = self.text.tag(at);
        let noun = tag.noun.is_some();
        // "Teachers" opens a sentence as a noun although there is a "Teachers Association".
        self.capital.contains(norm) && !(noun && self.lower.contains(norm))
            || tag.name.is_place
            || !self.lower.contains(norm)
                && (self.text.tokens[at].case != Case::Capital || tag.name.given.is_some() || followed)
                && !noun
                && tag.function.is_none()
    }

    /// Whether what a subject or possessor is followed by stands here: "|’s", "| denied", "| also", "|, a lawyer".
    fn is_followed_like_a_name(&self, at: usize) -> bool {
        let tag = self.text.tag(at);
        let finite =
            tag.noun.is_none() && tag.verb.is_some_and(|verb| matches!(verb.form, VerbForm::Past | VerbForm::Present));
        finite
            || matches!(tag.function, Some(Function::Possessive | Function::Auxiliary | Function::Adverb))
            || tag.is(Role::RelativeOfPerson)
            || self.text.is_mark(at, &[","])
    }

    fn is_personal(&self, name: &Range<usize>) -> bool {
        (1..=5).contains(&name.len())
            && !name.clone().any(|at| self.is_body(at))
            && !name.clone().any(|at| self.links(at))
            && !self.text.tag(name.start).name.is_demonym
    }

    fn push(&mut self, name: Range<usize>, title: Range<usize>, kind: EntityKind, gender: Option<Gender>) {
        let start = if title.is_empty() { name.start } else { title.start };
        let before = self.title_before(start);
        let title = if before < start { before..name.start } else { title };
        let title = if title.is_empty() { name.start..name.start } else { title };
        let person = kind == EntityKind::Unknown && before < start && title.end == name.start;
        let kind = if person { EntityKind::Person } else { kind };
        let first = self.text.tag(name.start).name;
        let given = (kind != EntityKind::Organisation && kind != EntityKind::Place && name.len() > 1)
            .then(|| first.given.filter(|_| !first.is_family_first))
            .flatten();
        let gender = gender.or(given).or_else(|| title.clone().find_map(|at| self.text.tag(at).name.title_gender));
        // A body or place that another possesses is named with it: "Russia's Defense Ministry".
        let possessed = kind == EntityKind::Organisation
            && name.len() > 1
            && name.start >= 2
            && words::is_possessive(self.text, name.start - 1);
        let name = match self.runs.last() {
            Some(owner) if possessed && owner.name.end == name.start - 1 && owner.kind == EntityKind::Place => {
                let owner = self.runs.pop().map_or(name.start, |o| o.name.start);
                owner..name.end
            }
            _ => name,
        };
        self.runs.push(Run { name, title, kind, gender });
    }

    /// Where lower-case title words before a name start: "Kyiv resident", "vice-premier".
    fn title_before(&self, name: usize) -> usize {
        let Some(last) = name.checked_sub(1) else { return name };
        let token = &self.text.tokens[last];
        let class = self.text.tag(last).noun.filter(|n| !n.plural).map(|n| n.class);
        let person = matches!(
            class,
            Some(
                NounClass::Insider
                    | NounClass::Spokesperson
                    | NounClass::Person
                    | NounClass::Expert
                    | NounClass::Politician
                    | NounClass::Office
                    | NounClass::Crowd
            )
        );
        let same_sentence = token.sentence == self.text.tokens[name].sentence;
        if !person || token.case != Case::Lower || token.kind != Kind::Word || !same_sentence {
            return name;
        }
        let earliest = self.text.sentence_of(last).tokens.start.max(last.saturating_sub(4));
        (earliest..=last)
            .rev()
            .take_while(|&at| {
                let token = &self.text.tokens[at];
                token.kind == Kind::Word
                    && !self.text.is(at, Role::SentenceOpener)
                    && !words::is_possessive(self.text, at)
            })
            .last()
            .unwrap_or(last)
    }
}

/// Whether a headline capitalises (nearly) all of its words.
fn is_title_case(text: &Text, block: &Block) -> bool {
    let words = block.tokens.clone().filter(|&at| text.tokens[at].kind == Kind::Word && text.norm(at).len() > 3);
    let (mut capital, mut all) = (0, 0);
    for at in words {
        all += 1;
        capital += usize::from(text.tokens[at].case != Case::Lower);
    }
    block.headline && all >= 3 && capital * 10 >= all * 8
}
