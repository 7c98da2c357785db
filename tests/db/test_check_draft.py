"""check_draft: what of a draft others print, who agrees and who differs."""

from __future__ import annotations

import io
import json
import sys
from types import SimpleNamespace

import pytest
from django.core.management import CommandError, call_command

from claims.linkage.reason import parse
from claims.models import BlockKey, Link, Statement
from tests import factories
from tests.db.newsprint import (
    CALL_LAST_THURSDAY,
    CALL_ON_THE_SEVENTH,
    CALL_ON_THE_SIXTH,
    printed,
)

pytestmark = pytest.mark.django_db

DRAFT = "Premier Tavi Rusk was called by Orla Venn on March 6."
OTHER = "The price of bread doubled within a year."


@pytest.fixture
def run(monkeypatch, capsys):
    def command(given: str | bytes, **options):
        raw = given.encode() if isinstance(given, str) else given
        stream = SimpleNamespace(buffer=io.BytesIO(raw))
        monkeypatch.setattr(sys, "stdin", stream)
        call_command("check_draft", **options)
        return [json.loads(line) for line in capsys.readouterr().out.splitlines()]

    return command


@pytest.fixture
def newsroom():
    printed(CALL_ON_THE_SIXTH, name="sixth", outlet="Halden Post")
    printed(CALL_ON_THE_SEVENTH, name="seventh", outlet="Ostrava Mail")
    printed(CALL_LAST_THURSDAY, name="thursday", outlet="Selm Gazette")


def line(**row) -> str:
    return json.dumps({"text": DRAFT, "published": "2031-03-12"} | row)


def test_each_sentence_has_its_matches(run, newsroom):
    [row] = run(line(id=7, text=f"{DRAFT} {OTHER}"), jsonl=True)
    assert row["id"] == 7
    assert [s["text"] for s in row["statements"]] == [DRAFT, OTHER]
    first, second = row["statements"]
    assert second["matches"] == []
    relations = {m["article"]: m["relation"] for m in first["matches"]}
    assert relations["sixth"] == "corroborates"
    assert relations["seventh"] == "conflicts"
    assert relations["thursday"] == "corroborates"


def test_the_shape_of_a_match(run, newsroom):
    [row] = run(line(), jsonl=True)
    assert row.keys() == {"id", "statements"}
    [statement] = row["statements"]
    match = next(m for m in statement["matches"] if m["article"] == "seventh")
    wanted = {"article", "outlet", "quote", "relation", "score", "reason", "facets"}
    assert wanted <= match.keys()
    assert match["outlet"] == "Ostrava Mail"
    assert match["quote"] == "Orla Venn called Tavi Rusk on March 7."
    rule, parts = parse(match["reason"])
    assert rule == "value_conflict" and parts[0].kind == "date"
    dates = [f for f in match["facets"] if f["kind"] == "date"]
    assert {f["level"] for f in dates} == {"conflict"}
    for facet in match["facets"]:
        for side, text in (("a", DRAFT), ("b", match["quote"])):
            if facet[side]:
                assert (
                    text[facet[side]["start"] : facet[side]["end"]]
                    == (facet[side]["text"])
                )


def test_matches_are_ranked_and_limited(run, newsroom):
    [all_of_them] = run(line(), jsonl=True)
    matches = all_of_them["statements"][0]["matches"]
    scores = [m["score"] for m in matches]
    assert scores == sorted(scores, reverse=True)
    [few] = run(line(), jsonl=True, limit=1)
    assert few["statements"][0]["matches"] == matches[:1]


def test_candidates_without_a_relation_come_last_and_when_asked_for(run, newsroom):
    printed("Orla Venn planted an oak in Selm.", name="oak", outlet="Selm Oak")
    [row] = run(line(), jsonl=True)
    assert all(m["relation"] != "none" for m in row["statements"][0]["matches"])
    [row] = run(line(), jsonl=True, all_matches=True)
    relations = [m["relation"] for m in row["statements"][0]["matches"]]
    assert "none" in relations
    assert relations == sorted(relations, key=lambda r: r == "none")


def test_its_own_article_is_no_match(run, newsroom):
    [row] = run(line(exclude_article="seventh"), jsonl=True)
    articles = {m["article"] for m in row["statements"][0]["matches"]}
    assert "seventh" not in articles and "sixth" in articles


def test_a_bare_text_is_checked_as_it_is(run, newsroom):
    [row] = run(DRAFT)
    assert row["id"] is None
    relations = {m["article"]: m["relation"] for m in row["statements"][0]["matches"]}
    assert relations["sixth"] == "corroborates"


def test_a_text_with_a_byte_order_mark(run, newsroom):
    [row] = run(b"\xef\xbb\xbf" + DRAFT.encode())
    assert [s["text"] for s in row["statements"]] == [DRAFT]


@pytest.mark.parametrize("text", ["", " \n\n ", "\ufeff"])
def test_nothing_to_check(run, newsroom, text):
    [row] = run(text)
    assert row["statements"] == []


def test_an_empty_database_has_no_matches(run):
    [row] = run(line(), jsonl=True, all_matches=True)
    assert [s["matches"] for s in row["statements"]] == [[]]


@pytest.mark.parametrize(
    ("bad", "words"),
    [
        ("{", "not JSON"),
        ('{"id": "x"}', "“text”"),
        (line(id="x", published="yesterday"), "“published”"),
        (line(id="x", exclude_article="nowhere"), "“exclude_article”"),
    ],
)
def test_a_bad_line_gets_an_error_and_the_rest_goes_on(run, newsroom, bad, words):
    first, error, last = run("\n".join((line(id=1), bad, line(id=3))), jsonl=True)
    assert (first["id"], last["id"]) == (1, 3)
    assert first["statements"] == last["statements"]
    assert words in error["error"] and error["line"] == 2


@pytest.mark.parametrize("limit", [0, -1])
def test_a_limit_below_one_is_refused(run, limit):
    with pytest.raises(CommandError, match="limit"):
        run(DRAFT, limit=limit)


def test_a_draft_that_is_not_utf8_is_refused(run):
    with pytest.raises(CommandError, match="UTF-8"):
        run(b"\xff\xfe\x00")


def test_checking_writes_nothing(run, newsroom):
    before = [list(m.objects.order_by("pk").values()) for m in (Statement, Link)]
    keys = BlockKey.objects.count()
    run(line(), jsonl=True, all_matches=True)
    assert before == [
        list(m.objects.order_by("pk").values()) for m in (Statement, Link)
    ]
    assert BlockKey.objects.count() == keys


def test_what_a_withdrawn_article_printed_is_no_match(run, newsroom):
    from_seventh = Statement.objects.filter(article__external_id="seventh")
    article = from_seventh[0].article
    article.withdrawn_at = factories.NOON
    article.withdrawn_reason = "printed by mistake"
    article.save()
    [row] = run(line(), jsonl=True, all_matches=True)
    articles = {m["article"] for m in row["statements"][0]["matches"]}
    assert "seventh" not in articles and "sixth" in articles
