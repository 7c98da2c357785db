"""The dashboard: counts of open work, each leading to the claims that it counts."""

import re
from datetime import date, timedelta
from html import unescape

import pytest
from django.utils import timezone
from django.utils.formats import date_format

from claims.charts.canvas import RIGHT
from claims.charts.tallies import tallies
from claims.models import Assignment, Claim
from claims.selectors.dashboard import (
    conflicts_by_age,
    conflicts_by_kind,
    conflicts_by_outlet,
    totals,
)
from claims.selectors.verdicts import Seen
from claims.services.publishing import claim_publish, claim_unpublish
from factcheck.operations.roles import Role
from tests.factories import RatingFactory
from tests.web.newsroom import a_person

QUERIES = 14
DAY = date(2031, 6, 1)


def test_totals_say_where_claims_stand(newsroom):
    Assignment.objects.create(
        claim=newsroom.call,
        editor=newsroom.editor,
        by_whom=newsroom.other,
        due=DAY - timedelta(days=1),
    )
    Claim.objects.filter(pk=newsroom.ferry.pk).update(state=Claim.State.ADJUDICATED)
    found = totals(newsroom.editor, DAY)
    assert (found.open, found.conflicts) == (2, 1)
    assert (found.published, found.adjudicated) == (0, 1)
    assert (found.mine, found.overdue) == (1, 1)
    assert totals(newsroom.other, DAY).mine == 0


@pytest.mark.parametrize(
    ("state", "number"),
    [("open", 1), ("disputed", 1), ("adjudicated", 0), ("published", 0)],
)
def test_nobody_is_asked_about_a_decided_claim(newsroom, state, number):
    editor = newsroom.editor
    Assignment.objects.create(
        claim=newsroom.call, editor=editor, by_whom=editor, due=DAY - timedelta(days=1)
    )
    Claim.objects.filter(pk=newsroom.call.pk).update(state=state)
    found = totals(editor, DAY)
    assert (found.mine, found.overdue) == (number, number)


def test_a_card_is_counted_whatever_its_claims_state(newsroom):
    """Without a verdict the claim stays open, and its card is public all the same."""
    senior = a_person("Tove Tall", Role.SENIOR_EDITOR)
    claim_publish(actor=senior, claim=newsroom.call, seen=Seen(1, 0))
    assert totals(newsroom.editor, DAY).published == 1
    claim_unpublish(actor=senior, claim=newsroom.call, reason="A slip.")
    assert totals(newsroom.editor, DAY).published == 0


@pytest.mark.parametrize(
    ("state", "finding"),
    [("open", "conflict"), ("open", ""), ("adjudicated", "naming"), ("open", "naming")],
)
def test_a_count_is_that_of_the_list_it_leads_to(desk, newsroom, state, finding):
    editor = newsroom.editor
    Assignment.objects.create(claim=newsroom.call, editor=editor, by_whom=editor)
    Claim.objects.filter(pk=newsroom.call.pk).update(
        state=state, finding=finding, stale=True
    )
    RatingFactory(claim=newsroom.call, editor=editor)
    page = desk.get("/dashboard/").content.decode()
    told = re.findall(r'<dt><a href="(/\?[^"]+)">[^<]+</a></dt><dd>(\d+)', page)
    assert len(told) == 5
    for address, number in told:
        listed = desk.get(unescape(address)).context["page"].paginator.count
        assert (address, listed) == (address, int(number))


def test_a_merged_claim_counts_nowhere(newsroom):
    Claim.objects.filter(pk=newsroom.call.pk).update(merged_into=newsroom.ferry)
    assert totals(newsroom.editor, DAY).conflicts == 0
    assert conflicts_by_outlet() == []
    assert sum(number for _, number in conflicts_by_age(DAY)) == 0


@pytest.mark.parametrize(
    ("days", "bound"),
    [(-1, 1), (0, 1), (1, 1), (2, 7), (7, 7), (8, 30), (30, 30), (90, 90), (91, None)],
)
def test_a_conflict_has_one_age(newsroom, days, bound):
    day = DAY - timedelta(days=days)
    Claim.objects.update(first_reported=day, last_reported=day)
    assert [age for age, number in conflicts_by_age(DAY) if number] == [bound]


def test_an_undated_conflict_is_among_the_oldest(newsroom):
    Claim.objects.update(first_reported=None, last_reported=None)
    assert [age for age, number in conflicts_by_age(DAY) if number] == [None]


def test_outlets_and_kinds_of_open_conflicts(newsroom):
    assert {(name, number) for _, name, number, _ in conflicts_by_outlet()} == {
        ("Tidewater Gazette", 1),
        ("Northern Bell", 1),
        ("Salt Crier", 1),
    }
    claims = {name: of for _, name, _, of in conflicts_by_outlet()}
    assert claims["Tidewater Gazette"] == 3
    assert [(str(kind), n) for kind, n in conflicts_by_kind()] == [
        ("date", 1),
        ("duration", 1),
    ]


def test_the_page_leads_to_the_claims_it_counts(desk, newsroom):
    page = desk.get("/dashboard/").content.decode()
    outlet = newsroom.tide.outlet_id
    for words in (
        "Open conflicts",
        f'href="/?relation=conflict&amp;outlet={outlet}"',
        'href="/?relation=conflict&amp;facet=date"',
    ):
        assert words in page


def test_the_page_tells_nothing_of_ratings(desk, newsroom):
    def told():
        context = desk.get("/dashboard/").context
        return context["totals"], context["pictures"]

    before = told()
    for value in (1, 5):
        RatingFactory(claim=newsroom.call, value=value, rationale="Two days.")
    assert told() == before


def rated(claim, *editors):
    for editor in editors:
        RatingFactory(claim=claim, editor=editor, value=4)


def months(client):
    shown = client.get("/dashboard/").context["months"]
    return [(row.name, row.claims) for row in shown.rows] if shown else None


def test_agreement_over_time_is_of_what_one_may_know(client, newsroom):
    third = a_person("Tam Third")
    rated(newsroom.call, newsroom.editor, newsroom.other)
    rated(newsroom.ban, newsroom.other, third)
    month = date_format(timezone.now(), "YEAR_MONTH_FORMAT")
    for who, told in (
        (newsroom.editor, [(month, "1, few")]),
        (newsroom.other, [(month, "2, few")]),
        (third, [(month, "1, few")]),
        (a_person("Nia New"), []),
        (a_person("Tove Tall", Role.SENIOR_EDITOR), [(month, "2, few")]),
        (newsroom.reader, None),
    ):
        client.force_login(who)
        assert (who.username, months(client)) == (who.username, told)


def test_queries_do_not_grow(desk, newsroom, django_assert_max_num_queries):
    with django_assert_max_num_queries(QUERIES):
        desk.get("/dashboard/")


def test_nothing_open_is_said(desk, newsroom):
    Claim.objects.update(state=Claim.State.WITHDRAWN)
    assert "No conflict is open" in desk.get("/dashboard/").content.decode()


def test_it_needs_an_account(client, newsroom, settings):
    settings.PUBLIC_READ = True
    assert client.get("/dashboard/").status_code == 302


def test_today_is_the_readers_day(desk, newsroom):
    today = timezone.localdate()
    Claim.objects.update(first_reported=today, last_reported=today)
    assert "up to 1 day" in desk.get("/dashboard/").content.decode()


@pytest.mark.parametrize(
    ("counts", "widths"),
    [([0, 0], [0, 0]), ([1, 0], [1, 0]), ([1, 10_000], [0, 1])],
)
def test_bars_share_a_zero(counts, widths):
    drawn = tallies([("Bell", count) for count in counts]).bars
    longest = max(bar.width for bar in drawn)
    for bar, count, share in zip(drawn, counts, widths, strict=True):
        assert (bar.width > 0) == (count > 0)
        assert bar.count_x < RIGHT
        if share:
            assert bar.width == longest
