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
    /// What somebody tells, counts or finds, as a noun by which it is passed on: "Angaben", "Medienberichte".
    Account,
    /// The first word of "according to".
    According,
    /// A word for "according to" that stands behind the source: "zufolge".
    AccordingBehind,
    /// "According to that" in one word: "demnach".
    AccordingToThat,
    /// A word that opens what an adjective of speech or thought says: "confident that".
    AdjectiveComplement,
    /// An adverb by its ending: "slowly".
    AdverbEnding,
    /// A preposition before an employer: "at" (the bank).
    AffiliatingPreposition,
    /// A word behind which the mood of reported speech is a turn of phrase: "es sei denn".
    AfterSetMood,
    /// An age that stands for a person, by its ending: "14-year-old".
    AgeInYears,
    /// The preposition before the agent of a passive: "by".
    AgentPreposition,
    /// A form of a verb of answering.
    AnsweringVerb,
    /// A word for nobody in particular: "everyone".
    Anybody,
    /// A word that opens an aside with nothing but the speaker: "so" (der Minister).
    AsideOpener,
    /// A participle for whom a question was put to: "asked".
    AskedParticiple,
    /// A form of "be".
    Be,
    /// A form of "become" where it makes the passive: "wurde" (kritisiert).
    Become,
    /// A word that may open the name of a day: "on", "late" (Sunday).
    BeforeDay,
    /// A word after which the possessive clitic is a short verb: "it's".
    BeforeShortenedVerb,
    /// A word that stands before a unit of time: "last", "this".
    BeforeTime,
    /// A word before "caption" in the label of a caption: "image".
    Captioned,
    /// A conjunction that opens a reason: "because".
    CausalConjunction,
    /// A preposition before the channel of a statement: "via" (Twitter).
    ChannelPreposition,
    /// A preposition that may open where or when something was said: "in" (an interview).
    CircumstancePreposition,
    /// A finite verb by which an outlet passes on a source.
    Cites,
    /// The word between whom one quotes and the verb of theirs: "as" (saying).
    CitingLink,
    /// A participle by which an outlet passes on a source: "citing".
    CitingParticiple,
    /// A verb by which an outlet passes on a source: "citing".
    CitingVerb,
    /// A word that opens a clause as a content: "whether".
    ClauseIntroducer,
    /// A subordinator that opens a clause: "while", "because".
    ClauseOpener,
    /// An abbreviation that may end a sentence with its full stop: "u.s.".
    ClosingAbbreviation,
    /// A word that ends the name of a company: "inc".
    CompanySuffix,
    /// A preposition of a phrase that may stand between a verb and its content: "with" (reporters).
    ComplementPreposition,
    /// The word that opens a clause as a content: "that".
    Complementizer,
    /// A word that opens a condition: "if".
    ConditionOpener,
    /// A verb of the terms on which a source spoke: "asked" (not to be named).
    ConditionVerb,
    /// A word that opens a content: "that", "whether".
    ContentOpener,
    /// A word that sets another clause against the one before: "but", "although".
    Contrast,
    /// A conjunction that joins two noun phrases: "and".
    Coordinator,
    /// The name of a day of the week: "monday".
    Day,
    /// "the".
    DefiniteArticle,
    /// A determiner that points: "those".
    Demonstrative,
    /// A modifier that makes another post of it: "deputy".
    Deputy,
    /// A determiner that means each member or none: "every".
    Distributive,
    /// A finite form of "do".
    Do,
    /// An adjective that adds nothing to "a source": "reliable".
    EmptyAdjective,
    /// The word that stands for the subject where something is said to exist: "there (was)".
    Existential,
    /// A pronoun for a woman: "she".
    FemininePronoun,
    /// "we" and its forms.
    FirstPersonPlural,
    /// "I" and its forms.
    FirstPersonSingular,
    /// A modifier that does not change which post is meant: "former".
    Former,
    /// An adjective that may stand in the genitive without an article, by its ending: "israelischer" (Behörden).
    GenitiveEnding,
    /// The preposition between a part and its whole: "of".
    GenitivePreposition,
    /// Which half of the day an hour is in: "a.m.".
    HalfDay,
    /// A form of "have" as an auxiliary.
    Have,
    /// An adverb that passes on what others have said: "reportedly".
    HearsayAdverb,
    /// A verb that passes on what is said without saying by whom: "soll" (verkauft sein).
    HearsayVerb,
    /// The preposition before a hearer: "to" (reporters).
    HearerPreposition,
    /// A pronoun that no source is: "it", "there".
    Impersonal,
    /// "a".
    IndefiniteArticle,
    /// A preposition before what somebody is judged for: "(accused) of", "(criticized) for".
    JudgedPreposition,
    /// An adjective that “make” joins to what somebody says: "(made) clear".
    MadeAdjective,
    /// A form of "make".
    Make,
    /// An article that no subject has: "dem".
    ObliqueArticle,
    /// An infinitive with its mark inside, by its form: "einzuräumen".
    InfinitiveForm,
    /// The mark of an infinitive: "to".
    InfinitiveMark,
    /// A verb for making a document public: "sent".
    IssuingVerb,
    /// A verb for heading a body: "chairs".
    LeadingVerb,
    /// An adjective for a place that is not named: "local".
    Local,
    /// A pronoun for nobody in particular: "you".
    LoosePronoun,
    /// A word that opens a reason only right after a clause of anonymity: "given".
    LooseReason,
    /// A preposition before who made a document: "by".
    MakerPreposition,
    /// A pronoun for a man: "he".
    MasculinePronoun,
    /// A matter that somebody can be close to: "negotiations".
    Matter,
    /// A word that opens a comparison, and with a verb of speech an aside: "wie" (der Minister sagte).
    Manner,
    /// A conjunction of what happens at the same time: "while".
    Meanwhile,
    /// What something is said in: "statement".
    Medium,
    /// A word made of a name and another word, which is no name: "London-based".
    MadeOfName,
    /// The preposition before the medium of a statement: "in" (an interview).
    MediumPreposition,
    /// A preposition between members and their body: "on" (the committee).
    MembershipPreposition,
    /// The name of a month, "may" left out: as often it is the verb or a name.
    Month,
    /// An adjective in the names of bodies that may be a noun as well: "Weiße" (Haus).
    NameAdjective,
    /// A preposition between a movement and what it is for, in the movement's name: "Alternative for Germany".
    NameCause,
    /// A word in lower case inside the name of a body: "of".
    NameLink,
    /// A word in lower case inside the name of a person: "von".
    NameParticle,
    /// A word after a family name: "jr".
    NameSuffix,
    /// An adjective for somebody who is kept without a name: "unidentified".
    NamelessAdjective,
    /// A participle that introduces a name: "called".
    NamingParticiple,
    /// A word that negates a clause.
    Negation,
    /// "it" and its forms.
    NeuterPronoun,
    /// A word in the names of bodies that "the company" never means: "ministry".
    NeverFirm,
    /// The word by which a newspaper is called after its whole name: "the Post" for "The Washington Post".
    NewspaperName,
    /// A form of an auxiliary without a tense: "been".
    NonFinite,
    /// A noun that is no name, by its ending: "Verzögerung".
    NounEnding,
    /// A preposition whose name is not the subject of its sentence: "against".
    ObjectPreposition,
    /// A pronoun in the form of an object: "them".
    ObjectPronoun,
    /// The numeral and pronoun "one".
    One,
    /// A pronoun that means somebody else each time, where it is not known whom: "some".
    OpenPronoun,
    /// An adjective that sets one of several apart: "second".
    Ordinal,
    /// A preposition that belongs to the verb and never to the source: "to" (reporters).
    OutsidePreposition,
    /// A conjunction before a participle that shares the subject of another verb: "while" (saying).
    ParticipleLink,
    /// A preposition or mark before a verb form that shares the subject of another verb: "by" (saying).
    ParticiplePreposition,
    /// What stands behind "and" at the end of the name of a firm: "Co".
    Partners,
    /// A noun before "of" for people too many to list: "hundreds".
    PartitiveMany,
    /// A noun before "of" for an open number: "series".
    PartitiveSome,
    /// A past form or participle, by its ending: "armed".
    PastParticiple,
    /// A word behind the figure of a share: "percent".
    Percent,
    /// A noun for a person, by its ending: "beekeeper".
    PersonEnding,
    /// A noun by which a clause is put as somebody's view: "in his view".
    Perspective,
    /// A word before a noun phrase that belongs to the sentence: "according".
    PhraseLead,
    /// A label of a picture or of its credit: "photographer".
    PictureLabel,
    /// A common preposition of place, time or matter.
    PlaceOrTime,
    /// A plural, by its form: "harbours".
    Plural,
    /// "they" and its forms, "both".
    PluralPronoun,
    /// What a minister is there for: "trade".
    Portfolio,
    /// "his" and its like.
    PossessiveDeterminer,
    /// Letters behind a name that are no part of it: "MP".
    PostNominal,
    /// An adjective or participle that stands after the noun it describes: "familiar".
    Postmodifier,
    /// A present participle, by its ending: "sailing".
    PresentParticiple,
    /// A small number, of people who could be listed: "two".
    QuantityFew,
    /// A quantity of people too many to list: "most".
    QuantityMany,
    /// A word that makes a number less exact: "nearly".
    QuantityModifier,
    /// A quantity of one: "another".
    QuantityOne,
    /// An open quantity, of people who could be listed: "several".
    QuantitySeveral,
    /// An open quantity: "some".
    QuantitySome,
    /// A word that opens a question clause: "whether".
    QuestionOpener,
    /// A question word that is no subject: "how".
    QuestionWord,
    /// "himself" and its like.
    Reflexive,
    /// A word before the adjective of a nation or region: "South Korean".
    RegionWord,
    /// A relative pronoun for a person: "who".
    RelativeOfPerson,
    /// A relative pronoun for a thing; one of them opens clauses as well: "which", "that".
    RelativeOfThing,
    /// A relative pronoun that is the subject of its clause: "who", not "whom".
    RelativeSubject,
    /// A word that may be a verb in the mood of reported speech, by its ending: "verkenne".
    ReportedEnding,
    /// A verb in the mood of reported speech: "sei".
    ReportedMood,
    /// A form of "say" or "tell": "said".
    Said,
    /// A participle for what a reader of a document did: "reviewed".
    SeenParticiple,
    /// A word that begins sentences far more often than names do: "the".
    SentenceOpener,
    /// A preposition between a noun of speech and its source: "claims by".
    SourcePreposition,
    /// A participle of a state of mind, which makes no passive: "opposed".
    StateParticiple,
    /// A personal pronoun in the form of a subject.
    SubjectPronoun,
    /// A form of a reporting verb that is no noun as well: "says".
    SurelyVerb,
    /// A unit of time: "week".
    TimeUnit,
    /// An adverb of time: "yesterday".
    TimeWord,
    /// A noun for what is said of somebody or something, which a preposition joins to it: "accusations (of)".
    TopicNoun,
    /// A preposition before what a noun of speech or thought is about: "(reports) of".
    TopicPreposition,
    /// A verb in the mood of what is not real, which reported speech borrows: "wäre".
    UnrealMood,
    /// A word that is a verb of wishing only after "would": "like".
    VerbAfterWould,
    /// The prefix of a verb, where it stands at the end of the clause: "teilte … mit".
    VerbPrefix,
    /// A noun whose members could each be called up: "staff" (member).
    Workforce,
    /// "would" and its short form.
    WouldVerb,
}
