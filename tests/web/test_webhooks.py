"""`/settings/webhooks/`: the same by page, and the administrator's switch."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from factcheck.operations.models import AuditEntry, User, Webhook, WebhookDelivery
from factcheck.operations.network import exchange
from factcheck.operations.notices import notify
from factcheck.operations.roles import Role
from tests.factories import (
    AuditEntryFactory,
    DeliveryFactory,
    UserFactory,
    WebhookFactory,
)
from tests.receiver import Receiver, receiver

__all__ = ["receiver"]

pytestmark = pytest.mark.django_db

LIST = "/settings/webhooks/"
WANTED = {
    "name": "desk tool",
    "url": "https://desk.example/hook",
    "events": ["link.decided", "rating.added"],
    "enabled": "on",
}


@pytest.fixture(autouse=True)
def _names(monkeypatch: pytest.MonkeyPatch) -> None:
    def look_up(host: str, port: int) -> list[str]:
        return [host] if host[0].isdigit() else ["93.184.216.34"]

    monkeypatch.setattr(exchange, "look_up", look_up)


@pytest.fixture
def ada(client: Client) -> User:
    user = UserFactory(username="ada", role=Role.EDITOR)
    client.force_login(user)
    return user


def page_of(webhook: Webhook) -> str:
    return f"{LIST}{webhook.pk}/"


def text(answer: Any) -> str:
    assert answer.status_code in {200, 422}, answer
    return str(answer.content.decode())


def test_made_and_its_secret_shown_once(client: Client, ada: User) -> None:
    answer = client.post(LIST, WANTED)
    webhook = Webhook.objects.get()
    assert answer.headers["Location"] == page_of(webhook)
    assert (webhook.owner, webhook.events) == (ada, ["link.decided", "rating.added"])
    page = client.get(page_of(webhook))
    assert webhook.secret in text(page)
    assert "no-store" in page.headers["Cache-Control"]
    assert webhook.secret not in text(client.get(page_of(webhook)))
    assert webhook.secret not in text(client.get(LIST))


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"url": "https://127.0.0.1/"}, "An administrator can allow that"),
        ({"url": "http://desk.example/"}, "is https://"),
        ({"url": ""}, "required"),
        ({"events": []}, "Choose at least one event."),
    ],
)
def test_what_is_refused_says_why_and_keeps_the_rest(
    client: Client, ada: User, more: dict[str, Any], said: str
) -> None:
    answer = client.post(LIST, WANTED | more)
    assert answer.status_code == 422
    assert said in text(answer)
    assert "desk tool" in text(answer)
    assert not Webhook.objects.exists()


def test_switched_changed_rotated_deleted(client: Client, ada: User) -> None:
    webhook = WebhookFactory(owner=ada)
    page, secret = page_of(webhook), webhook.secret
    client.post(page, {"act": "off"})
    assert Webhook.objects.get().disabled_at is not None
    assert "Switched off by hand." in text(client.get(page))
    client.post(page, {"act": "on"})
    assert Webhook.objects.get().disabled_at is None
    client.post(page, {"act": "change", **WANTED, "name": "other"})
    assert Webhook.objects.get().name == "other"
    client.post(page, {"act": "rotate", "hours": "24"})
    now = Webhook.objects.get().secret
    assert now != secret
    shown = text(client.get(page))
    assert now in shown
    assert secret not in shown
    assert "The old secret signs as well until" in shown
    answer = client.post(page, {"act": "end_old"}, follow=True)
    assert "The old secret holds no longer." in text(answer)
    assert "signs as well" not in text(answer)
    assert Webhook.objects.get().old_secret == ""
    answer = client.post(page, {"act": "delete"}, follow=True)
    assert "Tick that you are sure" in text(answer)
    assert Webhook.objects.exists()
    client.post(page, {"act": "delete", "sure": "on"})
    assert not Webhook.objects.exists()


@pytest.mark.parametrize("sent", [{}, {"hours": ""}, {"hours": "5"}, {"hours": "x"}])
def test_a_secret_is_not_changed_by_half(
    client: Client, ada: User, sent: dict[str, str]
) -> None:
    webhook = WebhookFactory(owner=ada)
    client.post(page_of(webhook), {"act": "rotate", **sent})
    assert Webhook.objects.get().secret == webhook.secret


def test_what_does_not_sign_cannot_be_ended(client: Client, ada: User) -> None:
    webhook = WebhookFactory(owner=ada)
    answer = client.post(page_of(webhook), {"act": "end_old"}, follow=True)
    assert "No old secret signs any more." in text(answer)


def test_a_change_that_is_refused(client: Client, ada: User) -> None:
    webhook = WebhookFactory(owner=ada)
    bad = WANTED | {"act": "change", "url": "https://10.0.0.1/"}
    answer = client.post(page_of(webhook), bad)
    assert answer.status_code == 422
    assert "An administrator can allow that" in text(answer)
    webhook.refresh_from_db()
    assert webhook.url == "https://desk.example/hook"


@pytest.mark.parametrize(
    ("status", "said"),
    [(200, "The test arrived: 200 after"), (500, "The test failed: 500")],
)
def test_a_test(
    client: Client, ada: User, receiver: Receiver, status: int, said: str
) -> None:
    webhook = WebhookFactory(owner=ada, url=receiver.url, allow_private=True)
    receiver.status = status
    answer = client.post(page_of(webhook), {"act": "test"}, follow=True)
    assert said in text(answer)
    assert "webhook.ping" in text(answer)


def test_the_log_shows_what_came_back_as_text(client: Client, ada: User) -> None:
    webhook = WebhookFactory(owner=ada)
    row = DeliveryFactory(
        webhook=webhook,
        state="failed",
        attempts=8,
        last_at=timezone.now(),
        response={
            "status": 500,
            "body": "<script>alert(1)</script>",
            "error": "",
            "milliseconds": 31,
        },
    )
    page = text(client.get(page_of(webhook)))
    assert "&lt;script&gt;" in page
    assert "<script>alert" not in page
    assert "8 attempts" in page
    assert "31 ms" in page
    client.post(page_of(webhook), {"act": "replay", "delivery": str(row.pk)})
    row.refresh_from_db()
    assert row.state == WebhookDelivery.State.WAITING
    answer = client.post(
        page_of(webhook), {"act": "replay", "delivery": str(row.pk)}, follow=True
    )
    assert "It still waits" in text(answer)


@pytest.mark.parametrize("number", ["", "x", "0", "9" * 30, "-1"])
def test_a_message_that_is_not_there(client: Client, ada: User, number: str) -> None:
    webhook = WebhookFactory(owner=ada)
    answer = client.post(page_of(webhook), {"act": "replay", "delivery": number})
    assert answer.status_code == 404


def test_an_act_that_there_is_not(client: Client, ada: User) -> None:
    assert client.post(page_of(WebhookFactory(owner=ada))).status_code == 400


def test_those_of_others(client: Client, ada: User) -> None:
    webhook = WebhookFactory(name="not yours")
    assert "not yours" not in text(client.get(LIST))
    for answer in (
        client.get(page_of(webhook)),
        client.post(page_of(webhook), {"act": "off"}),
    ):
        assert answer.status_code == 404


def test_administrators_see_all_without_the_owners_acts(client: Client) -> None:
    client.force_login(UserFactory(role=Role.ADMINISTRATOR))
    webhook = WebhookFactory(name="not yours")
    assert "not yours" in text(client.get(LIST))
    page = text(client.get(page_of(webhook)))
    assert "Switch off" in page
    assert "Make another secret" not in page
    rotate = {"act": "rotate", "hours": "0"}
    assert client.post(page_of(webhook), rotate).status_code == 403


def test_readers_have_no_such_page(client: Client) -> None:
    client.force_login(UserFactory(role=Role.READER))
    assert client.get(LIST).status_code == 403
    assert LIST not in text(client.get("/settings/"))


def test_the_settings_lead_there(client: Client, ada: User) -> None:
    assert f'href="{LIST}"' in text(client.get("/settings/"))


def test_a_notice_leads_to_it(client: Client, ada: User) -> None:
    webhook = WebhookFactory(owner=ada)
    entry = AuditEntryFactory(
        verb="webhook.disable",
        target_type="operations.webhook",
        target_id=str(webhook.pk),
    )
    notify(entry=entry, users=[ada.pk])
    page = text(client.get("/notifications/"))
    assert "Your webhook was switched off" in page
    (notice,) = ada.notifications.all()
    answer = client.post(f"/notifications/{notice.pk}/", {"open": "1"})
    assert answer.headers["Location"] == page_of(webhook)


ADMIN = "/admin/operations/webhook/"


@pytest.mark.parametrize("allow", [True, False])
def test_the_switch_of_the_administrator(client: Client, allow: bool) -> None:  # noqa: FBT001
    admin = UserFactory(role=Role.ADMINISTRATOR, is_staff=True)
    client.force_login(admin)
    webhook = WebhookFactory(allow_private=not allow)
    form = f"{ADMIN}{webhook.pk}/change/"
    assert webhook.secret not in text(client.get(form))
    given = {"allow_private": "on"} if allow else {}
    answer = client.post(form, {**given, "url": "https://evil.example/"})
    assert answer.status_code == 302
    webhook.refresh_from_db()
    assert webhook.allow_private is allow
    assert webhook.url == "https://desk.example/hook"
    entry = AuditEntry.objects.get(verb="webhook.allow_private")
    assert (entry.actor, entry.after) == (admin, {"allow_private": allow})


def test_curators_have_no_switch(client: Client) -> None:
    client.force_login(UserFactory(role=Role.CURATOR, is_staff=True))
    assert client.get(ADMIN).status_code == 403


def test_the_log_in_the_admin(client: Client) -> None:
    client.force_login(UserFactory(role=Role.ADMINISTRATOR, is_staff=True))
    row = DeliveryFactory(state="failed")
    assert "desk tool" in text(client.get("/admin/operations/webhookdelivery/"))
    page = f"/admin/operations/webhookdelivery/{row.pk}/change/"
    assert "claim.created" in text(client.get(page))
    assert client.post(page, {"state": "delivered"}).status_code == 403
