"""The queue: what it lists, in which order, and what its filters leave."""

from datetime import date

import pytest

from claims.facets.types import Level
from claims.models import Claim, ClaimMember
from claims.services.refresh import claim_refresh
from tests.factories import ClaimFactory, RatingFactory
from tests.web.newsroom import has_facets

CALL, BAN, FERRY = (
    "Dolan and Aas spoke by phone",
    "Fishing boats may enter the strait",
    "The Skarholm ferry reopens",
)
# Session and user, and what the queue itself asks: page, count, totals, three filters,
# members, facets, names, links, comparisons, ratings.
QUERIES = 16


@pytest.fixture
def asked(client, newsroom):
    client.force_login(newsroom.editor)

    def ask(query="", **headers):
        return client.get(f"/{query}", headers=headers)

    return ask


def titles(answer):
    return [row.claim.title for row in answer.context["rows"]]


def test_conflicts_come_first_with_their_values_and_who_prints_them(asked):
    answer = asked()
    assert titles(answer) == [CALL, BAN, FERRY]
    page = answer.content.decode()
    for words in (
        '5 May</span> <span class="who">Tidewater Gazette, Northern Bell',
        '6 May</span> <span class="who">Salt Crier',
        "3 open claims, 1 in conflict",
    ):
        assert words in page


def test_one_origin_under_several_outlets_is_bold(asked):
    page = asked().content.decode()
    assert '<span class="nowrap fw-bold">1 origin</span>' in page
    assert '<span class="nowrap">3 origins</span>' in page


@pytest.mark.parametrize(
    ("query", "left"),
    [
        ("?relation=conflict", [CALL]),
        ("?relation=updated", [BAN]),
        ("?relation=naming", []),
        ("?relation=consistent", [FERRY]),
        ("?relation=conflict&relation=consistent", [CALL, FERRY]),
        ("?facet=date", [CALL, FERRY]),
        ("?facet=duration", [CALL]),
        ("?facet=date&relation=conflict", [CALL]),
        ("?facet=person&relation=conflict", []),
        ("?facet=person&relation=naming", [CALL]),
        ("?facet=polarity&relation=conflict", []),
        ("?q=skarholm", [FERRY]),
        ("?q=forty+minutes", [CALL]),
        ("?q=salt+crier", [CALL, BAN]),
        ("?q=nothing+of+the+kind", []),
        ("?q=50%25_", []),
        ("?since=2031-05-13", [CALL, BAN]),
        ("?until=2031-05-09", []),
        ("?since=2031-05-11&until=2031-05-11", [CALL, BAN, FERRY]),
    ],
)
def test_filters(asked, query, left):
    assert titles(asked(query)) == left


def test_outlet_filter(asked, newsroom):
    outlet = newsroom.tide.outlet
    crier = newsroom.call.outlet_rows.exclude(outlet=outlet).last().outlet_id
    assert titles(asked(f"?outlet={crier}")) == [CALL, BAN]
    assert titles(asked(f"?outlet={crier}&relation=updated")) == [BAN]


@pytest.mark.parametrize(
    "query",
    [
        "?relation=nonsense",
        "?facet=nonsense",
        "?outlet=x",
        "?outlet=99999999999999999999",
        "?outlet=%EF%BC%91",
        "?since=2031-13-40",
        "?page=0",
        "?page=x",
        "?page=99999",
        "?q=%00",
    ],
)
def test_what_means_nothing_is_ignored(asked, query):
    answer = asked(query)
    assert answer.status_code == 200
    assert titles(answer) == [CALL, BAN, FERRY]


def counts(answer, name):
    return {c.label: c.count for c in getattr(answer.context["choices"], name)}


def test_counts_of_a_filter_do_not_depend_on_itself(asked):
    answer = asked("?relation=conflict")
    assert counts(answer, "findings") == {
        "Conflict": 1,
        "Changed since": 1,
        "Naming only": 0,
        "Consistent": 1,
    }
    assert counts(answer, "kinds") == {"Date": 1, "Duration": 1, "Person": 1}


def test_counts_depend_on_the_other_filters(asked):
    answer = asked("?facet=date")
    assert counts(answer, "findings") == {
        "Conflict": 1,
        "Changed since": 0,
        "Naming only": 0,
        "Consistent": 1,
    }
    assert counts(answer, "outlets") == {
        "Northern Bell": 2,
        "Tidewater Gazette": 2,
        "Salt Crier": 1,
    }


def test_a_chip_takes_its_filter_away_and_leaves_the_others(asked):
    chips = asked("?relation=conflict&facet=date&q=call&page=1").context["chips"]
    assert [(chip.label, chip.query) for chip in chips] == [
        ("Conflict", "facet=date&q=call"),
        ("Date", "relation=conflict&q=call"),
        ("“call”", "relation=conflict&facet=date"),
    ]


@pytest.mark.parametrize(
    "change",
    [
        {"state": Claim.State.PUBLISHED},
        {"state": Claim.State.WITHDRAWN},
        {"merged": True},
    ],
)
def test_closed_and_merged_claims_are_not_in_the_queue(asked, newsroom, change):
    if change.pop("merged", False):
        change["merged_into"] = newsroom.ferry
    Claim.objects.filter(pk=newsroom.call.pk).update(**change)
    assert titles(asked()) == [BAN, FERRY]


def test_two_statements_of_one_outlet_are_a_claim(asked, newsroom):
    """An article that contradicts itself."""
    Claim.objects.filter(pk=newsroom.call.pk).update(outlets=1)
    newsroom.call.outlet_rows.all().delete()
    newsroom.call.outlet_rows.create(outlet=newsroom.tide.outlet, statements=2)
    assert CALL in titles(asked())


def test_a_lone_statement_is_no_claim_of_the_queue(asked, newsroom):
    ClaimMember.objects.filter(claim=newsroom.ferry).last().delete()
    claim_refresh([newsroom.ferry.pk])
    assert titles(asked()) == [CALL, BAN]


def test_an_orphaned_statement_does_not_count(asked, newsroom):
    newsroom.ferry.statements.filter(article=newsroom.tide).update(state="orphaned")
    claim_refresh([newsroom.ferry.pk])
    assert titles(asked()) == [CALL, BAN]


def test_an_outlets_tomorrow_is_no_negative_age(asked):
    assert [row.age for row in asked().context["rows"]] == [0, 0, 0]


def test_htmx_gets_the_part_that_changes(asked):
    part = asked("?relation=updated", HX_Request="true").content.decode()
    assert "<html" not in part
    assert BAN in part
    assert '<p id="queue-status" hx-swap-oob="innerHTML">1 claim</p>' in part


def test_the_browsers_history_gets_the_whole_page(asked):
    answer = asked(HX_Request="true", HX_History_Restore_Request="true")
    assert "<html" in answer.content.decode()
    assert "HX-Request" in answer.headers["Vary"]


def test_the_empty_queue_says_what_to_do(client, editor):
    client.force_login(editor)
    page = client.get("/").content.decode()
    assert "Nothing to compare yet" in page
    assert "/articles/add/" in page


def test_an_empty_result_leads_back(asked):
    page = asked("?relation=naming").content.decode()
    assert "No claim passes these filters" in page
    assert "See all 3 open claims" in page


def test_others_ratings_do_not_show_in_the_queue_before_ones_own(asked, newsroom):
    RatingFactory(claim=newsroom.call, editor=newsroom.other, value=5)
    assert "1 rating" not in asked().content.decode()
    RatingFactory(claim=newsroom.call, editor=newsroom.editor, value=4)
    page = asked().content.decode()
    assert "You: 4" in page
    assert "2 ratings" in page


def test_the_number_of_queries_does_not_grow_with_the_claims(
    asked, newsroom, django_assert_max_num_queries
):
    with django_assert_max_num_queries(QUERIES):
        asked()
    for number in range(30):
        claim = ClaimFactory(
            title=f"More {number}", last_reported=date(2031, 5, 1), outlets=2
        )
        for member in newsroom.ferry.members.all():
            ClaimMember.objects.create(claim=claim, statement=member.statement)
        has_facets(claim, date=Level.AGREE)
    with django_assert_max_num_queries(QUERIES):
        answer = asked()
    assert answer.context["page"].paginator.num_pages == 2
    assert len(titles(asked("?page=2"))) == 8
