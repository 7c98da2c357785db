"""Sentences that an editor made statements of, read beside those that the engine cuts.

The engine would cut them otherwise, or take them for page furniture; so each is read as
a text of its own. What a reader knows from the article is lent to it: who a bare
surname is, and what the article is about.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from claims.extraction.fold import fold
from claims.extraction.statements import Source
from claims.facets.types import Argument, Facet, Kind, StatementRecord
from claims.models import Statement
from claims.services.identity import CONTEXT_CHARACTERS
from sources.models import ArticleVersion

if TYPE_CHECKING:
    from claims.engine import Engine

Range = tuple[int, int]


def with_marked(
    reads: Mapping[int, Sequence[StatementRecord]],
    versions: Sequence[ArticleVersion],
    *,
    anchors: Mapping[int, date | None],
    engine: Engine,
) -> dict[int, list[StatementRecord]]:
    """The records of each version with those of its marked sentences, by version id.

    reads: what the engine cut; anchors: the day that relative dates count from.
    """
    found = {pk: list(records) for pk, records in reads.items()}
    marked = Statement.objects.filter(
        article__in={version.article_id for version in versions},
        marked_by__isnull=False,
    ).select_related("version")
    rows: dict[int, list[Statement]] = defaultdict(list)
    for row in marked.order_by("pk"):
        rows[row.article_id].append(row)
    for version in versions:
        for row in rows[version.article_id]:
            span = place_of(row, version)
            cut = {(each.start, each.end) for each in found[version.pk]}
            if span is not None and span not in cut:
                record = read_alone(
                    version,
                    span,
                    published=anchors[version.pk],
                    beside=found[version.pk],
                    engine=engine,
                )
                found[version.pk].append(record)
    return found


def place_of(row: Statement, version: ArticleVersion) -> Range | None:
    """Where the version prints a marked statement's words; None where it does not.

    In its own version: there. In another: the one place, or of several the one with the
    same words before or behind.
    """
    if row.version_id == version.pk:
        return row.start, row.end
    quote, text, old = fold(row.quote), fold(version.text), fold(row.version.text)
    places = _places(quote, text)
    if len(places) != 1:
        before = old[max(0, row.start - CONTEXT_CHARACTERS) : row.start]
        behind = old[row.end : row.end + CONTEXT_CHARACTERS]
        places = [
            at
            for at in places
            if text[max(0, at - CONTEXT_CHARACTERS) : at] == before
            or text[at + len(quote) :][:CONTEXT_CHARACTERS] == behind
        ]
    return (places[0], places[0] + len(quote)) if len(places) == 1 else None


def _places(quote: str, text: str) -> list[int]:
    places, at = [], text.find(quote)
    while at >= 0:
        places.append(at)
        at = text.find(quote, at + 1)
    return places


def read_alone(
    version: ArticleVersion,
    span: Range,
    *,
    published: date | None,
    beside: Collection[StatementRecord],
    engine: Engine,
) -> StatementRecord:
    """One record of version.text[span], whatever the engine would cut there.

    beside: the article's other records. What the engine finds no statement in is the
    words alone.
    """
    start, end = span
    words = version.text[start:end]
    source = Source(words, published, all_sentences=True)
    parts = next(iter(engine.read_all([source])))
    if not parts:
        return StatementRecord(words, start, end, published=published)
    # The fullest of the parts; the rest of the words stays unread.
    part = max(parts, key=lambda record: record.end - record.start)
    placed = _shifted(part, part.start)
    nearest = min(beside, key=lambda record: abs(record.start - start), default=None)
    return replace(
        placed,
        text=words,
        start=start,
        end=end,
        facets=tuple(_in_full(placed.facets, beside)),
        headline=False,
        paragraph=nearest.paragraph if nearest else 0,
        context=nearest.context if nearest else placed.context,
    )


def _shifted(record: StatementRecord, by: int) -> StatementRecord:
    """Spans counted from `by` characters before the record's start."""
    if not by:
        return record
    frames = tuple(
        replace(
            frame,
            start=frame.start + by,
            end=frame.end + by,
            arguments=tuple(_moved(each, by) for each in frame.arguments),
        )
        for frame in record.frames
    )
    return replace(
        record,
        facets=tuple(
            replace(facet, start=facet.start + by, end=facet.end + by)
            for facet in record.facets
        ),
        frames=frames,
        hops=tuple(
            replace(hop, start=hop.start + by, end=hop.end + by) if hop.end else hop
            for hop in record.hops
        ),
    )


def _moved(argument: Argument, by: int) -> Argument:
    return replace(
        argument,
        start=argument.start + by,
        end=argument.end + by,
        references=tuple(
            replace(each, start=each.start + by, end=each.end + by)
            for each in argument.references
        ),
    )


def _in_full(
    facets: Sequence[Facet], beside: Collection[StatementRecord]
) -> list[Facet]:
    """People by their full names, where the article has one person of the surname."""
    known: dict[str, set[str]] = defaultdict(set)
    for record in beside:
        for facet in record.facets:
            if facet.kind is Kind.PERSON and " " in facet.value:
                known[facet.value.split()[-1]].add(facet.value)
    return [
        replace(facet, value=min(known[facet.value]))
        if facet.kind is Kind.PERSON and len(known.get(facet.value, ())) == 1
        else facet
        for facet in facets
    ]
