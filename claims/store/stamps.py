"""What a kept record of a statement was made of, read at the least cost.

A batch of an import asks it of three thousand statements. By Django's lookups, which
look at every id of a list, and in a query for each table, that took four times as long.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from claims.store.sketches import rows_by_ids

# Version, engine, origin and publication day: all that a record is made of beside the
# words, which never change, and an editor's rows.
Stamp = tuple[int, str, int | None, date | None]

STAMP = """
x.id, x.version_id, x.engine_version, x.origin_id, a.published_date,
EXISTS (SELECT 1 FROM claims_statementfacet AS f
        WHERE f.statement_id = x.id AND f.by = 'editor')
OR EXISTS (SELECT 1 FROM claims_attributionhop AS h
           WHERE h.statement_id = x.id AND h.by = 'editor')"""
# CROSS JOIN: the ids come first, see store.sketches.
STAMPS_SQLITE = f"""
SELECT {STAMP} FROM json_each(%s) AS wanted
CROSS JOIN claims_statement AS x ON x.id = wanted.value
CROSS JOIN sources_article AS a ON a.id = x.article_id
"""
STAMPS_POSTGRESQL = f"""
SELECT {STAMP} FROM unnest(%s::bigint[]) AS wanted(id)
JOIN claims_statement AS x ON x.id = wanted.id
JOIN sources_article AS a ON a.id = x.article_id
"""


def stamps_of(statements: Collection[int]) -> dict[int, Stamp | None]:
    """The stamp of each statement that is stored; None where a facet or the chain is an
    editor's.
    """
    if not statements:
        return {}
    rows = rows_by_ids((STAMPS_SQLITE, STAMPS_POSTGRESQL), statements)
    return {
        pk: None if edited else (version, engine, origin, _day(published))
        for pk, version, engine, origin, published, edited in rows
    }


def _day(published: date | str | None) -> date | None:
    """SQLite holds a day as text."""
    return date.fromisoformat(published) if isinstance(published, str) else published
