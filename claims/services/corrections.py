"""An editor corrects what the engine read from the printed words: facets.

An editor's row stands at the printed words and hides the engine's rows of its kind
there; one without a value says that nothing of the kind is stated. What rests on it
follows in the same transaction: the days of the event, block keys, links, claims. The
next extraction leaves the rows alone.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from claims.facets.edited import frame_at
from claims.facets.typed import NotReadError, Spot, typed
from claims.facets.types import Facet, Kind, StatementRecord
from claims.models import By, Statement, StatementFacet
from claims.permissions import may_edit_statement, require
from claims.records import facet_to_row, load_records
from claims.selectors.edition import edition_of
from claims.services.conflict import ConflictError
from claims.services.names import name_key, names_resolve
from claims.services.settle import follow
from claims.services.shifts import Shifts
from claims.store.locks import lock_linking
from factcheck.operations.audit import audit
from factcheck.operations.models import AuditEntry, Token, User

if TYPE_CHECKING:
    from claims.engine import Engine

CHANGED = gettext_noop("This statement has changed meanwhile.")
NOT_PRINTED = gettext_noop("The statement does not print these words.")
SEVERAL = gettext_noop(
    "The statement prints these words more than once: give more of them."
)
NO_PREDICATE = gettext_noop("No verb and no event is read in these words.")
NOTHING_THERE = gettext_noop("Nothing of this kind is read there.")

# Facets that describe a predicate stand on its word.
OF_PREDICATES = (Kind.POLARITY, Kind.MODALITY)

DATES = ("date_from", "date_to", "anchor")
NUMBERS = ("number", "number_low", "number_high")
COLUMNS = (
    *("frame", "kind", "role", "start", "end", "text", "value", "unit", "measure"),
    *("granularity", "timex", "hedge", "implied", "name_id", *NUMBERS, *DATES),
)


@transaction.atomic
def facet_correct(
    *,
    actor: User,
    statement: Statement,
    kind: Kind,
    start: int,
    end: int,
    value: str,
    engine: Engine,
    edition: str | None = None,
    reason: str = "",
    token: Token | None = None,
    request_id: str = "",
) -> AuditEntry:
    """Say what the words quote[start:end] mean; also where the engine read nothing.

    value    as an editor types it ("6 June 2025", "$2.5 billion", "denied")
    edition  that of the statement as the editor saw it; None = whatever it is
    Raises PermissionDenied, ValidationError by field, ConflictError.
    """
    require(may_edit_statement, actor)
    record = open_for_editing(statement, edition)
    start, end = _placed(record, kind, start, end)
    held = _held(record, kind, start, end)
    spot = Spot(record.text, start, end, held, record.published)
    try:
        facet = typed(kind, value, spot)
    except NotReadError as refusal:
        raise ValidationError({"value": str(refusal)}) from refusal
    if held is None:
        facet = _in_frame(record, facet)
    return _write(
        statement,
        facet,
        actor=actor,
        verb="statement.correct_facet",
        engine=engine,
        reason=reason,
        token=token,
        request_id=request_id,
    )


@transaction.atomic
def facet_remove(
    *,
    actor: User,
    statement: Statement,
    kind: Kind,
    start: int,
    end: int,
    engine: Engine,
    edition: str | None = None,
    reason: str = "",
    token: Token | None = None,
    request_id: str = "",
) -> AuditEntry:
    """Say that the words state nothing of the kind. Raises as facet_correct."""
    require(may_edit_statement, actor)
    record = open_for_editing(statement, edition)
    if _held(record, kind, start, end) is None:
        raise ValidationError({"value": _(NOTHING_THERE)})
    nothing = Facet(kind, start, end, record.text[start:end], "")
    return _write(
        statement,
        nothing,
        actor=actor,
        verb="statement.remove_facet",
        engine=engine,
        reason=reason,
        token=token,
        request_id=request_id,
    )


def words_at(quote: str, words: str) -> tuple[int, int]:
    """Where a quote prints the words. Raises ValidationError unless exactly once."""
    words = words.strip()
    times = quote.count(words) if words else 0
    if times != 1:
        raise ValidationError({"words": _(SEVERAL) if times else _(NOT_PRINTED)})
    start = quote.index(words)
    return start, start + len(words)


def open_for_editing(statement: Statement, edition: str | None) -> StatementRecord:
    """The statement's record, once no other writer can change it any more.

    Raises ConflictError when it is not the one that the editor saw, or its article is
    withdrawn.
    """
    lock_linking()
    statement.refresh_from_db()
    if statement.article.withdrawn_at is not None:
        raise ConflictError(_("The article of this statement is withdrawn."), {})
    now = edition_of(statement)
    if edition is not None and edition != now:
        raise ConflictError(_(CHANGED), {"statement": statement.pk, "edition": now})
    return load_records([statement.pk])[statement.pk].record


def _placed(
    record: StatementRecord, kind: Kind, start: int, end: int
) -> tuple[int, int]:
    if not 0 <= start < end <= len(record.text):
        raise ValidationError({"words": _(NOT_PRINTED)})
    if kind not in OF_PREDICATES:
        return start, end
    for frame in record.frames:
        if frame.start < end and start < frame.end:
            return frame.start, frame.end
    raise ValidationError({"words": _(NO_PREDICATE)})


def _held(record: StatementRecord, kind: Kind, start: int, end: int) -> Facet | None:
    """The facet of the kind at the words; the one at exactly these, where several."""
    on = [
        facet
        for facet in record.facets
        if facet.kind == kind and facet.start < end and start < facet.end
    ]
    exact = (facet for facet in on if (facet.start, facet.end) == (start, end))
    return next(exact, on[0] if on else None)


def _in_frame(record: StatementRecord, facet: Facet) -> Facet:
    if not record.frames:
        return facet
    frame = frame_at(record.frames, facet.start, facet.end)
    role = "predicate" if facet.kind in OF_PREDICATES else facet.role
    if facet.kind in (Kind.DATE, Kind.DURATION):
        role = "event"
    return replace(facet, frame=frame.index, role=role)


def _write(
    statement: Statement,
    facet: Facet,
    *,
    actor: User,
    verb: str,
    engine: Engine,
    reason: str,
    token: Token | None,
    request_id: str,
) -> AuditEntry:
    old = list(
        StatementFacet.objects.filter(
            statement=statement,
            by=By.EDITOR,
            kind=facet.kind.value,
            start__lt=facet.end,
            end__gt=facet.start,
        )
    )
    printed = StatementFacet.objects.filter(
        statement=statement,
        by=By.ENGINE,
        kind=facet.kind.value,
        start__lt=facet.end,
        end__gt=facet.start,
    )
    new = []
    # What an editor added where the engine reads nothing is gone without a trace.
    if facet.value or printed.exists():
        key = name_key(facet)
        name = names_resolve([facet])[key] if key else None
        new.append(
            facet_to_row(facet, statement_id=statement.pk, by=By.EDITOR, name_id=name)
        )
    facets_replace(old=old, new=new)
    shifts = Shifts()
    follow(statement_ids=[statement.pk], engine=engine, shifts=shifts)
    return audit(
        actor=actor,
        verb=verb,
        target=statement,
        before={"facets": [facet_to_json(row) for row in old]} | shifts.before(),
        after={"facets": [facet_to_json(row) for row in new]} | shifts.after(),
        reason=reason.strip(),
        token=token,
        request_id=request_id,
    )


def facets_replace(*, old: list[StatementFacet], new: list[StatementFacet]) -> None:
    """Editor rows for editor rows."""
    StatementFacet.objects.filter(pk__in=[row.pk for row in old]).delete()
    StatementFacet.objects.bulk_create(new)


def facet_to_json(row: StatementFacet) -> dict[str, Any]:
    """An editor's row for an audit entry."""
    values = {column: getattr(row, column) for column in COLUMNS}
    values["kind"], values["hedge"] = str(row.kind), str(row.hedge)
    for column in DATES:
        values[column] = values[column].isoformat() if values[column] else None
    for column in NUMBERS:
        number = values[column]
        values[column] = None if number is None else f"{number.normalize():f}"
    return values


def facet_from_json(values: dict[str, Any], *, statement_id: int) -> StatementFacet:
    """The unsaved row that facet_to_json wrote down."""
    columns = dict(values)
    for column in DATES:
        columns[column] = (
            date.fromisoformat(columns[column]) if columns[column] else None
        )
    for column in NUMBERS:
        if columns[column] is not None:
            columns[column] = Decimal(columns[column])
    return StatementFacet(statement_id=statement_id, by=By.EDITOR, **columns)
