"""What we depend on: pinned by hash, each with its reason, from no named host."""

from __future__ import annotations

import re

import pytest

from tests.architecture.tree import ROOT

INPUTS = ["requirements.in", "requirements-dev.in"]
COMPILED = ["requirements.txt", "requirements-dev.txt"]


def requirements(name: str) -> list[str]:
    """The lines of a compiled file, each with its continuation lines."""
    text = (ROOT / name).read_text(encoding="utf-8").replace("\\\n", " ")
    return [line for line in text.splitlines() if line and line.strip()[0] != "#"]


def packages(name: str) -> dict[str, str]:
    pairs = (line.split()[0].partition("==") for line in requirements(name))
    return {package: version for package, _, version in pairs}


@pytest.mark.parametrize("name", INPUTS)
def test_every_requirement_has_a_reason(name: str) -> None:
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
    wanted = [line for line in lines if line and not line.startswith(("#", "-r "))]
    assert wanted
    assert [line for line in wanted if not re.search(r"\S {2,}# \w", line)] == []


@pytest.mark.parametrize("name", COMPILED)
def test_every_package_is_pinned_with_hashes(name: str) -> None:
    loose = [
        line
        for line in requirements(name)
        if not re.match(r"[\w.-]+==\S+ .*--hash=sha256:[0-9a-f]{64}", line)
    ]
    assert requirements(name)
    assert loose == []


@pytest.mark.parametrize("name", COMPILED)
def test_no_host_is_named(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert re.findall(r"https?://|^--\S+|@ \S+", text, re.MULTILINE) == []


def test_tests_run_what_production_runs() -> None:
    everything = packages("requirements-dev.txt")
    production = packages("requirements.txt")
    assert {name: everything.get(name) for name in production} == production
