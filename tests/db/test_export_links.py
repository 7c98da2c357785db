"""export_links: every link with both statements as printed and what explains it."""

from __future__ import annotations

import json
from datetime import date

import pytest
from django.core.management import call_command

from claims.linkage.reason import parse
from claims.linkage.types import Relation
from claims.models import Link
from claims.services.review import link_decide
from factcheck.operations.roles import Role
from tests import factories
from tests.db.newsprint import (
    CALL_LAST_THURSDAY,
    CALL_ON_THE_SEVENTH,
    CALL_ON_THE_SIXTH,
    printed,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def export(capsys):
    def command():
        call_command("export_links")
        return [json.loads(line) for line in capsys.readouterr().out.splitlines()]

    return command


@pytest.fixture
def newsroom():
    printed(
        CALL_ON_THE_SIXTH, name="sixth", outlet="Halden Post", url="https://a.example/6"
    )
    printed(CALL_ON_THE_SEVENTH, name="seventh", outlet="Ostrava Mail")
    printed(CALL_LAST_THURSDAY, name="thursday", outlet="Selm Gazette")


def between(rows, one, other):
    found = [r for r in rows if {r["a"]["article"], r["b"]["article"]} == {one, other}]
    assert len(found) == 1
    return found[0]


def test_nothing_is_exported_of_an_empty_database(export):
    assert export() == []


def test_every_link_once(export, newsroom):
    rows = export()
    assert len(rows) == Link.objects.count() > 0
    assert between(rows, "sixth", "seventh")["relation"] == "conflicts"
    assert between(rows, "thursday", "seventh")["relation"] == "conflicts"
    assert between(rows, "sixth", "thursday")["relation"] == "corroborates"


def test_the_shape_of_a_link(export, newsroom):
    row = between(export(), "sixth", "seventh")
    wanted = {"a", "b", "relation", "state", "by", "score", "reason", "facets"}
    assert wanted <= row.keys()
    assert (row["state"], row["by"]) == ("suggested", "engine")
    assert 0 <= row["score"] <= 1
    rule, parts = parse(row["reason"])
    assert rule == "value_conflict" and parts
    texts = {"sixth": CALL_ON_THE_SIXTH, "seventh": CALL_ON_THE_SEVENTH}
    sides = {"article", "outlet", "url", "published", "quote", "start", "end"}
    for side in (row["a"], row["b"]):
        assert sides == side.keys()
        text = texts[side["article"]]
        assert text[side["start"] : side["end"]] == side["quote"]
        assert date.fromisoformat(side["published"][:10]) == date(2031, 3, 12)
    first = row["a"] if row["a"]["article"] == "sixth" else row["b"]
    assert (first["outlet"], first["url"]) == ("Halden Post", "https://a.example/6")


def test_facets_are_those_of_relate_pairs(export, newsroom):
    row = between(export(), "sixth", "seventh")
    assert {(f["kind"], f["level"]) for f in row["facets"]} >= {("date", "conflict")}
    for facet in row["facets"]:
        assert facet.keys() == {"kind", "role", "level", "a", "b"}
        for side in ("a", "b"):
            value = facet[side]
            if value is not None:
                assert value.keys() == {"text", "value", "start", "end"}
                quote = row[side]["quote"]
                assert quote[value["start"] : value["end"]] == value["text"]
    [dates] = [f for f in row["facets"] if f["kind"] == "date"]
    assert {dates["a"]["value"], dates["b"]["value"]} == {"2031-03-06", "2031-03-07"}


def test_a_decision_of_an_editor_is_exported(export, newsroom):
    before = between(export(), "sixth", "seventh")
    link = Link.objects.get(
        low__article__external_id__in=("sixth", "seventh"),
        high__article__external_id__in=("sixth", "seventh"),
    )
    link_decide(
        actor=factories.UserFactory(role=Role.EDITOR),
        link=link,
        state=Link.State.CONFIRMED,
        revision=link.revision,
    )
    after = between(export(), "sixth", "seventh")
    assert (after["state"], after["by"]) == ("confirmed", "editor")
    assert after["relation"] == before["relation"] == Relation.CONFLICTS
    assert after["reason"] == before["reason"]


def test_the_same_links_give_the_same_lines(export, newsroom):
    assert export() == export()


def test_letters_are_not_escaped_to_death(capsys):
    text = "Orla Venn said “no” to the Zoë bridge on March 6."
    printed(text, name="ü", outlet="Zeitung für Halden")
    printed(text, name="ö", outlet="Halden Post")
    call_command("export_links")
    assert "Zeitung für Halden" in capsys.readouterr().out


def test_without_a_publication_day_there_is_none(export):
    texts = ("Orla Venn opened the Halden bridge.", "Orla Venn opens Halden bridge.")
    for name, text in zip("ab", texts, strict=True):
        version = printed(
            text,
            name=name,
            outlet=f"Outlet {name}",
            day=None,
        )
        assert version.article.published_date is None
    [row] = export()
    assert row["a"]["published"] is row["b"]["published"] is None
