"""Webhooks by page: made, shown its secret once, tested, read by axe on a phone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect
from standardwebhooks import Webhook as Verifier

from factcheck.operations.models import Webhook
from factcheck.operations.network import exchange
from tests.browser.test_accessible import findings
from tests.factories import DeliveryFactory
from tests.receiver import Receiver, receiver
from tests.web.newsroom import make_newsroom

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page
    from pytest_django.live_server_helper import LiveServer

__all__ = ["receiver"]

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_from_the_settings_to_a_signed_message(
    page: Page,
    live_server: LiveServer,
    log_in: Callable[[Any], None],
    receiver: Receiver,
    monkeypatch: pytest.MonkeyPatch,
    theme: str,
    width: int,
) -> None:
    monkeypatch.setattr(exchange, "look_up", lambda _host, _port: ["93.184.216.34"])
    page.emulate_media(color_scheme="dark" if theme == "dark" else "light")
    page.set_viewport_size({"width": width, "height": 900})
    log_in(make_newsroom().editor)
    page.goto(f"{live_server.url}/settings/")
    page.get_by_role("link", name="Webhooks").click()
    expect(page).to_have_url(f"{live_server.url}/settings/webhooks/")
    assert findings(page) == []
    page.get_by_label("Name").fill("desk bot")
    page.get_by_label("Address").fill("https://bot.example/" + "deep/" * 60)
    page.get_by_label("an editor decided on a link").check()
    page.get_by_role("button", name="Make the webhook").click()
    page.get_by_role("heading", name="The secret").wait_for()
    webhook = Webhook.objects.get()
    assert page.get_by_text(webhook.secret).is_visible()
    assert findings(page) == []
    page.reload()
    assert page.get_by_text(webhook.secret).count() == 0
    # As if an administrator had allowed it: the receiver is on this machine.
    Webhook.objects.update(url=receiver.url, allow_private=True)
    monkeypatch.setattr(exchange, "look_up", lambda _host, _port: ["127.0.0.1"])
    DeliveryFactory(
        webhook=webhook,
        state="failed",
        attempts=8,
        response={"status": 500, "body": "x" * 400, "error": "", "milliseconds": 9},
    )
    page.get_by_role("button", name="Send a test").click()
    page.get_by_text("The test arrived: 204").wait_for()
    assert findings(page) == []
    (got,) = receiver.got
    assert Verifier(webhook.secret).verify(got.body, dict(got.headers))
    page.get_by_role("button", name="Switch off").click()
    page.get_by_text("Switched off by hand.").wait_for()
    assert findings(page) == []
