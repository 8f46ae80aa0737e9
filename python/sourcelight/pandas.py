"""Marks of a column of texts as data frames (needs pandas).

>>> import pandas as pd
>>> import sourcelight.pandas
>>> news = pd.DataFrame(
...     {"text": ["“We are ready,” Marek Dunn said.", None, "Officials said it may rain."]}, index=["a", "b", "c"]
... )
>>> marks = sourcelight.pandas.marks(news["text"])
>>> marks.attributions[["source", "cue", "identity"]]
       source   cue identity
a  Marek Dunn  said    named
c   Officials  said  unnamed
>>> marks.hedges["hedge"].to_dict()
{'c': 'may'}

The index says which text a mark is from: `news.join(marks.attributions)` puts both side by side.
"""

from typing import NamedTuple, Unpack

import pandas as pd

from sourcelight.analyzer import Settings, analyze_many
from sourcelight.rows import AttributionRow, HedgeRow, attribution_rows, hedge_rows


class Marks(NamedTuple):
    """One table for each sort of mark: a row each, under the index of its text."""

    attributions: pd.DataFrame
    hedges: pd.DataFrame


def marks(texts: "pd.Series[str]", *, threads: int | None = None, **settings: Unpack[Settings]) -> Marks:
    """Read a column of texts. A missing one (None, NaN, NA) has no marks; columns are those of `sourcelight.rows`."""
    given = [None if missing else text for text, missing in zip(texts, texts.isna(), strict=True)]
    attributions: list[AttributionRow] = []
    hedges: list[HedgeRow] = []
    said_in: list[int] = []
    hedged_in: list[int] = []
    for number, (text, analysis) in enumerate(
        zip(given, analyze_many(given, threads=threads, **settings), strict=True)
    ):
        if text is None or analysis is None:
            continue
        attributions += attribution_rows(text, analysis)
        hedges += hedge_rows(text, analysis)
        said_in += [number] * len(analysis.attributions)
        hedged_in += [number] * len(analysis.hedges)
    return Marks(
        pd.DataFrame(attributions, index=texts.index[said_in], columns=[*AttributionRow.__annotations__]),
        pd.DataFrame(hedges, index=texts.index[hedged_in], columns=[*HedgeRow.__annotations__]),
    )
