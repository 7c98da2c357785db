"""What is done with verdicts from elsewhere: placed, taken off their claim, removed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rest_framework import serializers

from claims.api.acts.asked import AttachAsked, ReasonAsked
from claims.api.acts.base import Act, Done, ReceiptSerializer, Values, found, seen
from claims.api.acts.curation import claim_of
from claims.api.outside import OutsideVerdictViewSet
from claims.models import OutsideVerdict
from claims.permissions import may_curate, may_decide
from claims.selectors.outside import outside_verdicts_visible_to, with_home
from claims.services.outside_acts import (
    outside_attach,
    outside_detach,
    outside_remove,
)
from factcheck.operations.api.scopes import person_of
from factcheck.operations.tokens import CURATE

if TYPE_CHECKING:
    from rest_framework.request import Request

UNCHANGED = "the ETag of the verdict as you have read it; without it, as it is now"


class OutsideReceiptSerializer(ReceiptSerializer):
    """Where the verdict stands after the act."""

    id = serializers.IntegerField()
    claim = serializers.IntegerField(allow_null=True)
    matched_by = serializers.CharField()
    removed = serializers.BooleanField()


class OutsideAct(Act):
    """An act on a verdict that who acts may see."""

    allowed = may_decide
    asked: Any = ReasonAsked
    receipt = OutsideReceiptSerializer
    preconditions = UNCHANGED

    def verdict(self, request: Request, pk: int) -> OutsideVerdict:
        """As it is now; or, with If-Match, as who acts has read it."""
        rows = outside_verdicts_visible_to(person_of(request))
        found(rows, pk)
        seen(request, OutsideVerdictViewSet, pk, otherwise=True)
        verdict: OutsideVerdict = found(rows, pk)
        return verdict

    def done(self, verdict: OutsideVerdict) -> Done:
        """The receipt."""
        now = with_home(OutsideVerdict.objects.filter(pk=verdict.pk)).get()
        told = {
            "id": now.pk,
            "claim": now.home,
            "matched_by": now.matched_by,
            "removed": now.removed_at is not None,
        }
        return Done(verdict, told)


class AttachView(OutsideAct):
    """Say which claim of ours the verdict is about.

    409: it stands with this claim by an editor's word already, it has changed, or the
    claim was merged; `current` says into which.
    """

    summary = "Place a verdict from elsewhere"
    asked = AttachAsked

    def act(self, request: Request, given: Values, **numbers: int) -> Done:
        verdict = self.verdict(request, numbers["pk"])
        now = outside_attach(
            verdict=verdict,
            claim=claim_of(given["claim"], "claim"),
            reason=given.get("reason", ""),
            **self.by(request),
        )
        return self.done(now)


class DetachView(OutsideAct):
    """Say that the verdict is about no claim of ours; the engine leaves it so."""

    summary = "Take a verdict from elsewhere off its claim"

    def act(self, request: Request, given: Values, **numbers: int) -> Done:
        verdict = self.verdict(request, numbers["pk"])
        now = outside_detach(
            verdict=verdict, reason=given.get("reason", ""), **self.by(request)
        )
        return self.done(now)


class RemoveView(OutsideAct):
    """Take the verdict out of sight: it is no verdict, or a wrong one.

    Sent in again it stays out. Taking the act back shows it again.
    """

    summary = "Remove a verdict from elsewhere"
    allowed = may_curate
    write_scope = CURATE

    def act(self, request: Request, given: Values, **numbers: int) -> Done:
        verdict = self.verdict(request, numbers["pk"])
        now = outside_remove(
            verdict=verdict, reason=given.get("reason", ""), **self.by(request)
        )
        return self.done(now)
