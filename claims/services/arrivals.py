"""Many articles that are sent in at once: stored, read and linked; one answer a row.

A row that is refused leaves no trace and does not stop the others. Doing it again
changes nothing, and finishes what was broken off: a version without a finished run is
read, whoever stored it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import transaction

from claims.models import ProcessingRun
from claims.services.library import Library
from claims.services.pipeline import Work, process_each
from factcheck.operations.models import Token, User
from sources.services import (
    SUBMISSION_FIELDS,
    By,
    ParsedArticle,
    Refused,
    Status,
    Stored,
    article_check,
    article_store,
    parsed_unpack,
    submission_parse,
)

if TYPE_CHECKING:
    from claims.engine import Engine
    from sources.models import ArticleVersion

# Codes of what is wrong with a row.
INVALID, CONFLICT, WITHDRAWN, UNREAD = "invalid", "conflict", "withdrawn", "unread"

WITHDRAWN_REASON = "this article was withdrawn: it is not read again"
# Characters of a field that nobody knows, as it is told.
NAME_CHARACTERS = 40
BOTH = "html: send text or html, not both"
NO_OBJECT = "not an object with the fields of an article"


@dataclass(frozen=True, slots=True)
class Arrival:
    """What came of a row.

    row     its place, from 0
    stored  a Status, "refused" included
    code, reason  what is wrong; with code "unread" it is stored, but was not read
    """

    row: int
    stored: str
    article: int | None = None
    external_id: str = ""
    outlet: str = ""
    statements: int = 0
    links: int = 0
    code: str = ""
    reason: str = ""


def articles_check(*, rows: Sequence[Any], first: int = 0) -> list[Arrival]:
    """What `articles_take` would answer now; writes nothing."""
    return [_checked(row, at) for at, row in enumerate(rows, start=first)]


def articles_take(
    *,
    rows: Sequence[Any],
    engine: Engine,
    actor: User | None,
    token: Token | None = None,
    first: int = 0,
    library: Library | None = None,
    all_sentences: bool | None = None,
    since: datetime | None = None,
    packed: bool = False,
) -> list[Arrival]:
    """Store the rows, then read and link them together.

    rows   objects with the fields of an article that is sent in
    packed they are articles that we have parsed ourselves (`parsed_pack`), and are
           believed: never what somebody has sent
    first  the place of the first row
    since  when the same rows were begun before: what was stored since then is told as
           what it was stored as, not as "unchanged"
    """
    taken: list[Arrival] = []
    waiting: dict[int, tuple[int, Work]] = {}  # by article: its row and its work
    kept = library or Library()
    for at, row in enumerate(rows, start=first):
        arrival, stored = _taken(row, at, By(actor, token), since, packed=packed)
        taken.append(arrival)
        if stored is None or stored.version is None:
            continue
        if stored.version.article_id in waiting:  # the next version of one that waits
            _read(taken, waiting, engine, kept, first)
        work = Work(stored.version, all_sentences)
        waiting[stored.version.article_id] = at, work
    _read(taken, waiting, engine, kept, first)
    return taken


def _read(
    taken: list[Arrival],
    waiting: dict[int, tuple[int, Work]],
    engine: Engine,
    library: Library,
    first: int,
) -> None:
    works = [work for _, work in waiting.values()]
    if not works:
        return
    failed = process_each(works, engine=engine, library=library)
    runs = ProcessingRun.objects.filter(
        version__in=[work.version for work in works], engine_version=engine.version
    )
    counts = {run.version_id: run.counts for run in runs}
    for at, work in waiting.values():
        found = counts.get(work.version.pk, {})
        arrival = replace(
            taken[at - first],
            statements=found.get("statements", 0),
            links=found.get("links", 0),
        )
        if error := failed.get(work.version.pk):
            reason = f"stored, but not read: {type(error).__name__}: {error}"
            arrival = replace(arrival, code=UNREAD, reason=reason)
        taken[at - first] = arrival
    waiting.clear()


def _taken(
    row: Any, at: int, by: By, since: datetime | None, *, packed: bool
) -> tuple[Arrival, Stored | None]:
    try:
        parsed = parsed_unpack(row) if packed else _parsed(row)
    except Refused as refusal:
        return _refused(at, INVALID, refusal.reason), None
    with transaction.atomic():
        stored = article_store(parsed=parsed, actor=by.actor, token=by.token)
        article, version = stored.article, stored.version
        if article is None or version is None:
            return _refused(at, CONFLICT, stored.reason, parsed), None
        if article.withdrawn_at is not None:
            transaction.set_rollback(True)
            return _refused(at, WITHDRAWN, WITHDRAWN_REASON, parsed), None
        if stored.must_read_again:  # work to do from the same moment on
            ProcessingRun.objects.filter(version=version).update(finished_at=None)
    arrival = Arrival(
        at,
        str(_status(stored.status, version, since)),
        article.pk,
        article.external_id,
        stored.outlet,
    )
    return arrival, stored


def _status(status: Status, version: ArticleVersion, since: datetime | None) -> Status:
    if status is not Status.UNCHANGED or since is None or version.captured_at < since:
        return status
    return Status.CREATED if version.number == 1 else Status.NEW_VERSION


def _checked(row: Any, at: int) -> Arrival:
    try:
        parsed = _parsed(row)
    except Refused as refusal:
        return _refused(at, INVALID, refusal.reason)
    stored = article_check(parsed=parsed)
    if stored.status is Status.REFUSED:
        return _refused(at, CONFLICT, stored.reason, parsed)
    return Arrival(at, str(stored.status), None, parsed.external_id, stored.outlet)


def _refused(
    at: int, code: str, reason: str, parsed: ParsedArticle | None = None
) -> Arrival:
    external_id = parsed.external_id if parsed else ""
    return Arrival(at, str(Status.REFUSED), None, external_id, code=code, reason=reason)


def _parsed(row: Any) -> ParsedArticle:
    if not isinstance(row, Mapping):
        raise Refused(NO_OBJECT)
    unknown = sorted(row.keys() - SUBMISSION_FIELDS)
    if unknown:
        raise Refused(f"{unknown[0][:NAME_CHARACTERS]!a}: there is no such field")
    if row.get("text") and row.get("html"):
        raise Refused(BOTH)
    return submission_parse(fields=row)
