"""Who is in which claim, as an audit entry holds it, and how it is written back.

    {"members": {claim id: {statement id: "in engine"}}, "merged_into": {claim id: id}}

Ids are text, because JSON has no other keys; "" is a statement without a row in the
claim. Only what the act has changed stands in an entry: what the engine adds to the
same claims meanwhile does not keep it from being taken back.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from django.apps import apps
from django.db import models
from django.db.models import F
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext as _

from claims.models import By, Claim, ClaimMember, Comment, Rating, Verdict
from claims.selectors.verdicts import public_verdict
from claims.services.conflict import ConflictError
from claims.services.leading import claims_lead_on
from claims.services.settled import claims_settle
from claims.services.touch import claims_let_go, claims_take_up
from claims.store.locks import lock_linking
from factcheck.operations.models import AuditEntry

Values = dict[str, Any]
Rows = Mapping[str, Mapping[str, str]]

NO_ROW = ""


def claims_hold(claim_ids: Collection[int]) -> None:
    """Take the claims for this transaction, and mark that an editor works on them.

    In the order of their ids, so that two editors wait for each other and never both
    for ever. Raises ConflictError when one was merged into another, or is gone.
    """
    lock_linking()
    for pk in sorted(claim_ids):
        held = Claim.objects.filter(pk=pk, merged_into=None).update(
            touched_at=Coalesce(F("touched_at"), timezone.now())
        )
        if not held:
            raise ConflictError(
                _("Claim %(number)s was merged into another meanwhile.")
                % {"number": pk},
                {
                    "merged_into": Claim.objects.filter(pk=pk)
                    .values_list("merged_into", flat=True)
                    .first()
                },
            )


def membership(
    claim_ids: Collection[int], statement_ids: Collection[int]
) -> dict[str, dict[str, str]]:
    """What the claims say of each of the statements."""
    found = {
        str(claim): {str(pk): NO_ROW for pk in sorted(statement_ids)}
        for claim in sorted(claim_ids)
    }
    rows = ClaimMember.objects.filter(claim__in=claim_ids, statement__in=statement_ids)
    for claim, statement, state, by in rows.values_list(
        "claim_id", "statement_id", "state", "by"
    ):
        found[str(claim)][str(statement)] = f"{state} {by}"
    return found


def merged_into(claim_ids: Collection[int]) -> dict[str, int | None]:
    """Where each of the claims leads on to."""
    rows = Claim.objects.filter(pk__in=claim_ids).order_by("pk")
    return {str(pk): target for pk, target in rows.values_list("pk", "merged_into")}


def members_put(claim_id: int, statement_ids: Iterable[int], state: str) -> None:
    """Put the statements into the claim, or out of it, by an editor's word."""
    ClaimMember.objects.bulk_create(
        [
            ClaimMember(
                claim_id=claim_id, statement_id=pk, state=state, by=By.EDITOR.value
            )
            for pk in sorted(statement_ids)
        ],
        update_conflicts=True,
        unique_fields=["claim", "statement"],
        update_fields=["state", "by"],
    )


def membership_present(entry: AuditEntry) -> Values:
    """What the entry tells of, as it is now; nobody else links until it is restored."""
    lock_linking()
    found: Values = {}
    if "members" in entry.after:
        claims = _ids(entry.after["members"])
        found["members"] = membership(claims, _statements(entry.after["members"]))
    if "merged_into" in entry.after:
        found["merged_into"] = merged_into(_ids(entry.after["merged_into"]))
    return found


def membership_restore(entry: AuditEntry, now: Values) -> models.Model:
    """Write back who was in which claim; the target of the entry.

    Raises ConflictError when one of the claims was merged into another since, or when
    a claim would lead on to another that editors have worked on since.
    """
    members: Rows = entry.before["members"]
    merged = Claim.objects.filter(pk__in=_ids(members), merged_into__isnull=False)
    gone = merged.exclude(pk__in=_ids(entry.before.get("merged_into", {}))).first()
    if gone is not None:
        raise ConflictError(
            _("Claim %(number)s was merged into another meanwhile.")
            % {"number": gone.pk},
            {"merged_into": gone.merged_into_id},
        )
    for claim, target in entry.before.get("merged_into", {}).items():
        if target is not None and now["merged_into"][claim] is None:
            _check_unused(int(claim), entry)
    for claim, rows in members.items():
        for statement, held in rows.items():
            _write_back(int(claim), int(statement), held)
    for claim, target in entry.before.get("merged_into", {}).items():
        if target is None:
            Claim.objects.filter(pk=int(claim)).update(merged_into=None)
        else:
            claims_lead_on([int(claim)], target)
    claims = _ids(members) | _ids(entry.before.get("merged_into", {}))
    claims_let_go(claims)
    claims_take_up(claims)
    claims_settle(_statements(members), claims)
    return apps.get_model(entry.target_type)._default_manager.get(pk=entry.target_id)


def _check_unused(claim: int, entry: AuditEntry) -> None:
    """Raise ConflictError when something hangs on the claim that would be lost.

    Which of them it is stays unsaid: others' ratings and comments may be blind.
    """
    since = [
        model._default_manager.filter(claim=claim, at__gt=entry.at)
        for model in (Rating, Comment, Verdict)
    ]
    if public_verdict(claim) or any(rows.exists() for rows in since):
        raise ConflictError(
            _(
                "Claim %(number)s has been judged, commented on or published since: "
                "it stays. Move its statements one by one instead."
            )
            % {"number": claim},
            {"merged_into": {str(claim): None}},
        )


def _write_back(claim: int, statement: int, held: str) -> None:
    rows = ClaimMember.objects.filter(claim=claim, statement=statement)
    if held == NO_ROW:
        rows.delete()
        return
    state, by = held.split()
    if not rows.update(state=state, by=by):
        ClaimMember.objects.create(
            claim_id=claim, statement_id=statement, state=state, by=by
        )


def _ids(keys: Iterable[str]) -> set[int]:
    return {int(key) for key in keys}


def _statements(members: Rows) -> set[int]:
    return {int(pk) for rows in members.values() for pk in rows}
