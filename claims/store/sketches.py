"""What ranking looks at of many statements, read at the least cost.

A draft of 500 words has six thousand sketches, most of them of statements that stand
beside one that was found. Lemmas and events stand in the JSON of their frames; both
come out of one look into it, as text, and are decoded here. By a window function, and
by Django's own lookups and conversions, that took four times as long.

`without` is the id of an outlet whose statements are not wanted, or None.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from typing import Any

from django.db import connection

from claims.linkage.shortlist import Sketch

# Statements that are read of one article beside those found, from its beginning, where
# news tell what they are about.
MOST_OF_ARTICLE = 30

PRINTED = "x.state = 'printed' AND x.hidden_by_id IS NULL"
STANDS_SQLITE = "a.withdrawn_at IS NULL AND a.outlet_id IS NOT %s"
STANDS_POSTGRESQL = "a.withdrawn_at IS NULL AND a.outlet_id IS DISTINCT FROM %s::bigint"
SKETCH_SQLITE = """
x.id, x.article_id, x.quote, json_extract(x.frames, '$.lemmas', '$.events')"""
SKETCH_POSTGRESQL = """
x.id, x.article_id, x.quote,
jsonb_build_array(x.frames->'lemmas', x.frames->'events')::text"""

# CROSS JOIN keeps SQLite from beginning with all statements that nobody has hidden.
SHOWN_SQLITE = f"""
SELECT x.id, x.article_id FROM json_each(%s) AS wanted
CROSS JOIN claims_statement AS x ON x.id = wanted.value
CROSS JOIN sources_article AS a ON a.id = x.article_id
WHERE {PRINTED} AND {STANDS_SQLITE}
"""
SHOWN_POSTGRESQL = f"""
SELECT x.id, x.article_id FROM unnest(%s::bigint[]) AS wanted(id)
JOIN claims_statement AS x ON x.id = wanted.id
JOIN sources_article AS a ON a.id = x.article_id
WHERE {PRINTED} AND {STANDS_POSTGRESQL}
"""
SKETCHES_SQLITE = f"""
SELECT {SKETCH_SQLITE} FROM json_each(%s) AS wanted
CROSS JOIN claims_statement AS x ON x.id = wanted.value
"""
SKETCHES_POSTGRESQL = f"""
SELECT {SKETCH_POSTGRESQL} FROM unnest(%s::bigint[]) AS wanted(id)
JOIN claims_statement AS x ON x.id = wanted.id
"""
SIBLINGS_SQLITE = f"""
SELECT {SKETCH_SQLITE} FROM json_each(%s) AS wanted
CROSS JOIN sources_article AS a ON a.id = wanted.value AND {STANDS_SQLITE}
CROSS JOIN claims_statement AS x ON x.id IN (
    SELECT x.id FROM claims_statement AS x WHERE x.article_id = a.id AND {PRINTED}
    ORDER BY x.start, x.id LIMIT {MOST_OF_ARTICLE})
"""
SIBLINGS_POSTGRESQL = f"""
SELECT {SKETCH_POSTGRESQL} FROM unnest(%s::bigint[]) AS wanted(id)
JOIN sources_article AS a ON a.id = wanted.id AND {STANDS_POSTGRESQL}
CROSS JOIN LATERAL (
    SELECT * FROM claims_statement AS x WHERE x.article_id = a.id AND {PRINTED}
    ORDER BY x.start, x.id LIMIT {MOST_OF_ARTICLE}) AS x
"""


def articles_of_shown(
    statements: Collection[int], *, without: int | None
) -> dict[int, int]:
    """The article of each of the statements that readers see."""
    sql = (SHOWN_SQLITE, SHOWN_POSTGRESQL)
    return dict(rows_by_ids(sql, statements, without))


def sketches_of(statements: Collection[int]) -> list[Sketch]:
    """The sketches of the statements, by id."""
    return _sketches(rows_by_ids((SKETCHES_SQLITE, SKETCHES_POSTGRESQL), statements))


def siblings_of(articles: Collection[int], *, without: int | None) -> list[Sketch]:
    """Those of the first MOST_OF_ARTICLE shown statements of each article, by id."""
    return _sketches(
        rows_by_ids((SIBLINGS_SQLITE, SIBLINGS_POSTGRESQL), articles, without)
    )


def rows_by_ids(
    sql: tuple[str, str], ids: Collection[int], *values: int | None
) -> list[tuple[Any, ...]]:
    """What SQLite's or PostgreSQL's query finds; its first value are the ids."""
    ordered = sorted(ids)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(sql[1], [ordered, *values])
        else:
            cursor.execute(sql[0], [json.dumps(ordered), *values])
        rows: list[tuple[Any, ...]] = cursor.fetchall()
        return rows


def _sketches(rows: Iterable[tuple[Any, ...]]) -> list[Sketch]:
    found = []
    for pk, article, quote, told in rows:
        lemmas, events = json.loads(told)
        found.append(
            Sketch(pk, article, quote, tuple(lemmas or ()), tuple(events or ()))
        )
    return sorted(found, key=lambda sketch: sketch.id)
