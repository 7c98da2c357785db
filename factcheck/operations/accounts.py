"""What people change about their own account."""

from __future__ import annotations

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction

from factcheck.operations.audit import audit
from factcheck.operations.models import User
from factcheck.operations.preferences import zones

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
