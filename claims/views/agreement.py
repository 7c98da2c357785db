"""`/agreement/`: how far editors agree, drawn and as tables."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.shortcuts import render
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from claims.agreement.types import FEW_BELOW, Undefined
from claims.charts.agreement import Course, Estimate, Forest, course, forest
from claims.facets.types import Kind
from claims.permissions import may_rate
from claims.selectors.agreement import agreement_for
from claims.selectors.ratings import sees_all
from claims.selectors.wording import LABELS
from claims.views.people import acting

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from django.http import HttpRequest, HttpResponse

    from claims.selectors.agreement import Agreement, Figure, ManyFigure, PairFigure


@dataclass(frozen=True, slots=True)
class AlphaRow:
    """One line of a table: what the picture draws, in words."""

    name: str
    alpha: str
    interval: str
    claims: str


@dataclass(frozen=True, slots=True)
class PairRow:
    """Two editors, in words."""

    pair: str
    same: str
    near: str
    kappa: str
    claims: int
    few: bool


@dataclass(frozen=True, slots=True)
class ManyRow:
    """Claims that so many editors rated, in words."""

    editors: str
    kappa: str
    claims: int
    few: bool


@dataclass(frozen=True, slots=True)
class MonthsShown:
    """The picture, from two months on, and the table that says the same."""

    chart: Course | None
    rows: tuple[AlphaRow, ...]


@dataclass(frozen=True, slots=True)
class AgreementShown:
    """Both pictures, with the tables that say the same, the pairs, and many at once."""

    kinds: Forest
    kind_rows: tuple[AlphaRow, ...]
    months: Course | None
    month_rows: tuple[AlphaRow, ...]
    pairs: tuple[PairRow, ...]
    many: tuple[ManyRow, ...]
    claims: int
    cut: bool
    few_below: int = FEW_BELOW


@require_safe
def agreement(request: HttpRequest) -> HttpResponse:
    """Over the claims that who asks may know the ratings of."""
    actor = acting(request, may_rate)
    context = {
        "agreement": agreement_shown(agreement_for(actor)),
        "everything": sees_all(actor),
    }
    return render(request, "agreement/agreement.html", context)


def agreement_shown(found: Agreement) -> AgreementShown:
    """The figures as a page draws and words them."""
    kinds = [(_("All facets"), found.overall)]
    kinds += [(LABELS[Kind(kind)], figure) for kind, figure in found.kinds]
    months = months_shown(found.months)
    return AgreementShown(
        kinds=forest([_estimate(name, figure) for name, figure in kinds]),
        kind_rows=_rows(kinds),
        months=months.chart,
        month_rows=months.rows,
        pairs=tuple(_pair(pair) for pair in found.pairs),
        many=tuple(_many(each) for each in found.many),
        claims=found.overall.claims,
        cut=found.cut,
    )


def months_shown(found: Sequence[tuple[date, Figure]]) -> MonthsShown:
    """The figures by month as a page draws and words them."""
    months = [(date_format(day, "YEAR_MONTH_FORMAT"), figure) for day, figure in found]
    drawn = [_estimate(name, figure) for name, figure in months]
    return MonthsShown(course(drawn) if len(drawn) > 1 else None, _rows(months))


def _rows(figures: Sequence[tuple[str, Figure]]) -> tuple[AlphaRow, ...]:
    return tuple(
        AlphaRow(
            name=name,
            alpha=_number(figure.alpha, figure.undefined),
            interval=_interval(figure),
            claims=_count(figure),
        )
        for name, figure in figures
    )


def _estimate(name: str, figure: Figure) -> Estimate:
    bounds = figure.interval
    return Estimate(
        name=name,
        value=figure.alpha,
        low=bounds.low if bounds else None,
        high=bounds.high if bounds else None,
        text="–" if figure.alpha is None else f"{figure.alpha:.2f}",
        count=_count(figure),
        few=figure.few,
    )


def _count(figure: Figure) -> str:
    return (
        _("%(number)d, few") % {"number": figure.claims}
        if figure.few
        else str(figure.claims)
    )


def _number(value: float | None, undefined: Undefined | None) -> str:
    return why(undefined) if value is None else f"{value:.2f}"


def why(undefined: Undefined | None) -> str:
    """What stands where a coefficient is not defined."""
    if undefined is Undefined.NO_VARIATION:
        return _("cannot be told: all ratings are the same")
    if undefined is Undefined.ONE_ITEM:
        return _("cannot be told: one claim alone")
    return _("cannot be told: no claim has two ratings")


def _interval(figure: Figure) -> str:
    if figure.interval is None:
        return _("cannot be told")
    return _("%(low).2f to %(high).2f") % figure.interval._asdict()


def _pair(pair: PairFigure) -> PairRow:
    names = [
        who.get_full_name() or who.get_username() for who in (pair.one, pair.other)
    ]
    return PairRow(
        pair=", ".join(names),
        same=_share(pair.same),
        near=_share(pair.near),
        kappa=_number(pair.kappa, pair.undefined),
        claims=pair.claims,
        few=pair.few,
    )


def _many(figure: ManyFigure) -> ManyRow:
    return ManyRow(
        editors=_("%(number)d editors") % {"number": figure.editors},
        kappa=_number(figure.kappa, figure.undefined),
        claims=figure.claims,
        few=figure.few,
    )


def _share(share: float | None) -> str:
    return "–" if share is None else f"{100 * share:.0f}%"
