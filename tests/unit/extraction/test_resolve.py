"""Which kind keeps the words that two of them claim."""

from __future__ import annotations

import pytest

from claims.extraction.resolve import without_overlaps
from claims.facets.types import Facet, Kind


def facet(kind: Kind, start: int, end: int) -> Facet:
    return Facet(kind=kind, start=start, end=end, text="", value="")


@pytest.mark.parametrize(
    ("claims", "kept"),
    [
        ([(Kind.COUNT, 0, 6), (Kind.DATE, 0, 6)], [Kind.DATE]),
        ([(Kind.COUNT, 0, 20), (Kind.DATE, 3, 9)], [Kind.DATE]),
        ([(Kind.COUNT, 0, 20), (Kind.AMOUNT, 0, 10)], [Kind.AMOUNT]),
        ([(Kind.COUNT, 0, 7), (Kind.DURATION, 0, 7)], [Kind.DURATION]),
        ([(Kind.ORDINAL, 0, 5), (Kind.DATE, 0, 13)], [Kind.DATE]),
        ([(Kind.COUNT, 0, 20), (Kind.PERCENT, 0, 4)], [Kind.PERCENT]),
        ([(Kind.PLACE, 0, 5), (Kind.ORGANISATION, 0, 20)], [Kind.ORGANISATION]),
        ([(Kind.PERSON, 0, 10), (Kind.PLACE, 0, 10)], [Kind.PERSON]),
        ([(Kind.PERSON, 0, 11), (Kind.DATE, 8, 11)], [Kind.PERSON]),
        ([(Kind.PRODUCT, 0, 3), (Kind.COUNT, 1, 3)], [Kind.PRODUCT]),
        # neighbours, and kinds that compete with nobody
        ([(Kind.COUNT, 0, 3), (Kind.DATE, 3, 9)], [Kind.COUNT, Kind.DATE]),
        ([(Kind.TITLE, 0, 20), (Kind.PLACE, 0, 4)], [Kind.PLACE, Kind.TITLE]),
        ([(Kind.POLARITY, 0, 4), (Kind.DATE, 0, 4)], [Kind.DATE, Kind.POLARITY]),
        ([], []),
    ],
)
def test_without_overlaps(
    claims: list[tuple[Kind, int, int]], kept: list[Kind]
) -> None:
    facets = [facet(*claim) for claim in claims]
    for order in (facets, facets[::-1]):
        assert [f.kind for f in without_overlaps(order)] == kept
