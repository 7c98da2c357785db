"""The geometry of the pictures: plain values in, coordinates out. No Django.

A picture is 440 units wide, so that its words keep their size on a phone of 390 pixels;
colours and strokes come from css/charts.css by class name. Every coordinate is an
integer, and every picture has a table below it that says the same.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from math import ceil, floor, log10
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

WIDTH = 440
LEFT, RIGHT = 150, 430  # the plot; left of it stand the names
TOP, ROW, AXIS = 10, 34, 26  # heights: above the first row, of a row, below the last
NAME_CHARACTERS = 19  # at 13 to 15 pixels what fits left of the plot
CHARACTER = 7.4  # mean width of a printed character, measured on the serif at 13–15
GAP = 12  # between a mark and its words
TICKS = 4  # about so many
ABOVE = 5  # of a label over its line
BAR, BAR_ROW = 10, 46  # heights: of a bar, and of it with the line of words above it
BAR_WORDS = 9  # from a bar up to the words above it
BOUND = 4  # how far a bound's line stands out
MIDDLE = 5  # from a text's baseline up to the middle of its letters


@dataclass(frozen=True, slots=True)
class Value:
    """What an outlet prints: number, or the days since the epoch; None = nothing.

    mark is the class of the relation; low and high bound what a hedge allows.
    """

    outlet: str
    text: str = ""
    number: float | None = None
    low: float | None = None
    high: float | None = None
    mark: str = "states"


@dataclass(frozen=True, slots=True)
class Told:
    """When something happened by an outlet's account, and when it printed it."""

    outlet: str
    event: date | None
    reported: date | None


@dataclass(frozen=True, slots=True)
class Tick:
    x: int
    label: str
    anchor: str = "middle"


@dataclass(frozen=True, slots=True)
class Dot:
    """One outlet's line in a strip plot."""

    name: str
    y: int
    x: int | None = None
    low: int | None = None
    high: int | None = None
    mark: str = "states"
    label: str = ""
    label_x: int = 0
    anchor: str = "start"

    @property
    def baseline(self) -> int:
        return self.y + MIDDLE

    @property
    def diamond(self) -> str:
        return f"M{self.x} {self.y - 7}l7 7-7 7-7-7z"

    @property
    def box(self) -> tuple[int, int]:
        return (self.x or 0) - 5, self.y - 5


@dataclass(frozen=True, slots=True)
class Strip:
    """The values of one facet, an outlet a line."""

    height: int
    axis: int
    ticks: tuple[Tick, ...]
    dots: tuple[Dot, ...]


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


@dataclass(frozen=True, slots=True)
class Measure:
    """A figure beside the bounds set for it; reached None = not measured.

    least has to be reached, aim is hoped for; met = what has to be reached is.
    """

    name: str
    text: str
    reached: float | None
    least: float
    aim: float | None = None
    met: bool = False


@dataclass(frozen=True, slots=True)
class Bar:
    """One figure: its name and words on a line, below them the bar and the bounds."""

    name: str
    text: str
    y: int
    width: int | None
    least: int
    aim: int | None
    met: bool

    @property
    def baseline(self) -> int:
        return self.y - BAR_WORDS

    @property
    def ends(self) -> tuple[int, int]:
        """Of a bound's line, which stands out above and below the bar."""
        return self.y - BOUND, self.y + BAR + BOUND


@dataclass(frozen=True, slots=True)
class Bars:
    """Figures on one scale from zero."""

    height: int
    axis: int
    left: int
    ticks: tuple[Tick, ...]
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Scale:
    """A linear scale from a range of numbers to the plot."""

    low: float
    high: float
    left: int = LEFT

    def x(self, number: float) -> int:
        share = (number - self.low) / (self.high - self.low)
        return round(self.left + GAP + share * (RIGHT - self.left - 2 * GAP))


def shortened(text: str, characters: int) -> str:
    """The text, or its beginning with an ellipsis."""
    return text if len(text) <= characters else text[: characters - 1].rstrip() + "…"


def number_strip(values: Sequence[Value], *, unit: str = "") -> Strip:
    """A strip plot of numbers. The axis begins at zero unless a value is below it."""
    numbers = _numbers(values)
    step = _nice_step(max(numbers) - min(0.0, *numbers))
    low = floor(min(0.0, *numbers) / step) * step
    high = max(ceil(max(numbers) / step) * step, low + step)
    scale = Scale(low, high)
    marks = [low + step * n for n in range(round((high - low) / step) + 1)]
    ticks = [Tick(scale.x(mark), f"{mark:,.10g}") for mark in marks]
    if unit:
        ticks[-1] = Tick(RIGHT + 8, f"{ticks[-1].label} {unit}", anchor="end")
    return _strip(values, scale, ticks)


def day_strip(values: Sequence[Value]) -> Strip:
    """A strip plot of days (as ordinals)."""
    numbers = _numbers(values)
    scale = Scale(min(numbers) - 1, max(numbers) + 1)
    return _strip(values, scale, _day_ticks(scale))


def timeline(told: Sequence[Told]) -> Timeline | None:
    """The timeline, or None when nobody gives a day of the event or none of print."""
    events = [row.event.toordinal() for row in told if row.event]
    reports = [row.reported.toordinal() for row in told if row.reported]
    if not events or not reports:
        return None
    days = events + reports
    scale = Scale(min(days) - 1, max(days) + 1)
    spans = tuple(_span(row, _y(n), scale) for n, row in enumerate(told))
    axis = TOP + ROW * len(told)
    return Timeline(
        height=axis + AXIS, axis=axis, ticks=tuple(_day_ticks(scale)), spans=spans
    )


def bars(
    measures: Sequence[Measure], *, full: float = 0.0, percent: bool = False
) -> Bars:
    """Bars on one scale from zero to `full`, or to a round number that holds all.

    percent: the scale tells shares as percentages.
    """
    bounds = [n for m in measures for n in (m.reached, m.least, m.aim) if n is not None]
    step = _nice_step(full or max(bounds, default=1.0))
    high = full or max(ceil(max(bounds, default=1.0) / step), 1) * step
    scale = Scale(0.0, high, left=-GAP)
    marks = [step * n for n in range(round(high / step) + 1)]
    axis = TOP + BAR_ROW * len(measures)
    return Bars(
        height=axis + AXIS,
        axis=axis,
        left=scale.x(0.0),
        ticks=tuple(_tick(mark, scale, percent=percent) for mark in marks),
        bars=tuple(_bar(m, TOP + BAR_ROW * n, scale) for n, m in enumerate(measures)),
    )


def _tick(mark: float, scale: Scale, *, percent: bool) -> Tick:
    anchor = "start" if mark == 0 else "end" if mark >= scale.high else "middle"
    label = f"{100 * mark:.10g}%" if percent else f"{mark:.10g}"
    return Tick(scale.x(mark), label, anchor=anchor)


def _bar(measure: Measure, top: int, scale: Scale) -> Bar:
    zero = scale.x(0.0)
    return Bar(
        name=measure.name,
        text=measure.text,
        y=top + BAR_ROW - BAR - BAR_WORDS,
        width=None if measure.reached is None else scale.x(measure.reached) - zero,
        least=scale.x(measure.least),
        aim=None if measure.aim is None else scale.x(measure.aim),
        met=measure.met,
    )


def _numbers(values: Sequence[Value]) -> list[float]:
    return [
        number
        for value in values
        for number in (value.number, value.low, value.high)
        if number is not None
    ]


def _strip(values: Sequence[Value], scale: Scale, ticks: list[Tick]) -> Strip:
    axis = TOP + ROW * len(values)
    return Strip(
        height=axis + AXIS,
        axis=axis,
        ticks=tuple(ticks),
        dots=tuple(_dot(value, _y(n), scale) for n, value in enumerate(values)),
    )


def _y(line: int) -> int:
    return TOP + ROW * line + ROW // 2


def _dot(value: Value, y: int, scale: Scale) -> Dot:
    name = shortened(value.outlet, NAME_CHARACTERS)
    if value.number is None:
        return Dot(name=name, y=y, label="gives none", label_x=LEFT + GAP)
    x = scale.x(value.number)
    low = None if value.low is None else scale.x(value.low)
    high = None if value.high is None else scale.x(value.high)
    before, after = (x if low is None else low), (x if high is None else high)
    rightward = RIGHT - after >= before - LEFT
    room = (RIGHT - after if rightward else before - LEFT) - GAP
    return Dot(
        name=name,
        y=y,
        x=x,
        low=low,
        high=high,
        mark=value.mark,
        label=shortened(f"“{value.text}”", max(4, int(room / CHARACTER))),
        label_x=after + GAP if rightward else before - GAP,
        anchor="start" if rightward else "end",
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
        return "no day given"
    if row.reported is None:
        return "day of print unknown"
    days = (row.reported - row.event).days
    if days == 0:
        return "same day"
    unit = "day" if abs(days) == 1 else "days"
    return f"{abs(days)} {unit} {'later' if days > 0 else 'ahead'}"


def _nice_step(width: float) -> float:
    """A step of 1, 2 or 5 times a power of ten that makes about TICKS steps."""
    rough = max(width, 1e-9) / TICKS
    power = 10.0 ** floor(log10(rough))
    return next(power * n for n in (1, 2, 5, 10) if power * n >= rough * 0.999)


def _day_ticks(scale: Scale) -> list[Tick]:
    first, last = ceil(scale.low), floor(scale.high)
    step = max(1, ceil((last - first) / TICKS))
    ticks = []
    for ordinal in range(first, last + 1, step):
        day = date.min + timedelta(days=ordinal - 1)
        label = f"{day.day} {day:%b}" + (f" {day:%Y}" if step > 120 else "")
        ticks.append(Tick(scale.x(ordinal), label))
    return ticks
