"""What the rating panel of a claim shows to one person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Q
from django.utils import timezone

from claims.models import Claim, Rating, RatingDraft, RatingSlot
from claims.selectors.queue import OPEN
from claims.selectors.ratings import (
    counted_ratings,
    ratings_visible_to,
    sees_all,
)
from claims.selectors.staleness import Age, ages_of

if TYPE_CHECKING:
    from datetime import datetime

    from django.contrib.auth.models import AnonymousUser

    from factcheck.operations.models import User


@dataclass(frozen=True, slots=True)
class Given:
    """An editor's last rating of the round, as far as the reader may see it.

    counted  the one of theirs that agreement is computed on, None without any
    age      what has happened to the claim since
    """

    rating: Rating
    mine: bool
    age: Age
    counted: Rating | None

    @property
    def saw_first(self) -> bool:
        """Given by somebody who had seen the others, and had given none before."""
        return self.counted is None

    @property
    def changed(self) -> bool:
        """Changed after seeing the others."""
        return self.counted is not None and self.counted.pk != self.rating.pk


@dataclass(frozen=True, slots=True)
class Places:
    """The places of the round: how many, who holds them, whether one is the reader's.

    held  of those that are still held, the reader's included
    """

    total: int
    held: tuple[RatingSlot, ...]
    mine: RatingSlot | None

    @property
    def free(self) -> int:
        return max(0, self.total - len(self.held))

    @property
    def others(self) -> tuple[RatingSlot, ...]:
        return tuple(slot for slot in self.held if slot != self.mine)

    @property
    def next_free(self) -> datetime | None:
        """When the first of them may be free again, where one is not kept for good."""
        times = [slot.expires_at for slot in self.others if slot.expires_at]
        return min(times, default=None)


@dataclass(frozen=True, slots=True)
class Panel:
    """The panel of a claim for one reader.

    given     by editor, the reader's own first; all of them only where unblind
    own       the reader's ratings of every round, newest first
    unblind   whether the reader may know what others think of the claim
    wanted    whether the claim is still to be rated at all
    """

    claim: Claim
    given: tuple[Given, ...]
    own: tuple[Rating, ...]
    places: Places
    draft: RatingDraft | None
    unblind: bool
    wanted: bool

    @property
    def current(self) -> Rating | None:
        """The reader's rating of the present round."""
        return next((each.rating for each in self.given if each.mine), None)

    @property
    def others(self) -> tuple[Given, ...]:
        return tuple(each for each in self.given if not each.mine)

    @property
    def needs_place(self) -> bool:
        """Who has rated, or sees what others said, takes no place."""
        return self.current is None and not self.others

    @property
    def may_write(self) -> bool:
        """Whether the form is there at once."""
        return self.wanted and (not self.needs_place or self.places.mine is not None)

    @property
    def disputed(self) -> bool:
        return self.unblind and self.claim.state == Claim.State.DISPUTED


def panel_of(user: User | AnonymousUser, claim: Claim) -> Panel:
    """The panel in a constant number of queries."""
    visible = ratings_visible_to(user, claim).select_related("editor")
    own: list[Rating] = []
    latest: dict[int, Rating] = {}
    for rating in visible.order_by("round", "seq", "pk"):
        if rating.editor_id == user.pk:
            own.insert(0, rating)
        if rating.round == claim.round:
            latest[rating.editor_id] = rating
    return Panel(
        claim=claim,
        given=_given(user, claim, latest),
        own=tuple(own),
        places=_places(user, claim),
        draft=_draft(user, claim),
        unblind=sees_all(user) or user.pk in latest,
        wanted=claim.state in OPEN and claim.merged_into_id is None,
    )


def _given(
    user: User | AnonymousUser, claim: Claim, latest: dict[int, Rating]
) -> tuple[Given, ...]:
    if not latest:
        return ()
    counted = {row.editor_id: row for row in counted_ratings([claim.pk])}
    ages = ages_of(claim, latest.values())
    rows = [
        Given(rating, editor == user.pk, ages[rating.pk], counted.get(editor))
        for editor, rating in latest.items()
    ]
    return tuple(sorted(rows, key=lambda row: (not row.mine, row.rating.pk)))


def _places(user: User | AnonymousUser, claim: Claim) -> Places:
    slots = RatingSlot.objects.filter(claim=claim, round=claim.round)
    still = Q(expires_at=None) | Q(expires_at__gt=timezone.now())
    held = tuple(slots.filter(still).select_related("editor").order_by("slot"))
    mine = next((slot for slot in held if slot.editor_id == user.pk), None)
    return Places(total=claim.slots, held=held, mine=mine)


def _draft(user: User | AnonymousUser, claim: Claim) -> RatingDraft | None:
    if not user.is_authenticated:
        return None
    return RatingDraft.objects.filter(claim=claim, editor=user).first()
