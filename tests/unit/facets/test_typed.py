"""What editors type, read as the engine reads it; and what is no value."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from claims.facets.typed import MOST_CHARACTERS, NotReadError, Spot, typed
from claims.facets.types import Facet, Kind

PRINTED = date(2031, 3, 12)
QUOTE = "The 40 boats of Orla Venn left Halden on Thursday with 12% more oil."


def spot(
    words: str, *, held: Facet | None = None, published: date | None = PRINTED
) -> Spot:
    start = QUOTE.index(words)
    return Spot(QUOTE, start, start + len(words), held, published)


def held(kind: Kind, words: str, value: str, **columns: object) -> Facet:
    start = QUOTE.index(words)
    return Facet(kind, start, start + len(words), words, value, **columns)


BOATS = held(Kind.COUNT, "40", "40 boat", number=Decimal(40), unit="boat", frame=1)
OIL = held(Kind.PERCENT, "12%", "12 %", number=Decimal(12), unit="%")
SUM = held(Kind.AMOUNT, "40", "EUR 40", number=Decimal(40), unit="EUR", measure="loss")
RANK = held(Kind.ORDINAL, "40", "40", number=Decimal(40), measure="boat")


@pytest.mark.parametrize(
    ("kind", "words", "value"),
    [
        (Kind.DATE, "6 March 2031", "2031-03-06"),
        (Kind.DATE, "2031-03-06", "2031-03-06"),
        (Kind.DATE, "on 6 March 2031", "2031-03-06"),
        (Kind.DATE, " March  2031 ", "2031-03"),
        (Kind.DATE, "last Thursday", "2031-03-06"),
        (Kind.DATE, "the first quarter of 2031", "2031-Q1"),
        (Kind.DURATION, "90 minutes", "5400 s"),
        (Kind.DURATION, "about an hour and a half", "5400 s"),
        (Kind.AMOUNT, "$2.5 billion", "USD 2500000000"),
        (Kind.AMOUNT, "USD 2500000000", "USD 2500000000"),
        (Kind.AMOUNT, "about 3 km", "3000 m"),
        (Kind.COUNT, "300 boats", "300 boat"),
        (Kind.COUNT, "300", "300 boat"),
        (Kind.PERCENT, "15%", "15 %"),
        (Kind.PERCENT, "3 percentage points", "3 pp"),
        (Kind.ORDINAL, "the second-largest port", "2"),
        (Kind.PERSON, "Dr. Orla Q. Fenn", "orla fenn"),
        (Kind.ORGANISATION, "the Ministry of Tides", "tides ministry"),
        (Kind.PLACE, "norway", "no"),
        (Kind.PLACE, "Skarholm Sound", "skarholm sound"),
        (Kind.PRODUCT, "x-200", "X200"),
        (Kind.TITLE, "deputy chairman", "deputy head"),
        (Kind.POLARITY, "Denied", "denied"),
        (Kind.POLARITY, "affirmed", "affirmed"),
        (Kind.MODALITY, "planned", "planned"),
    ],
)
def test_read(kind: Kind, words: str, value: str) -> None:
    facet = typed(kind, words, spot("40"))
    assert (facet.kind, facet.value) == (kind, value)
    assert (facet.text, facet.start, facet.end) == ("40", 4, 6)


def test_a_date_has_its_days_and_its_anchor() -> None:
    facet = typed(Kind.DATE, "last Thursday", spot("Thursday"))
    assert (facet.date_from, facet.date_to) == (date(2031, 3, 6), date(2031, 3, 7))
    assert (facet.granularity, facet.anchor) == ("day", PRINTED)
    assert typed(Kind.DATE, "6 March 2031", spot("Thursday")).anchor is None


@pytest.mark.parametrize(
    ("facet", "words", "value", "number"),
    [
        (BOATS, "60", "60 boat", 60),
        (BOATS, "about 60", "60 boat", 60),
        (BOATS, "60 ferries", "60 ferry", 60),
        (OIL, "15", "15 %", 15),
        (SUM, "3 billion", "EUR 3000000000", 3 * 10**9),
        (SUM, "USD 5", "USD 5", 5),
        (RANK, "41", "41", 41),
    ],
)
def test_a_bare_number_is_of_the_unit_that_is_printed(
    facet: Facet, words: str, value: str, number: int
) -> None:
    facet = replace(facet, frame=1, role="value")
    found = typed(facet.kind, words, spot(facet.text, held=facet))
    assert (found.value, found.number) == (value, number)
    assert (found.frame, found.role, found.measure) == (1, "value", facet.measure)


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (Kind.DATE, ""),
        (Kind.DATE, "soon"),
        (Kind.DATE, "6 March 2031 or 7 March 2031, nobody knows"),
        (Kind.DATE, "5/6/2031"),
        (Kind.DATE, "every Monday"),
        (Kind.DATE, "5 March 2031 in the rain"),
        (Kind.DURATION, "long"),
        (Kind.DURATION, "6 March 2031"),
        (Kind.AMOUNT, "much"),
        (Kind.AMOUNT, "$3 and $4"),
        (Kind.AMOUNT, "60"),
        (Kind.PERCENT, "15 boats"),
        (Kind.COUNT, "many"),
        (Kind.ORDINAL, "41"),
        (Kind.PERSON, "  "),
        (Kind.PERSON, "12"),
        (Kind.PLACE, "!"),
        (Kind.PRODUCT, "200"),
        (Kind.POLARITY, "maybe"),
        (Kind.MODALITY, "denied"),
        (Kind.DATE, "6 March 2031 " + "x" * MOST_CHARACTERS),
    ],
)
def test_not_read(kind: Kind, words: str) -> None:
    with pytest.raises(NotReadError) as refusal:
        typed(kind, words, spot("40"))
    assert str(refusal.value).endswith(".")


def test_a_weekday_needs_the_date_of_print() -> None:
    with pytest.raises(NotReadError, match="date of print"):
        typed(Kind.DATE, "last Thursday", spot("Thursday", published=None))
    facet = typed(Kind.DATE, "6 March 2031", spot("Thursday", published=None))
    assert facet.value == "2031-03-06"
