"""A list of the queue that an editor wants to come back to."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q


class SavedSearch(models.Model):
    """query: the part of the queue's address behind the question mark."""

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="searches"
    )
    name = models.CharField(max_length=80)
    query = models.TextField(blank=True)
    shared = models.BooleanField(default=False)

    class Meta:
        ordering = ["name", "id"]
        default_permissions = ()
        verbose_name_plural = "saved searches"
        constraints = [
            models.UniqueConstraint(fields=["owner", "name"], name="savedsearch_name"),
            models.CheckConstraint(
                name="savedsearch_name_given", condition=~Q(name="")
            ),
        ]

    def __str__(self) -> str:
        return self.name
