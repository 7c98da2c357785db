"""The queue: open claims, conflicts first, and how many each filter would leave."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from django.db.models import (
    Case,
    Count,
    Exists,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)

from claims.facets.types import Kind, Level
from claims.models import Claim, ClaimFacet, ClaimMember, ClaimOutlet
from sources.models import Outlet

if TYPE_CHECKING:
    from datetime import date

OPEN = (Claim.State.OPEN, Claim.State.DISPUTED)
# The outlets named in the filter; with more, the text search or the API serves better.
OUTLETS_SHOWN = 12
# Previous and next are for working down the top of the queue, not for paging through
# all of it: beyond this many claims the links are left out.
NEIGHBOURHOOD = 1000


class Finding(StrEnum):
    """What the statements of a claim are to each other, the gravest first."""

    CONFLICT = "conflict"
    UPDATED = "updated"
    NAMING = "naming"
    CONSISTENT = "consistent"


GRAVE_LEVELS = {
    Finding.CONFLICT: Level.CONFLICT,
    Finding.UPDATED: Level.UPDATED,
    Finding.NAMING: Level.NAMING_VARIANT,
}
CONSISTENT_LEVELS = (Level.AGREE, Level.REFINES)


@dataclass(frozen=True, slots=True)
class Wanted:
    """The filters of the queue. Several values of one filter: any of them."""

    findings: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    outlets: tuple[int, ...] = ()
    since: date | None = None
    until: date | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of a filter and how many claims it would leave."""

    value: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Choices:
    """What the filter column offers."""

    findings: tuple[Choice, ...] = ()
    kinds: tuple[Choice, ...] = ()
    outlets: tuple[Choice, ...] = ()


def open_claims() -> QuerySet[Claim]:
    """Claims that still want a judgement, with `finding`; no merged or lone ones."""
    return _with_finding(Claim.objects.filter(state__in=OPEN, merged_into=None))


def _with_finding(claims: QuerySet[Claim]) -> QuerySet[Claim]:
    within_one_outlet = ClaimOutlet.objects.filter(
        claim=OuterRef("pk"), statements__gte=2
    )
    whens = [
        When(_has_level(level), then=Value(finding.value))
        for finding, level in GRAVE_LEVELS.items()
    ]
    return claims.filter(Q(outlets__gte=2) | Exists(within_one_outlet)).annotate(
        finding=Case(*whens, default=Value(Finding.CONSISTENT.value))
    )


def _has_level(level: Level) -> Exists:
    return Exists(
        ClaimFacet.objects.filter(claim=OuterRef("pk"), worst_level=level.value)
    )


def queue_claims(wanted: Wanted) -> QuerySet[Claim]:
    """The claims that pass the filters: conflicts first, then by priority."""
    return _filtered(wanted).order_by(
        Case(
            *[
                When(finding=finding.value, then=Value(rank))
                for rank, finding in enumerate(Finding)
            ],
        ),
        "-priority",
        "pk",
    )


def _filtered(wanted: Wanted) -> QuerySet[Claim]:
    claims: QuerySet[Any] = open_claims()  # the annotation has no type
    if wanted.kinds:
        claims = claims.filter(_facet_filter(wanted))
    elif wanted.findings:
        claims = claims.filter(finding__in=wanted.findings)
    if wanted.outlets:
        claims = claims.filter(
            Exists(
                ClaimOutlet.objects.filter(
                    claim=OuterRef("pk"), outlet__in=wanted.outlets
                )
            )
        )
    if wanted.since:
        claims = claims.filter(last_reported__gte=wanted.since)
    if wanted.until:
        claims = claims.filter(first_reported__lte=wanted.until)
    for word in wanted.text.split():
        claims = claims.filter(_mentions(word))
    return claims


def _facet_filter(wanted: Wanted) -> Exists:
    """Kind and relation are asked of the same facet: conflicts *on dates*."""
    facets = ClaimFacet.objects.filter(claim=OuterRef("pk"), kind__in=wanted.kinds)
    if wanted.findings:
        levels: list[str] = []
        for finding in wanted.findings:
            if finding == Finding.CONSISTENT:
                levels += CONSISTENT_LEVELS
            else:
                levels.append(GRAVE_LEVELS[Finding(finding)])
        facets = facets.filter(worst_level__in=levels)
    return Exists(facets)


def _mentions(word: str) -> Q:
    quoted = ClaimMember.objects.filter(
        claim=OuterRef("pk"),
        state=ClaimMember.State.IN,
        statement__quote__icontains=word,
        statement__hidden_by=None,
        statement__article__withdrawn_at=None,
    )
    named = ClaimOutlet.objects.filter(
        claim=OuterRef("pk"), outlet__name__icontains=word
    )
    return Q(title__icontains=word) | Exists(quoted) | Exists(named)


def queue_choices(
    wanted: Wanted, *, finding_labels: dict[str, str], kind_labels: dict[str, str]
) -> Choices:
    """The filters' values with their counts, in three queries.

    A filter is counted as if it were off and all others as they are. Values without a
    claim are left out, unless they are chosen.
    """
    return Choices(
        findings=_finding_choices(wanted, finding_labels),
        kinds=_kind_choices(wanted, kind_labels),
        outlets=_outlet_choices(wanted),
    )


def _finding_choices(wanted: Wanted, labels: dict[str, str]) -> tuple[Choice, ...]:
    claims: QuerySet[Any] = _filtered(replace(wanted, findings=())).order_by()
    rows = claims.values_list("finding").annotate(number=Count("pk"))
    counts = dict(rows)
    return tuple(
        Choice(value, label, counts.get(value, 0)) for value, label in labels.items()
    )


def _kind_choices(wanted: Wanted, labels: dict[str, str]) -> tuple[Choice, ...]:
    claims = _filtered(replace(wanted, kinds=())).order_by().values("pk")
    rows = (
        ClaimFacet.objects.filter(claim__in=Subquery(claims))
        .order_by()
        .values_list("kind")
        .annotate(number=Count("claim"))
    )
    counts = dict(rows)
    return tuple(
        Choice(kind.value, labels[kind.value], counts.get(kind.value, 0))
        for kind in Kind
        if kind.value in counts or kind.value in wanted.kinds
    )


def _outlet_choices(wanted: Wanted) -> tuple[Choice, ...]:
    claims = _filtered(replace(wanted, outlets=())).order_by().values("pk")
    rows = (
        Outlet.objects.annotate(
            number=Count(
                "claim_rows__claim",
                filter=Q(claim_rows__claim__in=Subquery(claims)),
                distinct=True,
            )
        )
        .filter(Q(number__gt=0) | Q(pk__in=wanted.outlets))
        .order_by("-number", "name", "pk")
        .values_list("pk", "name", "number")[:OUTLETS_SHOWN]
    )
    return tuple(Choice(str(pk), name, number) for pk, name, number in rows)


def queue_totals() -> dict[str, int]:
    """How many claims are open, and how many of them in conflict."""
    claims: QuerySet[Any] = open_claims().order_by()
    return claims.aggregate(
        open=Count("pk"), conflict=Count("pk", filter=Q(finding=Finding.CONFLICT.value))
    )


def neighbours(claim: Claim) -> tuple[int | None, int | None]:
    """The claims before and after this one in the unfiltered queue, by id."""
    ids = list(queue_claims(Wanted()).values_list("pk", flat=True)[:NEIGHBOURHOOD])
    if claim.pk not in ids:
        return None, None
    here = ids.index(claim.pk)
    return (
        ids[here - 1] if here else None,
        ids[here + 1] if here + 1 < len(ids) else None,
    )
