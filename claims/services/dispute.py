"""When the editors of a claim differ so much that a senior editor has to decide.

Only counted ratings are asked: each editor's last blind one of the round. So a change
of mind after seeing the others neither makes a dispute nor ends one; what two people
thought without knowing of each other stays a fact of the round, and the senior editor
sees both that and the changes since. A round in dispute ends with a verdict.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.models import Claim
from claims.selectors.ratings import counted_ratings
from claims.services.following import tell_followers, tell_senior_editors
from factcheck.operations.audit import audit

if TYPE_CHECKING:
    from factcheck.operations.models import AuditEntry, Token, User

# On the scale of five. One step apart is two readings of one article; from two on, one
# says that the reports agree in what matters and the other that they do not.
DISPUTE_SPREAD = 2


def differ(values: list[int | None]) -> bool:
    """Whether ratings are a dispute; "cannot tell" (None) takes no side."""
    told = [value for value in values if value is not None]
    return bool(told) and max(told) - min(told) >= DISPUTE_SPREAD


def dispute_check(
    *,
    actor: User,
    claim: Claim,
    parent: AuditEntry,
    token: Token | None = None,
    request_id: str = "",
) -> bool:
    """Mark an open claim as disputed if its counted ratings are; whether it did.

    Called where a rating was added, inside its transaction and with the claim's row
    locked, or two ratings at once would not see each other.
    """
    counted = counted_ratings([claim.pk]).values_list("value", flat=True)
    if not differ(list(counted)):
        return False
    still_open = Claim.objects.filter(
        pk=claim.pk, round=claim.round, state=Claim.State.OPEN
    )
    if not still_open.update(state=Claim.State.DISPUTED):
        return False
    # Without a value: blind ratings are not told by the audit.
    entry = audit(
        actor=actor,
        verb="claim.dispute",
        target=claim,
        before={"state": Claim.State.OPEN.value},
        after={"state": Claim.State.DISPUTED.value, "round": claim.round},
        parent=parent,
        token=token,
        request_id=request_id,
    )
    tell_senior_editors(entry=entry)
    tell_followers(entry=entry, claims=[claim.pk])
    return True
