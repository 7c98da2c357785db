"""Check a draft against the database: for every sentence its matches, as JSON lines."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from claims.engine import Engine, load_engine
from claims.exports.checks import checked_json
from claims.management.jsonlines import (
    LineError,
    published_of,
    read_rows,
    text_of,
    write_row,
)
from claims.services.check import check_draft
from sources.models import Article

LIMIT = 10


class Command(BaseCommand):
    """A text on standard input, or lines
    {"id","text","published"?,"exclude_article"?}.
    """

    help = __doc__
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--published",
            default="",
            metavar="DATE",
            help="day of the draft on standard input, as 2025-06-10",
        )
        parser.add_argument("--jsonl", action="store_true", help="read JSON lines")
        parser.add_argument(
            "--limit", type=int, default=LIMIT, metavar="N", help="matches a sentence"
        )
        parser.add_argument(
            "--all-matches",
            action="store_true",
            help="also candidates without a relation, behind those with one",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["limit"] < 1:
            raise CommandError("--limit takes a number from 1")
        engine = load_engine()
        how = {"limit": options["limit"], "all_matches": options["all_matches"]}
        if not options["jsonl"]:
            draft = {"text": _draft(), "published": options["published"]}
            try:
                write_row(_check(engine, draft, 1, how))
            except LineError as error:
                raise CommandError(str(error)) from error
            return
        for number, row in read_rows(sys.stdin.buffer):
            if isinstance(row, LineError):
                write_row(row.as_json())
                continue
            try:
                write_row(_check(engine, row, number, how))
            except LineError as error:
                write_row(error.as_json())


def _draft() -> str:
    try:
        return sys.stdin.buffer.read().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise CommandError(f"the draft is not UTF-8: byte {error.start}") from error


def _check(
    engine: Engine, row: dict[str, Any], number: int, how: dict[str, Any]
) -> dict[str, Any]:
    checked = check_draft(
        engine=engine,
        text=text_of(number, row, row, "text"),
        published=published_of(number, row, row),
        exclude_article=_excluded(number, row),
        **how,
    )
    return {"id": row.get("id"), "statements": [checked_json(each) for each in checked]}


def _excluded(number: int, row: dict[str, Any]) -> int | None:
    """The article whose statements are no matches: the draft's own, already
    imported.
    """
    given = row.get("exclude_article")
    if given is None:
        return None
    found = Article.objects.filter(external_id=str(given)).values_list("pk", flat=True)
    if not found:
        raise LineError(number, f"“exclude_article”: no article {given!r}", row)
    return found[0]
