"""What a digest tells somebody: their notices since a moment, claim by claim.

It is made of notices, so it tells what the page of notices tells and no more: blind
ones are held back, and what they are held back on is named where the reader was asked
for by name. What was read on the page is not told again.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from claims.selectors.notice_words import words
from claims.selectors.notices import claims_held_back, notices, notices_visible_to
from factcheck.operations.models import Notification

if TYPE_CHECKING:
    from claims.models import Claim
    from factcheck.operations.models import User

# The newest notices that a mail tells of; how many more there are, it says.
MOST_TOLD = 200


@dataclass(frozen=True, slots=True)
class Happening:
    """One line: when, and what."""

    at: datetime
    words: str


@dataclass(frozen=True, slots=True)
class About:
    """What happened to one claim, the oldest first; claim None: to something else."""

    claim: Claim | None
    happenings: tuple[Happening, ...]


@dataclass(frozen=True, slots=True)
class Digest:
    """The claims to which most recently something happened come first.

    asked  claims that the reader is asked to look at, for a reason still blind to them
    more   notices that are not told here
    """

    told: tuple[About, ...]
    asked: tuple[Claim, ...]
    more: int

    def __bool__(self) -> bool:
        return bool(self.told or self.asked)


def digest_of(user: User, *, since: datetime, until: datetime) -> Digest:
    """What was told to the user in (since, until] and not read yet."""
    recent = Notification.objects.filter(
        user=user, read_at=None, entry__at__gt=since, entry__at__lte=until
    )
    rows = notices_visible_to(user).filter(pk__in=recent.values("pk"))
    newest = notices(rows.select_related("entry__actor")[:MOST_TOLD], user)
    by_claim: dict[int | None, list[Happening]] = {}
    claims: dict[int | None, Claim | None] = {}
    for notice in newest:
        key = notice.claim.pk if notice.claim else None
        claims.setdefault(key, notice.claim)
        happening = Happening(notice.at, words(notice))
        by_claim.setdefault(key, []).append(happening)
    return Digest(
        told=tuple(
            About(claims[key], tuple(reversed(lines)))
            for key, lines in by_claim.items()
        ),
        asked=tuple(claims_held_back(user, recent)),
        more=max(0, rows.count() - MOST_TOLD),
    )
