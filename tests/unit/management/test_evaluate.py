"""evaluate: every kind of labelled file, every row, and never a database."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from claims.management.commands import evaluate
from claims.quality.report import from_json
from claims.quality.targets import SETS

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
    cells = [[c.strip() for c in line.split("│")] for line in table.splitlines()]
    [line] = [each for each in cells if each[2:3] == ["conflicts"]]
    assert line[4:7] == ["1.000", "0.500", "0.667"]  # one of the two is found


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


def test_several_processes_measure_the_same(files):
    assert run(files, processes=3) == run(files, processes=1)


def test_files_of_one_name_are_all_measured(files, tmp_path):
    other = tmp_path / "other"
    other.mkdir()
    for folder in (files, other):
        (folder / "more.jsonl").write_text(json.dumps(FILES["pairs"][0]) + "\n")
    table = run(files / "more.jsonl", other / "more.jsonl", errors=9)
    assert list(rows_of(table).values()).count("1") == 2


@pytest.fixture
def written(monkeypatch, tmp_path) -> tuple[Path, Path]:
    """Where --write writes, beside the data and not in the project."""
    page, latest = tmp_path / "out.md", tmp_path / "out.json"
    monkeypatch.setattr(evaluate, "BENCHMARKS", page)
    monkeypatch.setattr(evaluate, "LATEST", latest)
    return page, latest


def test_figures_are_not_written_while_a_set_is_missing(files, written, capsys):
    page, figures = written
    page.write_text("as it was")
    run(files, write=True)
    assert page.read_text() == "as it was"
    assert not figures.exists()
    assert "not measured: rte3way_dev" in capsys.readouterr().err


@pytest.fixture
def every_set(monkeypatch, files) -> Path:
    """As if the files were all that a target names."""
    monkeypatch.setattr(evaluate, "sets_missing", lambda report: [])
    return files


def test_figures_are_written_when_all_were_measured(every_set, written):
    page, figures = written
    run(every_set, write=True, commit="abc1234")
    report = from_json(figures.read_text())
    assert {found.name: found.rows for found in report.sets} == {
        name: len(rows) for name, rows in FILES.items()
    }
    assert report.commit == "abc1234"
    assert "commit `abc1234`" in page.read_text()
    assert not list(every_set.glob("*.new"))


def test_no_text_of_the_data_is_written(every_set, written):
    run(every_set, write=True)
    told = "".join(path.read_text() for path in written)
    assert "Orla Venn" not in told
    assert "p3" not in told


def test_notes_are_kept_and_old_figures_are_not(every_set, written):
    page, _ = written
    page.write_text("# Old\n\nfigures\n\n## Notes\n\nTried, and no better.\n")
    run(every_set, write=True)
    assert "figures\n" not in page.read_text()
    assert page.read_text().endswith("## Notes\n\nTried, and no better.\n")


def test_without_being_told_nothing_is_written(every_set, written):
    run(every_set)
    assert not any(path.exists() for path in written)


def test_the_page_is_written_again_from_the_figures(every_set, written):
    page, figures = written
    run(every_set, write=True)
    kept, told = figures.read_text(), page.read_text()
    page.write_text(told.replace("Precision is", "Once it was"))
    run(write=True)
    assert (figures.read_text(), page.read_text()) == (kept, told)


def test_without_data_and_figures_there_is_nothing_to_write(written):
    with pytest.raises(CommandError, match="nothing was measured"):
        run(write=True)


def test_stopped_it_writes_nothing_and_says_so(every_set, written, monkeypatch):
    def stop(*given, **more):
        raise KeyboardInterrupt

    monkeypatch.setattr(evaluate, "measure_all", stop)
    with pytest.raises(CommandError, match="stopped") as stopped:
        run(every_set, write=True)
    assert stopped.value.returncode == 130
    assert not any(path.exists() for path in written)


def test_targets_of_the_sets_measured_are_printed(tmp_path):
    name = "recognizers_percentmodel"
    assert name in SETS
    rows = "".join(json.dumps(row) + "\n" for row in FILES["cases"])
    (tmp_path / f"{name}.jsonl").write_text(rows)
    told = run(tmp_path)
    [line] = [each for each in told.splitlines() if "reached" in each and name in each]
    assert "100.0%" in line
    assert "money_dev" not in told
