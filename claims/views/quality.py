"""How right the engine is: the latest measurement, and what the engine cannot do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from claims.charts.bars import Bars, Measure, bars
from claims.quality.errors import words
from claims.quality.limits import LIMITS
from claims.quality.markdown import COMMONEST
from claims.quality.report import latest
from claims.quality.targets import SETS, Group, standings
from claims.quality.wording import bound, columns, percent, reached, rows_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.http import HttpRequest, HttpResponse

    from claims.quality.report import Report, SetResult
    from claims.quality.targets import Standing
    from claims.quality.types import Score

# The set whose conflicts are nearest to an editor's work: whole news sentences, many
# subjects, and conflicts that people labelled.
NEAREST = "rte3way_dev"
CONFLICTS = "conflicts"


@dataclass(frozen=True, slots=True)
class Row:
    """A target as the page tells it."""

    label: str
    reached: str
    least: str
    aim: str
    verdict: str
    met: bool


@dataclass(frozen=True, slots=True)
class Picture:
    """Targets of one group: the drawing and the same in words."""

    key: str
    title: str
    description: str
    chart: Bars
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """All lines of one set."""

    title: str
    name: str
    rows: str
    lines: tuple[tuple[str, ...], ...]


@require_safe
def quality(request: HttpRequest) -> HttpResponse:
    """`/about/quality`."""
    report = latest()
    context: dict[str, object] = {
        "limits": [_(limit) for limit in LIMITS],
        "report": report,
    }
    if report is not None:
        context |= _told(report)
    return render(request, "about/quality.html", context)


def _told(report: Report) -> dict[str, object]:
    found = standings(report)
    return {
        "pictures": _pictures(found),
        "met": sum(standing.met for standing in found),
        "asked": len(found),
        "rows": f"{report.rows:,}",
        "mistakes": f"{report.mistakes:,}",
        "nearest": _nearest(report),
        "errors": [
            (f"{error.count:,}", words(error.kind), ", ".join(map(_title, error.sets)))
            for error in report.errors[:COMMONEST]
        ],
        "tables": [_table(each) for each in report.sets],
    }


def _title(name: str) -> str:
    text = SETS.get(name)
    return _(text) if text else name


def _nearest(report: Report) -> tuple[str, str] | None:
    """Of the conflicts that are there the share found; of those suggested, right."""
    found = report.set(NEAREST)
    score = found.score(CONFLICTS) if found else None
    if score is None:
        return None
    return percent(score.recall), percent(score.precision)


def _pictures(found: Sequence[Standing]) -> list[Picture]:
    pictures = []
    for number, group in enumerate(Group):
        within = [s for s in found if s.target.group is group]
        rows = tuple(_row(standing) for standing in within)
        pictures.append(
            Picture(
                key=f"q{number}",
                title=_(group.value),
                description="; ".join(
                    f"{r.label}: {r.reached}, {r.verdict}, {r.least}" for r in rows
                ),
                chart=bars(
                    [_measure(standing) for standing in within],
                    full=0.0 if group is Group.ALARMS else 1.0,
                    percent=group is Group.ALARMS,
                ),
                rows=rows,
            )
        )
    return pictures


def _row(standing: Standing) -> Row:
    target = standing.target
    most = _("at most") if target.fewer else _("at least")
    return Row(
        label=_(target.label),
        reached=reached(target, standing.reached),
        least=f"{most} {bound(target, target.least)}",
        aim=bound(target, target.aim),
        verdict=_(standing.verdict),
        met=standing.met,
    )


def _measure(standing: Standing) -> Measure:
    row = _row(standing)
    return Measure(
        name=row.label,
        text=f"{row.reached} · {row.verdict}",
        reached=standing.reached,
        least=standing.target.least,
        aim=standing.target.aim,
        met=standing.met,
    )


def _table(found: SetResult) -> Table:
    lines = tuple(_line(score, found.rows) for score in found.scores)
    return Table(_title(found.name), found.name, f"{found.rows:,}", lines)


def _line(score: Score, rows: int) -> tuple[str, ...]:
    return (score.of, rows_of(score, rows, first=True), *columns(score))
