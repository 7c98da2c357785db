"""Every link as JSON: both statements as printed, and the facets that explain it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from claims.models import FacetComparison, Link, Statement, StatementFacet
from claims.models.link import NOT_STATED

# Rows read at a time: an export holds one chunk in memory, whatever the table's size.
CHUNK = 500


def links_json(links: Iterable[Link]) -> Iterator[dict[str, Any]]:
    """One object a link, ordered as given; a is the statement with the lower id."""
    for link in links:
        yield link_json(link)


def all_links() -> Iterator[Link]:
    """Links that hold a relation, by id, in chunks with all that link_json reads.

    Nothing of a hidden statement or a withdrawn article leaves the house.
    """
    rows = (
        Link.objects.exclude(relation="none", engine_relation="none")
        .filter(
            low__hidden_by=None,
            high__hidden_by=None,
            low__article__withdrawn_at=None,
            high__article__withdrawn_at=None,
        )
        .select_related("low__article__outlet", "high__article__outlet", "low__version")
        .prefetch_related("comparisons", "low__facets", "high__facets")
        .order_by("id")
    )
    return rows.iterator(chunk_size=CHUNK)


def link_json(link: Link) -> dict[str, Any]:
    """One link; article is the external id."""
    values_low = _values(link.low)
    values_high = _values(link.high)
    return {
        "a": _statement(link.low),
        "b": _statement(link.high),
        "relation": link.relation,
        "state": link.state,
        "by": link.by,
        "score": link.engine_score,
        "direction": link.direction,
        "reason": link.engine_reason,
        "facets": [
            _comparison(row, values_low, values_high) for row in link.comparisons.all()
        ],
    }


def _statement(statement: Statement) -> dict[str, Any]:
    article = statement.article
    published = article.published_at or article.published_date
    return {
        "article": article.external_id,
        "outlet": article.outlet.name,
        "url": article.url,
        "published": published.isoformat() if published else None,
        "quote": statement.quote,
        "start": statement.start,
        "end": statement.end,
    }


Values = dict[tuple[str, int], str]


def _values(statement: Statement) -> Values:
    """Canonical values by kind and start; an editor's row wins."""
    found: Values = {}
    for facet in sorted(statement.facets.all(), key=_editor_last):
        found[facet.kind, facet.start] = facet.value
    return found


def _editor_last(facet: StatementFacet) -> bool:
    return facet.by == "editor"


def _comparison(row: FacetComparison, low: Values, high: Values) -> dict[str, Any]:
    return {
        "kind": row.kind,
        "role": row.role,
        "level": row.level,
        "a": _side(row.kind, row.low_text, row.low_start, row.low_end, low),
        "b": _side(row.kind, row.high_text, row.high_start, row.high_end, high),
    }


def _side(
    kind: str, text: str, start: int, end: int, values: Values
) -> dict[str, Any] | None:
    if start == NOT_STATED:
        return None
    value = values.get((kind, start), "")
    return {"text": text, "value": value, "start": start, "end": end}
