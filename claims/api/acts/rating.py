"""Around a rating: a place to rate, a draft. Ratings themselves: claims.api.ratings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rest_framework import serializers
from rest_framework.response import Response

from claims.api.acts.asked import DraftAsked, SlotsAsked
from claims.api.acts.base import Act, Done, ReceiptSerializer, Values, found
from claims.api.acts.curation import CLAIMS
from claims.models import Claim, RatingDraft, RatingSlot
from claims.permissions import may_adjudicate, may_rate
from claims.services.drafts import VALUES, draft_save
from claims.services.slots import slot_add, slot_release, slot_take
from factcheck.operations.api.scopes import person_of

if TYPE_CHECKING:
    from rest_framework.request import Request

    from factcheck.operations.models import User


class SlotReceiptSerializer(ReceiptSerializer):
    """Your place in the present round. until: null with held is for good."""

    claim = serializers.IntegerField()
    round = serializers.IntegerField()
    slots = serializers.IntegerField(help_text="places of the round")
    held = serializers.BooleanField()
    until = serializers.DateTimeField(allow_null=True)


def _told(claim: Claim, editor: User) -> dict[str, Any]:
    now = Claim.objects.get(pk=claim.pk)
    held = RatingSlot.objects.filter(claim=now, round=now.round, editor=editor).first()
    return {
        "claim": now.pk,
        "round": now.round,
        "slots": now.slots,
        "held": held is not None,
        "until": held.expires_at if held else None,
    }


class TakeSlotView(Act):
    """Take a place to rate the claim for half an hour, or hold your own longer.

    409: none is free; `current.slots` says who holds them and until when. Rating takes
    a place by itself.
    """

    summary = "Take a place to rate"
    allowed = may_rate
    receipt = SlotReceiptSerializer

    def act(self, request: Request, given: Values, **numbers: int) -> Done:
        claim = found(CLAIMS, numbers["pk"])
        slot_take(claim=claim, **self.by(request))
        return Done(claim, _told(claim, person_of(request)))


class ReleaseSlotView(Act):
    """Give your place back; that of a saved rating stays."""

    summary = "Give a place back"
    allowed = may_rate
    receipt = SlotReceiptSerializer

    def act(self, request: Request, given: Values, **numbers: int) -> Done:
        claim = found(CLAIMS, numbers["pk"])
        gone = slot_release(claim=claim, **self.by(request))
        told = _told(claim, person_of(request))
        return Done(claim if gone else None, told)


class AddSlotView(Act):
    """One more editor can rate the claim, in this and in every later round."""

    summary = "Add a place"
    allowed = may_adjudicate
    asked = SlotsAsked
    receipt = SlotReceiptSerializer

    def act(self, request: Request, given: Values, **numbers: int) -> Done:
        claim = found(CLAIMS, numbers["pk"])
        slot_add(claim=claim, slots=given["slots"], **self.by(request))
        return Done(claim, _told(claim, person_of(request)))


class DraftSerializer(serializers.Serializer[Any]):
    """What you have begun to write; nobody else sees it."""

    claim = serializers.IntegerField()
    value = serializers.ChoiceField(
        choices=["", *VALUES], help_text="unknown: cannot tell; empty: not chosen"
    )
    rationale = serializers.CharField(allow_blank=True)
    at = serializers.DateTimeField(allow_null=True)


class DraftReceiptSerializer(DraftSerializer, ReceiptSerializer):
    """The draft as it is kept; a draft leaves no entry."""


class DraftView(Act):
    """Keep a rating that is not finished, in the place of the draft before.

    With neither value nor rationale the draft is forgotten, as it is by rating.
    """

    summary = "Keep a draft of a rating"
    shown_summary = "Your draft of a rating"
    allowed = may_rate
    asked = DraftAsked
    receipt = DraftReceiptSerializer
    shown = DraftSerializer

    def get(self, request: Request, **numbers: int) -> Response:
        claim = found(CLAIMS, numbers["pk"])
        kept = RatingDraft.objects.filter(claim=claim, editor=person_of(request))
        return Response(DraftSerializer(_drafted(claim, kept.first())).data)

    def act(self, request: Request, given: Values, **numbers: int) -> Done:
        claim = found(CLAIMS, numbers["pk"])
        kept = draft_save(
            actor=person_of(request),
            claim=claim,
            value=given["value"],
            rationale=given["rationale"],
        )
        return Done(None, _drafted(claim, kept))


def _drafted(claim: Claim, kept: RatingDraft | None) -> dict[str, Any]:
    return {
        "claim": claim.pk,
        "value": kept.value if kept else "",
        "rationale": kept.rationale if kept else "",
        "at": kept.at if kept else None,
    }
