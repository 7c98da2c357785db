"""An action of a list that asks something before it acts: which outlet, and why.

The page in between shows the rows and a form; the service is called for all of them in
one transaction, and what it refuses is told on that page.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.template.response import TemplateResponse

from claims.services.conflict import ConflictError
from sources.services import Refused

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import HttpRequest

# Rows that one action takes: each leaves its entry, and claims are counted anew.
MOST_ROWS = 1_000
ROWS_SHOWN = 20

# What the answer to the page in between is told by.
ANSWERED = "answered"

Act = Callable[["HttpRequest", list[Any], dict[str, Any]], str]


class Asked(forms.Form):
    """What every such form has: the reason, for the history."""

    reason = forms.CharField(
        label="Why", required=False, max_length=500, widget=forms.TextInput
    )


def which(rows: QuerySet[Any], label: str) -> type[Asked]:
    """A form that asks for one of the rows, and why."""
    return type(
        "Which",
        (Asked,),
        {
            "one": forms.ModelChoiceField(rows, label=label),
            "field_order": ["one", "reason"],
        },
    )


def ask(
    request: HttpRequest,
    queryset: QuerySet[Any],
    *,
    form_class: type[forms.Form],
    title: str,
    act: Act,
) -> TemplateResponse | None:
    """The page in between, or None once it is done and told.

    act  gets the rows and the form's values, and says what was done; it raises
         ValidationError, ConflictError, Refused or PermissionDenied
    """
    number = queryset.count()
    if number > MOST_ROWS:
        messages.error(request, f"At most {MOST_ROWS} rows at once.")
        return None
    rows = list(queryset)
    answered = ANSWERED in request.POST
    form = form_class(request.POST if answered else None)
    if answered and form.is_valid():
        try:
            with transaction.atomic():
                done = act(request, rows, form.cleaned_data)
        except ValidationError as refusal:
            form.add_error(None, refusal.messages)
        except ConflictError as refusal:
            form.add_error(None, str(refusal))
        except Refused as refusal:
            form.add_error(None, str(refusal.reason))
        except PermissionDenied as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, done)
            return None
    model = queryset.model
    return TemplateResponse(
        request,
        "admin/ask.html",
        {
            **admin.site.each_context(request),
            "title": title,
            "form": form,
            "media": form.media,
            "opts": model._meta,
            "rows": rows[:ROWS_SHOWN],
            "more": max(0, number - ROWS_SHOWN),
            "action": request.POST.get("action", ""),
            "selected": [row.pk for row in rows],
            "answered": ANSWERED,
        },
    )
