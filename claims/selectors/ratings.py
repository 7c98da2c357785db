"""Whose ratings and comments somebody may see. Blind means blind: everything asks here.

An editor sees another's rating of a claim, and what others say of it in comments, only
after saving a rating of their own in the same round; until then neither values nor
reasons nor their number, nor what follows from them (that the claim is disputed among
editors, that a rating is stale). Who adjudicates sees all of it at once, and for that
their own rating is not counted. Who does not rate (a reader, a visitor) sees nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import (
    Case,
    CharField,
    Exists,
    F,
    OuterRef,
    Q,
    QuerySet,
    Value,
    When,
)

from claims.models import Claim, Comment, Rating

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from django.contrib.auth.models import AnonymousUser

    from factcheck.operations.models import User

# What `permissions.may_adjudicate` asks; a selector does not import its neighbour.
SEES_ALL = "claims.adjudicate_claim"


def sees_all(user: User | AnonymousUser) -> bool:
    """Whether nothing is blind to the user: who adjudicates."""
    return user.is_authenticated and user.has_perm(SEES_ALL)


def ratings_visible_to(
    user: User | AnonymousUser, claim: Claim | None = None
) -> QuerySet[Rating]:
    """The ratings that `user` may see, of one claim or of all, of every round.

    Own ratings always; those of others in every round that the user has rated; all of
    them for who adjudicates.
    """
    if not user.is_authenticated:
        return Rating.objects.none()
    visible = Rating.objects.all()
    if not sees_all(user):
        visible = visible.filter(Q(editor=user) | Exists(_own(user)))
    return visible if claim is None else visible.filter(claim=claim)


def comments_visible_to(
    user: User | AnonymousUser, claim: Claim | None = None
) -> QuerySet[Comment]:
    """The comments that `user` may see, of one claim or of all, of every round.

    As for ratings: own ones always, those of others in every round that the user has
    rated, all of them for who adjudicates. Ask for a count here, too.
    """
    if not user.is_authenticated:
        return Comment.objects.none()
    visible = Comment.objects.all()
    if not sees_all(user):
        visible = visible.filter(Q(author=user) | Exists(_own(user)))
    return visible if claim is None else visible.filter(claim=claim)


def _own(user: User | AnonymousUser) -> QuerySet[Rating]:
    """The user's ratings in the round of the row outside."""
    return Rating.objects.filter(
        claim=OuterRef("claim"), round=OuterRef("round"), editor=user.pk
    )


def unblind_for(user: User | AnonymousUser) -> Q:
    """A filter on Claim: those whose present ratings the user may know of.

    For what follows from ratings and would tell of them: lists, filters and counts of
    disputed or of stale claims are `claims.filter(unblind_for(user), state=…)`.
    """
    if not user.is_authenticated:
        return Q(pk__in=[])
    if sees_all(user):
        return Q()
    rated = Rating.objects.filter(
        claim=OuterRef("pk"), round=OuterRef("round"), editor=user.pk
    )
    return Q(Exists(rated))


def state_visible_to(user: User | AnonymousUser) -> Case | F:
    """A claim's state as the user may know it: while blind, a disputed one is open.

    To annotate claims with, for a list, an export or a filter.
    """
    if sees_all(user):
        return F("state")
    hidden = Q(state=Claim.State.DISPUTED) & ~unblind_for(user)
    return Case(
        When(hidden, then=Value(Claim.State.OPEN.value)),
        default=F("state"),
        output_field=CharField(),
    )


def counted_ratings(claims: Collection[int] | QuerySet[Claim]) -> QuerySet[Rating]:
    """The ratings that agreement and dispute are computed on: one an editor and claim.

    claims  ids of claims, or claims
    Of the claim's present round, the last rating that each editor gave blind, that is
    before a rating or a comment of somebody else could be seen. What an editor says
    after that is shown and never counted here; an editor who saw the others first (a
    senior editor) has none. `value` null = cannot tell: leave it out of averages.
    """
    blind = Rating.objects.filter(claim__in=claims, round=F("claim__round"), blind=True)
    later = Rating.objects.filter(
        claim=OuterRef("claim"),
        editor=OuterRef("editor"),
        round=OuterRef("round"),
        blind=True,
        seq__gt=OuterRef("seq"),
    )
    return blind.filter(~Exists(later)).order_by("claim_id", "editor_id")


@dataclass(frozen=True, slots=True)
class Standing:
    """How far the present round of a claim is, as far as `user` may know.

    visible  editors whose rating the user may see, the user included
    unblind  whether the user may know of the others' ratings
    """

    own: Rating | None = None
    visible: int = 0
    unblind: bool = False

    @property
    def rated(self) -> bool:
        return self.own is not None


def standings(user: User | AnonymousUser, claims: Iterable[int]) -> dict[int, Standing]:
    """The user's standing on each claim by id, in one query."""
    ids = list(claims)
    rows = (
        ratings_visible_to(user)
        .filter(claim__in=ids, round=F("claim__round"))
        .order_by("claim_id", "seq", "id")
    )
    latest: dict[int, dict[int, Rating]] = {claim: {} for claim in ids}
    for row in rows:
        latest[row.claim_id][row.editor_id] = row
    me = user.pk or 0
    everything = sees_all(user)
    return {
        claim: Standing(
            own=by_editor.get(me),
            visible=len(by_editor),
            unblind=everything or me in by_editor,
        )
        for claim, by_editor in latest.items()
    }
