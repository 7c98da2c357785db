"""What people do with webhooks, each act with its entry in the audit.

An entry names the host and never the whole address, which may hold a key of the other
side, and never the secret. Names are looked up before the transaction begins: a slow
name server must not keep other writers waiting.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from factcheck.operations.audit import audit
from factcheck.operations.models import Token, User, Webhook, WebhookDelivery
from factcheck.operations.network import (
    AddressRefused,
    NotAnswered,
    Resolve,
    check_address,
)
from factcheck.operations.webhooks.events import EVENTS, PING
from factcheck.operations.webhooks.rules import (
    may_administer_webhooks,
    may_have_webhooks,
    require_care,
    require_owner,
)
from factcheck.operations.webhooks.signing import new_secret

# Of one person. A tool needs one; more than these are a script that makes them.
MOST_WEBHOOKS = 20
NAME_CHARACTERS = 100
URL_CHARACTERS = 2_000

# Stored as they are here, translated where they are shown.
NOT_YET_ON = gettext_noop("Not yet switched on.")
BY_HAND = gettext_noop("Switched off by hand.")

State = WebhookDelivery.State


def webhook_create(
    *,
    actor: User,
    url: str,
    events: Collection[str],
    name: str = "",
    enabled: bool = True,
    allow_private: bool = False,
    token: Token | None = None,
    request_id: str = "",
    resolve: Resolve | None = None,
) -> Webhook:
    """Make a webhook; its secret, made here, is shown to nobody but the owner now.

    enabled  off: its address may be looked at by an administrator first
    Raises PermissionDenied; ValidationError by field.
    """
    if not may_have_webhooks(actor):
        raise PermissionDenied("You may not have webhooks.")
    if allow_private and not may_administer_webhooks(actor):
        raise PermissionDenied("Only an administrator allows a private address.")
    name, url, chosen = _name(name), _url(url), _events(events)
    if enabled:
        _reachable(url, allow_private=allow_private, resolve=resolve)
    else:
        _sendable(url)
    with transaction.atomic():
        if Webhook.objects.filter(owner=actor).count() >= MOST_WEBHOOKS:
            raise ValidationError(
                _("You have %(number)d webhooks already: delete one first.")
                % {"number": MOST_WEBHOOKS}
            )
        webhook = Webhook.objects.create(
            owner=actor,
            name=name,
            url=url,
            events=chosen,
            secret=new_secret(),
            allow_private=allow_private,
            disabled_at=None if enabled else timezone.now(),
            disabled_reason="" if enabled else NOT_YET_ON,
        )
        audit(
            actor=actor,
            verb="webhook.create",
            target=webhook,
            after=_told(webhook),
            token=token,
            request_id=request_id,
        )
    return webhook


def webhook_change(
    *,
    actor: User,
    webhook: Webhook,
    name: str | None = None,
    url: str | None = None,
    events: Collection[str] | None = None,
    enabled: bool | None = None,
    token: Token | None = None,
    request_id: str = "",
    resolve: Resolve | None = None,
) -> Webhook:
    """Change what is given of a webhook; None = as it is.

    Leave to lie in a private network holds for the host it was given for: another host
    needs it anew. What waited while it was off is sent once it is on. An administrator
    switches the webhooks of others, and changes nothing else of them.
    Raises PermissionDenied; ValidationError by field.
    """
    if name is None and url is None and events is None:
        require_care(actor, webhook)
    else:
        require_owner(actor, webhook)
    wanted: dict[str, Any] = {}
    if name is not None:
        wanted["name"] = _name(name)
    if events is not None:
        wanted["events"] = _events(events)
    if url is not None and _url(url) != webhook.url:
        wanted["url"] = _url(url)
        if _origin(wanted["url"]) != _origin(webhook.url):
            wanted["allow_private"] = False
    is_on = webhook.disabled_at is None
    if enabled is not None and enabled != is_on:
        wanted |= _switched(on=enabled)
    if is_on if enabled is None else enabled:
        if "url" in wanted or not is_on:
            private = wanted.get("allow_private", webhook.allow_private)
            _reachable(
                wanted.get("url", webhook.url), allow_private=private, resolve=resolve
            )
    elif "url" in wanted:
        _sendable(wanted["url"])
    return _write(webhook, wanted, actor, "webhook.change", token, request_id)


def _switched(*, on: bool) -> dict[str, Any]:
    if on:
        return {"disabled_at": None, "disabled_reason": "", "failures": 0}
    return {"disabled_at": timezone.now(), "disabled_reason": BY_HAND}


def webhook_allow_private(
    *, actor: User, webhook: Webhook, allow: bool, reason: str = ""
) -> Webhook:
    """Say whether it may lie in a private network. Raises PermissionDenied."""
    if not may_administer_webhooks(actor):
        raise PermissionDenied("Only an administrator allows a private address.")
    wanted = {"allow_private": allow}
    return _write(webhook, wanted, actor, "webhook.allow_private", None, "", reason)


@transaction.atomic
def webhook_delete(
    *,
    actor: User,
    webhook: Webhook,
    token: Token | None = None,
    request_id: str = "",
) -> None:
    """Delete it with its log. Raises PermissionDenied."""
    require_care(actor, webhook)
    audit(
        actor=actor,
        verb="webhook.delete",
        target=webhook,
        before=_told(webhook),
        token=token,
        request_id=request_id,
    )
    Webhook.objects.filter(pk=webhook.pk).delete()


@transaction.atomic
def webhook_ping(
    *,
    actor: User,
    webhook: Webhook,
    token: Token | None = None,
    request_id: str = "",
) -> WebhookDelivery:
    """Write a test message; `delivery.deliver_now` sends it. Also while it is off."""
    require_care(actor, webhook)
    now = timezone.now()
    entry = audit(
        actor=actor,
        verb="webhook.ping",
        target=webhook,
        token=token,
        request_id=request_id,
    )
    return WebhookDelivery.objects.create(
        webhook=webhook, entry=entry, event=PING, next_at=now
    )


@transaction.atomic
def delivery_replay(
    *,
    actor: User,
    delivery: WebhookDelivery,
    token: Token | None = None,
    request_id: str = "",
) -> WebhookDelivery:
    """Send it once more, with the id that it had: a receiver knows it again.

    Raises PermissionDenied; ValidationError while it still waits, or its webhook is
    off.
    """
    webhook = delivery.webhook
    require_care(actor, webhook)
    if webhook.disabled_at is not None:
        raise ValidationError(_("The webhook is switched off."))
    now = timezone.now()
    finished = WebhookDelivery.objects.filter(pk=delivery.pk).exclude(
        state=State.WAITING
    )
    if not finished.update(state=State.WAITING, attempts=0, next_at=now):
        raise ValidationError(_("It still waits for its next attempt."))
    audit(
        actor=actor,
        verb="webhook.replay",
        target=webhook,
        after={"delivery": delivery.pk},
        token=token,
        request_id=request_id,
    )
    delivery.refresh_from_db()
    return delivery


@transaction.atomic
def _write(
    webhook: Webhook,
    wanted: dict[str, Any],
    actor: User,
    verb: str,
    token: Token | None,
    request_id: str,
    reason: str = "",
) -> Webhook:
    before = _told(webhook)
    if all(getattr(webhook, name) == value for name, value in wanted.items()):
        return webhook
    Webhook.objects.filter(pk=webhook.pk).update(**wanted)
    for name, value in wanted.items():
        setattr(webhook, name, value)
    after = _told(webhook)
    changed = [name for name in after if after[name] != before[name]]
    audit(
        actor=actor,
        verb=verb,
        target=webhook,
        before={name: before[name] for name in changed},
        after={name: after[name] for name in changed},
        reason=reason,
        token=token,
        request_id=request_id,
    )
    return webhook


def _told(webhook: Webhook) -> dict[str, Any]:
    return {
        "name": webhook.name,
        "host": urlsplit(webhook.url).hostname or "",
        "events": webhook.events,
        "on": webhook.disabled_at is None,
        "allow_private": webhook.allow_private,
    }


def _origin(url: str) -> tuple[str, str]:
    parts = urlsplit(url)
    return parts.scheme, parts.netloc.lower()


def _name(name: str) -> str:
    name = " ".join(name.split())
    if len(name) > NAME_CHARACTERS:
        raise ValidationError(
            {"name": _("At most %(count)d characters.") % {"count": NAME_CHARACTERS}}
        )
    return name


def _events(events: Collection[str]) -> list[str]:
    unknown = sorted(set(events) - set(EVENTS))
    if unknown:
        known = {"what": ", ".join(unknown), "known": ", ".join(EVENTS)}
        raise ValidationError(
            {"events": _("There is no event %(what)s; there are %(known)s.") % known}
        )
    if not events:
        raise ValidationError({"events": _("Choose at least one event.")})
    return [event for event in EVENTS if event in events]


def _url(url: str) -> str:
    url = url.strip()
    if len(url) > URL_CHARACTERS:
        raise ValidationError(
            {"url": _("At most %(count)d characters.") % {"count": URL_CHARACTERS}}
        )
    return url


def _sendable(url: str) -> None:
    """What can be told of an address without looking its name up."""
    _reachable(url, allow_private=True, resolve=lambda _host, _port: ["127.0.0.1"])


def _reachable(url: str, *, allow_private: bool, resolve: Resolve | None) -> None:
    """Raises ValidationError: nothing is sent there."""
    try:
        check_address(url, allow_private=allow_private, resolve=resolve)
    except AddressRefused as error:
        raise ValidationError({"url": _refusal(error)}) from error
    except NotAnswered as error:
        raise ValidationError({"url": str(error)}) from error
    if not allow_private and urlsplit(url).scheme.lower() != "https":
        raise ValidationError({"url": _("An address in the public net is https://.")})


def _refusal(error: AddressRefused) -> str:
    if not error.private:
        return str(error)
    return _(
        "%(reason)s An administrator can allow that: make the webhook switched off and "
        "ask for it."
    ) % {"reason": error}
