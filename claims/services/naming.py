"""A curator says that two names are one bearer, or that they are not.

What was compared with them is compared again at once (services.bearers), and again when
the word is taken back.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from claims.engine import load_engine
from claims.models import Name, NameApart, Statement
from claims.permissions import may_curate, require
from claims.services.linkage import links_write
from claims.store.locks import lock_linking
from factcheck.operations.audit import audit
from factcheck.operations.models import AuditEntry, Token, User

if TYPE_CHECKING:
    from claims.engine import Engine

Values = dict[str, Any]

# Statements that are compared again at once, the latest first: some ten seconds. Older
# ones follow when they are linked the next time (a relink).
MOST_COMPARED_AGAIN = 500


@transaction.atomic
def name_merge(
    *,
    actor: User,
    name: Name,
    into: Name,
    engine: Engine,
    reason: str = "",
    token: Token | None = None,
) -> AuditEntry:
    """Say that two names are the same bearer: `name` counts as `into` from now on.

    Raises PermissionDenied; ValidationError by field: another kind, merged already, or
    said not to be the same.
    """
    require(may_curate, actor)
    lock_linking()
    name.refresh_from_db()
    into.refresh_from_db()
    _two(name, into)
    low, high = _ordered(name, into)
    if NameApart.objects.filter(low=low, high=high).exists():
        raise ValidationError(
            {"into": _("They are said not to be the same: take that back first.")}
        )
    along = list(name.merged_from.order_by("pk").values_list("pk", flat=True))
    Name.objects.filter(pk__in=[name.pk, *along]).update(merged_into=into)
    entry = audit(
        actor=actor,
        verb="name.merge",
        target=name,
        before={"merged_into": None, "moved": along},
        after={"merged_into": into.pk, "moved": along},
        reason=reason.strip(),
        token=token,
    )
    compare_again([name.pk, into.pk, *along], engine=engine)
    return entry


@transaction.atomic
def names_part(
    *,
    actor: User,
    one: Name,
    other: Name,
    engine: Engine,
    reason: str = "",
    token: Token | None = None,
) -> NameApart:
    """Say that two names are not the same bearer. Raises as name_merge."""
    require(may_curate, actor)
    lock_linking()
    one.refresh_from_db()
    other.refresh_from_db()
    _two(one, other)
    low, high = _ordered(one, other)
    try:
        with transaction.atomic():
            apart = NameApart.objects.create(low=low, high=high, editor=actor)
    except IntegrityError as error:
        raise ValidationError({"other": _("That is said already.")}) from error
    audit(
        actor=actor,
        verb="nameapart.create",
        target=apart,
        after=apart_json(apart),
        reason=reason.strip(),
        token=token,
    )
    compare_again([low.pk, high.pk], engine=engine)
    return apart


@transaction.atomic
def names_rejoin(
    *,
    actor: User,
    apart: NameApart,
    engine: Engine,
    reason: str = "",
    token: Token | None = None,
) -> AuditEntry:
    """Take "not the same" back. Raises PermissionDenied."""
    require(may_curate, actor)
    lock_linking()
    entry = audit(
        actor=actor,
        verb="nameapart.delete",
        target=apart,
        before=apart_json(apart),
        reason=reason.strip(),
        token=token,
    )
    ends = [apart.low_id, apart.high_id]
    apart.delete()
    compare_again(ends, engine=engine)
    return entry


def apart_json(apart: NameApart) -> Values:
    """The row for an audit entry."""
    return {"low": apart.low_id, "high": apart.high_id, "editor": apart.editor_id}


def compare_again(names: Collection[int], *, engine: Engine) -> int:
    """Link the statements anew that print one of the names; how many there were."""
    printing = (
        Statement.objects.filter(
            facets__name__in=names,
            hidden_by=None,
            article__withdrawn_at=None,
            state=Statement.State.PRINTED,
        )
        .order_by("-pk")
        .values_list("pk", flat=True)
        .distinct()
    )
    ids = list(printing[:MOST_COMPARED_AGAIN])
    if ids:
        links_write(statement_ids=ids, engine=engine)
    return len(ids)


def _two(one: Name, other: Name) -> None:
    if one.pk == other.pk:
        raise ValidationError({"into": _("These are one name already.")})
    if one.kind != other.kind:
        raise ValidationError({"into": _("The names are of different kinds.")})
    for name in (one, other):
        if name.merged_into_id is not None:
            raise ValidationError(
                {
                    "into": _("“%(name)s” is merged into another name already.")
                    % {"name": name}
                }
            )


def _ordered(one: Name, other: Name) -> tuple[Name, Name]:
    return (one, other) if one.pk < other.pk else (other, one)


# --- taking it back: see services.undo -------------------------------------------


def name_present(entry: AuditEntry) -> Values:
    """What the name is merged into, and those that went along."""
    lock_linking()
    rows = dict(
        Name.objects.filter(
            pk__in=[entry.target_id, *entry.after["moved"]]
        ).values_list("pk", "merged_into_id")
    )
    own = rows.pop(int(entry.target_id), None)
    expected = own if own is not None else int(entry.target_id)
    along = [pk for pk in entry.after["moved"] if rows.get(pk) == expected]
    return {"merged_into": own, "moved": along}


def name_restore(entry: AuditEntry, now: Values) -> Name:
    """Two names again, or one; what was compared with them is compared again."""
    name = Name.objects.get(pk=entry.target_id)
    name.merged_into_id = entry.before["merged_into"]
    name.save(update_fields=["merged_into"])
    moved = entry.before["moved"]
    Name.objects.filter(pk__in=moved).update(merged_into=name.merged_into_id or name.pk)
    ends = {name.pk, *moved, now["merged_into"], entry.before["merged_into"]} - {None}
    compare_again(sorted(ends), engine=load_engine())
    return name
