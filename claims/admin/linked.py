"""Links, and claims with their members."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from claims.admin.asking import Asked, ask
from claims.admin.past import Remembered
from claims.models import By, Claim, ClaimMember, FacetComparison, Link
from claims.selectors.ratings import state_visible_to
from claims.services.curation import claim_merge
from claims.services.refresh import claim_refresh
from factcheck.operations.admin import (
    AuditedAdmin,
    Kept,
    ReadOnlyAdmin,
    ReadOnlyRows,
    person_of,
)
from factcheck.operations.audit import audit

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import HttpRequest
    from django.template.response import TemplateResponse


class ComparisonRows(ReadOnlyRows):
    model = FacetComparison
    fields = [
        "kind",
        "role",
        "level",
        "engine_level",
        "low_text",
        "low_value",
        "high_text",
        "high_value",
        "reason",
        "by",
    ]


@admin.register(Link)
class LinkAdmin(ReadOnlyAdmin):
    """Pairs and their relation. Editors decide on the page of a claim."""

    inlines = [ComparisonRows]
    list_display = ["id", "relation", "state", "by", "low", "high", "engine_score"]
    list_select_related = ["low", "high"]
    list_filter = ["relation", "state", "by", "engine_relation", "same_article"]
    search_fields = [
        "low__quote",
        "high__quote",
        "low__article__external_id",
        "high__article__external_id",
    ]
    ordering = ["-id"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Link]:
        return super().get_queryset(request).defer("low__frames", "high__frames")


class MemberRows(ReadOnlyRows):
    model = ClaimMember
    fields = ["state", "by", "statement", "outlet"]
    readonly_fields = ["outlet"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[ClaimMember]:
        rows = super().get_queryset(request)
        return rows.select_related("statement__article__outlet").defer(
            "statement__frames"
        )

    @admin.display(description="outlet")
    def outlet(self, member: ClaimMember) -> str:
        return member.statement.article.outlet.name


class StateFilter(admin.SimpleListFilter):
    """By the state as who asks may know it."""

    title = "state"
    parameter_name = "state"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [(state.value, str(state.label)) for state in Claim.State]

    def queryset(
        self, request: HttpRequest, queryset: QuerySet[Claim]
    ) -> QuerySet[Claim]:
        wanted: QuerySet[Any] = queryset  # the annotation has no type
        return wanted.filter(state_known=self.value()) if self.value() else wanted


# Neither `stale` nor `touched_at`: both tell that somebody has rated, which is blind.
@admin.register(Claim)
class ClaimAdmin(Kept, Remembered, AuditedAdmin):
    """Claims. A title may be written by hand; everything else follows from links."""

    inlines = [MemberRows]
    actions = ["merge", "count_again"]
    list_display = [
        "__str__",
        "state_known",
        "conflicts",
        "outlets",
        "origins",
        "first_reported",
        "last_reported",
    ]
    list_filter = [
        StateFilter,
        "title_by",
        ("merged_into", admin.EmptyFieldListFilter),
        "last_reported",
    ]
    search_fields = ["title", "statements__quote"]
    readonly_fields = [
        "title_by",
        "state_known",
        "round",
        "merged_into",
        "priority",
        "conflicts",
        "outlets",
        "origins",
        "first_reported",
        "last_reported",
    ]
    fields = ["title", *readonly_fields]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Claim]:
        claims: QuerySet[Any] = super().get_queryset(request)
        return claims.annotate(state_known=state_visible_to(request.user))

    @admin.display(description="state", ordering="state_known")
    def state_known(self, claim: Any) -> str:
        """Blind: a dispute among editors is not told before one's own rating."""
        return str(Claim.State(claim.state_known).label)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def view_on_site(self, obj: Claim) -> str:
        return reverse("claims:claim", args=[obj.pk])

    def save_model(
        self, request: HttpRequest, obj: Any, form: Any, change: Any
    ) -> None:
        """A title by hand stays; an empty one is the engine's to write again."""
        if "title" in form.changed_data:
            obj.title_by = By.EDITOR if obj.title else By.ENGINE
            if obj.title and obj.touched_at is None:
                obj.touched_at = timezone.now()
        super().save_model(request, obj, form, change)
        if not obj.title:
            claim_refresh([obj.pk])

    @admin.action(description="Merge into one claim…", permissions=["change"])
    def merge(
        self, request: HttpRequest, queryset: QuerySet[Claim]
    ) -> TemplateResponse | None:
        return ask(
            request, queryset, form_class=Asked, title="Merge claims", act=_merged
        )

    @admin.action(description="Count again what is derived", permissions=["change"])
    @transaction.atomic
    def count_again(self, request: HttpRequest, queryset: QuerySet[Claim]) -> None:
        claims = list(queryset)
        claim_refresh([claim.pk for claim in claims])
        for claim in claims:
            audit(actor=person_of(request), verb="claim.count", target=claim)
        messages.success(request, f"{len(claims)} claims counted.")


def _merged(request: HttpRequest, rows: list[Claim], answer: dict[str, Any]) -> str:
    first, *others = sorted(rows, key=lambda row: row.pk)
    if not others:
        raise ValidationError("Choose two claims or more in the list.")
    for row in others:
        claim_merge(
            actor=person_of(request), claim=first, other=row, reason=answer["reason"]
        )
    return f"Merged into claim {first.pk}: {len(others)}."
