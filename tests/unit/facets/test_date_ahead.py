"""Weekdays that a verb in the present puts ahead, and those that stay behind."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from claims.facets.date import find
from claims.facets.parsed import Span
from claims.facets.types import Context

WEDNESDAY = date(2026, 6, 17)
Sentence = Callable[[str], Span]


def days(span: Span, *, headline: bool = False) -> list[str]:
    context = Context(WEDNESDAY, headline=headline)
    return [facet.value for facet in find(span, context)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Hearings resume on Thursday.", "2026-06-18"),
        ("The hearings between the two towns resume on Thursday.", "2026-06-18"),
        ("The envoys meet again on Thursday.", "2026-06-18"),
        ("The regatta is set for Friday.", "2026-06-19"),
        ("The match is held on Friday.", "2026-06-19"),
        ("The tribunal rules on Friday.", "2026-06-19"),
        ("The night ban starts on Saturday.", "2026-06-20"),
        ("The fair opens Sunday.", "2026-06-21"),
        ("Councillors are meeting on Friday.", "2026-06-19"),
        ("Villagers go to the polls on Sunday.", "2026-06-21"),
        ("The closing date is Friday.", "2026-06-19"),
        ("Friday is the closing date for bids.", "2026-06-19"),
        ("The closing date for bids is noon on Friday.", "2026-06-19T12:00"),
        ("The council votes on the harbour plan on Thursday.", "2026-06-18"),
        ("On Thursday, the council votes on the plan.", "2026-06-18"),
        ("The toll takes effect on Sunday.", "2026-06-21"),
        ("The record is out on Friday.", "2026-06-19"),
        ("The bridge does not open on Sunday.", "2026-06-21"),
        ("She said the hearings resume on Thursday.", "2026-06-18"),
        ("The envoys meet Thursday night.", "2026-06-18TNI"),
        ("The envoys meet on Wednesday.", "2026-06-17"),
    ],
)
def test_a_programme_is_ahead(sentence: Sentence, text: str, value: str) -> None:
    assert days(sentence(text)) == [value]


def test_every_day_of_a_list_is_ahead(sentence: Sentence) -> None:
    span = sentence("The envoys meet on Thursday and Friday.")
    assert days(span) == ["2026-06-18", "2026-06-19"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The closing date was Friday.", "2026-06-12"),
        ("The envoys met again on Thursday.", "2026-06-11"),
        ("The bank has closed its branch on Thursday.", "2026-06-11"),
        ("The mayor says she met the envoy on Monday.", "2026-06-15"),
        ("The mayor tells reporters on Monday.", "2026-06-15"),
        ("A survey on Monday shows that exports fell.", "2026-06-15"),
        ("The report comes after talks on Monday.", "2026-06-15"),
        ("The step follows a vote on Sunday.", "2026-06-14"),
        ("The vote Thursday marks a change.", "2026-06-11"),
        ("Shares are down 3% on Monday.", "2026-06-15"),
        ("Copper prices rise on Monday.", "2026-06-15"),
        ("They cut prices on Thursday.", "2026-06-11"),
        ("Police are looking into a fire on Monday.", "2026-06-15"),
        ("Smoke rises over the port on Sunday.", "2026-06-14"),
        ("A man walks past the bank on Sunday.", "2026-06-14"),
        ("Two are missing after a boat sank on Sunday.", "2026-06-14"),
        ("Firm buys rival on Monday.", "2026-06-15"),
        ("The chance of what Sunday's vote brings is small.", "2026-06-14"),
    ],
)
def test_what_is_told_is_behind(sentence: Sentence, text: str, value: str) -> None:
    assert days(sentence(text)) == [value]


def test_a_headline_tells_the_past_in_the_present(sentence: Sentence) -> None:
    span = sentence("The bank shuts its last branch on Thursday")
    assert days(span, headline=True) == ["2026-06-11"]
    assert days(span) == ["2026-06-18"]
