"""Many new rows at once, whose ids nobody asks for.

An article makes a hundred facets. `bulk_create` asks every field of every row to make
its value ready for the database, one by one, and that took longer than the database; of
the fields of ours only decimals need it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from operator import attrgetter
from typing import Any

from django.db import connection
from django.db.models import DecimalField, Field, JSONField, Model

# Fields whose values the drivers do not take as they are.
PREPARED = (DecimalField, JSONField)


def insert_rows(rows: Iterable[Model], *, ignore_conflicts: bool = False) -> None:
    """INSERT unsaved rows of one model; they are given no ids.

    ignore_conflicts: a row that breaks a unique constraint is left out.
    """
    rows = list(rows)
    if not rows:
        return
    meta = rows[0]._meta
    fields = [field for field in meta.concrete_fields if not field.primary_key]
    values: Iterable[Any] = map(attrgetter(*[f.attname for f in fields]), rows)
    prepared = {n: f for n, f in enumerate(fields) if isinstance(f, PREPARED)}
    if prepared:
        values = (_prepared(row, prepared) for row in values)
    quote = connection.ops.quote_name
    names = ", ".join(quote(field.column or "") for field in fields)
    marks = ", ".join(["%s"] * len(fields))
    sql = f"INSERT INTO {quote(meta.db_table)} ({names}) VALUES ({marks})"
    if ignore_conflicts:
        sql += " ON CONFLICT DO NOTHING"
    with connection.cursor() as cursor:
        cursor.executemany(sql, list(values))


def _prepared(row: tuple[Any, ...], fields: Mapping[int, Field[Any, Any]]) -> list[Any]:
    ready = list(row)
    for number, field in fields.items():
        if ready[number] is not None:
            ready[number] = field.get_db_prep_save(ready[number], connection)
    return ready
