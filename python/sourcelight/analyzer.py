"""Reading texts: one, or many on all cores."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from functools import lru_cache
from itertools import islice
from typing import Literal, TypeAlias, TypedDict, Unpack, overload

import msgspec

from sourcelight._core import Core
from sourcelight.analysis import Analysis

Sureness: TypeAlias = Literal["fewer", "balanced", "more"]
Hedging: TypeAlias = Literal["page", "conll2010"]
Language: TypeAlias = Literal["auto", "en", "de"]
Phrases: TypeAlias = Mapping[str, Sequence[str]]
_Groups: TypeAlias = tuple[tuple[str, tuple[str, ...]], ...]

_BATCH = 256
"""Texts that are read at a time: an interrupt is heard between two batches, and no more JSON than theirs is held."""

_decode = msgspec.json.Decoder(Analysis).decode


class Settings(TypedDict, total=False):
    """The keyword arguments of everything that reads texts; `Analyzer` explains them and has their defaults."""

    sureness: Sureness
    beliefs: bool
    asides: bool
    hedging: Hedging
    language: Language
    phrases: Phrases


class Analyzer:
    """The engine with its settings; reads any number of texts, from any number of threads.

    - `sureness`: fewer and surer attributions (`"fewer"`), or more of them (`"more"`).
    - `beliefs`: whether thoughts, wishes and intentions are marked beside statements.
    - `asides`: whether asides between the text and its reader are marked: “you want to”.
    - `hedging`: what counts as a hedge: what docs/what-we-mark.md says (`"page"`), or what the CoNLL-2010 shared task
      counts (`"conll2010"`), to compare with others on its corpus.
    - `language`: the language of the texts, English (`"en"`) or German (`"de"`); otherwise what each paragraph is
      written in, and a paragraph in neither is not read (`"auto"`).
    - `phrases`: your own phrases, in groups with a name. A line is plain words, or a pattern between slashes in the
      syntax of the Rust crate `regex`.

    A setting of a wrong type is a `TypeError`, an unknown value or a phrase that cannot be used a `ValueError`.

    >>> import sourcelight
    >>> analyzer = sourcelight.Analyzer(beliefs=False, phrases={"loaded": ["so-called", "/slam(s|med)/"]})
    >>> analysis = analyzer.analyze("The mayor believes that the so-called plan was slammed.")
    >>> len(analysis.attributions), [found.phrase for found in analysis.phrases]
    (0, ['so-called', '/slam(s|med)/'])
    """

    def __init__(
        self,
        *,
        sureness: Sureness = "balanced",
        beliefs: bool = True,
        asides: bool = True,
        hedging: Hedging = "page",
        language: Language = "auto",
        phrases: Phrases | None = None,
    ) -> None:
        """Load the tables, once for the same settings."""
        _check("sureness", sureness, str)
        _check("beliefs", beliefs, bool)
        _check("asides", asides, bool)
        _check("hedging", hedging, str)
        _check("language", language, str)
        self._core = _loaded(sureness, beliefs, asides, hedging, language, _groups(phrases or {}))

    def analyze(self, text: str) -> Analysis:
        """Read one text; see the function of this name."""
        _check("text", text, str)
        (line,) = self._core.read([text], 1)
        return _decode(line)

    @overload
    def analyze_many(self, texts: Iterable[str], *, threads: int | None = None) -> list[Analysis]: ...
    @overload
    def analyze_many(self, texts: Iterable[str | None], *, threads: int | None = None) -> list[Analysis | None]: ...
    def analyze_many(
        self, texts: Iterable[str | None], *, threads: int | None = None
    ) -> list[Analysis] | list[Analysis | None]:
        """Read many texts; see the function of this name."""
        if isinstance(texts, str):
            raise TypeError("texts is a single str: analyze() reads one text")
        if threads is not None:
            _check("threads", threads, int)
            if threads < 1:
                raise ValueError(f"threads is {threads}: one is the least")
        read: list[Analysis | None] = []
        with ThreadPoolExecutor(max_workers=1) as ahead:
            # While one batch is read, the answers to the one before it become objects.
            lines: Future[list[bytes | None]] | None = None
            for batch in _batches(texts):
                # A thread without a text would cost its start and nothing else.
                following = ahead.submit(self._core.read, batch, min(threads or 0, len(batch)))
                read += _decoded(lines)
                lines = following
            read += _decoded(lines)
        return read


def analyze(text: str, **settings: Unpack[Settings]) -> Analysis:
    """Read one text, whose paragraphs are separated by line ends.

    Any text is valid; the cost is linear in its length. A lone surrogate is read as U+FFFD. `Analyzer` explains the
    settings.

    >>> import sourcelight
    >>> text = "Two officials briefed on the talks said that the bridge is likely to close."
    >>> said = sourcelight.analyze(text).attributions[0]
    >>> said.identity, said.anonymity.grade, said.anonymity.basis
    ('unnamed', 'role+basis', 'briefed on the talks')
    >>> sourcelight.analyze(text, sureness="utterly")
    Traceback (most recent call last):
    ...
    ValueError: sureness: unknown variant `utterly`, expected one of `fewer`, `balanced`, `more`
    """
    return Analyzer(**settings).analyze(text)


@overload
def analyze_many(
    texts: Iterable[str], *, threads: int | None = None, **settings: Unpack[Settings]
) -> list[Analysis]: ...
@overload
def analyze_many(
    texts: Iterable[str | None], *, threads: int | None = None, **settings: Unpack[Settings]
) -> list[Analysis | None]: ...
def analyze_many(
    texts: Iterable[str | None], *, threads: int | None = None, **settings: Unpack[Settings]
) -> list[Analysis] | list[Analysis | None]:
    """Read many texts on so many threads (as many as there are cores, unless told otherwise), in their order.

    The GIL is free while they are read. None stays None, so that rows of a table stay where they are.

    >>> import sourcelight
    >>> texts = ["“We are ready,” Marek Dunn said.", None, "It rains."]
    >>> [analysis and len(analysis.attributions) for analysis in sourcelight.analyze_many(texts)]
    [1, None, 0]
    """
    return Analyzer(**settings).analyze_many(texts, threads=threads)


@lru_cache(maxsize=8)
def _loaded(
    sureness: Sureness, beliefs: bool, asides: bool, hedging: Hedging, language: Language, groups: _Groups
) -> Core:
    return Core(sureness, beliefs, asides, hedging, language, groups)


def _groups(phrases: Phrases) -> _Groups:
    """Phrases as they can be compared."""
    _check("phrases", phrases, Mapping)
    for name, lines in phrases.items():
        if isinstance(lines, str):
            raise TypeError(f"phrases: {name!r} is a single str, not a list of phrases")
        for line in (name, *lines):
            _check("a line of phrases", line, str)
    return tuple((name, tuple(lines)) for name, lines in phrases.items())


def _batches(texts: Iterable[str | None]) -> Iterator[list[str | None]]:
    """Texts, a batch at a time."""
    rest = enumerate(texts)
    while batch := list(islice(rest, _BATCH)):
        for number, text in batch:
            if text is not None:
                _check(f"text {number}", text, str)
        yield [text for _, text in batch]


def _decoded(lines: Future[list[bytes | None]] | None) -> list[Analysis | None]:
    return [None if line is None else _decode(line) for line in (lines.result() if lines else [])]


def _check(name: str, value: object, kind: type) -> None:
    if not isinstance(value, kind):
        raise TypeError(f"{name} is of type {type(value).__name__}, not {kind.__name__}")
