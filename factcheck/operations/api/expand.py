"""`expand=outlet,versions`: rows that a row leads to, in the same answer.

They stand in the member `expanded` by the name that was asked for, so that no other
member changes its type. What is expanded is not expanded again, and costs the same
number of queries for a page of rows as for one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from factcheck.operations.api.fields import names_asked

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser
    from django.db.models import Model, QuerySet
    from rest_framework.request import Request
    from rest_framework.serializers import BaseSerializer

    from factcheck.operations.models import User

    Viewer = User | AnonymousUser
    Rows = Callable[[Viewer], QuerySet[Any]]

EXPAND, EXPANDED = "expand", "expanded"
Loaded = Mapping[Any, Any]


@dataclass(frozen=True, slots=True)
class Expansion:
    """What a name leads to.

    shape  of one row there; many: a list of them
    load   the rows of a page and who asks → by id of the row, what it leads to. Nothing
           that this person may not see.
    """

    shape: type[BaseSerializer[Any]]
    load: Callable[[Sequence[Any], Viewer], Loaded]
    many: bool = False


def one(column: str, shape: type[BaseSerializer[Any]], rows: Rows) -> Expansion:
    """The row whose id stands in `column`; null where it may not be seen."""

    def load(page: Sequence[Model], viewer: Viewer) -> Loaded:
        ids = {getattr(row, column) for row in page} - {None}
        found = {row.pk: row for row in rows(viewer).filter(pk__in=ids)}
        return {row.pk: found.get(getattr(row, column)) for row in page}

    return Expansion(shape, load)


def many(column: str, shape: type[BaseSerializer[Any]], rows: Rows) -> Expansion:
    """The rows in whose `column` the id of ours stands, in the order of `rows`."""

    def load(page: Sequence[Model], viewer: Viewer) -> Loaded:
        found: dict[Any, list[Any]] = defaultdict(list)
        for row in rows(viewer).filter(**{f"{column}__in": [row.pk for row in page]}):
            found[getattr(row, column)].append(row)
        return {row.pk: found[row.pk] for row in page}

    return Expansion(shape, load, many=True)


def expand_rows(
    data: list[dict[str, Any]],
    page: Sequence[Any],
    request: Request,
    expansions: Mapping[str, Expansion],
) -> None:
    """Add to each of the answer's rows what was asked for. Raises ValidationError."""
    wanted = names_asked(request, EXPAND, list(expansions))
    if wanted is None:
        return
    for item in data:
        item[EXPANDED] = {}
    for name in wanted:
        expansion = expansions[name]
        loaded = expansion.load(page, request.user)
        for row, item in zip(page, data, strict=True):
            item[EXPANDED][name] = _shown(expansion, loaded.get(row.pk))


def _shown(expansion: Expansion, found: Any) -> Any:
    if expansion.many:
        return expansion.shape(found or [], many=True).data
    return None if found is None else expansion.shape(found).data
