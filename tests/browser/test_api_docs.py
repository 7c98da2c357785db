"""The documentation of the API works offline and under the strict policy."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page
    from pytest_django.live_server_helper import LiveServer

pytestmark = pytest.mark.django_db(transaction=True)


def test_the_page_draws_itself(
    page: Page, live_server: LiveServer, settings: Any
) -> None:
    settings.PUBLIC_READ = True
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{live_server.url}/api/v1/docs/")
    page.get_by_text("Fact-check API").first.wait_for()
    page.get_by_text("/api/v1/claims/").first.wait_for()
    away = [url for url in asked if not url.startswith((live_server.url, "data:"))]
    assert away == []


def test_whatever_asks_for_an_icon_gets_one(
    page: Page, live_server: LiveServer
) -> None:
    answer = page.goto(f"{live_server.url}/favicon.ico")
    assert answer is not None
    assert answer.headers["content-type"] == "image/svg+xml"
