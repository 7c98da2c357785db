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
from dataclasses import dataclass, fields
from datetime import date, timedelta
from decimal import Decimal
from hashlib import sha256
from typing import Any, TypeVar

from django.db.models import QuerySet

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
    StatementRecord,
)
from claims.linkage.shortlist import Sketch, events_of
from claims.models import AttributionHop, By, Origin, Statement, StatementFacet
from claims.models.choices import ROLE_CHARACTERS
from claims.models.origin import ORIGIN_KEY_CHARACTERS
from claims.models.statement import NUMBER_DIGITS, NUMBER_PLACES

# Ids in one IN list: SQLite's oldest builds in use take 32,766 parameters.
IDS_A_QUERY = 10_000

NUMBER_LIMIT = Decimal(10) ** (NUMBER_DIGITS - NUMBER_PLACES)
PLACES = Decimal(1).scaleb(-NUMBER_PLACES)
HASHED_SPEAKER_DIGITS = 32

FACET_COLUMNS = (
    "kind",
    "start",
    "end",
    "text",
    "value",
    "role",
    "frame",
    "number",
    "number_low",
    "number_high",
    "unit",
    "measure",
    "date_from",
    "date_to",
    "granularity",
    "timex",
    "anchor",
    "hedge",
    "implied",
)
NUMBERS = ("number", "number_low", "number_high")
HOP_COLUMNS = (
    "position",
    "speaker",
    "role",
    "venue",
    "cited_text",
    "cue",
    "start",
    "end",
    "strength",
)
ORIGIN_COLUMNS = ("origin__kind", "origin__speaker", "origin__venue", "origin__label")
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
    "origin__key",
    *ORIGIN_COLUMNS,
)

# dataclasses.fields is too slow to be asked for each of a thousand frames.
FIELDS: dict[type, tuple[str, ...]] = {
    cls: tuple(field.name for field in fields(cls)) for cls in (Frame, Argument)
}

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Stored:
    """A statement's record with the ids that tell where it belongs."""

    statement_id: int
    article_id: int
    record: StatementRecord


def number_to_column(number: Decimal | None) -> Decimal | None:
    """The number as the column holds it; None for one that no newspaper prints."""
    if number is None or not number.is_finite() or abs(number) >= NUMBER_LIMIT:
        return None
    return number.quantize(PLACES)


def facet_to_row(
    facet: Facet, *, statement_id: int, by: By = By.ENGINE, name_id: int | None = None
) -> StatementFacet:
    """An unsaved row of the facet."""
    values = {column: getattr(facet, column) for column in FACET_COLUMNS}
    for column in NUMBERS:
        values[column] = number_to_column(values[column])
    values["role"] = facet.role[:ROLE_CHARACTERS]
    values["kind"], values["hedge"] = str(facet.kind), str(facet.hedge)
    return StatementFacet(statement_id=statement_id, by=by, name_id=name_id, **values)


def hop_to_row(
    hop: Hop,
    *,
    statement_id: int,
    by: By = By.ENGINE,
    speaker_name_id: int | None = None,
    cited_outlet_id: int | None = None,
) -> AttributionHop:
    """An unsaved row of the hop."""
    values = {column: getattr(hop, column, "") for column in HOP_COLUMNS}
    values["cited_text"] = hop.cited_outlet
    return AttributionHop(
        statement_id=statement_id,
        by=by,
        speaker_name_id=speaker_name_id,
        cited_outlet_id=cited_outlet_id,
        **values,
    )


def origin_column(origin: OriginKey) -> str:
    """The key as the column holds it: a speaker too long for it becomes a hash."""
    if len(origin.key) <= ORIGIN_KEY_CHARACTERS:
        return origin.key
    digest = sha256(origin.key.encode()).hexdigest()[:HASHED_SPEAKER_DIGITS]
    return f"{origin.kind[:32]}|#{digest}||{origin.date[:16]}"


def origin_to_row(origin: OriginKey) -> Origin:
    """An unsaved row of the origin; its day only when the key names one."""
    day = _day(origin.date)
    return Origin(
        key=origin_column(origin),
        kind=origin.kind[:32],
        speaker=origin.speaker,
        venue=origin.venue,
        label=origin.label,
        date_from=day,
        date_to=day + timedelta(days=1) if day else None,
    )


def frames_to_json(record: StatementRecord) -> dict[str, Any]:
    """What linking needs beside facets and hops, for Statement.frames."""
    return {
        "frames": [_frame_to_json(frame) for frame in record.frames],
        "lemmas": list(record.lemmas),
        "headline": record.headline,
        "paragraph": record.paragraph,
        "context": list(record.context),
        "events": list(events_of(record)),
    }


def _frame_to_json(frame: Frame) -> dict[str, Any]:
    # dataclasses.asdict copies every word of it, at ten times the time.
    values = {name: getattr(frame, name) for name in FIELDS[Frame]}
    values["arguments"] = [
        {name: getattr(argument, name) for name in FIELDS[Argument]}
        for argument in frame.arguments
    ]
    return values


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


def load_records(ids: Collection[int]) -> dict[int, Stored]:
    """The records of the statements by id, in the order of `ids`; unknown ids are left
    out. Three queries for each IDS_A_QUERY ids."""
    found: dict[int, Stored] = {}
    for chunk in _chunks(list(dict.fromkeys(ids))):
        found |= _load(chunk)
    return {key: found[key] for key in dict.fromkeys(ids) if key in found}


def load_glances(ids: Collection[int]) -> dict[int, tuple[str, list[str]]]:
    """Words of the statements, and names that their articles are about, by id."""
    found: dict[int, tuple[str, list[str]]] = {}
    for chunk in _chunks(sorted(ids)):
        rows = Statement.objects.filter(pk__in=chunk).order_by()
        for pk, quote, names in rows.values_list("pk", "quote", "frames__context"):
            found[pk] = quote, names or []
    return found


def sketches_of(rows: QuerySet[Statement]) -> list[Sketch]:
    """What ranking looks at of the statements, in one query."""
    own = ("pk", "article_id", "quote", "frames__lemmas", "frames__events")
    return [
        Sketch(pk, article, quote, tuple(lemmas or ()), tuple(events or ()))
        for pk, article, quote, lemmas, events in rows.values_list(*own)
    ]


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
        facets=tuple(sorted(held.facets, key=_by_place)),
        frames=held.frames,
        hops=tuple(sorted(effective_hops(hops), key=lambda hop: hop.position)),
        origin=_origin(row),
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
    """A facet from the values of FACET_COLUMNS, in their order."""
    named = dict(zip(FACET_COLUMNS, values, strict=True))
    named["kind"], named["hedge"] = Kind(named["kind"]), Hedge(named["hedge"])
    for column in NUMBERS:
        if named[column] is not None:
            named[column] = _plain(named[column])
    return Facet(**named)


def _hop(values: Sequence[Any]) -> Hop:
    named = dict(zip(HOP_COLUMNS, values, strict=True))
    named["cited_outlet"] = named.pop("cited_text")
    return Hop(**named)


def _plain(number: Decimal) -> Decimal:
    """Without the zeros that the column adds: 2.500000000 is 2.5, 90.000… is 90."""
    if number == number.to_integral_value():
        return number.quantize(Decimal(1))
    return number.normalize()


def _frame(values: Mapping[str, Any]) -> Frame:
    arguments = tuple(
        _known(
            Argument,
            {**each, "words": tuple(each["words"]), "names": tuple(each["names"])},
        )
        for each in values["arguments"]
    )
    modality = Modality(values["modality"])
    return _known(Frame, {**values, "modality": modality, "arguments": arguments})


def _known(cls: type[T], values: Mapping[str, Any]) -> T:
    """An instance of the dataclass; what it no longer knows is left out."""
    names = FIELDS[cls]
    if not values.keys() <= set(names):
        values = {name: value for name, value in values.items() if name in names}
    return cls(**values)


def _origin(row: Mapping[str, Any]) -> OriginKey | None:
    if not row["origin__key"]:
        return None
    return OriginKey(
        kind=row["origin__kind"],
        speaker=row["origin__speaker"],
        venue=row["origin__venue"],
        date=row["origin__key"].rsplit("|", 1)[-1],
        label=row["origin__label"],
    )


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _by_place(facet: Facet) -> tuple[int, int, int, Kind]:
    return facet.start, facet.end, facet.frame, facet.kind
