"""Who works on which claim: taken slots, open assignments, saved searches.

That a slot is taken, and by whom, everybody may know; what was rated is not told here.
Who is asked to rate, and by when, is the newsroom's own business: no visitor is told.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.contrib.auth.models import AnonymousUser
from django.db.models import F, Q
from django.db.models.functions import Lower

from claims.models import Assignment, Claim, SavedSearch
from claims.selectors.queue import taken_slots
from factcheck.operations.models import User

if TYPE_CHECKING:
    from collections.abc import Collection

    from claims.selectors.ratings import Standing

# Names in the list of whom one may ask; a larger newsroom asks through the API.
RATERS_SHOWN = 200


@dataclass(frozen=True, slots=True)
class Work:
    """taken: slots of the present round that are held; assigned: open, oldest first."""

    taken: int = 0
    assigned: tuple[Assignment, ...] = ()


def state_known(claim: Claim, standing: Standing) -> str:
    """The claim's state to who stands so: while blind, a disputed one is open."""
    if claim.state == Claim.State.DISPUTED and not standing.unblind:
        return Claim.State.OPEN.value
    return claim.state


def work_on(
    claim_ids: Collection[int], viewer: User | AnonymousUser
) -> dict[int, Work]:
    """The work on each claim by id, in two queries at most."""
    slots = taken_slots().filter(claim__in=claim_ids, round=F("claim__round"))
    taken = Counter(slots.values_list("claim_id", flat=True))
    assigned: dict[int, list[Assignment]] = defaultdict(list)
    for row in open_assignments(claim_ids, viewer):
        assigned[row.claim_id].append(row)
    return {pk: Work(taken[pk], tuple(assigned[pk])) for pk in claim_ids}


def open_assignments(
    claim_ids: Collection[int], viewer: User | AnonymousUser
) -> list[Assignment]:
    """What is not done yet, oldest first, with both people; nothing for a visitor."""
    if not viewer.is_authenticated:
        return []
    return list(
        Assignment.objects.filter(claim__in=claim_ids, done_at=None)
        .select_related("editor", "by_whom")
        .order_by("pk")
    )


def raters() -> list[User]:
    """Who can be asked to rate, by name."""
    return list(
        User.objects.with_perm(
            "claims.rate_claim", backend="django.contrib.auth.backends.ModelBackend"
        )
        .distinct()
        .order_by(Lower("last_name"), Lower("first_name"), "username")[:RATERS_SHOWN]
    )


def searches_of(user: User | AnonymousUser) -> list[SavedSearch]:
    """A user's own saved searches and those that others share, own ones first."""
    if not user.is_authenticated:
        return []
    rows = SavedSearch.objects.filter(Q(owner=user) | Q(shared=True)).select_related(
        "owner"
    )
    return sorted(rows, key=lambda row: row.owner_id != user.pk)
