"""Lines in, lines out: what is read, what is refused, and when."""

from __future__ import annotations

import io
import json
from datetime import date
from queue import Queue

import pytest

from claims.management import jsonlines
from claims.management.jsonlines import (
    LineError,
    batches,
    published_of,
    read_rows,
    text_of,
    write_row,
    write_rows,
)


def read(raw: bytes):
    return [
        (number, row.reason if isinstance(row, LineError) else row)
        for number, row in read_rows(io.BytesIO(raw))
    ]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (b"", []),
        (b"\n  \n\r\n", []),
        (b'{"a": 1}', [(1, {"a": 1})]),
        (b'{"a": 1}\n{"a": 2}\n', [(1, {"a": 1}), (2, {"a": 2})]),
        (b'\n{"a": 1}\r\n\n{"a": 2}', [(2, {"a": 1}), (4, {"a": 2})]),
        (b'\xef\xbb\xbf{"a": 1}\n', [(1, {"a": 1})]),
        ('{"a": "é “ \U0001f600"}\n'.encode(), [(1, {"a": "é “ \U0001f600"})]),
    ],
)
def test_rows_are_numbered_by_line(raw, expected):
    assert read(raw) == expected


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"{", "not JSON"),
        (b"{'a': 1}", "not JSON"),
        (b"[" * 100_000, "not JSON"),
        (b'{"a": "\xff"}', "not UTF-8"),
        (b"[1]", "not a JSON object"),
        (b'{"id": NaN, "text": "a"}', "not JSON"),
        (b'{"a": -Infinity}', "not JSON"),
        (b'{"a": ' + b"9" * 5000 + b"}", "not JSON"),
        (b"null", "not a JSON object"),
        (b"3", "not a JSON object"),
    ],
)
def test_a_bad_line_stops_nothing(line, reason):
    found = read(b'{"a": 1}\n' + line + b'\n{"a": 2}\n')
    assert [number for number, _ in found] == [1, 2, 3]
    assert found[1][1].startswith(reason)
    assert [found[0][1], found[2][1]] == [{"a": 1}, {"a": 2}]


def test_a_line_without_end_does_not_fill_the_memory(monkeypatch):
    monkeypatch.setattr(jsonlines, "LONGEST_LINE", 50)
    long = json.dumps({"text": "x" * 500}).encode()
    found = read(b'{"a": 1}\n' + long + b'\n{"a": 2}\n')
    assert [number for number, _ in found] == [1, 2, 3]
    assert found[1][1] == "line longer than 50 bytes"


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({"id": 7}, {"id": 7, "error": "bad", "line": 3}),
        ({"id": None}, {"error": "bad", "line": 3}),
        ({"id": 0}, {"id": 0, "error": "bad", "line": 3}),
        (None, {"error": "bad", "line": 3}),
        ([1], {"error": "bad", "line": 3}),
    ],
)
def test_an_error_names_its_line_and_the_id_when_there_is_one(row, expected):
    assert LineError(3, "bad", row).as_json() == expected


@pytest.mark.parametrize("text", ["", "a", "é\n", "\u0000"])
def test_any_string_is_a_text(text):
    assert text_of(1, {}, {"text": text}, "text") == text


@pytest.mark.parametrize("where", [{}, {"text": None}, {"text": 5}, {"text": ["a"]}])
def test_a_text_must_be_a_string(where):
    with pytest.raises(LineError, match="text"):
        text_of(1, {}, where, "text")


@pytest.mark.parametrize("text", ["a\ud800b", "\udfff"])
def test_half_a_character_is_no_text(text):
    with pytest.raises(LineError, match="half a character"):
        text_of(1, {}, {"text": text}, "text")


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({}, None),
        ({"published": None}, None),
        ({"published": ""}, None),
        ({"published": "2031-03-12"}, date(2031, 3, 12)),
        ({"published": "2031-03-12T23:30:00+09:00"}, date(2031, 3, 12)),
        ({"published": "2028-02-29"}, date(2028, 2, 29)),
    ],
)
def test_published_is_a_day_or_nothing(given, expected):
    assert published_of(1, {}, given) == expected


@pytest.mark.parametrize(
    "given", ["2031-02-30", "2031-3-1", "12.3.2031", "soon", 20310312, ["2031-03-12"]]
)
def test_an_impossible_day_is_refused(given):
    with pytest.raises(LineError, match="published"):
        published_of(1, {}, {"published": given})


def test_written_lines_are_one_line_each_and_keep_every_letter():
    out = io.StringIO()
    write_row({"a": "é\n“x”"}, out)
    write_rows([{"b": 1}, {"c": None}], out)
    lines = out.getvalue().splitlines()
    assert [json.loads(line) for line in lines] == [
        {"a": "é\n“x”"},
        {"b": 1},
        {"c": None},
    ]
    assert "é" in lines[0]


def test_an_id_comes_back_whatever_characters_it_has():
    out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    write_row({"id": "é\ud800"}, out)
    assert json.loads(out.buffer.getvalue().decode()) == {"id": "é\ud800"}


@pytest.mark.parametrize("count", [0, 1, 5, 64, 200])
def test_batches_keep_the_order_and_lose_nothing(count):
    found = list(batches(range(count), size=10))
    assert [row for batch in found for row in batch] == list(range(count))
    assert all(1 <= len(batch) <= 10 for batch in found)


def test_a_batch_does_not_wait_for_rows_that_have_not_come():
    arriving: Queue[int] = Queue()

    def rows():
        yield 1
        yield arriving.get()

    reading = batches(rows(), size=10)
    assert next(reading) == [1]
    arriving.put(2)
    assert next(reading) == [2]


def test_what_breaks_the_reading_breaks_the_batches_after_what_was_read():
    def rows():
        yield 1
        raise OSError("gone")

    found = []
    with pytest.raises(OSError, match="gone"):
        found.extend(batches(rows(), size=10))
    assert [row for batch in found for row in batch] in ([1], [])
