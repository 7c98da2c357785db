"""What has happened since a page was made: how many claims are new, how many changed.

Asked every few seconds by every open page, so it is told by two look-ups of a largest
id that nothing has; only otherwise are entries read, a bounded number of them. Entries
that are blind to who asks do not count, nor do one's own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Max, Q

from claims.models import Claim, ClaimMember, Link
from claims.selectors.entries import entries_visible_to
from claims.selectors.queue import Wanted, queue_filtered
from factcheck.operations.models import AuditEntry

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcheck.operations.models import User

# Entries read, the newest first. Who has been away for more reloads anyway.
ENTRIES_READ = 500
TARGETS = ("claims.claim", "claims.link", "claims.statement")
# An import makes thousands of claims at once; that they are new is told by their ids.
FOUND = "claim.found"


@dataclass(frozen=True, slots=True)
class Mark:
    """How far a page knows: the newest entry and the newest claim."""

    entry: int = 0
    claim: int = 0

    def __str__(self) -> str:
        return f"{self.entry}-{self.claim}"


@dataclass(frozen=True, slots=True)
class News:
    """Claims that are new to a list, and claims of it that others have changed."""

    new: int = 0
    changed: int = 0

    def __bool__(self) -> bool:
        return bool(self.new or self.changed)


def mark_now() -> Mark:
    """Two look-ups at the end of an index."""
    return Mark(
        AuditEntry.objects.aggregate(last=Max("pk"))["last"] or 0,
        Claim.objects.aggregate(last=Max("pk"))["last"] or 0,
    )


def news_of_list(wanted: Wanted, viewer: User, since: Mark) -> News:
    """What is new in the list of these filters."""
    listed = queue_filtered(wanted, viewer)
    changed = changed_claims(viewer, since)
    return News(
        new=listed.filter(pk__gt=since.claim).count(),
        changed=listed.filter(pk__in=changed, pk__lte=since.claim).count(),
    )


def has_changed(claim: Claim, viewer: User, since: Mark) -> bool:
    """Whether others have done anything with the claim that the viewer may know of."""
    return claim.pk in changed_claims(viewer, since)


def changed_claims(viewer: User, since: Mark) -> set[int]:
    """The claims that entries by others concern: themselves, a link, a statement."""
    entries = (
        entries_visible_to(viewer)
        .filter(pk__gt=since.entry, target_type__in=TARGETS)
        .filter(Q(actor=None) | ~Q(actor=viewer))
        .exclude(verb=FOUND)
        .order_by("-pk")
        .values_list("target_type", "target_id")[:ENTRIES_READ]
    )
    ids: dict[str, set[int]] = {target: set() for target in TARGETS}
    for target, pk in entries:
        ids[target].add(int(pk))
    claims, links, statements = (ids[target] for target in TARGETS)
    ends = Link.objects.filter(pk__in=links).values_list("low_id", "high_id")
    statements |= {end for pair in ends for end in pair}
    return claims | set(_homes(statements))


def _homes(statements: Iterable[int]) -> Iterable[int]:
    return ClaimMember.objects.filter(
        statement__in=statements, state=ClaimMember.State.IN
    ).values_list("claim_id", flat=True)
