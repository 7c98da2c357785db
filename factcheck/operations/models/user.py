"""The people of the newsroom. What they may do comes from their groups (roles.py)."""

from __future__ import annotations

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.translation import gettext_lazy as _


class User(AbstractUser):
    """A person. Never deleted once something bears the name: `is_active` is cleared."""

    class Theme(models.TextChoices):
        AUTO = "auto", _("as the system")
        LIGHT = "light", _("light")
        DARK = "dark", _("dark")

    class Digest(models.TextChoices):
        NEVER = "never", _("never")
        DAILY = "daily", _("daily")
        WEEKLY = "weekly", _("weekly")

    time_zone = models.CharField(max_length=64, default="UTC")
    language = models.CharField(max_length=16, default="en")
    theme = models.CharField(max_length=8, choices=Theme, default=Theme.AUTO)
    digest = models.CharField(max_length=8, choices=Digest, default=Digest.NEVER)
    digest_sent_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta(AbstractUser.Meta):
        abstract = False
        constraints = [
            models.CheckConstraint(
                name="user_theme_known",
                condition=models.Q(theme__in=["auto", "light", "dark"]),
            ),
            models.CheckConstraint(
                name="user_digest_known",
                condition=models.Q(digest__in=["never", "daily", "weekly"]),
            ),
        ]
