"""Names with their spellings, names that are not the same, and origins."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import Count

from claims.admin.asking import Asked, ask, which
from claims.admin.outlets import count_again
from claims.admin.past import Remembered
from claims.admin.transfer import Exported, NameResource
from claims.engine import load_engine
from claims.models import By, Name, NameApart, NameVariant, Origin
from claims.services.naming import name_merge, names_part, names_rejoin
from factcheck.operations.admin import AuditedAdmin, Kept, person_of

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import HttpRequest
    from django.template.response import TemplateResponse

TWO = 2


class VariantForm(forms.ModelForm):
    class Meta:
        model = NameVariant
        fields = ["text", "key"]
        help_texts = {
            "key": "The value of a facet that is printed so: see a statement."
        }

    def save(self, commit: bool = True) -> NameVariant:  # noqa: FBT001, FBT002
        """Whatever is written here is an editor's word."""
        self.instance.by = By.EDITOR
        return super().save(commit)


class VariantRows(Kept, admin.TabularInline):
    model = NameVariant
    form = VariantForm
    fields = ["text", "key", "by"]
    readonly_fields = ["by"]
    extra = 0


@admin.register(Name)
class NameAdmin(Kept, Exported, Remembered, AuditedAdmin):
    """People, organisations, places and products."""

    inlines = [VariantRows]
    resource_classes = [NameResource]
    actions = ["same", "apart"]
    list_display = ["canonical", "kind", "spellings", "merged_into"]
    list_select_related = ["merged_into"]
    list_filter = ["kind", ("merged_into", admin.EmptyFieldListFilter)]
    search_fields = ["canonical", "variants__text"]
    fields = ["canonical", "kind", "merged_into"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Name]:
        return super().get_queryset(request).annotate(number=Count("variants"))

    @admin.display(ordering="number")
    def spellings(self, name: Any) -> int:
        number: int = name.number
        return number

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        return ["merged_into"] if obj is None else ["kind", "merged_into"]

    @admin.action(description="One bearer…", permissions=["change"])
    def same(
        self, request: HttpRequest, queryset: QuerySet[Name]
    ) -> TemplateResponse | None:
        return ask(
            request,
            queryset,
            form_class=which(queryset, "By which name they go"),
            title="Same bearer",
            act=_same,
        )

    @admin.action(description="Not the same…", permissions=["change"])
    def apart(
        self, request: HttpRequest, queryset: QuerySet[Name]
    ) -> TemplateResponse | None:
        return ask(
            request, queryset, form_class=Asked, title="Not the same", act=_apart
        )


def _same(request: HttpRequest, rows: list[Name], answer: dict[str, Any]) -> str:
    stays: Name = answer["one"]
    others = [row for row in rows if row.pk != stays.pk]
    if not others:
        raise ValidationError("Choose two names or more in the list.")
    for row in others:
        name_merge(
            actor=person_of(request),
            name=row,
            into=stays,
            engine=load_engine(),
            reason=answer["reason"],
        )
    return f"{', '.join(map(str, others))} counts as {stays} from now on."


def _apart(request: HttpRequest, rows: list[Name], answer: dict[str, Any]) -> str:
    if len(rows) != TWO:
        raise ValidationError("Choose exactly two names in the list.")
    one, other = rows
    names_part(
        actor=person_of(request),
        one=one,
        other=other,
        engine=load_engine(),
        reason=answer["reason"],
    )
    return f"{one} is not {other} from now on."


class ApartForm(forms.ModelForm):
    class Meta:
        model = NameApart
        fields = ["low", "high"]
        labels = {"low": "one", "high": "the other"}

    def clean(self) -> dict[str, Any]:
        """In any order; the lower number becomes low."""
        given = super().clean() or self.cleaned_data
        low, high = given.get("low"), given.get("high")
        if low is None or high is None:
            return given
        if low == high:
            raise ValidationError("One name cannot be apart from itself.")
        if low.kind != high.kind:
            raise ValidationError("The names are of different kinds.")
        if low.merged_into_id or high.merged_into_id:
            raise ValidationError("One of them is merged into another name.")
        given["low"], given["high"] = sorted((low, high), key=lambda name: name.pk)
        return given


@admin.register(NameApart)
class ApartAdmin(AuditedAdmin):
    """An editor's word that two names are not the same bearer."""

    form = ApartForm
    list_display = ["low", "high", "editor"]
    list_select_related = ["low", "high", "editor"]
    list_filter = ["low__kind"]
    search_fields = ["low__canonical", "high__canonical"]
    raw_id_fields = ["low", "high"]

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def save_model(
        self, request: HttpRequest, obj: Any, form: Any, change: Any
    ) -> None:
        made = names_part(
            actor=person_of(request),
            one=obj.low,
            other=obj.high,
            engine=load_engine(),
        )
        obj.pk, obj.editor = made.pk, made.editor

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        """What was compared with the two names is compared again."""
        names_rejoin(actor=person_of(request), apart=obj, engine=load_engine())


class OriginForm(forms.ModelForm):
    class Meta:
        model = Origin
        fields = ["label", "outlet", "merged_into"]

    def clean_merged_into(self) -> Origin | None:
        other: Origin | None = self.cleaned_data["merged_into"]
        if other is not None and self.instance.pk in {other.pk, other.merged_into_id}:
            raise ValidationError("An origin cannot be merged into itself.")
        if other is not None and other.merged_into is not None:
            return other.merged_into  # where that one went
        return other


@admin.register(Origin)
class OriginAdmin(Kept, Remembered, AuditedAdmin):
    """First-hand acts and documents. One that is merged counts as the other."""

    form = OriginForm
    list_display = ["__str__", "kind", "speaker", "venue", "date_from", "statements"]
    list_filter = ["kind", ("merged_into", admin.EmptyFieldListFilter)]
    search_fields = ["label", "key", "speaker", "venue"]
    ordering = ["-id"]
    raw_id_fields = ["merged_into"]
    readonly_fields = ["key", "kind", "speaker", "venue", "date_from", "date_to"]
    fields = [*readonly_fields, "label", "outlet", "merged_into"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Origin]:
        return super().get_queryset(request).annotate(number=Count("statements"))

    @admin.display(ordering="number")
    def statements(self, origin: Any) -> int:
        number: int = origin.number
        return number

    def save_model(
        self, request: HttpRequest, obj: Any, form: Any, change: Any
    ) -> None:
        """What was merged into this one goes along; claims count anew."""
        super().save_model(request, obj, form, change)
        if "merged_into" not in form.changed_data:
            return
        if obj.merged_into is not None:
            Origin.objects.filter(merged_into=obj).update(merged_into=obj.merged_into)
        count_again(statement__origin=obj)
        count_again(statement__origin__merged_into=obj.merged_into or obj)
