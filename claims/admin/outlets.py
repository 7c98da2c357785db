"""Outlets with their aliases, and articles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from zoneinfo import available_timezones

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import Count
from django.urls import reverse

from claims.admin.asking import Asked, ask, which
from claims.admin.past import Remembered
from claims.admin.transfer import OutletResource, Transferable
from claims.engine import load_engine
from claims.models import ClaimMember, ProcessingRun
from claims.permissions import may_curate, may_withdraw
from claims.services.outlets import articles_move, outlet_merge
from claims.services.refresh import claim_refresh
from claims.services.withdrawal import withdraw
from factcheck.operations.admin import (
    AuditedAdmin,
    Kept,
    ReadOnlyAdmin,
    ReadOnlyRows,
    person_of,
)
from sources.models import Article, ArticleVersion, Outlet, OutletAlias
from sources.services import Refused, alias_value

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import HttpRequest
    from django.template.response import TemplateResponse


def count_again(**members: Any) -> None:
    """Write anew what the claims count that hold such members."""
    held = ClaimMember.objects.filter(state=ClaimMember.State.IN, **members)
    claim_refresh(set(held.order_by().values_list("claim_id", flat=True)))


class OutletForm(forms.ModelForm):
    """An outlet; its clock is the one that relative dates are read by."""

    class Meta:
        model = Outlet
        fields = [
            "name",
            "slug",
            "family",
            "country",
            "language",
            "media_type",
            "is_wire",
            "time_zone",
        ]

    def clean_time_zone(self) -> str:
        zone: str = self.cleaned_data["time_zone"]
        if zone not in available_timezones():
            raise ValidationError("No such time zone: write Europe/London, or UTC.")
        return zone

    def clean_country(self) -> str:
        country: str = self.cleaned_data["country"].upper()
        if country and not (len(country) == 2 and country.isalpha()):
            raise ValidationError("Two letters: GB, US, KR.")
        return country


class AliasForm(forms.ModelForm):
    """An alias, in the one spelling in which it is looked for."""

    class Meta:
        model = OutletAlias
        fields = ["kind", "value"]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if given.get("kind") and given.get("value"):
            try:
                given["value"] = alias_value(kind=given["kind"], value=given["value"])
            except Refused as refusal:
                self.add_error("value", f"{refusal.reason.capitalize()}.")
        return given


class AliasRows(admin.TabularInline):
    model = OutletAlias
    form = AliasForm
    extra = 1


@admin.register(Outlet)
class OutletAdmin(Transferable, Remembered, AuditedAdmin):
    """Who publishes. An article makes the outlet; what else is known is added here.

    An outlet to which nothing belongs may be deleted; another is refused with what
    belongs to it.
    """

    form = OutletForm
    resource_classes = [OutletResource]
    actions = ["merge"]
    inlines = [AliasRows]
    list_display = [
        "name",
        "family",
        "country",
        "language",
        "media_type",
        "is_wire",
        "articles",
    ]
    list_select_related = ["family"]
    list_filter = ["media_type", "is_wire", "country", "language", "family"]
    search_fields = ["name", "slug", "aliases__value", "family__name"]
    prepopulated_fields = {"slug": ["name"]}

    def get_queryset(self, request: HttpRequest) -> QuerySet[Outlet]:
        return super().get_queryset(request).annotate(number=Count("articles"))

    @admin.display(ordering="number")
    def articles(self, outlet: Any) -> int:
        number: int = outlet.number
        return number

    def save_model(
        self, request: HttpRequest, obj: Any, form: Any, change: Any
    ) -> None:
        """A new family changes how many independent voices a claim has."""
        super().save_model(request, obj, form, change)
        if change and "family" in form.changed_data:
            count_again(statement__article__outlet=obj)
            count_again(statement__article__copy_of__outlet=obj)

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> Any:
        """What belongs to it is the reason, not that one may not delete that."""
        deleted, counts, lacking, protected = super().get_deleted_objects(objs, request)
        return deleted, counts, set() if protected else lacking, protected

    @admin.action(description="Merge into one outlet…", permissions=["change"])
    def merge(
        self, request: HttpRequest, queryset: QuerySet[Outlet]
    ) -> TemplateResponse | None:
        return ask(
            request,
            queryset,
            form_class=which(queryset, "Which one stays"),
            title="Merge outlets",
            act=_merged,
        )


def _merged(request: HttpRequest, rows: list[Outlet], answer: dict[str, Any]) -> str:
    stays: Outlet = answer["one"]
    others = [row for row in rows if row.pk != stays.pk]
    if not others:
        raise ValidationError("Choose two outlets or more in the list.")
    for row in others:
        outlet_merge(
            actor=person_of(request), outlet=row, into=stays, reason=answer["reason"]
        )
    return f"All of {', '.join(map(str, others))} is now of {stays}."


class ArticleForm(forms.ModelForm):
    """What may be said of an article beside its text and its date."""

    class Meta:
        model = Article
        fields = ["copy_of", "translated_from"]

    def clean_copy_of(self) -> Article | None:
        original: Article | None = self.cleaned_data["copy_of"]
        if original is not None and self.instance.pk in {
            original.pk,
            original.copy_of_id,
        }:
            raise ValidationError("An article is no copy of itself.")
        return original


class VersionRows(ReadOnlyRows):
    model = ArticleVersion
    fields = ["number", "title", "captured_at", "text_hash"]
    show_change_link = True

    def get_queryset(self, request: HttpRequest) -> QuerySet[ArticleVersion]:
        return super().get_queryset(request).defer("text")


@admin.register(Article)
class ArticleAdmin(Kept, Remembered, AuditedAdmin):
    """Articles come in by import, form or API; a date is corrected on its page."""

    form = ArticleForm
    inlines = [VersionRows]
    actions = ["move", "withdraw"]
    list_display = [
        "__str__",
        "outlet",
        "published_date",
        "published_by",
        "language",
        "external_id",
        "withdrawn_at",
    ]
    list_select_related = ["outlet"]
    list_filter = [
        "published_by",
        "published_precision",
        "language",
        ("withdrawn_at", admin.EmptyFieldListFilter),
        ("copy_of", admin.EmptyFieldListFilter),
        "outlet",
    ]
    search_fields = ["title", "external_id", "url", "outlet__name"]
    date_hierarchy = "published_date"
    raw_id_fields = ["copy_of"]
    readonly_fields = [
        "title",
        "outlet",
        "external_id",
        "url",
        "authors",
        "language",
        "published_date",
        "published_at",
        "utc_offset_minutes",
        "published_precision",
        "published_by",
        "withdrawn_at",
        "withdrawn_reason",
    ]
    fields = [*readonly_fields, "copy_of", "translated_from"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def view_on_site(self, obj: Article) -> str:
        return reverse("claims:article", args=[obj.pk])

    def save_model(
        self, request: HttpRequest, obj: Any, form: Any, change: Any
    ) -> None:
        """A copy speaks with the voice of its original."""
        super().save_model(request, obj, form, change)
        if "copy_of" in form.changed_data:
            count_again(statement__article=obj)

    def has_curate_permission(self, request: HttpRequest) -> bool:
        return may_curate(person_of(request))

    def has_withdraw_permission(self, request: HttpRequest) -> bool:
        return may_withdraw(person_of(request))

    @admin.action(description="Move to another outlet…", permissions=["curate"])
    def move(
        self, request: HttpRequest, queryset: QuerySet[Article]
    ) -> TemplateResponse | None:
        return ask(
            request,
            queryset,
            form_class=which(Outlet.objects.all(), "Who printed it"),
            title="Move articles",
            act=_moved,
        )

    @admin.action(description="Withdraw…", permissions=["withdraw"])
    def withdraw(
        self, request: HttpRequest, queryset: QuerySet[Article]
    ) -> TemplateResponse | None:
        return ask(
            request,
            queryset,
            form_class=Asked,
            title="Withdraw articles",
            act=_withdrawn,
        )


def _moved(request: HttpRequest, rows: list[Article], answer: dict[str, Any]) -> str:
    outlet: Outlet = answer["one"]
    number = articles_move(
        actor=person_of(request), articles=rows, into=outlet, reason=answer["reason"]
    )
    return f"Moved to {outlet}: {number}."


def _withdrawn(
    request: HttpRequest, rows: list[Article], answer: dict[str, Any]
) -> str:
    for row in rows:
        withdraw(
            actor=person_of(request),
            article=row,
            reason=answer["reason"],
            engine=load_engine(),
        )
    return f"Withdrawn: {len(rows)}."


@admin.register(ArticleVersion)
class VersionAdmin(ReadOnlyAdmin):
    """The text of an article as it was read once."""

    list_display = ["article", "number", "captured_at"]
    list_select_related = ["article"]
    list_filter = ["captured_at"]
    search_fields = ["article__title", "article__external_id", "=text_hash"]
    ordering = ["-id"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[ArticleVersion]:
        return super().get_queryset(request).defer("text")


@admin.register(ProcessingRun)
class RunAdmin(ReadOnlyAdmin):
    """Which version was read by which engine, and what came of it."""

    list_display = ["article", "engine_version", "started_at", "finished_at", "failed"]
    list_select_related = ["version__article"]
    list_filter = [
        ("finished_at", admin.EmptyFieldListFilter),
        ("error", admin.EmptyFieldListFilter),
        "started_at",
    ]
    search_fields = ["version__article__title", "version__article__external_id"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[ProcessingRun]:
        return super().get_queryset(request).defer("version__text")

    @admin.display(ordering="version__article__title")
    def article(self, run: ProcessingRun) -> str:
        return f"{run.version.article}, version {run.version.number}"

    @admin.display(boolean=True)
    def failed(self, run: ProcessingRun) -> bool:
        return bool(run.error)
