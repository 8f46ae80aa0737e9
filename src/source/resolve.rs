//! Whom each source stands for: names first, then pronouns and descriptions, then what the noun alone tells.
//!
//! Relations are taken in the order of the text, so that a pronoun finds what was resolved before it. Between two
//! equals nobody is chosen.

use super::identity;
use super::mention::{EntityKind, Mentions};
use super::phrase::{Determiner, Phrase, Quantity};
use super::pronoun::{self, Pronoun};
use super::referent::{Referent, Who};
use crate::analysis::Identity;
use crate::attribution::Relation;
use crate::lexicon::{Lexicon, NounClass};
use crate::text::{Case, Kind, Text};
use rustc_hash::FxHashMap;
use std::ops::Range;

/// What a resolution reads.
pub struct Resolver<'r, 't> {
    pub text: &'t Text<'t>,
    pub lexicon: &'t Lexicon,
    pub mentions: &'r Mentions<'t>,
    pub relations: &'r [Relation],
    /// For each relation the one in whose content it lies.
    pub parents: Vec<Option<usize>>,
    /// What is resolved so far, and the order in which it was.
    pub referents: Vec<Option<Referent>>,
    pub order: Vec<usize>,
    /// Bodies by the noun for their members: "lawmaker" after "lawmakers on the House Select Committee".
    bodies: FxHashMap<&'static str, usize>,
    /// How many phrases are being read inside one another.
    nested: usize,
}

/// The deepest phrase inside phrases that is still read.
const NESTED: usize = 6;

/// The token at which a relation stands for the order of the text.
pub fn place(relation: &Relation) -> usize {
    let first = relation.source.first().or(relation.cue.first()).or(relation.content.first());
    first.map_or(0, |range| range.start)
}

/// Resolves the source of every relation.
pub fn resolve<'t>(
    text: &'t Text<'t>,
    lexicon: &'t Lexicon,
    mentions: &Mentions<'t>,
    relations: &[Relation],
) -> Vec<Referent> {
    let mut order: Vec<_> = (0..relations.len()).collect();
    // An outer source comes before what its content nests, wherever it stands in the sentence.
    order.sort_by_key(|&i| (sentence(text, &relations[i]), relations[i].depth, place(&relations[i])));
    let mut resolver = Resolver {
        text,
        lexicon,
        mentions,
        relations,
        parents: parents(relations),
        referents: vec![None; relations.len()],
        order: Vec::with_capacity(relations.len()),
        bodies: FxHashMap::default(),
        nested: 0,
    };
    for &number in &order {
        let referent = resolver.relation(number);
        if let Some(slot) = resolver.referents.get_mut(number) {
            *slot = Some(referent);
        }
        resolver.order.push(number);
    }
    resolver.referents.into_iter().map(|r| r.unwrap_or_else(|| Referent::new(Identity::Unspecified))).collect()
}

fn sentence(text: &Text, relation: &Relation) -> usize {
    let content = relation.content.first().map_or(usize::MAX, |c| c.start);
    let first = if relation.depth == 0 { place(relation).min(content) } else { place(relation) };
    text.tokens.get(first).map_or(0, |t| t.block)
}

/// For each relation the innermost one whose content holds its cue (or source).
fn parents(relations: &[Relation]) -> Vec<Option<usize>> {
    let mut pieces: Vec<(Range<usize>, usize)> = relations
        .iter()
        .enumerate()
        .flat_map(|(number, relation)| relation.content.iter().map(move |c| (c.clone(), number)))
        .collect();
    pieces.sort_by_key(|(piece, _)| (piece.start, usize::MAX - piece.end));
    let mut order: Vec<_> = (0..relations.len()).collect();
    let anchor = |i: usize| relations[i].cue.first().or(relations[i].source.first()).map_or(usize::MAX, |r| r.start);
    order.sort_by_key(|&i| anchor(i));
    let mut open: Vec<(Range<usize>, usize)> = Vec::new();
    let mut pieces = pieces.into_iter().peekable();
    let mut parents = vec![None; relations.len()];
    for number in order {
        let at = anchor(number);
        while let Some(piece) = pieces.next_if(|(piece, _)| piece.start <= at) {
            open.retain(|(o, _)| o.end > piece.0.start);
            open.push(piece);
        }
        let holds = |p: &&(Range<usize>, usize)| {
            p.0.contains(&at) && p.1 != number && relations[p.1].depth < relations[number].depth.max(1)
        };
        parents[number] = open.iter().filter(holds).min_by_key(|(piece, _)| piece.len()).map(|&(_, owner)| owner);
    }
    parents
}

impl<'t> Resolver<'_, 't> {
    fn relation(&mut self, number: usize) -> Referent {
        let relation = &self.relations[number];
        let Some(source) = relation.source.iter().find(|r| !r.is_empty() && r.end <= self.text.tokens.len()) else {
            return if relation.cue.is_empty() {
                self.standing_alone(number)
            } else {
                Referent::new(Identity::Unspecified)
            };
        };
        self.source(source.clone(), number, 0)
    }

    /// A quotation without source and cue goes on with whoever spoke last nearby.
    fn standing_alone(&self, number: usize) -> Referent {
        const NEAR: usize = 2;
        let block = self.text.tokens.get(place(&self.relations[number])).map_or(0, |t| t.block);
        let spoke =
            self.order.iter().rev().find(|&&n| self.relations[n].depth == 0 && !self.relations[n].cue.is_empty());
        spoke
            .filter(|&&n| {
                let other = self.text.tokens.get(place(&self.relations[n])).map_or(0, |t| t.block);
                block.abs_diff(other) <= NEAR
            })
            .and_then(|&n| Some(self.referents.get(n)?.as_ref()?.again(self.relations[n].source.first()?.clone())))
            .unwrap_or_else(|| Referent::new(Identity::Unspecified))
    }

    /// A source, its conjuncts one by one.
    pub fn source(&mut self, range: Range<usize>, number: usize, conjunct: usize) -> Referent {
        const CONJUNCTS: usize = 4;
        if self.nested >= NESTED {
            return Referent::new(Identity::Named);
        }
        self.nested += 1;
        let phrase = Phrase::read(self.text, self.lexicon, range.clone());
        let mut referent = self.phrase(&phrase, range.clone(), number);
        let next = phrase.rest.start;
        let listed = self.text.is(next, &[","])
            && self.mentions.at(phrase.head).is_some_and(|m| self.mentions.is_person(m.entity))
            && self
                .mentions
                .at(next + 1)
                .is_some_and(|m| self.mentions.is_person(m.entity) && m.tokens.end <= range.end);
        let joined = self.text.is(next, &["and", "&"]);
        if conjunct < CONJUNCTS && (joined || listed) && next + 1 < range.end {
            let other = self.conjunct(&phrase, next + 1..range.end, number, conjunct + 1);
            referent.plural |= other.plural || !other.who.is_empty() || other.phrase.is_some();
            // "police and officials": a name that nobody bears does not make the others named.
            if !other.who.is_empty() {
                referent.identity = Identity::Named;
            } else if other.identity == Identity::Unnamed
                && referent.who.is_empty()
                && (referent.identity == Identity::Vague || phrase.is_a(&[NounClass::Institution]))
            {
                referent.identity = Identity::Unnamed;
            }
            for who in other.who {
                if !referent.who.contains(&who) {
                    referent.who.push(who);
                }
            }
            referent.chain.extend(other.chain);
        }
        self.nested -= 1;
        referent
    }

    /// What stands behind "and": somebody else, or more about the same person ("the first lady and senator").
    fn conjunct(&mut self, first: &Phrase, range: Range<usize>, number: usize, conjunct: usize) -> Referent {
        let nothing = Referent::new(Identity::Vague);
        let possessed = self.text.is(range.start, &["his", "her", "their", "its", "my", "our"]);
        if possessed && self.mentions.within(&range).is_empty() || possessed && first.core.len() == 1 {
            return Referent { plural: true, ..nothing };
        }
        let phrase = Phrase::read(self.text, self.lexicon, range.clone());
        let bare = phrase.determiner == Determiner::None && phrase.quantity.is_none() && phrase.possessor.is_none();
        if bare
            && !phrase.plural
            && !first.plural
            && phrase.noun.is_some()
            && first.noun.is_some()
            && self.mentions.at(phrase.head).is_none()
        {
            return nothing;
        }
        self.source(range, number, conjunct)
    }

    fn phrase(&mut self, phrase: &Phrase, range: Range<usize>, number: usize) -> Referent {
        let head = phrase.head;
        if let Some(pronoun) = Pronoun::read(self.text, phrase) {
            let mut referent = pronoun::resolve(self, pronoun, range.start.max(phrase.core.start), number);
            referent.phrase = None;
            return referent;
        }
        let mut referent = self
            .by_name(phrase, &range)
            .or_else(|| self.by_name_beside(phrase))
            .or_else(|| self.by_owner(phrase, number))
            .or_else(|| self.by_description(phrase, head))
            .unwrap_or_else(|| self.by_noun(phrase, &range, number));
        referent.noun = phrase.noun.map(|n| n.singular);
        referent.plural |= phrase.plural && phrase.quantity != Some(Quantity::One);
        referent.phrase = Some(phrase.clone());
        referent
    }

    /// The head is a name.
    fn by_name(&self, phrase: &Phrase, range: &Range<usize>) -> Option<Referent> {
        if let Some(mention) = self.mentions.at(phrase.head) {
            return Some(self.entity(mention.entity, mention.tokens.clone()));
        }
        let token = self.text.tokens.get(phrase.head)?;
        let alone = phrase.core.len() <= 3 && phrase.core.clone().all(|at| self.text.tokens[at].case != Case::Lower);
        let name = token.kind == Kind::Word
            && token.case != Case::Lower
            && phrase.noun.is_none()
            && alone
            && !matches!(phrase.determiner, Determiner::Indefinite)
            && phrase.quantity.is_none()
            && Pronoun::read(self.text, phrase).is_none()
            && !identity::is_anybody(self.text.norm(phrase.head))
            && !self.is_people(phrase.head);
        (name && phrase.head < range.end)
            .then(|| Referent { personal: true, ..Referent::of(Who::Words(phrase.core.clone())) })
    }

    /// "Americans", "Democrats": capitals that name no one.
    fn is_people(&self, at: usize) -> bool {
        let norm = self.text.norm(at);
        self.lexicon.names.is_demonym(norm.strip_suffix('s').unwrap_or(norm)) || self.lexicon.nouns.find(norm).is_some()
    }

    pub fn entity(&self, entity: usize, mention: Range<usize>) -> Referent {
        let kind = self.mentions.entities.get(entity).map(|e| e.kind);
        let personal = matches!(kind, Some(EntityKind::Person | EntityKind::Unknown));
        Referent { personal, chain: vec![mention], ..Referent::of(Who::Entity(entity)) }
    }

    /// A name stands beside the noun: "a lawyer, Ann Ek", "allies including Jo Ek".
    fn by_name_beside(&self, phrase: &Phrase) -> Option<Referent> {
        if phrase.is_a(&[NounClass::Document, NounClass::Void]) {
            return None;
        }
        let rest = phrase.rest.clone();
        let comma = self.text.is(rest.start, &[",", "—", "–", "("]);
        let start = rest.start + usize::from(comma);
        if self.text.is(start, &["including", "like"])
            || self.text.is(start, &["such"]) && self.text.is(start + 1, &["as"])
        {
            let mut who = Vec::new();
            for mention in self.mentions.within(&(start..rest.end)) {
                let possessor = self.text.is(mention.tokens.end, &["'s", "'"]);
                if !possessor && !who.contains(&Who::Entity(mention.entity)) {
                    who.push(Who::Entity(mention.entity));
                }
            }
            let chain = vec![start..rest.end];
            return (!who.is_empty()).then(|| Referent { who, chain, plural: true, ..Referent::new(Identity::Named) });
        }
        let named = self.text.is(start, &["named", "called", "identified"]);
        if named {
            return self.name_at(phrase, start, rest.end);
        }
        // "former secretary of state Ann Ek".
        if self.text.is(rest.start, &["of"]) {
            let name =
                (rest.start + 1..rest.end.min(rest.start + 4)).find(|&at| self.text.tokens[at].case != Case::Lower);
            let mention = name
                .and_then(|at| self.mentions.at(at))
                .filter(|m| self.mentions.is_person(m.entity) && m.tokens.start > rest.start + 1);
            if let Some(mention) =
                mention.filter(|m| m.tokens.end >= rest.end || self.text.is(m.tokens.end, &[",", "and", "who"]))
            {
                return Some(self.entity(mention.entity, mention.tokens.clone()));
            }
        }
        rest.clone()
            .filter(|&at| self.text.is(at, &[",", "—", "–", "("]))
            .find_map(|comma| self.name_at(phrase, comma + 1, rest.end))
    }

    /// The name in apposition that starts at a token, titles before it allowed.
    fn name_at(&self, phrase: &Phrase, start: usize, end: usize) -> Option<Referent> {
        let named = self.text.is(start, &["named", "called", "identified"]);
        let beside = self.mentions.within(&(start..end)).first()?;
        let titled = beside.titled == start
            || (start..beside.tokens.start).all(|at| {
                named && self.text.is(at, &["named", "called", "identified", "as"])
                    || self.lexicon.names.title(self.text.norm(at)).is_some()
                    || self.lexicon.names.is_demonym(self.text.norm(at))
            });
        let kind = self.mentions.entities.get(beside.entity).map(|e| e.kind)?;
        let person = kind == EntityKind::Person || kind == EntityKind::Unknown && beside.tokens.len() > 1;
        let body = phrase.is_a(&[NounClass::Institution]);
        let closed = beside.tokens.end >= end
            || self.text.is(beside.tokens.end, &[",", "and", "—", "–", ")", "who", "of", "'s"]);
        if !titled || !(person || body) {
            return None;
        }
        let plural = phrase.plural && phrase.quantity != Some(Quantity::One);
        if !plural {
            return closed.then(|| self.entity(beside.entity, beside.tokens.clone()));
        }
        // "two lawyers, Ann Ek and Jo Ek": each name that follows at once.
        let mut who: Vec<Who> = Vec::new();
        for mention in self
            .mentions
            .within(&(start..end))
            .iter()
            .filter(|m| self.mentions.is_person(m.entity) || m.tokens.len() > 1)
        {
            let next = mention
                .titled
                .checked_sub(1)
                .is_some_and(|before| self.text.is(before, &[",", "and", "—", "–", "--", "("]));
            if next && !who.contains(&Who::Entity(mention.entity)) {
                who.push(Who::Entity(mention.entity));
            }
        }
        (who.len() > 1).then(|| Referent {
            who,
            chain: vec![start..end],
            plural: true,
            ..Referent::new(Identity::Named)
        })
    }

    /// A document, or a member of a body, whose owner is named: "a Labor Department study", "analysts at Ek Bank".
    fn by_owner(&mut self, phrase: &Phrase, number: usize) -> Option<Referent> {
        let noun = phrase.noun?;
        match noun.class {
            NounClass::Document => {
                let owner = match &phrase.possessor {
                    Some(possessor) => Some(possessor.clone()),
                    None => (phrase.core.start.saturating_sub(3)..phrase.core.start)
                        .rev()
                        .find(|&at| self.text.is(at, &["his", "her", "their", "its", "my", "our"]))
                        .filter(|_| phrase.determiner == Determiner::Possessive)
                        .map(|at| at..at + 1),
                };
                if let Some(owner) = owner {
                    let referent = self.source(owner, number, usize::MAX);
                    return (referent.identity == Identity::Named).then_some(referent);
                }
                let modifier = self.named_within(&(phrase.core.start..phrase.head), false);
                modifier.or_else(|| self.maker(phrase, number)).or_else(|| self.author(phrase))
            }
            NounClass::Expert | NounClass::Person if phrase.plural && noun.singular != "member" => {
                let reporter = matches!(noun.singular, "reporter" | "journalist" | "correspondent" | "editor");
                let person = noun.class == NounClass::Person && !reporter;
                let at = self.text.is(phrase.rest.start, &["at", "with", "from", "for"]);
                let inside = phrase.rest.start..phrase.rest.end.min(phrase.rest.start + 8);
                (!person)
                    .then(|| {
                        self.named_within(&(phrase.core.start..phrase.head), true)
                            .or_else(|| at.then(|| self.named_within(&inside, true)).flatten())
                    })
                    .flatten()
            }
            NounClass::Politician | NounClass::Person if phrase.plural || noun.singular == "member" => {
                let member = matches!(noun.singular, "lawmaker" | "member" | "senator" | "legislator");
                let on = self.text.is(phrase.rest.start, &["on", "of"]);
                let inside = phrase.rest.start..phrase.rest.end.min(phrase.rest.start + 4);
                let body = (member && on && phrase.plural && phrase.quantity.is_none())
                    .then(|| self.named_within(&inside, true))
                    .flatten();
                let body = body.or_else(|| {
                    let modifier = phrase.head.checked_sub(1).filter(|&m| m >= phrase.core.start && member)?;
                    let body = self
                        .lexicon
                        .nouns
                        .find(self.text.norm(modifier))
                        .filter(|n| n.class == NounClass::Institution)?;
                    self.body(body.singular, &(phrase.core.start..modifier), modifier)
                });
                if let Some(Who::Entity(entity)) = body.as_ref().and_then(|b| b.who.first()) {
                    self.bodies.insert(noun.singular, *entity);
                }
                body
            }
            // Kin of somebody named can be told by whose they are.
            NounClass::Person if KIN.contains(&noun.singular) && !phrase.plural => {
                let theirs = self.text.is(phrase.core.start.saturating_sub(1), &["his", "her", "their"]);
                let owner = phrase.possessor.as_ref().and_then(|p| self.mentions.at(p.end.checked_sub(1)?));
                if !theirs && owner.is_none() {
                    return None;
                }
                Some(Referent { personal: true, ..Referent::new(Identity::Named) })
            }
            _ => None,
        }
    }

    /// The first organisation (or, for documents, anybody) named inside a range.
    fn named_within(&self, range: &Range<usize>, organisations: bool) -> Option<Referent> {
        let found = self.mentions.within(range).iter().find(|m| {
            let kind = self.mentions.entities.get(m.entity).map(|e| e.kind);
            kind == Some(EntityKind::Organisation)
                || kind != Some(EntityKind::Place) && (!organisations || m.tokens.len() > 1)
        })?;
        let personal = false;
        Some(Referent { personal, ..self.entity(found.entity, found.tokens.clone()) })
    }

    /// "an analysis by Ek Bank", "reports from local media".
    fn maker(&mut self, phrase: &Phrase, number: usize) -> Option<Referent> {
        let by = phrase.rest.clone().find(|&at| self.text.is(at, &["by", "from", "commissioned"]))?;
        let from = self.text.is(by, &["from"]);
        if from && by != phrase.rest.start {
            return None;
        }
        let maker = Phrase::read(self.text, self.lexicon, by + 1..phrase.rest.end);
        let people = maker.is_a(&[NounClass::Media, NounClass::Insider, NounClass::Institution]);
        let named = self.mentions.at(maker.head).is_some();
        if !people && !named {
            return None;
        }
        let place =
            self.mentions.at(maker.head).is_some_and(|m| self.mentions.entities[m.entity].kind == EntityKind::Place);
        let referent = self.phrase(&maker, by + 1..phrase.rest.end, number);
        (!place && referent.identity != Identity::Vague && referent.identity != Identity::Document).then_some(referent)
    }

    /// "the letter" after "the committee sent a letter".
    fn author(&self, phrase: &Phrase) -> Option<Referent> {
        const SENT: [&str; 12] = [
            "sent",
            "wrote",
            "issued",
            "published",
            "released",
            "filed",
            "posted",
            "commissioned",
            "signed",
            "penned",
            "produced",
            "conducted",
        ];
        if phrase.determiner != Determiner::Definite || phrase.plural {
            return None;
        }
        let noun = self.text.norm(phrase.head);
        let reach = phrase.head.saturating_sub(AUTHOR_REACH);
        let sentence_start = |at: usize| self.text.sentence_of(at).tokens.start;
        (reach..phrase.core.start).filter(|&at| self.text.norm(at) == noun).find_map(|at| {
            let start = sentence_start(at);
            let verb = (start..at).rev().find(|&v| self.text.is(v, &SENT))?;
            let subject = Phrase::read(self.text, self.lexicon, start..verb);
            self.by_name(&subject, &(start..verb))
                .filter(|r| matches!(r.who.first(), Some(Who::Entity(_))))
                .or_else(|| self.body(subject.noun?.singular, &subject.described(), subject.head))
        })
    }

    /// A description of somebody or some body that the page names.
    pub fn by_description(&self, phrase: &Phrase, head: usize) -> Option<Referent> {
        let indefinite = phrase.determiner == Determiner::Indefinite || phrase.quantity.is_some();
        if indefinite || phrase.determiner == Determiner::None && phrase.possessor.is_none() && phrase.plural {
            return None;
        }
        let Some(noun) = phrase.noun else {
            return self.by_age(phrase);
        };
        match noun.class {
            NounClass::Institution => self
                .body(noun.singular, &phrase.described(), head)
                .or_else(|| {
                    let owner = phrase.possessor.as_ref().filter(|p| self.mentions.at(p.end - 1).is_some())?;
                    Some(Referent::of(Who::Words(owner.start..phrase.head + 1)))
                })
                .or_else(|| {
                    let capital = self.text.tokens.get(phrase.core.start).is_some_and(|t| t.case != Case::Lower);
                    (capital && phrase.core.len() > 1).then(|| Referent::of(Who::Words(phrase.core.clone())))
                }),
            NounClass::Document | NounClass::Void | NounClass::Media => None,
            _ if phrase.plural => {
                let body = self.bodies.get(noun.singular)?;
                let mention = self.mentions.last_before(*body, head)?;
                Some(Referent { personal: false, ..self.entity(*body, mention.tokens.clone()) })
            }
            _ => {
                let described = self.person_with_role(noun.singular, phrase)?;
                let unnamed = self.repeated(noun.singular, head);
                let nearer = |r: &(usize, Referent)| {
                    r.1.identity == Identity::Unnamed
                        && self.mentions.last_before(described, head).is_none_or(|m| m.tokens.start < r.0)
                };
                if unnamed.as_ref().is_some_and(nearer) {
                    return None;
                }
                let mention = self
                    .mentions
                    .last_before(described, head)
                    .or_else(|| self.mentions.mentions.get(*self.mentions.entities[described].mentions.first()?))?;
                Some(self.entity(described, mention.tokens.clone()))
            }
        }
    }

    fn by_age(&self, phrase: &Phrase) -> Option<Referent> {
        let age: u32 = self.text.norm(phrase.head).strip_suffix("-year-old")?.parse().ok()?;
        let mut of_age = self.mentions.entities.iter().enumerate().filter(|(_, e)| e.age == Some(age));
        let (entity, _) = of_age.next()?;
        let mention = self.mentions.last_before(entity, phrase.head)?;
        of_age.next().is_none().then(|| self.entity(entity, mention.tokens.clone()))
    }

    /// The one person whose role is headed by this noun and fits the modifiers; the one named last before, of several.
    fn person_with_role(&self, noun: &str, phrase: &Phrase) -> Option<usize> {
        let roles = self.mentions.roles.get(noun)?;
        let head = phrase.head;
        let words: Vec<&str> = (phrase.core.start..head)
            .map(|at| self.text.norm(at))
            .filter(|w| !matches!(*w, "'s" | "'" | "former" | "ex"))
            .collect();
        let fits = |role: &Range<usize>| words.iter().all(|w| role.clone().any(|at| alike(self.text.norm(at), w)));
        let mut fitting: Vec<usize> = roles.iter().filter(|r| fits(&r.words)).map(|r| r.entity).collect();
        if fitting.is_empty() {
            fitting = roles.iter().map(|r| r.entity).collect();
            fitting.sort_unstable();
            fitting.dedup();
            let contradicted = words.iter().any(|w| {
                self.lexicon.names.is_demonym(w)
                    || self.lexicon.names.is_place(w)
                    || self.text.tokens[head].case != Case::Lower
            });
            if fitting.len() > 1
                || contradicted
                || phrase.determiner == Determiner::Possessive
                || phrase.possessor.is_some()
            {
                return None;
            }
        }
        fitting.sort_unstable();
        fitting.dedup();
        let mut near: Vec<(usize, usize)> =
            fitting.iter().filter_map(|&e| Some((self.mentions.last_before(e, head)?.tokens.start, e))).collect();
        near.sort_unstable();
        match (near.as_slice(), fitting.as_slice()) {
            ([], [only]) => Some(*only),
            ([.., (first, _), (second, _)], _)
                if self.text.tokens[*first].sentence == self.text.tokens[*second].sentence =>
            {
                None
            }
            ([.., (_, nearest)], _) => Some(*nearest),
            _ => None,
        }
    }

    /// The last source before that was headed by the same noun.
    pub fn repeated(&self, noun: &str, before: usize) -> Option<(usize, Referent)> {
        self.order.iter().rev().find_map(|&n| {
            let referent = self.referents.get(n)?.as_ref()?;
            let source = self.relations[n].source.first()?;
            (referent.noun == Some(noun) && source.start < before)
                .then(|| (source.start, referent.again(source.clone())))
        })
    }

    /// The organisation that "the ministry", "the new House committee on China" or "the company" means.
    fn body(&self, noun: &str, described: &Range<usize>, head: usize) -> Option<Referent> {
        let entities = &self.mentions.entities;
        let words: Vec<&str> = described.clone().filter(|&at| at < head).map(|at| self.text.norm(at)).collect();
        let has = |entity: usize, word: &str| entities[entity].name.clone().any(|at| alike(self.text.norm(at), word));
        let bodies: Vec<usize> = (0..entities.len())
            .filter(|&e| entities[e].kind == EntityKind::Organisation && entities[e].name.len() > 1 && has(e, noun))
            .collect();
        let specific: Vec<usize> =
            bodies.iter().copied().filter(|&e| !words.is_empty() && words.iter().all(|w| has(e, w))).collect();
        let general = words.iter().all(|w| matches!(*w, "new" | "same" | "other") || bodies.iter().any(|&e| has(e, w)));
        let candidates = if !specific.is_empty() {
            specific
        } else if general {
            bodies
        } else {
            Vec::new()
        };
        let by_role = || {
            let mut roles: Vec<usize> = self
                .mentions
                .roles
                .get(noun)?
                .iter()
                .map(|r| r.entity)
                .filter(|&e| entities[e].kind != EntityKind::Person)
                .collect();
            roles.dedup();
            (!roles.is_empty()).then_some(roles)
        };
        let candidates = if candidates.is_empty() { by_role().unwrap_or_default() } else { candidates };
        // A headline shortens names: one from the text below is fuller.
        let below = |e: &usize| !self.text.blocks[self.text.tokens[entities[*e].name.start].block].headline;
        let candidates: Vec<usize> =
            if candidates.iter().any(below) { candidates.into_iter().filter(below).collect() } else { candidates };
        let nearest = candidates
            .iter()
            .filter_map(|&e| Some((self.mentions.last_before(e, described.start)?, e)))
            .max_by_key(|(m, _)| m.tokens.start);
        if let Some((mention, entity)) = nearest {
            return Some(Referent { personal: false, ..self.entity(entity, mention.tokens.clone()) });
        }
        if let [only] = candidates.as_slice()
            && !COMPANY.contains(&noun)
        {
            let first = self.mentions.mentions.get(*entities[*only].mentions.first()?)?;
            return Some(Referent { personal: false, ..self.entity(*only, first.tokens.clone()) });
        }
        if words.is_empty() && COMPANY.contains(&noun) { self.company(head) } else { None }
    }

    /// The firm that "the company" means: the last body without a public office in its name, near enough.
    fn company(&self, head: usize) -> Option<Referent> {
        let commercial = |entity: usize| {
            let entity = &self.mentions.entities[entity];
            let public = entity.name.clone().any(|at| self.text.is(at, &PUBLIC));
            let body = entity.kind == EntityKind::Organisation
                || entity.kind == EntityKind::Unknown
                    && entity.mentions.len() > 1
                    && self.speaks(entity.mentions.as_slice());
            body && !public
        };
        let after = self.mentions.mentions.partition_point(|m| m.tokens.start < head);
        let near = self.mentions.mentions[..after].iter().rev().take(12).find(|m| commercial(m.entity));
        let all: Vec<usize> = (0..self.mentions.entities.len()).filter(|&e| commercial(e)).collect();
        let mention = match (near, all.as_slice()) {
            (Some(mention), _) => mention,
            (None, [only]) if self.speaks(&self.mentions.entities[*only].mentions) => {
                self.mentions.mentions.get(*self.mentions.entities[*only].mentions.first()?)?
            }
            _ => return None,
        };
        Some(Referent { personal: false, ..self.entity(mention.entity, mention.tokens.clone()) })
    }

    /// A headline drops articles, and describes whom the text names: "Ex-doctor of senator says".
    fn headlined(&self, phrase: &Phrase) -> bool {
        let headline = self.text.tokens.get(phrase.head).is_some_and(|t| self.text.blocks[t.block].headline);
        let described = phrase.determiner == Determiner::None && phrase.quantity.is_none() && !phrase.plural;
        let person = phrase.is_a(&[NounClass::Person, NounClass::Politician])
            || phrase.possessor.is_some()
                && phrase.is_a(&[NounClass::Insider, NounClass::Spokesperson, NounClass::Expert]);
        headline && described && person
    }

    /// Whether one of these mentions is a source.
    fn speaks(&self, mentions: &[usize]) -> bool {
        mentions.iter().filter_map(|&m| self.mentions.mentions.get(m)).any(|m| {
            self.relations.iter().any(|r| r.source.first().is_some_and(|s| s.contains(&m.tokens.start) && s.len() <= 3))
        })
    }

    /// Nothing named: what was said of the same noun before, or what the noun alone tells.
    fn by_noun(&self, phrase: &Phrase, range: &Range<usize>, number: usize) -> Referent {
        let definite = matches!(phrase.determiner, Determiner::Definite) && phrase.quantity.is_none();
        if let Some(noun) = phrase.noun
            && definite
            && phrase.described().len() == 1
            && let Some((_, before)) = self.repeated(noun.singular, range.start)
            && before.plural == phrase.plural
        {
            return before;
        }
        let identity = if self.headlined(phrase) {
            Identity::Named
        } else {
            identity::of_phrase(self.text, self.lexicon, phrase, self.relations[number].attitude)
        };
        let personal = !phrase.plural
            && identity != Identity::Document
            && !phrase.is_a(&[NounClass::Document, NounClass::Institution, NounClass::Media, NounClass::Void]);
        Referent { personal, ..Referent::new(identity) }
    }
}

/// Nouns that name one person by another.
const KIN: [&str; 14] = [
    "wife",
    "husband",
    "mother",
    "father",
    "son",
    "daughter",
    "brother",
    "sister",
    "widow",
    "widower",
    "ex-wife",
    "ex-husband",
    "fiancé",
    "fiancée",
];

/// How far back, in tokens, the sending of a letter is looked for.
const AUTHOR_REACH: usize = 1500;

/// Nouns for a firm.
const COMPANY: [&str; 16] = [
    "company",
    "firm",
    "airline",
    "carrier",
    "group",
    "bank",
    "manufacturer",
    "retailer",
    "maker",
    "automaker",
    "carmaker",
    "chipmaker",
    "startup",
    "giant",
    "conglomerate",
    "operator",
];

/// Words in the names of public bodies.
const PUBLIC: [&str; 22] = [
    "ministry",
    "department",
    "committee",
    "senate",
    "house",
    "congress",
    "court",
    "parliament",
    "police",
    "army",
    "navy",
    "force",
    "commission",
    "authority",
    "council",
    "agency",
    "reuters",
    "times",
    "post",
    "news",
    "press",
    "party",
];

/// Equal but for the plural, the possessive or a short form.
fn alike(a: &str, b: &str) -> bool {
    a == b
        || a.strip_suffix('s') == Some(b)
        || b.strip_suffix('s') == Some(a)
        || a.replace("defence", "defense") == b.replace("defence", "defense")
}
