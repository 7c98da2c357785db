"""Statements with their facets and attribution: engine output, to look at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import admin
from django.urls import reverse

from claims.models import AttributionHop, Statement, StatementFacet
from factcheck.operations.admin import ReadOnlyAdmin, ReadOnlyRows

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import HttpRequest


class FacetRows(ReadOnlyRows):
    model = StatementFacet
    fields = [
        "by",
        "kind",
        "role",
        "frame",
        "text",
        "value",
        "timex",
        "unit",
        "hedge",
        "name",
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[StatementFacet]:
        return super().get_queryset(request).select_related("name")


class HopRows(ReadOnlyRows):
    model = AttributionHop
    fields = ["by", "position", "speaker", "role", "venue", "cited_text", "cue"]


@admin.register(Statement)
class StatementAdmin(ReadOnlyAdmin):
    """Printed sentences."""

    inlines = [FacetRows, HopRows]
    list_display = [
        "__str__",
        "article",
        "outlet",
        "state",
        "check_worthiness",
        "event_from",
    ]
    list_select_related = ["article__outlet"]
    list_filter = [
        "state",
        ("hidden_by", admin.EmptyFieldListFilter),
        "article__outlet",
    ]
    search_fields = ["quote", "article__title", "article__external_id"]
    ordering = ["-id"]
    fields = [
        "quote",
        "article",
        "version",
        "first_version",
        "start",
        "end",
        "state",
        "hidden_by",
        "check_worthiness",
        "event_from",
        "event_to",
        "origin",
        "origin_by",
        "engine_version",
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Statement]:
        return super().get_queryset(request).defer("frames")

    @admin.display(ordering="article__outlet__name")
    def outlet(self, statement: Statement) -> str:
        return statement.article.outlet.name

    def view_on_site(self, obj: Statement) -> str:
        return reverse("claims:article", args=[obj.article_id])
