"""What editors decide: a link, a rating. Each with its AuditEntry in one transaction.

A decision is a conditional UPDATE on (id, revision): who decides on something that has
changed meanwhile is told so, and nothing is written. From a decision on, the engine
changes only its own columns.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Value
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext as _

from claims.linkage.types import Relation
from claims.models import By, Claim, ClaimMember, Link, Rating
from claims.models.rating import (
    VALUE_HIGHEST,
    VALUE_LOWEST,
    VALUE_WITHOUT_RATIONALE,
)
from claims.permissions import may_decide, may_rate, require
from claims.selectors.evidence import evidence_of
from claims.selectors.ratings import comments_visible_to, ratings_visible_to
from claims.services.assign import assignments_done
from claims.services.dispute import dispute_check
from claims.services.drafts import draft_drop
from claims.services.following import start_following, tell_followers
from claims.services.link_state import later_end, link_state, link_write
from claims.services.refresh import stale_refresh
from claims.services.settled import claims_settle
from claims.services.shifts import Shifts
from claims.services.slots import claim_to_rate, slot_hold
from claims.store.locks import lock_linking
from factcheck.operations.audit import audit
from factcheck.operations.models import AuditEntry, Token, User

if TYPE_CHECKING:
    from datetime import datetime

DECISIONS = (Link.State.CONFIRMED, Link.State.REJECTED, Link.State.UNSURE)
RELATED = (Relation.CORROBORATES, Relation.CONFLICTS, Relation.UPDATES)


@transaction.atomic
def claim_rate(
    *,
    actor: User,
    claim: Claim,
    value: int | None,
    rationale: str = "",
    token: Token | None = None,
    request_id: str = "",
) -> Rating:
    """Add the editor's judgement; a later one of the same round takes its place.

    value 1 to 5, None = cannot tell; below 4 and for None a rationale is needed.
    The first rating of a round takes a place (services.slots) and keeps it; the draft
    is forgotten and what was asked of the editor is done. Who has seen the others
    needs no place: that rating is kept and shown, and not counted for agreement.
    Raises PermissionDenied; ValidationError by field; ConflictError when the claim was
    merged or decided, or when no place is free.
    """
    require(may_rate, actor)
    rationale = rationale.strip()
    _check_rating(value, rationale)
    now = timezone.now()
    claim = _lock(claim, now)
    earlier = Rating.objects.filter(claim=claim, editor=actor, round=claim.round)
    last = earlier.order_by("-seq").values_list("seq", flat=True).first() or 0
    blind = _is_blind(actor, claim)
    if blind and not last:
        slot_hold(actor=actor, claim=claim, expires_at=None)
    rating = Rating.objects.create(
        claim=claim,
        editor=actor,
        round=claim.round,
        seq=last + 1,
        value=value,
        rationale=rationale,
        blind=blind,
        evidence=evidence_of([claim.pk])[claim.pk],
        at=now,
    )
    draft_drop(actor=actor, claim=claim)
    start_following(user=actor, claim=claim)
    assignments_done(claim=claim, editor=actor, token=token, request_id=request_id)
    stale_refresh([claim.pk])
    # The value stays out of the entry: the audit must not tell what blind rating hides.
    entry = audit(
        actor=actor,
        verb="claim.rate",
        target=claim,
        after={
            "rating": rating.pk,
            "round": rating.round,
            "seq": rating.seq,
            "blind": rating.blind,
        },
        token=token,
        request_id=request_id,
    )
    tell_followers(entry=entry, claims=[claim.pk])
    dispute_check(
        actor=actor, claim=claim, parent=entry, token=token, request_id=request_id
    )
    return rating


def _lock(claim: Claim, now: datetime) -> Claim:
    """The claim as it is once nobody else is rating it at this moment; touched.

    The UPDATE holds its row until the end: of two who save at once, the second sees the
    first one's rating when it is asked whether the claim is disputed.
    """
    touched = Coalesce("touched_at", Value(now))
    Claim.objects.filter(pk=claim.pk).update(touched_at=touched)
    return claim_to_rate(claim.pk)


def _is_blind(actor: User, claim: Claim) -> bool:
    """Whether the actor could see nothing yet of what others think of the claim."""
    ratings = ratings_visible_to(actor, claim).filter(round=claim.round)
    comments = comments_visible_to(actor, claim).filter(round=claim.round)
    return not (
        ratings.exclude(editor=actor).exists()
        or comments.exclude(author=actor).exists()
    )


def _check_rating(value: int | None, rationale: str) -> None:
    if value is not None and not VALUE_LOWEST <= value <= VALUE_HIGHEST:
        raise ValidationError({"value": _("From 1 to 5, or cannot tell.")})
    if not rationale and (value is None or value < VALUE_WITHOUT_RATIONALE):
        raise ValidationError(
            {"rationale": _("Below 4 and for “cannot tell” a rationale is needed.")}
        )


@transaction.atomic
def link_decide(
    *,
    actor: User,
    link: Link,
    state: str,
    revision: int,
    relation: str | None = None,
    direction: int | None = None,
    reason: str = "",
    parent: AuditEntry | None = None,
    token: Token | None = None,
    request_id: str = "",
) -> Link:
    """Confirm, reject or leave unsure what the link says, or say what it is instead.

    revision  that of the link as the editor saw it
    relation  corroborates, conflicts or updates; None = as it stands
    direction of updates: 1 = the high end tells the later state, -1 = the low end,
    None = as it stands, else by event and publication
    parent    the entry of an act on many links
    The claims around it are clustered and counted anew. A confirmed link touches the
    claims that hold both its ends. Raises PermissionDenied, ValidationError,
    ConflictError with the link's present state.
    """
    require(may_decide, actor)
    lock_linking()
    check_decision(state, relation, direction)
    before = link_state(Link.objects.filter(pk=link.pk).first())
    changes: dict[str, Any] = {"state": state, "by": By.EDITOR}
    if relation is not None:
        changes |= {
            "relation": relation,
            "direction": _direction(link, relation, direction),
        }
    now = link_write(link.pk, revision, **changes)
    ends = (now.low_id, now.high_id)
    shifts = Shifts()
    concerned = claims_settle(ends, shifts=shifts)
    if state == Link.State.CONFIRMED:
        touch_both(ends)
    entry = audit(
        actor=actor,
        verb="link.decide",
        target=now,
        before=before | shifts.before(),
        after=link_state(now) | shifts.after(),
        reason=reason.strip(),
        parent=parent,
        token=token,
        request_id=request_id,
    )
    tell_followers(entry=entry, claims=concerned)
    return now


def check_decision(state: str, relation: str | None, direction: int | None) -> None:
    """Raise ValidationError by field unless it is a decision."""
    if state not in DECISIONS:
        raise ValidationError({"state": f"One of {', '.join(DECISIONS)}."})
    if relation is not None and relation not in RELATED:
        raise ValidationError({"relation": f"One of {', '.join(RELATED)}."})
    if direction is not None and (relation != Relation.UPDATES or abs(direction) != 1):
        raise ValidationError({"direction": _("1 or -1, of an update alone.")})


def _direction(link: Link, relation: str, wanted: int | None) -> int:
    if relation != Relation.UPDATES:
        return 0
    return wanted or link.direction or later_end(link, relation)


def touch_both(ends: tuple[int, int]) -> None:
    """Mark the claims that hold both ends as worked on by an editor."""
    low, high = (
        set(
            ClaimMember.objects.filter(
                statement=end, state=ClaimMember.State.IN
            ).values_list("claim_id", flat=True)
        )
        for end in ends
    )
    Claim.objects.filter(pk__in=low & high, touched_at=None).update(
        touched_at=timezone.now()
    )
