//! What kind of name a run of capitals is, and which of its words are titles.

use super::{Finder, Run};
use crate::language::{Function, Gender, Noun, NounClass, NounTrait, Role, VerbForm};
use crate::noun_phrase::words::{self, QUANTITY};
use crate::source::names::EntityKind;
use crate::text::{Case, Kind};
use std::ops::Range;

/// The most letters of a word in capitals that is an acronym.
const LONGEST_ACRONYM: usize = 6;

/// The most words of a person's name.
const LONGEST_PERSON: usize = 5;

/// How many words before the last one a title in lower case may have.
const LONGEST_TITLE: usize = 4;

/// How long words of a closed class are at most that are given names as well: "Per".
const LONGEST_NAMESAKE: usize = 3;

/// How many words that no list knows make a name of what ends like an office.
const STRANGE: usize = 3;

impl Finder<'_, '_> {
    /// Adds the name that a run holds, if it holds one.
    pub fn classify(&mut self, run: Range<usize>) {
        if run.len() == 1 && !self.single_is_name(run.start) {
            return;
        }
        let run = self.without_post_nominals(self.without_opening(run));
        if words::is_possessive(self.text, run.end - 1) {
            return self.push(run.clone(), run.start..run.start, EntityKind::Organisation, None);
        }
        if self.speaks_of_people(&run) || self.is_office(&run) || self.is_region(&run) || self.is_nameless(&run) {
            return;
        }
        if let Some(title) = self.last_title(&run) {
            let gender = (run.start..=title).find_map(|at| self.text.tag(at).name.title_gender);
            return self.push(title + 1..run.end, run.start..title + 1, EntityKind::Person, gender);
        }
        let joined = run.clone().map(|at| self.text.norm(at)).collect::<Vec<_>>().join(" ");
        if self.text.language.is_place(&joined) {
            return self.push(run.clone(), run.start..run.start, EntityKind::Place, None);
        }
        if run.len() == 1 {
            return self.classify_single(run.start);
        }
        let given = (run.start..run.end - 1).find(|&at| self.text.tag(at).name.given.is_some());
        let given = given.or_else(|| self.behind_portfolio(&run));
        if let Some(given) = given
            && !self.is_body(run.end - 1)
            && self.is_personal(&(given..run.end))
            && (given == run.start
                || self.is_of_office(run.start)
                || (run.start..given).any(|at| self.prefix(at) || self.text.tag(at).is_noun(NounClass::Institution)))
        {
            return self.push(given..run.end, run.start..given, EntityKind::Person, None);
        }
        if run.clone().any(|at| self.is_body(at)) {
            return self.push(run.clone(), run.start..run.start, EntityKind::Organisation, None);
        }
        let stripped = run.clone().find(|&at| !self.prefix(at)).filter(|&at| run.end - at >= 2).unwrap_or(run.start);
        self.push(stripped..run.end, run.start..stripped, EntityKind::Unknown, None);
    }

    /// The run without an ordinary word that owes its capital to the sentence: "Yesterday Trump", "Meanwhile Tom Reed".
    fn without_opening(&self, mut run: Range<usize>) -> Range<usize> {
        let named = run.start + 1..run.end;
        if run.len() > 1 && self.starts_sentence(run.start) && self.ordinary(run.start, &named) {
            run.start += 1;
        }
        let names_next = run.len() > 2 && self.text.tag(run.start + 1).name.given.is_some();
        let known = self.text.tag(run.start).name.given.is_some() || self.prefix(run.start) || self.is_label(run.start);
        if names_next && !known && self.starts_sentence(run.start) {
            run.start += 1;
        }
        run
    }

    /// "Minister of State for | Finance Ann Ek": whether a run goes on with what an office is for.
    fn is_of_office(&self, start: usize) -> bool {
        let Some(link) = start.checked_sub(1).filter(|&at| self.text.function(at) == Some(Function::Preposition))
        else {
            return false;
        };
        let before = self.text.sentence_of(start).tokens.start.max(link.saturating_sub(LONGEST_TITLE))..link;
        before.into_iter().any(|at| self.text.tag(at).is_noun(NounClass::Office))
    }

    /// "Minister of State for Finance | Ibo Ek": two words of which no list knows more, behind what an office is for.
    fn behind_portfolio(&self, run: &Range<usize>) -> Option<usize> {
        let name = run.end.checked_sub(2).filter(|&name| name > run.start && self.is_of_office(run.start))?;
        let is_strange = |at: usize| self.is_strange(at) && !self.is_small(at) && !self.text.is(at, Role::Portfolio);
        let is_portfolio = self.text.is(name - 1, Role::Portfolio);
        (is_portfolio && (name..run.end).all(is_strange)).then_some(name)
    }

    /// "Frank Field MP": the name without the letters behind it.
    fn without_post_nominals(&self, mut run: Range<usize>) -> Range<usize> {
        let is_letters = |at: usize| self.text.is(at, Role::PostNominal) && self.text.tokens[at].case == Case::Upper;
        while run.len() > 2 && is_letters(run.end - 1) {
            run.end -= 1;
        }
        run
    }

    /// "Senate Republicans": whether a run ends in a noun for people rather than in a name; but "Society of Civil Engineers".
    fn speaks_of_people(&self, run: &Range<usize>) -> bool {
        let last = run.end - 1;
        if (run.start..last).any(|at| self.is_body(at) && self.text.is(at + 1, Role::NameLink)) {
            return false;
        }
        let people = |noun: Noun| match noun.class {
            NounClass::Politician | NounClass::Crowd => true,
            NounClass::Insider | NounClass::Expert | NounClass::Person => noun.plural,
            _ => false,
        };
        // "Hawk said", where the page also names a "Chad Hawk".
        let family = run.len() == 1 && self.family.contains(self.text.norm(last));
        let given = self.text.tag(run.start).name.given.is_some() && run.len() > 1 || family;
        !given && !self.is_body(last) && self.text.tag(last).noun.is_some_and(people)
    }

    /// "South Korean", "African Americans": words for a nation or region and its people, which name nobody.
    fn is_region(&self, run: &Range<usize>) -> bool {
        let is_people = |at: usize| self.text.tag(at).name.is_demonym || self.text.tag(at).name.is_people;
        let last = run.end - 1;
        run.len() > 1
            && is_people(last)
            && (run.start..last).all(|at| is_people(at) || self.text.is(at, Role::RegionWord))
    }

    /// "UNIDENTIFIED MAN", by which a transcript calls whoever it does not name.
    fn is_nameless(&self, run: &Range<usize>) -> bool {
        run.len() > 1 && self.text.is(run.start, Role::NamelessAdjective)
    }

    /// "Danish Ambassador", "Exchequer Secretary": whether a run names an office and nobody who holds it.
    fn is_office(&self, run: &Range<usize>) -> bool {
        let last = self.text.tag(run.end - 1);
        let first = self.text.tag(run.start);
        // "Mr Bishop": a family name.
        let courtesy = first.name.is_title && first.noun.is_none();
        let known = || self.family.contains(self.text.norm(run.end - 1));
        let given = || run.clone().any(|at| self.text.tag(at).name.given.is_some());
        // "Bank governor Mervyn King".
        let titled = || self.title_before(run.start) < run.start;
        // "Sioux Falls Argus Leader": a name that ends like an office.
        let is_name = || (run.start..run.end - 1).filter(|&at| self.is_strange(at)).count() >= STRANGE;
        run.len() > 1
            && !is_name()
            && last.name.is_title
            && last.is_noun(NounClass::Office)
            && !courtesy
            && !given()
            && !known()
            && !titled()
    }

    /// The last title before a person's name; there is none in "Martin Luther King Jr.".
    fn last_title(&self, run: &Range<usize>) -> Option<usize> {
        let titles = (run.start..run.end - 1).rev();
        let title = titles.into_iter().find(|&at| self.text.tag(at).name.is_title || self.is_label(at))?;
        let inside = title > run.start && self.text.tag(title - 1).name.given.is_some()
            || self.text.is(title + 1, Role::NameSuffix);
        (!inside && self.is_personal(&(title + 1..run.end))).then_some(title)
    }

    /// A single word: in few capitals an organisation, no name where it is a title or a people.
    fn classify_single(&mut self, at: usize) {
        let name = self.text.tag(at).name;
        // "Cuban said", where the page also names a "Mark Cuban".
        let family = self.family.contains(self.text.norm(at));
        if name.is_title
            || self.is_party_and_state(at)
            || !family && (name.is_people || self.is_common(at) || self.is_kind_of_body(at))
        {
            return;
        }
        let acronym = self.text.tokens[at].case == Case::Upper && self.text.word(at).len() <= LONGEST_ACRONYM;
        let kind = if acronym || self.is_body(at) { EntityKind::Organisation } else { EntityKind::Unknown };
        self.push(at..at + 1, at..at, kind, None);
    }

    /// "(R-Utah)" behind a name.
    fn is_party_and_state(&self, at: usize) -> bool {
        let bracketed = at.checked_sub(1).is_some_and(|before| self.text.is_mark(before, &["("]));
        bracketed && self.text.word(at).split_once('-').is_some_and(|(party, _)| party.len() == 1)
    }

    /// Whether a single word in capitals means somebody or something by a noun: "Mum", "PM", "CCTV", "the Company".
    fn is_common(&self, at: usize) -> bool {
        let article = at.checked_sub(1).is_some_and(|before| self.text.is(before, Role::DefiniteArticle));
        let given = self.text.tag(at).name.given.is_some();
        !self.text.language.grammar.capitalises_nouns()
            && self.text.tag(at).noun.is_some_and(|noun| match noun.class {
                NounClass::Document => self.text.tokens[at].case == Case::Upper,
                NounClass::Politician => !noun.is(NounTrait::Party),
                NounClass::Institution => article && noun.is(NounTrait::Firm),
                class => class.is_person() && !given && !self.is_body(at),
            })
    }

    /// "Das Gericht", "der Verband": what a noun for bodies is in a language that capitalises it; of some there is one alone
    /// ("die Polizei").
    fn is_kind_of_body(&self, at: usize) -> bool {
        let noun = self.text.tag(at).noun.filter(|_| self.text.language.grammar.capitalises_nouns());
        let body = noun.filter(|noun| matches!(noun.class, NounClass::Institution | NounClass::Media));
        body.is_some_and(|noun| !noun.is(NounTrait::OneOfAKind) && self.text.norm(at).starts_with(noun.singular))
    }

    /// Whether a noun stands before a name like a title: "Employee Tom Reed".
    fn is_label(&self, at: usize) -> bool {
        let noun = self.text.tag(at).noun.filter(|n| !n.plural).map(|n| n.class);
        matches!(noun, Some(NounClass::Insider | NounClass::Spokesperson | NounClass::Office | NounClass::Expert))
    }

    /// Whether a word may stand before a name without belonging to it.
    fn prefix(&self, at: usize) -> bool {
        let name = self.text.tag(at).name;
        let body = || self.text.tag(at).is_noun(NounClass::Institution);
        let noun_stands_before = self.text.language.grammar.capitalises_nouns() && body();
        name.is_demonym || name.is_place || name.is_organisation_word || name.is_title || noun_stands_before
    }

    /// Whether a word before a name is none of it: one that the page also writes small, or that is small in general: "Despite Ek",
    /// but "First Ek", "Will Ek", "Bankers Trust".
    fn ordinary(&self, at: usize, name: &Range<usize>) -> bool {
        let (norm, tag) = (self.text.norm(at), self.text.tag(at));
        let is_small = || {
            let closed = norm.len() > LONGEST_NAMESAKE
                && tag.function.is_some_and(|function| function != Function::Modal)
                && !tag.is(Role::Ordinal);
            let is_body = |at: usize| self.is_body(at) || self.text.is(at, Role::CompanySuffix);
            (closed || self.is_small(at)) && !name.clone().any(is_body)
        };
        (self.lower.contains(norm) || is_small())
            && !self.capital.contains(norm)
            && tag.name.given.is_none()
            && !tag.name.is_title
            && !self.is_body(at)
    }

    /// Whether no list knows a word, and the page never writes it small.
    fn is_strange(&self, at: usize) -> bool {
        let is_known = self.text.tag(at).noun.is_some() || self.prefix(at) || self.is_body(at);
        !is_known && !self.lower.contains(self.text.norm(at))
    }

    /// Whether a word is written small where it opens no sentence: on this page, or in general.
    fn is_small(&self, at: usize) -> bool {
        let common = !self.text.language.grammar.capitalises_nouns() && self.text.tag(at).name.is_common_word;
        common || self.lower.contains(self.text.norm(at))
    }

    fn single_is_name(&self, at: usize) -> bool {
        let norm = self.text.norm(at);
        if !self.starts_sentence(at) || self.text.word(at).starts_with('@') {
            return true;
        }
        let followed = self.is_followed_like_a_name(at + 1);
        let tag = self.text.tag(at);
        let noun = tag.noun.is_some();
        // "Teachers" opens a sentence as a noun although there is a "Teachers Association".
        self.capital.contains(norm) && !(noun && self.lower.contains(norm))
            || tag.name.is_place
            || !self.is_small(at)
                && (self.text.tokens[at].case != Case::Capital || tag.name.given.is_some() || followed)
                && !noun
                && tag.function.is_none()
                // "Growers said": a plural that the page knows from nowhere else.
                && !(self.text.tokens[at].case == Case::Capital && tag.is(Role::Plural) && tag.name.given.is_none())
                && !tag.is(QUANTITY)
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
        (1..=LONGEST_PERSON).contains(&name.len())
            && !name.clone().any(|at| self.is_body(at))
            && !name.clone().any(|at| self.links(at) && !self.text.is(at, Role::NameParticle))
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
        let person = self.text.tag(last).noun.is_some_and(|noun| !noun.plural && noun.class.is_person());
        let same_sentence = token.sentence == self.text.tokens[name].sentence;
        if !person || token.case != Case::Lower || token.kind != Kind::Word || !same_sentence {
            return name;
        }
        let earliest = self.text.sentence_of(last).tokens.start.max(last.saturating_sub(LONGEST_TITLE));
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
