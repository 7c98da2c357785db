"""One decision on many links, each for itself: what has changed meanwhile is reported.

One audit entry for the act and one for each link under it, as for many claims
(services.bulk). Links of one claim may be decided and others not.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from claims.models import Link
from claims.permissions import may_decide, require
from claims.services.bulk import Outcome
from claims.services.conflict import ConflictError
from claims.services.review import link_decide
from factcheck.operations.audit import audit
from factcheck.operations.models import AuditEntry, Token, User

VERBS = {
    Link.State.CONFIRMED.value: "bulk.confirm_links",
    Link.State.REJECTED.value: "bulk.reject_links",
}
# Links in one act: each is clustered anew, which takes some hundredths of a second.
MOST_LINKS = 100


class Seen(NamedTuple):
    """A link and its revision as the editor has read it."""

    link: int
    revision: int


@dataclass(frozen=True, slots=True)
class LinkResult:
    """One link of a bulk act. revision: the present one; None = there is no such link.

    nothing: it was decided so already, by an editor
    """

    link: int
    outcome: Outcome
    revision: int | None
    reason: str = ""


@transaction.atomic
def links_decide(
    *,
    actor: User,
    seen: Sequence[Seen],
    state: str,
    reason: str = "",
    token: Token | None = None,
    request_id: str = "",
) -> tuple[AuditEntry, list[LinkResult]]:
    """Confirm or reject each of the links that is as it was seen.

    The entry of the act, and one result a link in the order given. Raises
    PermissionDenied; ValidationError for another state, none or too many links.
    """
    require(may_decide, actor)
    if state not in VERBS:
        raise ValidationError({"state": _("Confirm or reject.")})
    wanted = list({each.link: each for each in seen}.values())
    if not wanted:
        raise ValidationError({"links": _("Choose at least one link.")})
    if len(wanted) > MOST_LINKS:
        raise ValidationError(
            {"links": _("At most %(number)d links.") % {"number": MOST_LINKS}}
        )
    shown = Link.objects.filter(
        pk__in=[each.link for each in wanted],
        low__hidden_by=None,
        high__hidden_by=None,
        low__article__withdrawn_at=None,
        high__article__withdrawn_at=None,
    ).in_bulk()
    parent = audit(
        actor=actor,
        verb=VERBS[state],
        target=actor,
        after={"links": [each.link for each in wanted]},
        reason=reason.strip(),
        token=token,
        request_id=request_id,
    )
    by = {
        "actor": actor,
        "state": state,
        "reason": reason,
        "parent": parent,
        "token": token,
        "request_id": request_id,
    }
    return parent, [_decided(each, shown.get(each.link), by) for each in wanted]


def _decided(seen: Seen, link: Link | None, by: dict[str, object]) -> LinkResult:
    if link is None:
        reason = _("There is no such link.")
        return LinkResult(seen.link, Outcome.CHANGED, None, reason)
    if link.revision == seen.revision and link.state == by["state"]:
        return LinkResult(seen.link, Outcome.NOTHING, link.revision)
    try:
        with transaction.atomic():
            now = link_decide(link=link, revision=seen.revision, **by)  # type: ignore[arg-type]
    except ConflictError as error:
        revision = error.current.get("revision")
        return LinkResult(seen.link, Outcome.CHANGED, revision, str(error))
    return LinkResult(seen.link, Outcome.DONE, now.revision)
