"""Marks of many documents with Spark: Parquet in, Parquet out.

    spark-submit marks.py INPUT OUTPUT

The input has the columns `id` and `text`; the output has a row for each of its rows.
"""

import sys
from collections.abc import Iterator

import pandas as pd
from pyspark.sql import DataFrame, SparkSession

from sourcelight.pandas import nested_marks

ATTRIBUTION = """
    source string, cue string, content string, identity string, standing string, attitude string, quoting string,
    depth int, speaker string, is_probable boolean, confidence float,
    count string, role string, basis string, reason string, via string, grade string, why string, rule string,
    source_spans array<array<int>>, cue_spans array<array<int>>, content_spans array<array<int>>
"""
HEDGE = "hedge string, kind string, scope string, range string, why string, rule string, start int, end int"
MARKS = f"id string, attributions array<struct<{ATTRIBUTION}>>, hedges array<struct<{HEDGE}>>"


def read(batches: Iterator[pd.DataFrame]) -> Iterator[pd.DataFrame]:
    """Read documents on one thread: Spark itself has a task on every core."""
    for batch in batches:
        yield nested_marks(batch["text"], threads=1).assign(id=batch["id"])


def marks(documents: DataFrame) -> DataFrame:
    """Read the columns `id` and `text`."""
    return documents.select("id", "text").mapInPandas(read, MARKS)


if __name__ == "__main__":
    spark = SparkSession.builder.appName("sourcelight").getOrCreate()
    marks(spark.read.parquet(sys.argv[1])).write.parquet(sys.argv[2])
