"""Webhooks of all, to look at; an administrator allows one to lie in the house."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import admin

from factcheck.operations.admin.audited import ReadOnlyAdmin, person_of
from factcheck.operations.models import Webhook, WebhookDelivery
from factcheck.operations.webhooks.services import webhook_allow_private

if TYPE_CHECKING:
    from django.http import HttpRequest

SHOWN = (
    "owner",
    "name",
    "address",
    "events",
    "failures",
    "disabled_at",
    "disabled_reason",
    "created_at",
)


@admin.register(Webhook)
class WebhookAdmin(ReadOnlyAdmin):
    """Their owners make them (/settings/webhooks/). The secret is not shown."""

    list_display = ["__str__", "owner", "allow_private", "failures", "disabled_at"]
    list_select_related = ["owner"]
    list_filter = ["allow_private", "disabled_at"]
    search_fields = ["name", "url", "owner__username"]
    fields = ["allow_private", *SHOWN]
    readonly_fields = list(SHOWN)

    @admin.display(description="url")
    def address(self, webhook: Webhook) -> str:
        """As text: a POST is expected there, no visitor."""
        return webhook.url

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return request.user.has_perm("operations.change_webhook")

    def save_model(
        self, request: HttpRequest, obj: Webhook, form: Any, change: Any
    ) -> None:
        """The switch is the one field that can be changed."""
        webhook = Webhook.objects.get(pk=obj.pk)
        webhook_allow_private(
            actor=person_of(request),
            webhook=webhook,
            allow=form.cleaned_data["allow_private"],
        )


@admin.register(WebhookDelivery)
class DeliveryAdmin(ReadOnlyAdmin):
    """Every message, and what came of its last attempt."""

    list_display = ["id", "webhook", "event", "state", "attempts", "last_at"]
    list_select_related = ["webhook"]
    list_filter = ["state", "event"]
    search_fields = ["webhook__name", "webhook__url"]
    raw_id_fields = ["entry"]
    fields = [
        "webhook",
        "event",
        "state",
        "attempts",
        "next_at",
        "last_at",
        "response",
    ]
