"""The pages on which editors name, merge and split claims and place statements."""

from __future__ import annotations

import pytest

from claims.models import Claim, ClaimMember
from claims.services.curation import claim_merge, statement_remove
from claims.services.titles import claim_rename
from factcheck.operations.models import AuditEntry

QUERIES = 16


@pytest.fixture
def address(newsroom):
    return f"/claims/{newsroom.call.pk}/"


def members(claim):
    rows = ClaimMember.objects.filter(claim=claim, state="in")
    return set(rows.values_list("statement_id", flat=True))


def ids(claim):
    return sorted(claim.statements.values_list("pk", flat=True))


# --- title -----------------------------------------------------------------------


def test_a_title_is_given(desk, newsroom, address):
    page = desk.get(f"{address}title/").content.decode()
    assert newsroom.call.title in page
    answer = desk.post(
        f"{address}title/", {"title": "Two calls?", "seen": newsroom.call.title}
    )
    assert answer.headers["Location"] == address
    assert Claim.objects.get(pk=newsroom.call.pk).title == "Two calls?"


@pytest.mark.parametrize("title", ["", "x" * 501])
def test_a_title_that_is_refused(desk, newsroom, address, title):
    answer = desk.post(
        f"{address}title/", {"title": title, "seen": newsroom.call.title}
    )
    assert answer.status_code == 422
    assert 'id="id_title_error"' in answer.content.decode()
    assert not AuditEntry.objects.exists()


def test_a_title_given_meanwhile_is_shown_beside_mine(desk, newsroom, address):
    seen = newsroom.call.title
    claim_rename(actor=newsroom.other, claim=newsroom.call, title="Theirs", seen=seen)
    answer = desk.post(f"{address}title/", {"title": "Mine", "seen": seen})
    page = answer.content.decode()
    assert answer.status_code == 409
    for words in ("Mine", "Theirs", newsroom.other.username, "Give mine all the same"):
        assert words in page
    again = desk.post(f"{address}title/", {"title": "Mine", "seen": "Theirs"})
    assert again.status_code == 302
    assert Claim.objects.get(pk=newsroom.call.pk).title == "Mine"


# --- merge -----------------------------------------------------------------------


def test_likely_claims_are_proposed_and_one_is_merged(desk, newsroom, address):
    statement = newsroom.ban.statements.first()
    ClaimMember.objects.create(claim=newsroom.call, statement=statement)
    page = desk.get(f"{address}merge/").content.decode()
    assert newsroom.ban.title in page
    assert "1 statement in both" in page
    answer = desk.post(f"{address}merge/", {"other": newsroom.ban.pk})
    stays = min(newsroom.call.pk, newsroom.ban.pk)
    assert answer.headers["Location"] == f"/claims/{stays}/"
    gone = Claim.objects.get(pk=max(newsroom.call.pk, newsroom.ban.pk))
    assert gone.merged_into_id == stays


@pytest.mark.parametrize("other", ["", "999999", "own"])
def test_a_merge_that_is_refused(desk, newsroom, address, other):
    number = newsroom.call.pk if other == "own" else other
    answer = desk.post(f"{address}merge/", {"other": number})
    assert answer.status_code == 422
    assert 'id="id_other_error"' in answer.content.decode()
    assert not Claim.objects.exclude(merged_into=None).exists()


def test_a_claim_merged_by_somebody_else_meanwhile(desk, newsroom, address):
    claim_merge(actor=newsroom.other, claim=newsroom.ferry, other=newsroom.ban)
    answer = desk.post(f"{address}merge/", {"other": newsroom.ban.pk})
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "merged into another meanwhile" in page
    assert f"claim {newsroom.ferry.pk}" in page


def test_a_bounded_number_of_queries(desk, address, django_assert_max_num_queries):
    with django_assert_max_num_queries(QUERIES):
        desk.get(f"{address}merge/")


# --- split -----------------------------------------------------------------------


def test_some_statements_leave(desk, newsroom, address):
    first, second, third = ids(newsroom.call)
    page = desk.get(f"{address}split/").content.decode()
    assert page.count('name="statements"') == 3
    answer = desk.post(
        f"{address}split/", {"statements": [first, third], "title": "Another call"}
    )
    made = Claim.objects.latest("pk")
    assert answer.headers["Location"] == f"/claims/{made.pk}/"
    assert members(newsroom.call) == {second}
    assert members(made) == {first, third}
    assert made.title == "Another call"


@pytest.mark.parametrize("number", [0, 3])
def test_a_split_that_is_none(desk, newsroom, address, number):
    answer = desk.post(f"{address}split/", {"statements": ids(newsroom.call)[:number]})
    assert answer.status_code == 422
    assert "leave some" in answer.content.decode()


def test_a_statement_that_left_meanwhile(desk, newsroom, address):
    first, second, _ = ids(newsroom.call)
    row = newsroom.call.statements.get(pk=first)
    statement_remove(actor=newsroom.other, statement=row, claim=newsroom.call)
    answer = desk.post(f"{address}split/", {"statements": [first, second]})
    assert answer.status_code == 409
    assert "no longer in this claim" in answer.content.decode()
    assert members(newsroom.call) == set(ids(newsroom.call)) - {first}


# --- one statement ---------------------------------------------------------------


def test_a_statement_moves(desk, newsroom, address):
    row = ids(newsroom.call)[0]
    answer = desk.post(
        f"{address}statements/{row}/", {"act": "move", "to": newsroom.ban.pk}
    )
    assert answer.headers["Location"] == address
    assert row in members(newsroom.ban)
    assert row not in members(newsroom.call)


def test_a_statement_is_taken_out(desk, newsroom, address):
    row = ids(newsroom.call)[0]
    page = desk.get(f"{address}statements/{row}/").content.decode()
    assert "Where does this statement belong?" in page
    desk.post(f"{address}statements/{row}/", {"act": "remove", "reason": "other"})
    assert row not in members(newsroom.call)
    assert AuditEntry.objects.get(verb="statement.remove").reason == "other"
    assert desk.get(f"{address}statements/{row}/").status_code == 404
    again = desk.post(f"{address}statements/{row}/", {"act": "remove"})
    assert again.status_code == 409


@pytest.mark.parametrize("to", ["", "999999", "own", "x"])
def test_a_move_that_is_refused(desk, newsroom, address, to):
    row = ids(newsroom.call)[0]
    number = newsroom.call.pk if to == "own" else to
    answer = desk.post(f"{address}statements/{row}/", {"act": "move", "to": number})
    assert answer.status_code == 422
    assert 'id="id_to_error"' in answer.content.decode()
    assert row in members(newsroom.call)


def test_a_claim_is_made_of_a_statement(desk, newsroom):
    row = ids(newsroom.call)[0]
    page = desk.get(f"/claims/new/?statement={row}").content.decode()
    assert "Mira Dolan and Ketil Aas spoke by phone" in page
    answer = desk.post("/claims/new/", {"statement": row, "title": "Half"})
    made = Claim.objects.latest("pk")
    assert answer.headers["Location"] == f"/claims/{made.pk}/"
    assert members(made) == {row}
    assert row in members(newsroom.call)


@pytest.mark.parametrize("query", ["", "?statement=999999", "?statement=x"])
def test_a_claim_of_nothing(desk, query):
    assert desk.get(f"/claims/new/{query}").status_code == 302
    assert desk.post(f"/claims/new/{query}").status_code == 302


@pytest.mark.parametrize(
    "page", ["title", "merge", "split", "link", "statements/{row}"]
)
def test_a_merged_claim_is_not_worked_on(desk, newsroom, address, page):
    row = ids(newsroom.call)[0]
    Claim.objects.filter(pk=newsroom.call.pk).update(merged_into=newsroom.ferry)
    assert desk.get(f"{address}{page.format(row=row)}/").status_code == 404
