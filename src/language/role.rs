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
    /// The preposition of a subject: "about".
    About,
    /// The first word of "according to".
    According,
    /// An adverb by its ending: "slowly".
    AdverbEnding,
    /// The preposition and subordinator of what came before: "after".
    After,
    /// The conjunction "and".
    And,
    /// A form of a verb of answering.
    Answer,
    /// "a", "an", "the".
    Article,
    /// The subordinator "as".
    As,
    /// A form of "be".
    Be,
    /// A word after which the possessive clitic is a short verb: "it's".
    BeforeShortenedVerb,
    /// A word that stands before a unit of time: "last", "this".
    BeforeTime,
    /// The preposition of an agent: "by".
    By,
    /// A preposition of place, time, hearer or medium between a verb and its content.
    Circumstance,
    /// A finite verb that may do so.
    Cites,
    /// A participle that names the source of a source: "citing".
    Citing,
    /// A subordinator that opens a clause: "while", "because".
    ClauseOpener,
    /// An abbreviation that may end a sentence with its full stop: "u.s.".
    ClosingAbbreviation,
    /// A word that opens a content: "that", "whether".
    ContentOpener,
    /// A word that sets another clause against the one before: "but", "although".
    Contrast,
    /// A coordinating conjunction.
    Coordinator,
    /// The name of a day of the week: "monday".
    Day,
    /// "this", "those".
    Demonstrative,
    /// A form of "do" as an auxiliary.
    Do,
    /// A form of "have" as an auxiliary.
    Have,
    /// A pronoun that no source is: "it", "there".
    Impersonal,
    /// The preposition "in".
    In,
    /// "a", "an".
    IndefiniteArticle,
    /// A noun for whom a report cites as its own source.
    Informant,
    /// The pronoun "it".
    It,
    /// A noun for where something is said: "interview", "statement".
    Medium,
    /// A modal verb, its short form too.
    Modal,
    /// The name of a month, "may" left out: as often it is the verb or a name.
    Month,
    /// A word that negates a clause.
    Negation,
    /// A pronoun in the form of an object: "them".
    ObjectPronoun,
    /// The preposition "of".
    Of,
    /// The numeral and pronoun "one".
    One,
    /// A word before a participle that shares its subject: "while saying".
    ParticipleOpener,
    /// A word with the ending of a past participle: "opened".
    PastEnding,
    /// A common preposition of place, time or matter.
    PlaceOrTime,
    /// A form of "say" or "tell".
    PlainSpeech,
    /// A noun in the plural, by its ending or by the list.
    Plural,
    /// A possessive determiner: "their".
    Possessive,
    /// A word that opens a question clause: "whether".
    QuestionOpener,
    /// A question word that is no subject: "how".
    QuestionWord,
    /// A relative pronoun of whom and what a noun names: "who".
    RelativePronoun,
    /// A word that begins sentences far more often than names do: "the".
    SentenceOpener,
    /// A preposition between a noun of speech and its source: "claims by".
    SourcePreposition,
    /// A participle of a state of mind, which makes no passive: "opposed".
    State,
    /// A personal pronoun in the form of a subject.
    SubjectPronoun,
    /// A form of a reporting verb that is no noun as well: "says".
    SurelyVerb,
    /// The subordinator "that".
    That,
    /// A preposition of when and where something was said.
    TimePreposition,
    /// A unit of time: "week".
    TimeUnit,
    /// An adverb of time: "yesterday".
    TimeWord,
    /// The infinitive mark and preposition "to".
    To,
    /// A word that is a verb of wishing only after "would": "like".
    VerbAfterWould,
    /// "whether", "if".
    WhetherOrIf,
    /// The subordinator "while".
    While,
    /// "would" and its short form.
    Would,
}
