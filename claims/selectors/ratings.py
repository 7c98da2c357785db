"""Whose ratings somebody may see. Blind means blind: everything asks here.

An editor sees another's rating of a claim only after saving one of their own in the
same round; until then neither values nor reasons nor their number. Who does not rate
(a reader, a visitor) sees none.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from claims.models import Claim, Rating

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.contrib.auth.models import AnonymousUser

    from factcheck.operations.models import User


def ratings_visible_to(
    user: User | AnonymousUser, claim: Claim | None = None
) -> QuerySet[Rating]:
    """The ratings that `user` may see, of one claim or of all.

    Own ratings always; those of others in every round that the user has rated.
    """
    if not user.is_authenticated:
        return Rating.objects.none()
    own = Rating.objects.filter(
        claim=OuterRef("claim"), round=OuterRef("round"), editor=user
    )
    visible = Rating.objects.filter(Q(editor=user) | Exists(own))
    return visible if claim is None else visible.filter(claim=claim)


@dataclass(frozen=True, slots=True)
class Standing:
    """How far the present round of a claim is, as far as `user` may know."""

    own: Rating | None = None
    visible: int = 0

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
    return {
        claim: Standing(own=by_editor.get(me), visible=len(by_editor))
        for claim, by_editor in latest.items()
    }
