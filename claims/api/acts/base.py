"""An act: POST to an address of its own; a service does it, a receipt answers.

    class Merge(Act):
        summary, allowed, asked, receipt = …
        def act(self, request, given, pk): → Done(target, {…})

Asked in this order: account and scope (401, 403), the role (403), the body (400), the
state that it was decided on (428, 412), the service (400, 409). All of an act is one
transaction with its entry; so is, with an Idempotency-Key, the answer that is kept.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.db import models, transaction
from django.shortcuts import get_object_or_404
from drf_spectacular.openapi import AutoSchema
from drf_spectacular.utils import OpenApiParameter
from rest_framework import serializers, status
from rest_framework.response import Response
from rest_framework.views import APIView

from claims.api.acts.asked import NothingAsked
from claims.api.conflict import refusals
from claims.engine import Engine, load_engine
from claims.permissions import require
from claims.store.locks import lock_linking
from factcheck.operations.api.scopes import person_of, token_of
from factcheck.operations.etags import PreconditionRequired, etag_of, require_match
from factcheck.operations.models import AuditEntry
from factcheck.operations.tokens import READ, REVIEW

if TYPE_CHECKING:
    from rest_framework.request import Request

Values = dict[str, Any]
IF_MATCH = "If-Match"
# Numbers in an address beside that of the object.
NUMBERS: Mapping[str, str] = {
    "statement": "number of a statement of the claim",
    "assignment": "number of the assignment",
}


@dataclass(frozen=True, slots=True)
class Done:
    """What came of an act.

    target   what the entry is about; None for what leaves none
    told     the values of the receipt
    headers  of the answer
    """

    target: models.Model | None
    told: Values = field(default_factory=dict)
    headers: dict[str, str] = field(default_factory=dict)


class ReceiptSerializer(serializers.Serializer[Any]):
    """What every receipt ends with."""

    change = serializers.IntegerField(
        allow_null=True,
        help_text="number of the entry that tells of it; null: none was written",
    )


class ActSchema(AutoSchema):
    """An act for the OpenAPI document, from what its class says."""

    view: Any

    def get_summary(self) -> str:
        return str(self._told("summary"))

    def get_description(self) -> str:  # type: ignore[override]
        return str(self.view.__doc__ or "")

    def get_request_serializer(self) -> Any:
        return self._told("asked")

    def get_response_serializers(self) -> Any:
        if self.method == "GET":
            return {status.HTTP_200_OK: self.view.shown}
        return {self.view.code: self.view.receipt}

    def get_override_parameters(self) -> list[Any]:
        told = [
            OpenApiParameter(name, int, OpenApiParameter.PATH, description=words)
            for name, words in NUMBERS.items()
            if f"{{{name}}}" in self.path
        ]
        if self.method == "POST" and self.view.preconditions:
            told.append(
                OpenApiParameter(
                    IF_MATCH,
                    str,
                    OpenApiParameter.HEADER,
                    description=self.view.preconditions,
                )
            )
        return told

    def _told(self, name: str) -> Any:
        if self.method == "GET":
            name = {"summary": "shown_summary"}.get(name, name)
        return getattr(self.view, name)


class Act(APIView):
    """See the module.

    one_commit  the act is one transaction, and nothing slow happens in it
    uses_engine it is loaded before the transaction begins
    preconditions  what If-Match is for, where the act asks for it
    """

    schema = ActSchema()
    write_scope: Any = REVIEW
    one_commit = True
    uses_engine = False
    summary = ""
    preconditions = ""
    allowed: Any  # a predicate of claims.permissions
    asked: Any = NothingAsked
    receipt = ReceiptSerializer
    shown: Any = None  # the shape of the answer to GET, of the few that have one
    code = int(status.HTTP_200_OK)

    def check_permissions(self, request: Request) -> None:
        """The role as well: who may not act is not told what is wrong with the body."""
        super().check_permissions(request)
        if request.method in {"GET", "HEAD", "POST"}:
            self.require_role(request)

    @classmethod
    def require_role(cls, request: Request) -> None:
        """Raises PermissionDenied, naming the act."""
        require(cls.allowed, person_of(request))

    def post(self, request: Request, **numbers: int) -> Response:
        given = self.asked(data=request.data)
        given.is_valid(raise_exception=True)
        if self.uses_engine:
            load_engine()
        with refusals():
            if self.one_commit:
                with transaction.atomic():
                    answer = self._answer(request, given.validated_data, numbers)
            else:
                answer = self._answer(request, given.validated_data, numbers)
        return answer

    def _answer(
        self, request: Request, given: Values, numbers: Mapping[str, int]
    ) -> Response:
        done = self.act(request, given, **numbers)
        told = {"change": entry_of(request, done.target), **done.told}
        return Response(self.receipt(told).data, self.code, headers=done.headers)

    def act(self, request: Request, given: Values, **numbers: int) -> Done:
        """Do it. Raises Http404 and what the service raises."""
        raise NotImplementedError

    def by(self, request: Request) -> Values:
        """Who acts, as every service takes it."""
        return {"actor": person_of(request), "token": token_of(request)}

    def engine(self) -> Engine:
        """Loaded once a process."""
        return load_engine()


def entry_of(request: Request, target: models.Model | None) -> int | None:
    """The number of the newest entry of who acts about the object."""
    if target is None:
        return None
    entries = AuditEntry.objects.filter(
        target_type=target._meta.label_lower,
        target_id=str(target.pk),
        actor=person_of(request),
        parent=None,
    )
    return entries.order_by("-id").values_list("pk", flat=True).first()


def found(rows: Any, pk: int) -> Any:
    """The row; raises Http404."""
    return get_object_or_404(rows, pk=pk)


def seen(
    request: Request, viewset: type[Any], pk: int, *, otherwise: bool = False
) -> bool:
    """Go on only if the object is as who acts has seen it; whether If-Match said so.

    otherwise  the body says it as well, so the header may be missing
    Nobody else links until the transaction ends. Raises PreconditionRequired (428) and
    PreconditionFailed (412).
    """
    lock_linking()
    if IF_MATCH not in request.headers:
        if otherwise:
            return False
        raise PreconditionRequired
    require_match(request, etag_now(request, viewset, pk), must=True)
    return True


def etag_now(request: Request, viewset: type[Any], pk: int) -> str:
    """The ETag with which a plain GET of the object answers who acts."""
    view = viewset(action="retrieve", format_kwarg=None, args=(), kwargs={"pk": pk})
    view.request = request
    return etag_of(view.representation(view.get_object()))


def tagged(request: Request, viewset: type[Any], pk: int) -> dict[str, str]:
    """The ETag of the object after the act; none for a token that may not read it."""
    token = token_of(request)
    if token is not None and READ not in token.scopes:
        return {}
    return {"ETag": etag_now(request, viewset, pk)}
