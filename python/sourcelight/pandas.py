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

from typing import Any, NamedTuple, Unpack

import pandas as pd

from sourcelight.analyzer import Settings, analyze_many
from sourcelight.rows import AttributionRow, HedgeRow, attribution_rows, hedge_rows


class Marks(NamedTuple):
    """One table for each sort of mark: a row each, under the index of its text."""

    attributions: pd.DataFrame
    hedges: pd.DataFrame


def marks(texts: "pd.Series[str]", *, threads: int | None = None, **settings: Unpack[Settings]) -> Marks:
    """Read a column of texts. A missing one (None, NaN, NA) has no marks; columns are those of `sourcelight.rows`."""
    read = nested_marks(texts, threads=threads, **settings)
    return Marks(
        _table(read["attributions"], [*AttributionRow.__annotations__]),
        _table(read["hedges"], [*HedgeRow.__annotations__]),
    )


def nested_marks(texts: "pd.Series[str]", *, threads: int | None = None, **settings: Unpack[Settings]) -> pd.DataFrame:
    """Read a column of texts into a row for each: lists of rows in `attributions` and `hedges`; None of a missing one.

    >>> import pandas as pd
    >>> import sourcelight.pandas
    >>> read = sourcelight.pandas.nested_marks(pd.Series(["Officials said it may rain.", "It rains."]))
    >>> read["hedges"].str.len().to_list()
    [1, 0]
    """
    given = [None if missing else text for text, missing in zip(texts, texts.isna(), strict=True)]
    read = list(zip(given, analyze_many(given, threads=threads, **settings), strict=True))
    said = [None if text is None or analysis is None else attribution_rows(text, analysis) for text, analysis in read]
    hedged = [None if text is None or analysis is None else hedge_rows(text, analysis) for text, analysis in read]
    return pd.DataFrame({"attributions": said, "hedges": hedged}, index=texts.index, dtype=object)


def _table(lists: "pd.Series[Any]", columns: list[str]) -> pd.DataFrame:
    rows = lists.explode().dropna()
    return pd.DataFrame(rows.to_list(), index=rows.index, columns=columns)
