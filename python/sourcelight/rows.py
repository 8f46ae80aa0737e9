"""Marks as flat rows with their words: what the tables of `sourcelight.pandas` and `sourcelight.polars` hold.

>>> import sourcelight
>>> from sourcelight.rows import attribution_rows
>>> text = "Two officials briefed on the talks said that the bridge may close."
>>> row = attribution_rows(text, sourcelight.analyze(text))[0]
>>> row["source"], row["identity"], row["basis"]
('Two officials briefed on the talks', 'unnamed', 'briefed on the talks')
"""

from typing import TypedDict

from sourcelight.analysis import Analysis, Attitude, Count, Grade, HedgeKind, Identity, Quoting, Scope, Span, Standing


class AttributionRow(TypedDict):
    """An `Attribution` with its words; the spans are those of source, cue and content in code points."""

    source: str
    cue: str
    content: str
    identity: Identity
    standing: Standing
    attitude: Attitude
    quoting: Quoting
    depth: int
    speaker: str | None
    is_probable: bool
    confidence: float
    count: Count | None
    role: str | None
    basis: str | None
    reason: str | None
    via: str | None
    grade: Grade | None
    why: str
    rule: str
    source_spans: tuple[Span, ...]
    cue_spans: tuple[Span, ...]
    content_spans: tuple[Span, ...]


class HedgeRow(TypedDict):
    """A `Hedge` with its words; start and end in code points."""

    hedge: str
    kind: HedgeKind
    scope: Scope
    range: str | None
    why: str
    rule: str
    start: int
    end: int


def attribution_rows(text: str, analysis: Analysis) -> list[AttributionRow]:
    """Make a row of each attribution, in the order of the text."""
    rows: list[AttributionRow] = []
    for said in analysis.attributions:
        words = said.words(text)
        unnamed = said.anonymity
        rows.append(
            {
                "source": words.source,
                "cue": words.cue,
                "content": words.content,
                "identity": said.identity,
                "standing": said.standing,
                "attitude": said.attitude,
                "quoting": said.quoting,
                "depth": said.depth,
                "speaker": said.speaker,
                "is_probable": said.is_probable,
                "confidence": said.confidence,
                "count": unnamed.count if unnamed else None,
                "role": unnamed.role if unnamed else None,
                "basis": unnamed.basis if unnamed else None,
                "reason": unnamed.reason if unnamed else None,
                "via": unnamed.via if unnamed else None,
                "grade": unnamed.grade if unnamed else None,
                "why": said.why,
                "rule": said.reason.rule,
                "source_spans": said.source,
                "cue_spans": said.cue,
                "content_spans": said.content,
            }
        )
    return rows


def hedge_rows(text: str, analysis: Analysis) -> list[HedgeRow]:
    """Make a row of each hedge, in the order of the text."""
    return [
        {
            "hedge": text[slice(*hedge.span)],
            "kind": hedge.kind,
            "scope": hedge.scope,
            "range": hedge.range,
            "why": hedge.why,
            "rule": hedge.reason.rule,
            "start": hedge.span[0],
            "end": hedge.span[1],
        }
        for hedge in analysis.hedges
    ]
