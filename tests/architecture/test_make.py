"""The Makefile explains itself, and the README starts with what to type."""

from __future__ import annotations

import os
import re
import subprocess

import pytest

from tests.architecture.tree import ROOT

TARGETS = {
    "install",
    "run",
    "test",
    "unit",
    "lint",
    "evaluate",
    "bench",
    "requirements",
    "clean",
}
SCREEN = 40  # lines


def test_make_alone_prints_every_target() -> None:
    printed = subprocess.run(
        ["make", "--no-print-directory"],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"]},
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    named = dict(re.findall(r"^make (\S+) +(\S.*)$", printed, re.MULTILINE))
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    defined = set(re.findall(r"^([a-z]+):(?!=)", makefile, re.MULTILINE))
    assert set(named) == defined
    assert set(named) >= TARGETS


def test_without_labelled_data_nothing_is_measured_or_written() -> None:
    page = ROOT / "docs" / "benchmarks.md"
    before = page.read_bytes()
    made = subprocess.run(
        ["make", "--no-print-directory", "evaluate", "LABELLED="],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"]},
        capture_output=True,
        text=True,
        check=False,
    )
    assert made.returncode != 0
    assert "No labelled data" in made.stderr
    assert made.stdout == ""
    assert page.read_bytes() == before


@pytest.mark.parametrize(
    ("given", "written"), [([], True), (["LABELLED=elsewhere"], False)]
)
def test_only_figures_of_the_usual_data_are_written(
    given: list[str], *, written: bool
) -> None:
    told = subprocess.run(
        ["make", "--no-print-directory", "--dry-run", "evaluate", *given],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"]},
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert ("--write" in told) is written


def test_the_readme_shows_both_commands_on_its_first_screen() -> None:
    lines = (ROOT / "README.md").read_text(encoding="utf-8").splitlines()[:SCREEN]
    assert {"make run", "make test"} <= {line.strip() for line in lines}


def test_ci_runs_checks_and_tests() -> None:
    script = ROOT / ".ci" / "run"
    assert os.access(script, os.X_OK)
    called = re.findall(r"make --no-print-directory (\w+)", script.read_text())
    assert called == ["lint", "test"]
