"""What the engine says about a text, as plain typed data.

The names and values are those of the command line's JSON lines, from which these objects are filled. They are structs
of `msgspec`: frozen, compared by value, quick to pickle, and of no concern to the garbage collector, as they hold no
cycles. `msgspec.to_builtins` makes dictionaries of them and `msgspec.json.encode` the line of JSON again.

>>> import msgspec, sourcelight
>>> hedge = sourcelight.analyze("The ferry is likely to be late.").hedges[0]
>>> hedge.kind, hedge.range
('likelihood', '55-80')
>>> msgspec.to_builtins(hedge)["span"]
(13, 19)
"""

from collections.abc import Iterable
from typing import Literal, NamedTuple, TypeAlias

import msgspec

Span: TypeAlias = tuple[int, int]
"""`[start, end)` in code points: `text[start:end]` is what it stands for."""

Identity: TypeAlias = Literal["named", "unnamed", "vague", "document", "unspecified"]
Standing: TypeAlias = Literal["named", "institution", "unnamed", "loose"]
Attitude: TypeAlias = Literal["statement", "belief", "evidence"]
Quoting: TypeAlias = Literal["direct", "mixed", "indirect"]
Count: TypeAlias = Literal["one", "several", "unknown"]
Grade: TypeAlias = Literal["bare", "group", "role", "role+basis", "reason"]
HedgeKind: TypeAlias = Literal["modal", "likelihood", "appearance", "evidential", "belief"]
Scope: TypeAlias = Literal["author", "source"]
Tongue: TypeAlias = Literal["en", "de"]


class Why(msgspec.Struct, frozen=True, gc=False):
    """What decided a mark."""

    rule: str
    """The stable name of the rule."""
    words: tuple[str, ...]
    """The words of the text that the rule saw."""


class Anonymity(msgspec.Struct, frozen=True, gc=False):
    """What the text says about a source that it does not name; all words are the text's."""

    count: Count
    role: str | None
    """“senior US official”."""
    basis: str | None
    """How they know: “briefed on the talks”."""
    reason: str | None
    """Why they are not named: “for fear of reprisals”."""
    clause: str | None
    """The bare clause of anonymity: “who spoke on condition of anonymity”."""
    boilerplate: bool
    """Whether the reason is the stock one (not authorised to speak)."""
    via: str | None
    """The outlet that has the source, where it is second-hand."""
    rests_on_one: bool
    """A plural that the text itself reduces to one person."""
    grade: Grade
    """How much the reader learns about the source, from `bare` to `reason`."""


class Words(NamedTuple):
    """The words of an attribution; pieces that stand apart are joined by `" … "`, and what is not there is empty."""

    source: str
    cue: str
    content: str


class Attribution(msgspec.Struct, frozen=True, gc=False):
    """A statement, belief or piece of evidence that the text attributes to a source."""

    source: tuple[Span, ...]
    """Who it comes from; empty where the text names none."""
    cue: tuple[Span, ...]
    """The words that make it an attribution; empty for a quotation that stands alone."""
    content: tuple[Span, ...]
    """What is attributed, in one or more pieces."""
    identity: Identity
    """Who the source is, as far as the text lets its reader know."""
    standing: Standing
    """Whether somebody answers to the reader for what is said."""
    attitude: Attitude
    quoting: Quoting
    """How much of the content stands inside quotation marks."""
    depth: int
    """0 for an attribution by the text itself, 1 for one inside the content of another, and so on."""
    speaker: str | None
    """The fullest name in the text of whom the source refers to."""
    is_probable: bool
    """Whether somebody else may well be meant."""
    speaker_confidence: float | None
    """From 0 to 1; none where there is no name."""
    mentions: tuple[Span, ...]
    """The mentions that lead to that name, the fullest one first."""
    confidence: float
    """How sure the engine is that this is an attribution, from 0 to 1."""
    anonymity: Anonymity | None
    """Only for an unnamed source."""
    why: str
    """English sentences for people: what decided it, and what speaks for it."""
    reason: Why
    """The same for programs."""
    evidence: tuple[Why, ...]

    def words(self, text: str) -> Words:
        """Cut its words out of the text that was analysed.

        >>> import sourcelight
        >>> text = "“We are ready,” she said, “and the ferry is new.”"
        >>> sourcelight.analyze(text).attributions[0].words(text)
        Words(source='she', cue='said', content='“We are ready,” … “and the ferry is new.”')
        """
        return Words(_joined(text, self.source), _joined(text, self.cue), _joined(text, self.content))


class Hedge(msgspec.Struct, frozen=True, gc=False):
    """Words that make the commitment to a claim less than full."""

    span: Span
    kind: HedgeKind
    scope: Scope
    """Who hedges: the text itself (`author`), or the source inside attributed content."""
    range: str | None
    """The published range of probability in per cent, such as `55-80`, where a scale has one (ICD 203, 2015).

    That scale is English; a German word has the range of the English word that it translates."""
    language: Tongue
    """The language of the words."""
    why: str
    reason: Why


class PhraseMatch(msgspec.Struct, frozen=True, gc=False):
    """Where one of your own phrases stands."""

    span: Span
    group: int
    """The number of its group in the settings."""
    name: str
    """The group's name."""
    phrase: str
    """The line of the group that it fits."""


class Source(msgspec.Struct, frozen=True, gc=False):
    """One source with all that is attributed to it."""

    identity: Identity
    standing: Standing
    is_unclear: bool
    """Whether somebody is meant and it is not known whom."""
    is_probable: bool
    """Whether the name is no more than probable in each of its statements."""
    statements: tuple[int, ...]
    """Numbers of its attributions."""
    told_by: int
    """The attribution that says most about who the source is."""
    words: int
    """Words of the text that it answers for."""
    hedges: tuple[int, ...]
    """Numbers of the hedges in what it says."""


class StandingShare(msgspec.Struct, frozen=True, gc=False):
    """What the sources of one standing add up to."""

    standing: Standing
    sources: int
    statements: int
    words: int


class Passage(msgspec.Struct, frozen=True, gc=False):
    """A stretch of the text that one attribution answers for."""

    statement: int
    """The number of its attribution."""
    start: int
    """How many words of the text stand before it."""
    words: int


class HedgeGroup(msgspec.Struct, frozen=True, gc=False):
    """Hedges with the same range, or of the same kind where no scale gives a number."""

    range: str | None
    kind: HedgeKind | None
    hedges: tuple[int, ...]


class Report(msgspec.Struct, frozen=True, gc=False):
    """What the marks add up to; members are numbers into the lists of the `Analysis`."""

    words: int
    """All words that were read."""
    attributed_words: int
    """Words inside the content of at least one attribution."""
    sources: tuple[Source, ...]
    """The one with most words first."""
    standings: tuple[StandingShare, ...]
    passages: tuple[Passage, ...]
    """Who speaks where, in the order of the text."""
    hedges: tuple[HedgeGroup, ...]
    own_hedges: tuple[int, ...]
    """The hedges that are the text's own; the others are their sources'."""


class Analysis(msgspec.Struct, frozen=True, gc=False):
    """All that was found in one text, in its order."""

    attributions: tuple[Attribution, ...]
    hedges: tuple[Hedge, ...]
    phrases: tuple[PhraseMatch, ...]
    read_to: int | None
    """Where reading stopped, for a text too long to be read to its end."""
    report: Report


def _joined(text: str, spans: Iterable[Span]) -> str:
    return " … ".join(text[start:end] for start, end in spans)
