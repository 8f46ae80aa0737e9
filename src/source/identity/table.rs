//! The table of identities: what noun, number, determiner and quantity make of a source that nobody names.
//!
//! The first row that matches decides; exceptions stand above the rule. In a column `_` matches anything; an empty list of
//! classes matches all. Each row has an example, and a test checks that this very row decides it.

use super::Fact;
use crate::analysis::Identity;
use crate::language::NounClass;
use crate::noun_phrase::{Determiner, Quantity};

/// What must be true of a phrase, and the identity that it then has.
#[derive(Debug)]
pub struct Row {
    /// The class is one of these; any class where there are none.
    pub classes: &'static [NounClass],
    pub number: Option<Number>,
    pub determiner: Option<Determiner>,
    /// The quantity is one of these, `None` for a phrase that states none; any where the list is empty.
    pub quantities: &'static [Option<Quantity>],
    /// All of these hold.
    pub also: &'static [Fact],
    pub identity: Identity,
    /// A phrase that the row decides.
    #[cfg(test)]
    pub example: &'static str,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Number {
    Singular,
    Plural,
}

macro_rules! number {
    (_) => {
        None
    };
    ($number:ident) => {
        Some(Number::$number)
    };
}

macro_rules! determiner {
    (_) => {
        None
    };
    ($determiner:ident) => {
        Some(Determiner::$determiner)
    };
}

macro_rules! quantity {
    (Unstated) => {
        None
    };
    ($quantity:ident) => {
        Some(Quantity::$quantity)
    };
}

macro_rules! quantities {
    (_) => { &[] };
    ([$($quantity:ident)*]) => { &[$(quantity!($quantity)),*] };
}

macro_rules! table {
    ($([$($class:ident)*] $number:tt $determiner:tt $quantities:tt [$($also:ident)*] => $identity:ident, $example:literal;)*) => {
        &[$(Row {
            classes: &[$(NounClass::$class),*],
            number: number!($number),
            determiner: determiner!($determiner),
            quantities: quantities!($quantities),
            also: &[$(Fact::$also),*],
            identity: Identity::$identity,
            #[cfg(test)]
            example: $example,
        }),*]
    };
}

/// Phrases whose head is a noun of the list.
#[rustfmt::skip]
pub static LISTED: &[Row] = table! {
//  class                         number   determiner quantity                     also                      identity     example
    [Insider Spokesperson]        _        _          _                            []                     => Unnamed,     "a senior official";
    [Void]                        _        _          _                            [OfNation]             => Vague,       "palästinensische Angaben";
    [Void]                        _        _          _                            []                     => Unspecified, "speculation";

    [Document]                    _        _          _                            [AlsoPerson NoEvidence] => Unnamed,    "opposition figures";
    [Document]                    _        _          _                            []                     => Document,    "leaked records";

    [Media]                       _        _          [Unstated Many]              [Anywhere Outside]     => Vague,       "the media";
    [Media]                       _        _          _                            []                     => Unnamed,     "several Ukrainian media";

    [Institution]                 Singular Indefinite _                            [Outlet Outside]       => Unnamed,     "a newspaper";
    [Institution]                 Singular Indefinite _                            [AlsoPerson NoEvidence] => Unnamed,    "a prosecutor";
    [Institution]                 Singular Indefinite _                            [PrivateBody Outside]  => Vague,       "a company";
    [Institution]                 Singular _          _                            []                     => Named,       "the ministry";
    [Institution]                 _        _          _                            [PublicBody]           => Named,       "prosecutors";
    [Institution]                 _        _          [Unstated Many]              [Outlet Anywhere Outside] => Vague,    "newspapers";
    [Institution]                 _        _          _                            [Outlet]               => Unnamed,     "local newspapers";
    [Institution]                 _        _          _                            []                     => Vague,       "two companies";

    []                            _        _          _                            [EachOrNone]           => Vague,       "every driver";

    // A judge speaks as the court does.
    [Office]                      Singular _          _                            [Judge]                => Named,       "a judge";
    [Office Politician]           Singular Indefinite _                            []                     => Unnamed,     "a senator";
    [Office Politician]           Singular _          [One Few Several Some Many]  []                     => Unnamed,     "some senator";
    [Office Politician]           Singular _          _                            []                     => Named,       "the mayor";

    // A definite description refers to somebody named before.
    [Person Expert Crowd]         Singular Definite   _                            [Described Outside]    => Named,       "the former driver";
    // They have been introduced before.
    [Person Office Politician]    Plural   Definite   [Few]                        [General Outside]      => Unnamed,     "the two people";
    [Person Office Politician]    Plural   Definite   [Few]                        [Outside]              => Named,       "the two men";

    // A study names its authors.
    [Office]                      _        Definite   _                            [Author]               => Named,       "the authors";
    [Office Politician]           _        _          [Unstated Some Many]         [Outside]              => Vague,       "lawmakers";
    [Office Politician]           _        _          _                            []                     => Unnamed,     "two lawmakers";

    [Person]                      _        _          _                            [Member OfWorkforce]   => Unnamed,     "a crew member";
    [Person Expert Crowd]         _        _          [Many]                       [Outside]              => Vague,       "most of the drivers";
    [Person]                      Plural   _          [Few Several]                []                     => Unnamed,     "several drivers";
    [Person]                      Plural   _          _                            [General Outside]      => Vague,       "people";
    [Person]                      Plural   _          [Some]                       [Outside]              => Vague,       "some drivers";
    [Person]                      Plural   Definite   _                            [Statement]            => Unnamed,     "the drivers";
    [Person]                      Plural   _          _                            [Outside]              => Vague,       "drivers";
    [Person]                      Plural   _          _                            []                     => Unnamed,     "drivers familiar with the road";

    [Crowd]                       _        _          _                            [Collective]           => Vague,       "the public";
    [Crowd]                       Singular None       _                            []                     => Vague,       "resident";
    [Expert Crowd]                Plural   _          [Few]                        []                     => Unnamed,     "two residents";
    [Expert Crowd]                Plural   _          _                            [Outside]              => Vague,       "experts";
    [Expert Crowd]                Plural   _          _                            []                     => Unnamed,     "experts briefed on the talks";
    [Person Expert Crowd]         _        _          _                            []                     => Unnamed,     "a resident";
};

/// Phrases whose head no list has.
#[rustfmt::skip]
pub static UNLISTED: &[Row] = table! {
//  class number   determiner quantity                 also                         identity    example
    // The country's own.
    []    _        None       _                        [DemonymAlone]            => Named,    "Ukrainian";
    []    Singular Definite   []                       [DemonymAlone]            => Named,    "the Ukrainian";
    []    _        _          _                        [Knows]                   => Unnamed,  "some familiar with the talks";
    []    _        Definite   _                        [CountAlone]              => Named,    "the two";
    []    _        _          _                        [Nobody]                  => Vague,    "those";
    []    _        _          [Many]                   []                        => Vague,    "most glassblowers";
    // Only people and their bodies hold beliefs.
    []    Plural   _          _                        [Belief Thing]            => Vague,    "the harbours";
    []    _        _          _                        [Belief Thing]            => Named,    "the harbour";
    []    Singular Definite   _                        [Statement MayBeBody]     => Named,    "das Phishingradar";
    []    Plural   _          [Unstated Several Some]  [PersonByForm NoEvidence] => Vague,    "glassblowers";
    []    _        _          _                        [PersonByForm NoEvidence] => Unnamed,  "a glassblower";
    []    _        _          _                        []                        => Document, "the atlas";
};
