"""The admin of publisher families.

Outlets are in claims.admin: which family an outlet is of changes how many independent
voices a claim has, and this app knows no claims.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.db.models import Count

from factcheck.operations.admin import AuditedAdmin, Kept
from sources.models import PublisherFamily

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import HttpRequest


@admin.register(PublisherFamily)
class FamilyAdmin(Kept, AuditedAdmin):
    """Outlets that share a desk. An outlet's page says of which family it is."""

    list_display = ["name", "outlets"]
    search_fields = ["name", "outlets__name"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[PublisherFamily]:
        return super().get_queryset(request).annotate(number=Count("outlets"))

    @admin.display(ordering="number")
    def outlets(self, family: Any) -> int:
        number: int = family.number
        return number
