"""Dates: which are found and how they resolve."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
import spacy

from claims.facets.date import KIND, find, find_text, keys
from claims.facets.parsed import Span, copy_of
from claims.facets.types import Context, Facet, Kind

TUESDAY = date(2025, 6, 10)


def only(text: str, published: date | None = TUESDAY) -> Facet:
    facets = find_text(text, published)
    assert len(facets) == 1, [facet.text for facet in facets]
    return facets[0]


def values(text: str, published: date | None = TUESDAY) -> list[str]:
    return [facet.value for facet in find_text(text, published)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They signed it on June 5, 2025.", "2025-06-05"),
        ("They signed it on 5 June 2025.", "2025-06-05"),
        ("They signed it on the 5th of June, 2025.", "2025-06-05"),
        ("They signed it on 2025-06-05.", "2025-06-05"),
        ("They signed it on June 5.", "2025-06-05"),
        ("They signed it on Jun. 5.", "2025-06-05"),
        ("They signed it on June 5th.", "2025-06-05"),
        ("They signed it on 22/04/2025.", "2025-04-22"),
        ("They signed it on 23.04.2025.", "2025-04-23"),
        ("They signed it on March eighth.", "2025-03-08"),
        ("They signed it on Thursday, June 5.", "2025-06-05"),
        ("They signed it in April 2024.", "2024-04"),
        ("They signed it in 2019.", "2019"),
        ("Wet Start To 2019 As Canal Street Floods", "2019"),
        ("The mill opened in nineteen seventy-nine.", "1979"),
        ("They signed it on Christmas Day 2023.", "2023-12-25"),
        ("Easter 2025 came late.", "2025-04-20"),
    ],
)
def test_absolute_dates(text: str, value: str) -> None:
    assert only(text).value == value


@pytest.mark.parametrize(
    ("text", "value", "anchor"),
    [
        ("The envoy left today.", "2025-06-10", TUESDAY),
        ("The envoy left yesterday.", "2025-06-09", TUESDAY),
        ("The envoy leaves tomorrow.", "2025-06-11", TUESDAY),
        ("The envoy left the day before yesterday.", "2025-06-08", TUESDAY),
        ("The envoy left on Tuesday.", "2025-06-10", TUESDAY),
        ("The envoy left on Monday.", "2025-06-09", TUESDAY),
        ("The envoy left on Wednesday.", "2025-06-04", TUESDAY),
        ("The envoy left last Thursday.", "2025-06-05", TUESDAY),
        ("The envoy left last Tuesday.", "2025-06-03", TUESDAY),
        ("The envoy will leave on Friday.", "2025-06-13", TUESDAY),
        ("The envoy planned to leave on Friday.", "2025-06-13", TUESDAY),
        ("The envoy leaves next Monday.", "2025-06-16", TUESDAY),
        ("The envoy leaves this Friday.", "2025-06-13", TUESDAY),
        ("The envoy left on the 9th (local time).", "2025-06-09", TUESDAY),
        ("The envoy left on the 15th.", "2025-05-15", TUESDAY),
        ("The envoy will leave on the 15th.", "2025-06-15", TUESDAY),
        ("The envoy left on Monday night.", "2025-06-09TNI", TUESDAY),
        ("The envoy left last night.", "2025-06-09TNI", TUESDAY),
        ("The envoy later Monday told aides so.", "2025-06-09", TUESDAY),
        ("The envoy left last week.", "2025-W23", TUESDAY),
        ("The envoy left over the weekend.", "2025-W23-WE", TUESDAY),
        ("The envoy leaves early next week.", "2025-W25", TUESDAY),
        ("The envoy left last month.", "2025-05", TUESDAY),
        ("The envoy left the month before last.", "2025-04", TUESDAY),
        ("The envoy leaves the week after next.", "2025-W26", TUESDAY),
        ("The envoy works this working week.", "2025-W24", TUESDAY),
        ("The envoy left last year.", "2024", TUESDAY),
        ("The envoy left last quarter.", "2025-Q1", TUESDAY),
        ("The envoy left two weeks ago.", "2025-W22", TUESDAY),
        ("The envoy left 11 days ago.", "2025-05-30", TUESDAY),
        ("The envoy left three years ago.", "2022", TUESDAY),
        ("The envoy left in June last year.", "2024-06", TUESDAY),
        ("The envoy left last October.", "2024-10", TUESDAY),
        ("The envoy left on Tuesday of last week.", "2025-06-03", TUESDAY),
    ],
)
def test_counted_from_the_publication_day(text: str, value: str, anchor: date) -> None:
    facet = only(text)
    assert (facet.value, facet.anchor) == (value, anchor)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Sales fell in April.", "2025-04"),
        ("Sales fell in July.", "2024-07"),
        ("Sales will resume in July.", "2025-07"),
        ("Sales fell in December.", "2024-12"),
        ("The permit expires on July 3.", "2025-07-03"),
        ("Profit fell in the third quarter.", "2024-Q3"),
        ("Profit fell in the first quarter.", "2025-Q1"),
        ("The firm expects to report first-quarter profit.", "2025-Q1"),
        ("A drought began last fall.", "2024-FA"),
        ("Officials said the dam broke on Jan. 14.", "2025-01-14"),
    ],
)
def test_tense_chooses_the_year(text: str, value: str) -> None:
    assert values(text)[-1] == value


@pytest.mark.parametrize(
    ("text", "value", "first", "end", "granularity"),
    [
        (
            "in mid-April",
            "2025-04-11/2025-04-20",
            "2025-04-11",
            "2025-04-21",
            "part_of_month",
        ),
        (
            "in late May",
            "2025-05-21/2025-05-31",
            "2025-05-21",
            "2025-06-01",
            "part_of_month",
        ),
        (
            "in the first quarter of 2025",
            "2025-Q1",
            "2025-01-01",
            "2025-04-01",
            "quarter",
        ),
        ("in Q1 2025", "2025-Q1", "2025-01-01", "2025-04-01", "quarter"),
        ("in the first half of 2025", "2025-H1", "2025-01-01", "2025-07-01", "half"),
        ("in the summer of 2024", "2024-SU", "2024-06-01", "2024-09-01", "season"),
        (
            "from June 9 to 10",
            "2025-06-09/2025-06-10",
            "2025-06-09",
            "2025-06-11",
            "range",
        ),
        ("on June 9-10", "2025-06-09/2025-06-10", "2025-06-09", "2025-06-11", "range"),
        (
            "between March and May",
            "2025-03-01/2025-05-31",
            "2025-03-01",
            "2025-06-01",
            "range",
        ),
        (
            "from November to February 2025",
            "2024-11-01/2025-02-28",
            "2024-11-01",
            "2025-03-01",
            "range",
        ),
        (
            "over 2019-2021",
            "2019-01-01/2021-12-31",
            "2019-01-01",
            "2022-01-01",
            "range",
        ),
        ("in the 1990s", "199X", "1990-01-01", "2000-01-01", "decade"),
        ("in the nineties", "199X", "1990-01-01", "2000-01-01", "decade"),
        ("in the 11th century", "10XX", "1000-01-01", "1100-01-01", "century"),
        ("in the week of June 9", "2025-W24", "2025-06-09", "2025-06-16", "week"),
    ],
)
def test_periods(text: str, value: str, first: str, end: str, granularity: str) -> None:
    facet = only(f"It was sold {text}.")
    found = (facet.value, str(facet.date_from), str(facet.date_to), facet.granularity)
    assert found == (value, first, end, granularity)


@pytest.mark.parametrize(
    ("text", "timex", "zone"),
    [
        ("Talks open at 10 a.m. ET Tuesday.", "2025-06-10T10:00", "ET"),
        ("Talks opened Monday at 9:30 p.m.", "2025-06-09T21:30", ""),
        ("Talks opened at 14:30 GMT.", "2025-06-10T14:30", "GMT"),
        ("Talks opened at noon on June 5.", "2025-06-05T12:00", ""),
        ("Talks opened at noon GMT on June 5.", "2025-06-05T12:00", "GMT"),
        ("Talks open at 10 a.m. Seoul time June 5.", "2025-06-05T10:00", "Seoul time"),
        ("Talks open at 10 a.m. Halden time June 5.", "2025-06-05T10:00", ""),
        ("Talks opened at 10 a.m. local time June 5.", "2025-06-05T10:00", ""),
        (
            "Talks ran from 9 to 11 a.m. Monday.",
            "2025-06-09T09:00/2025-06-09T11:00",
            "",
        ),
    ],
)
def test_clock_times(text: str, timex: str, zone: str) -> None:
    facet = only(text)
    assert (facet.timex, facet.unit) == (timex, zone)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "On June 5 they met. A day earlier they flew in.",
            ["2025-06-05", "2025-06-04"],
        ),
        ("On June 5 they met and ate that day.", ["2025-06-05", "2025-06-05"]),
        ("On May 30 they met. The next day it rained.", ["2025-05-30", "2025-05-31"]),
        (
            "It fell in the first quarter; a year earlier it rose.",
            ["2025-Q1", "2024-Q1"],
        ),
        ("It came four days after the June 5 vote.", ["2025-06-09", "2025-06-05"]),
        ("It came two days before Friday's vote.", ["2025-06-04"]),
        ("The law of 2019 was changed the following year.", ["2019", "2020"]),
    ],
)
def test_counted_from_another_date(text: str, expected: list[str]) -> None:
    assert values(text) == expected


def test_previous_sentences_anchor() -> None:
    before = find_text("They met on June 2.", TUESDAY)
    (facet,) = find_text("The next day they parted.", TUESDAY, before)
    assert (facet.value, facet.anchor) == ("2025-06-03", date(2025, 6, 2))


@pytest.mark.parametrize(
    ("text", "timex"),
    [
        ("It came two days after the statement.", "P2D"),
        ("The river rose recently.", "PAST_REF"),
        ("The river rose in recent weeks.", "PAST_REF"),
        ("The river is now high.", "PRESENT_REF"),
        ("The river is currently high.", "PRESENT_REF"),
        ("The river floods every year.", "P1Y"),
        ("The ferry sails every Monday.", "XXXX-WXX-1"),
        ("The ferry sails daily.", "P1D"),
        ("Doves sing in the morning.", "TMO"),
        ("It was dated 5/6/2025.", "2025-XX-XX"),
        ("Profit fell in the fiscal first quarter of 2026.", "2026-Q1"),
    ],
)
def test_no_interval_is_guessed(text: str, timex: str) -> None:
    facet = only(text)
    assert (facet.timex, facet.date_from, facet.date_to) == (timex, None, None)


@pytest.mark.parametrize(
    ("text", "timex"),
    [
        ("They met on June 5.", "XXXX-06-05"),
        ("They met on the 9th.", "XXXX-XX-09"),
        ("They met last Thursday.", "XXXX-WXX-4"),
        ("They met in April.", "XXXX-04"),
        ("They met yesterday.", "XXXX-XX-XX"),
        ("They met in the first quarter.", "XXXX-Q1"),
        ("They met at 14:30 GMT.", "T14:30"),
    ],
)
def test_unresolved_without_a_publication_day(text: str, timex: str) -> None:
    facet = only(text, None)
    assert (facet.timex, facet.date_from, facet.anchor) == (timex, None, None)


@pytest.mark.parametrize(
    "text",
    [
        "We sold the X20 and the K9 drills.",
        "They may march on the second floor.",
        "Demand may fall in a second case.",
        "April Novak and June Berg sang.",
        "Mr. August Lind paid $1990 for it.",
        "He sits in Room 2025, on the 9th floor.",
        "Article 1998 of the code, No. 2010, was cut.",
        "A crowd of 2000 people met the 1st Division.",
        "The 9th Circuit heard three quarters of them.",
        "The Harbour Daily, the Daily Ferry and Sun Media wrote it.",
        "She was named Rower of the Year.",
        "Jan Novak spoke 10 to 12 times.",
        "The share closed at 2082.1 points.",
        "He said this march was long.",
        "Tel: +49 138-2010-2015",
        "The March brothers own it.",
        "It was an august crowd.",
        "The mill at 1904 Canal Street burned.",
        "Project Midnight began.",
        "The Six O'Clock Choir sang.",
        "The spring behind the mill dried up.",
        "They led in the first quarter of the game.",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert find_text(text, TUESDAY) == []


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("In force since March 2024.", "at_least"),
        ("As early as October 2022 it was cut.", "at_least"),
        ("It must be paid by June 30.", "at_most"),
        ("It was paid before June 2.", "under"),
        ("It was paid around June 2.", "about"),
        ("It was paid on June 2.", ""),
    ],
)
def test_hedges(text: str, hedge: str) -> None:
    assert only(text).hedge == hedge


def test_span_is_the_printed_text() -> None:
    text = "A spokesman said\u00a0— again — on June\u00a05, 2025 that rain fell."
    facet = only(text)
    assert facet.kind is KIND is Kind.DATE
    assert text[facet.start : facet.end] == facet.text == "June\u00a05, 2025"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("met June 5", {"date:2025-06-05"}),
        ("met Monday night", {"date:2025-06-09"}),
        ("met June 9-10", {"date:2025-06-09", "date:2025-06-10"}),
        ("met in April", {"date:2025-04"}),
        ("met recently", set()),
        ("met every day", set()),
    ],
)
def test_keys(text: str, expected: set[str]) -> None:
    assert keys(only(text)) == expected


def test_partial_dates_share_a_key() -> None:
    assert keys(only("met June 5", None)) == {"date:XXXX-06-05"}


def test_find_counts_from_the_sentence() -> None:
    doc = copy_of(spacy.blank("en")("Rain fell. They met on June 5."))
    (facet,) = find(doc.span(3, len(doc)), Context(published=TUESDAY))
    assert (facet.start, facet.end, facet.value) == (12, 18, "2025-06-05")


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("The Friday Band has no drummer.", []),
        ("The Sunday Courier has a new owner.", []),
        ("On Sunday the Courier had a new owner.", ["Sunday"]),
        ("Brenk said Friday that it was late.", ["Friday"]),
    ],
)
def test_find_rejects_titles(
    sentence: Callable[[str], Span], text: str, dates: list[str]
) -> None:
    context = Context(published=TUESDAY)
    assert [facet.text for facet in find(sentence(text), context)] == dates


def test_find_rejects_a_name_that_the_parse_knows() -> None:
    doc = spacy.blank("en")("The prize went to April yesterday.")
    span = doc.char_span(18, 23, label="PERSON")
    assert span is not None
    doc.set_ents([span])
    context = Context(published=TUESDAY)
    assert [facet.text for facet in find(doc[:], context)] == ["yesterday"]


@pytest.mark.parametrize("text", ["Until 9999-12-31.", "Until 9999-01-01T10:00Z."])
def test_never_is_no_day(text: str) -> None:
    assert find_text(text, TUESDAY) == []
