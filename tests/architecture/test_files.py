"""Files stay small, are named for what they hold, and know no machine."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.architecture.tree import ROOT, python_files, relative, tracked

if TYPE_CHECKING:
    from pathlib import Path

SOURCE_LINES = 400
TEST_LINES = 500
SETTINGS_LINES = 200
NAMELESS = {"common", "helpers", "misc", "utils"}

# Written in pieces, or this file would find itself.
MACHINE_PATH = re.compile(r"(?<![\w.}*])/(?:work|root|tmp|home/\w+|Users/\w+)" + r"/\w")
REGISTRY = re.compile(
    "|".join(
        (
            r"pypi\.or" + "g",
            r"pythonhosted\.or" + "g",
            r"registry\.npm" + "js",
            r"--(?:extra-)?index-ur" + r"l[ =]\S",
            r"--trusted-hos" + r"t[ =]\S",
            r"--find-link" + r"s[ =]\S",
        )
    )
)


def lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def matches(pattern: re.Pattern[str]) -> list[str]:
    found = []
    for path in tracked():
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue  # a picture or a table
        found += [f"{relative(path)}: {hit}" for hit in pattern.findall(text)]
    return found


def test_there_is_something_to_look_at() -> None:
    assert {"manage.py", "factcheck/settings.py"} <= {
        relative(path) for path in tracked()
    }


def test_no_file_is_too_long() -> None:
    too_long = {
        relative(path): count
        for path in python_files()
        if (count := lines(path))
        > (TEST_LINES if relative(path).startswith("tests/") else SOURCE_LINES)
    }
    assert too_long == {}


def test_settings_fit_on_a_few_screens() -> None:
    assert lines(ROOT / "factcheck" / "settings.py") < SETTINGS_LINES


def test_every_module_is_named_for_what_it_holds() -> None:
    assert [relative(p) for p in python_files() if p.stem in NAMELESS] == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("cd /ro" + "ot/project", True),
        ("open('/tm" + "p/x')", True),
        ("/hom" + "e/someone/x", True),
        ("/usr/bin/chromium", False),
        ("${TMPDIR:-/tmp}", False),
        ("var/work/x", False),
        ("https://example.org/work/x", False),
    ],
)
def test_what_a_machine_path_is(text: str, *, found: bool) -> None:
    assert (MACHINE_PATH.search(text) is not None) is found


def test_no_file_knows_the_machine_it_was_written_on() -> None:
    assert matches(MACHINE_PATH) == []


def test_no_file_names_a_registry() -> None:
    assert matches(REGISTRY) == []
