//! Roles: what a single word does for the rules of the engine.
//!
//! A word may have many. The list of a language (`roles.txt`) assigns them, or its spelling does
//! ([`super::Grammar::roles_by_spelling`]).

use enumset::EnumSetType;
use strum::EnumString;

/// What a word does for the rules. The name in the list is the same in lower case, its words parted by hyphens.
#[derive(Debug, EnumSetType, Hash, EnumString)]
#[enumset(repr = "array")]
#[strum(serialize_all = "kebab-case")]
pub enum Role {
    /// An abbreviation whose full stop belongs to it and ends no sentence, written without the full stop: "mr".
    Abbreviation,
    /// An adverb by its ending: "slowly".
    AdverbEnding,
    /// A form of "be".
    Be,
    /// A word after which the possessive clitic is a short verb: "it's".
    BeforeShortenedVerb,
    /// An abbreviation that may end a sentence with its full stop: "u.s.".
    ClosingAbbreviation,
    /// The name of a day of the week: "monday".
    Day,
    /// The name of a month, "may" left out: as often it is the verb or a name.
    Month,
    /// A word that begins sentences far more often than names do: "the".
    SentenceOpener,
}
