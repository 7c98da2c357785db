"""What senior editors decide: a verdict, a published card, another round."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rest_framework import serializers, status
from rest_framework.response import Response

from claims.api.acts.asked import (
    CardAsked,
    ReopenAsked,
    UnpublishAsked,
    VerdictAsked,
)
from claims.api.acts.base import Act, Done, ReceiptSerializer, Values, found
from claims.api.acts.curation import CLAIMS
from claims.models import Claim, Verdict
from claims.permissions import may_adjudicate
from claims.selectors.disputes import Dispute, disputes_now
from claims.selectors.verdicts import Seen, seen_now
from claims.services.publishing import claim_publish, claim_unpublish
from claims.services.verdict_rows import Decided
from claims.services.verdicts import Decision, claim_adjudicate, claim_reopen

if TYPE_CHECKING:
    from rest_framework.request import Request


class DisputeSerializer(serializers.Serializer[Any]):
    """A facet whose values cannot both be true; values: as a verdict chooses them."""

    kind = serializers.CharField()
    role = serializers.CharField()
    label = serializers.CharField()  # type: ignore[assignment]
    values = serializers.SerializerMethodField()

    def get_values(self, dispute: Dispute) -> list[str]:
        return list(dispute.words)


class BenchSerializer(serializers.Serializer[Any]):
    """What a verdict is written on: round and seq go back with it."""

    claim = serializers.IntegerField()
    state = serializers.CharField()
    round = serializers.IntegerField()
    seq = serializers.IntegerField(help_text="of the last verdict, 0 = none")
    disputes = DisputeSerializer(many=True)


class VerdictReceiptSerializer(ReceiptSerializer):
    """The claim, and the verdict that was written or published."""

    claim = serializers.IntegerField()
    state = serializers.CharField()
    round = serializers.IntegerField()
    seq = serializers.IntegerField()
    label = serializers.CharField(  # type: ignore[assignment]
        help_text="settled, partly or open"
    )
    published_at = serializers.DateTimeField(allow_null=True)


class RoundReceiptSerializer(ReceiptSerializer):
    """The claim as it stands now."""

    claim = serializers.IntegerField()
    state = serializers.CharField()
    round = serializers.IntegerField()


def _round(claim: Claim) -> Values:
    now = Claim.objects.get(pk=claim.pk)
    return {"claim": now.pk, "state": now.state, "round": now.round}


def _verdict(claim: Claim, verdict: Verdict) -> Values:
    return {
        **_round(claim),
        "round": verdict.round,
        "seq": verdict.seq,
        "label": verdict.label,
        "published_at": verdict.published_at,
    }


class AdjudicateView(Act):
    """Write the verdict of the round, and with `publish` show readers its card.

    round and seq are those of GET: 409 where somebody has decided meanwhile, or where a
    value is no longer among those printed.
    """

    summary = "Write a verdict"
    shown_summary = "What a verdict is written on"
    allowed = may_adjudicate
    asked = VerdictAsked
    receipt = VerdictReceiptSerializer
    shown = BenchSerializer
    code = status.HTTP_201_CREATED

    def get(self, request: Request, **numbers: int) -> Response:
        claim = found(CLAIMS, numbers["pk"])
        told = {
            **_round(claim),
            "seq": seen_now(claim).seq,
            "disputes": disputes_now(claim),
        }
        return Response(BenchSerializer(told).data)

    def act(self, request: Request, given: Values, **numbers: int) -> Done:
        claim = found(CLAIMS, numbers["pk"])
        verdict = claim_adjudicate(
            claim=claim,
            seen=Seen(given["round"], given["seq"]),
            decision=Decision(
                decided=[Decided(**each) for each in given.get("decided", [])],
                value=given["value"],
                text=given.get("text", ""),
                reasons=given.get("reasons", ""),
            ),
            title=given.get("title", ""),
            publish=given["publish"],
            **self.by(request),
        )
        return Done(claim, _verdict(claim, verdict))


class PublishView(Act):
    """Show readers what is disputed, with the verdict of the round if there is one.

    The card is frozen as it is now. Without `title` it bears that of the claim.
    """

    summary = "Publish a card"
    allowed = may_adjudicate
    asked = CardAsked
    receipt = VerdictReceiptSerializer

    def act(self, request: Request, given: Values, **numbers: int) -> Done:
        claim = found(CLAIMS, numbers["pk"])
        verdict = claim_publish(
            claim=claim,
            seen=Seen(given["round"], given["seq"]),
            title=given.get("title", ""),
            **self.by(request),
        )
        return Done(claim, _verdict(claim, verdict))


class UnpublishView(Act):
    """Take back all that is public of the claim; the reason stays at its address."""

    summary = "Take a card back"
    allowed = may_adjudicate
    asked = UnpublishAsked
    receipt = RoundReceiptSerializer

    def act(self, request: Request, given: Values, **numbers: int) -> Done:
        claim = found(CLAIMS, numbers["pk"])
        claim_unpublish(claim=claim, reason=given["reason"], **self.by(request))
        return Done(claim, _round(claim))


class ReopenView(Act):
    """Have the claim rated again in a new round; the reason is what raters read first.

    `round` is the one that you have read: 409 in any other.
    """

    summary = "Open a claim again"
    allowed = may_adjudicate
    asked = ReopenAsked
    receipt = RoundReceiptSerializer

    def act(self, request: Request, given: Values, **numbers: int) -> Done:
        claim = found(CLAIMS, numbers["pk"])
        claim_reopen(
            claim=claim,
            round=given["round"],
            reason=given["reason"],
            **self.by(request),
        )
        return Done(claim, _round(claim))
