"""What is done to claims: made, named, merged, split, statements moved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rest_framework import serializers, status
from rest_framework.reverse import reverse

from claims.api.acts.asked import (
    MergeAsked,
    MoveAsked,
    ReasonAsked,
    RenameAsked,
    StatementsAsked,
)
from claims.api.acts.base import (
    Act,
    Done,
    ReceiptSerializer,
    Values,
    found,
    seen,
    tagged,
)
from claims.api.acts.statements import STATEMENTS, statements_of
from claims.api.claims import ClaimViewSet
from claims.models import Claim, ClaimMember
from claims.permissions import may_edit_claim
from claims.services.curation import (
    claim_create,
    claim_merge,
    claim_split,
    statement_move,
    statement_remove,
)
from claims.services.titles import claim_rename
from factcheck.operations.tokens import CURATE

if TYPE_CHECKING:
    from rest_framework.request import Request

CLAIMS = Claim.objects.all()


class ClaimReceiptSerializer(ReceiptSerializer):
    """The claim after the act, with the numbers of its statements."""

    id = serializers.IntegerField()
    title = serializers.CharField()
    merged_into = serializers.IntegerField(allow_null=True)
    statements = serializers.ListField(child=serializers.IntegerField())


def claim_told(claim: Claim) -> Values:
    """The values of a receipt."""
    inside = ClaimMember.objects.filter(claim=claim, state=ClaimMember.State.IN)
    ids = inside.order_by("statement_id").values_list("statement_id", flat=True)
    now = Claim.objects.get(pk=claim.pk)
    return {
        "id": now.pk,
        "title": now.title,
        "merged_into": now.merged_into_id,
        "statements": list(ids),
    }


def claim_of(pk: int, field: str) -> Claim:
    """A claim that a body names. Raises ValidationError about the field."""
    row = CLAIMS.filter(pk=pk).first()
    if row is None:
        raise serializers.ValidationError({field: f"There is no claim {pk}."})
    return row


class Curation(Act):
    """An act on claims by an editor."""

    allowed = may_edit_claim
    write_scope = CURATE
    receipt = ClaimReceiptSerializer


class MakingAct(Curation):
    """An act that makes a claim: the answer is 201 and says where it is."""

    asked = StatementsAsked
    code = status.HTTP_201_CREATED

    def made(self, request: Request, claim: Claim, target: Claim) -> Done:
        """The receipt of the new claim."""
        address = reverse("claim-detail", [claim.pk], request=request)
        return Done(target, claim_told(claim), {"Location": address})


class CreateView(MakingAct):
    """Make a claim of statements; they stay in the claims in which they are, too."""

    summary = "Make a claim"

    def act(self, request: Request, given: Values, **numbers: int) -> Done:
        made = claim_create(
            statements=statements_of(given["statements"], "statements"),
            title=given.get("title", ""),
            reason=given.get("reason", ""),
            **self.by(request),
        )
        return self.made(request, made, made)


class SplitView(MakingAct):
    """Make a claim of some statements of this one, which keeps the rest.

    409: a statement has left the claim meanwhile; `current.members` are those in it.
    """

    summary = "Split a claim"

    def act(self, request: Request, given: Values, **numbers: int) -> Done:
        claim = found(CLAIMS, numbers["pk"])
        made = claim_split(
            claim=claim,
            statements=statements_of(given["statements"], "statements"),
            title=given.get("title", ""),
            reason=given.get("reason", ""),
            **self.by(request),
        )
        return self.made(request, made, claim)


class RenameView(Curation):
    """Give the claim a title, which the engine then leaves alone."""

    summary = "Rename a claim"
    asked = RenameAsked
    preconditions = "the ETag of the claim as you have read it; or `seen` in the body"

    def act(self, request: Request, given: Values, **numbers: int) -> Done:
        pk = numbers["pk"]
        found(CLAIMS, pk)
        read = given.get("seen")
        seen(request, ClaimViewSet, pk, otherwise=read is not None)
        claim = found(CLAIMS, pk)
        now = claim_rename(
            claim=claim,
            title=given["title"],
            seen=claim.title if read is None else read,
            reason=given.get("reason", ""),
            **self.by(request),
        )
        return Done(now, claim_told(now), tagged(request, ClaimViewSet, pk))


class MergeView(Curation):
    """Make one claim of two: the lower number stays, the other leads on to it.

    Its statements move; its ratings and verdicts stay with it. A published claim does
    not go: take its card back first.
    """

    summary = "Merge two claims"
    asked = MergeAsked

    def act(self, request: Request, given: Values, **numbers: int) -> Done:
        now = claim_merge(
            claim=found(CLAIMS, numbers["pk"]),
            other=claim_of(given["other"], "other"),
            reason=given.get("reason", ""),
            **self.by(request),
        )
        return Done(now, claim_told(now))


class MoveView(Curation):
    """Put a statement of this claim into another, and keep it out of this one."""

    summary = "Move a statement to another claim"
    asked = MoveAsked

    def act(self, request: Request, given: Values, **numbers: int) -> Done:
        claim = found(CLAIMS, numbers["pk"])
        statement = found(STATEMENTS, numbers["statement"])
        statement_move(
            statement=statement,
            claim=claim,
            to=claim_of(given["to"], "to"),
            reason=given.get("reason", ""),
            **self.by(request),
        )
        return Done(statement, claim_told(claim))


class RemoveView(Curation):
    """Keep a statement out of this claim for good."""

    summary = "Take a statement out of a claim"
    asked = ReasonAsked

    def act(self, request: Request, given: Values, **numbers: int) -> Done:
        claim = found(CLAIMS, numbers["pk"])
        statement = found(STATEMENTS, numbers["statement"])
        statement_remove(
            statement=statement,
            claim=claim,
            reason=given.get("reason", ""),
            **self.by(request),
        )
        return Done(statement, claim_told(claim))
