"""What the tests of verdicts and of cards have in common: how a claim is decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.selectors.disputes import disputes_now
from claims.selectors.verdicts import Seen
from claims.services.verdict_rows import Decided
from claims.services.verdicts import Decision

if TYPE_CHECKING:
    from claims.models import Claim

FIRST = Seen(1, 0)
REASONS = "The office confirms the day."


def standing(claim: Claim, **values: str) -> list[Decided]:
    """The disputed facets of a claim with the value chosen for each kind."""
    return [
        Decided(each.kind, each.role, each.label, values.get(each.kind, ""))
        for each in disputes_now(claim)
    ]


def decision(claim: Claim, **values: str) -> Decision:
    return Decision(
        decided=standing(claim, **values),
        value=2,
        text="It was the fifth.",
        reasons=REASONS,
    )
