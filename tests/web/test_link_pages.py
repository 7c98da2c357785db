"""Changing a link, setting a facet aside, linking by hand."""

from __future__ import annotations

import pytest

from claims.models import Link
from claims.services.review import link_decide
from claims.views import links
from factcheck.operations.models import AuditEntry
from tests.db.fakes import ENGINE

QUERIES = 12


@pytest.fixture
def link(newsroom):
    """Two of the three statements of the call, which differ about the day."""
    return Link.objects.filter(relation="conflicts").earliest("pk")


@pytest.fixture
def address(newsroom, link):
    return f"/claims/{newsroom.call.pk}/links/{link.pk}/"


@pytest.fixture(autouse=True)
def lines(monkeypatch):
    """Pages need no language pipeline."""
    monkeypatch.setattr(links, "load_engine", lambda: ENGINE)


def test_the_page_shows_both_and_what_they_compare(desk, address, link):
    page = desk.get(f"{address}change/").content.decode()
    for words in (link.low.quote, link.high.quote, "6 May", "It says conflicts"):
        assert words in page


@pytest.mark.parametrize(("later", "direction"), [("", 1), ("1", 1), ("-1", -1)])
def test_another_relation(desk, address, link, later, direction):
    answer = desk.post(
        f"{address}change/",
        {"relation": "updates", "later": later, "revision": 1, "reason": "moved on"},
    )
    assert answer.headers["Location"].endswith(f"#link-{link.pk}")
    link.refresh_from_db()
    assert (link.relation, link.direction, link.state, link.by) == (
        "updates",
        direction,
        "confirmed",
        "editor",
    )
    assert AuditEntry.objects.get(verb="link.decide").reason == "moved on"


@pytest.mark.parametrize(
    ("later", "outlet"), [("1", "Salt Crier"), ("-1", "Northern Bell")]
)
def test_the_claims_page_says_which_is_later_and_takes_it_back(
    desk, newsroom, address, link, later, outlet
):
    data = {"relation": "updates", "later": later, "revision": 1}
    desk.post(f"{address}change/", data)
    claim = f"/claims/{newsroom.call.pk}/"
    page = desk.get(claim).content.decode()
    assert f"{outlet} tells the later state" in page
    entry = AuditEntry.objects.get(verb="link.decide")
    assert page.count(f"/undo/{entry.pk}/") == 3  # head, link, history
    back = f"{claim}#link-{link.pk}"
    answer = desk.post(f"/undo/{entry.pk}/", {"next": back})
    assert answer.headers["Location"] == back
    link.refresh_from_db()
    assert (link.relation, link.by) == ("conflicts", "engine")


@pytest.mark.parametrize(
    "data",
    [
        {"revision": 1},
        {"relation": "none", "revision": 1},
        {"relation": "conflicts"},
        {"relation": "conflicts", "revision": "x"},
        {"relation": "updates", "later": "2", "revision": 1},
    ],
    ids=str,
)
def test_a_relation_that_is_refused(desk, address, link, data):
    assert desk.post(f"{address}change/", data).status_code == 422
    link.refresh_from_db()
    assert link.revision == 1


def test_who_rejects_the_only_link_takes_it_back_on_the_same_page(desk, newsroom):
    """The pair falls apart, and its claim still tells what became of it."""
    link = Link.objects.get(low__memberships__claim=newsroom.ferry)
    page = f"/claims/{newsroom.ferry.pk}/"
    decided = {"state": "rejected", "revision": link.revision}
    answer = desk.post(f"{page}links/{link.pk}/", decided, follow=True)
    said = answer.content.decode()
    assert "will sail again in June" in said.replace("<mark>", "")
    assert "Nothing to compare" in said
    assert newsroom.ferry.title not in desk.get("/").content.decode()
    entry = AuditEntry.objects.get(verb="link.decide")
    assert f"/undo/{entry.pk}/" in said
    desk.post(f"/undo/{entry.pk}/", {"next": page})
    newsroom.ferry.refresh_from_db()
    assert newsroom.ferry.finding == "consistent"
    assert newsroom.ferry.title in desk.get("/").content.decode()


def test_two_at_once_see_each_other(desk, newsroom, address, link):
    link_decide(actor=newsroom.other, link=link, state="rejected", revision=1)
    data = {"relation": "corroborates", "revision": 1, "reason": "same day"}
    answer = desk.post(f"{address}change/", data)
    page = answer.content.decode()
    assert answer.status_code == 409
    for words in (
        "Changed meanwhile",
        "corroborates",
        "rejected",
        newsroom.other.username,
        'name="revision" value="2"',
        'name="reason" value="same day"',
    ):
        assert words in page
    again = desk.post(f"{address}change/", data | {"revision": 2})
    assert again.status_code == 302
    link.refresh_from_db()
    assert (link.relation, link.state) == ("corroborates", "confirmed")


def test_a_facet_is_set_aside(desk, newsroom, address, link):
    row = link.comparisons.get(kind="date")
    data = {"facet": row.pk, "reason": "two calls", "revision": 1}
    answer = desk.post(f"{address}facet/", data)
    assert answer.status_code == 302
    row.refresh_from_db()
    link.refresh_from_db()
    assert (row.level, row.by, row.reason) == ("not_comparable", "editor", "two calls")
    assert link.relation != "conflicts"
    page = desk.get(f"{address}change/").content.decode()
    assert "Set aside by an editor:" in page
    assert "two calls" in page


@pytest.mark.parametrize(
    ("data", "error"),
    [
        ({"reason": "x"}, "id_facet_error"),
        ({"facet": "row"}, "facet-reason-error"),
    ],
)
def test_a_facet_that_is_not(desk, address, link, data, error):
    row = link.comparisons.get(kind="date")
    given = {key: row.pk if value == "row" else value for key, value in data.items()}
    answer = desk.post(f"{address}facet/", given | {"revision": 1})
    assert answer.status_code == 422
    assert f'id="{error}"' in answer.content.decode()


@pytest.mark.parametrize("what", ["revision", "facet"])
def test_a_facet_of_what_has_changed(desk, address, link, what):
    row = link.comparisons.get(kind="date")
    data = {"facet": row.pk, "reason": "two calls", "revision": 1}
    data[what] = 999_999
    assert desk.post(f"{address}facet/", data).status_code == 409
    row.refresh_from_db()
    assert row.by == "engine"


def test_a_link_of_another_claim(desk, newsroom, link):
    address = f"/claims/{newsroom.ban.pk}/links/{link.pk}/"
    assert desk.get(f"{address}change/").status_code == 404


# --- by hand ---------------------------------------------------------------------


@pytest.fixture
def hand(newsroom):
    return f"/claims/{newsroom.call.pk}/link/"


def test_statements_are_found_by_their_words(desk, newsroom, hand):
    page = desk.get(hand, {"q": "boats strait"}).content.decode()
    assert page.count('name="other"') == 2
    assert "Since Tuesday fishing boats may enter" in page
    page = desk.get(hand, {"q": "boats dragon"}).content.decode()
    assert "No statement prints these words." in page
    assert page.count('name="one"') == 4  # three statements, and the search keeps it


def test_two_statements_of_two_claims(desk, newsroom, hand):
    one, other = newsroom.call.statements.first(), newsroom.ban.statements.first()
    answer = desk.post(
        hand, {"one": one.pk, "other": other.pk, "relation": "conflicts"}
    )
    link = Link.objects.get(low=min(one.pk, other.pk), high=max(one.pk, other.pk))
    assert (link.relation, link.state, link.by) == (
        "conflicts",
        "confirmed",
        "editor",
    )
    assert answer.status_code == 302
    assert AuditEntry.objects.get().verb == "link.create"


@pytest.mark.parametrize(
    "data",
    [
        {"relation": "conflicts"},
        {"one": "first", "relation": "conflicts"},
        {"one": "first", "other": "first", "relation": "conflicts"},
        {"one": "first", "other": "second"},
    ],
    ids=str,
)
def test_what_is_refused(desk, newsroom, hand, data):
    first, second, _ = newsroom.call.statements.order_by("pk")
    named = {"first": first.pk, "second": second.pk}
    given = {key: named.get(value, value) for key, value in data.items()}
    assert desk.post(hand, given).status_code == 422
    assert not AuditEntry.objects.exists()


def test_a_link_made_meanwhile_is_shown(desk, newsroom, hand, link):
    link_decide(actor=newsroom.other, link=link, state="rejected", revision=1)
    data = {"one": link.low_id, "other": link.high_id, "relation": "corroborates"}
    answer = desk.post(hand, data)
    assert answer.status_code == 409
    assert "linked already" in answer.content.decode()
    assert desk.post(hand, data | {"revision": 2}).status_code == 302
    link.refresh_from_db()
    assert (link.relation, link.state) == ("corroborates", "confirmed")


def test_a_bounded_number_of_queries(desk, hand, django_assert_max_num_queries):
    with django_assert_max_num_queries(QUERIES):
        desk.get(hand, {"q": "strait"})
