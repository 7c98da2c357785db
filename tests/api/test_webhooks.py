"""/webhooks/: made, changed, tested, replayed, deleted; its secret shown once."""

from __future__ import annotations

from typing import Any

import pytest
from standardwebhooks import Webhook as Verifier

from factcheck.operations.models import (
    AuditEntry,
    User,
    Webhook,
    WebhookDelivery,
)
from factcheck.operations.network import exchange
from factcheck.operations.roles import Role
from tests.api.asking import ROOT, Answer, Api, complaints, refused, token_for
from tests.factories import DeliveryFactory, UserFactory, WebhookFactory
from tests.receiver import Receiver, receiver

__all__ = ["receiver"]

pytestmark = pytest.mark.django_db

WANTED = {"url": "https://desk.example/hook", "events": ["link.decided"]}


@pytest.fixture(autouse=True)
def _names(monkeypatch: pytest.MonkeyPatch) -> None:
    """Names that end with .desk lie in the house, all others in the public net."""

    def look_up(host: str, port: int) -> list[str]:
        if host[0].isdigit():
            return [host]
        return ["10.0.0.9"] if host.endswith(".desk") else ["93.184.216.34"]

    monkeypatch.setattr(exchange, "look_up", look_up)


@pytest.fixture
def ada() -> User:
    return UserFactory(username="ada", role=Role.EDITOR)


@pytest.fixture
def api(ada: User) -> Api:
    return Api(token_for(ada, "read", "curate"))


def patch(api: Api, path: str, body: Any, **headers: str) -> Answer:
    return api.client.patch(
        ROOT + path, body, content_type="application/json", headers=headers
    )


def test_made_with_a_secret_that_is_shown_once(api: Api, ada: User) -> None:
    answer = api.post("webhooks/", {**WANTED, "name": "desk tool"})
    assert answer.status_code == 201, answer.content
    made = answer.json()
    webhook = Webhook.objects.get()
    assert made.pop("secret") == webhook.secret
    assert made == api.one(f"webhooks/{webhook.pk}/")
    assert made == {
        "id": webhook.pk,
        "owner": "ada",
        "name": "desk tool",
        "url": "https://desk.example/hook",
        "events": ["link.decided"],
        "enabled": True,
        "disabled_at": None,
        "disabled_reason": "",
        "failures": 0,
        "allow_private": False,
        "old_secret_until": None,
        "created_at": made["created_at"],
    }
    for path in ("webhooks/", f"webhooks/{webhook.pk}/"):
        assert webhook.secret not in api.get(path).content.decode()
    entry = AuditEntry.objects.get(verb="webhook.create")
    assert (entry.actor, bool(entry.token_key)) == (ada, True)


def test_a_repeat_makes_no_second_and_shows_no_secret(api: Api) -> None:
    for _ in range(2):
        answer = api.client.post(
            ROOT + "webhooks/",
            WANTED,
            content_type="application/json",
            headers={"Idempotency-Key": "once"},
        )
        assert answer.status_code == 201
    assert answer.json()["secret"] == ""
    assert Webhook.objects.count() == 1


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"url": "http://desk.example/"}, "url"),
        ({"url": "https://tool.desk/"}, "url"),
        ({"url": "https://127.0.0.1/"}, "url"),
        ({"url": "https://169.254.169.254/latest/"}, "url"),
        ({"url": "ftp://desk.example/"}, "url"),
        ({"url": ["https://desk.example/"]}, "url"),
        ({"url": None}, "url"),
        ({"events": []}, "events"),
        ({"events": ["no.such"]}, "events.0"),
        ({"events": "link.decided"}, "events"),
        ({"events": ["link.decided"] * 7}, "events"),
        ({"name": "n" * 101}, "name"),
        ({"enabled": "perhaps"}, "enabled"),
    ],
)
def test_what_is_refused(api: Api, more: dict[str, Any], field: str) -> None:
    assert list(complaints(api.post("webhooks/", {**WANTED, **more}))) == [field]
    assert not Webhook.objects.exists()


def test_private_addresses_are_for_administrators(api: Api) -> None:
    private = {**WANTED, "url": "http://tool.desk/", "allow_private": True}
    refused(api.post("webhooks/", private), 403)
    off = {**WANTED, "url": "http://tool.desk/", "enabled": False}
    made = api.post("webhooks/", off).json()
    assert (made["enabled"], made["disabled_reason"]) == (False, "Not yet switched on.")
    on = patch(api, f"webhooks/{made['id']}/", {"enabled": True})
    assert "administrator" in complaints(on)["url"]
    admin = Api(token_for(UserFactory(role=Role.ADMINISTRATOR), "read", "curate"))
    assert admin.post("webhooks/", private).status_code == 201
    Webhook.objects.update(allow_private=True)
    answer = patch(api, f"webhooks/{made['id']}/", {"enabled": True})
    assert (answer.status_code, answer.json()["enabled"]) == (200, True)


def test_changed(api: Api, ada: User) -> None:
    webhook = WebhookFactory(owner=ada)
    path = f"webhooks/{webhook.pk}/"
    etag = api.get(path).headers["ETag"]
    answer = patch(
        api, path, {"name": "x", "events": ["rating.added"]}, **{"If-Match": etag}
    )
    assert answer.status_code == 200, answer.content
    assert (answer.json()["name"], answer.json()["events"]) == ("x", ["rating.added"])
    refused(patch(api, path, {"name": "y"}, **{"If-Match": etag}), 412)
    assert complaints(patch(api, path, {"url": "https://tool.desk/"}))
    webhook.refresh_from_db()
    assert (webhook.name, webhook.url) == ("x", "https://desk.example/hook")
    assert patch(api, path, {"enabled": False}).json()["enabled"] is False


def test_the_secret_is_changed(api: Api, ada: User) -> None:
    webhook = WebhookFactory(owner=ada)
    answer = api.post(f"webhooks/{webhook.pk}/rotate-secret/", {})
    assert answer.status_code == 200
    assert answer.json()["secret"] != webhook.secret
    webhook.refresh_from_db()
    assert answer.json()["secret"] == webhook.secret
    told = api.one(f"webhooks/{webhook.pk}/")
    assert "secret" not in told
    assert told["old_secret_until"] == answer.json()["old_secret_until"]
    ended = api.post(f"webhooks/{webhook.pk}/end-old-secret/", {})
    assert (ended.status_code, ended.json()["old_secret_until"]) == (200, None)
    refused(api.post(f"webhooks/{webhook.pk}/end-old-secret/", {}), 400)


@pytest.mark.parametrize(
    ("hours", "status"), [(0, 200), (168, 200), (169, 400), (-1, 400), ("x", 400)]
)
def test_how_long_the_old_secret_may_sign(
    api: Api, ada: User, hours: object, status: int
) -> None:
    webhook = WebhookFactory(owner=ada)
    body = {"overlap_hours": hours}
    answer = api.post(f"webhooks/{webhook.pk}/rotate-secret/", body)
    assert answer.status_code == status, answer.content
    webhook.refresh_from_db()
    assert bool(webhook.old_secret) is (hours == 168)


def test_a_test_is_sent_at_once(api: Api, ada: User, receiver: Receiver) -> None:
    webhook = WebhookFactory(owner=ada, url=receiver.url, allow_private=True)
    receiver.status, receiver.body = 200, b"hello"
    answer = api.post(f"webhooks/{webhook.pk}/test/", {})
    assert answer.status_code == 200, answer.content
    row = answer.json()
    assert (row["event"], row["state"], row["attempts"]) == (
        "webhook.ping",
        "delivered",
        1,
    )
    (attempt,) = row["log"]
    assert (attempt["status"], attempt["body"], attempt["error"]) == (200, "hello", "")
    (got,) = receiver.got
    told = Verifier(webhook.secret).verify(got.body, dict(got.headers))
    assert told["data"] == {"webhook": webhook.pk}


def test_a_test_that_fails_says_why(api: Api, ada: User) -> None:
    webhook = WebhookFactory(owner=ada, url="https://tool.desk/")
    row = api.post(f"webhooks/{webhook.pk}/test/", {}).json()
    assert row["state"] == "failed"
    assert "private network" in row["log"][0]["error"]


def test_the_log_and_once_more(api: Api, ada: User) -> None:
    webhook = WebhookFactory(owner=ada)
    done = DeliveryFactory(webhook=webhook, state="delivered", attempts=1)
    waits = DeliveryFactory(webhook=webhook, event="rating.added")
    DeliveryFactory()
    path = f"webhooks/{webhook.pk}/deliveries/"
    assert api.ids(path) == [waits.pk, done.pk]
    assert api.ids(path, state="delivered") == [done.pk]
    assert api.ids(path, event="rating.added") == [waits.pk]
    assert complaints(api.get(path, status="delivered"))
    assert api.rows(path)[0]["message"] == f"msg_{waits.pk}"
    again = api.post(f"{path}{done.pk}/replay/", {})
    assert (again.status_code, again.json()["state"]) == (202, "waiting")
    assert again.json()["attempts"] == 0
    refused(api.post(f"{path}{waits.pk}/replay/", {}), 400)
    for number in ("999999", "9" * 30):
        refused(api.post(f"{path}{number}/replay/", {}), 404)


def test_deleted_with_its_log(api: Api, ada: User) -> None:
    webhook = WebhookFactory(owner=ada)
    DeliveryFactory(webhook=webhook)
    assert api.delete(f"webhooks/{webhook.pk}/").status_code == 204
    assert not Webhook.objects.exists()
    assert not WebhookDelivery.objects.exists()


def paths(webhook: Webhook) -> list[tuple[str, str]]:
    row = DeliveryFactory(webhook=webhook, state="failed")
    own = f"webhooks/{webhook.pk}/"
    return [
        ("get", own),
        ("patch", own),
        ("delete", own),
        ("post", f"{own}test/"),
        ("post", f"{own}rotate-secret/"),
        ("post", f"{own}end-old-secret/"),
        ("get", f"{own}deliveries/"),
        ("post", f"{own}deliveries/{row.pk}/replay/"),
    ]


def test_those_of_others_are_not_there(api: Api) -> None:
    for method, path in paths(WebhookFactory()):
        answer = getattr(api.client, method)(ROOT + path)
        refused(answer, 404)
    assert api.ids("webhooks/") == []


def test_an_administrator_sees_all_and_switches(ada: User) -> None:
    webhook = WebhookFactory(owner=ada)
    admin = Api(token_for(UserFactory(role=Role.ADMINISTRATOR), "read", "curate"))
    assert admin.ids("webhooks/") == [webhook.pk]
    assert admin.ids("webhooks/", owner="ada") == [webhook.pk]
    assert admin.ids("webhooks/", owner="eve") == []
    own = f"webhooks/{webhook.pk}/"
    assert patch(admin, own, {"enabled": False}).status_code == 200
    refused(patch(admin, own, {"url": "https://other.example/"}), 403)
    refused(admin.post(f"{own}rotate-secret/", {}), 403)
    assert admin.delete(own).status_code == 204


@pytest.mark.parametrize(
    ("scopes", "reads", "writes"),
    [
        (("read", "curate"), True, True),
        (("read",), True, False),
        (("curate",), False, False),
        (("read", "ingest", "review"), True, False),
    ],
)
def test_scopes(
    ada: User, scopes: tuple[str, ...], *, reads: bool, writes: bool
) -> None:
    api = Api(token_for(ada, *scopes))
    assert (api.get("webhooks/").status_code == 200) is reads
    assert (api.post("webhooks/", WANTED).status_code == 201) is writes


def test_readers_and_visitors(settings: Any) -> None:
    settings.PUBLIC_READ = True
    reader = Api(token_for(UserFactory(role=Role.READER), "read", "curate"))
    refused(reader.get("webhooks/"), 403)
    refused(reader.post("webhooks/", WANTED), 403)
    refused(Api().get("webhooks/"), 401)
