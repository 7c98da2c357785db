"""What follows at once when an editor corrects a statement, without reading it again.

The statement's columns that rest on its facets and its chain (the days of the event,
the origin) are set anew, its block keys written, its links and claims made anew. What
the engine had put into those columns stays with the statement, in frames["engine"], so
that taking the correction back brings it back; an extraction writes its own and the
corrections are laid over it again.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING, Any

from claims.extraction.origins import event_of, origin_of_hops
from claims.facets.types import Facet, Kind, StatementRecord
from claims.linkage.blocking import block_keys
from claims.models import AttributionHop, By, Statement, StatementFacet
from claims.records import facet_from_row, load_records
from claims.services.linkage import Linked, links_write
from claims.services.names import origins_resolve
from claims.store.candidates import CandidateStore

if TYPE_CHECKING:
    from claims.engine import Engine
    from claims.services.shifts import Shifts

# Where Statement.frames keeps what the engine said of a column that now follows an
# editor.
ENGINES = "engine"
EVENT, ORIGIN = "event", "origin"

SETTLED = ("event_from", "event_to", "origin", "frames")


def follow(
    *,
    statement_ids: Collection[int],
    engine: Engine,
    also: Collection[int] = (),
    also_claims: Collection[int] = (),
    shifts: Shifts | None = None,
) -> Linked:
    """Settle, file and link the statements again; inside the transaction of the act.

    also, also_claims, shifts: as in links_write.
    """
    settle(statement_ids, restore=True)
    store = CandidateStore()
    store.delete_keys(statement_ids)
    records = load_records(sorted(statement_ids))
    store.write_keys(
        (key, pk) for pk, row in records.items() for key in block_keys(row.record)
    )
    return links_write(
        statement_ids=statement_ids,
        engine=engine,
        store=store,
        also=also,
        also_claims=also_claims,
        shifts=shifts,
    )


def settle(statement_ids: Collection[int], *, restore: bool = False) -> None:
    """Set the columns that rest on editors' facets and chains; two queries without.

    restore: also those that rested on some that are gone, which an extraction has no
    need of.
    """
    ids = set(statement_ids)
    if not ids:
        return
    dated = _edited(StatementFacet, ids, kind=Kind.DATE.value)
    said = _edited(AttributionHop, ids)
    wanted = dated | said
    if restore:
        kept = Statement.objects.filter(pk__in=ids, frames__has_key=ENGINES)
        wanted |= set(kept.order_by().values_list("pk", flat=True))
    rows = Statement.objects.filter(pk__in=wanted)
    records = load_records(sorted(wanted))
    for row in rows:
        record = records[row.pk].record
        engines: dict[str, Any] = dict(row.frames.get(ENGINES, {}))
        _settle_event(row, record, engines, dated=row.pk in dated)
        if row.origin_by == By.ENGINE:
            _settle_origin(row, record, engines, said=row.pk in said)
        row.frames = {**row.frames, ENGINES: engines}
        if not engines:
            del row.frames[ENGINES]
        row.save(update_fields=SETTLED)


def _edited(
    model: type[StatementFacet | AttributionHop], ids: set[int], **where: str
) -> set[int]:
    rows = model.objects.filter(statement__in=ids, by=By.EDITOR, **where)
    return set(rows.order_by().values_list("statement_id", flat=True))


def _settle_event(
    row: Statement, record: StatementRecord, engines: dict[str, Any], *, dated: bool
) -> None:
    if not dated and EVENT not in engines:
        return
    engines.setdefault(EVENT, [_iso(row.event_from), _iso(row.event_to)])
    if dated:
        facets = _in_order(record)
        row.event_from, row.event_to = event_of(facets, _main(row, engines[EVENT]))
    else:
        row.event_from, row.event_to = map(_day, engines.pop(EVENT))


def _in_order(record: StatementRecord) -> list[Facet]:
    return sorted(record.facets, key=lambda facet: (facet.start, facet.end))


def _main(row: Statement, event: list[str]) -> int:
    """The frame that the engine took the days of the event from."""
    rows = StatementFacet.objects.filter(
        statement=row, by=By.ENGINE, kind=Kind.DATE.value
    ).order_by("start", "pk")
    for facet in map(facet_from_row, rows):
        if [_iso(facet.date_from), _iso(facet.date_to)] == event:
            return facet.frame
    return 0


def _settle_origin(
    row: Statement, record: StatementRecord, engines: dict[str, Any], *, said: bool
) -> None:
    if not said and ORIGIN not in engines:
        return
    engines.setdefault(ORIGIN, row.origin_id)
    if said:
        key = origin_of_hops(record.hops, record.published, record.facets)
        row.origin_id = origins_resolve([key])[key.key] if key else None
    else:
        row.origin_id = engines.pop(ORIGIN)


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
