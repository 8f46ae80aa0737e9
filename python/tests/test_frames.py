"""Tables of marks: rows stay with their texts, and missing texts are nobody's error."""

from typing import Any

import pandas as pd
import polars as pl
import pytest

import sourcelight
import sourcelight.pandas
import sourcelight.polars
from sourcelight.rows import AttributionRow, HedgeRow, attribution_rows, hedge_rows

TEXTS = {
    "bridge": "“The bridge may close,” Mayor Anna Beck said. Two officials briefed on the plans said it is likely.",
    "missing": None,
    "rain": "It rains.",
    "report": "According to a report, “nothing” works.",
}


def expected(text: str | None) -> tuple[list[AttributionRow], list[HedgeRow]]:
    """Rows of a text, from its analysis."""
    if text is None:
        return [], []
    analysis = sourcelight.analyze(text)
    return attribution_rows(text, analysis), hedge_rows(text, analysis)


def test_a_row_has_the_words_and_the_facts() -> None:
    """Unnamed sources with what is told about them, named ones without."""
    said, hedges = expected(TEXTS["bridge"])
    assert [row["source"] for row in said] == ["Mayor Anna Beck", "Two officials briefed on the plans"]
    assert [(row["grade"], row["count"]) for row in said] == [(None, None), ("role+basis", "several")]
    assert [(row["hedge"], row["range"], row["start"]) for row in hedges] == [
        ("may", None, 12),
        ("likely", "55-80", 92),
    ]


@pytest.mark.parametrize("missing", [None, float("nan"), pd.NA])
@pytest.mark.parametrize("dtype", ["str", "string", object])
def test_pandas_rows_stand_under_the_index_of_their_text(missing: Any, dtype: Any) -> None:
    """For every way in which pandas says that there is none."""
    texts = [missing if text is None else text for text in TEXTS.values()]
    marks = sourcelight.pandas.marks(pd.Series(texts, index=list(TEXTS), dtype=dtype))
    for name, text in TEXTS.items():
        said, hedges = expected(text)
        assert len(marks.attributions.loc[marks.attributions.index == name]) == len(said)
        hedged = marks.hedges.loc[marks.hedges.index == name].astype(object)
        assert hedged.where(hedged.notna(), None).to_dict("records") == hedges
    nested = sourcelight.pandas.nested_marks(pd.Series(texts, index=list(TEXTS), dtype=dtype))
    assert [*nested.index[nested["attributions"].isna()]] == [*nested.index[nested["hedges"].isna()]] == ["missing"]
    assert [*marks.attributions["source"]] == [row["source"] for text in TEXTS.values() for row in expected(text)[0]]


def test_pandas_tables_without_rows_have_their_columns() -> None:
    """So that what is done with them works on a column in which nothing is found."""
    for texts in ([], ["It rains."], [None]):
        marks = sourcelight.pandas.marks(pd.Series(texts, dtype=object))
        assert [*marks.attributions.columns] == [*AttributionRow.__annotations__]
        assert [*marks.hedges.columns] == [*HedgeRow.__annotations__]
        assert len(marks.attributions) == len(marks.hedges) == 0


def test_pandas_repeats_an_index_that_is_there_twice() -> None:
    """It names texts, and need not be unique."""
    marks = sourcelight.pandas.marks(pd.Series([TEXTS["report"]] * 2, index=[7, 7]))
    assert [*marks.attributions.index] == [7, 7]


def test_polars_has_the_same_rows_in_every_kind_of_frame() -> None:
    """Eager, lazy and streaming."""
    frame = pl.DataFrame({"name": list(TEXTS), "text": list(TEXTS.values())})
    query = frame.lazy().select("name", sourcelight.polars.marks(pl.col("text")).struct.unnest())
    eager = frame.select("name", sourcelight.polars.marks("text", threads=1).struct.unnest())
    for read in (eager, query.collect(), query.collect(engine="streaming")):
        assert [*read["name"]] == list(TEXTS)
        for row, text in zip(read.rows(named=True), TEXTS.values(), strict=True):
            said, hedges = expected(text)
            if text is None:
                assert row["attributions"] is row["hedges"] is None
            else:
                assert row["hedges"] == hedges
                assert [mark | {"confidence": None} for mark in row["attributions"]] == [
                    {key: as_lists(value) for key, value in mark.items()} | {"confidence": None} for mark in said
                ]
                confidences = [mark["confidence"] for mark in said]
                assert [mark["confidence"] for mark in row["attributions"]] == pytest.approx(confidences)


def as_lists(value: Any) -> Any:
    """Spans as polars has them."""
    return [list(span) for span in value] if isinstance(value, tuple) else value


def test_wrong_settings_are_told_when_the_expression_is_made() -> None:
    """And not when a lazy frame is collected."""
    with pytest.raises(ValueError, match="sureness"):
        sourcelight.polars.marks("text", sureness="utterly")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="sureness"):
        sourcelight.pandas.marks(pd.Series(["text"]), sureness="utterly")  # type: ignore[arg-type]
