"""Verdicts from elsewhere are taken in: each review whole or not at all.

A review that is known is updated where it says something else now, with an entry that
has both; one that says the same changes nothing. What an editor did with it stays: one
that was placed by hand is not placed anew, one that was removed stays out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone

from claims.models import By, OutsideVerdict
from claims.permissions import may_import, require
from claims.reviews import Review, Row
from claims.services.outside_match import Placed, place
from factcheck.operations.audit import audit
from factcheck.operations.models import Token, User

if TYPE_CHECKING:
    from claims.engine import Engine

Values = dict[str, Any]

# What a review says, by the columns of the table; `raw` is kept with it and not told.
COLUMNS = {
    "claim_reviewed": "claim",
    "publisher": "publisher",
    "publisher_url": "publisher_url",
    "url": "url",
    "published": "published",
    "rating": "rating",
    "rating_value": "value",
    "rating_best": "best",
    "rating_worst": "worst",
    "language": "language",
    "claimants": "claimants",
    "claimed": "claimed",
    "appearances": "appearances",
}


class Became(StrEnum):
    """What came of a review."""

    CREATED = "created"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    REMOVED = "removed"  # an editor took it out before: it stays out
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of a row, or would come of it.

    row, path   its place: the number from 0, and where it stands in the document
    verdict     id; None where nothing is kept
    claim       with which it stands, where it has been placed
    where, reason   what is wrong with one that is refused
    """

    row: int
    path: str
    became: Became
    verdict: int | None = None
    claim: int | None = None
    publisher: str = ""
    claimed: str = ""
    where: str = ""
    reason: str = ""


def outside_check(*, rows: Sequence[Row], first: int = 0) -> list[Taken]:
    """What `outside_take` would answer now, less the claims; writes nothing."""
    keys = [row.review.key for row in rows if row.review]
    known = {each.key: each for each in OutsideVerdict.objects.filter(key__in=keys)}
    return [
        _checked(row, at, known) if row.review else _refused(row, at)
        for at, row in enumerate(rows, start=first)
    ]


def outside_take(
    *,
    rows: Sequence[Row],
    engine: Engine,
    actor: User,
    token: Token | None = None,
    first: int = 0,
) -> list[Taken]:
    """Keep the reviews; an answer for each row. Each is a transaction of its own.

    Raises PermissionDenied.
    """
    require(may_import, actor)
    return [
        _refused(row, at)
        if row.review is None
        else _taken(row, row.review, at, engine, actor, token)
        for at, row in enumerate(rows, start=first)
    ]


def _checked(row: Row, at: int, known: dict[str, OutsideVerdict]) -> Taken:
    assert row.review is not None
    verdict = known.get(row.review.key)
    if verdict is None:
        return _told(row, at, Became.CREATED, None)
    if verdict.removed_at is not None:
        return _told(row, at, Became.REMOVED, verdict)
    same = _said(verdict) == _says(row.review)
    return _told(row, at, Became.UNCHANGED if same else Became.UPDATED, verdict)


def _taken(
    row: Row,
    review: Review,
    at: int,
    engine: Engine,
    actor: User,
    token: Token | None,
) -> Taken:
    known = OutsideVerdict.objects.filter(key=review.key).first()
    placed = Placed()
    if known is None or (not known.matched_by and known.removed_at is None):
        # Reading what is claimed takes its time: outside of any transaction.
        placed = place(
            engine=engine,
            claimed=review.claim,
            language=review.language,
            said=review.claimed,
        )
    by = {"actor": actor, "token": token}
    try:
        with transaction.atomic():
            return _kept(row, review, at, placed, by)
    except IntegrityError:
        # Somebody else brought the same one in the same moment.
        with transaction.atomic():
            return _kept(row, review, at, placed, by)


def _kept(row: Row, review: Review, at: int, placed: Placed, by: Values) -> Taken:
    known = OutsideVerdict.objects.filter(key=review.key).first()
    if known is None:
        made = _created(review, placed, by)
        return _told(row, at, Became.CREATED, made)
    if known.removed_at is not None:
        return _told(row, at, Became.REMOVED, known)
    became = _updated(known, review, by)
    if not known.matched_by:
        _placed(known, placed, by)
    return _told(row, at, became, OutsideVerdict.objects.get(pk=known.pk))


def _created(review: Review, placed: Placed, by: Values) -> OutsideVerdict:
    made = OutsideVerdict.objects.create(
        key=review.key,
        **{column: _column(review, name) for column, name in COLUMNS.items()},
        raw=dict(review.raw),
        claim_id=placed.claim,
        statement_id=placed.statement,
        matched_by=By.ENGINE if placed.claim else "",
        candidates=list(placed.candidates),
        imported_by=by["actor"],
    )
    told = _says(review) | {"claim": placed.claim, "statement": placed.statement}
    audit(verb="outsideverdict.create", target=made, after=told, **by)
    return made


def _updated(known: OutsideVerdict, review: Review, by: Values) -> Became:
    before, after = _said(known), _says(review)
    if before == after:
        return Became.UNCHANGED
    OutsideVerdict.objects.filter(pk=known.pk).update(
        **{column: _column(review, name) for column, name in COLUMNS.items()},
        raw=dict(review.raw),
        changed_at=timezone.now(),
        revision=F("revision") + 1,
    )
    changed = [column for column in after if before[column] != after[column]]
    audit(
        verb="outsideverdict.update",
        target=known,
        before={column: before[column] for column in changed},
        after={column: after[column] for column in changed},
        **by,
    )
    return Became.UPDATED


def _placed(known: OutsideVerdict, placed: Placed, by: Values) -> None:
    """Tried again with what was printed since; only while nobody has placed it."""
    rows = OutsideVerdict.objects.filter(pk=known.pk, matched_by="")
    if placed.claim is None:
        rows.update(candidates=list(placed.candidates))
        return
    changed = rows.update(
        claim=placed.claim,
        statement=placed.statement,
        matched_by=By.ENGINE,
        candidates=list(placed.candidates),
        revision=F("revision") + 1,
    )
    if changed:
        audit(
            verb="outsideverdict.match",
            target=known,
            before={"claim": None, "statement": None},
            after={"claim": placed.claim, "statement": placed.statement},
            **by,
        )


def _column(review: Review, name: str) -> Any:
    value = getattr(review, name)
    return list(value) if isinstance(value, tuple) else value


def _says(review: Review) -> Values:
    """What a review says, JSON-ready."""
    return {column: _plain(_column(review, name)) for column, name in COLUMNS.items()}


def _said(verdict: OutsideVerdict) -> Values:
    """The same of one that is kept."""
    return {column: _plain(getattr(verdict, column)) for column in COLUMNS}


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    return value.isoformat() if hasattr(value, "isoformat") else value


def _refused(row: Row, at: int) -> Taken:
    return Taken(at, row.path, Became.REFUSED, where=row.where, reason=row.reason)


def _told(row: Row, at: int, became: Became, verdict: OutsideVerdict | None) -> Taken:
    assert row.review is not None
    return Taken(
        row=at,
        path=row.path,
        became=became,
        verdict=verdict.pk if verdict else None,
        claim=verdict.claim_id if verdict else None,
        publisher=row.review.publisher,
        claimed=row.review.claim,
    )
