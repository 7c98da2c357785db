"""An editor says which first-hand act a statement goes back to, or that two are one.

Independence is counted by origin, so the claims around are counted anew at once.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from claims.extraction.origins import origin_of_hops
from claims.facets.types import Hop, OriginKey
from claims.models import By, ClaimMember, Origin, Statement
from claims.permissions import may_edit_statement, require
from claims.services.conflict import ConflictError
from claims.services.corrections import open_for_editing
from claims.services.names import origins_resolve
from claims.services.refresh import claim_refresh
from claims.services.settle import follow
from claims.store.locks import lock_linking
from factcheck.operations.audit import audit
from factcheck.operations.models import AuditEntry, Token, User

if TYPE_CHECKING:
    from claims.engine import Engine

# What a new origin may be; as extraction.origins and lexicon.reporting name them.
KINDS = ("interview", "post", "speech", "statement", "filing", "call", "report")


@transaction.atomic
def origin_correct(
    *,
    actor: User,
    statement: Statement,
    origin: Origin | None,
    engine: Engine,
    edition: str | None = None,
    reason: str = "",
    token: Token | None = None,
    request_id: str = "",
) -> AuditEntry:
    """Set the origin of a statement; None = unknown, so the outlet speaks for itself.

    Raises PermissionDenied, ConflictError.
    """
    require(may_edit_statement, actor)
    open_for_editing(statement, edition)
    before = origin_to_json(statement)
    statement.origin, statement.origin_by = origin, By.EDITOR
    statement.save(update_fields=["origin", "origin_by"])
    entry = audit(
        actor=actor,
        verb="statement.correct_origin",
        target=statement,
        before=before,
        after=origin_to_json(statement),
        reason=reason.strip(),
        token=token,
        request_id=request_id,
    )
    follow(statement_ids=[statement.pk], engine=engine)
    return entry


def origin_to_json(statement: Statement) -> dict[str, Any]:
    """The origin of a statement for an audit entry."""
    return {"origin": statement.origin_id, "origin_by": str(statement.origin_by)}


def origin_named(
    *, statement: Statement, kind: str, speaker: str, venue: str
) -> Origin:
    """The origin that an editor describes: one that is known by its key, or a new one.

    Its week is that of the article's publication. Raises ValidationError.
    """
    speaker, venue = speaker.strip(), venue.strip()
    if kind not in KINDS:
        raise ValidationError({"kind": f"One of {', '.join(KINDS)}."})
    if not speaker:
        raise ValidationError({"speaker": _("Who spoke, wrote or filed it?")})
    told = Hop(0, speaker, venue=venue, cue=kind)
    if kind == "report":
        told = Hop(0, "", cited_outlet=speaker)
    # A small letter first is a source without a name to the engine, not to an editor.
    key = origin_of_hops([told], statement.article.published_date) or OriginKey(
        kind, speaker.lower(), venue.lower(), label=f"{speaker}: {kind}"
    )
    return Origin.objects.get(pk=origins_resolve([key])[key.key])


@transaction.atomic
def origins_merge(
    *,
    actor: User,
    origin: Origin,
    into: Origin,
    reason: str = "",
    token: Token | None = None,
    request_id: str = "",
) -> AuditEntry:
    """Say that two origins are one act. Raises PermissionDenied, ValidationError,
    ConflictError when one of them was merged meanwhile.
    """
    require(may_edit_statement, actor)
    if origin.pk == into.pk:
        raise ValidationError({"into": _("An origin cannot be merged into itself.")})
    lock_linking()
    present = dict(
        Origin.objects.filter(pk__in=[origin.pk, into.pk]).values_list(
            "pk", "merged_into_id"
        )
    )
    if present.get(origin.pk) is not None or present.get(into.pk) is not None:
        raise ConflictError(
            _("One of the origins was merged meanwhile."),
            {str(pk): merged for pk, merged in present.items()},
        )
    # Those that were merged into it go along: nobody has to follow two steps.
    moved = list(origin.merged_from.order_by("pk").values_list("pk", flat=True))
    Origin.objects.filter(pk__in=[origin.pk, *moved]).update(merged_into=into)
    entry = audit(
        actor=actor,
        verb="origin.merge",
        target=origin,
        before={"merged_into": None, "moved": moved},
        after={"merged_into": into.pk, "moved": moved},
        reason=reason.strip(),
        token=token,
        request_id=request_id,
    )
    claim_refresh(claims_leaning_on([origin.pk, into.pk, *moved]))
    return entry


def claims_leaning_on(origins: Collection[int]) -> set[int]:
    """Claims with a statement of one of the origins."""
    members = ClaimMember.objects.filter(
        statement__origin__in=origins, state=ClaimMember.State.IN
    )
    return set(members.values_list("claim_id", flat=True))
