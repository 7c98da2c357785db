"""A facet of a link that an editor says cannot be compared, and what follows.

The level is the editor's from then on: linking keeps it and decides the pair with it
(services.linkage). What follows at once:

- a link that no editor has decided is decided anew by the same table;
- one that was decided as a conflict, of which no conflict is left, is open again, with
  the relation that the table gives;
- any other decision of an editor stays.

Where the stored text says no longer what was compared, a conflict that is left on
another facet keeps the relation.
"""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from claims.facets.types import Level
from claims.linkage.types import Relation
from claims.models import By, FacetComparison, Link
from claims.permissions import may_decide, require
from claims.services.link_state import (
    as_levels_say,
    link_changed,
    link_state,
    link_write,
)
from claims.services.settled import claims_settle
from claims.services.shifts import Shifts, shifts_back, shifts_carried
from claims.store.locks import lock_linking
from factcheck.operations.audit import audit
from factcheck.operations.models import AuditEntry, Token, User

Values = dict[str, Any]

SETTABLE = (Level.NOT_COMPARABLE.value,)

PLACE = ("kind", "role", "low_start", "high_start")
PRINTED = ("low_text", "high_text")


@transaction.atomic
def comparison_set_level(
    *,
    actor: User,
    comparison: FacetComparison,
    revision: int,
    reason: str,
    level: str = Level.NOT_COMPARABLE.value,
    token: Token | None = None,
    request_id: str = "",
) -> Link:
    """Say that a facet of a link cannot be compared, and why; the link as it is then.

    revision  that of the link as the editor saw it. Raises PermissionDenied,
    ValidationError, ConflictError with the link's present state.
    """
    require(may_decide, actor)
    reason = reason.strip()
    if not reason:
        raise ValidationError({"reason": _("Say why it cannot be compared.")})
    if level not in SETTABLE:
        raise ValidationError({"level": _("Only as not comparable.")})
    lock_linking()
    row = FacetComparison.objects.filter(pk=comparison.pk).first()
    link = _link(comparison.link_id)
    if row is None or link is None:
        raise link_changed(link)
    before = level_state(link, row)
    was = row.level
    _set(row, level=level, by=By.EDITOR, reason=reason)
    now = link_write(link.pk, revision, **_following(link, was))
    shifts = Shifts()
    claims_settle({now.low_id, now.high_id}, shifts=shifts)
    audit(
        actor=actor,
        verb="comparison.set_level",
        target=now,
        before=before | shifts.before(),
        after=level_state(now, row) | shifts.after(),
        reason=reason,
        token=token,
        request_id=request_id,
    )
    return now


def level_state(link: Link | None, row: FacetComparison | None) -> Values:
    """The facet, its level and the link, as an entry holds them."""
    if link is None or row is None:
        return {}
    return {
        "facet": {name: getattr(row, name) for name in (*PLACE, *PRINTED)},
        "level": row.level,
        "level_by": row.by,
        "level_reason": row.reason,
        **link_state(link),
    }


def level_present(entry: AuditEntry) -> Values:
    """What the entry tells of, as it is now.

    The relation of a link that no editor has decided follows from its levels: that it
    has changed is no hindrance.
    """
    now = level_state(_link(entry.target_id), _row(entry))
    if now and now["by"] == By.ENGINE == entry.after["by"]:
        now |= {key: entry.after[key] for key in ("relation", "direction")}
    return now | shifts_carried(entry) if now else {}


def level_restore(entry: AuditEntry, now: Values) -> Link:
    """Write the level before the entry back, and what follows from it."""
    link, row = _link(entry.target_id), _row(entry)
    if link is None or row is None:
        raise link_changed(link)
    before = entry.before
    level = before["level"]
    if before["level_by"] == By.ENGINE:
        level = row.engine_level or level
    _set(row, level=level, by=before["level_by"], reason=before["level_reason"])
    values = {key: before[key] for key in ("state", "by")}
    if before["by"] == By.ENGINE:
        values |= as_levels_say(link)
    else:
        values |= {key: before[key] for key in ("relation", "direction")}
    link = link_write(link.pk, now["revision"], **values)
    shifts_back(entry)
    claims_settle({link.low_id, link.high_id})
    return link


def _following(link: Link, was: str) -> Values:
    if link.by == By.ENGINE:
        return as_levels_say(link)
    rested = was == Level.CONFLICT and link.relation == Relation.CONFLICTS
    left = link.comparisons.filter(level=Level.CONFLICT).exists()
    if link.state == Link.State.REJECTED or left or not rested:
        return {}
    return {"state": Link.State.SUGGESTED, "by": By.ENGINE} | as_levels_say(link)


def _set(row: FacetComparison, **values: str) -> None:
    for name, value in values.items():
        setattr(row, name, value)
    row.save(update_fields=list(values))


def _link(pk: int | str) -> Link | None:
    rows = Link.objects.select_related("low__article", "high__article")
    return rows.filter(pk=pk).first()


def _row(entry: AuditEntry) -> FacetComparison | None:
    place = {name: entry.after["facet"][name] for name in PLACE}
    return FacetComparison.objects.filter(link=int(entry.target_id), **place).first()
