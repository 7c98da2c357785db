"""Rows and dataclasses are the same thing: nothing is lost on the way."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from weakref import ReferenceType, ref

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from claims.engine import uncollected
from claims.facets.types import (
    Argument,
    Facet,
    Frame,
    Hedge,
    Hop,
    Kind,
    Modality,
    OriginKey,
    Reference,
    StatementRecord,
)
from claims.models import Statement
from claims.records import (
    effective_hops,
    facet_from_row,
    facet_to_row,
    hop_from_row,
    hop_to_row,
    load_glances,
    load_records,
    number_to_column,
    origin_column,
    record_from_row,
)
from claims.services.extraction import Read, statements_write
from tests import factories
from tests.factories import DAY

pytestmark = pytest.mark.django_db

TEXT = "Venn said the mill would shed about 2,500 jobs by May."
FACETS = [
    Facet(Kind.PERSON, 0, 4, "Venn", "orla venn", role="agent"),
    Facet(
        Kind.COUNT,
        30,
        41,
        "about 2,500",
        "2500 job",
        role="patient",
        number=Decimal(2500),
        number_low=Decimal("2400.5"),
        number_high=Decimal(2600),
        unit="job",
        measure="loss",
        hedge=Hedge.ABOUT,
    ),
    Facet(
        Kind.DATE,
        50,
        53,
        "May",
        "2031-05",
        frame=1,
        date_from=date(2031, 5, 1),
        date_to=date(2031, 6, 1),
        granularity="month",
        timex="2031-05",
        anchor=DAY,
    ),
    Facet(Kind.DURATION, 0, 0, "", "5400 s", number=Decimal(5400), implied=True),
    Facet(Kind.PERCENT, 30, 41, "0.25", "0.25", number=Decimal("0.25"), unit="%"),
]
HOPS = [
    Hop(0, "", cited_outlet="Dock Gazette", cue="reported", strength="reported"),
    Hop(1, "Venn", role="manager", venue="a radio talk", cue="said", start=0, end=9),
]
RECORD = StatementRecord(
    text=TEXT,
    start=0,
    end=len(TEXT),
    published=DAY,
    facets=tuple(sorted(FACETS, key=lambda f: (f.start, f.end, f.frame, f.kind))),
    frames=(
        Frame(
            0,
            24,
            28,
            "shed",
            "shed",
            modality=Modality.PLANNED,
            arguments=(
                Argument("agent", "mill", ("mill",), 10, 18, ("organisation:mill",)),
                Argument(
                    *("patient", "job", ("job",), 30, 46),
                    references=(
                        Reference(30, 33, "organisation:mill"),
                        Reference(34, 38, "person:venn", open=True),
                    ),
                ),
            ),
        ),
        Frame(1, 5, 9, "say", "say", nominal=True, negated=True),
    ),
    hops=tuple(HOPS),
    origin=OriginKey("interview", "venn", "a radio talk", "2031-03-11", "Venn, radio"),
    lemmas=("venn", "say", "mill", "shed", "job"),
    check_worthiness=0.75,
    headline=True,
    paragraph=3,
    event_from=date(2031, 3, 11),
    event_to=date(2031, 3, 12),
)


def stored(record: StatementRecord = RECORD) -> Statement:
    version = factories.ArticleVersionFactory(text=record.text)
    statements_write(reads=[Read(version, [record])], engine_version="t")
    return Statement.objects.get(article=version.article)


@pytest.mark.parametrize("facet", FACETS, ids=lambda facet: facet.kind)
def test_facet_round_trip(facet: Facet) -> None:
    row = facet_to_row(facet, statement_id=factories.StatementFactory().pk)
    row.save()
    row.refresh_from_db()
    back = facet_from_row(row)
    assert back == facet
    assert str(back.number) == str(facet.number)


@pytest.mark.parametrize("hop", HOPS, ids=lambda hop: hop.strength)
def test_hop_round_trip(hop: Hop) -> None:
    row = hop_to_row(hop, statement_id=factories.StatementFactory().pk)
    row.save()
    row.refresh_from_db()
    assert hop_from_row(row) == hop


def test_statement_round_trip() -> None:
    row = stored()
    expected = replace(
        RECORD, article=row.article.external_id, outlet=row.article.outlet.name
    )
    assert load_records([row.pk])[row.pk].record == expected
    assert record_from_row(row) == expected


def test_a_bare_statement_round_trip() -> None:
    row = stored(StatementRecord(text="Nothing.", end=8))
    record = load_records([row.pk])[row.pk].record
    assert (record.facets, record.hops, record.origin, record.frames) == (
        (),
        (),
        None,
        (),
    )
    assert record.published == DAY


@pytest.mark.parametrize(
    "record",
    [
        RECORD,
        StatementRecord(text=TEXT, end=len(TEXT), check_worthiness=1.5),
        replace(RECORD, facets=(*FACETS[::-1], replace(FACETS[0], value="another"))),
        replace(RECORD, facets=(replace(FACETS[0], role="as the " * 20),)),
        replace(RECORD, facets=(replace(FACETS[1], number=Decimal(10) / 3),)),
        replace(RECORD, facets=(replace(FACETS[1], number=Decimal(10) ** 8 / 3),)),
        replace(RECORD, facets=(replace(FACETS[1], number=Decimal("2500.00")),)),
        replace(RECORD, facets=(replace(FACETS[3], number=Decimal(10) ** 30),)),
        replace(RECORD, hops=(HOPS[1], HOPS[0], replace(HOPS[1], speaker="Orr"))),
        replace(RECORD, hops=(replace(HOPS[1], source_start=2, source_end=6),)),
        replace(RECORD, origin=OriginKey()),
        replace(RECORD, origin=OriginKey("post", "v" * 600, "", "2031-03-11")),
        replace(RECORD, published=date(2031, 3, 1), article="own", outlet="own"),
    ],
    ids=[
        "whole",
        "bare",
        "two at one place, in another order",
        "long role",
        "third",
        "more digits than a float has",
        "zeros",
        "too large",
        "two hops at one position",
        "source of a hop",
        "unknown origin",
        "long speaker",
        "of a text that is not the article",
    ],
)
def test_what_was_written_is_known_without_being_read(record: StatementRecord) -> None:
    version = factories.ArticleVersionFactory(text=record.text)
    (written,) = statements_write(reads=[Read(version, [record])], engine_version="t")
    ((_, known),) = written.records
    loaded = load_records([known.statement_id])[known.statement_id]
    assert repr(known) == repr(loaded)


def test_an_origin_keeps_the_words_of_whoever_told_it_first() -> None:
    stored()
    assert RECORD.origin is not None
    other = replace(RECORD, origin=replace(RECORD.origin, label="Venn, by radio"))
    version = factories.ArticleVersionFactory(text=TEXT)
    (written,) = statements_write(reads=[Read(version, [other])], engine_version="t")
    ((_, known),) = written.records
    assert known.record.origin == RECORD.origin


@pytest.mark.parametrize(
    ("number", "column"),
    [
        (None, None),
        (Decimal("NaN"), None),
        (Decimal("Infinity"), None),
        (Decimal(10) ** 24, None),
        (-(Decimal(10) ** 30), None),
        (Decimal("0.1234567891"), Decimal("0.123456789")),
        (Decimal(10) ** 12, Decimal(10) ** 12),
        (Decimal("1234567.333333333"), Decimal("1234567.33333333")),
    ],
)
def test_number_that_no_column_holds(number: Decimal, column: Decimal | None) -> None:
    assert number_to_column(number) == column


def test_origin_key_is_cut_without_confusion() -> None:
    long, longer = (OriginKey("interview", "v" * n, "", "2031") for n in (600, 601))
    assert len(origin_column(long)) < 100
    assert origin_column(long) != origin_column(longer)
    assert origin_column(OriginKey("post", "venn")) == "post|venn||"


@pytest.mark.parametrize(
    ("rows", "kept"),
    [
        ([("engine", HOPS[0]), ("engine", HOPS[1])], HOPS),
        ([("engine", HOPS[0]), ("editor", HOPS[1])], [HOPS[1]]),
        ([], []),
    ],
    ids=["engine", "editor's whole", "none"],
)
def test_effective_hops(rows: list, kept: list) -> None:
    assert effective_hops(rows) == kept


def test_an_editors_word_is_in_the_record() -> None:
    row = stored()
    factories.FacetFactory(
        statement=row, by="editor", kind="date", start=47, end=53, value="2031-05-02"
    )
    factories.HopFactory(statement=row, by="editor", speaker="The guild")
    record = load_records([row.pk])[row.pk].record
    assert [f.value for f in record.facets if f.kind == Kind.DATE] == ["2031-05-02"]
    assert [hop.speaker for hop in record.hops] == ["The guild"]
    row = Statement.objects.get(pk=row.pk)
    assert record_from_row(row) == record


@pytest.mark.parametrize("number", [1, 40])
def test_queries_do_not_grow(number: int) -> None:
    ids = [stored().pk for _ in range(number)]
    with CaptureQueriesContext(
        connection,
    ) as queries:
        records = load_records([*reversed(ids), 10**9])
    assert list(records) == list(reversed(ids))
    assert len(queries) == 3


class Held:
    """Something that a caller holds."""


def test_a_glance_keeps_nothing_that_its_callers_held() -> None:
    told = {"lemmas": ["mill", "job"], "context": ["person:orla venn"]}
    row = factories.StatementFactory(frames=told)

    def caller() -> ReferenceType[Held]:
        held = Held()
        glances = load_glances([row.pk])
        expected = (row.quote, ("mill", "job"), ["person:orla venn"])
        assert glances == {row.pk: expected}
        return ref(held)

    with uncollected():
        assert caller()() is None
