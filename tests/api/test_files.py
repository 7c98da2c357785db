"""A file of claims, in each form: the same rows, the same filters, nothing leaks."""

from __future__ import annotations

import json

import pytest

from claims.models import Claim
from claims.services.review import claim_rate
from claims.services.withdrawal import withdraw
from factcheck.operations.roles import Role
from tests.api.asking import Api, token_for
from tests.api.files import exported, rows_of
from tests.db.fakes import ENGINE
from tests.factories import CommentFactory, OutsideVerdictFactory, UserFactory
from tests.web.newsroom import Newsroom

FORMS = ("csv", "jsonl", "jsonld")


def test_a_table_and_lines_are_read_as_the_same_rows(
    editor: Api, newsroom: Newsroom
) -> None:
    titles = ["=HYPERLINK()", "'=1", "a; b\\", 'say "no"', "line\u2028end"]
    claims = Claim.objects.order_by("pk")
    for claim, title in zip(claims, titles, strict=False):
        Claim.objects.filter(pk=claim.pk).update(title=title, title_by="editor")
    newsroom.tide.outlet.name = "Bell; Book & Candle\\"
    newsroom.tide.outlet.save()
    claim_rate(actor=newsroom.editor, claim=newsroom.ban, value=5)
    table, lines = rows_of(editor, "csv"), rows_of(editor, "jsonl")
    assert table == lines
    by_claim = {row["claim"]: row for row in table}
    assert {row["title"] for row in table} == set(titles[:3])
    assert "Bell; Book & Candle\\" in by_claim[newsroom.call.pk]["printed_by"]
    assert by_claim[newsroom.call.pk]["conflicts_on"] == ["date", "duration"]
    assert by_claim[newsroom.ban.pk]["your_rating"] == "5"


@pytest.mark.parametrize("shape", FORMS)
def test_the_same_filters(editor: Api, newsroom: Newsroom, shape: str) -> None:
    rows = rows_of(editor, shape, "relation=conflict")
    names = [row.get("title", row.get("name")) for row in rows]
    assert names == [newsroom.call.title]
    if shape == "jsonld":
        Claim.objects.update(conflicts=0, finding="consistent")
        empty = json.loads(exported(editor, shape, "relation=conflict"))
        assert [node["@type"] for node in empty["@graph"]] == ["Dataset"]


@pytest.mark.parametrize("shape", FORMS)
@pytest.mark.parametrize("role", [Role.EDITOR, Role.SENIOR_EDITOR])
def test_ratings_leak_nowhere(newsroom: Newsroom, shape: str, role: Role) -> None:
    secret = "nobody reads this in a file"
    claim_rate(actor=newsroom.other, claim=newsroom.call, value=1, rationale=secret)
    CommentFactory(claim=newsroom.call, author=newsroom.other, body=secret)
    OutsideVerdictFactory(claim=newsroom.call, rating=secret)
    viewer = UserFactory(role=role)
    before = exported(Api(token_for(viewer, "read")), shape)
    assert secret not in before
    if shape == "jsonld":
        Claim.objects.filter(pk=newsroom.call.pk).update(state="disputed", stale=True)
        assert exported(Api(token_for(viewer, "read")), shape) == before


@pytest.mark.parametrize("shape", FORMS)
def test_of_a_withdrawn_article_nothing_is_left(
    editor: Api, newsroom: Newsroom, shape: str
) -> None:
    curator = UserFactory(role=Role.CURATOR)
    withdraw(actor=curator, article=newsroom.tide, reason="forged", engine=ENGINE)
    text = exported(editor, shape)
    for words in ("last Monday", "Tidewater Gazette", newsroom.tide.title):
        assert words not in text
