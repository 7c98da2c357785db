"""What people do with webhooks: who may, what is refused, what the audit tells."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from factcheck.operations.models import (
    AuditEntry,
    User,
    Webhook,
    WebhookDelivery,
)
from factcheck.operations.roles import Role
from factcheck.operations.webhooks import services
from factcheck.operations.webhooks.events import EVENTS
from factcheck.operations.webhooks.rotation import webhook_rotate
from factcheck.operations.webhooks.rules import webhooks_visible_to
from factcheck.operations.webhooks.services import (
    MOST_WEBHOOKS,
    delivery_replay,
    webhook_allow_private,
    webhook_change,
    webhook_create,
    webhook_delete,
    webhook_ping,
)
from tests.factories import DeliveryFactory, UserFactory, WebhookFactory

pytestmark = pytest.mark.django_db

URL = "https://desk.example/hook?key=hidden"
EDITORS = (Role.EDITOR, Role.SENIOR_EDITOR, Role.CURATOR, Role.ADMINISTRATOR)
State = WebhookDelivery.State


def public(_host: str, _port: int) -> list[str]:
    return ["93.184.216.34"]


def private(_host: str, _port: int) -> list[str]:
    return ["10.1.2.3"]


@pytest.fixture
def editor() -> User:
    return UserFactory(role=Role.EDITOR)


@pytest.fixture
def admin() -> User:
    return UserFactory(role=Role.ADMINISTRATOR)


def create(actor: User, **more: Any) -> Webhook:
    wanted = {"url": URL, "events": ["link.decided"], "resolve": public, **more}
    return webhook_create(actor=actor, **wanted)


@pytest.mark.parametrize("role", EDITORS)
def test_editors_and_above_have_webhooks(role: Role) -> None:
    webhook = create(UserFactory(role=role), name="  desk   tool ")
    webhook.refresh_from_db()
    assert (webhook.name, webhook.url, webhook.events) == (
        "desk tool",
        URL,
        ["link.decided"],
    )
    assert webhook.secret.startswith("whsec_")
    assert webhook.disabled_at is None
    assert not webhook.allow_private


def test_readers_have_none() -> None:
    with pytest.raises(PermissionDenied):
        create(UserFactory(role=Role.READER))
    with pytest.raises(PermissionDenied):
        create(UserFactory(role=Role.EDITOR, is_active=False))
    assert not Webhook.objects.exists()


def test_no_two_have_one_secret(editor: User) -> None:
    assert create(editor).secret != create(editor).secret


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"events": []}, "events"),
        ({"events": ["link.decided", "link.guessed"]}, "events"),
        ({"name": "n" * 101}, "name"),
        ({"url": ""}, "url"),
        ({"url": "https://desk.example/" + "x" * 2_000}, "url"),
        ({"url": "ftp://desk.example/"}, "url"),
        ({"url": "http://desk.example/"}, "url"),
        ({"url": "https://me:word@desk.example/"}, "url"),
        ({"url": "https://desk.example:22/"}, "url"),
        ({"resolve": private}, "url"),
        ({"resolve": lambda _host, _port: ["93.184.216.34", "127.0.0.1"]}, "url"),
        ({"resolve": lambda _host, _port: ["169.254.169.254"]}, "url"),
        ({"resolve": lambda _host, _port: []}, "url"),
        ({"url": "ftp://desk.example/", "enabled": False}, "url"),
    ],
)
def test_what_is_refused(editor: User, more: dict[str, Any], field: str) -> None:
    with pytest.raises(ValidationError) as refused:
        create(editor, **more)
    assert list(refused.value.message_dict) == [field]
    assert not Webhook.objects.exists()
    assert not AuditEntry.objects.exists()


def test_events_are_kept_in_one_order_and_once(editor: User) -> None:
    webhook = create(editor, events=[*reversed(EVENTS), EVENTS[0]])
    assert webhook.events == list(EVENTS)


def test_there_is_a_limit(editor: User) -> None:
    for _ in range(MOST_WEBHOOKS):
        WebhookFactory(owner=editor)
    with pytest.raises(ValidationError, match=str(MOST_WEBHOOKS)):
        create(editor)


def test_the_way_to_a_private_address(editor: User, admin: User) -> None:
    """Refused; made switched off; allowed; switched on."""
    with pytest.raises(ValidationError, match="administrator"):
        create(editor, resolve=private)
    with pytest.raises(PermissionDenied):
        create(editor, resolve=private, allow_private=True)
    webhook = create(editor, url="http://tool.desk/", enabled=False)
    assert webhook.disabled_at is not None
    with pytest.raises(ValidationError, match="administrator"):
        webhook_change(actor=editor, webhook=webhook, enabled=True, resolve=private)
    with pytest.raises(PermissionDenied):
        webhook_allow_private(actor=editor, webhook=webhook, allow=True)
    webhook_allow_private(actor=admin, webhook=webhook, allow=True, reason="our own")
    webhook_change(actor=editor, webhook=webhook, enabled=True, resolve=private)
    webhook.refresh_from_db()
    assert webhook.allow_private
    assert webhook.disabled_at is None
    entry = AuditEntry.objects.get(verb="webhook.allow_private")
    assert (entry.before, entry.after, entry.reason) == (
        {"allow_private": False},
        {"allow_private": True},
        "our own",
    )


def test_an_administrator_makes_one_of_their_own(admin: User) -> None:
    assert create(admin, resolve=private, allow_private=True).allow_private


@pytest.mark.parametrize(
    ("url", "keeps"),
    [
        ("http://tool.desk/other", True),
        ("http://tool.desk:9000/", False),
        ("http://db.desk/", False),
    ],
)
def test_leave_is_for_one_host(admin: User, url: str, *, keeps: bool) -> None:
    """Or an owner could point an allowed webhook at anything inside the house."""
    webhook = WebhookFactory(owner=admin, url="http://tool.desk/", allow_private=True)
    change = {"actor": admin, "webhook": webhook, "url": url, "resolve": private}
    if keeps:
        webhook_change(**change)
    else:
        with pytest.raises(ValidationError):
            webhook_change(**change)
        Webhook.objects.update(disabled_at=timezone.now())
        webhook.refresh_from_db()
        webhook_change(**change | {"webhook": webhook})
    webhook.refresh_from_db()
    assert (webhook.url, webhook.allow_private) == (url, keeps)


def test_changes_are_told_by_what_changed(editor: User) -> None:
    webhook = create(editor)
    webhook_change(actor=editor, webhook=webhook, name="x", events=["rating.added"])
    entry = AuditEntry.objects.get(verb="webhook.change")
    assert entry.before == {"name": "", "events": ["link.decided"]}
    assert entry.after == {"name": "x", "events": ["rating.added"]}
    webhook_change(actor=editor, webhook=webhook, name="x", resolve=private)
    assert AuditEntry.objects.filter(verb="webhook.change").count() == 1


def test_neither_secret_nor_address_is_in_the_audit(editor: User) -> None:
    webhook = create(editor)
    first = webhook.secret
    webhook_rotate(actor=editor, webhook=webhook)
    webhook_change(
        actor=editor,
        webhook=webhook,
        url="https://two.example/key-hidden",
        resolve=public,
    )
    webhook_delete(actor=editor, webhook=webhook)
    told = json.dumps([[e.before, e.after, e.reason] for e in AuditEntry.objects.all()])
    assert "two.example" in told
    for hidden in (first, webhook.secret, "hidden"):
        assert hidden not in told
    assert list(AuditEntry.objects.order_by("pk").values_list("verb", flat=True)) == [
        "webhook.create",
        "webhook.rotate",
        "webhook.change",
        "webhook.delete",
    ]


def acts(delivery: WebhookDelivery) -> dict[str, Any]:
    webhook = delivery.webhook
    return {
        "change": lambda who: webhook_change(actor=who, webhook=webhook, name="y"),
        "rotate": lambda who: webhook_rotate(actor=who, webhook=webhook),
        "off": lambda who: webhook_change(actor=who, webhook=webhook, enabled=False),
        "ping": lambda who: webhook_ping(actor=who, webhook=webhook),
        "replay": lambda who: delivery_replay(actor=who, delivery=delivery),
        "delete": lambda who: webhook_delete(actor=who, webhook=webhook),
    }


@pytest.mark.parametrize(
    "name", ["change", "rotate", "off", "ping", "replay", "delete"]
)
@pytest.mark.parametrize("who", ["owner", "administrator", "another", "demoted"])
def test_who_may_what(admin: User, name: str, who: str) -> None:
    delivery = DeliveryFactory(state=State.FAILED)
    owner = delivery.webhook.owner
    actor = {
        "owner": owner,
        "administrator": admin,
        "another": UserFactory(role=Role.CURATOR),
        "demoted": owner,
    }[who]
    if who == "demoted":
        owner.groups.clear()
    allowed = who == "owner" or (
        who == "administrator" and name not in {"change", "rotate"}
    )
    act = acts(delivery)[name]
    if allowed:
        act(actor)
        assert AuditEntry.objects.filter(actor=actor).count() == 1
    else:
        with pytest.raises(PermissionDenied):
            act(actor)
        assert not AuditEntry.objects.filter(actor=actor).exists()


def test_who_sees_which(editor: User, admin: User) -> None:
    mine, other = WebhookFactory(owner=editor), WebhookFactory()
    assert list(webhooks_visible_to(editor)) == [mine]
    assert list(webhooks_visible_to(admin)) == [mine, other]
    assert list(webhooks_visible_to(UserFactory(role=Role.READER))) == []
    editor.groups.clear()
    assert list(webhooks_visible_to(User.objects.get(pk=editor.pk))) == []


def test_switching_on_forgets_the_failures_and_looks_again(editor: User) -> None:
    webhook = WebhookFactory(
        owner=editor, disabled_at=timezone.now(), disabled_reason="r", failures=9
    )
    with pytest.raises(ValidationError):
        webhook_change(actor=editor, webhook=webhook, enabled=True, resolve=private)
    webhook_change(actor=editor, webhook=webhook, enabled=True, resolve=public)
    webhook.refresh_from_db()
    assert (webhook.disabled_at, webhook.disabled_reason, webhook.failures) == (
        None,
        "",
        0,
    )
    webhook_change(actor=editor, webhook=webhook, enabled=True, resolve=private)
    assert AuditEntry.objects.get(verb="webhook.change").after == {"on": True}


@pytest.mark.parametrize("state", State)
def test_only_what_is_finished_is_sent_again(state: str) -> None:
    delivery = DeliveryFactory(state=state, attempts=3)
    owner = delivery.webhook.owner
    if state == State.WAITING:
        with pytest.raises(ValidationError, match="waits"):
            delivery_replay(actor=owner, delivery=delivery)
        return
    again = delivery_replay(actor=owner, delivery=delivery)
    assert (again.state, again.attempts) == (State.WAITING, 0)
    assert again.next_at <= timezone.now()


def test_nothing_is_replayed_while_it_is_off() -> None:
    delivery = DeliveryFactory(state=State.FAILED)
    Webhook.objects.update(disabled_at=timezone.now())
    delivery.webhook.refresh_from_db()
    with pytest.raises(ValidationError, match="switched off"):
        delivery_replay(actor=delivery.webhook.owner, delivery=delivery)


def test_names_are_looked_up_before_the_transaction(
    editor: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A slow name server must not hold the lock of SQLite."""
    began = []
    real = services.transaction.atomic
    monkeypatch.setattr(
        services.transaction, "atomic", lambda: began.append(1) or real()
    )

    def resolve(host: str, port: int) -> list[str]:
        assert began == []
        return public(host, port)

    create(editor, resolve=resolve)
    assert began
