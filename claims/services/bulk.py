"""One decision on many claims: confirm or reject their open suggestions, assign them.

One audit entry for the act and one for each object under it. A claim is done as a whole
or not at all: if one of its links has changed meanwhile, none of its links is decided,
the claim is reported, and the others go on.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from hashlib import sha256
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from claims.linkage.types import Relation
from claims.models import Claim, ClaimMember, Link
from claims.permissions import may_assign, may_decide, require
from claims.services.assign import check_assignment, claim_assign
from claims.services.conflict import ConflictError
from claims.services.review import link_decide
from factcheck.operations.audit import audit
from factcheck.operations.models import AuditEntry, Token, User

# Claims in one act: a page of the queue holds 25, and each link is clustered anew.
MOST_CLAIMS = 100
VERBS = {
    Link.State.CONFIRMED.value: "bulk.confirm",
    Link.State.REJECTED.value: "bulk.reject",
}

# Of the digest that says which links were seen: 64 bits are enough for one page.
STAMP_CHARACTERS = 16

Revisions = Mapping[int, int]


class Outcome(StrEnum):
    """What became of one claim."""

    DONE = "done"
    NOTHING = "nothing"  # no open suggestion is left in it
    CHANGED = "changed"  # somebody was faster: nothing was written


@dataclass(frozen=True, slots=True)
class Result:
    """One claim of a bulk act. number: links decided or assignments made."""

    claim: int
    outcome: Outcome
    number: int = 0
    reason: str = ""


def suggested_links(claim_ids: Collection[int]) -> dict[int, dict[int, int]]:
    """claim → {link: revision} of the links between its members that nobody judged."""
    members: dict[int, set[int]] = defaultdict(set)
    rows = ClaimMember.objects.filter(
        claim__in=claim_ids, state=ClaimMember.State.IN
    ).values_list("claim_id", "statement_id")
    for claim, statement in rows:
        members[statement].add(claim)
    links = (
        Link.objects.filter(
            state=Link.State.SUGGESTED, low__in=members, high__in=members
        )
        .exclude(relation=Relation.NONE)
        .order_by("pk")
        .values_list("pk", "low_id", "high_id", "revision")
    )
    found: dict[int, dict[int, int]] = {claim: {} for claim in claim_ids}
    for link, low, high, revision in links:
        for claim in members[low] & members[high]:
            found[claim][link] = revision
    return found


def stamp(links: Revisions) -> str:
    """What a page shows it was made of: the links and revisions as one short word."""
    text = json.dumps(sorted(links.items()))
    return sha256(text.encode()).hexdigest()[:STAMP_CHARACTERS]


@transaction.atomic
def bulk_decide(
    *,
    actor: User,
    claim_ids: Sequence[int],
    state: str,
    seen: Mapping[int, str] | None = None,
    reason: str = "",
    token: Token | None = None,
    request_id: str = "",
) -> list[Result]:
    """Confirm or reject every link of the claims that is still suggested.

    seen: claim → stamp of its suggested links as the editor saw them; a claim that is
    not as it was seen is reported and not decided. None = as they are now.
    Answers one Result a claim, in the order given. Raises PermissionDenied;
    ValidationError for another state or too many claims.
    """
    require(may_decide, actor)
    if state not in VERBS:
        raise ValidationError({"state": _("Confirm or reject.")})
    ids = _checked(claim_ids)
    merged = _merged(ids)
    present = suggested_links(ids)
    parent = _parent(
        actor, VERBS[state], ids, reason=reason, token=token, at=request_id
    )
    decided: set[int] = set()
    results = []
    for claim in ids:
        if claim in merged:
            results.append(merged[claim])
            continue
        if seen is not None and seen.get(claim) != stamp(present[claim]):
            results.append(_changed(claim, _("Its links have changed meanwhile.")))
            continue
        # A statement may stand in two claims, and so a link.
        links = {k: v for k, v in present[claim].items() if k not in decided}
        try:
            with transaction.atomic():
                for link, revision in links.items():
                    link_decide(
                        actor=actor,
                        link=Link(pk=link),
                        state=state,
                        revision=revision,
                        reason=reason,
                        parent=parent,
                        token=token,
                        request_id=request_id,
                    )
        except ConflictError as error:
            results.append(_changed(claim, str(error)))
            continue
        decided |= links.keys()
        outcome = Outcome.DONE if links else Outcome.NOTHING
        results.append(Result(claim, outcome, len(links)))
    return results


@transaction.atomic
def bulk_assign(
    *,
    actor: User,
    claim_ids: Sequence[int],
    editor: User,
    due: date | None = None,
    token: Token | None = None,
    request_id: str = "",
) -> list[Result]:
    """Ask one editor to rate each of the claims. As claim_assign, claim by claim."""
    require(may_assign, actor)
    check_assignment(editor=editor, due=due)
    ids = _checked(claim_ids)
    parent = _parent(actor, "bulk.assign", ids, token=token, at=request_id)
    results = []
    for claim in Claim.objects.in_bulk(ids).values():
        try:
            claim_assign(
                actor=actor,
                claim=claim,
                editor=editor,
                due=due,
                parent=parent,
                token=token,
                request_id=request_id,
            )
        except ConflictError as error:
            results.append(_changed(claim.pk, str(error)))
        else:
            results.append(Result(claim.pk, Outcome.DONE, 1))
    order = {pk: place for place, pk in enumerate(ids)}
    return sorted(results, key=lambda result: order[result.claim])


def _checked(claim_ids: Sequence[int]) -> list[int]:
    """The claims that exist, each once, in the order given."""
    wanted = list(dict.fromkeys(claim_ids))
    if not wanted:
        raise ValidationError({"claim": _("Choose at least one claim.")})
    if len(wanted) > MOST_CLAIMS:
        raise ValidationError(
            {"claim": _("At most %(number)d claims.") % {"number": MOST_CLAIMS}}
        )
    known = set(Claim.objects.filter(pk__in=wanted).values_list("pk", flat=True))
    if missing := [pk for pk in wanted if pk not in known]:
        raise ValidationError(
            {
                "claim": _("Not there any more: %(claims)s.")
                % {"claims": ", ".join(map(str, missing))}
            }
        )
    return wanted


def _merged(ids: Collection[int]) -> dict[int, Result]:
    """Those that lead on to another claim by now: reported, and the others go on."""
    rows = Claim.objects.filter(pk__in=ids).exclude(merged_into=None)
    return {
        claim: _changed(
            claim,
            _("Claim %(number)s was merged into another meanwhile.")
            % {"number": claim},
        )
        for claim in rows.values_list("pk", flat=True)
    }


def _parent(
    actor: User,
    verb: str,
    ids: Sequence[int],
    *,
    reason: str = "",
    token: Token | None,
    at: str,
) -> AuditEntry:
    after: dict[str, Any] = {"claims": list(ids)}
    return audit(
        actor=actor,
        verb=verb,
        target=actor,
        after=after,
        reason=reason.strip(),
        token=token,
        request_id=at,
    )


def _changed(claim: int, reason: str) -> Result:
    return Result(claim, Outcome.CHANGED, reason=reason)
