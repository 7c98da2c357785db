"""The queue: claims in the order of their priority, and what its filters leave.

Every filter is a condition on the claim, so the database walks down the index of the
order and stops at the end of the page. What would tell of ratings that are blind to who
asks (disputed, stale) is asked through `unblind_for`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from django.contrib.auth.models import AnonymousUser
from django.db.models import (
    Count,
    Exists,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
)
from django.db.models.functions import Coalesce
from django.utils import timezone

from claims.facets.types import Level
from claims.models import (
    Assignment,
    Claim,
    ClaimFacet,
    ClaimOutlet,
    RatingSlot,
)
from claims.selectors.ratings import unblind_for
from claims.store.query import parse_query
from claims.store.search import claims_mentioning, newest_alone

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from factcheck.operations.models import User

OPEN = (Claim.State.OPEN, Claim.State.DISPUTED)
Finding = Claim.Finding
# Previous and next are for working down the top of the queue, not for paging through
# all of it: beyond this many claims the links are left out.
NEIGHBOURHOOD = 1000
NOBODY = AnonymousUser()

FINDING_LEVELS: dict[str, tuple[Level, ...]] = {
    Finding.CONFLICT.value: (Level.CONFLICT,),
    Finding.UPDATED.value: (Level.UPDATED,),
    Finding.NAMING.value: (Level.NAMING_VARIANT,),
    Finding.CONSISTENT.value: (Level.AGREE, Level.REFINES),
}


class Stage(StrEnum):
    """How far a claim is. Of an open one, how many of its rating slots are taken."""

    NEW = "new"
    RATING = "rating"
    RATED = "rated"
    DISPUTED = "disputed"
    ADJUDICATED = "adjudicated"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"


class Only(StrEnum):
    """What a claim must be beside all else; each of them, when several are chosen."""

    MINE = "mine"  # assigned to who asks
    OVERDUE = "overdue"  # assigned to somebody whose day is over
    STALE = "stale"  # something that a rating saw is gone or changed


@dataclass(frozen=True, slots=True)
class Wanted:
    """The filters of the queue. Several values of one filter: any of them."""

    findings: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    outlets: tuple[int, ...] = ()
    countries: tuple[str, ...] = ()
    stages: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    text: str = ""


def open_claims() -> QuerySet[Claim]:
    """Claims that still want a judgement; no merged or lone ones."""
    return queue_filtered(Wanted())


def queue_claims(
    wanted: Wanted, viewer: User | AnonymousUser = NOBODY
) -> QuerySet[Claim]:
    """The claims that pass the filters, the first to be judged first."""
    return queue_filtered(wanted, viewer).order_by("-priority", "pk")


def queue_filtered(
    wanted: Wanted, viewer: User | AnonymousUser = NOBODY, *, every_stage: bool = False
) -> QuerySet[Claim]:
    """The same in no order. every_stage: closed ones too, unless stages are chosen."""
    claims = Claim.objects.filter(merged_into=None).exclude(finding="").order_by()
    if wanted.stages:
        claims = claims.filter(_any(stage_conditions(viewer), wanted.stages))
    elif not every_stage:
        claims = claims.filter(state__in=OPEN)
    for value in wanted.only:
        claims = claims.filter(_only_conditions(viewer)[value])
    if wanted.kinds:
        claims = claims.filter(Exists(facet_rows(wanted).filter(claim=OuterRef("pk"))))
    elif wanted.findings:
        claims = claims.filter(finding__in=wanted.findings)
    return _printed(claims, wanted)


def _printed(claims: QuerySet[Claim], wanted: Wanted) -> QuerySet[Claim]:
    """What is asked of the articles: who, where, when, which words."""
    printed = ClaimOutlet.objects.filter(claim=OuterRef("pk"))
    if wanted.outlets:
        claims = claims.filter(Exists(printed.filter(outlet__in=wanted.outlets)))
    if wanted.countries:
        claims = claims.filter(
            Exists(printed.filter(outlet__country__in=wanted.countries))
        )
    if wanted.since:
        claims = claims.filter(last_reported__gte=wanted.since)
    if wanted.until:
        claims = claims.filter(first_reported__lte=wanted.until)
    if wanted.text:
        claims = claims.filter(claims_mentioning(parse_query(wanted.text)))
    return claims


def newest_words(wanted: Wanted) -> bool:
    """Whether the words stand in so many places that older claims were left out."""
    return bool(wanted.text) and newest_alone(parse_query(wanted.text))


def facet_rows(wanted: Wanted) -> QuerySet[ClaimFacet]:
    """The facets that kind and relation ask for together: conflicts *on dates*."""
    facets = ClaimFacet.objects.order_by()
    if wanted.kinds:
        facets = facets.filter(kind__in=wanted.kinds)
    if wanted.findings:
        levels = [level for word in wanted.findings for level in FINDING_LEVELS[word]]
        facets = facets.filter(worst_level__in=levels)
    return facets


def stage_conditions(viewer: User | AnonymousUser) -> dict[str, Q]:
    """Which claims are at each stage, as far as `viewer` may know.

    How many slots are taken is known to all; whether they hold a rating is not asked.
    To who is blind to its ratings a disputed claim is an open one.
    """
    unblind = unblind_for(viewer)
    disputed = Q(state=Claim.State.DISPUTED)
    blind = ~unblind if unblind else Q(pk__in=[])
    is_open = Q(state=Claim.State.OPEN) | (disputed & blind)
    any_taken = Q(Exists(taken_slots().filter(**_OF_CLAIM)))
    number = (
        taken_slots()
        .filter(**_OF_CLAIM)
        .values("claim")
        .annotate(number=Count("pk"))
        .values("number")
    )
    all_taken = Q(slots__lte=Coalesce(Subquery(number), 0))
    return {
        Stage.NEW.value: is_open & ~any_taken,
        Stage.RATING.value: is_open & any_taken & ~all_taken,
        Stage.RATED.value: is_open & all_taken,
        Stage.DISPUTED.value: disputed & unblind,
        Stage.ADJUDICATED.value: Q(state=Claim.State.ADJUDICATED),
        Stage.PUBLISHED.value: Q(state=Claim.State.PUBLISHED),
        Stage.WITHDRAWN.value: Q(state=Claim.State.WITHDRAWN),
    }


_OF_CLAIM = {"claim": OuterRef("pk"), "round": OuterRef("round")}


def taken_slots() -> QuerySet[RatingSlot]:
    """The slots that are held now or for good, of every claim and round."""
    return RatingSlot.objects.filter(
        Q(expires_at=None) | Q(expires_at__gt=timezone.now())
    ).order_by()


def _only_conditions(viewer: User | AnonymousUser) -> dict[str, Q]:
    asked = Assignment.objects.filter(done_at=None).order_by().values("claim")
    if not viewer.is_authenticated:  # who is asked, and by when, is not for visitors
        asked = asked.none()
    return {
        Only.MINE.value: Q(pk__in=asked.filter(editor=viewer.pk or 0)),
        Only.OVERDUE.value: Q(pk__in=asked.filter(due__lt=timezone.localdate())),
        Only.STALE.value: Q(stale=True) & unblind_for(viewer),
    }


def _any(conditions: dict[str, Q], values: Iterable[str]) -> Q:
    wanted = Q(pk__in=[])
    for value in values:
        wanted |= conditions[value]
    return wanted


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
