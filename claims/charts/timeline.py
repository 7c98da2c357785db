"""Event time against reported time, an outlet a line."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from claims.charts.canvas import (
    AXIS,
    CHARACTER,
    GAP,
    LEFT,
    MIDDLE,
    NAME_CHARACTERS,
    RIGHT,
    ROW,
    TOP,
    Scale,
    Tick,
    day_ticks,
    line_y,
    shortened,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

ABOVE = 5  # of a label over its line


@dataclass(frozen=True, slots=True)
class Told:
    """When something happened by an outlet's account, and when it printed it."""

    outlet: str
    event: date | None
    reported: date | None


@dataclass(frozen=True, slots=True)
class Span:
    """One outlet's line in a timeline: from the event to the day of print."""

    name: str
    y: int
    event: int | None
    reported: int | None
    label: str
    label_x: int
    anchor: str
    label_y: int

    @property
    def baseline(self) -> int:
        return self.y + MIDDLE

    @property
    def corner(self) -> tuple[int, int]:
        return (self.reported or 0) - 5, self.y - 5


@dataclass(frozen=True, slots=True)
class Timeline:
    """Event time against reported time, an outlet a line."""

    height: int
    axis: int
    ticks: tuple[Tick, ...]
    spans: tuple[Span, ...]


def timeline(told: Sequence[Told]) -> Timeline | None:
    """The timeline, or None when nobody gives a day of the event or none of print."""
    events = [row.event.toordinal() for row in told if row.event]
    reports = [row.reported.toordinal() for row in told if row.reported]
    if not events or not reports:
        return None
    days = events + reports
    scale = Scale(min(days) - 1, max(days) + 1)
    spans = tuple(_span(row, line_y(n), scale) for n, row in enumerate(told))
    axis = TOP + ROW * len(told)
    return Timeline(
        height=axis + AXIS, axis=axis, ticks=tuple(day_ticks(scale)), spans=spans
    )


def _span(row: Told, y: int, scale: Scale) -> Span:
    event = scale.x(row.event.toordinal()) if row.event else None
    reported = scale.x(row.reported.toordinal()) if row.reported else None
    known = [x for x in (event, reported) if x is not None] or [LEFT]
    label = lag(row)
    wide = GAP + len(label) * CHARACTER
    span = Span(
        name=shortened(row.outlet, NAME_CHARACTERS),
        y=y,
        event=event,
        reported=reported,
        label=label,
        label_x=max(known) + GAP,
        anchor="start",
        label_y=y + MIDDLE,
    )
    if max(known) + wide <= RIGHT:
        return span
    if min(known) - wide >= LEFT:
        return replace(span, label_x=min(known) - GAP, anchor="end")
    # No room beside the line: above it, ending where it ends.
    return replace(span, label_x=max(known) - GAP, anchor="end", label_y=y - ABOVE)


def lag(row: Told) -> str:
    """How long after the event it was printed, in words."""
    if row.event is None:
        return _("no day given")
    if row.reported is None:
        return _("day of print unknown")
    days = (row.reported - row.event).days
    if days == 0:
        return _("same day")
    number = abs(days)
    if days > 0:
        said = ngettext("%(number)d day later", "%(number)d days later", number)
    else:
        said = ngettext("%(number)d day ahead", "%(number)d days ahead", number)
    return said % {"number": number}
