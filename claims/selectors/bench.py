"""All ratings of a round side by side, for the senior editor who decides on them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import F

from claims.selectors.evidence import evidence_of, is_stale
from claims.selectors.ratings import ratings_visible_to

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.models import Claim, Rating
    from factcheck.operations.models import User


@dataclass(frozen=True, slots=True)
class Seat:
    """One editor's ratings of the round: the last, and those before it.

    stale  something the last one saw has gone or changed
    """

    rating: Rating
    earlier: tuple[Rating, ...]
    stale: bool


@dataclass(frozen=True, slots=True)
class Bench:
    """The seats, in the order in which the editors rated first."""

    seats: tuple[Seat, ...]

    @property
    def apart(self) -> int | None:
        """How far the ratings are apart; None with fewer than two values."""
        values = [s.rating.value for s in self.seats if s.rating.value is not None]
        return max(values) - min(values) if len(values) > 1 else None

    @property
    def editors(self) -> set[int]:
        return {seat.rating.editor_id for seat in self.seats}


def bench_of(user: User, claim: Claim) -> Bench:
    """What `user` may see of the ratings of the present round. Three queries."""
    rows = (
        ratings_visible_to(user, claim)
        .filter(round=claim.round)
        .select_related("editor")
        .order_by("id")
    )
    by_editor: dict[int, list[Rating]] = defaultdict(list)
    for row in rows:
        by_editor[row.editor_id].append(row)
    now = evidence_of([claim.pk])[claim.pk]
    return Bench(
        tuple(
            Seat(given[-1], tuple(given[:-1]), stale=is_stale(given[-1].evidence, now))
            for given in by_editor.values()
        )
    )


def latest_by_claim(user: User, claims: Sequence[Claim]) -> dict[int, list[Rating]]:
    """The last rating of each editor in the present round, by claim. One query."""
    rows = (
        ratings_visible_to(user)
        .filter(claim__in=[claim.pk for claim in claims], round=F("claim__round"))
        .select_related("editor")
        .order_by("id")
    )
    latest: dict[int, dict[int, Rating]] = {claim.pk: {} for claim in claims}
    for row in rows:
        latest[row.claim_id][row.editor_id] = row
    return {claim: list(given.values()) for claim, given in latest.items()}
