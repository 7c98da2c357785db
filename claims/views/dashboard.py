"""The dashboard: what is open, how long it waits, on whose reports; agreement."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from claims.charts.tallies import Tallies, tallies
from claims.permissions import may_rate
from claims.selectors.agreement import agreement_by_month
from claims.selectors.dashboard import (
    conflicts_by_age,
    conflicts_by_kind,
    conflicts_by_outlet,
    totals,
)
from claims.selectors.queue import Finding
from claims.selectors.ratings import sees_all
from claims.selectors.wording import LABELS
from claims.views.agreement import months_shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.http import HttpRequest, HttpResponse


@dataclass(frozen=True, slots=True)
class Counted:
    """A line of a table: what, how many, and the part of the queue that lists them."""

    name: str
    count: int
    query: str = ""
    of: int | None = None


@dataclass(frozen=True, slots=True)
class Counts:
    """One picture with its table."""

    key: str
    title: str
    note: str
    head: str
    rows: tuple[Counted, ...]
    chart: Tallies

    @property
    def description(self) -> str:
        return "; ".join(f"{row.name}: {row.count}" for row in self.rows)


@require_safe
def dashboard(request: HttpRequest) -> HttpResponse:
    """`/dashboard/`: counts of what every reader of the queue may see."""
    today = timezone.localdate()
    pictures = [
        _counts(
            "ages",
            _("How long open conflicts have waited"),
            _("Since the last report."),
            _("Waiting"),
            _ages(conflicts_by_age(today)),
        ),
        _counts(
            "kinds",
            _("What they are about"),
            _("A claim that conflicts on two facets is counted for both."),
            _("Facet"),
            [
                Counted(
                    str(LABELS[kind]).capitalize(),
                    number,
                    f"relation={Finding.CONFLICT}&facet={kind}",
                )
                for kind, number in conflicts_by_kind()
            ],
        ),
        _counts(
            "outlets",
            _("Whose reports are in them"),
            _("Being in a conflict says nothing about who is right."),
            _("Outlet"),
            [
                Counted(
                    name, number, f"relation={Finding.CONFLICT}&outlet={pk}", of=claims
                )
                for pk, name, number, claims in conflicts_by_outlet()
            ],
        ),
    ]
    rates = may_rate(request.user)
    context = {
        "totals": totals(request.user, today),
        "rates": rates,
        "months": months_shown(agreement_by_month(request.user)) if rates else None,
        "everything": sees_all(request.user),
        "pictures": [picture for picture in pictures if picture.rows],
        "queue": reverse("claims:queue"),
    }
    return render(request, "claims/dashboard.html", context)


def _counts(
    key: str, title: str, note: str, head: str, rows: Sequence[Counted]
) -> Counts:
    chart = tallies([(row.name, row.count) for row in rows])
    return Counts(key, title, note, head, tuple(rows), chart)


def _ages(found: Sequence[tuple[int | None, int]]) -> list[Counted]:
    rows = []
    before = 0
    for bound, number in found:
        if bound is None:
            name = _("longer, or undated")
        elif not before:
            name = ngettext("up to %(n)d day", "up to %(n)d days", bound) % {"n": bound}
        else:
            name = _("%(low)d to %(high)d days") % {"low": before + 1, "high": bound}
        rows.append(Counted(name, number))
        before = bound or 0
    return rows if any(row.count for row in rows) else []
