"""A draft without a date still finds what dated articles print about a name."""

from __future__ import annotations

import io
import json
import sys
from types import SimpleNamespace

import pytest
from django.core.management import CommandError, call_command

from claims.engine import load_engine
from claims.services.check import check_draft
from tests.db.newsprint import printed

pytestmark = pytest.mark.django_db

PRINTED = "Delvora lost $8 billion in the first quarter of 2029, its office said."
DRAFT = "Delvora lost $2 billion in the first quarter of 2029."


def test_one_name_is_enough():
    printed(PRINTED, name="loss", outlet="Halden Post")
    [checked] = check_draft(engine=load_engine(), text=DRAFT)
    assert [m.decision.relation for m in checked.matches] == ["conflicts"]


def test_published_on_the_command_line(monkeypatch, capsys):
    printed("A ferry ran aground last Thursday.", name="ferry", outlet="Halden Post")
    draft = "A ferry ran aground on March 5."
    stream = SimpleNamespace(buffer=io.BytesIO(draft.encode()))
    monkeypatch.setattr(sys, "stdin", stream)
    call_command("check_draft", published="2031-03-13")
    [row] = [json.loads(text) for text in capsys.readouterr().out.splitlines()]
    [statement] = row["statements"]
    assert [m["article"] for m in statement["matches"]] == ["ferry"]
    assert statement["matches"][0]["relation"] == "conflicts"


def test_a_day_that_is_none_is_refused(monkeypatch):
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b"x")))
    with pytest.raises(CommandError, match="published"):
        call_command("check_draft", published="soon")
