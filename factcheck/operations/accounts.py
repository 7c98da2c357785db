"""What people change about their own account."""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from factcheck.operations.audit import audit
from factcheck.operations.models import AuditEntry, User
from factcheck.operations.preferences import zones

# Mails with a link that an account is sent at most in that time: who did not find the
# first one tries again, nobody's mailbox is filled by a stranger.
RESET_MAILS = 3
RESET_MAILS_WITHIN = timedelta(hours=1)
RESET_MAIL = "user.reset_mail"

SETTINGS = ("time_zone", "language", "theme", "digest")


@transaction.atomic
def settings_save(
    *, actor: User, time_zone: str, language: str, theme: str, digest: str
) -> User:
    """Save the settings of the actor's own account.

    Raises ValidationError by field. An entry is written only if something changed.
    """
    _check(time_zone=time_zone, language=language, theme=theme, digest=digest)
    before = {name: getattr(actor, name) for name in SETTINGS}
    after = {
        "time_zone": time_zone,
        "language": language,
        "theme": theme,
        "digest": digest,
    }
    if after == before:
        return actor
    User.objects.filter(pk=actor.pk).update(**after)
    for name, value in after.items():
        setattr(actor, name, value)
    changed = [name for name in SETTINGS if before[name] != after[name]]
    audit(
        actor=actor,
        verb="user.settings",
        target=actor,
        before={name: before[name] for name in changed},
        after={name: after[name] for name in changed},
    )
    return actor


def _check(*, time_zone: str, language: str, theme: str, digest: str) -> None:
    known = {
        "time_zone": time_zone in zones(),
        "language": language in dict(settings.LANGUAGES),
        "theme": theme in User.Theme.values,
        "digest": digest in User.Digest.values,
    }
    wrong = {name: "Not one of the choices." for name, ok in known.items() if not ok}
    if wrong:
        raise ValidationError(wrong)


@transaction.atomic
def reset_mail_allowed(*, user: User) -> bool:
    """Whether the account may be sent one more mail; notes that it is.

    The entry has no actor: who fills in the form has not logged in. The UPDATE changes
    nothing and holds the row: of two at once, the second counts the first one's.
    """
    User.objects.filter(pk=user.pk).update(digest=F("digest"))
    since = timezone.now() - RESET_MAILS_WITHIN
    sent = AuditEntry.objects.filter(
        target_type=User._meta.label_lower,
        target_id=str(user.pk),
        verb=RESET_MAIL,
        at__gt=since,
    )
    if sent.count() >= RESET_MAILS:
        return False
    audit(actor=None, verb=RESET_MAIL, target=user)
    return True


def password_was_reset(*, user: User) -> None:
    """Note that a new password was set by a link. In the transaction of it."""
    audit(actor=user, verb="user.reset_password", target=user)
