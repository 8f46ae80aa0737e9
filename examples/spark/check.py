"""Does Spark find what the command line finds, if an executor dies on the way? `./build.sh test spark`.

Two executors, each a process of its own with a core and the wheel, read 100,000 documents from Parquet into Parquet.
When a part of it is done, one of them is killed. Nothing may be missing, nothing be there twice, and every mark must be
the same.
"""

import contextlib
import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import Any

import msgspec
import pandas as pd
import psutil
import pyspark
from marks import marks
from pyspark.sql import SparkSession
from pyspark.sql.functions import col, struct, to_json

import sourcelight
from sourcelight.rows import attribution_rows, hedge_rows

ROOT = Path(__file__).parents[2]
COMMAND_LINE = ROOT / "target/release/sourcelight"
CORPUS = ROOT.parent / "shared/corpora/news-dev.jsonl"
OWN_ARTICLE = ROOT / "benches/article.txt"

DOCUMENTS = 100_000
FILES = 50
EXECUTORS = 2


def articles() -> list[str]:
    """News by many authors, where it is there; else our own article."""
    if CORPUS.exists():
        return [json.loads(line)["text"] for line in CORPUS.read_text().splitlines()]
    print(f"{CORPUS} is not there: our own article is read over and over instead.")
    return [OWN_ARTICLE.read_text()]


def from_command_line(texts: list[str]) -> list[dict[str, Any]]:
    """Make the rows that Spark should write, of what the command line says."""
    lines = "".join(json.dumps({"id": number, "text": text}) + "\n" for number, text in enumerate(texts))
    arguments = [str(COMMAND_LINE), "analyze", "--jsonl"]
    answers = subprocess.run(arguments, input=lines, capture_output=True, text=True, check=True).stdout.splitlines()
    read = [msgspec.json.decode(answer, type=sourcelight.Analysis) for answer in answers]
    return [
        {"attributions": attribution_rows(text, analysis), "hedges": hedge_rows(text, analysis)}
        for text, analysis in zip(texts, read, strict=True)
    ]


def started_session() -> SparkSession:
    """Start executors on this machine, each in a process of its own as on machines of their own."""
    os.environ["SPARK_HOME"] = str(Path(pyspark.__file__).parent)
    os.environ["PYSPARK_PYTHON"] = sys.executable
    session = SparkSession.builder.master(f"local-cluster[{EXECUTORS},1,1024]").appName("sourcelight")
    session = session.config("spark.executor.memory", "1g").config("spark.ui.enabled", "false")
    session = session.config("spark.sql.files.minPartitionNum", FILES)
    session = session.config("spark.sql.execution.arrow.maxRecordsPerBatch", "500")
    session = session.config("spark.submit.pyFiles", str(Path(__file__).with_name("marks.py")))
    started = session.getOrCreate()
    started.sparkContext.setLogLevel("ERROR")
    return started


class Watcher(threading.Thread):
    """Kills an executor when a fifth of the tasks are done; counts tasks that fail, and the time of all processors."""

    def __init__(self, spark: SparkSession) -> None:
        """Watch the stages and the processes of a session."""
        super().__init__(daemon=True)
        self.context = spark.sparkContext
        self.killed: int | None = None
        self.failed = 0
        self.seconds: dict[int, float] = {}
        """What each process of this application has taken so far, those that are gone included."""
        self.is_over = threading.Event()

    def run(self) -> None:
        """Look, again and again."""
        tracker = self.context.statusTracker()
        while not self.is_over.wait(0.2):
            for process in psutil.Process().children(recursive=True):
                with contextlib.suppress(psutil.NoSuchProcess):
                    times = process.cpu_times()
                    self.seconds[process.pid] = times.user + times.system
            for stage in tracker.getActiveStageIds():
                info = tracker.getStageInfo(stage)
                if info is None:
                    continue
                self.failed = max(self.failed, info.numFailedTasks)
                if self.killed is None and info.numTasks >= FILES and info.numCompletedTasks >= info.numTasks / 5:
                    self.killed = self.kill()
                    print(f"killed executor {self.killed} after {info.numCompletedTasks} of {info.numTasks} tasks")

    def kill(self) -> int:
        """Kill an executor of this application, with no time to say goodbye."""
        for process in psutil.Process().children(recursive=True):
            # Short-lived helpers of the executors may be gone by now.
            with contextlib.suppress(psutil.NoSuchProcess):
                if any(argument.endswith("CoarseGrainedExecutorBackend") for argument in process.cmdline()):
                    process.kill()
                    return process.pid
        raise RuntimeError("no executor is running")


def main() -> None:
    """Read, kill, compare."""
    texts = articles()
    expected = from_command_line(texts)
    with tempfile.TemporaryDirectory() as folder:
        given, written = f"{folder}/documents", f"{folder}/marks"
        Path(given).mkdir()
        for number in range(FILES):
            held = pd.Series(range(number, DOCUMENTS, FILES))
            table = pd.DataFrame({"id": held.astype(str), "text": (held % len(texts)).map(texts.__getitem__)})
            table.to_parquet(f"{given}/{number}.parquet")

        spark = started_session()
        watcher = Watcher(spark)
        watcher.start()
        marks(spark.read.parquet(given).limit(1)).collect()  # what is loaded once is not counted
        loaded = sum(watcher.seconds.values())
        started = time.perf_counter()
        marks(spark.read.parquet(given)).write.parquet(written)
        elapsed = time.perf_counter() - started
        busy = sum(watcher.seconds.values()) - loaded
        watcher.is_over.set()
        watcher.join()

        read = spark.read.parquet(written)
        article = col("id").cast("int") % len(texts)
        found = read.select("id", article.alias("article"), to_json(struct("attributions", "hedges")).alias("marks"))
        documents, different = found.count(), found.select("id").distinct().count()
        variants = found.groupBy("article", "marks").count().collect()
        spark.stop()

    assert watcher.killed is not None, "no executor was killed"
    assert watcher.failed > 0, "the executor was killed and no task failed: nothing was put to the test"
    assert documents == different == DOCUMENTS, f"{documents} rows, {different} documents of {DOCUMENTS}"
    assert len(variants) == len(texts), "the same article was read in two ways"
    for row in variants:
        assert as_json(json.loads(row["marks"])) == as_json(expected[row["article"]]), f"article {row['article']}"
    statements = sum(row["count"] * len(expected[row["article"]]["attributions"]) for row in variants)
    hedges = sum(row["count"] * len(expected[row["article"]]["hedges"]) for row in variants)
    words = sum(row["count"] * len(texts[row["article"]].split()) for row in variants)
    print(f"{documents:,} documents, {statements:,} attributions, {hedges:,} hedges: as on the command line")
    print(f"tasks that failed with the executor and were done again: {watcher.failed}")
    print(f"{elapsed:.0f} s on {EXECUTORS} cores, which were busy with it for {busy:.0f} s:", end=" ")
    print(f"{documents / busy:,.0f} documents ({words / busy:,.0f} words) a second of a core")
    print(f"a billion such documents: {1e9 * busy / documents / 3600:,.0f} core hours")


def as_json(value: Any) -> Any:
    """Make rows comparable: Spark leaves out what is null, has single precision and lists for pairs."""
    if isinstance(value, dict):
        return {key: as_json(field) for key, field in value.items() if field is not None}
    if isinstance(value, list | tuple):
        return [as_json(member) for member in value]
    return round(value, 5) if isinstance(value, float) else value


if __name__ == "__main__":
    main()
