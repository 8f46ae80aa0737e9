"""Marks of a column of texts as an expression (needs polars).

>>> import polars as pl
>>> from sourcelight.polars import marks
>>> texts = ["“We are ready,” Marek Dunn said.", None, "Officials said it may rain."]
>>> news = pl.DataFrame({"id": [1, 2, 3], "text": texts})
>>> read = news.select("id", marks("text").struct.unnest())
>>> said = read.select("id", "attributions").explode("attributions").drop_nulls().unnest("attributions")
>>> said.select("id", "source", "identity").rows()
[(1, 'Marek Dunn', 'named'), (3, 'Officials', 'unnamed')]
>>> read.select("id", pl.col("hedges").list.len()).rows()
[(1, 0), (2, None), (3, 1)]
"""

from typing import Unpack

import polars as pl

from sourcelight.analyzer import Analyzer, Settings
from sourcelight.rows import attribution_rows, hedge_rows

_SPANS = pl.List(pl.List(pl.UInt32))

_ATTRIBUTION = pl.Struct(
    {
        "source": pl.String,
        "cue": pl.String,
        "content": pl.String,
        "identity": pl.String,
        "standing": pl.String,
        "attitude": pl.String,
        "quoting": pl.String,
        "depth": pl.UInt8,
        "speaker": pl.String,
        "is_probable": pl.Boolean,
        "confidence": pl.Float32,
        "count": pl.String,
        "role": pl.String,
        "basis": pl.String,
        "reason": pl.String,
        "via": pl.String,
        "grade": pl.String,
        "why": pl.String,
        "rule": pl.String,
        "source_spans": _SPANS,
        "cue_spans": _SPANS,
        "content_spans": _SPANS,
    }
)

_HEDGE = pl.Struct(
    {
        "hedge": pl.String,
        "kind": pl.String,
        "scope": pl.String,
        "range": pl.String,
        "why": pl.String,
        "rule": pl.String,
        "start": pl.UInt32,
        "end": pl.UInt32,
    }
)

MARKS = pl.Struct({"attributions": pl.List(_ATTRIBUTION), "hedges": pl.List(_HEDGE)})
"""What `marks` gives for each text; the fields of a mark are the columns of `sourcelight.rows`."""


def marks(texts: str | pl.Expr, *, threads: int | None = None, **settings: Unpack[Settings]) -> pl.Expr:
    """Read a column of texts, given by its name or as an expression; of a null both lists are null."""
    analyzer = Analyzer(**settings)

    def read(column: pl.Series) -> pl.Series:
        given: list[str | None] = column.to_list()
        rows = [
            None
            if text is None or analysis is None
            else {"attributions": attribution_rows(text, analysis), "hedges": hedge_rows(text, analysis)}
            for text, analysis in zip(given, analyzer.analyze_many(given, threads=threads), strict=True)
        ]
        return pl.Series(column.name, rows, dtype=MARKS)

    expression = pl.col(texts) if isinstance(texts, str) else texts
    return expression.map_batches(read, return_dtype=MARKS, is_elementwise=True)
