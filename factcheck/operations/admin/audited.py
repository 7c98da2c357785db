"""Admin classes whose every write leaves an AuditEntry, and some that write nothing.

The admin saves, deletes and calls these methods inside one transaction, so the entry
and the act stand or fall together.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.core.exceptions import FieldDoesNotExist
from django.db import models, transaction
from django.db.models.constants import LOOKUP_SEP

from factcheck.operations.audit import audit
from factcheck.operations.models import User

if TYPE_CHECKING:
    from django import forms
    from django.http import HttpRequest

    # Generic for the type checker alone: at run time the class takes no parameters.
    Admin = admin.ModelAdmin[Any]
    Rows = admin.TabularInline[Any, Any]
else:
    Admin = admin.ModelAdmin
    Rows = admin.TabularInline

# A list counts what matches and not the whole table beside it.
ROWS_A_PAGE = 50
# Stands in the entry for what nobody may read there.
HIDDEN = "(hidden)"


def person_of(request: HttpRequest) -> User:
    """Who acts: the admin lets nobody in without an account."""
    assert isinstance(request.user, User)
    return request.user


def told(value: Any) -> Any:
    """A form's value as JSON has it: rows by their id, days in ISO 8601."""
    if isinstance(value, models.Model):
        return value.pk
    if isinstance(value, date):
        return value.isoformat()
    if value is None or isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, dict):
        return {str(key): told(each) for key, each in value.items()}
    if isinstance(value, Iterable):
        return [told(each) for each in value]
    return str(value)


def changes(form: forms.ModelForm[Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """(before, after) of the fields that a form changes; no password is among them."""
    before: dict[str, Any] = {}
    after: dict[str, Any] = {}
    for name in form.changed_data:
        secret = "password" in name
        before[name] = HIDDEN if secret else told(form.initial.get(name))
        after[name] = HIDDEN if secret else told(form.cleaned_data.get(name))
    return before, after


class Closed(Admin):
    """A list is filtered by what its filters name, and by no other column.

    Django takes every column of the table in the address: what a list does not show, as
    whether a claim was rated or a secret, could be asked for bit by bit.
    """

    def lookup_allowed(self, lookup: str, value: str, request: HttpRequest) -> bool:
        """Whether a parameter of the address may filter."""
        if self._is_column(lookup) and not self._is_filter(lookup, request):
            return False
        return super().lookup_allowed(lookup, value, request)

    def _is_column(self, lookup: str) -> bool:
        try:
            self.model._meta.get_field(lookup.split(LOOKUP_SEP, 1)[0])
        except FieldDoesNotExist:
            return False
        return True

    def _is_filter(self, lookup: str, request: HttpRequest) -> bool:
        filters: Any = self.get_list_filter(request)
        names = [self.date_hierarchy] if self.date_hierarchy else []
        for each in filters:
            if not isinstance(each, type):
                names.append(each if isinstance(each, str) else each[0])
            elif lookup == getattr(each, "parameter_name", None):
                return True  # a filter of its own has one parameter
        return any(
            lookup == name or lookup.startswith(f"{name}{LOOKUP_SEP}") for name in names
        )


class AuditedAdmin(Closed):
    """Writes an entry "model.create", "model.update" or "model.delete" for each row."""

    list_per_page = ROWS_A_PAGE
    show_full_result_count = False

    def save_model(
        self,
        request: HttpRequest,
        obj: Any,
        form: Any,
        change: Any,
    ) -> None:
        super().save_model(request, obj, form, change)
        _audit_form(request, obj, form, is_new=not change)

    def save_formset(
        self, request: HttpRequest, form: Any, formset: Any, change: Any
    ) -> None:
        formset.save(commit=False)  # what the admin's own log reads
        for row in formset.forms:
            if row in formset.deleted_forms:
                if row.instance.pk is not None:
                    self.delete_model(request, row.instance)
            elif row.has_changed():
                is_new = row.instance.pk is None
                row.save()
                _audit_form(request, row.instance, row, is_new=is_new)

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        audit(
            actor=person_of(request),
            verb=f"{obj._meta.model_name}.delete",
            target=obj,
            before={
                field.name: told(field.value_from_object(obj))
                for field in obj._meta.concrete_fields
            },
        )
        obj.delete()

    @transaction.atomic
    def delete_queryset(
        self, request: HttpRequest, queryset: models.QuerySet[Any]
    ) -> None:
        """The action of a list: one entry a row."""
        for row in queryset:
            self.delete_model(request, row)


def _audit_form(
    request: HttpRequest,
    row: models.Model,
    form: forms.ModelForm[Any],
    *,
    is_new: bool,
) -> None:
    before, after = changes(form)
    if not after and not is_new:
        return
    audit(
        actor=person_of(request),
        verb=f"{row._meta.model_name}.{'create' if is_new else 'update'}",
        target=row,
        before={} if is_new else before,
        after=after,
    )


class Kept:
    """Others point at the row, for good: it is not deleted."""

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class Fixed(Kept):
    """Nothing is added, changed or deleted here, whoever asks."""

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class ReadOnlyAdmin(Fixed, Closed):
    """A table to look at."""

    list_per_page = ROWS_A_PAGE
    show_full_result_count = False


class ReadOnlyRows(Fixed, Rows):
    """Rows to look at, under the row that they belong to."""

    extra = 0
    can_delete = False
