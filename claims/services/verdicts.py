"""What the newsroom decides on a claim, and how it is opened again.

A verdict is a row that is never changed; the next one of the round has the next number.
Two senior editors who decide at once meet at that number: the second gets a
ConflictError and nothing is written.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from claims.models import Claim, Verdict
from claims.models.rating import VALUE_HIGHEST, VALUE_LOWEST
from claims.permissions import may_adjudicate, require
from claims.selectors.disputes import card_of
from claims.selectors.verdicts import Seen
from claims.services.publishing import claim_publish
from claims.services.refresh import claim_refresh
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
    touched,
    write,
    write_entry,
)
from factcheck.operations.audit import audit
from factcheck.operations.models import Token, User

State = Claim.State
# A round that can be closed and opened again has ratings that met, or a verdict.
REOPENED = (State.DISPUTED, State.ADJUDICATED, State.PUBLISHED, State.WITHDRAWN)


class Decision(NamedTuple):
    """What a senior editor says. value: how consistent the outlets are, 1 to 5 or None.

    text is for readers, reasons for the raters.
    """

    decided: Sequence[Decided] = ()
    value: int | None = None
    text: str = ""
    reasons: str = ""


@transaction.atomic
def claim_adjudicate(
    *,
    actor: User,
    claim: Claim,
    seen: Seen,
    decision: Decision,
    title: str = "",
    publish: bool = False,
    token: Token | None = None,
    request_id: str = "",
) -> Verdict:
    """Write the verdict of the claim's round, and publish its card if asked to.

    seen   the last verdict that the editor had before them
    title  of the card; empty = the claim's own
    Facets that `decision.decided` does not name are left open. Raises PermissionDenied;
    ValidationError by field; ConflictError when the claim was merged, opened again or
    decided by somebody else, or when a value is no longer among those printed.
    """
    require(may_adjudicate, actor)
    claim = current(claim, seen)
    card = card_of(claim, title=title_of(claim, title))
    decided = decided_rows(card, decision.decided)
    label = _label(decided)
    _check(decision, label)
    verdict = write(
        claim,
        seen,
        editor=actor,
        label=label,
        value=decision.value,
        text=decision.text.strip(),
        reasons=decision.reasons.strip(),
        decided=decided,
        card=card,
    )
    before = claim.state
    state = State.PUBLISHED if before == State.PUBLISHED else State.ADJUDICATED
    move(claim, state)
    write_entry(actor, "claim.adjudicate", verdict, before, state, token, request_id)
    if publish:
        return claim_publish(
            actor=actor,
            claim=claim,
            seen=Seen(verdict.round, verdict.seq),
            title=title,
            token=token,
            request_id=request_id,
        )
    return verdict


@transaction.atomic
def claim_reopen(
    *,
    actor: User,
    claim: Claim,
    round: int,
    reason: str,
    token: Token | None = None,
    request_id: str = "",
) -> Claim:
    """Have a claim rated again in a new round; the old ratings and verdicts stay.

    round   the one that the editor saw
    reason  why; it is the question that the raters read first
    Raises PermissionDenied; ValidationError without a reason; ConflictError when the
    claim is open, merged, or in another round meanwhile.
    """
    require(may_adjudicate, actor)
    reason = needed(reason)
    before = Claim.objects.get(pk=claim.pk)
    changed = Claim.objects.filter(
        pk=claim.pk, round=round, state__in=REOPENED, merged_into=None
    ).update(round=F("round") + 1, state=State.OPEN, touched_at=touched())
    claim = Claim.objects.get(pk=claim.pk)
    if not changed:
        raise conflict(claim, _("This claim has changed meanwhile."))
    claim_refresh([claim.pk])
    entry = audit(
        actor=actor,
        verb="claim.reopen",
        target=claim,
        before={"state": told(before.state), "round": before.round},
        after={"state": claim.state, "round": claim.round},
        reason=reason,
        token=token,
        request_id=request_id,
    )
    tell(entry, claim, round)
    return Claim.objects.get(pk=claim.pk)


def _label(decided: Sequence[Mapping[str, str]]) -> str:
    standing = [row for row in decided if row["value"]]
    if len(standing) < len(decided):
        return Verdict.Label.PARTLY if standing else Verdict.Label.OPEN
    return Verdict.Label.SETTLED


def _check(decision: Decision, label: str) -> None:
    errors = {}
    value = decision.value
    if value is not None and not VALUE_LOWEST <= value <= VALUE_HIGHEST:
        errors["value"] = _("From %(low)d to %(high)d, or cannot tell.") % {
            "low": VALUE_LOWEST,
            "high": VALUE_HIGHEST,
        }
    if label != Verdict.Label.OPEN and not decision.text.strip():
        errors["text"] = _("Say in words what readers are to know.")
    if not decision.reasons.strip():
        errors["reasons"] = _("Say why: the raters will read it.")
    if errors:
        raise ValidationError(errors)
