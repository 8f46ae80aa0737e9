"""The installed wheel: typed data, the command line's facts, errors in plain words, and a GIL that is free."""

import importlib.metadata
import json
import multiprocessing
import pickle
import subprocess
import threading
import time
import tomllib
from pathlib import Path
from typing import Any

import msgspec
import pytest

import sourcelight

ROOT = Path(__file__).parents[2]
COMMAND_LINE = ROOT / "target/debug/sourcelight"
NEWS = ROOT.parent / "shared/corpora/news-dev.jsonl"

TEXTS = [
    "“We’re ready 🚢🇺🇦,” the mayor of Cafe\u0301town said.\nالوزير: officials said the דלת may open.",
    "A person familiar with the talks, who spoke on condition of anonymity, said the so-called plan is likely to fail.",
    "“It rains.” “It may stop,” Marek Dunn believes. He added: “Nobody knows.”",
    "",
    "\n\n \x00\ufffd",
]
PHRASES = {"loaded": ["so-called", r"/rain\w*/"]}


def from_command_line(texts: list[str]) -> list[dict[str, Any]]:
    """Read texts as the command line does."""
    lines = "".join(json.dumps({"id": number, "text": text}) + "\n" for number, text in enumerate(texts))
    arguments = [str(COMMAND_LINE), "analyze", "--jsonl", "--jobs", "2"]
    answers = subprocess.run(arguments, input=lines, capture_output=True, text=True, check=True).stdout.splitlines()
    read = [json.loads(answer) for answer in answers]
    assert [answer.pop("id") for answer in read] == list(range(len(texts)))
    return read


def as_json(analysis: sourcelight.Analysis) -> dict[str, Any]:
    """Make of an analysis what JSON makes of it."""
    read: dict[str, Any] = json.loads(msgspec.json.encode(analysis))
    return read


def test_the_wheel_is_tested_and_not_the_checkout() -> None:
    """What is imported was installed, in the version of the core."""
    assert "site-packages" in sourcelight.__file__
    version = tomllib.loads((ROOT / "Cargo.toml").read_text())["package"]["version"]
    assert importlib.metadata.version("sourcelight") == version


def test_it_says_what_the_command_line_says() -> None:
    """Every field of every mark, none more and none less, for text in all planes of Unicode."""
    assert [as_json(analysis) for analysis in sourcelight.analyze_many(TEXTS)] == from_command_line(TEXTS)


def test_it_says_what_the_command_line_says_of_news() -> None:
    """The same for real articles, which are not ours to keep here."""
    if not NEWS.exists():
        pytest.skip(f"{NEWS} is not there")
    texts = [json.loads(line)["text"] for line in NEWS.read_text().splitlines()]
    read = sourcelight.analyze_many(texts)
    assert [as_json(analysis) for analysis in read] == from_command_line(texts)
    assert sum(len(analysis.attributions) for analysis in read) > 500


def test_many_are_as_one_after_the_other() -> None:
    """In order, across batches, whatever the number of threads."""
    texts = [f"{TEXTS[number % len(TEXTS)]} “{number},” Anna Beck said." for number in range(600)]
    alone = [sourcelight.analyze(text) for text in texts]
    for threads in (None, 1, 2, 5, 10**9):
        assert sourcelight.analyze_many(iter(texts), threads=threads) == alone
    assert sourcelight.analyze_many([]) == []
    assert sourcelight.analyze_many([None, TEXTS[0], None]) == [None, sourcelight.analyze(TEXTS[0]), None]


def test_a_forked_process_reads_as_well() -> None:
    """As Spark's and many others are: threads that were there before are missing in it, and nobody waits for them."""
    read = sourcelight.analyze_many(TEXTS, threads=2)
    with multiprocessing.get_context("fork").Pool(1) as pool:
        assert pool.apply_async(sourcelight.analyze_many, (TEXTS,), {"threads": 2}).get(timeout=60) == read


def test_an_analysis_is_frozen_compared_by_value_and_pickled() -> None:
    """As data that travels between processes must be."""
    analysis = sourcelight.analyze(TEXTS[1])
    assert pickle.loads(pickle.dumps(analysis)) == analysis == sourcelight.analyze(TEXTS[1])
    assert analysis != sourcelight.analyze(TEXTS[0])
    with pytest.raises(AttributeError):
        analysis.attributions[0].depth = 3  # type: ignore[misc]


def test_settings_are_those_of_the_core() -> None:
    """Each of them changes what is found."""
    belief = "Marek Dunn believes that the ferry is ready."
    assert sourcelight.analyze(belief).attributions
    assert not sourcelight.analyze(belief, beliefs=False).attributions
    aside = "Everyone knows that the ferry is ready."
    assert sourcelight.analyze(aside).attributions
    assert not sourcelight.analyze(aside, asides=False).attributions
    assert not sourcelight.analyze(belief).hedges
    assert sourcelight.analyze(belief, hedging="conll2010").hedges
    texts = [TEXTS[1], "The council wants the ferry to stay, and hopes remain, he thinks, for what they call a deal."]
    found = {
        sureness: sum(len(analysis.attributions) for analysis in sourcelight.analyze_many(texts, sureness=sureness))
        for sureness in ("fewer", "more")
    }
    assert found["fewer"] < found["more"]
    phrases = sourcelight.Analyzer(phrases=PHRASES).analyze(TEXTS[2] + TEXTS[1]).phrases
    assert [(found.name, found.phrase) for found in phrases] == [("loaded", r"/rain\w*/"), ("loaded", "so-called")]


@pytest.mark.parametrize(
    ("settings", "error", "words"),
    [
        ({"sureness": "utterly"}, ValueError, "sureness: unknown variant `utterly`, expected one of `fewer`"),
        ({"hedging": "szeged"}, ValueError, "hedging: unknown variant `szeged`, expected `page` or `conll2010`"),
        ({"sureness": 1}, TypeError, "sureness is of type int, not str"),
        ({"beliefs": "no"}, TypeError, "beliefs is of type str, not bool"),
        ({"asides": 1}, TypeError, "asides is of type int, not bool"),
        ({"hedging": []}, TypeError, "hedging is of type list, not str"),
        ({"sure": True}, TypeError, "unexpected keyword argument 'sure'"),
        ({"phrases": {"A": "slammed"}}, TypeError, "'A' is a single str"),
        ({"phrases": ["slammed"]}, TypeError, "phrases is of type list, not Mapping"),
        ({"phrases": {"A": [7]}}, TypeError, "a line of phrases is of type int, not str"),
        ({"phrases": {"A": ["fine", "/(/"]}}, ValueError, r'phrases: "/(/" of "A": error: unclosed group'),
        ({"phrases": {"A": ["/a*/", "/b*/"]}}, ValueError, r'"/b*/" of "A": fits where there is nothing'),
    ],
)
def test_wrong_settings_are_told(settings: dict[str, Any], error: type[Exception], words: str) -> None:
    """In words that name the setting."""
    with pytest.raises(error) as raised:
        sourcelight.analyze("", **settings)
    assert words in str(raised.value)


@pytest.mark.parametrize("text", [None, 5, b"bytes", ["a list"]])
def test_wrong_texts_are_told(text: Any) -> None:
    """By their number among many."""
    with pytest.raises(TypeError, match="text is of type"):
        sourcelight.analyze(text)
    if text is not None:
        with pytest.raises(TypeError, match=f"text 300 is of type {type(text).__name__}"):
            sourcelight.analyze_many([""] * 300 + [text])


def test_wrong_calls_are_told() -> None:
    """Where Python itself would go on and make something else of them."""
    with pytest.raises(TypeError, match="a single str"):
        sourcelight.analyze_many("one text")
    with pytest.raises(ValueError, match="threads is 0"):
        sourcelight.analyze_many([""], threads=0)
    half: Any = 1.5
    with pytest.raises(TypeError, match="threads is of type float"):
        sourcelight.analyze_many([""], threads=half)


def test_a_lone_surrogate_moves_no_offset() -> None:
    """UTF-8 cannot hold it, and what is read in its place is one code point as well."""
    text = "\ud83d\ude00 \udc80 “We are ready,” Marek Dunn said."
    assert sourcelight.analyze(text).attributions[0].words(text).source == "Marek Dunn"


@pytest.mark.parametrize("threads", [1, 2])
def test_other_python_threads_run_meanwhile(threads: int) -> None:
    """Another thread writes down when it runs: it does so in the middle of a call as well."""
    ran: list[float] = []
    is_over = threading.Event()

    def note() -> None:
        while not is_over.wait(0.001):
            ran.append(time.perf_counter())

    other = threading.Thread(target=note)
    other.start()
    texts = [" ".join(TEXTS[:3]) * 400] * 2
    started = time.perf_counter()
    sourcelight.Analyzer()._core.read(texts, threads)
    ended = time.perf_counter()
    is_over.set()
    other.join()
    third = (ended - started) / 3
    assert any(started + third < at < ended - third for at in ran)
