"""The rows of a matrix have names of their own, whatever they are about."""

from __future__ import annotations

from datetime import date

import pytest

from claims.models import StatementFacet
from claims.selectors.labels import labels_of
from claims.selectors.rows import Place, Printed, Row


def a_facet(kind: str, text: str, frame: int, **columns: object) -> StatementFacet:
    return StatementFacet(
        statement_id=1, kind=kind, text=text, value=text, frame=frame, **columns
    )


def a_year(year: int, frame: int) -> StatementFacet:
    days = {"date_from": date(year, 1, 1), "date_to": date(year + 1, 1, 1)}
    return a_facet("date", "then", frame, granularity="year", **days)


def a_row(
    text: str,
    measure: str = "",
    *,
    kind: str = "amount",
    frame: int = 0,
    start: int = 0,
    period: StatementFacet | None = None,
) -> Row:
    place = Place(1, kind, start)
    facet = a_facet(kind, text, frame, measure=measure)
    printed = Printed(place, start + 1, text, text, facet, period)
    return Row(kind=kind, role="", values={place: printed})


TABLE: dict[str, tuple[list[Row], list[StatementFacet], list[str]]] = {
    "one of a kind": ([a_row("$3", "dues")], [], ["Amount"]),
    "two measures": (
        [a_row("$3", "dues"), a_row("$5", "fares")],
        [],
        ["Amount, dues", "Amount, fares"],
    ),
    "no measure": ([a_row("$3"), a_row("$5")], [], ["Amount, $3", "Amount, $5"]),
    "two periods": (
        [
            a_row("$3", "dues", period=a_year(2030, 0)),
            a_row("$5", "dues", period=a_year(2031, 0)),
            a_row("$7", "dues"),
        ],
        [],
        ["Amount, dues, 2030", "Amount, dues, 2031", "Amount, dues"],
    ),
    "two places in one period": (
        [
            a_row("$3", "dues", frame=0, period=a_year(2030, 0)),
            a_row("$5", "dues", frame=1, period=a_year(2030, 1)),
        ],
        [a_facet("place", "Skarholm", 0), a_facet("place", "Vannvik", 1)],
        ["Amount, dues, Skarholm", "Amount, dues, Vannvik"],
    ),
    "two companies": (
        [a_row("$3", "dues", frame=0), a_row("$5", "dues", frame=1)],
        [
            a_facet("place", "Vannvik", 0),
            a_facet("place", "Vannvik", 1),
            a_facet("organisation", "Pier Oil", 0),
            a_facet("organisation", "Salt Lines", 1),
        ],
        ["Amount, dues, Pier Oil", "Amount, dues, Salt Lines"],
    ),
    "parts of one frame": (
        [a_row("$3", "dues"), a_row("$5", "dues")],
        [a_facet("place", "Vannvik", 0)],
        ["Amount, dues, $3", "Amount, dues, $5"],
    ),
    "nothing differs": (
        [a_row("$3", "dues"), a_row("$3", "dues"), a_row("4", "dues", kind="count")],
        [],
        ["Amount, dues (1)", "Amount, dues (2)", "Count"],
    ),
}


@pytest.mark.parametrize(("rows", "facets", "labels"), TABLE.values(), ids=TABLE)
def test_what_the_rows_are_called(
    rows: list[Row], facets: list[StatementFacet], labels: list[str]
) -> None:
    assert labels_of(rows, {1: facets}) == labels
