"""What the rows of a matrix are called: no two alike.

A verdict names a facet by its row, and a card prints that name. Where a kind has
several rows, each is called by its measure, else by its first value; where that is the
same, by what differs: the period, the place, who or what is spoken of, the value as
printed, at last a number.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from django.conf import settings
from django.utils.translation import override

from claims.facets.types import Kind
from claims.selectors.wording import LABELS, resolved

if TYPE_CHECKING:
    from claims.models import StatementFacet
    from claims.selectors.rows import Row

Facets = Mapping[int, Sequence["StatementFacet"]]

# A value of these says which row it is; of the others the longest words do.
VALUED = frozenset(
    {Kind.DATE, Kind.DURATION, Kind.AMOUNT, Kind.COUNT, Kind.PERCENT, Kind.ORDINAL}
)
BESIDE = ((Kind.PLACE,), (Kind.ORGANISATION, Kind.PERSON, Kind.PRODUCT))


def labels_of(rows: Sequence[Row], facets: Facets) -> list[str]:
    """The names of the rows, in order. facets: the effective ones by statement."""
    labels: list[str] = [LABELS[Kind(row.kind)] for row in rows]
    for group in _alike(labels):
        for number in group:
            labels[number] += f", {_about(rows[number])}"
    beside = [partial(_beside, kinds=kinds, facets=facets) for kinds in BESIDE]
    ways: list[Callable[[Row], str]] = [_periods, *beside, _words]
    for tell in ways:
        for group in _alike(labels):
            told = [tell(rows[number]) for number in group]
            if len(set(told)) > 1:
                for number, more in zip(group, told, strict=True):
                    labels[number] += f", {more}" if more else ""
    for group in _alike(labels):
        for count, number in enumerate(group, start=1):
            labels[number] += f" ({count})"
    return [label[:1].upper() + label[1:] for label in labels]


def label_in_words(kind: str, label: str) -> str:
    """A name that was frozen, as the reader's language has its kind.

    Whoever published it read a language of the interface: its word for the kind begins
    the name, and what tells the row from others stays as it was.
    """
    for code, _name in settings.LANGUAGES:
        with override(code):
            known: str = LABELS[Kind(kind)]
        if label.casefold().startswith(known.casefold()):
            label = LABELS[Kind(kind)] + label[len(known) :]
            break
    return label[:1].upper() + label[1:]


def _alike(labels: Sequence[str]) -> list[list[int]]:
    """The numbers of the rows that share a label, as groups of two and more."""
    groups: dict[str, list[int]] = defaultdict(list)
    for number, label in enumerate(labels):
        groups[label].append(number)
    return [group for group in groups.values() if len(group) > 1]


def _about(row: Row) -> str:
    """What a row is about, beside its kind: the measure, else its first value."""
    values = list(row.values.values())
    measures = {v.facet.measure for v in values if v.facet and v.facet.measure}
    if len(measures) == 1:
        return measures.pop()
    return _words(row)


def _words(row: Row) -> str:
    """A value of the row, as it is printed or as it was taken."""
    values = list(row.values.values())
    if row.kind not in VALUED:
        return max((value.text for value in values), key=len)
    first = values[0]
    return (resolved(first.facet) if first.facet else "") or first.text


def _periods(row: Row) -> str:
    """For when the values of a row are; of an amount, a count or a percentage."""
    periods = [value.period for value in row.values.values() if value.period]
    return _joined([resolved(period) or period.text for period in periods])


def _beside(row: Row, kinds: Sequence[Kind], facets: Facets) -> str:
    """What stands in the same frames as the values of a row, of some kinds."""
    frames = {
        (value.facet.statement_id, value.facet.frame)
        for value in row.values.values()
        if value.facet
    }
    return _joined(
        [
            resolved(facet) or facet.text
            for statement, frame in sorted(frames)
            for facet in facets.get(statement, ())
            if facet.frame == frame and facet.kind in kinds
        ]
    )


def _joined(words: Sequence[str]) -> str:
    return ", ".join(dict.fromkeys(words))
