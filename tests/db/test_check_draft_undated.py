"""A draft without a date still finds what dated articles print about a name."""

from __future__ import annotations

import io
import json
import sys
from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from django.core.management import CommandError, call_command

from claims.engine import load_engine
from claims.linkage.blocking import NEWEST_WEEKS
from claims.services.check import check_draft
from tests.db.newsprint import printed

pytestmark = pytest.mark.django_db

PRINTED = "Delvora lost $8 billion in the first quarter of 2029, its office said."
DRAFT = "Delvora lost $2 billion in the first quarter of 2029."


def test_one_name_is_enough():
    printed(PRINTED, name="loss", outlet="Halden Post")
    [checked] = check_draft(engine=load_engine(), text=DRAFT)
    assert [m.decision.relation for m in checked.matches] == ["conflicts"]


FERRY = "Off Halden a ferry ran aground on a reef in thick fog."


def found(text, **values):
    [checked] = check_draft(engine=load_engine(), text=text, all_matches=True, **values)
    return [m.record.article for m in checked.matches]


@pytest.mark.parametrize(
    ("stored", "draft", "expected"),
    [
        # neither has a date
        (None, None, True),
        # an archive without dates is found by who writes today
        (None, date(2031, 3, 13), True),
        # of what was printed long ago the rarest words are filed without a date
        (date(2011, 1, 5), None, True),
        (date(2031, 3, 12), None, True),
        (date(2031, 3, 12), date(2031, 3, 13), True),
        # who gives a date asks for what was printed around it
        (date(2011, 1, 5), date(2031, 3, 13), False),
    ],
)
def test_which_dates_meet_by_rare_words(stored, draft, expected):
    printed(FERRY, name="ferry", outlet="Halden Post", day=stored)
    printed("Snow fell in the hills.", name="snow", outlet="Selm Post")
    drafted = "A vessel ran onto a reef in fog."
    assert found(drafted, published=draft) == (["ferry"] if expected else [])


def test_without_a_date_common_words_are_looked_for_in_the_newest_weeks():
    day = date(2031, 3, 12)
    crowd = "A harpist, a piper, a fiddler and a ventriloquist met the police in fog."
    printed(crowd, name="crowd", outlet="Halden Post", day=day)
    draft = "The police came."
    assert found(draft) == ["crowd"]
    later = day + timedelta(weeks=NEWEST_WEEKS)
    printed("Snow fell in the hills.", name="snow", outlet="Selm Post", day=later)
    assert found(draft) == []
    assert found("A ventriloquist came.") == ["crowd"]


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
