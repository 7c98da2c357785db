"""409: what somebody else did meanwhile, beside what the editor was about to do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.shortcuts import render
from django.utils.translation import gettext as _

from claims.selectors.entries import entries_visible_to

if TYPE_CHECKING:
    from datetime import datetime

    from django.db.models import Model
    from django.http import HttpRequest, HttpResponse

    from claims.permissions import Person

CONFLICT = 409


@dataclass(frozen=True, slots=True)
class Side:
    """A line of one of the two sides. at: when, where it is known."""

    label: str
    value: str
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Redo:
    """The form that does it all the same, on what the page now shows."""

    action: str
    label: str
    fields: Mapping[str, str]


def changed_page(
    request: HttpRequest,
    *,
    said: str,
    yours: Sequence[Side],
    theirs: Sequence[Side],
    back: str,
    redo: Redo | None = None,
) -> HttpResponse:
    """Both sides, a way to do it all the same where there is one, and a way back."""
    context = {
        "said": said,
        "yours": yours,
        "theirs": theirs,
        "redo": redo,
        "back": back,
    }
    return render(request, "claims/changed.html", context, status=CONFLICT)


def who_was_last(user: Person, target: Model) -> list[Side]:
    """Who changed the object last, and when, as far as the user may know; empty when
    that was the engine.
    """
    entry = (
        entries_visible_to(user)
        .filter(target_type=target._meta.label_lower, target_id=str(target.pk))
        .order_by("-pk")
        .first()
    )
    if entry is None:
        return []
    return [Side(_("changed by"), entry.actor_name, at=entry.at)]
