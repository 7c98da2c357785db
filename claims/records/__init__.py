"""Rows of the tables <-> the dataclasses of the pure packages. The only bridge.

What the engine needs of a stored statement is loaded by `load_records` in three
queries, however many statements are asked for; nothing is parsed again, since frames
and lemmas are kept with the statement.

An editor's word is in what comes back. Effective facets are the editor's rows and those
engine rows that no editor row of the same kind overlaps (facets.edited); an editor's
attribution chain replaces the engine's whole.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, TypeVar

from django.db.models.fields.json import KeyTransform

from claims.facets.edited import effective
from claims.facets.types import (
    Argument,
    Facet,
    Frame,
    Hedge,
    Hop,
    Kind,
    Modality,
    OriginKey,
    Reference,
    StatementRecord,
)
from claims.linkage.ranking import Glance
from claims.models import AttributionHop, By, Statement, StatementFacet
from claims.records.rows import (
    FACET_COLUMNS,
    HOP_COLUMNS,
    NUMBERS,
    by_place,
    facet_to_row,
    frames_to_json,
    hop_to_row,
    number_from_column,
    number_to_column,
    origin_column,
    origin_from_columns,
    origin_to_row,
    stored_facets,
    stored_hops,
    worthiness_column,
)
from sources.models import Article

__all__ = [
    "FACET_COLUMNS",
    "HOP_COLUMNS",
    "Stored",
    "effective_hops",
    "facet_from_row",
    "facet_to_row",
    "frames_to_json",
    "glance_of",
    "hop_from_row",
    "hop_to_row",
    "load_glances",
    "load_records",
    "number_to_column",
    "origin_column",
    "origin_to_row",
    "record_as_stored",
    "record_from_row",
    "stored_facets",
    "stored_hops",
]

# Ids in one IN list: SQLite's oldest builds in use take 32,766 parameters.
IDS_A_QUERY = 10_000

ORIGIN_COLUMNS = (
    "origin__key",
    "origin__kind",
    "origin__speaker",
    "origin__venue",
    "origin__label",
)
STATEMENT_COLUMNS = (
    "id",
    "quote",
    "start",
    "end",
    "check_worthiness",
    "event_from",
    "event_to",
    "frames",
    "article__published_date",
    "article__external_id",
    "article__outlet__name",
    *ORIGIN_COLUMNS,
)

KIND, HEDGE = FACET_COLUMNS.index("kind"), FACET_COLUMNS.index("hedge")
NUMBER_COLUMNS = tuple(map(FACET_COLUMNS.index, NUMBERS))
KINDS = {kind.value: kind for kind in Kind}
HEDGES = {hedge.value: hedge for hedge in Hedge}

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Stored:
    """A statement's record with the ids that tell where it belongs."""

    statement_id: int
    article_id: int
    record: StatementRecord


def facet_from_row(row: StatementFacet) -> Facet:
    """The facet of a row, an editor's or the engine's."""
    return _facet([getattr(row, column) for column in FACET_COLUMNS])


def hop_from_row(row: AttributionHop) -> Hop:
    """The hop of a row."""
    return _hop([getattr(row, column) for column in HOP_COLUMNS])


def effective_hops(rows: Iterable[tuple[str, T]]) -> list[T]:
    """Of (by, hop) pairs those that hold: an editor's chain, else the engine's."""
    rows = list(rows)
    return [hop for by, hop in rows if by == By.EDITOR] or [hop for _, hop in rows]


def record_from_row(statement: Statement) -> StatementRecord:
    """The record of one row; prefetch facets and hops, select article and origin."""
    article, origin = statement.article, statement.origin
    return _record(
        {
            "quote": statement.quote,
            "start": statement.start,
            "end": statement.end,
            "check_worthiness": statement.check_worthiness,
            "event_from": statement.event_from,
            "event_to": statement.event_to,
            "frames": statement.frames,
            "article__published_date": article.published_date,
            "article__external_id": article.external_id,
            "article__outlet__name": article.outlet.name,
            "origin__key": origin.key if origin else None,
            "origin__kind": origin.kind if origin else "",
            "origin__speaker": origin.speaker if origin else "",
            "origin__venue": origin.venue if origin else "",
            "origin__label": origin.label if origin else "",
        },
        facets=[(row.by, facet_from_row(row)) for row in statement.facets.all()],
        hops=[(row.by, hop_from_row(row)) for row in statement.hops.all()],
    )


def record_as_stored(
    record: StatementRecord, *, article: Article, outlet: str, origin: OriginKey | None
) -> StatementRecord:
    """The record as load_records would bring it back once it is written.

    Who has just written it need not read it again. origin: as its row has it.
    """
    facets = (_from_columns(facet) for facet in stored_facets(record))
    hops = (replace(h, source_start=0, source_end=0) for h in stored_hops(record))
    return replace(
        record,
        published=article.published_date,
        facets=tuple(sorted(facets, key=by_place)),
        hops=tuple(sorted(hops, key=lambda hop: hop.position)),
        origin=origin,
        check_worthiness=worthiness_column(record.check_worthiness),
        article=article.external_id,
        outlet=outlet,
    )


def _from_columns(facet: Facet) -> Facet:
    if not any(getattr(facet, name) is not None for name in NUMBERS):
        return facet
    return replace(
        facet,
        number=_rounded(facet.number),
        number_low=_rounded(facet.number_low),
        number_high=_rounded(facet.number_high),
    )


def _rounded(number: Decimal | None) -> Decimal | None:
    held = number_to_column(number)
    return None if held is None else number_from_column(held)


def load_records(ids: Collection[int]) -> dict[int, Stored]:
    """The records of the statements by id, in the order of `ids`; unknown ids are left
    out. Three queries for each IDS_A_QUERY ids."""
    found: dict[int, Stored] = {}
    for chunk in _chunks(list(dict.fromkeys(ids))):
        found |= _load(chunk)
    return {key: found[key] for key in dict.fromkeys(ids) if key in found}


def load_glances(ids: Collection[int]) -> dict[int, Glance]:
    """What a glance takes in of the statements, by id."""
    found: dict[int, Glance] = {}
    # Not "frames__context": Django catches an error over it, keeps its traceback in a
    # circle, and so all that its callers hold, until the collector comes by.
    told = (KeyTransform("lemmas", "frames"), KeyTransform("context", "frames"))
    for chunk in _chunks(sorted(ids)):
        rows = Statement.objects.filter(pk__in=chunk).order_by()
        for pk, quote, lemmas, names in rows.values_list("pk", "quote", *told):
            found[pk] = Glance(quote, tuple(lemmas or ()), names or ())
    return found


def glance_of(record: StatementRecord) -> Glance:
    """The same of a record that is at hand."""
    return Glance(record.text, record.lemmas, record.context)


def _chunks(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    for at in range(0, len(ids), IDS_A_QUERY):
        yield ids[at : at + IDS_A_QUERY]


def _load(ids: Sequence[int]) -> dict[int, Stored]:
    # Tuples and not model instances: a text of 500 words is held against hundreds of
    # candidates, and building the instances took most of the time.
    facets: dict[int, list[tuple[str, Facet]]] = defaultdict(list)
    rows = StatementFacet.objects.filter(statement__in=ids).order_by("id")
    for statement, by, *values in rows.values_list(
        "statement_id", "by", *FACET_COLUMNS
    ):
        facets[statement].append((by, _facet(values)))
    hops: dict[int, list[tuple[str, Hop]]] = defaultdict(list)
    chains = AttributionHop.objects.filter(statement__in=ids).order_by("position")
    for statement, by, *values in chains.values_list(
        "statement_id", "by", *HOP_COLUMNS
    ):
        hops[statement].append((by, _hop(values)))
    columns = Statement.objects.filter(pk__in=ids).values(
        "article_id", *STATEMENT_COLUMNS
    )
    return {
        row["id"]: Stored(
            statement_id=row["id"],
            article_id=row["article_id"],
            record=_record(row, facets=facets[row["id"]], hops=hops[row["id"]]),
        )
        for row in columns
    }


def _record(
    row: Mapping[str, Any],
    *,
    facets: Iterable[tuple[str, Facet]],
    hops: Iterable[tuple[str, Hop]],
) -> StatementRecord:
    own = row["frames"] or {}
    sides: dict[bool, list[Facet]] = {True: [], False: []}
    for by, facet in facets:
        sides[by == By.EDITOR].append(facet)
    frames = [_frame(values) for values in own.get("frames", ())]
    held = effective(sides[False], sides[True], frames)
    return StatementRecord(
        text=row["quote"],
        start=row["start"],
        end=row["end"],
        published=row["article__published_date"],
        facets=tuple(sorted(held.facets, key=by_place)),
        frames=held.frames,
        hops=tuple(sorted(effective_hops(hops), key=lambda hop: hop.position)),
        origin=origin_from_columns(*[row[column] for column in ORIGIN_COLUMNS]),
        lemmas=tuple(own.get("lemmas", ())),
        check_worthiness=row["check_worthiness"],
        headline=own.get("headline", False),
        paragraph=own.get("paragraph", 0),
        context=tuple(own.get("context", ())),
        event_from=row["event_from"],
        event_to=row["event_to"],
        article=row["article__external_id"],
        outlet=row["article__outlet__name"],
    )


def _facet(values: Sequence[Any]) -> Facet:
    """A facet from the values of FACET_COLUMNS, which are in its fields' order."""
    named = list(values)
    named[KIND], named[HEDGE] = KINDS[named[KIND]], HEDGES[named[HEDGE]]
    for column in NUMBER_COLUMNS:
        if named[column] is not None:
            named[column] = number_from_column(named[column])
    return Facet(*named)


def _hop(values: Sequence[Any]) -> Hop:
    named = dict(zip(HOP_COLUMNS, values, strict=True))
    named["cited_outlet"] = named.pop("cited_text")
    return Hop(**named)


def _frame(values: Mapping[str, Any]) -> Frame:
    """A frame from rows.frames_to_json; what it no longer knows is left out."""
    return Frame(
        index=values["index"],
        start=values["start"],
        end=values["end"],
        lemma=values["lemma"],
        predicate=values["predicate"],
        nominal=values.get("nominal", False),
        negated=values.get("negated", False),
        modality=Modality(values.get("modality", Modality.ASSERTED)),
        arguments=tuple([_argument(each) for each in values["arguments"]]),
    )


def _argument(values: Mapping[str, Any]) -> Argument:
    return Argument(
        role=values["role"],
        head=values["head"],
        words=tuple(values["words"]),
        start=values["start"],
        end=values["end"],
        names=tuple(values.get("names", ())),
        references=tuple(Reference(*each) for each in values.get("references", ())),
    )
