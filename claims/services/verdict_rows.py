"""The rows of a verdict: what writing one, publishing and reopening have in common."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import Value
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext as _

from claims.models import Claim, Rating, Verdict
from claims.selectors.disputes import words_of
from claims.selectors.evidence import evidence_of
from claims.selectors.verdicts import Seen, last_verdict
from claims.services.conflict import ConflictError
from claims.services.following import tell_followers
from factcheck.operations.audit import audit
from factcheck.operations.models import AuditEntry, Token, User
from factcheck.operations.notices import notify

State = Claim.State
TITLE_CHARACTERS = 200  # on a card 360 pixels wide that is ten lines


class Decided(NamedTuple):
    """The value that stands for a disputed facet; "" = left open."""

    kind: str
    role: str
    label: str
    value: str


def current(claim: Claim, seen: Seen) -> Claim:
    """The claim as it is, if it still is as it was seen."""
    claim = Claim.objects.get(pk=claim.pk)
    if claim.merged_into_id is not None:
        raise ConflictError(
            _("This claim was merged into another."),
            {"merged_into": claim.merged_into_id},
        )
    last = last_verdict(claim)
    if seen != (claim.round, last.seq if last else 0):
        raise conflict(claim, _("Somebody has decided on this claim meanwhile."))
    return claim


def write(claim: Claim, seen: Seen, **columns: Any) -> Verdict:
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
        raise conflict(
            claim, _("Somebody has decided on this claim meanwhile.")
        ) from error


def move(claim: Claim, state: str) -> None:
    """Set the state of the claim unless it, or the round, was changed meanwhile: a
    dispute that came after the claim was read must not be written over.
    """
    as_read = Claim.objects.filter(pk=claim.pk, round=claim.round, state=claim.state)
    changed = as_read.update(state=state, touched_at=touched())
    if not changed:
        raise conflict(claim, _("This claim has changed meanwhile."))
    claim.state = state


def told(state: str) -> str:
    """A claim's state as an entry holds it: whoever may read the audit reads that.

    That editors differ is told by the entry "claim.dispute" alone, which is blind.
    """
    return State.OPEN if state == State.DISPUTED else state


def touched() -> Coalesce:
    return Coalesce("touched_at", Value(timezone.now()))


def title_of(claim: Claim, title: str) -> str:
    title = " ".join((title or str(claim)).split())
    if len(title) > TITLE_CHARACTERS:
        raise ValidationError(
            {"title": _("At most %(count)d characters.") % {"count": TITLE_CHARACTERS}}
        )
    return title


def decided_rows(
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


def needed(reason: str) -> str:
    reason = reason.strip()
    if not reason:
        raise ValidationError({"reason": _("Say why.")})
    return reason


def conflict(claim: Claim, message: str) -> ConflictError:
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


def write_entry(
    actor: User,
    verb: str,
    verdict: Verdict,
    before: str,
    after: str,
    token: Token | None,
    request_id: str,
) -> None:
    """The verdict's own words stay in the verdict: the entry says which one it is."""
    entry = audit(
        actor=actor,
        verb=verb,
        target=verdict.claim,
        before={"state": told(before)},
        after={
            "state": told(after),
            "verdict": verdict.pk,
            "round": verdict.round,
            "seq": verdict.seq,
            "label": verdict.label,
        },
        token=token,
        request_id=request_id,
    )
    tell(entry, verdict.claim, verdict.round)


def tell(entry: AuditEntry, claim: Claim, round: int) -> None:
    """Tell who follows the claim and who has rated it in the round."""
    raters = Rating.objects.filter(claim=claim, round=round).order_by()
    tell_followers(entry=entry, claims=[claim.pk])
    notify(entry=entry, users=set(raters.values_list("editor_id", flat=True)))
