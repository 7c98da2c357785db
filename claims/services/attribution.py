"""An editor says who said it and through whom; the origin follows the chain.

The editor's chain replaces the engine's whole. An origin that an editor chose stands
over both.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from claims.facets.types import Hop, Kind
from claims.models import AttributionHop, By, Statement
from claims.permissions import may_edit_statement, require
from claims.records import HOP_COLUMNS, hop_to_row
from claims.services.corrections import open_for_editing
from claims.services.names import names_known, outlets_cited
from claims.services.settle import follow
from claims.services.shifts import Shifts
from factcheck.operations.audit import audit
from factcheck.operations.models import AuditEntry, Token, User

if TYPE_CHECKING:
    from claims.engine import Engine

# More hops than any chain that was met in print; the form offers fewer.
MOST_HOPS = 6
# Of one part of a hop. Ours.
MOST_CHARACTERS = 200


@transaction.atomic
def attribution_correct(
    *,
    actor: User,
    statement: Statement,
    hops: Sequence[Hop],
    engine: Engine,
    edition: str | None = None,
    reason: str = "",
    token: Token | None = None,
    request_id: str = "",
) -> AuditEntry:
    """Set the chain of a statement, outermost first; none = the engine's again.

    A hop has a speaker, a cited outlet, or both; its cue names the act (said,
    interview, post, speech, filing, call). The origin is derived from the chain.
    Raises PermissionDenied, ValidationError, ConflictError.
    """
    require(may_edit_statement, actor)
    hops = _checked(hops)
    open_for_editing(statement, edition)
    old = list(AttributionHop.objects.filter(statement=statement, by=By.EDITOR))
    new = _rows(statement, hops)
    hops_replace(statement=statement, new=new)
    shifts = Shifts()
    follow(statement_ids=[statement.pk], engine=engine, shifts=shifts)
    return audit(
        actor=actor,
        verb="statement.correct_attribution",
        target=statement,
        before={"hops": [hop_to_json(row) for row in old]} | shifts.before(),
        after={"hops": [hop_to_json(row) for row in new]} | shifts.after(),
        reason=reason.strip(),
        token=token,
        request_id=request_id,
    )


def _checked(hops: Sequence[Hop]) -> list[Hop]:
    if len(hops) > MOST_HOPS:
        raise ValidationError(
            {"hops": _("A chain has at most %(most)d steps.") % {"most": MOST_HOPS}}
        )
    for hop in hops:
        if not (hop.speaker or hop.cited_outlet):
            raise ValidationError(
                {"hops": _("A step needs a speaker or a cited outlet.")}
            )
        parts = (hop.speaker, hop.role, hop.venue, hop.cited_outlet, hop.cue)
        if any(len(part) > MOST_CHARACTERS for part in parts):
            raise ValidationError(
                {
                    "hops": _("At most %(most)d characters a field.")
                    % {"most": MOST_CHARACTERS}
                }
            )
    return [replace(hop, position=number) for number, hop in enumerate(hops)]


def _rows(statement: Statement, hops: Sequence[Hop]) -> list[AttributionHop]:
    names = names_known({hop.speaker.lower() for hop in hops})
    outlets = outlets_cited(hop.cited_outlet for hop in hops)
    return [
        hop_to_row(
            hop,
            statement_id=statement.pk,
            by=By.EDITOR,
            speaker_name_id=names.get((Kind.PERSON, hop.speaker.lower()))
            or names.get((Kind.ORGANISATION, hop.speaker.lower())),
            cited_outlet_id=outlets.get(hop.cited_outlet.lower()),
        )
        for hop in hops
    ]


def hops_replace(*, statement: Statement, new: Sequence[AttributionHop]) -> None:
    """One editor's chain for another; an empty one lets the engine's hold again."""
    AttributionHop.objects.filter(statement=statement, by=By.EDITOR).delete()
    AttributionHop.objects.bulk_create(new)


def hop_to_json(row: AttributionHop) -> dict[str, Any]:
    """An editor's hop for an audit entry."""
    columns = (*HOP_COLUMNS, "speaker_name_id", "cited_outlet_id")
    return {column: getattr(row, column) for column in columns}


def hop_from_json(values: dict[str, Any], *, statement_id: int) -> AttributionHop:
    """The unsaved row that hop_to_json wrote down."""
    return AttributionHop(statement_id=statement_id, by=By.EDITOR, **values)
