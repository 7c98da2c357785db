"""The pairs of words that a thesaurus gives, and how they are written."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path

import pytest


@pytest.fixture
def script(monkeypatch):
    """The script as it is run, with those beside it in reach."""
    monkeypatch.syspath_prepend(str(Path(__file__).parents[3] / "scripts"))
    yield import_module("distill_thesaurus")
    for name in ("distill_thesaurus", "distill_scales"):
        sys.modules.pop(name, None)


def test_only_words_that_list_each_other_are_paired(script):
    listed = {
        "deal": {"contract", "bargain", "quickly"},
        "contract": {"deal"},
        "bargain": {"sale"},
        "quickly": {"deal"},
    }
    known = {"deal", "contract", "bargain"}
    assert script.paired(listed, known) == {"deal": ["contract"], "contract": ["deal"]}


def test_the_list_is_written_by_gaps(script, tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(
        script, "known_words", lambda: {"boat", "car", "ship", "vessel"}
    )
    moby = tmp_path / "words.txt"
    moby.write_text(
        "boat,ship,vessel\nship,boat,vessel,car\nvessel,ship,boat\ncar,wagon\n",
        "latin-1",
    )
    script.main(moby)
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("# Moby Thesaurus")
    assert lines[1:] == ["boat 1 1", "ship 1", "vessel"]
