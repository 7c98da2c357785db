"""Another secret, and the old one beside it until the receiver knows the new one.

For as long as the old secret holds, a message bears two signatures, as the
specification has it: who verifies with either secret finds one that fits. Making yet
another secret in that time ends the oldest at once.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from factcheck.operations.audit import audit
from factcheck.operations.models import Token, User, Webhook
from factcheck.operations.webhooks.rules import require_care, require_owner
from factcheck.operations.webhooks.signing import new_secret

# Time enough for whoever looks after the receiver to be in the office once.
USUAL_OVERLAP = timedelta(hours=24)
# Of a secret that has to be changed, perhaps because others know it.
LONGEST_OVERLAP = timedelta(days=7)


@transaction.atomic
def webhook_rotate(
    *,
    actor: User,
    webhook: Webhook,
    overlap: timedelta = USUAL_OVERLAP,
    token: Token | None = None,
    request_id: str = "",
) -> Webhook:
    """Give it another secret, which signs from the next attempt on. The owner alone.

    overlap  how long the old one signs as well; nothing: it ends at once
    Raises PermissionDenied; ValidationError by field.
    """
    require_owner(actor, webhook)
    if not timedelta() <= overlap <= LONGEST_OVERLAP:
        days = {"days": LONGEST_OVERLAP.days}
        raise ValidationError({"overlap_hours": _("At most %(days)d days.") % days})
    # What the database has, not what was read: of two at once each keeps the other's.
    webhook.refresh_from_db(fields=["secret"])
    old, until = (webhook.secret, timezone.now() + overlap) if overlap else ("", None)
    wanted = {"secret": new_secret(), "old_secret": old, "old_secret_until": until}
    Webhook.objects.filter(pk=webhook.pk).update(**wanted)
    for name, value in wanted.items():
        setattr(webhook, name, value)
    audit(
        actor=actor,
        verb="webhook.rotate",
        target=webhook,
        after={"old_secret_until": until.isoformat() if until else None},
        token=token,
        request_id=request_id,
    )
    return webhook


@transaction.atomic
def old_secret_end(
    *,
    actor: User,
    webhook: Webhook,
    token: Token | None = None,
    request_id: str = "",
) -> Webhook:
    """From the next attempt on the present secret signs alone.

    Raises PermissionDenied; ValidationError when no other does.
    """
    require_care(actor, webhook)
    signs = Webhook.objects.filter(pk=webhook.pk, old_secret_until__gt=timezone.now())
    if not signs.update(old_secret="", old_secret_until=None):
        raise ValidationError(_("No old secret signs any more."))
    before = webhook.old_secret_until
    webhook.old_secret, webhook.old_secret_until = "", None
    audit(
        actor=actor,
        verb="webhook.end_old_secret",
        target=webhook,
        before={"old_secret_until": before.isoformat() if before else None},
        after={"old_secret_until": None},
        token=token,
        request_id=request_id,
    )
    return webhook


def secrets_at(webhook: Webhook, at: datetime) -> list[str]:
    """Those that sign at that moment, the present one first."""
    until = webhook.old_secret_until
    old = [webhook.old_secret] if until is not None and until > at else []
    return [webhook.secret, *old]


def old_secrets_forget() -> int:
    """Keep no secret longer than it signs; of how many webhooks."""
    over = Webhook.objects.filter(old_secret_until__lte=timezone.now())
    return over.update(old_secret="", old_secret_until=None)
