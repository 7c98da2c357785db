"""A link as an audit entry holds it, and how it is written back.

Where an editor's word is taken back, what the engine says holds again: not what it said
when the editor decided, but what it says now.
"""

from __future__ import annotations

from typing import Any

from django.db.models import F
from django.utils.translation import gettext as _

from claims.facets.types import Level
from claims.linkage.config import DEFAULT_CONFIG
from claims.linkage.overruled import at_places, relate_overruled
from claims.linkage.types import Relation
from claims.models import By, Link
from claims.records import load_records
from claims.services.conflict import ConflictError
from claims.services.link_rows import place_of_row
from claims.services.settled import claims_settle
from claims.services.shifts import shifts_back, shifts_carried
from claims.services.touch import claims_let_go, claims_of, claims_take_up
from factcheck.operations.models import AuditEntry

Values = dict[str, Any]


def link_changed(link: Link | None) -> ConflictError:
    """The answer to a decision on a link that is not as it was seen."""
    return ConflictError(_("This link has changed meanwhile."), link_state(link))


def link_state(link: Link | None) -> Values:
    """What holds of the link, with its revision; {} when it is gone."""
    if link is None:
        return {}
    return {
        "state": link.state,
        "relation": link.relation,
        "direction": link.direction,
        "by": link.by,
        "revision": link.revision,
    }


def later_end(link: Link, relation: str) -> int:
    """Which end tells the later state: by event, else by publication, else high.

    1 = high, -1 = low, 0 for any other relation than updates.
    """
    if relation != Relation.UPDATES:
        return 0
    low, high = link.low, link.high
    for one, other in (
        (low.event_from, high.event_from),
        (low.article.published_date, high.article.published_date),
    ):
        if one and other and one != other:
            return 1 if one < other else -1
    return 1


def link_write(link_id: int, revision: int, **values: object) -> Link:
    """Write what holds of the link as it was seen; raises ConflictError.

    One statement decides who was first; before it nothing is certain.
    """
    changed = Link.objects.filter(pk=link_id, revision=revision).update(
        revision=F("revision") + 1, **values
    )
    now = Link.objects.filter(pk=link_id).first()
    if not changed or now is None:
        raise link_changed(now)
    return now


def link_present(entry: AuditEntry) -> Values:
    """The link that the entry is about, as it is now."""
    now = link_state(Link.objects.filter(pk=entry.target_id).first())
    return now | shifts_carried(entry) if now else {}


def link_restore(entry: AuditEntry, now: Values) -> Link:
    """Write the link's state before the entry back.

    A link that was made by hand becomes the engine's own again: the next linking
    drops it unless the engine relates the two.
    """
    link = Link.objects.select_related("low__article", "high__article").get(
        pk=entry.target_id
    )
    before = {"state": Link.State.SUGGESTED, "by": By.ENGINE} | entry.before
    values = {key: before[key] for key in ("state", "by")}
    if before["by"] == By.ENGINE:
        same = before.get("relation") == link.engine_relation
        direction = before["direction"] if same else None
        values |= as_levels_say(link, direction=direction)
    else:
        values |= {key: before[key] for key in ("relation", "direction")}
    link = link_write(link.pk, now["revision"], **values)
    ends = {link.low_id, link.high_id}
    shifts_back(entry)
    claims_let_go(claims_of(ends))
    claims_settle(ends)
    claims_take_up(claims_of(ends))
    return link


def as_engine_says(link: Link, *, direction: int | None = None) -> Values:
    """Relation and direction of a link that no editor has decided.

    direction  of an update, where it is known; the engine's own is not kept.
    """
    relation = link.engine_relation
    if link.relation == relation and direction is None:
        direction = link.direction
    if relation != Relation.UPDATES or direction is None:
        direction = later_end(link, relation)
    return {"relation": relation, "direction": direction}


def as_levels_say(link: Link, *, direction: int | None = None) -> Values:
    """Relation and direction of an undecided link, by the levels that editors gave.

    Without one what the engine says; direction: as for that.
    """
    rows = list(link.comparisons.all())
    given = {place_of_row(row): row.level for row in rows if row.by == By.EDITOR}
    if not given:
        return as_engine_says(link, direction=direction)
    if any(row.level == Level.CONFLICT for row in rows):
        return {"relation": Relation.CONFLICTS.value, "direction": 0}
    stored = load_records((link.low_id, link.high_id))
    low, high = stored[link.low_id].record, stored[link.high_id].record
    decision = relate_overruled(low, high, at_places(given), DEFAULT_CONFIG)
    return {"relation": decision.relation.value, "direction": decision.direction}
