"""A webhook and its messages as they are told; what of a webhook may be asked for."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from factcheck.operations.api.asked import Asked
from factcheck.operations.models import Webhook, WebhookDelivery
from factcheck.operations.webhooks.delivery import message_id
from factcheck.operations.webhooks.events import EVENTS, PING
from factcheck.operations.webhooks.rotation import LONGEST_OVERLAP, USUAL_OVERLAP
from factcheck.operations.webhooks.services import NAME_CHARACTERS, URL_CHARACTERS

HOUR = timedelta(hours=1)


class WebhookSerializer(serializers.ModelSerializer[Webhook]):
    """A webhook without its secret.

    enabled: messages are sent; else disabled_reason says why not. failures: deliveries
    given up one after the other. allow_private: an administrator lets it lie in a
    private network. old_secret_until: so long the secret that it had signs as well;
    null: it does not.
    """

    owner = serializers.CharField(source="owner.username", read_only=True)
    enabled = serializers.SerializerMethodField()
    events = serializers.ListField(child=serializers.ChoiceField(choices=EVENTS))
    old_secret_until = serializers.SerializerMethodField()

    class Meta:
        model = Webhook
        fields = [
            "id",
            "owner",
            "name",
            "url",
            "events",
            "enabled",
            "disabled_at",
            "disabled_reason",
            "failures",
            "allow_private",
            "old_secret_until",
            "created_at",
        ]
        read_only_fields = fields

    def get_enabled(self, webhook: Webhook) -> bool:
        return webhook.disabled_at is None

    @extend_schema_field(serializers.DateTimeField(allow_null=True))
    def get_old_secret_until(self, webhook: Webhook) -> datetime | None:
        until = webhook.old_secret_until
        return until if until is not None and until > timezone.now() else None


class SecretSerializer(WebhookSerializer):
    """With the secret: shown only now."""

    secret = serializers.CharField(
        read_only=True, help_text="for verifying signatures; it is shown only now"
    )

    class Meta(WebhookSerializer.Meta):
        fields = [*WebhookSerializer.Meta.fields, "secret"]
        read_only_fields = fields


class ChangesSerializer(Asked):
    """What of a webhook can be changed."""

    name = serializers.CharField(
        max_length=NAME_CHARACTERS,
        allow_blank=True,
        required=False,
        help_text="what it is for",
    )
    url = serializers.CharField(
        max_length=URL_CHARACTERS,
        required=False,
        help_text="https://…; http:// only where a private network is allowed",
    )
    events = serializers.ListField(
        child=serializers.ChoiceField(choices=EVENTS),
        allow_empty=False,
        max_length=len(EVENTS),
        required=False,
        help_text="what it listens to",
    )
    enabled = serializers.BooleanField(
        required=False, help_text="on or off; switching on looks at the address again"
    )


class NewWebhookSerializer(ChangesSerializer):
    """What a webhook is made of."""

    url = serializers.CharField(
        max_length=URL_CHARACTERS,
        help_text="https://…; http:// only where a private network is allowed",
    )
    events = serializers.ListField(
        child=serializers.ChoiceField(choices=EVENTS),
        allow_empty=False,
        max_length=len(EVENTS),
        help_text="what it listens to",
    )
    allow_private = serializers.BooleanField(
        default=False, help_text="may lie in a private network; administrators alone"
    )


class AttemptSerializer(serializers.Serializer[Any]):
    """What came of one attempt. status: null where there was no answer."""

    at = serializers.DateTimeField(read_only=True)
    status = serializers.IntegerField(read_only=True, allow_null=True)
    body = serializers.CharField(read_only=True, help_text="how the answer begins")
    error = serializers.CharField(read_only=True)
    milliseconds = serializers.IntegerField(read_only=True)


class DeliverySerializer(serializers.ModelSerializer[WebhookDelivery]):
    """One message, and every attempt to deliver it. entry: of the audit, its cause."""

    event = serializers.ChoiceField(choices=[*EVENTS, PING], read_only=True)
    message = serializers.SerializerMethodField()
    log = serializers.SerializerMethodField()

    class Meta:
        model = WebhookDelivery
        fields = [
            "id",
            "event",
            "entry",
            "message",
            "state",
            "attempts",
            "next_at",
            "last_at",
            "log",
        ]
        read_only_fields = fields

    def get_message(self, delivery: WebhookDelivery) -> str:
        return message_id(delivery)

    @extend_schema_field(AttemptSerializer(many=True))
    def get_log(self, delivery: WebhookDelivery) -> Any:
        return delivery.response.get("attempts", [])


class RotationSerializer(Asked):
    """How long the old secret signs as well."""

    overlap_hours = serializers.IntegerField(
        min_value=0,
        max_value=LONGEST_OVERLAP // HOUR,
        default=USUAL_OVERLAP // HOUR,
        help_text="hours in which the old secret signs as well; 0: it ends at once",
    )
