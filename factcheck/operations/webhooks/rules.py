"""Who may have webhooks, who may look after those of others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied
from django.db.models import Q

from factcheck.operations.models import User, Webhook

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser
    from django.db.models import QuerySet


def may_have_webhooks(user: User | AnonymousUser) -> bool:
    """Have webhooks of one's own: editors and above."""
    return user.is_active and user.has_perm("operations.add_webhook")


def may_administer_webhooks(user: User | AnonymousUser) -> bool:
    """See the webhooks of all, switch and delete them, allow private addresses."""
    return user.is_active and user.has_perm("operations.change_webhook")


def webhooks_visible_to(user: User | AnonymousUser) -> QuerySet[Webhook]:
    """One's own; those of all for an administrator; the oldest first."""
    rows = Webhook.objects.select_related("owner").order_by("pk")
    if may_administer_webhooks(user):
        return rows
    return rows.filter(owner=user.pk) if may_have_webhooks(user) else rows.none()


def require_owner(actor: User, webhook: Webhook) -> None:
    """Raise PermissionDenied unless the webhook is the actor's own."""
    if webhook.owner_id != actor.pk or not may_have_webhooks(actor):
        raise PermissionDenied("This webhook is not yours.")


def require_care(actor: User, webhook: Webhook) -> None:
    """Raise PermissionDenied unless it is the actor's own or they administer all."""
    if not may_administer_webhooks(actor):
        require_owner(actor, webhook)


def allowed_listeners() -> list[Webhook]:
    """The webhooks that are on, of people who may have them now."""
    on = Webhook.objects.filter(Q(disabled_at=None), owner__is_active=True)
    rows = on.select_related("owner").order_by("pk")
    return [row for row in rows if may_have_webhooks(row.owner)]
