"""The small marks of every page: icons, relations, meters, people, days."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import template
from django.conf import settings
from django.templatetags.static import static
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.translation import get_language_info, gettext, gettext_noop

from claims.permissions import may_import
from claims.selectors.people import initials, person
from claims.selectors.wording import day, origin_words

if TYPE_CHECKING:
    from datetime import date, datetime

    from django.utils.safestring import SafeString

register = template.Library()

# What a page calls a relation, by the class that colours it.
WORDS = {
    "states": gettext_noop("states"),
    "differs": gettext_noop("differs"),
    "refines": gettext_noop("refines"),
    "naming": gettext_noop("naming variant"),
    "updated": gettext_noop("changed since"),
    "incomparable": gettext_noop("not comparable"),
    "omits": gettext_noop("omits"),
    "single": gettext_noop("only here"),
}
# What is stored of a link and of a comparison, and shown as it is stored.
STORED = (
    gettext_noop("corroborates"),
    gettext_noop("conflicts"),
    gettext_noop("updates"),
    gettext_noop("none"),
    gettext_noop("agree"),
    gettext_noop("conflict"),
    gettext_noop("updated"),
    gettext_noop("unknown"),
    gettext_noop("not comparable"),
)


@register.simple_tag
def icon(name: str) -> SafeString:
    """A symbol of the sprite, invisible to screen readers: a word goes with it."""
    return format_html(
        '<svg class="icon" aria-hidden="true"><use href="{}#{}"/></svg>',
        static("img/icons.svg"),
        name,
    )


@register.simple_tag
def rel(mark: str, word: str = "", *, chip: bool = False) -> SafeString:
    """A relation: its icon and its word, coloured. `mark` is a key of WORDS."""
    shown = word or WORDS[mark]
    return format_html(
        '<span class="rel{} r-{}">{}{}</span>',
        " rel-chip" if chip else "",
        mark,
        icon(mark),
        gettext(shown),
    )


@register.filter
def word(mark: str) -> str:
    """The word of a relation."""
    return gettext(WORDS[mark])


@register.filter
def said_of(stored: str) -> str:
    """The word for a relation or level as it is stored, see STORED."""
    words = stored.replace("_", " ")
    return gettext(words)


@register.filter
def as_id(text: str) -> int:
    """The number that an option's value stands for."""
    return int(text)


@register.filter
def at(mapping: dict[str, Any], key: str) -> Any:
    """The value of a mapping at a key that the template holds in a variable."""
    return mapping.get(key)


@register.filter
def web_address(url: str) -> str:
    """The address if a browser may follow it; empty for any other scheme."""
    return url if url.startswith(("http://", "https://")) else ""


@register.filter
def language(code: str) -> str:
    """The name of a language; the code itself where Django knows none."""
    try:
        return str(get_language_info(code)["name_translated"])
    except KeyError:
        return code


@register.inclusion_tag("desk/_severity.html")
def severity(level: int) -> dict[str, Any]:
    """Three bars, of which `level` (0–3) are filled."""
    return {"level": level}


register.filter("day", day)
register.filter("origin_words", origin_words)


@register.filter
def short_day(value: date | None) -> str:
    """A date in a narrow place: 5 Jun 2025."""
    return date_format(value, "SHORT_DATE_FORMAT") if value else ""


@register.filter
def clock(value: datetime) -> SafeString:
    """A moment in the reader's zone, which is named: 5 Jun 2025 18:40 KST."""
    return _moment(value, _clock(value))


@register.filter
def day_of(value: datetime) -> SafeString:
    """The day of a moment in the reader's zone; pointed at, it tells the clock."""
    text = date_format(timezone.localtime(value), "DATE_FORMAT")
    return _moment(value, text, title=_clock(value))


def _clock(value: datetime) -> str:
    local = timezone.localtime(value)
    zone = local.tzname() or ""
    # Zones without letters of their own are called by their distance.
    named = zone if zone.isalpha() else f"UTC{zone}"
    return f"{date_format(local, 'SHORT_DATETIME_FORMAT')} {named}"


def _moment(value: datetime, text: str, title: str = "") -> SafeString:
    more = format_html(' title="{}"', title) if title else ""
    return format_html('<time datetime="{}"{}>{}</time>', value.isoformat(), more, text)


register.filter("person", person)
register.filter("initials", initials)


@register.simple_tag(takes_context=True)
def may_read(context: template.Context) -> bool:
    """Whether the pages of claims and articles are open to who asks."""
    user = context.get("user")
    return settings.PUBLIC_READ or bool(user and user.is_authenticated)


@register.simple_tag(takes_context=True)
def may_add(context: template.Context) -> bool:
    """Whether who asks may add articles."""
    user = context.get("user")
    return bool(user and user.is_authenticated and may_import(user))
