"""An editor checks a draft: by mouse, by keys, on a phone and without script."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from factcheck.operations.roles import Role
from tests.browser.test_accessible import findings
from tests.db.newsprint import (
    CALL_LAST_THURSDAY,
    CALL_ON_THE_SEVENTH,
    CALL_ON_THE_SIXTH,
    printed,
)
from tests.factories import UserFactory

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Browser, BrowserContext, Page
    from pytest_django.live_server_helper import LiveServer

pytestmark = pytest.mark.django_db(transaction=True)

DRAFT = (
    "Orla Venn called Tavi Rusk on March 6. A gardener in Selm planted nine oaks.\n\n"
    "A ferry to Halden ran aground."
)


@pytest.fixture
def desk(page: Page, live_server: LiveServer, log_in: Callable[[Any], None]) -> Page:
    printed(CALL_ON_THE_SIXTH, name="six", outlet="Post")
    printed(CALL_LAST_THURSDAY, name="thursday", outlet="Bell")
    printed(CALL_ON_THE_SEVENTH, name="seven", outlet="Crier")
    log_in(UserFactory(role=Role.EDITOR))
    page.goto(live_server.url)
    page.get_by_role("link", name="Check a draft").click()
    expect(page).to_have_url(f"{live_server.url}/check/")
    return page


def paste(page: Page) -> None:
    page.get_by_label("Your draft").fill(DRAFT)
    page.get_by_label("Day of publication").fill("2031-03-12")


def test_a_click_on_a_mark_leads_to_its_evidence_and_back(desk: Page) -> None:
    paste(desk)
    desk.get_by_role("button", name="Check the draft").click()
    mark = desk.get_by_role("link", name="March 6 (date differs")
    mark.click()
    evidence = desk.locator(".evidence:target")
    expect(evidence).to_contain_text("March 7")
    expect(evidence).to_contain_text("Crier")
    evidence.get_by_text("As printed").click()
    expect(evidence.locator("blockquote").first).to_be_visible()
    evidence.get_by_role("heading").get_by_role("link").click()
    expect(mark).to_be_in_viewport()
    desk.locator(".evidence .pairs a", has_text="Crier").first.click()
    expect(desk).to_have_url(re.compile("/statements/"))


def test_by_keys_alone(desk: Page) -> None:
    paste(desk)
    desk.get_by_label("Your draft").press("Control+Enter")
    desk.locator(".evidence").first.wait_for()
    marks = desk.locator("[data-row] [data-open]")
    count = marks.count()
    assert count >= 3
    for number in (0, 1):
        desk.keyboard.press("j")
        expect(marks.nth(number)).to_be_focused()
    desk.keyboard.press("Enter")
    expect(desk.locator(".evidence:target")).to_be_focused()
    desk.keyboard.press("j")  # goes on from the mark that the evidence is about
    expect(marks.nth(2)).to_be_focused()
    desk.keyboard.press("k")
    expect(marks.nth(1)).to_be_focused()
    desk.keyboard.press("e")
    expect(desk.get_by_label("Your draft")).to_be_focused()
    expect(desk.get_by_label("Your draft")).to_have_value(DRAFT)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_it_is_accessible(desk: Page, theme: Any, width: int) -> None:
    desk.emulate_media(color_scheme=theme)
    desk.set_viewport_size({"width": width, "height": 900})
    desk.reload()
    assert findings(desk) == []
    paste(desk)
    desk.get_by_role("button", name="Check the draft").click()
    desk.locator(".evidence").first.wait_for()
    desk.evaluate(
        "document.querySelectorAll('details').forEach(d => { d.open = true })"
    )
    assert findings(desk) == []


def test_without_script(
    desk: Page, browser: Browser, context: BrowserContext, live_server: LiveServer
) -> None:
    state = context.storage_state()
    plain = browser.new_context(java_script_enabled=False, storage_state=state)
    page = plain.new_page()
    page.goto(f"{live_server.url}/check/")
    paste(page)
    page.get_by_role("button", name="Check the draft").click()
    page.get_by_role("link", name="March 6 (date differs").click()
    expect(page).to_have_url(re.compile("#n[12]$"))
    expect(page.locator(".evidence:target")).to_contain_text("March 7")
    plain.close()
