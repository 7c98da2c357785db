"""Dataclasses of the pure packages → rows and columns that are not saved yet."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Context, Decimal
from hashlib import sha256
from typing import Any

from claims.facets.types import (
    Argument,
    Facet,
    Frame,
    Hop,
    Kind,
    Modality,
    OriginKey,
    StatementRecord,
)
from claims.linkage.shortlist import events_of
from claims.models import AttributionHop, By, Origin, StatementFacet
from claims.models.choices import ROLE_CHARACTERS
from claims.models.origin import ORIGIN_KEY_CHARACTERS
from claims.models.statement import NUMBER_DIGITS, NUMBER_PLACES

NUMBER_LIMIT = Decimal(10) ** (NUMBER_DIGITS - NUMBER_PLACES)
PLACES = Decimal(1).scaleb(-NUMBER_PLACES)
# SQLite holds a number as a float, which has fifteen digits: so do both databases.
DIGITS = Context(prec=15)
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


def number_from_column(number: Decimal) -> Decimal:
    """Without the zeros that the column adds: 2.500000000 is 2.5, 90.000… is 90."""
    if number == number.to_integral_value():
        return number.quantize(Decimal(1))
    return number.normalize()


def number_to_column(number: Decimal | None) -> Decimal | None:
    """The number as the column holds it; None for one that no newspaper prints."""
    if number is None or not number.is_finite() or abs(number) >= NUMBER_LIMIT:
        return None
    return DIGITS.plus(number).quantize(PLACES)


def worthiness_column(score: float) -> float:
    """The score as the column holds it, 0 to 1."""
    return min(1.0, max(0.0, score))


def stored_facets(record: StatementRecord) -> list[Facet]:
    """The facets that are stored: one a place, the first, as extraction lists them."""
    found: dict[tuple[int | str, ...], Facet] = {}
    for facet in record.facets:
        if len(facet.role) > ROLE_CHARACTERS:
            facet = replace(facet, role=facet.role[:ROLE_CHARACTERS])
        place = facet.frame, facet.kind, facet.role, facet.start, facet.end
        found.setdefault(place, facet)
    return list(found.values())


def stored_hops(record: StatementRecord) -> list[Hop]:
    """The hops that are stored: one a position, the last."""
    return list({hop.position: hop for hop in record.hops}.values())


def by_place(facet: Facet) -> tuple[int, int, int, Kind]:
    """The order of facets in a record that is read from its rows."""
    return facet.start, facet.end, facet.frame, facet.kind


def facet_columns(facet: Facet) -> list[Any]:
    """The facet as FACET_COLUMNS hold it."""
    return [
        facet.kind.value,
        facet.start,
        facet.end,
        facet.text,
        facet.value,
        facet.role[:ROLE_CHARACTERS],
        facet.frame,
        number_to_column(facet.number),
        number_to_column(facet.number_low),
        number_to_column(facet.number_high),
        facet.unit,
        facet.measure,
        facet.date_from,
        facet.date_to,
        str(facet.granularity),
        facet.timex,
        facet.anchor,
        facet.hedge.value,
        facet.implied,
    ]


def facet_to_row(
    facet: Facet, *, statement_id: int, by: By = By.ENGINE, name_id: int | None = None
) -> StatementFacet:
    """An unsaved row of the facet."""
    values = dict(zip(FACET_COLUMNS, facet_columns(facet), strict=True))
    return StatementFacet(statement_id=statement_id, by=by, name_id=name_id, **values)


def hop_columns(hop: Hop) -> list[Any]:
    """The hop as HOP_COLUMNS hold it."""
    return [
        hop.position,
        hop.speaker,
        hop.role,
        hop.venue,
        hop.cited_outlet,
        hop.cue,
        hop.start,
        hop.end,
        hop.strength,
    ]


def hop_to_row(
    hop: Hop,
    *,
    statement_id: int,
    by: By = By.ENGINE,
    speaker_name_id: int | None = None,
    cited_outlet_id: int | None = None,
) -> AttributionHop:
    """An unsaved row of the hop."""
    values = dict(zip(HOP_COLUMNS, hop_columns(hop), strict=True))
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


def origin_from_columns(
    key: str | None, kind: str, speaker: str, venue: str, label: str
) -> OriginKey | None:
    """The origin of a row's columns; None without a row."""
    if not key:
        return None
    day = key.rsplit("|", 1)[-1]
    return OriginKey(kind=kind, speaker=speaker, venue=venue, date=day, label=label)


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
    """The frame without what most frames are: told as a fact, by a verb."""
    values: dict[str, Any] = {
        "index": frame.index,
        "start": frame.start,
        "end": frame.end,
        "lemma": frame.lemma,
        "predicate": frame.predicate,
        "arguments": [_argument_to_json(each) for each in frame.arguments],
    }
    if frame.nominal:
        values["nominal"] = True
    if frame.negated:
        values["negated"] = True
    if frame.modality is not Modality.ASSERTED:
        values["modality"] = frame.modality
    return values


def _argument_to_json(argument: Argument) -> dict[str, Any]:
    values: dict[str, Any] = {
        "role": argument.role,
        "head": argument.head,
        "words": argument.words,
        "start": argument.start,
        "end": argument.end,
    }
    if argument.names:
        values["names"] = argument.names
    if argument.references:
        values["references"] = [
            [each.start, each.end, each.name, *([True] if each.open else [])]
            for each in argument.references
        ]
    return values


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
