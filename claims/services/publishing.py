"""What readers see of a claim: its card published, and taken back with a reason.

What is public is told by the verdicts' own columns, not by the claim's state: a claim
that is looked at again keeps its card in print, marked so, until another takes its
place or it is taken back.
"""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from claims.models import Claim, Verdict
from claims.permissions import may_adjudicate, require
from claims.selectors.disputes import card_of
from claims.selectors.verdicts import PUBLIC, Seen, last_verdict
from claims.services.verdict_rows import (
    Decided,
    conflict,
    current,
    decided_rows,
    move,
    needed,
    tell,
    title_of,
    told,
    write,
    write_entry,
)
from factcheck.operations.audit import audit
from factcheck.operations.models import Token, User

State = Claim.State
# Claims that still want ratings or a verdict.
JUDGED_STILL = (State.OPEN, State.DISPUTED)


@transaction.atomic
def claim_publish(
    *,
    actor: User,
    claim: Claim,
    seen: Seen,
    title: str = "",
    token: Token | None = None,
    request_id: str = "",
) -> Verdict:
    """Show readers what is disputed, with the round's verdict if there is one.

    Without a verdict the round goes on. The card is frozen as it is now: when the claim
    has moved on since its verdict was written, a new row repeats it with a new card.
    Raises PermissionDenied;
    ValidationError when nothing is disputed, or the title is too long; ConflictError as
    for `claim_adjudicate`, and when this very card is public already.
    """
    require(may_adjudicate, actor)
    claim = current(claim, seen)
    card = card_of(claim, title=title_of(claim, title))
    if not card["disputes"]:
        raise ValidationError(_("Nothing is disputed on this claim."))
    last = last_verdict(claim)
    now = timezone.now()
    if last is None or last.card != card or last.withdrawn_at is not None:
        verdict = write(claim, seen, **_repeated(last, actor, card), published_at=now)
    else:
        verdict = last
        # Who published it first was first: the other's page shows an older state.
        if not Verdict.objects.filter(pk=last.pk, published_at=None).update(
            published_at=now
        ):
            raise conflict(claim, _("This card is public already."))
        verdict.published_at = now
    before = claim.state
    # A card that only shows what is disputed ends no round: editors go on rating.
    undecided = before in JUDGED_STILL
    state = before if undecided else State.PUBLISHED
    move(claim, state)
    write_entry(actor, "claim.publish", verdict, before, state, token, request_id)
    return verdict


@transaction.atomic
def claim_unpublish(
    *,
    actor: User,
    claim: Claim,
    reason: str,
    token: Token | None = None,
    request_id: str = "",
) -> int:
    """Take back all that is public of a claim; the number of verdicts taken back.

    A note with the day and the reason stays at the card's address. Raises
    PermissionDenied; ValidationError without a reason; ConflictError when nothing is
    public.
    """
    require(may_adjudicate, actor)
    reason = needed(reason)
    claim = Claim.objects.get(pk=claim.pk)
    withdrawn = Verdict.objects.filter(PUBLIC, claim=claim).update(
        withdrawn_at=timezone.now(), withdrawn_reason=reason
    )
    if not withdrawn:
        raise conflict(claim, _("Nothing of this claim is public."))
    before = claim.state
    state = State.WITHDRAWN if before == State.PUBLISHED else before
    move(claim, state)
    entry = audit(
        actor=actor,
        verb="claim.unpublish",
        target=claim,
        before={"state": told(before)},
        after={"state": told(state), "round": claim.round},
        reason=reason,
        token=token,
        request_id=request_id,
    )
    tell(entry, claim, claim.round)
    return withdrawn


def _repeated(
    last: Verdict | None, actor: User, card: dict[str, Any]
) -> dict[str, Any]:
    """The columns of a row that repeats a verdict with a new card."""
    if last is None:
        decided: list[dict[str, str]] = []
        return {"editor": actor, "card": card, "decided": decided}
    wanted = [Decided(**row) for row in last.decided]
    return {
        "editor": actor,
        "label": last.label,
        "value": last.value,
        "text": last.text,
        "reasons": last.reasons,
        "decided": decided_rows(card, wanted),
        "card": card,
    }
