"""The title that an editor gives a claim, which the engine then leaves alone."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F
from django.db.models.functions import Coalesce, Now
from django.utils.translation import gettext as _

from claims.models import By, Claim
from claims.permissions import may_edit_claim, require
from claims.services.conflict import ConflictError
from claims.services.refresh import claim_refresh
from claims.services.touch import claims_let_go, claims_take_up
from claims.store.locks import lock_linking
from factcheck.operations.audit import audit
from factcheck.operations.models import AuditEntry, Token, User

Values = dict[str, Any]

# A title is a line or two of the queue; a longer one is an article.
TITLE_CHARACTERS = 500


@transaction.atomic
def claim_rename(
    *,
    actor: User,
    claim: Claim,
    title: str,
    seen: str,
    reason: str = "",
    token: Token | None = None,
    request_id: str = "",
) -> Claim:
    """Give the claim a title, which the engine then leaves alone.

    seen  the title as the editor saw it. Raises PermissionDenied, ValidationError,
    ConflictError with the present title.
    """
    require(may_edit_claim, actor)
    lock_linking()  # a refresh under way would write the engine's title back
    title = checked_title(title)
    if not title:
        raise ValidationError({"title": _("A claim needs a title.")})
    before = claim_title(Claim.objects.filter(pk=claim.pk).first())
    changed = Claim.objects.filter(pk=claim.pk, title=seen, merged_into=None).update(
        title=title,
        title_by=By.EDITOR,
        touched_at=Coalesce(F("touched_at"), Now()),
    )
    now = Claim.objects.filter(pk=claim.pk).first()
    if not changed or now is None:
        raise ConflictError(_("This claim has changed meanwhile."), claim_title(now))
    audit(
        actor=actor,
        verb="claim.rename",
        target=now,
        before=before,
        after=claim_title(now),
        reason=reason.strip(),
        token=token,
        request_id=request_id,
    )
    return now


def claim_title(claim: Claim | None) -> Values:
    """The title as an entry holds it; {} for a claim that is gone."""
    if claim is None:
        return {}
    return {"title": claim.title, "title_by": claim.title_by}


def title_present(entry: AuditEntry) -> Values:
    """The title of the claim that the entry is about, as it is now."""
    return claim_title(Claim.objects.filter(pk=entry.target_id).first())


def title_restore(entry: AuditEntry, now: Values) -> Claim:
    """Write the title before the entry back; raises ConflictError.

    One that the engine had made is made anew: its words may have been withdrawn since.
    """
    rows = Claim.objects.filter(pk=entry.target_id)
    before = dict(entry.before)
    if before["title_by"] == By.ENGINE:
        before["title"] = ""
    if not rows.filter(title=now["title"]).update(**before):
        raise ConflictError(_("This claim has changed meanwhile."), now)
    claims_let_go([int(entry.target_id)])
    claims_take_up([int(entry.target_id)])
    claim_refresh([int(entry.target_id)])
    return rows.get()


def checked_title(title: str) -> str:
    """The title on one line. Raises ValidationError for one that is too long."""
    title = " ".join(title.split())
    if len(title) > TITLE_CHARACTERS:
        raise ValidationError(
            {
                "title": _("At most %(most)d characters, not %(number)d.")
                % {"most": TITLE_CHARACTERS, "number": len(title)}
            }
        )
    return title
