"""What colleagues do around a claim: comment, follow, ask somebody to rate."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rest_framework import serializers, status

from claims.api.acts.asked import AssignAsked, CommentAsked
from claims.api.acts.base import Act, Done, ReceiptSerializer, Values, found
from claims.api.acts.curation import CLAIMS
from claims.models import Assignment
from claims.permissions import may_assign, may_comment
from claims.services.assign import assignment_take_back, claim_assign
from claims.services.comments import claim_comment
from claims.services.following import claim_follow, claim_unfollow
from factcheck.operations.api.scopes import person_of
from factcheck.operations.models import User

if TYPE_CHECKING:
    from rest_framework.request import Request


class CommentReceiptSerializer(ReceiptSerializer):
    """The comment as it is kept."""

    id = serializers.IntegerField()
    claim = serializers.IntegerField()
    round = serializers.IntegerField()
    body = serializers.CharField()
    at = serializers.DateTimeField()


class CommentView(Act):
    """Say something about the claim. You follow it from then on.

    Comments of a round are there for those who have rated in it, as ratings are.
    """

    summary = "Comment on a claim"
    allowed = may_comment
    asked = CommentAsked
    receipt = CommentReceiptSerializer
    code = status.HTTP_201_CREATED

    def act(self, request: Request, given: Values, **numbers: int) -> Done:
        claim = found(CLAIMS, numbers["pk"])
        made = claim_comment(claim=claim, body=given["body"], **self.by(request))
        told = {
            "id": made.pk,
            "claim": made.claim_id,
            "round": made.round,
            "body": made.body,
            "at": made.at,
        }
        return Done(claim, told)


class FollowReceiptSerializer(ReceiptSerializer):
    """Whether you follow the claim now; following leaves no entry."""

    claim = serializers.IntegerField()
    following = serializers.BooleanField()


class FollowView(Act):
    """Follow the claim: what happens to it is told to you."""

    summary = "Follow a claim"
    allowed = may_comment
    receipt = FollowReceiptSerializer
    following = True

    def act(self, request: Request, given: Values, **numbers: int) -> Done:
        claim = found(CLAIMS, numbers["pk"])
        change = claim_follow if self.following else claim_unfollow
        change(actor=person_of(request), claim=claim)
        return Done(None, {"claim": claim.pk, "following": self.following})


class UnfollowView(FollowView):
    """Follow the claim no longer."""

    summary = "Follow a claim no longer"
    following = False


class AssignmentReceiptSerializer(ReceiptSerializer):
    """Who is asked to rate the claim."""

    id = serializers.IntegerField()
    claim = serializers.IntegerField()
    editor = serializers.CharField()
    due = serializers.DateField(allow_null=True)
    done_at = serializers.DateTimeField(allow_null=True)


def _told(row: Assignment) -> dict[str, Any]:
    return {
        "id": row.pk,
        "claim": row.claim_id,
        "editor": row.editor.get_username(),
        "due": row.due,
        "done_at": row.done_at,
    }


class AssignView(Act):
    """Ask an editor, or yourself, to rate the claim until the end of a day.

    409: the editor has been asked already, or the claim is open no more.
    """

    summary = "Assign a claim"
    allowed = may_assign
    asked = AssignAsked
    receipt = AssignmentReceiptSerializer
    code = status.HTTP_201_CREATED

    def act(self, request: Request, given: Values, **numbers: int) -> Done:
        claim = found(CLAIMS, numbers["pk"])
        editor = User.objects.filter(username=given["editor"]).first()
        if editor is None:
            raise serializers.ValidationError({"editor": "There is no such account."})
        made = claim_assign(
            claim=claim, editor=editor, due=given.get("due"), **self.by(request)
        )
        return Done(claim, _told(made))


class TakeBackView(Act):
    """End an assignment without a rating: who was asked, who asked, a senior editor."""

    summary = "Take an assignment back"
    allowed = may_assign
    receipt = AssignmentReceiptSerializer

    def act(self, request: Request, given: Values, **numbers: int) -> Done:
        claim = found(CLAIMS, numbers["pk"])
        row = found(Assignment.objects.filter(claim=claim), numbers["assignment"])
        return Done(
            claim,
            _told(assignment_take_back(assignment=row, **self.by(request))),
        )
