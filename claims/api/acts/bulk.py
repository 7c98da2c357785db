"""One decision on many links or claims: an answer for each, what has changed stays."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from rest_framework import serializers

from claims.api.acts.asked import AssignAsked, because, number
from claims.api.acts.base import Act, Done, ReceiptSerializer, Values
from claims.models import Link
from claims.permissions import may_assign, may_decide
from claims.services.bulk import (
    MOST_CLAIMS,
    Outcome,
    bulk_assign,
    bulk_decide,
    stamp,
)
from claims.services.bulk_links import MOST_LINKS, Seen, links_decide
from factcheck.operations.api.asked import Asked
from factcheck.operations.api.scopes import person_of
from factcheck.operations.ids import LARGEST_ID
from factcheck.operations.models import User

if TYPE_CHECKING:
    from rest_framework.request import Request

STATES = (Link.State.CONFIRMED.value, Link.State.REJECTED.value)
# Links that a program may say it has seen in one claim; the largest have some dozen.
MOST_SEEN = 1_000


class SeenLinkAsked(Asked):
    """A link, and its revision as you have read it."""

    id = number()
    revision = serializers.IntegerField(min_value=0, max_value=LARGEST_ID)


class SeenClaimAsked(Asked):
    """A claim; links: its suggested ones as you have read them, and no others.

    Without `links` it is decided as it is now.
    """

    id = number()
    links = serializers.ListField(
        child=SeenLinkAsked(), required=False, max_length=MOST_SEEN
    )


class BulkLinksAsked(Asked):
    """One decision on many links."""

    links = serializers.ListField(
        child=SeenLinkAsked(), allow_empty=False, max_length=MOST_LINKS
    )
    state = serializers.ChoiceField(STATES)
    reason = because()


class BulkClaimsAsked(Asked):
    """One decision on the open suggestions of many claims."""

    claims = serializers.ListField(
        child=SeenClaimAsked(), allow_empty=False, max_length=MOST_CLAIMS
    )
    state = serializers.ChoiceField(STATES)
    reason = because()


class BulkAssignAsked(AssignAsked):
    """The claims that one editor is asked to rate."""

    claims = serializers.ListField(
        child=number(), allow_empty=False, max_length=MOST_CLAIMS
    )


class BulkRowSerializer(serializers.Serializer[Any]):
    """What became of one. done, nothing (nothing was left to do) or changed (somebody
    was faster, or it is not there: nothing was written, and `reason` says why).
    """

    outcome = serializers.ChoiceField([each.value for each in Outcome])
    reason = serializers.CharField()


class ClaimRowSerializer(BulkRowSerializer):
    """number: links that were decided, or assignments that were made."""

    claim = serializers.IntegerField()
    number = serializers.IntegerField()


class LinkRowSerializer(BulkRowSerializer):
    """revision: that of the link now; null: there is no such link."""

    link = serializers.IntegerField()
    revision = serializers.IntegerField(allow_null=True)


class BulkReceiptSerializer(ReceiptSerializer):
    """An answer for each, in the order asked. counts: by `outcome`."""

    counts = serializers.DictField(child=serializers.IntegerField())


class ClaimsReceiptSerializer(BulkReceiptSerializer):
    """What became of each claim."""

    results = ClaimRowSerializer(many=True)


class LinksReceiptSerializer(BulkReceiptSerializer):
    """What became of each link."""

    results = LinkRowSerializer(many=True)


class Bulk(Act):
    """An act on many."""

    def done(self, request: Request, results: list[Any]) -> Done:
        """The receipt; the entry of the act is about who acts."""
        counts = Counter(each.outcome.value for each in results)
        told = {"counts": dict(counts), "results": results}
        return Done(person_of(request), told)


class DecideLinksView(Bulk):
    """Confirm or reject many links, each for itself.

    A link that was decided meanwhile stays as it is and is reported.
    """

    summary = "Decide on many links"
    allowed = may_decide
    asked = BulkLinksAsked
    receipt = LinksReceiptSerializer

    def act(self, request: Request, given: Values, **numbers: int) -> Done:
        seen = [Seen(each["id"], each["revision"]) for each in given["links"]]
        _entry, results = links_decide(
            seen=seen,
            state=given["state"],
            reason=given.get("reason", ""),
            **self.by(request),
        )
        return self.done(request, results)


class DecideClaimsView(Bulk):
    """Confirm or reject every link of the claims that nobody has decided.

    A claim is done as a whole or not at all: one whose suggested links are not those
    that you name, or one of which was decided meanwhile, is reported.
    """

    summary = "Decide on the suggestions of many claims"
    allowed = may_decide
    asked = BulkClaimsAsked
    receipt = ClaimsReceiptSerializer

    def act(self, request: Request, given: Values, **numbers: int) -> Done:
        claims = {each["id"]: each for each in given["claims"]}
        unseen = [pk for pk, each in claims.items() if "links" not in each]
        if unseen and len(unseen) < len(claims):
            raise serializers.ValidationError(
                {"claims": "Say of every claim what you have seen of it, or of none."}
            )
        seen = None if unseen else {pk: _stamp(each) for pk, each in claims.items()}
        results = bulk_decide(
            claim_ids=list(claims),
            state=given["state"],
            seen=seen,
            reason=given.get("reason", ""),
            **self.by(request),
        )
        return self.done(request, results)


class AssignClaimsView(Bulk):
    """Ask an editor, or yourself, to rate each of the claims until the end of a day."""

    summary = "Assign many claims"
    allowed = may_assign
    asked = BulkAssignAsked
    receipt = ClaimsReceiptSerializer

    def act(self, request: Request, given: Values, **numbers: int) -> Done:
        editor = User.objects.filter(username=given["editor"]).first()
        if editor is None:
            raise serializers.ValidationError({"editor": "There is no such account."})
        results = bulk_assign(
            claim_ids=given["claims"],
            editor=editor,
            due=given.get("due"),
            **self.by(request),
        )
        return self.done(request, results)


def _stamp(claim: Values) -> str:
    return stamp({each["id"]: each["revision"] for each in claim["links"]})
