"""Reading of paths: every row is an article or a refusal with its place."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from sources.parsing.limits import MAX_FILE_BYTES
from sources.services import Refused, inputs_count, inputs_read, submission_parse

NOW = datetime(2031, 3, 12, 11, 0, tzinfo=UTC)
WORDS = "The council voted to widen the eastern quay."


def read(*paths, **options):
    readings = list(
        inputs_read(
            [Path(path) for path in paths],
            now=NOW,
            identify=lambda text: "en",
            **options,
        )
    )
    assert len(readings) == inputs_count([Path(path) for path in paths])
    return readings


def lines(path, *rows):
    """A file of JSON lines; bytes stand as they are."""
    path.write_bytes(
        b"".join(
            (row if isinstance(row, bytes) else json.dumps(row).encode()) + b"\n"
            for row in rows
        )
    )
    return path


@pytest.fixture
def folder(tmp_path):
    """A folder with one text, named by its manifest, and one that nobody names."""
    (tmp_path / "a.txt").write_text(WORDS)
    (tmp_path / "unnamed.txt").write_text(WORDS)
    lines(tmp_path / "manifest.jsonl", {"file": "a.txt", "outlet": "Harbour Post"})
    return tmp_path


@pytest.mark.parametrize("named", ["", "manifest.jsonl"])
def test_only_files_that_the_manifest_names_are_read(folder, named):
    (reading,) = read(folder / named)
    assert reading.article.external_id == "a"
    assert reading.article.text == WORDS
    assert reading.article.outlet == "Harbour Post"
    assert reading.place == f"{folder / 'manifest.jsonl'}, line 1"


def test_files_below_the_folder(folder):
    (folder / "more").mkdir()
    (folder / "more" / "b.txt").write_text(WORDS)
    lines(folder / "manifest.jsonl", {"file": "more/b.txt"})
    assert read(folder)[0].article.external_id == "b"


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ({"outlet": "Harbour Post"}, "file: missing"),
        ({"file": ""}, "file: missing"),
        ({"file": "missing.txt"}, "missing.txt: No such file"),
        ({"file": "../outside.txt"}, "outside its folder"),
        ({"file": "x/../../outside.txt"}, "outside its folder"),
        ({"file": "{outside}"}, "outside its folder"),
        ({"file": "link.txt"}, "outside its folder"),
        ({"file": "circle.txt"}, "circle.txt: "),
        ({"file": "folder.txt"}, "not a regular file"),
        ({"file": "x" * 300 + ".txt"}, "File name too long"),
        ({"file": "nul\0.txt"}, "binary"),
        ({"file": "big.txt"}, "big.txt: larger than 5,000,000 bytes"),
        ({"file": "empty.txt"}, "empty text"),
        ({"file": "latin.txt"}, "unknown encoding"),
        ({"file": "picture.txt"}, "binary"),
        ({"file": "a.docx"}, "neither .txt nor .html"),
        ({"file": "a.txt", "published": "2031-02-30"}, "impossible date"),
        ({"file": "a.txt", "published": "2032-01-01"}, "future date"),
        (b'{"file": "a.txt"', "broken JSON"),
    ],
)
def test_manifest_rows_refused(folder, row, reason):
    outside = folder.parent / "outside.txt"
    outside.write_text(WORDS)
    if isinstance(row, dict) and row.get("file") == "{outside}":
        row = {"file": str(outside)}
    (folder / "x").mkdir()
    (folder / "folder.txt").mkdir()
    (folder / "link.txt").symlink_to(outside)
    (folder / "circle.txt").symlink_to(folder / "circle.txt")
    with (folder / "big.txt").open("wb") as big:
        big.truncate(50_000_000)
    (folder / "empty.txt").write_text(" \n")
    (folder / "latin.txt").write_bytes("Ålesund".encode("latin-1"))
    (folder / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0")
    (folder / "a.docx").write_bytes(b"PK")
    lines(folder / "manifest.jsonl", row, {"file": "a.txt"})
    refused, good = read(folder)
    assert refused.article is None
    assert reason in refused.reason
    assert refused.place == f"{folder / 'manifest.jsonl'}, line 1"
    assert good.article.external_id == "a"


def test_a_link_inside_the_folder_is_followed(folder):
    (folder / "link.txt").symlink_to(folder / "a.txt")
    lines(folder / "manifest.jsonl", {"file": "link.txt"})
    assert read(folder)[0].article.external_id == "link"


def test_rows_of_json_lines(tmp_path):
    path = lines(
        tmp_path / "batch.jsonl",
        b"\xef\xbb\xbf" + json.dumps({"external_id": "1", "text": WORDS}).encode(),
        b"",
        {"external_id": "2", "html": f"<html><p>{WORDS * 3}</p></html>"},
        b'{"external_id": "3", "te',
        {"external_id": "4", "text": ""},
        b"   ",
        {"external_id": "5", "text": WORDS + "\u2028Second line."},
    )
    readings = read(path)
    assert [(r.line, r.article and r.article.external_id) for r in readings] == [
        (1, "1"),
        (3, "2"),
        (4, None),
        (5, None),
        (7, "5"),
    ]
    assert "broken JSON" in readings[2].reason
    assert "empty text" in readings[3].reason


def test_a_line_of_50_mb_is_refused_and_the_next_one_read(tmp_path):
    path = tmp_path / "batch.jsonl"
    with path.open("wb") as out:
        out.write(b'{"text": "')
        out.write(b"x" * 50_000_000)
        out.write(b'"}\n' + json.dumps({"text": WORDS}).encode())
    refused, good = read(path)
    assert (refused.line, refused.reason) == (1, "longer than 5,000,000 bytes")
    assert (good.line, good.article.text) == (2, WORDS)


def test_utf_16_lines(tmp_path):
    path = tmp_path / "batch.jsonl"
    path.write_text('{"text": "x"}\n', encoding="utf-16")
    assert "UTF-16" in read(path)[0].reason


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.txt", b"", "empty text"),
        ("a.txt", b"caf\xe9", "unknown encoding"),
        ("a.txt", b"\x00\x01\x02", "binary"),
        ("a.txt", b"x" * (MAX_FILE_BYTES + 1), "larger than 5,000,000 bytes"),
        ("a.html", b"<html></html>", "empty text"),
        ("a.pdf", b"%PDF-1.4", "neither a folder nor"),
        ("a", b"words", "neither a folder nor"),
        (None, b"", "No such file"),
    ],
)
def test_single_files_refused(tmp_path, name, content, reason):
    path = tmp_path / (name or "missing.txt")
    if name:
        path.write_bytes(content)
    (reading,) = read(path)
    assert reading.article is None
    assert reason in reading.reason
    assert reading.place == str(path)


def test_a_folder_without_a_manifest(tmp_path):
    (tmp_path / "a.txt").write_text(WORDS)
    (reading,) = read(tmp_path)
    assert reading.reason == "the folder has no manifest.jsonl that names its files"


def test_options_are_for_rows_that_do_not_say(tmp_path):
    path = lines(
        tmp_path / "batch.jsonl",
        {"external_id": "1", "text": WORDS},
        {
            "external_id": "2",
            "text": WORDS,
            "outlet": "Quay Courier",
            "published": "2031-03-01",
        },
    )
    first, second = (
        reading.article
        for reading in read(path, outlet="Harbour Post", published="2031-02")
    )
    assert (first.outlet, first.published.precision) == ("Harbour Post", "month")
    assert (second.outlet, second.published.precision) == ("Quay Courier", "day")
    assert "future" in read(path, published="2031-04")[0].reason
    assert "outlet: longer" in read(path, outlet="x" * 201)[0].reason


def test_one_name_for_two_articles(tmp_path):
    path = lines(
        tmp_path / "batch.jsonl",
        {"external_id": "1", "text": WORDS},
        {"external_id": "1", "text": WORDS},
        {"external_id": "1", "text": "Other words."},
        {"external_id": "2", "text": "Other words."},
    )
    first, again, other, good = read(path)
    assert first.article == again.article
    assert other.reason == f"external_id '1' is already used in {path}, line 1"
    assert good.article.external_id == "2"


def test_a_submission_follows_the_rules_of_a_row():
    article = submission_parse(
        fields={
            "external_id": None,
            "outlet": "Harbour Post",
            "text": WORDS + "\r\n",
            "published": "2025-06-10",
            "title": "",
            "language": "en",
        }
    )
    assert article.text == WORDS
    assert article.external_id.startswith("submitted-")
    assert not article.id_is_given
    uploaded = submission_parse(
        fields={"outlet": "Harbour Post", "language": "en"},
        file=WORDS.encode(),
        file_name="quay.txt",
    )
    assert (uploaded.external_id, uploaded.text) == ("quay", WORDS)


@pytest.mark.parametrize(
    ("fields", "file", "reason"),
    [
        ({}, None, "empty text"),
        ({"text": 5}, None, "text: not a text"),
        ({"text": {1, 2}}, None, "neither text, number nor list"),
        ({"text": "nul \0"}, None, "binary"),
        ({"text": "half \ud800"}, None, "surrogate"),
        ({"text": WORDS, "published": "2031"}, None, "impossible date"),
        ({"text": "x" * MAX_FILE_BYTES}, None, "larger than"),
        ({}, b"x" * (MAX_FILE_BYTES + 1), "larger than"),
        ({}, b"", "empty text"),
        ({}, b"\0", "binary"),
    ],
)
def test_submissions_refused(fields, file, reason):
    with pytest.raises(Refused, match=reason):
        submission_parse(fields=fields, file=file, file_name="a.txt")
