"""Verdicts from elsewhere: which somebody may see, and with which claim they stand.

They may sway a rater as a colleague's rating does, so they are as blind: one that
stands with a claim is there for who has rated the claim's present round, and for who
adjudicates. One without a claim is there for every editor: somebody has to place it.

A verdict that an editor placed follows its claim where that was merged. One that the
engine placed stays with the statement in which it was found: a claim that is split, or
clustered anew, takes it along. Both are looked up here and written nowhere, so taking
a merge or a split back takes this back as well.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.db.models import (
    BigIntegerField,
    Exists,
    F,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
)
from django.db.models.functions import Coalesce

from claims.models import Claim, ClaimMember, OutsideVerdict, Rating, Statement
from claims.selectors.ratings import sees_all
from claims.selectors.reading import claims_of

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from factcheck.operations.models import User

# What `permissions.may_rate` asks; a selector does not import its neighbour.
RATES = "claims.rate_claim"


def with_home(rows: QuerySet[Any]) -> QuerySet[Any]:
    """The verdicts with `home`: the id of the claim that each stands with now."""
    members = ClaimMember.objects.filter(
        statement=OuterRef("statement"),
        state=ClaimMember.State.IN,
        claim__merged_into=None,
    )
    inside = members.order_by("claim_id").values("claim_id")
    home = Coalesce(
        Subquery(inside.filter(claim=OuterRef("claim"))[:1]),
        Subquery(inside[:1]),
        "claim__merged_into",
        "claim",
        output_field=BigIntegerField(),
    )
    return rows.annotate(home=home)


def outside_verdicts_visible_to(user: User | AnonymousUser) -> QuerySet[Any]:
    """The verdicts that `user` may see, each with its `home`; none that was removed."""
    return outside_verdicts_known_to(user).filter(removed_at=None)


def outside_verdicts_known_to(user: User | AnonymousUser) -> QuerySet[Any]:
    """The same with those that were removed: their history can be seen, and undone."""
    rows = with_home(OutsideVerdict.objects.select_related("imported_by"))
    if not user.is_authenticated or not user.has_perm(RATES):
        return rows.none()
    if sees_all(user):
        return rows
    rated = Rating.objects.filter(
        claim=OuterRef("home"), round=F("claim__round"), editor=user.pk
    )
    return rows.filter(Q(home=None) | Exists(rated))


def standing_with(rows: QuerySet[Any], claim: int) -> QuerySet[Any]:
    """Those of the verdicts (with `home`) that stand with the claim."""
    inside = ClaimMember.objects.filter(claim=claim, state=ClaimMember.State.IN)
    near = (
        Q(claim=claim)
        | Q(claim__merged_into=claim)
        | Q(statement__in=inside.values("statement"))
    )
    return rows.filter(near, home=claim)


def outside_verdicts_of(
    user: User | AnonymousUser, claim: Claim
) -> list[OutsideVerdict]:
    """For the page of a claim: the newest first."""
    rows = standing_with(outside_verdicts_visible_to(user), claim.pk)
    return list(rows.order_by(F("published").desc(nulls_last=True), "-pk"))


def blind_to_elsewhere(user: User | AnonymousUser, claim: Claim) -> bool:
    """Whether such verdicts are held back from somebody who is to rate the claim."""
    if not user.is_authenticated or not user.has_perm(RATES) or sees_all(user):
        return False
    own = Rating.objects.filter(claim=claim, round=claim.round, editor=user.pk)
    return not own.exists()


@dataclass(frozen=True, slots=True)
class Candidate:
    """A statement that the engine found beside what is claimed.

    statement, claim   None where readers see them no more; then no reason either, for
                       it has words of the statement
    """

    statement: Statement | None
    claim: Claim | None
    relation: str
    score: float
    reason: str


def candidates_of(
    verdicts: Iterable[OutsideVerdict],
) -> Mapping[int, tuple[Candidate, ...]]:
    """What the engine found of each verdict by its id, in a constant number of queries.

    The first is the match where the engine made one.
    """
    verdicts = list(verdicts)
    ids = {each["statement"] for row in verdicts for each in row.candidates}
    seen = Statement.objects.filter(
        pk__in=ids, hidden_by=None, article__withdrawn_at=None
    ).select_related("article__outlet")
    statements = {row.pk: row for row in seen.defer("frames")}
    claims = claims_of(statements)
    return {
        row.pk: tuple(_candidate(each, statements, claims) for each in row.candidates)
        for row in verdicts
    }


def _candidate(
    told: Mapping[str, Any],
    statements: Mapping[int, Statement],
    claims: Mapping[int, Claim],
) -> Candidate:
    statement = statements.get(told["statement"])
    return Candidate(
        statement=statement,
        claim=claims.get(told["statement"]),
        relation=told["relation"],
        score=told["score"],
        reason=told["reason"] if statement else "",
    )


@dataclass(frozen=True, slots=True)
class Scale:
    """A rating's number as its publisher means it. ends: None where it has no scale."""

    value: Decimal
    ends: tuple[Decimal, Decimal] | None


def scale_of(verdict: OutsideVerdict) -> Scale | None:
    """The number; None where words are all there is, or it stands for "no number".

    Some feeds write -1 of -1 to -1 where the publisher rates in words.
    """
    value, worst, best = (
        verdict.rating_value,
        verdict.rating_worst,
        verdict.rating_best,
    )
    if value is None:
        return None
    if worst is None or best is None:
        return Scale(value, None)
    low, high = min(worst, best), max(worst, best)
    if low == high or not low <= value <= high:
        return None
    return Scale(value, (worst, best))
