"""Taking an act back: what was before is written again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rest_framework import serializers

from claims.api.acts.asked import ReasonAsked
from claims.api.acts.base import Act, Done, ReceiptSerializer, Values, found
from claims.permissions import may_read_history
from claims.selectors.entries import entries_visible_to
from claims.services.undo import entry_undo
from factcheck.operations.api.scopes import person_of, token_of
from factcheck.operations.models import AuditEntry
from factcheck.operations.tokens import CURATE, REVIEW, token_allows

if TYPE_CHECKING:
    from rest_framework.request import Request

# What is decided on links, and where a verdict from elsewhere stands, is taken back
# with the scope by which it is done; all else that can be taken back is curation.
REVIEWED = (
    "link.",
    "comparison.",
    "bulk.",
    "outsideverdict.attach",
    "outsideverdict.detach",
)


class UndoReceiptSerializer(ReceiptSerializer):
    """The act that was taken back. change: the entry of taking it back."""

    undone = serializers.IntegerField()
    verb = serializers.CharField()
    target_type = serializers.CharField()
    target_id = serializers.CharField()


class UndoView(Act):
    """Take an act back, and of an act on many objects all of it.

    The scope is that of the act itself, and so is the role. 409: it was taken back
    already, cannot be, or what it left has changed since; `current` says to what.
    """

    summary = "Take an act back"
    allowed = may_read_history
    asked = ReasonAsked
    receipt = UndoReceiptSerializer
    # Which of the two it takes is known with the entry.
    write_scope = (REVIEW, CURATE)

    def act(self, request: Request, given: Values, **numbers: int) -> Done:
        # What is blind to the actor is not there.
        entry: AuditEntry = found(entries_visible_to(person_of(request)), numbers["pk"])
        token = token_of(request)
        if token is not None and not token_allows(token, scope_of(entry)):
            self.permission_denied(request, message=f"Needs {scope_of(entry)}.")
        undone = entry_undo(
            entry=entry, reason=given.get("reason", ""), **self.by(request)
        )
        told = {
            "change": undone.pk,
            "undone": entry.pk,
            "verb": entry.verb,
            "target_type": entry.target_type,
            "target_id": entry.target_id,
        }
        return Done(None, told)


def scope_of(entry: AuditEntry) -> str:
    """The scope by which the act of the entry is done."""
    return REVIEW if entry.verb.startswith(REVIEWED) else CURATE
