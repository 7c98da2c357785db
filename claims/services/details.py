"""The engine's facets and attribution hops of statements: replaced as a whole."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from claims.facets.types import Kind, StatementRecord
from claims.models import AttributionHop, By, StatementFacet
from claims.records.rows import (
    FACET_COLUMNS,
    HOP_COLUMNS,
    facet_columns,
    hop_columns,
    stored_facets,
    stored_hops,
)
from claims.services.names import name_key, names_known, names_resolve, outlets_cited
from claims.store.rows import insert_rows

FACETS = ("statement_id", "by", "name_id", *FACET_COLUMNS)
HOPS = ("statement_id", "by", "speaker_name_id", "cited_outlet_id", *HOP_COLUMNS)


def details_write(
    written: Mapping[int, StatementRecord], kept: Collection[int]
) -> None:
    """Write the facets and hops of statements, by id; kept: those that may have some.

    An editor's rows stay.
    """
    if kept:
        StatementFacet.objects.filter(statement__in=kept, by=By.ENGINE).delete()
        AttributionHop.objects.filter(statement__in=kept, by=By.ENGINE).delete()
    insert_rows(StatementFacet, FACETS, _facets(written))
    insert_rows(AttributionHop, HOPS, _hops(written))


def _facets(written: Mapping[int, StatementRecord]) -> Iterator[list[Any]]:
    names = names_resolve(f for record in written.values() for f in record.facets)
    for pk, record in written.items():
        for facet in stored_facets(record):
            key = name_key(facet)
            name = names[key] if key else None
            yield [pk, By.ENGINE.value, name, *facet_columns(facet)]


def _hops(written: Mapping[int, StatementRecord]) -> Iterator[list[Any]]:
    hops = [hop for record in written.values() for hop in record.hops]
    if not hops:
        return
    names = names_known({hop.speaker.lower() for hop in hops})
    outlets = outlets_cited(hop.cited_outlet for hop in hops)
    for pk, record in written.items():
        for hop in stored_hops(record):
            said = hop.speaker.lower()
            speaker = names.get((Kind.PERSON, said))
            speaker = speaker or names.get((Kind.ORGANISATION, said))
            outlet = outlets.get(hop.cited_outlet.lower())
            yield [pk, By.ENGINE.value, speaker, outlet, *hop_columns(hop)]
