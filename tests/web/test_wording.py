"""How values are written."""

from datetime import date
from decimal import Decimal

import pytest
from django.utils.translation import override

from claims.forms.statements import NewFacetForm, OriginForm
from claims.models import Name, Origin, StatementFacet
from claims.selectors.wording import (
    interval,
    link_words,
    origin_words,
    plain,
    quantity,
    resolved,
    width,
)

NAMED = Name(pk=1, canonical="Mira Dolan")


@pytest.mark.parametrize(
    ("number", "text"),
    [
        ("5", "5"),
        ("5.50", "5.5"),
        ("0.125", "0.12"),
        ("1200", "1,200"),
        ("1E+3", "1,000"),
        ("-3.10", "-3.1"),
        ("100", "100"),
    ],
)
def test_plain_numbers(number, text):
    assert plain(Decimal(number)) == text


@pytest.mark.parametrize(
    ("kind", "number", "unit", "text"),
    [
        ("duration", "60", "s", "1 min"),
        ("duration", "5400", "s", "90 min"),
        ("duration", "7260", "s", "2.02 h"),
        ("duration", "259200", "s", "72 h"),
        ("duration", "432000", "s", "5 days"),
        ("percent", "90", "%", "90%"),
        ("percent", "0.5", "pp", "0.5 points"),
        ("amount", "2500000000", "USD", "2.5 billion USD"),
        ("amount", "8000000", "EUR", "8 million EUR"),
        ("amount", "950", "KRW", "950 KRW"),
        ("count", "1200", "worker", "1,200 worker"),
    ],
)
def test_quantities(kind, number, unit, text):
    assert quantity(kind=kind, number=Decimal(number), unit=unit) == text


@pytest.mark.parametrize(
    ("start", "end", "granularity", "text"),
    [
        ((2031, 5, 5), (2031, 5, 6), "day", "5 May 2031"),
        ((2031, 5, 1), (2031, 6, 1), "month", "May 2031"),
        ((2031, 4, 1), (2031, 7, 1), "quarter", "quarter 2 of 2031"),
        ((2031, 1, 1), (2032, 1, 1), "year", "2031"),
        ((2031, 5, 11), (2031, 5, 21), "part_of_month", "11–20 May 2031"),
        ((2031, 5, 30), (2031, 6, 3), "range", "30 May to 2 June 2031"),
        ((2031, 12, 30), (2032, 1, 3), "week", "30 December 2031 to 2 January 2032"),
    ],
)
def test_intervals(start, end, granularity, text):
    assert interval(start=date(*start), end=date(*end), granularity=granularity) == text


@pytest.mark.parametrize(("days", "text"), [(1, "one day"), (30, "30 days")])
def test_width(days, text):
    start = date(2031, 5, 1)
    end = date.fromordinal(start.toordinal() + days)
    assert width(start=start, end=end) == text


@pytest.mark.parametrize(
    ("columns", "text"),
    [
        ({"kind": "date", "text": "soon"}, "no day known"),
        (
            {
                "kind": "date",
                "text": "5 May 2031",
                "date_from": date(2031, 5, 5),
                "date_to": date(2031, 5, 6),
            },
            "",
        ),
        (
            {
                "kind": "duration",
                "text": "an hour and a half",
                "number": Decimal(5400),
                "unit": "s",
                "hedge": "nearly",
            },
            "90 min, nearly",
        ),
        (
            {
                "kind": "duration",
                "text": "About an hour",
                "number": Decimal(3600),
                "unit": "s",
                "hedge": "about",
            },
            "60 min",
        ),
        (
            {
                "kind": "amount",
                "text": "$3",
                "number": Decimal(3),
                "unit": "USD",
                "implied": True,
            },
            "3 USD, from the context",
        ),
        ({"kind": "person", "text": "Dolan", "name": NAMED}, "Mira Dolan"),
        ({"kind": "person", "text": "Minister Dolan", "name": NAMED}, ""),
        ({"kind": "place", "text": "Norway", "value": "no"}, ""),
        ({"kind": "modality", "text": "will", "value": "planned"}, "planned"),
        ({"kind": "polarity", "text": "bans", "value": "affirmed"}, ""),
    ],
)
def test_what_a_value_was_taken_for(columns, text):
    assert resolved(StatementFacet(**columns)) == text


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [
        (date(2031, 5, 5), date(2031, 5, 6), "2031년 5월 5일"),
        (date(2031, 5, 1), date(2031, 6, 1), "2031년 5월"),
    ],
)
def test_days_in_korean(start, end, text):
    granularity = "month" if end.day == start.day else "day"
    with override("ko"):
        assert interval(start=start, end=end, granularity=granularity) == text


def test_a_span_of_days_begins_with_the_day_only_where_days_stand_first():
    start, end = date(2031, 5, 5), date(2031, 5, 10)
    with override("en"):
        assert interval(start=start, end=end) == "5–9 May 2031"
    with override("ko"):
        said = interval(start=start, end=end)
    assert "5월 5일" in said
    assert "2031년 5월 9일" in said


@pytest.mark.parametrize("language", ["en", "ko"])
def test_a_hedge_that_is_printed_is_not_said_again(language):
    columns = {"kind": "duration", "number": Decimal(1800), "unit": "s"}
    printed = StatementFacet(text="about half an hour", hedge="about", **columns)
    unsaid = StatementFacet(text="some half an hour", hedge="about", **columns)
    with override(language):
        assert "," not in resolved(printed)
        assert "," in resolved(unsaid)


@pytest.mark.parametrize(
    ("label", "english", "korean"),
    [
        ("report by Bell", "report by Bell", "Bell의 보도"),
        ("Mira Dolan: post", "Mira Dolan: post", "Mira Dolan: 게시물"),
        ("Aas: call (Tide TV)", "Aas: call (Tide TV)", "Aas: 통화 (Tide TV)"),
        ("Dolan’s office", "Dolan’s office", "Dolan’s office"),
        ("Aas: a word: interview", "Aas: a word: interview", "Aas: a word: 인터뷰"),
        ("Aas: nonsense", "Aas: nonsense", "Aas: nonsense"),
    ],
)
def test_an_origin_is_in_the_readers_language_and_its_names_are_not(
    label: str, english: str, korean: str
) -> None:
    origin = Origin(kind="post", label=label)
    for language, words in (("en", english), ("ko", korean)):
        with override(language):
            assert origin_words(origin) == words


@pytest.mark.parametrize(
    ("word", "korean"),
    [
        ("corroborates", "뒷받침"),
        ("not_comparable", "비교 불가"),
        ("confirmed", "확인됨"),
        ("something else", "something else"),
    ],
)
def test_what_is_stored_of_a_link_in_words(word: str, korean: str) -> None:
    assert link_words(word) == word.replace("_", " ")
    with override("ko"):
        assert link_words(word) == korean


@pytest.mark.parametrize(("language", "kinds"), [("en", "job title"), ("ko", "직함")])
def test_the_kinds_of_a_form_are_in_the_language_of_who_asks(
    language: str, kinds: str
) -> None:
    with override(language):
        assert kinds in str(NewFacetForm()["kind"])
        form = OriginForm(offered=[], now=None)
        assert ("인터뷰" in str(form["kind"])) == (language == "ko")
