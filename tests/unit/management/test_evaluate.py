"""evaluate: every kind of labelled file, every row, and never a database."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

A = "Orla Venn called Tavi Rusk on March 6."
B = "Orla Venn called Tavi Rusk on March 7."
OTHER = "A ferry to Norway ran aground."

FILES: dict[str, list[dict]] = {
    "pairs": [
        {"id": "p1", "a": A, "b": B, "label": "conflicts", "date": "2031-03-12"},
        {"id": "p2", "a": A, "b": OTHER, "label": "neutral"},
        {"id": "p3", "a": OTHER, "b": OTHER, "label": "conflicts"},
    ],
    "retrieval": [
        {"id": 1, "doc": "a", "topic": 1, "text": A, "chains": [1]},
        {"id": 2, "doc": "b", "topic": 1, "text": B, "chains": [1]},
    ],
    "timex": [
        {
            "id": "t1",
            "text": "It rained on Monday.",
            "dct": "2031-03-12",
            "timexes": [
                {
                    "start": 13,
                    "end": 19,
                    "type": "DATE",
                    "value": "2031-03-10",
                    "text": "Monday",
                }
            ],
        }
    ],
    "money": [
        {
            "id": "m1",
            "text": "It cost $5 million.",
            "entities": [
                {"start": 8, "end": 18, "type": "MONEY", "text": "$5 million"}
            ],
        }
    ],
    "cases": [
        {
            "id": "Number/English/PercentModel:1",
            "input": "It rose 5%.",
            "results": [
                {
                    "Text": "5%",
                    "Start": 8,
                    "End": 9,
                    "Resolution": {"value": "5%"},
                    "TypeName": "percentage",
                }
            ],
        }
    ],
    "attribution": [
        {
            "id": "a1",
            "text": "Orla Venn said prices fell.",
            "attributions": [
                {
                    "source": [[0, 9, "Orla Venn"]],
                    "cue": [[10, 14, "said"]],
                    "content": [[15, 26, "prices fell"]],
                }
            ],
        }
    ],
}


@pytest.fixture
def files(tmp_path: Path) -> Path:
    for name, rows in FILES.items():
        text = "".join(json.dumps(row) + "\n" for row in rows)
        (tmp_path / f"{name}.jsonl").write_text(text)
    return tmp_path


def run(*paths: Path, **options) -> str:
    out = io.StringIO()
    call_command("evaluate", *map(str, paths), stdout=out, **options)
    return out.getvalue()


def rows_of(table: str) -> dict[str, str]:
    """{set: its number of rows} as the table prints them."""
    cells = [line.split("│") for line in table.splitlines() if line.count("│") > 4]
    return {c[1].strip(): c[3].strip() for c in cells if c[1].strip()}


@pytest.mark.parametrize("name", FILES)
def test_the_columns_tell_the_kind(files, name):
    assert rows_of(run(files / f"{name}.jsonl")) == {name: str(len(FILES[name]))}


def test_a_folder_is_all_its_files(files):
    assert rows_of(run(files)) == {name: str(len(rows)) for name, rows in FILES.items()}


def test_a_folder_of_articles_with_links(tmp_path):
    (tmp_path / "one.txt").write_text(A)
    (tmp_path / "two.txt").write_text(B)
    manifest = [
        {"file": f"{n}.txt", "outlet": n, "published": "2031-03-12"}
        for n in ("one", "two")
    ]
    link = {"a": "one", "b": "two", "a_anchor": A, "b_anchor": B}
    link |= {"relation": "conflicts", "facet": "date"}
    for name, rows in (("manifest", manifest), ("links", [link])):
        text = "".join(json.dumps(row) + "\n" for row in rows)
        (tmp_path / f"{name}.jsonl").write_text(text)
    found = {f"{tmp_path.name}/links": "1"}
    assert rows_of(run(tmp_path)) == found
    assert rows_of(run(tmp_path / "links.jsonl")) == found


def test_every_row_counts(files):
    table = run(files / "pairs.jsonl")
    [line] = [
        each for each in table.splitlines() if "conflicts" in each and "1." in each
    ]
    assert "0.500" in line  # one of the two conflicts is found


def test_the_worst_errors_on_request(files):
    quiet = run(files / "pairs.jsonl")
    told = run(files / "pairs.jsonl", errors=5)
    assert "p3" not in quiet
    assert "pairs p3: conflicts →" in told


@pytest.mark.parametrize(
    "broken",
    [
        {"id": "x", "a": A, "b": None, "label": "conflicts"},
        {"id": "x", "a": A, "b": B, "label": "perhaps"},
        {"id": "x", "a": A, "label": "conflicts"},
        {"id": "x", "b": B, "label": "conflicts"},
    ],
)
def test_a_row_that_cannot_be_read_counts_as_wrong(tmp_path, broken):
    file = tmp_path / "pairs.jsonl"
    rows = [*FILES["pairs"][:2], broken]
    file.write_text("".join(json.dumps(row) + "\n" for row in rows))
    told = run(file, errors=9)
    assert rows_of(told) == {"pairs": "3"}
    assert "pairs x:" in told


@pytest.mark.parametrize("content", ["{", "[1]", '{"a": "x"'])
def test_a_file_that_is_not_json_is_refused(tmp_path, content):
    file = tmp_path / "pairs.jsonl"
    file.write_text(content)
    with pytest.raises(CommandError):
        run(file)


@pytest.mark.parametrize("content", ["", '{"what": "else"}\n'])
def test_nothing_known_is_an_error(tmp_path, content):
    file = tmp_path / "x.jsonl"
    file.write_text(content)
    with pytest.raises(CommandError, match="no labelled file"):
        run(file)


def test_what_is_not_there_is_refused(tmp_path):
    with pytest.raises(CommandError, match="no such file"):
        run(tmp_path / "nowhere.jsonl")
