"""The pages of the header: one line a page, shown to who may open it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django import template
from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from claims.permissions import may_adjudicate, may_curate, may_rate

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

    from claims.permissions import Person

register = template.Library()


def reading(user: Person) -> bool:
    """Whoever may read: everybody while PUBLIC_READ is on."""
    return settings.PUBLIC_READ or user.is_authenticated


def member(user: Person) -> bool:
    """Whoever has an account."""
    return user.is_authenticated


@dataclass(frozen=True, slots=True)
class Entry:
    """name: as it is reversed; who: may open it; also: names of pages below it."""

    name: str
    label: _StrPromise
    who: Callable[[Person], bool]
    also: tuple[str, ...] = ()


ENTRIES = (
    Entry("claims:queue", _("Queue"), reading, ("claim", "comments", "rate")),
    Entry("claims:articles", _("Articles"), reading, ("article", "article-add")),
    Entry("claims:check", _("Check a draft"), member),
    Entry("claims:waiting", _("Adjudicate"), may_adjudicate, ("adjudicate",)),
    Entry("claims:cards", _("Published"), reading, ("card",)),
    Entry("claims:needs-a-look", _("Needs a look"), may_curate),
    Entry("claims:agreement", _("Agreement"), may_rate),
    Entry("claims:dashboard", _("Dashboard"), member),
)


@dataclass(frozen=True, slots=True)
class Item:
    """current: it is this page; active: this page is below it, or it itself."""

    url: str
    label: str
    current: bool
    active: bool


@register.simple_tag(takes_context=True)
def nav(context: template.Context) -> list[Item]:
    """The entries that who asks may open; none where there is nobody to ask for."""
    user, request = context.get("user"), context.get("request")
    if user is None or request is None:
        return []
    here = request.resolver_match.view_name if request.resolver_match else ""
    below = here.partition(":")[2]
    return [
        Item(
            url=reverse(entry.name),
            label=str(entry.label),
            current=here == entry.name,
            active=here == entry.name or below in entry.also,
        )
        for entry in ENTRIES
        if entry.who(user)
    ]
