"""What an editor has typed of a rating and not saved yet; nobody else sees it.

No AuditEntry tells of it: a draft is no act of the newsroom, and every few seconds of
typing write it anew.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from claims.models import Rating, RatingDraft
from claims.models.rating import VALUE_HIGHEST, VALUE_LOWEST
from claims.permissions import may_rate, require
from claims.services.slots import slot_extend

if TYPE_CHECKING:
    from claims.models import Claim
    from factcheck.operations.models import User

UNKNOWN = "unknown"
VALUES = (UNKNOWN, *map(str, range(VALUE_LOWEST, VALUE_HIGHEST + 1)))
# Four times what a saved rationale may have: also one that is too long to be saved is
# not lost; what is beyond is cut off.
DRAFT_CHARACTERS = 20_000


@transaction.atomic
def draft_save(
    *, actor: User, claim: Claim, value: str = "", rationale: str = ""
) -> RatingDraft | None:
    """Keep value and rationale for the actor; with neither, nothing is kept: None.

    Nor is what the actor's last rating says already: a script that keeps what is typed
    may come after the button that saved it.
    value  "1" to "5", "unknown", or "" for not chosen; anything else is not chosen
    A place that the actor holds is held longer. Raises PermissionDenied.
    """
    require(may_rate, actor)
    slot_extend(actor=actor, claim=claim)
    value = value if value in VALUES else ""
    # PostgreSQL stores no zero bytes; a browser sends none.
    rationale = rationale.replace("\x00", "")[:DRAFT_CHARACTERS]
    if not (value or rationale.strip()) or _is_saved(actor, claim, value, rationale):
        draft_drop(actor=actor, claim=claim)
        return None
    draft = RatingDraft(
        claim=claim,
        editor=actor,
        value=value,
        rationale=rationale,
        at=timezone.now(),
    )
    RatingDraft.objects.bulk_create(
        [draft],
        update_conflicts=True,
        unique_fields=["claim", "editor"],
        update_fields=["value", "rationale", "at"],
    )
    return draft


def _is_saved(actor: User, claim: Claim, value: str, rationale: str) -> bool:
    last = (
        Rating.objects.filter(claim=claim, editor=actor, round=claim.round)
        .order_by("-seq")
        .first()
    )
    if last is None:
        return False
    said = UNKNOWN if last.value is None else str(last.value)
    return (said, last.rationale) == (value, rationale.strip())


def draft_drop(*, actor: User, claim: Claim) -> None:
    """Forget the actor's draft: its rating is saved."""
    RatingDraft.objects.filter(claim=claim, editor=actor).delete()
