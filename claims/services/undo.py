"""Taking an act back: what was before is written again (SCHEMA rule 9).

UNDOABLE says for each verb how. An act is taken back only while what it left still
stands; else the answer is what has changed since. Taking back is an act of its own,
`undoes` the other, and can be taken back itself. Of a parent entry (many objects at
once) all children are taken back or none.

An act that can be taken back needs an entry whose before and after have the same keys,
a `present` that reads those keys as they are now, a `restore` that writes `before`
back and returns the target, and a line in UNDOABLE.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db import IntegrityError, models, transaction
from django.utils.translation import gettext as _

from claims.permissions import (
    Predicate,
    may_curate,
    may_decide,
    may_edit_claim,
    may_edit_statement,
    may_withdraw,
    require,
)
from claims.services import columns, naming, outlets, restoring
from claims.services.conflict import ConflictError
from claims.services.levels import level_present, level_restore
from claims.services.link_state import link_present, link_restore
from claims.services.membership import membership_present, membership_restore
from claims.services.outside_acts import outside_present, outside_restore
from claims.services.shifts import SHIFTS
from claims.services.titles import title_present, title_restore
from factcheck.operations.audit import audit
from factcheck.operations.models import AuditEntry, Token, User

Values = dict[str, Any]

# What the verb of an entry ends with that takes another back.
UNDONE = ".undo"

# What tells that something happened, and not what holds: a number that grows with every
# write, and what clustering did because of the act.
COUNTERS = frozenset({"revision", SHIFTS})


@dataclass(frozen=True, slots=True)
class Undoable:
    """How the acts of a verb are taken back.

    allowed  who may
    present  what the keys of entry.after hold now; {} when the target is gone
    restore  (entry, present) → the target, with `entry.before` written back
    then     what follows once that is committed: reading a text takes its time
    """

    allowed: Predicate
    present: Callable[[AuditEntry], Values]
    restore: Callable[[AuditEntry, Values], models.Model]
    then: Callable[[AuditEntry], object] | None = None


LINK = Undoable(may_decide, link_present, link_restore)
LEVEL = Undoable(may_decide, level_present, level_restore)
TITLE = Undoable(may_edit_claim, title_present, title_restore)
MEMBERSHIP = Undoable(may_edit_claim, membership_present, membership_restore)
FACETS = Undoable(
    may_edit_statement, restoring.facets_present, restoring.facets_restore
)
HOPS = Undoable(may_edit_statement, restoring.hops_present, restoring.hops_restore)
ORIGIN = Undoable(
    may_edit_statement, restoring.origin_present, restoring.origin_restore
)
ORIGINS = Undoable(
    may_edit_statement, restoring.merged_present, restoring.merged_restore
)
HIDDEN = Undoable(
    may_edit_statement, restoring.hidden_present, restoring.hidden_restore
)
MARKED = Undoable(
    may_edit_statement, restoring.marked_present, restoring.marked_restore
)
MOVED = Undoable(may_curate, outlets.moved_present, outlets.moved_restore)
NAMES = Undoable(may_curate, naming.name_present, naming.name_restore)
COLUMNS = Undoable(may_curate, columns.columns_present, columns.columns_restore)
OUTSIDE = Undoable(may_decide, outside_present, outside_restore)
REMOVED = Undoable(may_curate, outside_present, outside_restore)
WITHDRAWN = Undoable(
    may_withdraw,
    restoring.withdrawn_present,
    restoring.withdrawn_restore,
    restoring.withdrawn_then,
)

UNDOABLE: Mapping[str, Undoable] = {
    "link.decide": LINK,
    "link.create": LINK,
    "comparison.set_level": LEVEL,
    "claim.rename": TITLE,
    "claim.create": MEMBERSHIP,
    "claim.merge": MEMBERSHIP,
    "claim.split": MEMBERSHIP,
    "statement.move": MEMBERSHIP,
    "statement.remove": MEMBERSHIP,
    "statement.correct_facet": FACETS,
    "statement.remove_facet": FACETS,
    "statement.correct_attribution": HOPS,
    "statement.correct_origin": ORIGIN,
    "statement.hide": HIDDEN,
    "statement.show": HIDDEN,
    "statement.mark": MARKED,
    "origin.merge": ORIGINS,
    "article.move": MOVED,
    "outletalias.move": MOVED,
    "origin.move": MOVED,
    "name.merge": NAMES,
    "name.update": COLUMNS,
    "outlet.update": COLUMNS,
    "publisherfamily.update": COLUMNS,
    "outsideverdict.attach": OUTSIDE,
    "outsideverdict.detach": OUTSIDE,
    "outsideverdict.remove": REMOVED,
    "article.withdraw": WITHDRAWN,
    "article.restore": WITHDRAWN,
}


def undoable(entry: AuditEntry) -> Undoable | None:
    """How the entry is taken back; None when it cannot be."""
    return UNDOABLE.get(entry.verb.removesuffix(UNDONE))


def may_undo(user: Any, entry: AuditEntry) -> bool:
    """Whether the act is one that this person may take back, all else apart."""
    how = undoable(entry)
    return how is not None and how.allowed(user)


def entry_undo(
    *,
    actor: User,
    entry: AuditEntry,
    reason: str = "",
    token: Token | None = None,
    request_id: str = "",
) -> AuditEntry:
    """Write back what was before the entry; the new entry that tells of it.

    Raises PermissionDenied; ConflictError when it was taken back before, when it cannot
    be, or when what it left has changed since (current: the present values).
    """
    act = _Act(actor, reason.strip(), token, request_id)
    how = undoable(entry)
    if how is None:
        return _undo_many(entry, act)
    undone = _undo(entry, how, act)
    if how.then is not None:
        how.then(entry)
    return undone


def _undo_many(entry: AuditEntry, act: _Act) -> AuditEntry:
    """The entries of an act on many objects, all or none."""
    children = list(entry.children.order_by("-id"))
    if not children or any(undoable(child) is None for child in children):
        raise ConflictError(_("This cannot be taken back."), {})
    return _undo_all(entry, children, act)


@dataclass(frozen=True, slots=True)
class _Act:
    actor: User
    reason: str
    token: Token | None
    request_id: str

    def write(
        self,
        entry: AuditEntry,
        target: models.Model,
        after: Values,
        parent: AuditEntry | None = None,
    ) -> AuditEntry:
        try:
            with transaction.atomic():
                return audit(
                    actor=self.actor,
                    verb=entry.verb.removesuffix(UNDONE) + UNDONE,
                    target=target,
                    before=entry.after,
                    after=after,
                    reason=self.reason,
                    parent=parent,
                    undoes=entry,
                    token=self.token,
                    request_id=self.request_id,
                )
        except IntegrityError as error:
            raise _again() from error


@transaction.atomic
def _undo(
    entry: AuditEntry, how: Undoable, act: _Act, parent: AuditEntry | None = None
) -> AuditEntry:
    require(how.allowed, act.actor)
    if AuditEntry.objects.filter(undoes=entry).exists():
        raise _again()
    now = how.present(entry)
    changed = differing(entry.after, now)
    if changed:
        raise ConflictError(
            _("It has changed since (%(what)s) and cannot be taken back.")
            % {"what": ", ".join(changed)},
            now,
        )
    target = how.restore(entry, now)
    undone = act.write(entry, target, how.present(entry) or entry.before, parent)
    _undo_told(entry, undone, act)
    return undone


def _undo_told(entry: AuditEntry, undone: AuditEntry, act: _Act) -> None:
    """What the entry told other objects of itself is told of its undoing as well."""
    for child in entry.children.order_by("id"):
        target = _target(child)
        if target is not None:
            act.write(child, target, child.before, undone)


@transaction.atomic
def _undo_all(entry: AuditEntry, children: list[AuditEntry], act: _Act) -> AuditEntry:
    target = _target(entry)
    if target is None:
        raise ConflictError(_("What it was about is gone."), {})
    if AuditEntry.objects.filter(undoes=entry).exists():
        raise _again()
    parent = act.write(entry, target, entry.before)
    for child in children:
        how = undoable(child)
        if how is not None:
            _undo(child, how, act, parent)
    return parent


def differing(after: Mapping[str, Any], now: Mapping[str, Any]) -> list[str]:
    """The keys whose values are no longer those that the act left."""
    return [key for key in after if key not in COUNTERS and after[key] != now.get(key)]


def _target(entry: AuditEntry) -> models.Model | None:
    model = apps.get_model(entry.target_type)
    return model._default_manager.filter(pk=entry.target_id).first()


def _again() -> ConflictError:
    return ConflictError(_("This was taken back already."), {})
