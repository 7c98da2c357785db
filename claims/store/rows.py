"""Many new rows at once, whose ids nobody asks for.

An article makes a hundred facets. Model instances, whose every field is asked to make
its value ready for the database, took longer than the database; of the fields of ours
only decimals and JSON need it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.db import connection
from django.db.models import DecimalField, JSONField, Model

# Fields whose values the drivers do not take as they are.
PREPARED = (DecimalField, JSONField)


def insert_rows(
    model: type[Model],
    columns: Sequence[str],
    rows: Iterable[list[Any]],
    *,
    ignore_conflicts: bool = False,
) -> None:
    """INSERT rows of values in the order of `columns`, which are all but the id.

    ignore_conflicts: a row that breaks a unique constraint is left out.
    """
    fields = {field.attname: field for field in model._meta.concrete_fields}
    prepared = [
        (number, fields[column])
        for number, column in enumerate(columns)
        if isinstance(fields[column], PREPARED)
    ]
    ready = list(rows)
    for row in ready:
        for number, field in prepared:
            if row[number] is not None:
                row[number] = field.get_db_prep_save(row[number], connection)
    if not ready:
        return
    quote = connection.ops.quote_name
    names = ", ".join(quote(fields[column].column or "") for column in columns)
    marks = ", ".join(["%s"] * len(columns))
    sql = f"INSERT INTO {quote(model._meta.db_table)} ({names}) VALUES ({marks})"
    if ignore_conflicts:
        sql += " ON CONFLICT DO NOTHING"
    with connection.cursor() as cursor:
        cursor.executemany(sql, ready)
