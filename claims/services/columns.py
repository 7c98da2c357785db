"""Rows of a table that were edited as such, written back: see services.undo."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.utils.translation import gettext as _

from claims.services.conflict import ConflictError
from claims.services.outlets import count_again
from claims.store.locks import lock_linking
from factcheck.operations.models import AuditEntry
from sources.models import Article, Outlet

Values = dict[str, Any]


def columns_present(entry: AuditEntry) -> Values:
    """What the columns hold that the entry changed; {} when the row is gone."""
    lock_linking()
    row = _row(entry)
    if row is None:
        return {}
    fields = {field.name: field for field in row._meta.concrete_fields}
    return {
        name: fields[name].value_from_object(row)
        for name in entry.after
        if name in fields
    }


def columns_restore(entry: AuditEntry, now: Values) -> models.Model:
    """What they held before. Raises ConflictError where that stands no longer."""
    row = _row(entry)
    assert row is not None  # `present` has found it
    fields = {field.name: field for field in row._meta.concrete_fields}
    for name in entry.after:
        setattr(row, fields[name].attname, entry.before.get(name))
    try:
        with transaction.atomic():
            row.full_clean()
            row.save()
    except (IntegrityError, ValidationError) as error:
        raise ConflictError(_("What was before is not possible any more."), now) from (
            error
        )
    if isinstance(row, Outlet) and "family" in entry.after:
        count_again(Article.objects.filter(outlet=row))
    return row


def _row(entry: AuditEntry) -> models.Model | None:
    model = apps.get_model(entry.target_type)
    return model._default_manager.filter(pk=entry.target_id).first()
