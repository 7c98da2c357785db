"""Ratings and the audit: to look at, and blind like every other list.

The audit is here and not with the people because whose rating somebody may know of is
decided in this app.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import admin

from claims.models import Rating, Verdict
from claims.selectors.entries import entries_visible_to
from claims.selectors.ratings import ratings_visible_to
from factcheck.operations.admin import ReadOnlyAdmin
from factcheck.operations.models import AuditEntry

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import HttpRequest


@admin.register(Rating)
class RatingAdmin(ReadOnlyAdmin):
    """Your own ratings, and others' of the rounds in which you have rated."""

    list_display = ["claim", "editor", "value", "round", "seq", "blind", "at"]
    list_select_related = ["claim", "editor"]
    list_filter = ["value", "blind", "at"]
    search_fields = ["claim__title", "rationale", "editor__username"]
    ordering = ["-id"]
    fields = [
        "claim",
        "editor",
        "value",
        "rationale",
        "round",
        "seq",
        "blind",
        "evidence",
        "at",
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Rating]:
        visible = ratings_visible_to(request.user)
        return visible.order_by(*self.ordering)


@admin.register(Verdict)
class VerdictAdmin(ReadOnlyAdmin):
    """What the newsroom decided; why is on the claim's page: it tells of ratings."""

    list_display = ["claim", "label", "round", "seq", "at", "published_at"]
    list_select_related = ["claim"]
    list_filter = ["label", "published_at", "withdrawn_at"]
    search_fields = ["claim__title", "text"]
    ordering = ["-id"]
    fields = [
        "claim",
        "round",
        "seq",
        "label",
        "text",
        "at",
        "published_at",
        "withdrawn_at",
        "withdrawn_reason",
    ]


@admin.register(AuditEntry)
class AuditAdmin(ReadOnlyAdmin):
    """Who did what to which object, before, after and why."""

    list_display = [
        "at",
        "actor_name",
        "verb",
        "target_type",
        "target_id",
        "token_key",
        "reason",
    ]
    list_filter = ["verb", "target_type", "at"]
    search_fields = ["actor_name", "=target_id", "verb", "reason", "=token_key"]
    ordering = ["-id"]
    fields = [
        "at",
        "actor",
        "actor_name",
        "token_key",
        "request_id",
        "parent",
        "verb",
        "target_type",
        "target_id",
        "before",
        "after",
        "reason",
        "undoes",
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[AuditEntry]:
        """Without what would tell that somebody has rated, while that is blind."""
        return entries_visible_to(request.user).order_by(*self.ordering)
