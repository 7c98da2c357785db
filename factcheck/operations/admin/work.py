"""Jobs and their chunks, to look at. They are cancelled and resumed on their pages."""

from __future__ import annotations

from django.contrib import admin

from factcheck.operations.admin.audited import ReadOnlyAdmin
from factcheck.operations.models import Job


@admin.register(Job)
class JobAdmin(ReadOnlyAdmin):
    """Long work: how far it is, who asked, what came of it."""

    list_display = [
        "id",
        "kind",
        "state",
        "done",
        "failed",
        "total",
        "requested_by",
        "created_at",
        "finished_at",
    ]
    list_select_related = ["requested_by"]
    list_filter = ["kind", "state", "created_at"]
    search_fields = ["key", "requested_by__username"]
    ordering = ["-id"]
    fields = [
        "kind",
        "key",
        "state",
        "cancel_requested",
        "total",
        "done",
        "failed",
        "requested_by",
        "created_at",
        "started_at",
        "finished_at",
        "args",
        "result",
    ]
