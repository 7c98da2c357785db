"""The state of the newsroom's work in counts: what is open, how old, on whose reports.

Only of what a reader of the queue sees anyway: never of ratings, which are blind. A
count is that of the list to which it leads.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.db.models import Count, Q

from claims.facets.types import Kind, Level
from claims.models import Assignment, Claim, ClaimFacet, ClaimOutlet
from claims.selectors.queue import (
    Finding,
    Stage,
    Wanted,
    open_claims,
    queue_filtered,
)
from claims.selectors.ratings import unblind_for
from claims.selectors.verdicts import public_verdicts
from sources.models import Outlet

if TYPE_CHECKING:
    from datetime import date

    from django.contrib.auth.models import AnonymousUser

    from factcheck.operations.models import User

# Upper bounds, in days since the last report, of the ages that are counted apart: a
# news day, a news week, a month, a quarter. None: older, or never dated.
AGES = (1, 7, 30, 90, None)
OUTLETS_SHOWN = 12


@dataclass(frozen=True, slots=True)
class Totals:
    """Claims by where they stand; mine: assigned to the user and still to be rated.

    published: cards that readers can open, also of claims that are still judged
    """

    open: int
    conflicts: int
    disputed: int
    stale: int
    adjudicated: int
    published: int
    mine: int
    overdue: int


def totals(user: User | AnonymousUser, today: date) -> Totals:
    """The totals, in four queries."""
    waiting: Any = open_claims().order_by()
    known = unblind_for(user)  # that editors differ, or saw something else, is blind
    opened = waiting.aggregate(
        open=Count("pk"),
        conflicts=Count("pk", filter=Q(finding=Finding.CONFLICT.value)),
        disputed=Count("pk", filter=known & Q(state=Claim.State.DISPUTED)),
        stale=Count("pk", filter=known & Q(stale=True)),
    )
    decided = queue_filtered(Wanted(stages=(Stage.ADJUDICATED.value,)), user)
    assigned = Assignment.objects.filter(
        editor=user.pk, done_at=None, claim__in=waiting.values("pk")
    ).aggregate(mine=Count("pk"), overdue=Count("pk", filter=Q(due__lt=today)))
    return Totals(
        **opened,
        **assigned,
        adjudicated=decided.count(),
        published=public_verdicts().count(),
    )


def conflicts_by_age(today: date) -> list[tuple[int | None, int]]:
    """Open conflicts by days since their last report: (upper bound, how many)."""
    counts: dict[str, Count] = {}
    newer: date | None = None
    for number, bound in enumerate(AGES):
        since = None if bound is None else today - timedelta(days=bound)
        reached = Q() if since is None else Q(last_reported__gte=since)
        if since is None:
            reached = Q(last_reported__lt=newer) | Q(last_reported=None)
        elif newer is not None:
            reached &= Q(last_reported__lt=newer)
        counts[f"age{number}"] = Count("pk", filter=reached)
        newer = since
    found = _open_conflicts().aggregate(**counts)
    return [(bound, found[f"age{number}"]) for number, bound in enumerate(AGES)]


def conflicts_by_outlet() -> list[tuple[int, str, int, int]]:
    """Outlets in open conflicts, the most first: (id, name, conflicts, open claims)."""
    claims: Any = open_claims().order_by()
    conflicts = claims.filter(finding=Finding.CONFLICT.value).values("pk")
    rows = (
        ClaimOutlet.objects.filter(claim__in=claims.values("pk"))
        .order_by()
        .values("outlet")
        .annotate(
            conflicts=Count("claim", filter=Q(claim__in=conflicts)),
            claims=Count("claim"),
        )
        .filter(conflicts__gt=0)
        .order_by("-conflicts", "outlet")[:OUTLETS_SHOWN]
    )
    found = list(rows)
    names = dict(
        Outlet.objects.filter(pk__in=[row["outlet"] for row in found]).values_list(
            "pk", "name"
        )
    )
    return [
        (row["outlet"], names[row["outlet"]], row["conflicts"], row["claims"])
        for row in found
    ]


def conflicts_by_kind() -> list[tuple[Kind, int]]:
    """Kinds of facet on which open claims conflict, the most first."""
    rows = (
        ClaimFacet.objects.filter(
            claim__in=_open_conflicts().values("pk"), worst_level=Level.CONFLICT.value
        )
        .order_by()
        .values_list("kind")
        .annotate(number=Count("claim"))
        .order_by("-number", "kind")
    )
    return [(Kind(kind), number) for kind, number in rows]


def _open_conflicts() -> Any:
    claims: Any = open_claims().order_by()
    return claims.filter(finding=Finding.CONFLICT.value)
