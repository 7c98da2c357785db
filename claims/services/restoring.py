"""How corrections of statements and withdrawals are taken back: see services.undo.

Each pair reads what an entry's keys hold now, and writes back what they held before.
Links and claims follow as they do after the act itself.
"""

from __future__ import annotations

from typing import Any

from claims.engine import load_engine
from claims.models import AttributionHop, By, Origin, Statement, StatementFacet
from claims.services.attribution import hop_from_json, hop_to_json, hops_replace
from claims.services.corrections import (
    facet_from_json,
    facet_to_json,
    facets_replace,
)
from claims.services.origins import claims_leaning_on, origin_to_json
from claims.services.pipeline import process_version
from claims.services.refresh import claim_refresh
from claims.services.settle import follow
from claims.services.shifts import shifts_back, shifts_carried
from claims.services.statements import hidden_json, marked_json, set_hidden, unmark
from claims.services.withdrawal import withdrawn_follow
from claims.store.locks import lock_linking
from factcheck.operations.models import AuditEntry, User
from sources.models import Article

Values = dict[str, Any]


def _statement(entry: AuditEntry) -> Statement | None:
    return Statement.objects.filter(pk=entry.target_id).first()


def _target(entry: AuditEntry) -> Statement:
    return Statement.objects.get(pk=entry.target_id)


# --- facets ----------------------------------------------------------------------


def facets_present(entry: AuditEntry) -> Values:
    """An editor's rows where the entry's stand or stood."""
    lock_linking()
    facets = [facet_to_json(row) for row in _rows(entry)]
    return {"facets": facets} | shifts_carried(entry)


def _rows(entry: AuditEntry) -> list[StatementFacet]:
    told = [*entry.before["facets"], *entry.after["facets"]]
    if not told:
        return []
    return list(
        StatementFacet.objects.filter(
            statement=int(entry.target_id),
            by=By.EDITOR,
            kind=told[0]["kind"],
            start__lt=max(each["end"] for each in told),
            end__gt=min(each["start"] for each in told),
        )
    )


def facets_restore(entry: AuditEntry, now: Values) -> Statement:
    """The rows of before for those of now."""
    del now
    statement = _target(entry)
    facets_replace(
        old=_rows(entry),
        new=[
            facet_from_json(each, statement_id=statement.pk)
            for each in entry.before["facets"]
        ],
    )
    shifts_back(entry)
    follow(statement_ids=[statement.pk], engine=load_engine())
    return statement


# --- who said it -----------------------------------------------------------------


def hops_present(entry: AuditEntry) -> Values:
    """The editor's chain."""
    lock_linking()
    rows = AttributionHop.objects.filter(statement=int(entry.target_id), by=By.EDITOR)
    hops = [hop_to_json(row) for row in rows.order_by("position")]
    return {"hops": hops} | shifts_carried(entry)


def hops_restore(entry: AuditEntry, now: Values) -> Statement:
    """The chain of before; the engine's when there was none."""
    del now
    statement = _target(entry)
    hops_replace(
        statement=statement,
        new=[
            hop_from_json(each, statement_id=statement.pk)
            for each in entry.before["hops"]
        ],
    )
    shifts_back(entry)
    follow(statement_ids=[statement.pk], engine=load_engine())
    return statement


def origin_present(entry: AuditEntry) -> Values:
    """The origin of the statement and who chose it."""
    lock_linking()
    statement = _statement(entry)
    return origin_to_json(statement) if statement else {}


def origin_restore(entry: AuditEntry, now: Values) -> Statement:
    """The origin of before."""
    del now
    statement = _target(entry)
    statement.origin_id = entry.before["origin"]
    statement.origin_by = entry.before["origin_by"]
    statement.save(update_fields=["origin", "origin_by"])
    follow(statement_ids=[statement.pk], engine=load_engine())
    return statement


def merged_present(entry: AuditEntry) -> Values:
    """Where the origin is merged into, and those that went along."""
    lock_linking()
    moved = entry.after["moved"]
    rows = Origin.objects.filter(pk__in=[entry.target_id, *moved])
    into = dict(rows.values_list("pk", "merged_into_id"))
    own = into.pop(int(entry.target_id), None)
    expected = own if own is not None else int(entry.target_id)
    along = [pk for pk in moved if into.get(pk) == expected]
    return {"merged_into": own, "moved": along}


def merged_restore(entry: AuditEntry, now: Values) -> Origin:
    """Two origins again, or one."""
    del now
    origin = Origin.objects.get(pk=entry.target_id)
    origin.merged_into_id = entry.before["merged_into"]
    origin.save(update_fields=["merged_into"])
    moved = entry.before["moved"]
    Origin.objects.filter(pk__in=moved).update(
        merged_into=origin.merged_into_id or origin.pk
    )
    into = (entry.before["merged_into"], entry.after["merged_into"])
    claim_refresh(
        claims_leaning_on([origin.pk, *moved, *(pk for pk in into if pk is not None)])
    )
    return origin


# --- hidden, marked --------------------------------------------------------------


def hidden_present(entry: AuditEntry) -> Values:
    """Who hides the statement."""
    lock_linking()
    statement = _statement(entry)
    return hidden_json(statement) if statement else {}


def hidden_restore(entry: AuditEntry, now: Values) -> Statement:
    """Hidden or shown, as before."""
    del now
    statement = _target(entry)
    by = entry.before["hidden_by"]
    person = User.objects.get(pk=by) if by is not None else None
    set_hidden(statement, person, engine=load_engine())
    return statement


def marked_present(entry: AuditEntry) -> Values:
    """Who made a statement of the words; {} when they are none any more."""
    lock_linking()
    statement = _statement(entry)
    return marked_json(statement) if statement else {}


def marked_restore(entry: AuditEntry, now: Values) -> Statement:
    """The words are left to the engine again."""
    del now
    statement = _target(entry)
    unmark(statement, engine=load_engine())
    return statement


# --- withdrawn -------------------------------------------------------------------

WITHDRAWN = ("withdrawn_at", "withdrawn_reason")


def withdrawn_present(entry: AuditEntry) -> Values:
    """Whether the article is withdrawn, and why."""
    lock_linking()
    article = Article.objects.get(pk=entry.target_id)
    at = article.withdrawn_at
    return {
        "withdrawn_at": at.isoformat() if at else None,
        "withdrawn_reason": article.withdrawn_reason,
    }


def withdrawn_restore(entry: AuditEntry, now: Values) -> Article:
    """Shown or withdrawn, as before."""
    del now
    article = Article.objects.get(pk=entry.target_id)
    for name in WITHDRAWN:
        setattr(article, name, entry.before[name])
    article.save(update_fields=WITHDRAWN)
    article.refresh_from_db()
    withdrawn_follow(article, engine=load_engine())
    return article


def withdrawn_then(entry: AuditEntry) -> None:
    """Read a text, or by an engine, that came while the article was withdrawn."""
    article = Article.objects.get(pk=entry.target_id)
    if article.current_version is not None:  # nothing is done for a withdrawn article
        process_version(article.current_version, engine=load_engine())
