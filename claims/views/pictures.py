"""Which pictures a claim gets, and the plain values that they draw."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as _n

from claims.charts.strip import Value, day_strip, number_strip
from claims.charts.timeline import Told, lag, timeline
from claims.facets.quantities import bounds
from claims.facets.tolerances import DEFAULT
from claims.facets.types import Kind
from claims.records import facet_from_row
from claims.selectors.wording import DAY, HOUR, HOURS_UNTIL, MINUTE, MINUTES_UNTIL, day
from claims.views.picture import LINES, Picture
from claims.views.relations import links_picture, origins_picture

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from claims.models import Statement, StatementFacet
    from claims.selectors.matrix import Entry, Line
    from claims.selectors.sheet import Sheet

# An event told no closer than this many days has no place on the timeline.
EVENT_DAYS = 7
MEASURED = frozenset(
    {Kind.DURATION, Kind.AMOUNT, Kind.COUNT, Kind.PERCENT, Kind.ORDINAL}
)
MAGNITUDES = ((10**12, _n("trillion")), (10**9, _n("billion")), (10**6, _n("million")))


def pictures_of(sheet: Sheet) -> list[Picture]:
    """A strip plot for every measured facet with different values; when it happened,
    who leans on whom, what is linked.
    """
    pictures = []
    for number, line in enumerate(sheet.matrix.lines):
        if line.against is not None:
            picture = _strip(line, key=f"p{number}")
            if picture is not None:
                pictures.append(picture)
    others = (_timeline(sheet), origins_picture(sheet), links_picture(sheet))
    return [*pictures, *(picture for picture in others if picture)]


def _strip(line: Line, *, key: str) -> Picture | None:
    entries: list[tuple[str, Entry | None]] = []
    for cell in line.cells:
        entries += [(cell.outlet.name, entry) for entry in cell.entries] or [
            (cell.outlet.name, None)
        ]
    entries = entries[:LINES]
    facets = [e.printed.facet for __, e in entries if e and e.printed.facet]
    if line.kind == Kind.DATE:
        values = [_day_value(outlet, entry) for outlet, entry in entries]
        unit, note = "", _("One step is one day.")
    elif line.kind in MEASURED and len({facet.unit for facet in facets}) == 1:
        divisor, unit = _scale(line.kind, facets)
        values = [_number_value(outlet, entry, divisor) for outlet, entry in entries]
        note = _("In %(unit)s.") % {"unit": unit} if unit else ""
    else:
        return None
    if sum(value.number is not None for value in values) < 2:
        return None
    strip = (
        day_strip(values) if line.kind == Kind.DATE else number_strip(values, unit=unit)
    )
    table = tuple(
        (
            outlet,
            entry.text if entry else "–",
            (entry.norm or entry.text) if entry else _("none"),
        )
        for outlet, entry in entries
    )
    return Picture(
        key=key,
        title=line.label,
        note=note,
        description="; ".join(f"{row[0]}: {row[2]}" for row in table),
        heads=(_("Outlet"), _("Printed"), _("Taken for")),
        table=table,
        template="claims/_strip.html",
        chart=strip,
    )


def _day_value(outlet: str, entry: Entry | None) -> Value:
    facet = entry.printed.facet if entry else None
    if entry is None or facet is None or not facet.date_from or not facet.date_to:
        return Value(outlet)
    first, last = facet.date_from.toordinal(), facet.date_to.toordinal() - 1
    wide = last > first
    return Value(
        outlet,
        text=entry.text,
        number=(first + last) / 2,
        low=first if wide else None,
        high=last if wide else None,
        mark=entry.mark,
    )


def _number_value(outlet: str, entry: Entry | None, divisor: Decimal) -> Value:
    facet = entry.printed.facet if entry else None
    if entry is None or facet is None:
        return Value(outlet)
    low, high = _range(facet)
    number = facet.number
    if number is None and low is not None and high is not None:
        number = (low + high) / 2
    if number is None:
        return Value(outlet)

    def scaled(number: Decimal | None) -> float | None:
        return None if number is None else float(number / divisor)

    return Value(
        outlet,
        text=entry.text,
        number=scaled(number),
        low=scaled(low),
        high=scaled(high),
        mark=entry.mark,
    )


def _range(facet: StatementFacet) -> tuple[Decimal | None, Decimal | None]:
    """What is printed as a range, or what we allow for a hedge."""
    allowed = bounds(facet_from_row(facet), DEFAULT) if facet.hedge else None
    return allowed or (facet.number_low, facet.number_high)


def _scale(kind: str, facets: Sequence[StatementFacet]) -> tuple[Decimal, str]:
    """What to divide by, and the unit of the axis."""
    largest = max((abs(f.number) for f in facets if f.number is not None), default=0)
    unit = facets[0].unit
    if kind == Kind.DURATION:
        if largest <= MINUTES_UNTIL:
            return Decimal(MINUTE), _("minutes")
        return (
            (Decimal(HOUR), _("hours"))
            if largest <= HOURS_UNTIL
            else (Decimal(DAY), _("days"))
        )
    for size, name in MAGNITUDES:
        if largest >= size:
            return Decimal(size), f"{_(name)} {unit}".strip()
    return Decimal(1), unit


def _days(sheet: Sheet) -> dict[int, date]:
    """The day that each statement gives in the first line of dates, if there is one."""
    line = next((line for line in sheet.matrix.lines if line.kind == Kind.DATE), None)
    found: dict[int, date] = {}
    for cell in line.cells if line else ():
        for entry in cell.entries:
            facet = entry.printed.facet
            if facet and _near(facet.date_from, facet.date_to) and facet.date_from:
                found.setdefault(entry.statement.pk, facet.date_from)
    return found


def _near(start: date | None, end: date | None) -> bool:
    return bool(start and end and (end - start).days <= EVENT_DAYS)


def _day_of(statement: Statement) -> date | None:
    """The first day of the event, if it is told nearly to the day."""
    near = _near(statement.event_from, statement.event_to)
    return statement.event_from if near else None


def _timeline(sheet: Sheet) -> Picture | None:
    """By outlet the first statement that gives a day, else its first."""
    told: dict[int, Told] = {}
    days = _days(sheet)
    for statement in sheet.material.shown:
        article = statement.article
        known = told.get(article.outlet_id)
        event = days.get(statement.pk) if days else _day_of(statement)
        if known is None or (known.event is None and event):
            told[article.outlet_id] = Told(
                article.outlet.name, event, article.published_date
            )
    rows = list(told.values())[:LINES]
    drawing = timeline(rows)
    if drawing is None:
        return None
    return Picture(
        key="when",
        title=_("When it happened, when it was printed"),
        note=_("○ day of the event by the outlet’s account, ■ day of the article"),
        description="; ".join(f"{row.outlet}: {lag(row)}" for row in rows),
        heads=(_("Outlet"), _("Event"), _("Article")),
        table=tuple(
            (r.outlet, day(r.event) or "–", day(r.reported) or "–") for r in rows
        ),
        template="claims/_timeline.html",
        chart=drawing,
    )
