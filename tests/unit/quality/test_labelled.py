"""Sets on disk: which there are, and measuring several of them side by side."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

import pytest

from claims.quality import labelled
from claims.quality.labelled import (
    LabelledSet,
    Unmeasured,
    distinct,
    labelled_sets,
    measure_all,
)
from claims.quality.types import Measurement, Score


def quiet(name, words):
    pass


def sets_of(path):
    told = []
    found = list(labelled_sets(path, lambda *words: told.append(words)))
    return [(each.name, each.path) for each in found], told


PAIR = '{"a": "x", "b": "y", "label": "neutral"}\n'


def test_a_folder_is_its_files_in_order_and_tells_of_those_that_are_none(tmp_path):
    for name, text in (("b", PAIR), ("a", PAIR), ("c", '{"x": 1}\n'), ("d", "")):
        (tmp_path / f"{name}.jsonl").write_text(text)
    found, told = sets_of(tmp_path)
    assert found == [(n, tmp_path / f"{n}.jsonl") for n in "ab"]
    assert [name for name, _ in told] == ["c", "d"]


def test_articles_with_links_are_one_set(tmp_path):
    for name in ("manifest.jsonl", "links.jsonl"):
        (tmp_path / name).write_text("")
    expected = [(f"{tmp_path.name}/links", tmp_path)], []
    assert sets_of(tmp_path) == expected
    assert sets_of(tmp_path / "links.jsonl") == expected


@pytest.mark.parametrize("text", ["{", "[1]\n"])
def test_a_line_that_cannot_be_read_names_its_file(tmp_path, text):
    (tmp_path / "a.jsonl").write_text(text)
    with pytest.raises(ValueError, match=r"a\.jsonl"):
        sets_of(tmp_path)


def test_nothing_there(tmp_path):
    with pytest.raises(FileNotFoundError):
        sets_of(tmp_path / "nowhere")


@pytest.mark.parametrize(
    ("files", "names"),
    [
        (["x/pairs", "x/dates"], ["pairs", "dates"]),
        (["x/pairs", "y/pairs", "y/dates"], ["x/pairs", "y/pairs", "dates"]),
        (["x/pairs", "x/pairs"], ["pairs"]),
        (["a/x/pairs", "b/x/pairs"], ["a/x/pairs.jsonl", "b/x/pairs.jsonl"]),
    ],
)
def test_sets_of_one_name_are_told_apart(files, names):
    paths = [Path(f"{name}.jsonl") for name in files]
    found = distinct(LabelledSet(path.stem, path, 1) for path in paths)
    assert [each.name for each in found] == names


@pytest.fixture
def sets(tmp_path):
    return [LabelledSet(name, tmp_path / name, n) for n, name in enumerate("abcd")]


def the_process(found, engine, tell):
    return Measurement(found.size, (Score(found.name, value=os.getpid()),))


@pytest.mark.parametrize(
    ("processes", "own"), [(1, False), (2, True), (4, True), (9, True)]
)
def test_every_set_in_its_order_whatever_the_processes(
    sets, monkeypatch, processes, own
):
    monkeypatch.setattr(labelled, "measure", the_process)
    found = measure_all(sets, None, processes=processes, tell=quiet)
    assert [(n, m.rows, m.scores[0].of) for n, m in found.items()] == [
        (name, n, name) for n, name in enumerate("abcd")
    ]
    where = {m.scores[0].value for m in found.values()}
    assert (os.getpid() not in where) is own
    assert len(where) == (len(sets) if own else 1)


def test_a_process_that_dies_is_an_error(sets, monkeypatch):
    def die(found, engine, tell):
        os._exit(9)

    monkeypatch.setattr(labelled, "measure", die)
    with pytest.raises(Unmeasured):
        measure_all(sets, None, processes=2, tell=quiet)


PRESSED_AGAIN = 10  # seconds: ending the others takes less


def test_one_that_is_stopped_stops_the_others(sets, monkeypatch, tmp_path):
    """As Ctrl-C does: the parent is interrupted, its children end at once."""
    parent = os.getpid()

    def interrupt(found, engine, tell):
        (tmp_path / f"pid-{os.getpid()}").touch()
        while found.size == 3:
            # Again, as people do: Python drops what is raised inside a finaliser.
            os.kill(parent, signal.SIGINT)
            time.sleep(PRESSED_AGAIN)
        signal.pause()

    monkeypatch.setattr(labelled, "measure", interrupt)
    before = signal.getsignal(signal.SIGTERM)
    with pytest.raises(KeyboardInterrupt):
        measure_all(sets, None, processes=2, tell=quiet)
    assert signal.getsignal(signal.SIGTERM) is before
    started = [int(p.name.removeprefix("pid-")) for p in tmp_path.glob("pid-*")]
    assert started
    for process in started:
        with pytest.raises(ProcessLookupError):
            os.kill(process, 0)
