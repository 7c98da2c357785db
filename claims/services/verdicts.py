"""What the newsroom decides on a claim and shows its readers.

A verdict is a row that is never changed; the next one of the round has the next number.
Two senior editors who decide at once meet at that number: the second gets a
ConflictError and nothing is written. What is public is told by the verdicts' own
columns, not by the claim's state: a claim that is looked at again keeps its card in
print, marked so, until another takes its place or it is taken back.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import F, Value
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext as _

from claims.models import Claim, Verdict
from claims.models.rating import VALUE_HIGHEST, VALUE_LOWEST
from claims.permissions import may_adjudicate, require
from claims.selectors.disputes import card_of, words_of
from claims.selectors.evidence import evidence_of
from claims.selectors.verdicts import PUBLIC, Seen, last_verdict
from claims.services.conflict import ConflictError
from claims.services.refresh import claim_refresh
from factcheck.operations.audit import audit
from factcheck.operations.models import Token, User

State = Claim.State
# A round that can be closed and opened again has ratings that met, or a verdict.
REOPENED = (State.DISPUTED, State.ADJUDICATED, State.PUBLISHED, State.WITHDRAWN)
TITLE_CHARACTERS = 200  # on a card 360 pixels wide that is ten lines


class Decided(NamedTuple):
    """The value that stands for a disputed facet; "" = left open."""

    kind: str
    role: str
    label: str
    value: str


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
    claim = _current(claim, seen)
    card = card_of(claim, title=_title(claim, title))
    decided = _decided(card, decision.decided)
    label = _label(decided)
    _check(decision, label)
    verdict = _write(
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
    _move(claim, state)
    _audit(actor, "claim.adjudicate", verdict, before, state, token, request_id)
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

    The card is frozen as it is now: when the claim has moved on since its verdict was
    written, a new row repeats the verdict with a new card. Raises PermissionDenied;
    ValidationError when nothing is disputed, or the title is too long; ConflictError as
    for `claim_adjudicate`, and when this very card is public already.
    """
    require(may_adjudicate, actor)
    claim = _current(claim, seen)
    card = card_of(claim, title=_title(claim, title))
    if not card["disputes"]:
        raise ValidationError(_("Nothing is disputed on this claim."))
    last = last_verdict(claim)
    now = timezone.now()
    if last is None or last.card != card or last.withdrawn_at is not None:
        verdict = _write(claim, seen, **_repeated(last, actor, card), published_at=now)
    else:
        verdict = last
        # Who published it first was first: the other's page shows an older state.
        if not Verdict.objects.filter(pk=last.pk, published_at=None).update(
            published_at=now
        ):
            raise _conflict(claim, _("This card is public already."))
        verdict.published_at = now
    before = claim.state
    _move(claim, State.PUBLISHED)
    _audit(actor, "claim.publish", verdict, before, State.PUBLISHED, token, request_id)
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
    reason = _needed(reason)
    claim = Claim.objects.get(pk=claim.pk)
    withdrawn = Verdict.objects.filter(PUBLIC, claim=claim).update(
        withdrawn_at=timezone.now(), withdrawn_reason=reason
    )
    if not withdrawn:
        raise _conflict(claim, _("Nothing of this claim is public."))
    before = claim.state
    state = State.WITHDRAWN if before == State.PUBLISHED else before
    _move(claim, state)
    audit(
        actor=actor,
        verb="claim.unpublish",
        target=claim,
        before={"state": before},
        after={"state": state, "round": claim.round},
        reason=reason,
        token=token,
        request_id=request_id,
    )
    return withdrawn


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
    reason = _needed(reason)
    before = Claim.objects.get(pk=claim.pk)
    changed = Claim.objects.filter(
        pk=claim.pk, round=round, state__in=REOPENED, merged_into=None
    ).update(round=F("round") + 1, state=State.OPEN, touched_at=_touched())
    claim = Claim.objects.get(pk=claim.pk)
    if not changed:
        raise _conflict(claim, _("This claim has changed meanwhile."))
    claim_refresh([claim.pk])
    audit(
        actor=actor,
        verb="claim.reopen",
        target=claim,
        before={"state": before.state, "round": before.round},
        after={"state": claim.state, "round": claim.round},
        reason=reason,
        token=token,
        request_id=request_id,
    )
    return Claim.objects.get(pk=claim.pk)


def _current(claim: Claim, seen: Seen) -> Claim:
    """The claim as it is, if it still is as it was seen."""
    claim = Claim.objects.get(pk=claim.pk)
    if claim.merged_into_id is not None:
        raise ConflictError(
            _("This claim was merged into another."),
            {"merged_into": claim.merged_into_id},
        )
    last = last_verdict(claim)
    if seen != (claim.round, last.seq if last else 0):
        raise _conflict(claim, _("Somebody has decided on this claim meanwhile."))
    return claim


def _write(claim: Claim, seen: Seen, **columns: Any) -> Verdict:
    try:
        with transaction.atomic():
            return Verdict.objects.create(
                claim=claim,
                round=seen.round,
                seq=seen.seq + 1,
                evidence=evidence_of([claim.pk])[claim.pk],
                **columns,
            )
    except IntegrityError as error:
        raise _conflict(
            claim, _("Somebody has decided on this claim meanwhile.")
        ) from error


def _move(claim: Claim, state: str) -> None:
    """Set the state of the claim unless its round was changed meanwhile."""
    changed = Claim.objects.filter(pk=claim.pk, round=claim.round).update(
        state=state, touched_at=_touched()
    )
    if not changed:
        raise _conflict(claim, _("This claim has changed meanwhile."))
    claim.state = state


def _touched() -> Coalesce:
    return Coalesce("touched_at", Value(timezone.now()))


def _title(claim: Claim, title: str) -> str:
    title = " ".join((title or str(claim)).split())
    if len(title) > TITLE_CHARACTERS:
        raise ValidationError(
            {"title": _("At most %(count)d characters.") % {"count": TITLE_CHARACTERS}}
        )
    return title


def _decided(
    card: Mapping[str, Any], wanted: Sequence[Decided]
) -> list[dict[str, str]]:
    """One row a disputed facet. Raises ConflictError where a wish is out of date."""
    wishes = {(one.kind, one.role, one.label): one.value for one in wanted}
    decided = []
    for dispute in card["disputes"]:
        facet = {key: dispute[key] for key in ("kind", "role", "label")}
        value = wishes.pop((facet["kind"], facet["role"], facet["label"]), "")
        if value and value not in map(words_of, dispute["values"]):
            wishes[facet["kind"], facet["role"], facet["label"]] = value
        decided.append({**facet, "value": value})
    if any(wishes.values()):
        raise ConflictError(
            _("What is disputed has changed meanwhile: look at the values again."),
            {"disputes": card["disputes"]},
        )
    return decided


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
        "decided": _decided(card, wanted),
        "card": card,
    }


def _needed(reason: str) -> str:
    reason = reason.strip()
    if not reason:
        raise ValidationError({"reason": _("Say why.")})
    return reason


def _conflict(claim: Claim, message: str) -> ConflictError:
    """With the claim's state as it is now."""
    now = Claim.objects.get(pk=claim.pk)
    last = last_verdict(now)
    return ConflictError(
        message,
        {
            "state": now.state,
            "round": now.round,
            "seq": last.seq if last else 0,
            "label": last.label if last else "",
            "by": last.editor.get_username() if last else "",
        },
    )


def _audit(
    actor: User,
    verb: str,
    verdict: Verdict,
    before: str,
    after: str,
    token: Token | None,
    request_id: str,
) -> None:
    """The verdict's own words stay in the verdict: the entry says which one it is."""
    audit(
        actor=actor,
        verb=verb,
        target=verdict.claim,
        before={"state": before},
        after={
            "state": after,
            "verdict": verdict.pk,
            "round": verdict.round,
            "seq": verdict.seq,
            "label": verdict.label,
        },
        token=token,
        request_id=request_id,
    )
