"""The people of the newsroom. What they may do comes from their groups (roles.py)."""

from __future__ import annotations

from django.contrib.auth.models import AbstractUser
from django.db import models


class User(AbstractUser):
    """A person. Never deleted once something bears the name: `is_active` is cleared."""

    class Theme(models.TextChoices):
        AUTO = "auto", "as the system"
        LIGHT = "light", "light"
        DARK = "dark", "dark"

    class Digest(models.TextChoices):
        NEVER = "never", "never"
        DAILY = "daily", "daily"
        WEEKLY = "weekly", "weekly"

    time_zone = models.CharField(max_length=64, default="UTC")
    language = models.CharField(max_length=16, default="en")
    theme = models.CharField(max_length=8, choices=Theme, default=Theme.AUTO)
    digest = models.CharField(max_length=8, choices=Digest, default=Digest.NEVER)

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
