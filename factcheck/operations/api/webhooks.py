"""/webhooks/: who is told of what happens, how it went, and once more if it must."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django_filters import rest_framework as filters
from drf_spectacular.utils import (
    OpenApiParameter,
    extend_schema,
    extend_schema_view,
)
from rest_framework import mixins, serializers, status
from rest_framework.decorators import action
from rest_framework.generics import get_object_or_404
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from factcheck.operations.api.filters import Filters, WordsFilter
from factcheck.operations.api.reads import Reads
from factcheck.operations.api.scopes import TokenScope, person_of, token_of
from factcheck.operations.api.webhook_shapes import (
    HOUR,
    ChangesSerializer,
    DeliverySerializer,
    NewWebhookSerializer,
    RotationSerializer,
    SecretSerializer,
    WebhookSerializer,
)
from factcheck.operations.etags import etag_of, require_match
from factcheck.operations.models import Webhook, WebhookDelivery
from factcheck.operations.tokens import CURATE, READ, token_allows
from factcheck.operations.webhooks.delivery import deliver_now
from factcheck.operations.webhooks.events import EVENTS, PING
from factcheck.operations.webhooks.rotation import old_secret_end, webhook_rotate
from factcheck.operations.webhooks.rules import may_have_webhooks, webhooks_visible_to
from factcheck.operations.webhooks.services import (
    delivery_replay,
    webhook_change,
    webhook_create,
    webhook_delete,
    webhook_ping,
)


class MayHaveWebhooks(BasePermission):
    """Editors and above; a token reads as well: what is sent is what it could read."""

    message = "Webhooks are for editors, and for tokens that may read."

    def has_permission(self, request: Request, view: APIView) -> bool:
        token = token_of(request)
        return may_have_webhooks(request.user) and (
            token is None or token_allows(token, READ)
        )


class WebhookFilter(Filters):
    """owner."""

    owner = WordsFilter(field_name="owner__username", label="whose, for administrators")

    class Meta:
        model = Webhook
        fields: list[str] = []


class DeliveryFilter(Filters):
    """state, event."""

    state = filters.ChoiceFilter(
        choices=WebhookDelivery.State.choices, label="how far it is"
    )
    event = filters.ChoiceFilter(
        choices=[(event, event) for event in (*EVENTS, PING)], label="what is told"
    )

    class Meta:
        model = WebhookDelivery
        fields: list[str] = []


@extend_schema_view(
    list=extend_schema(summary="Your webhooks"),
    retrieve=extend_schema(summary="A webhook of yours"),
    destroy=extend_schema(summary="Delete a webhook with its log"),
)
class WebhookViewSet(mixins.DestroyModelMixin, Reads[Webhook]):
    """Your webhooks; an administrator sees those of all."""

    queryset = Webhook.objects.none()
    serializer_class = WebhookSerializer
    filterset_class = WebhookFilter
    permission_classes = [TokenScope, MayHaveWebhooks]
    write_scope = CURATE
    # A name is looked up, or a message sent, before there is an answer: no transaction
    # stays open for as long as somebody else's server takes.
    one_commit = False

    def get_queryset(self) -> QuerySet[Webhook]:
        """Those that one may see."""
        return webhooks_visible_to(self.request.user)

    @extend_schema(
        summary="Make a webhook",
        request=NewWebhookSerializer,
        responses={status.HTTP_201_CREATED: SecretSerializer},
    )
    def create(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Make a webhook of your own; `secret` is shown only in this answer.

        An address in a private network is refused. Make it with `enabled` false and ask
        an administrator to allow it.
        """
        asked = NewWebhookSerializer(data=request.data)
        asked.is_valid(raise_exception=True)
        try:
            webhook = webhook_create(
                actor=person_of(request),
                token=token_of(request),
                **asked.validated_data,
            )
        except ValidationError as error:
            raise refusal(error) from error
        return Response(SecretSerializer(webhook).data, status.HTTP_201_CREATED)

    @extend_schema(
        summary="Change a webhook, switch it on or off",
        request=ChangesSerializer,
        responses=WebhookSerializer,
    )
    def partial_update(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Change what is sent. Another host needs anew what an administrator allowed.

        What waited while it was off is sent once it is on.
        """
        webhook = self.get_object()
        require_match(request, etag_of(self.representation(webhook)), must=False)
        asked = ChangesSerializer(data=request.data)
        asked.is_valid(raise_exception=True)
        try:
            webhook_change(
                actor=person_of(request),
                webhook=webhook,
                token=token_of(request),
                **asked.validated_data,
            )
        except ValidationError as error:
            raise refusal(error) from error
        return Response(WebhookSerializer(webhook).data)

    def perform_destroy(self, instance: Webhook) -> None:
        """With its entry in the audit."""
        require_match(self.request, etag_of(self.representation(instance)), must=False)
        webhook_delete(
            actor=person_of(self.request),
            webhook=instance,
            token=token_of(self.request),
        )

    @extend_schema(summary="Send a test", request=None, responses=DeliverySerializer)
    @action(detail=True, methods=["post"], url_path="test")
    def test(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Send a `webhook.ping` at once, also while it is off; `log` tells how it went.

        It is tried once, and a failure counts for nothing.
        """
        row = webhook_ping(
            actor=person_of(request),
            webhook=self.get_object(),
            token=token_of(request),
        )
        deliver_now(row.pk, payload_of=_nothing)
        row.refresh_from_db()
        return Response(DeliverySerializer(row).data)

    @extend_schema(
        summary="Give a webhook another secret",
        request=RotationSerializer,
        responses=SecretSerializer,
    )
    @action(detail=True, methods=["post"], url_path="rotate-secret")
    def rotate_secret(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """The old secret signs as well for `overlap_hours`, a day unless you say more.

        `secret` is shown only in this answer. Of a secret that signed beside the old
        one until now, nothing is left.
        """
        webhook = self.get_object()
        asked = RotationSerializer(data=request.data)
        asked.is_valid(raise_exception=True)
        webhook_rotate(
            actor=person_of(request),
            webhook=webhook,
            overlap=asked.validated_data["overlap_hours"] * HOUR,
            token=token_of(request),
        )
        return Response(SecretSerializer(webhook).data)

    @extend_schema(
        summary="End the old secret of a webhook now",
        request=None,
        responses=WebhookSerializer,
    )
    @action(detail=True, methods=["post"], url_path="end-old-secret")
    def end_old_secret(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """The receiver knows the new one: from now on it signs alone."""
        try:
            webhook = old_secret_end(
                actor=person_of(request),
                webhook=self.get_object(),
                token=token_of(request),
            )
        except ValidationError as error:
            raise refusal(error) from error
        return Response(WebhookSerializer(webhook).data)


WEBHOOK = OpenApiParameter(
    "webhook", int, OpenApiParameter.PATH, description="number of the webhook"
)


@extend_schema_view(
    list=extend_schema(
        summary="The messages of a webhook, the newest first", parameters=[WEBHOOK]
    ),
    retrieve=extend_schema(summary="A message of a webhook", parameters=[WEBHOOK]),
)
class DeliveryViewSet(Reads[WebhookDelivery]):
    """What was sent, is being tried, or was given up; kept for thirty days."""

    queryset = WebhookDelivery.objects.none()
    serializer_class = DeliverySerializer
    filterset_class = DeliveryFilter
    permission_classes = [TokenScope, MayHaveWebhooks]
    order = "-id"
    write_scope = CURATE

    def get_queryset(self) -> QuerySet[WebhookDelivery]:
        """Those of the webhook in the address, if one may see it."""
        seen = webhooks_visible_to(self.request.user)
        webhook = get_object_or_404(seen, pk=self.kwargs["webhook"])
        return WebhookDelivery.objects.filter(webhook=webhook)

    @extend_schema(
        summary="Send a message once more",
        parameters=[WEBHOOK],
        request=None,
        responses={status.HTTP_202_ACCEPTED: DeliverySerializer},
    )
    @action(detail=True, methods=["post"])
    def replay(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Have a worker send it again, with the id that it had. Not while it waits."""
        row = self.get_object()
        try:
            again = delivery_replay(
                actor=person_of(request), delivery=row, token=token_of(request)
            )
        except ValidationError as error:
            raise refusal(error) from error
        return Response(DeliverySerializer(again).data, status.HTTP_202_ACCEPTED)


def _nothing(*_: object) -> None:
    """A test tells of nothing that has happened."""


def refusal(error: ValidationError) -> serializers.ValidationError:
    """As the API tells it: by field where it is about one."""
    return serializers.ValidationError(
        error.message_dict if hasattr(error, "error_dict") else error.messages
    )
