"""The ratings that a reader may see, as a picture and in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from claims.charts.spread import Spread, spread
from claims.models.rating import VALUE_HIGHEST, VALUE_LOWEST
from claims.selectors.people import initials, person

if TYPE_CHECKING:
    from claims.selectors.panel import Given, Panel


@dataclass(frozen=True, slots=True)
class Drawn:
    """The picture with its title and what it says in words."""

    chart: Spread
    title: str
    description: str


def spread_of(panel: Panel) -> Drawn | None:
    """None while nothing may be seen, or nobody has given a value."""
    valued = [each for each in panel.given if each.rating.value is not None]
    chart = spread(
        (
            (
                int(each.rating.value or 0),
                _("You") if each.mine else initials(each.rating.editor),
                each.mine,
            )
            for each in valued
        ),
        lowest=VALUE_LOWEST,
        highest=VALUE_HIGHEST,
    )
    if chart is None or not panel.unblind:
        return None
    number = len(valued)
    return Drawn(
        chart=chart,
        title=ngettext(
            "%(number)d rating on the scale of five",
            "%(number)d ratings on the scale of five",
            number,
        )
        % {"number": number},
        description=", ".join(f"{_who(each)} {each.rating.value}" for each in valued),
    )


def _who(given: Given) -> str:
    return _("You") if given.mine else person(given.rating.editor)
