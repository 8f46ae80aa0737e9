//! Nouns that head a source: what kind of source they make.

use super::list::Problems;
use super::{Grammar, List};
use enumset::{EnumSet, EnumSetType};
use rustc_hash::FxHashMap;
use strum::EnumString;

/// What a noun makes of the source that it heads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString)]
#[strum(serialize_all = "kebab-case")]
pub enum NounClass {
    /// Somebody with inside knowledge: official, aide, source.
    Insider,
    /// Somebody who speaks for another: spokesman, lawyer.
    Spokesperson,
    /// Anybody: person, woman, driver.
    Person,
    /// Somebody who comments from outside: expert, critic.
    Expert,
    /// A member of a loose collective, or the collective: voter, public.
    Crowd,
    /// A member of a party or parliament: Democrat, lawmaker.
    Politician,
    /// A post that one person holds at a time: president, chairman.
    Office,
    /// A body that answers for itself: police, ministry, company.
    Institution,
    /// Outlets taken together: media, press.
    Media,
    /// A record, study, poll or other carrier of evidence.
    Document,
    /// Words without anybody behind them: information, speculation.
    Void,
}

impl NounClass {
    /// Whether it is people, one by one.
    pub fn is_person(self) -> bool {
        use NounClass::{Crowd, Expert, Insider, Office, Person, Politician, Spokesperson};
        matches!(self, Crowd | Expert | Insider | Office | Person | Politician | Spokesperson)
    }
}

/// What else the list says about a noun.
#[derive(Debug, EnumSetType, EnumString)]
#[strum(serialize_all = "kebab-case")]
pub enum NounTrait {
    /// A synonym of "adviser".
    Adviser,
    /// Names a loose affiliation, not a role: ally, insider.
    Affiliate,
    /// A word for documents or a body that also means people: figure, prosecutor.
    AlsoPerson,
    /// Tells what those say whom it was held with: interview.
    Asking,
    /// The writer of a document, which names them: author.
    Author,
    /// Says no more than that it is a person: source, man.
    Bare,
    /// Means many people together, never one of them: the public, a wing.
    Collective,
    /// A synonym of "lawyer".
    Counsel,
    Female,
    /// What "the company" can be called: airline.
    Firm,
    /// Says nothing about the person, not even the gender: people, individual.
    General,
    Journalist,
    /// Speaks as the court does.
    Judge,
    /// Names one person by another: wife.
    Kin,
    Male,
    /// Leaves open how many people it means: staff.
    Mass,
    /// Sits on a body and speaks for it: lawmaker.
    Member,
    /// A body that is called by the person whom it serves: campaign.
    OfPerson,
    /// A single outlet: newspaper.
    Outlet,
    /// A body of which there is one alone, so that the noun is its name: Polizei.
    OneOfAKind,
    /// The members of a party, and with "the" the party: Conservative.
    Party,
    /// A place that acts as a body: city.
    Place,
    /// A kind of body that is so common that "a company" identifies none.
    PrivateBody,
    /// A body of the state, known without a name even in the plural: prosecutors.
    PublicBody,
    /// Looks singular and means several: police, staff.
    Several,
    /// A synonym of "spokesperson".
    Spokesperson,
}

impl NounTrait {
    /// The traits whose nouns are names for one and the same role.
    pub const SYNONYMS: [Self; 3] = [Self::Adviser, Self::Counsel, Self::Spokesperson];
}

/// A noun with the number of its form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Noun {
    pub singular: &'static str,
    pub class: NounClass,
    pub traits: EnumSet<NounTrait>,
    pub plural: bool,
}

impl Noun {
    /// Whether the list says this of it.
    pub fn is(&self, noun_trait: NounTrait) -> bool {
        self.traits.contains(noun_trait)
    }
}

/// Nouns by their singular, found by either number.
#[derive(Debug)]
pub struct Nouns {
    by_singular: FxHashMap<&'static str, (NounClass, EnumSet<NounTrait>)>,
    /// Nouns for the same role, for each of [`NounTrait::SYNONYMS`].
    synonyms: [Vec<&'static str>; NounTrait::SYNONYMS.len()],
}

impl Nouns {
    #[inline(never)]
    pub fn load(list: List, problems: &mut Problems) -> Self {
        let mut by_singular = FxHashMap::default();
        let mut synonyms = std::array::from_fn(|_| Vec::new());
        for row in list.rows::<3>(problems) {
            let traits: EnumSet<NounTrait> = row.values::<NounTrait>(2, problems).into_iter().collect();
            let Some(class) = row.value(1, problems) else { continue };
            for (group, _) in synonyms.iter_mut().zip(NounTrait::SYNONYMS).filter(|(_, group)| traits.contains(*group))
            {
                group.push(row.columns[0]);
            }
            if by_singular.insert(row.columns[0], (class, traits)).is_some() {
                row.report(problems, format!("listed twice: {}", row.columns[0]));
            }
        }
        Self { by_singular, synonyms }
    }

    /// Other nouns for the same role.
    pub fn synonyms(&self, singular: &str) -> &[&'static str] {
        self.synonyms.iter().find(|group| group.contains(&singular)).map(Vec::as_slice).unwrap_or_default()
    }

    /// Looks a normal form up, as a singular first, then as a plural.
    pub fn find(&self, norm: &str, grammar: &dyn Grammar) -> Option<Noun> {
        let noun = |singular: &str, plural: bool| {
            let (&singular, &(class, traits)) = self.by_singular.get_key_value(singular)?;
            Some(Noun { singular, class, traits, plural: plural || traits.contains(NounTrait::Several) })
        };
        noun(norm, false).or_else(|| {
            let mut found = None;
            grammar.singulars(norm, &mut |singular, plural| {
                found = noun(singular, plural);
                found.is_some()
            });
            found
        })
    }
}
