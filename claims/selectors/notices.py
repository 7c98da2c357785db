"""What somebody is told, worded by what they may see now.

A notice points at an entry of the audit. Blind ones (that others rated or commented, or
differ) are held back until the reader has rated the round, and so is their number: all
that are held back on one claim are a single neutral line, and only where the reader was
asked for by name. So a notice never tells more than a page would.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.db.models import Exists, OuterRef, QuerySet

from claims.models import Claim, ClaimMember, Link, Rating, Verdict
from claims.selectors.entries import entries_visible_to
from factcheck.operations.models import AuditEntry, Notification

if TYPE_CHECKING:
    from factcheck.operations.models import User

# The number in the header stops here: a longer list is not read to its end.
COUNTED = 99
ADJUDICATED = "claim.adjudicate"
CLAIM = Claim._meta.label_lower
LINK = Link._meta.label_lower
VERDICT = Verdict._meta.label_lower


@dataclass(frozen=True, slots=True)
class Notice:
    """A notification with its entry and its claim, None where there is none to show.

    why  "asked" by name, "overruled" by a verdict, or "followed"
    """

    pk: int
    entry: AuditEntry
    claim: Claim | None
    read: bool
    why: str

    @property
    def at(self) -> datetime:
        return self.entry.at


def notices_visible_to(user: User) -> QuerySet[Notification]:
    """The user's notices that may be told now, newest first."""
    visible = entries_visible_to(user).filter(pk=OuterRef("entry"))
    mine = Notification.objects.filter(user=user)
    return mine.filter(Exists(visible)).order_by("-pk")


def claims_held_back(
    user: User, among: QuerySet[Notification] | None = None
) -> list[Claim]:
    """Claims on which the user is asked for by name, in something still blind.

    among  the user's notices that are looked at; None = all of them
    """
    _told, held = _unread(user, among)
    return list(Claim.objects.filter(pk__in=_asked(held, user)).order_by("pk"))


def unread_number(user: User) -> int:
    """How many notices wait, at most COUNTED + 1. One query: every page asks."""
    told, held = _unread(user)
    return len(told) + len(_asked(held, user))


def _unread(
    user: User, among: QuerySet[Notification] | None = None
) -> tuple[list[Notification], list[Notification]]:
    """The newest unread notices with their entries: to be told now, and held back."""
    visible = entries_visible_to(user).filter(pk=OuterRef("entry"))
    rows = Notification.objects.all() if among is None else among
    unread = rows.filter(user=user, read_at=None)
    newest = unread.annotate(open=Exists(visible)).select_related("entry")
    told: list[Notification] = []
    held: list[Notification] = []
    for each in newest.order_by("-pk")[: COUNTED + 1]:
        (told if each.open else held).append(each)
    return told, held


def _asked(held: Iterable[Notification], user: User) -> set[int]:
    """The claims of notices by name; several on one claim are one."""
    return {
        _number(each.entry)
        for each in held
        if each.entry.target_type == CLAIM and _by_name(each.entry, user)
    }


def notices(rows: Iterable[Notification], user: User) -> list[Notice]:
    """A page of notices with their claims, in a constant number of queries.

    rows  of `notices_visible_to`, with their entries
    """
    page: Sequence[Notification] = list(rows)
    entries = [each.entry for each in page]
    claims, overruling = _claims_of(entries), _overruling(entries, user)
    return [
        Notice(
            pk=each.pk,
            entry=each.entry,
            claim=claims.get(each.entry_id),
            read=each.read_at is not None,
            why=_why(each.entry, user, overruling),
        )
        for each in page
    ]


def _by_name(entry: AuditEntry, user: User) -> bool:
    return (
        user.pk in entry.after.get("mentioned", ())
        or entry.after.get("editor") == user.get_username()
    )


def _why(entry: AuditEntry, user: User, overruling: set[int]) -> str:
    if _by_name(entry, user):
        return "asked"
    return "overruled" if entry.after.get("verdict") in overruling else "followed"


def _overruling(entries: Sequence[AuditEntry], user: User) -> set[int]:
    """Of the verdicts written in the entries those with another value than the user's.

    The user's is the last of the verdict's round; who cannot tell is not overruled.
    """
    written = {
        entry.after.get("verdict") for entry in entries if entry.verb == ADJUDICATED
    }
    if not written:
        return set()
    verdicts = Verdict.objects.filter(pk__in=written, value__isnull=False)
    own: dict[tuple[int, int], int | None] = {}
    given = Rating.objects.filter(
        editor=user, claim__in=verdicts.order_by().values("claim")
    )
    for rating in given.order_by("seq", "pk"):
        own[rating.claim_id, rating.round] = rating.value
    return {
        verdict.pk
        for verdict in verdicts
        if own.get((verdict.claim_id, verdict.round)) not in (None, verdict.value)
    }


def _claims_of(entries: Sequence[AuditEntry]) -> dict[int, Claim]:
    """The claim of each entry, by the entry's id."""
    numbers: dict[str, set[int]] = {CLAIM: set(), LINK: set(), VERDICT: set()}
    for entry in entries:
        if entry.target_type in numbers:
            numbers[entry.target_type].add(int(entry.target_id))
    homes = {
        CLAIM: {pk: pk for pk in numbers[CLAIM]},
        LINK: _claims_of_links(numbers[LINK]),
        VERDICT: dict(
            Verdict.objects.filter(pk__in=numbers[VERDICT]).values_list(
                "pk", "claim_id"
            )
        ),
    }
    found = Claim.objects.in_bulk(
        {pk for home in homes.values() for pk in home.values()}
    )
    return {
        entry.pk: found[claim]
        for entry in entries
        if (claim := homes.get(entry.target_type, {}).get(_number(entry))) in found
    }


def _number(entry: AuditEntry) -> int:
    return int(entry.target_id) if entry.target_id.isdecimal() else 0


def _claims_of_links(links: set[int]) -> dict[int, int]:
    """The lowest claim that holds both ends of a link; either end if none does."""
    ends = {
        pk: (low, high)
        for pk, low, high in Link.objects.filter(pk__in=links).values_list(
            "pk", "low_id", "high_id"
        )
    }
    homes: dict[int, set[int]] = {}
    members = ClaimMember.objects.filter(
        statement__in={end for pair in ends.values() for end in pair},
        state=ClaimMember.State.IN,
    )
    for statement, claim in members.values_list("statement_id", "claim_id"):
        homes.setdefault(statement, set()).add(claim)
    found = {}
    for pk, (low, high) in ends.items():
        one, other = homes.get(low, set()), homes.get(high, set())
        if both := (one & other) or (one | other):
            found[pk] = min(both)
    return found
