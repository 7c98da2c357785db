"""What clustering did to claims because of one act, for who takes the act back.

An act on a link may bring statements into a claim that editors work on. The engine
takes nothing out of such a claim (SCHEMA rule 5), so who takes the act back has to: the
entry of the act says what came, and which claim led on to it because of that. Where
somebody has judged the claim with them since, they stay.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from claims.models import (
    Assignment,
    By,
    Claim,
    ClaimMember,
    Comment,
    Rating,
    Verdict,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import datetime

    from factcheck.operations.models import AuditEntry

# The key of an entry's before and after.
SHIFTS = "shifts"


@dataclass(slots=True)
class Shifts:
    """came: touched claim → statements that the engine put into it.

    led: untouched claim → the claim to which it leads on now, and what it held
    """

    came: dict[int, list[int]] = field(default_factory=dict)
    led: dict[int, tuple[int, list[int]]] = field(default_factory=dict)

    def note_came(self, claim: int, statements: Collection[int]) -> None:
        if statements:
            self.came[claim] = sorted(statements)

    def note_led(self, claim: int, to: int, statements: Collection[int]) -> None:
        self.led[claim] = to, sorted(statements)

    def before(self) -> dict[str, Any]:
        return {SHIFTS: None} if self.came else {}

    def after(self) -> dict[str, Any]:
        """As an entry holds it; nothing where no touched claim gained anything."""
        if not self.came:
            return {}
        return {SHIFTS: {"came": _keyed(self.came), "led": _keyed(self.led)}}


def _keyed(rows: Mapping[int, Any]) -> dict[str, Any]:
    return {str(claim): row for claim, row in sorted(rows.items())}


def shifts_carried(entry: AuditEntry) -> dict[str, Any]:
    """What the entry tells of it, for the entry that takes it back.

    So that an act which is done again after that can be taken back again.
    """
    return {SHIFTS: entry.after[SHIFTS]} if SHIFTS in entry.after else {}


def shifts_back(entry: AuditEntry) -> None:
    """Take out what came by the act; before the claims around are settled.

    What a standing link still joins to the claim comes back by that.
    """
    told = entry.after.get(SHIFTS)
    if not told:
        return
    freed = set()
    for claim, statements in told["came"].items():
        if not _worked_on_since(int(claim), entry.at):
            rows = ClaimMember.objects.filter(claim=int(claim), by=By.ENGINE)
            rows.filter(statement__in=statements).delete()
            freed.add(int(claim))
    for claim, (to, statements) in told["led"].items():
        here = Claim.objects.filter(pk=int(claim), merged_into=to)
        if to in freed and here.update(merged_into=None):
            ClaimMember.objects.bulk_create(
                [
                    ClaimMember(claim_id=int(claim), statement_id=pk)
                    for pk in statements
                ],
                ignore_conflicts=True,
            )


def _worked_on_since(claim: int, at: datetime) -> bool:
    return any(
        model._default_manager.filter(claim=claim, at__gt=at).exists()
        for model in (Rating, Comment, Verdict, Assignment)
    )
