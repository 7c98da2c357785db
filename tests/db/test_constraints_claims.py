"""The tables of claims refuse what cannot be, on both databases alike."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from django.db import IntegrityError, models, transaction
from django.db.models import ProtectedError

from claims.models import (
    BlockKey,
    Claim,
    ClaimFacet,
    ClaimOutlet,
    Name,
    Origin,
    Rating,
    Statement,
)
from tests import factories as f
from tests.factories import NOON

pytestmark = pytest.mark.django_db

EARLY, LATE = date(2031, 3, 1), date(2031, 3, 2)

REFUSED = [
    (f.ProcessingRunFactory, {"finished_at": NOON.replace(year=2001)}),
    (f.StatementFactory, {"start": 9, "end": 9}),
    (f.StatementFactory, {"start": 9, "end": 3}),
    (f.StatementFactory, {"quote": "", "version__text": "x"}),
    (f.StatementFactory, {"state": "lost"}),
    (f.StatementFactory, {"origin_by": "machine"}),
    (f.StatementFactory, {"check_worthiness": 1.5}),
    (f.StatementFactory, {"check_worthiness": -0.1}),
    (f.StatementFactory, {"event_from": LATE, "event_to": EARLY}),
    (f.StatementFactory, {"event_from": LATE, "event_to": LATE}),
    (f.FacetFactory, {"start": 5, "end": 5}),
    (f.FacetFactory, {"start": 5, "end": 4, "implied": True}),
    (f.FacetFactory, {"kind": "colour"}),
    (f.FacetFactory, {"by": "reader"}),
    (f.FacetFactory, {"date_from": LATE, "date_to": EARLY}),
    (f.FacetFactory, {"number_low": Decimal(2), "number_high": Decimal(1)}),
    (f.HopFactory, {"start": 2, "end": 1}),
    (f.HopFactory, {"by": "reader"}),
    (f.OriginFactory, {"kind": ""}),
    (f.OriginFactory, {"key": ""}),
    (f.OriginFactory, {"date_from": LATE, "date_to": EARLY}),
    (f.NameFactory, {"kind": "date"}),
    (f.NameFactory, {"canonical": ""}),
    (f.NameVariantFactory, {"key": ""}),
    (f.NameVariantFactory, {"by": "reader"}),
    (f.LinkFactory, {"relation": "contradicts"}),
    (f.LinkFactory, {"engine_relation": "contradicts"}),
    (f.LinkFactory, {"state": "maybe"}),
    (f.LinkFactory, {"by": "reader"}),
    (f.LinkFactory, {"state": "confirmed"}),
    (f.LinkFactory, {"state": "rejected"}),
    (f.LinkFactory, {"state": "unsure"}),
    (f.LinkFactory, {"direction": 2}),
    (f.LinkFactory, {"engine_score": 1.01}),
    (f.LinkFactory, {"engine_score": -0.01}),
    (f.ComparisonFactory, {"kind": "colour"}),
    (f.ComparisonFactory, {"level": "close"}),
    (f.ComparisonFactory, {"engine_level": "close"}),
    (f.ComparisonFactory, {"low_start": 4, "low_end": 2}),
    (f.ComparisonFactory, {"high_start": -1, "high_end": 2}),
    (f.ComparisonFactory, {"low_start": -2, "low_end": -2}),
    (f.ClaimFactory, {"state": "done"}),
    (f.ClaimFactory, {"title_by": "reader"}),
    (f.ClaimFactory, {"round": 0}),
    (f.ClaimFactory, {"first_reported": LATE, "last_reported": EARLY}),
    (f.MemberFactory, {"state": "out"}),
    (f.MemberFactory, {"state": "may"}),
    (f.MemberFactory, {"by": "reader"}),
    (f.RatingFactory, {"value": 0, "rationale": "why"}),
    (f.RatingFactory, {"value": 6, "rationale": "why"}),
    (f.RatingFactory, {"value": 3}),
    (f.RatingFactory, {"value": 1}),
    (f.RatingFactory, {"value": None}),
    (f.RatingFactory, {"round": 0}),
    (f.RatingFactory, {"seq": 0}),
]
KEPT = [
    (f.StatementFactory, {"state": "orphaned"}),
    (f.StatementFactory, {"event_from": EARLY, "event_to": LATE}),
    (f.StatementFactory, {"event_from": EARLY}),
    (f.StatementFactory, {"check_worthiness": 1.0}),
    (f.FacetFactory, {"start": 5, "end": 5, "implied": True}),
    (f.FacetFactory, {"date_from": EARLY, "date_to": LATE}),
    (f.FacetFactory, {"number": Decimal("999999999999999")}),
    (f.LinkFactory, {"state": "confirmed", "by": "editor"}),
    (f.LinkFactory, {"state": "rejected", "by": "editor"}),
    (f.LinkFactory, {"state": "suggested", "by": "editor"}),
    (f.LinkFactory, {"direction": -1, "relation": "updates"}),
    (f.ComparisonFactory, {"low_start": 0, "low_end": 3}),
    (f.ComparisonFactory, {"engine_level": ""}),
    (f.MemberFactory, {"state": "out", "by": "editor"}),
    (f.RatingFactory, {"value": 4}),
    (f.RatingFactory, {"value": 5}),
    (f.RatingFactory, {"value": 3, "rationale": "the day differs"}),
    (f.RatingFactory, {"value": None, "rationale": "no source named"}),
]


def name_of(value: object) -> str:
    return str(value) if isinstance(value, dict) else value.__name__


@pytest.mark.parametrize(("make", "values"), REFUSED, ids=name_of)
def test_refused(make: type, values: dict) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        make(**values)


@pytest.mark.parametrize(("make", "values"), KEPT, ids=name_of)
def test_kept(make: type, values: dict) -> None:
    row = make(**values)
    row.refresh_from_db()
    assert {key: getattr(row, key) for key in values} == values


UNIQUE = [
    (f.ProcessingRunFactory, ["version", "engine_version"], {"engine_version": "2"}),
    (f.StatementFactory, ["article", "version", "words_hash", "nth"], {"nth": 1}),
    (f.FacetFactory, ["statement"], {"by": "editor"}),
    (f.FacetFactory, ["statement"], {"frame": 1}),
    (f.FacetFactory, ["statement"], {"kind": "person"}),
    (f.FacetFactory, ["statement"], {"role": "agent"}),
    (f.FacetFactory, ["statement"], {"start": 11}),
    (f.FacetFactory, ["statement"], {"end": 15}),
    (f.HopFactory, ["statement"], {"by": "editor"}),
    (f.HopFactory, ["statement"], {"position": 1}),
    (f.OriginFactory, ["key"], {"key": "report|other||"}),
    (f.NameVariantFactory, ["name", "key"], {"key": "other"}),
    (f.ComparisonFactory, ["link"], {"kind": "amount"}),
    (f.ComparisonFactory, ["link"], {"role": "agent"}),
    (f.ComparisonFactory, ["link"], {"low_start": 0, "low_end": 1}),
    (f.ComparisonFactory, ["link"], {"high_start": 0, "high_end": 1}),
    (f.RatingFactory, ["claim", "editor"], {"seq": 2}),
    (f.RatingFactory, ["claim", "editor"], {"round": 2}),
]


@pytest.mark.parametrize(("make", "same", "different"), UNIQUE, ids=str)
def test_unique(make: type, same: list[str], different: dict) -> None:
    row = make()
    shared = {name: getattr(row, name) for name in same}
    with pytest.raises(IntegrityError), transaction.atomic():
        make(**shared)
    make(**shared | different)
    assert type(row).objects.count() == 2


PAIRS = [(f.LinkFactory, "low", "high"), (f.MemberFactory, "claim", "statement")]


@pytest.mark.parametrize(("make", "one", "other"), PAIRS, ids=str)
def test_a_pair_only_once(make: type, one: str, other: str) -> None:
    row = make()
    with pytest.raises(IntegrityError), transaction.atomic():
        make(**{one: getattr(row, one), other: getattr(row, other)})
    make(**{one: getattr(row, one)})


def test_names_apart_once_and_in_order() -> None:
    apart = f.NameApartFactory()
    for low, high in [
        (apart.low, apart.high),
        (apart.high, apart.low),
        (apart.low, apart.low),
    ]:
        with pytest.raises(IntegrityError), transaction.atomic():
            f.NameApartFactory(low=low, high=high)


def test_a_link_has_two_ends_in_order() -> None:
    link = f.LinkFactory()
    for low, high in [(link.high, link.low), (link.low, link.low)]:
        with pytest.raises(IntegrityError), transaction.atomic():
            type(link).objects.create(low=low, high=high, relation="conflicts")


@pytest.mark.parametrize("make", [f.ClaimFactory, f.NameFactory, f.OriginFactory])
def test_nothing_is_merged_into_itself(make: type) -> None:
    row, other = make(), make()
    rows = type(row).objects.filter(pk=row.pk)
    with pytest.raises(IntegrityError), transaction.atomic():
        rows.update(merged_into=row)
    assert rows.update(merged_into=other) == 1


def test_derived_rows_once_a_claim() -> None:
    claim, outlet = f.ClaimFactory(), f.OutletFactory()
    ClaimFacet.objects.create(claim=claim, kind="date", worst_level="agree")
    ClaimOutlet.objects.create(claim=claim, outlet=outlet, statements=1)
    for model, values in [
        (ClaimFacet, {"kind": "date", "worst_level": "conflict"}),
        (ClaimFacet, {"kind": "colour", "worst_level": "conflict"}),
        (ClaimFacet, {"kind": "amount", "worst_level": "close"}),
        (ClaimOutlet, {"outlet": outlet, "statements": 2}),
    ]:
        with pytest.raises(IntegrityError), transaction.atomic():
            model.objects.create(claim=claim, **values)


def test_block_keys_have_no_id_and_no_parent() -> None:
    BlockKey.objects.create(key=2**62, statement_id=10**12)
    with pytest.raises(IntegrityError), transaction.atomic():
        BlockKey.objects.create(key=2**62, statement_id=10**12)
    assert BlockKey.objects.get().pk == (2**62, 10**12)


def kept_by_what_hangs_on_it() -> list[tuple[models.Model, models.Model]]:
    rating = f.RatingFactory(claim=f.MemberFactory().claim)
    facet = f.FacetFactory(name=f.NameFactory(), by="editor")
    hop = f.HopFactory(by="editor", speaker_name=f.NameFactory())
    link, origin = f.ComparisonFactory().link, f.OriginFactory()
    f.StatementFactory(origin=origin, hidden_by=f.UserFactory())
    return [
        (rating.claim, rating),
        (rating.editor, rating),
        (facet.statement, facet),
        (facet.name, facet),
        (hop.statement, hop),
        (hop.speaker_name, hop),
        (link, link),
        (link.low, link),
        (link.high, link),
        (origin, origin),
        (Statement.objects.get(hidden_by__isnull=False).hidden_by, origin),
        (f.MemberFactory().statement, link),
        (f.ProcessingRunFactory().version.article, link),
        (f.NameVariantFactory().name, link),
    ]


def test_nothing_that_something_hangs_on_is_deleted() -> None:
    for parent, child in kept_by_what_hangs_on_it():
        with pytest.raises(ProtectedError):
            parent.delete()
        parent.refresh_from_db()
        child.refresh_from_db()
    assert Rating.objects.exists()
    assert Claim.objects.exists()
    assert Name.objects.exists()
    assert Origin.objects.exists()
