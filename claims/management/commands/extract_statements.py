"""Extract the statements of texts: JSON lines in, JSON lines out, no database."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from collections.abc import Iterable
from typing import Any

from django.core.management.base import BaseCommand

from claims.engine import load_engine
from claims.facets.quantities import printed_values
from claims.facets.types import Facet, Hop, StatementRecord
from claims.management.jsonlines import (
    LineError,
    batches,
    published_of,
    read_rows,
    text_of,
    write_row,
)

Entry = tuple[Any, tuple[str, Any]]


class Command(BaseCommand):
    """{"id","text","published"?} → one line a statement; offsets count in the text."""

    help = __doc__
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--all-sentences",
            action="store_true",
            help="take page furniture for statements as well",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        engine = load_engine()
        for batch in batches(read_rows(sys.stdin.buffer)):
            entries = [_read(number, row) for number, row in batch]
            items = [e[1] for e in entries if not isinstance(e, LineError)]
            found = engine.extract_many(items, all_sentences=options["all_sentences"])
            _write(entries, found)


def _read(number: int, row: dict[str, Any] | LineError) -> Entry | LineError:
    if isinstance(row, LineError):
        return row
    try:
        item = (text_of(number, row, row, "text"), published_of(number, row, row))
    except LineError as error:
        return error
    return row.get("id"), item


def _write(
    entries: Iterable[Entry | LineError], found: Iterable[list[StatementRecord]]
) -> None:
    answers = iter(found)
    for entry in entries:
        if isinstance(entry, LineError):
            write_row(entry.as_json())
            continue
        for record in next(answers):
            write_row(statement_json(entry[0], record))


def statement_json(article: Any, record: StatementRecord) -> dict[str, Any]:
    """One statement; every span counts characters of the text as it was given."""
    return {
        "article": article,
        "start": record.start,
        "end": record.end,
        "text": record.text,
        "check_worthiness": record.check_worthiness,
        "headline": record.headline,
        "attribution": [_hop_json(hop, record) for hop in record.hops],
        "origin": None if record.origin is None else record.origin.key,
        "facets": [_facet_json(facet, record.start) for facet in _printed(record)],
    }


def _printed(record: StatementRecord) -> list[Facet]:
    """The facets by their printed words, ranges as two numbers, and without copies: a
    period that a second frame takes over is printed, and given, once.
    """
    given = {(f.kind, f.start, f.end) for f in record.facets if not f.implied}
    return [
        value
        for facet in record.facets
        if not (facet.implied and (facet.kind, facet.start, facet.end) in given)
        for value in printed_values(facet)
    ]


def _hop_json(hop: Hop, record: StatementRecord) -> dict[str, Any]:
    """A hop; start and end hold source and cue, both null when it is inherited.

    source is the source phrase as printed ("she"), speaker whom it stands for.
    """
    printed = hop.end > hop.start
    named = hop.source_end > hop.source_start
    return {
        "speaker": hop.speaker,
        "role": hop.role,
        "venue": hop.venue,
        "cited_outlet": hop.cited_outlet,
        "cue": hop.cue,
        "strength": hop.strength,
        "start": record.start + hop.start if printed else None,
        "end": record.start + hop.end if printed else None,
        "source": record.text[hop.source_start : hop.source_end],
        "source_start": record.start + hop.source_start if named else None,
        "source_end": record.start + hop.source_end if named else None,
    }


def _facet_json(facet: Facet, base: int) -> dict[str, Any]:
    """A facet; numbers are strings, so that no digit is lost.

    A range is two facets, one a printed number; both have its number_low and
    number_high.
    """
    return {
        "kind": str(facet.kind),
        "role": facet.role,
        "frame": facet.frame,
        "start": base + facet.start,
        "end": base + facet.end,
        "text": facet.text,
        "value": facet.value,
        "number": _text(facet.number),
        "number_low": _text(facet.number_low),
        "number_high": _text(facet.number_high),
        "unit": facet.unit,
        "measure": facet.measure,
        "timex": facet.timex,
        "from": _text(facet.date_from),
        "to": _text(facet.date_to),
        "granularity": str(facet.granularity),
        "anchor": _text(facet.anchor),
        "hedge": str(facet.hedge),
        "implied": facet.implied,
    }


def _text(value: object) -> str | None:
    return None if value is None else str(value)
