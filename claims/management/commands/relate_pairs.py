"""Relate pairs of texts: JSON lines in, JSON lines out, no database."""

from __future__ import annotations

import sys
from typing import Any

from django.core.management.base import BaseCommand

from claims.engine import load_engine
from claims.exports.relations import decision_json
from claims.management.jsonlines import (
    LineError,
    batches,
    published_of,
    read_rows,
    text_of,
    write_row,
)
from claims.services.compare import Text, compare_texts


class Command(BaseCommand):
    """{"id","a":{"text","published"?},"b":{…}} → {"id","relation","score",…}."""

    help = __doc__
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        engine = load_engine()
        for batch in batches(read_rows(sys.stdin.buffer)):
            read = [_read(number, row) for number, row in batch]
            pairs = [r for r in read if not isinstance(r, LineError)]
            decisions = compare_texts([(a, b) for _, a, b in pairs], engine=engine)
            for entry in read:
                if isinstance(entry, LineError):
                    write_row(entry.as_json())
                else:
                    write_row({"id": entry[0], **decision_json(next(decisions))})


def _read(
    number: int, row: dict[str, Any] | LineError
) -> tuple[Any, Text, Text] | LineError:
    if isinstance(row, LineError):
        return row
    try:
        return row.get("id"), _side(number, row, "a"), _side(number, row, "b")
    except LineError as error:
        return error


def _side(number: int, row: dict[str, Any], key: str) -> Text:
    side = row.get(key)
    if not isinstance(side, dict):
        raise LineError(number, f"“{key}” is missing or not an object", row)
    return Text(text_of(number, row, side, "text"), published_of(number, row, side))
