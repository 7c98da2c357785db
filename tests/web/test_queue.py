"""The queue: what it lists, in which order, and what its filters leave."""

from datetime import timedelta

import pytest
from django.utils import timezone

from claims.models import Claim, ClaimMember, RatingSlot
from claims.services.refresh import claim_refresh
from factcheck.operations.roles import Role
from tests.factories import (
    AssignmentFactory,
    ClaimFactory,
    LinkFactory,
    MemberFactory,
    RatingFactory,
    StatementFactory,
)
from tests.web.newsroom import a_person

CALL, BAN, FERRY = (
    "Dolan and Aas spoke by phone",
    "Fishing boats may enter the strait",
    "The Skarholm ferry reopens",
)


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
    # No person is in conflict: choosing that facet as well would leave nothing.
    assert counts(answer, "kinds") == {"Date": 1, "Duration": 1}


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
    twice = ClaimFactory(title="Twice", title_by="editor")
    one, other = (
        MemberFactory(
            claim=twice,
            statement=StatementFactory(
                version=newsroom.tide.current_version, article=newsroom.tide
            ),
        ).statement
        for _ in range(2)
    )
    LinkFactory(low=one, high=other, relation="conflicts", same_article=True)
    claim_refresh([twice.pk])
    assert "Twice" in titles(asked())


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


# --- how far a claim is -----------------------------------------------------------


def takes_slot(claim, editor, slot=1, minutes=None):
    ends = timezone.now() + timedelta(minutes=minutes) if minutes else None
    return RatingSlot.objects.create(
        claim=claim, editor=editor, slot=slot, round=claim.round, expires_at=ends
    )


def test_stages_go_by_the_slots_that_are_taken(asked, newsroom):
    takes_slot(newsroom.ferry, newsroom.other)
    takes_slot(newsroom.call, newsroom.other, 1)
    takes_slot(newsroom.call, newsroom.reader, 2, minutes=5)
    takes_slot(newsroom.ban, newsroom.other, minutes=-5)
    assert titles(asked("?state=new")) == [BAN]
    assert titles(asked("?state=rating")) == [FERRY]
    assert titles(asked("?state=rated")) == [CALL]
    assert titles(asked("?state=new&state=rating")) == [BAN, FERRY]
    assert counts(asked(), "stages") == {
        "New": 1,
        "Being rated": 1,
        "Rated": 1,
        "Disputed among editors": 0,
        "Adjudicated": 0,
        "Published": 0,
        "Withdrawn": 0,
    }


def test_slots_of_an_earlier_round_are_history(asked, newsroom):
    takes_slot(newsroom.call, newsroom.other)
    Claim.objects.filter(pk=newsroom.call.pk).update(round=2)
    assert titles(asked("?state=rating")) == []
    assert "0 of 2" in asked("?relation=conflict").content.decode()


@pytest.mark.parametrize("state", ["adjudicated", "published", "withdrawn"])
def test_closed_claims_are_there_when_asked_for(asked, newsroom, state):
    Claim.objects.filter(pk=newsroom.call.pk).update(state=state)
    assert titles(asked(f"?state={state}")) == [CALL]
    assert titles(asked(f"?state={state}&state=new")) == [CALL, BAN, FERRY]
    assert CALL not in titles(asked())


def test_that_editors_differ_is_blind(client, newsroom):
    """Two have differed by two; who has not rated sees an open claim."""
    Claim.objects.filter(pk=newsroom.call.pk).update(state="disputed", stale=True)
    RatingFactory(claim=newsroom.call, editor=newsroom.other, value=5)
    third = a_person("Ottilie Third")
    RatingFactory(claim=newsroom.call, editor=third, value=2, rationale="Two days.")
    senior = a_person("Sena Senior", Role.SENIOR_EDITOR)
    seen = {}
    for who in (newsroom.editor, newsroom.reader, newsroom.other, senior):
        client.force_login(who)
        answer = client.get("/")
        assert CALL in titles(answer)
        seen[who] = (
            titles(client.get("/?state=disputed")),
            titles(client.get("/?only=stale")),
            next(row.state for row in answer.context["rows"]),
            '<span class="quiet">evidence changed' in answer.content.decode(),
            counts(answer, "stages")["Disputed among editors"],
        )
    blind = ([], [], "open", False, 0)
    assert seen[newsroom.editor] == seen[newsroom.reader] == blind
    known = ([CALL], [CALL], "disputed", True, 1)
    assert seen[newsroom.other] == seen[senior] == known


# --- assignments ------------------------------------------------------------------


def test_mine_overdue_and_whose_they_are(asked, newsroom):
    today = timezone.localdate()
    AssignmentFactory(claim=newsroom.ban, editor=newsroom.editor, due=today)
    AssignmentFactory(
        claim=newsroom.ferry, editor=newsroom.other, due=today - timedelta(days=1)
    )
    AssignmentFactory(
        claim=newsroom.call, editor=newsroom.editor, done_at=timezone.now()
    )
    assert titles(asked("?only=mine")) == [BAN]
    assert titles(asked("?only=overdue")) == [FERRY]
    assert titles(asked("?only=mine&only=overdue")) == []
    assert counts(asked(), "only") == {
        "Assigned to me": 1,
        "Overdue": 1,
        "Evidence changed": 0,
    }
    page = asked().content.decode()
    assert "Assigned to Ada Moreau" in page
    assert page.count("overdue ") == 1
    assert ", 1 yours" in page


def test_country_filter(asked, newsroom):
    rows = newsroom.call.outlet_rows.order_by("outlet__name")
    outlets = [row.outlet for row in rows]
    for outlet, country in zip(outlets, ("NO", "KR", "KR"), strict=True):
        outlet.country = country
        outlet.save()
    assert titles(asked("?country=NO")) == [CALL, FERRY]
    assert counts(asked(), "countries") == {"KR": 3, "NO": 2}
    assert titles(asked("?country=no")) == [CALL, BAN, FERRY]
    chosen = asked("?country=NO&country=FI")
    assert counts(chosen, "countries") == {"KR": 3, "NO": 2, "FI": 0}


def test_counts_are_bounded_and_say_so(asked, monkeypatch):
    monkeypatch.setattr("claims.selectors.queue_counts.MOST_COUNTED", 1)
    answer = asked()
    assert [(c.label, c.count) for c in answer.context["choices"].kinds] == [
        ("Date", 1),
        ("Duration", 1),
        ("Person", 1),
    ]
    assert '<span class="n">1+</span>' in answer.content.decode()
    assert '<span class="n">1+</span>' not in asked("?q=skarholm").content.decode()


def test_each_row_says_why_it_stands_there(asked):
    rows = {row.claim.title: row.why for row in asked().context["rows"]}
    assert rows == {
        CALL: "date conflict between 3 outlets, 3 origins, of today",
        BAN: "polarity change between 2 outlets, 2 origins, of today",
        FERRY: "agreement between 2 outlets, 1 origin, of today",
    }
