//! Runs of capitalised words, and what kind of name each is.
//!
//! Capitals say little at the start of a sentence and nothing in a headline written in title case; there a word
//! counts only together with a capitalised neighbour or where the page or a list knows it as a name.

mod kind;

use super::EntityKind;
use crate::language::{Function, Gender, Noun, NounClass, Role};
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
#[inline(never)]
pub fn find(text: &Text) -> Vec<Run> {
    let mut finder = Finder {
        text,
        lower: FxHashSet::default(),
        capital: FxHashSet::default(),
        family: FxHashSet::default(),
        owning: FxHashSet::default(),
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

/// How many words in lower case may stand between two capitals of a name: "of the".
const MOST_LINKS: usize = 3;

struct Finder<'r, 't> {
    text: &'r Text<'t>,
    /// Words that the page writes in lower case somewhere.
    lower: FxHashSet<&'r str>,
    /// Words that the page capitalises inside sentences.
    capital: FxHashSet<&'r str>,
    /// Words that the page capitalises after a given name.
    family: FxHashSet<&'r str>,
    /// Words before the ending of a possessor behind which a verb stands, once: "Poor" in "Standard & Poor's said".
    owning: FxHashSet<&'r str>,
    runs: Vec<Run>,
}

impl<'r> Finder<'r, '_> {
    fn see_words(&mut self) {
        for block in &self.text.blocks {
            let title_case = is_title_case(self.text, block);
            for at in block.tokens.clone().filter(|&at| self.text.tokens[at].kind == Kind::Word) {
                if self.text.is(at, Role::Said)
                    && at >= 2
                    && words::is_possessive(self.text, at - 1)
                    && self.capitalised(at - 2)
                {
                    self.owning.insert(self.text.norm(at - 2));
                }
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
        if self.is_quoted_name(at) {
            return false;
        }
        let token = &self.text.tokens[at];
        let Some(before) = at.checked_sub(1).and_then(|b| self.text.tokens.get(b)) else { return true };
        before.sentence != token.sentence
            || matches!(before.kind, Kind::DoubleQuote | Kind::SingleQuote)
            || matches!(self.text.word(at - 1), ":" | "—" | "–" | "•" | "…")
    }

    /// "die Partei „Mitte“", "der Blog »Naver«": a name in quotation marks behind the noun for what bears it.
    fn is_quoted_name(&self, at: usize) -> bool {
        const LONGEST: usize = 5;
        let text = self.text;
        let is_mark = |at: usize| text.tokens.get(at).is_some_and(|token| token.kind == Kind::DoubleQuote);
        let Some(noun) = at.checked_sub(2).filter(|_| text.language.grammar.capitalises_nouns() && is_mark(at - 1))
        else {
            return false;
        };
        let bears_name = |noun: Noun| matches!(noun.class, NounClass::Institution | NounClass::Media);
        text.tokens[noun].sentence == text.tokens[at].sentence
            && text.tag(noun).noun.is_some_and(bears_name)
            && (at + 1..=at + LONGEST).any(is_mark)
    }

    fn capitalised(&self, at: usize) -> bool {
        let capital = |case: Case| case != Case::Lower || self.text.word(at).starts_with('@');
        self.text.tokens.get(at).is_some_and(|t| t.kind == Kind::Word && capital(t.case))
            && !self.text.word(at).starts_with('#')
            && !self.is_made_of_name(at)
            && !self.text.is(at, Role::Day | Role::Month | Role::HalfDay)
            && !matches!(self.text.function(at), Some(Function::Pronoun | Function::Possessive))
    }

    /// "London-based", "pro-Ek", "mid-March"; but "al-Qaida".
    fn is_made_of_name(&self, at: usize) -> bool {
        let prefix = self
            .text
            .word(at)
            .split_once('-')
            .map(|(first, _)| first)
            .filter(|first| first.starts_with(char::is_lowercase));
        self.text.is(at, Role::MadeOfName)
            || prefix.is_some_and(|prefix| !self.text.language.tag(prefix).is(Role::NameParticle))
    }

    /// "@name", "#word": a name by itself, and no part of another one.
    fn is_handle(&self, at: usize) -> bool {
        self.text.word(at).starts_with(['@', '#'])
    }

    fn read(&mut self, block: &Block) {
        let title_case = is_title_case(self.text, block);
        let mut at = block.tokens.start;
        while at < block.tokens.end {
            // "Wovor Ek warnt": where nouns have capitals, no name opens a sentence with a word of a closed class.
            let capitalises = self.text.language.grammar.capitalises_nouns();
            let closed = || capitalises && self.starts_sentence(at) && self.text.function(at).is_some();
            let opener = self.text.is(at, Role::SentenceOpener) || closed();
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

    /// Where the run of capitals ends that starts at a token, with what may stand between them in lower case.
    fn run_end(&self, start: usize, block_end: usize, title_case: bool) -> usize {
        if let Some(end) = self.initials_end(start, block_end) {
            return end;
        }
        let block_end = block_end.min(start + LONGEST);
        let mut end = start + 1;
        let mut body = self.is_body(start);
        while end < block_end && self.text.span(&(start..end)).len() < LONGEST_IN_BYTES {
            if self.text.is(end - 1, Role::CompanySuffix) && end > start + 1 {
                break;
            }
            if self.capitalised(end)
                && !self.is_handle(end - 1)
                && !self.is_handle(end)
                && (title_case || !self.starts_sentence(end))
                && self.text.tokens[end].spaced
            {
                body |= self.is_body(end);
                end += 1;
            } else if words::is_possessive(self.text, end) && self.owning.contains(self.text.norm(end - 1)) {
                body = true;
                end += 1;
            } else if self.is_slash(end) && end + 1 < block_end && self.capitalised(end + 1) {
                end += 2;
            } else if self.is_inner_possessor(end, block_end) {
                body = true;
                end += 2;
            } else if let Some(next) = self.fields_end(start, end, block_end, body) {
                end = next;
            } else if let Some(next) = self.link_end(start, end, block_end, body) {
                end = next + 1;
            } else {
                break;
            }
        }
        end
    }

    /// "Economic Commission for Latin America and the Caribbean| (ECLAC)": the end of a name whose initials stand in brackets behind
    /// it (Schwartz and Hearst, "A simple algorithm for identifying abbreviation definitions in biomedical text", 2003).
    fn initials_end(&self, start: usize, block_end: usize) -> Option<usize> {
        let text = self.text;
        let may_stand_inside =
            |&at: &usize| self.capitalised(at) || self.links(at) || text.function(at) == Some(Function::Preposition);
        let end = (start..block_end.min(start + LONGEST)).find(|at| !may_stand_inside(at))?;
        let short = Some(end + 1)
            .filter(|&short| short + 1 < block_end && text.is_mark(end, &["("]) && text.is_mark(short + 1, &[")"]))?;
        let initials = (start..end).filter(|&at| self.capitalised(at)).filter_map(|at| text.word(at).chars().next());
        let is_short = text.word(short).chars().count() > 1 && initials.eq(text.word(short).chars());
        is_short.then_some(end)
    }

    /// "Women’s Tennis Association", "National Police Chiefs’ Council": whether the clitic stands inside a name.
    fn is_inner_possessor(&self, clitic: usize, end: usize) -> bool {
        let people = |noun: Noun| noun.plural && matches!(noun.class, NounClass::Person | NounClass::Crowd);
        words::is_possessive(self.text, clitic)
            && clitic + 1 < end
            && self.capitalised(clitic + 1)
            && (self.is_body(clitic + 1) || self.text.tag(clitic - 1).noun.is_some_and(people))
    }

    /// "CNN/ORC": one name for what two do together.
    fn is_slash(&self, at: usize) -> bool {
        self.text.is_mark(at, &["/"])
            && [at, at + 1].iter().all(|&at| self.text.tokens.get(at).is_some_and(|token| !token.spaced))
    }

    /// "Department of Health and Human Services", "Ursula von der Leyen": the capital behind words that link a name's
    /// parts.
    fn link_end(&self, start: usize, end: usize, block_end: usize, body: bool) -> Option<usize> {
        let is_cause = |at: usize| at == end && self.is_cause(start, at);
        let is_link = |&at: &usize| {
            self.is_particle(at, end - 1)
                || body && self.links(at)
                || self.is_ampersand(at)
                || is_cause(at)
                || self.is_partners(at)
                || at == end && self.joins_portfolios(at, block_end)
        };
        // "Institut für Polar- | und Meeresforschung".
        let cut = usize::from(body && self.text.is_mark(end, &["-"]) && !self.text.tokens[end].spaced);
        let links = (end + cut..block_end.min(end + MOST_LINKS)).take_while(is_link).count();
        let next = end + cut + links;
        let is_field = || body && self.is_field(end + cut, next);
        if links == 0 || next >= block_end || !self.capitalised(next) && !is_field() {
            return None;
        }
        let is_preposition = |at: usize| self.text.function(at) == Some(Function::Preposition);
        let whole = || (start..end).any(|at| self.text.is(at, Role::NameLink) && is_preposition(at));
        let name = self.text.tag(next).name;
        // "A Federation and the B Union", but "Committee on Competition Between the A and the B".
        let pairs = || (start..end).any(|at| is_preposition(at) && self.capitalised(at));
        let places = || name.is_place && self.text.tag(end - 1).name.is_place;
        let listed =
            self.joins(end) && links > 1 && self.text.is(end + 1, Role::DefiniteArticle) && !pairs() && !places();
        if self.is_partners(end) {
            return Some(next);
        }
        let other =
            listed || self.joins(end) && !self.is_ampersand(end) && (!whole() || name.is_title || name.given.is_some());
        (!other).then_some(next)
    }

    /// "Ministry of Economy|, Trade and Industry": the end of a list of what a body is there for.
    fn fields_end(&self, start: usize, comma: usize, block_end: usize, body: bool) -> Option<usize> {
        const MOST: usize = 3;
        let is_field = |at: usize| {
            let tag = self.text.tag(at);
            at < block_end
                && self.text.tokens[at].case == Case::Capital
                && tag.name.given.is_none()
                && !(tag.name.is_place || tag.name.is_title || tag.name.is_demonym || self.is_body(at))
        };
        let of = |at: usize| self.text.is(at, Role::NameLink) && self.text.function(at) == Some(Function::Preposition);
        if !body || !(start..comma).any(of) || !is_field(comma - 1) {
            return None;
        }
        let mut at = comma;
        for _ in 0..MOST {
            if !(self.text.is_mark(at, &[","]) && is_field(at + 1)) {
                break;
            }
            at += 2;
        }
        let last = at + usize::from(self.text.is_mark(at, &[","]));
        (at > comma && self.joins(last) && is_field(last + 1)).then_some(last + 2)
    }

    /// "Alternative | for Germany": what a movement, named by one word, is for; but "Ek for president", "Vote for Ek".
    fn is_cause(&self, start: usize, at: usize) -> bool {
        let name = self.text.tag(start).name;
        at == start + 1
            && self.text.is(at, Role::NameCause)
            && !self.starts_sentence(start)
            && name.given.is_none()
            && !(name.is_place || name.is_title)
            && !self.family.contains(self.text.norm(start))
    }

    /// "Trade | and Industry Secretary Ann Ek": whether "and" stands between the parts of what an office is for.
    fn joins_portfolios(&self, at: usize, block_end: usize) -> bool {
        const LONGEST: usize = 3;
        let parts = at + 1..block_end.min(at + 1 + LONGEST);
        let office = parts.clone().find(|&part| self.text.tag(part).name.is_title);
        let goes_on = |office: usize| office > at + 1 && (at + 1..=office).all(|part| self.capitalised(part));
        self.joins(at) && self.text.is(at - 1, Role::Portfolio) && office.is_some_and(goes_on)
    }

    /// "Ek | and Co", "Ek | and Lund's" where that is a name.
    fn is_partners(&self, at: usize) -> bool {
        let owning = || words::is_possessive(self.text, at + 2) && self.owning.contains(self.text.norm(at + 1));
        self.joins(at) && (self.text.is(at + 1, Role::Partners) || owning())
    }

    /// "Bundesagentur für | Arbeit", "Amt für Wein | und Obst", "Verband der | Feuerwehren": a noun in the name of a body that says
    /// what it is there for, behind a link.
    fn is_field(&self, link: usize, at: usize) -> bool {
        let is_noun = |at: usize| self.text.has_capital(at) && self.text.tokens[at].case == Case::Lower;
        let function = self.text.function(link);
        let genitive = || self.text.is(link, Role::DefiniteArticle) && self.text.is(at, Role::Plural);
        let joined = || {
            let before = if self.text.is_mark(link - 1, &["-"]) { link - 2 } else { link - 1 };
            self.text.is(link, Role::Coordinator) && (before < link - 1 || is_noun(before))
        };
        let links = function == Some(Function::Preposition) || genitive() || joined();
        links && at == link + 1 && is_noun(at)
    }

    /// "von der" in "Ursula von der Leyen". A word that also does other work in the language is none behind a whole name: "Harald
    /// Ek von der Klinik".
    fn is_particle(&self, at: usize, before: usize) -> bool {
        let name = self.text.tag(before).name;
        self.text.is(at, Role::NameParticle)
            && (name.given.is_some() || name.is_title || self.text.function(at).is_none())
    }

    /// "of", "and" and the like inside the name of a body.
    fn links(&self, at: usize) -> bool {
        self.text.is(at, Role::NameLink) || self.is_ampersand(at)
    }

    /// "Ek & Lund" is one firm.
    fn is_ampersand(&self, at: usize) -> bool {
        self.text.is_mark(at, &["&"])
    }

    /// "and" between two names.
    fn joins(&self, at: usize) -> bool {
        self.text.is(at, Role::Coordinator)
    }

    fn is_body(&self, at: usize) -> bool {
        let tag = self.text.tag(at);
        let is_noun = || self.text.language.grammar.capitalises_nouns() && tag.is_noun(NounClass::Institution);
        tag.name.is_organisation_word || self.text.tokens[at].case != Case::Lower && is_noun()
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
}

/// How many longer words a line that is not known as a headline must have to be read as one that capitalises its words.
const UNMARKED: usize = 5;

/// Whether a headline capitalises (nearly) all of its words.
pub fn is_title_case(text: &Text, block: &Block) -> bool {
    let words = block.tokens.clone().filter(|&at| text.tokens[at].kind == Kind::Word && text.norm(at).len() > 3);
    let (mut capital, mut all) = (0, 0);
    for at in words {
        all += 1;
        capital += usize::from(text.tokens[at].case != Case::Lower);
    }
    all >= if block.headline { 3 } else { UNMARKED } && capital * 10 >= all * 8
}
