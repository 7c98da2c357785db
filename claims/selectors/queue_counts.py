"""How many claims each filter of the queue would leave.

A filter is counted as if it were off and all others as they are. A constant number of
queries, each a single GROUP BY.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from django.db.models import Case, Count, F, QuerySet, Value, When

from claims.facets.types import Kind
from claims.models import Claim, ClaimFacet, ClaimOutlet
from claims.selectors.queue import (
    FINDING_LEVELS,
    OPEN,
    Finding,
    Only,
    Stage,
    Wanted,
    facet_rows,
    queue_claims,
    queue_filtered,
    stage_conditions,
    taken_slots,
)

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser
    from django.utils.functional import Promise

    from factcheck.operations.models import User

Words = Mapping[str, Any]  # a word of a language, maybe one that is not chosen yet

# Outlets and countries named in the filter; for others the text search serves better.
OUTLETS_SHOWN = 12
COUNTRIES_SHOWN = 12
# Claims whose facets and outlets are counted, the first of the list; beyond it a count
# is a lower bound and says so. At 100,000 claims the three counts took 3 s on a busy
# machine, a tenth of the claims a tenth of it.
MOST_COUNTED = 10_000
# Claims of a saved search that are counted; it has one count among many on the page.
COUNTED = 1000


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of a filter, how many claims it would leave; more: at least so many."""

    value: str
    label: str | Promise
    count: int
    more: bool = False


@dataclass(frozen=True, slots=True)
class Choices:
    """What the filter column offers."""

    findings: tuple[Choice, ...] = ()
    stages: tuple[Choice, ...] = ()
    kinds: tuple[Choice, ...] = ()
    outlets: tuple[Choice, ...] = ()
    countries: tuple[Choice, ...] = ()
    only: tuple[Choice, ...] = ()


@dataclass(frozen=True, slots=True)
class Labels:
    """The words of each filter's values, in the order in which they are shown."""

    findings: Words
    stages: Words
    kinds: Words
    only: Words


def queue_choices(
    wanted: Wanted, viewer: User | AnonymousUser, labels: Labels
) -> Choices:
    """The filters' values with their counts.

    Values without a claim are left out, unless they are chosen; relations, stages and
    what is asked besides are always there.
    """
    return Choices(
        findings=_all(labels.findings, _finding_counts(wanted, viewer)),
        stages=_all(labels.stages, _stage_counts(wanted, viewer)),
        kinds=_kind_choices(wanted, viewer, labels.kinds),
        outlets=_outlet_choices(wanted, viewer),
        countries=_country_choices(wanted, viewer),
        only=_only_choices(wanted, viewer, labels.only),
    )


def _all(labels: Words, counts: Mapping[str, int]) -> tuple[Choice, ...]:
    return tuple(
        Choice(value, label, counts.get(value, 0)) for value, label in labels.items()
    )


def _finding_counts(wanted: Wanted, viewer: User | AnonymousUser) -> dict[str, int]:
    off = replace(wanted, findings=())
    if not wanted.kinds:
        return _numbers(queue_filtered(off, viewer), "finding")
    whens = [
        When(worst_level__in=levels, then=Value(finding))
        for finding, levels in FINDING_LEVELS.items()
    ]
    rows: QuerySet[Any] = (
        facet_rows(off)
        .filter(claim__in=queue_filtered(off, viewer).values("pk"))
        .annotate(finding=Case(*whens, default=Value("")))
        .values_list("finding")
        .annotate(number=Count("claim", distinct=True))
    )
    return dict(rows)


def _stage_counts(wanted: Wanted, viewer: User | AnonymousUser) -> dict[str, int]:
    """By state, from an index; how far open claims are, from the taken slots."""
    off = replace(wanted, stages=())
    claims = queue_filtered(off, viewer, every_stage=True)
    counts = _numbers(claims, "state")
    known = claims.filter(stage_conditions(viewer)[Stage.DISPUTED.value])
    disputed = known.count() if counts.get(Stage.DISPUTED.value) else 0
    waiting = claims.filter(state__in=OPEN)
    if disputed:
        waiting = waiting.exclude(pk__in=known.values("pk"))
    taken: QuerySet[Any, Any] = (
        taken_slots()
        .filter(claim__in=waiting.values("pk"), round=F("claim__round"))
        .values("claim", "claim__slots")
        .annotate(taken=Count("pk"))
    )
    begun = taken.count()
    rated = taken.filter(taken__gte=F("claim__slots")).count()
    opened = sum(counts.get(state.value, 0) for state in OPEN) - disputed
    return counts | {
        Stage.NEW.value: opened - begun,
        Stage.RATING.value: begun - rated,
        Stage.RATED.value: rated,
        Stage.DISPUTED.value: disputed,
    }


def _numbers(claims: QuerySet[Claim], column: str) -> dict[str, int]:
    rows: QuerySet[Any] = claims.values_list(column).annotate(number=Count("pk"))
    return dict(rows)


def _first(wanted: Wanted, viewer: User | AnonymousUser) -> tuple[Any, bool]:
    """The first claims of the list, by id, and whether there are more."""
    claims = queue_claims(wanted, viewer).values("pk")
    more = claims[: MOST_COUNTED + 1].count() > MOST_COUNTED
    return (claims[:MOST_COUNTED] if more else claims.order_by()), more


def _kind_choices(
    wanted: Wanted, viewer: User | AnonymousUser, labels: Words
) -> tuple[Choice, ...]:
    off = replace(wanted, kinds=())
    facets: QuerySet[ClaimFacet, Any] = facet_rows(off)
    claims, more = _first(off, viewer)
    rows = (
        facets.filter(claim__in=claims)
        .values_list("kind")
        .annotate(number=Count("claim"))
    )
    counts: dict[str, int] = dict(rows)
    return tuple(
        Choice(kind.value, labels[kind.value], counts.get(kind.value, 0), more)
        for kind in Kind
        if kind.value in counts or kind.value in wanted.kinds
    )


def _outlet_choices(wanted: Wanted, viewer: User | AnonymousUser) -> tuple[Choice, ...]:
    claims, more = _first(replace(wanted, outlets=()), viewer)
    rows = (
        ClaimOutlet.objects.filter(claim__in=claims)
        .values_list("outlet", "outlet__name")
        .annotate(number=Count("claim"))
        .order_by("-number", "outlet__name", "outlet")
    )
    shown = list(rows[:OUTLETS_SHOWN])
    missing = set(wanted.outlets) - {pk for pk, _, _ in shown}
    shown += rows.filter(outlet__in=missing) if missing else []
    return tuple(Choice(str(pk), name, number, more) for pk, name, number in shown)


def _country_choices(
    wanted: Wanted, viewer: User | AnonymousUser
) -> tuple[Choice, ...]:
    claims, more = _first(replace(wanted, countries=()), viewer)
    rows = (
        ClaimOutlet.objects.filter(claim__in=claims)
        .exclude(outlet__country="")
        .values_list("outlet__country")
        .annotate(number=Count("claim", distinct=True))
        .order_by("-number", "outlet__country")
    )
    shown: list[tuple[str, int]] = list(rows[:COUNTRIES_SHOWN])
    missing = set(wanted.countries) - {code for code, _ in shown}
    shown += [(code, 0) for code in sorted(missing)]
    return tuple(Choice(code, code, number, more) for code, number in shown)


def _only_choices(
    wanted: Wanted, viewer: User | AnonymousUser, labels: Words
) -> tuple[Choice, ...]:
    if not viewer.is_authenticated:
        return ()
    return tuple(
        Choice(
            value.value,
            labels[value.value],
            queue_filtered(replace(wanted, only=(value.value,)), viewer).count(),
        )
        for value in Only
    )


def bounded_count(wanted: Wanted, viewer: User | AnonymousUser) -> str:
    """How many claims pass, as words: from COUNTED on only that there are more."""
    claims = queue_filtered(wanted, viewer).values("pk")[: COUNTED + 1]
    number = claims.count()
    return f"{COUNTED:,}+" if number > COUNTED else str(number)


def queue_totals(viewer: User | AnonymousUser) -> dict[str, int]:
    """How many claims are open, how many of them in conflict, how many the viewer's."""
    claims: QuerySet[Any] = queue_filtered(Wanted(), viewer)
    counts = _numbers(claims, "finding")
    mine = queue_filtered(Wanted(only=(Only.MINE.value,)), viewer)
    return {
        "open": sum(counts.values()),
        "conflict": counts.get(Finding.CONFLICT.value, 0),
        "mine": mine.count() if viewer.is_authenticated else 0,
    }
