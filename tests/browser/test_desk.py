"""An editor's way from the queue to a saved rating, with keys and without scripts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from claims.models import Rating
from tests.web.newsroom import Newsroom, make_newsroom

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Browser, Page
    from pytest_django.live_server_helper import LiveServer

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def newsroom() -> Newsroom:
    return make_newsroom()


@pytest.fixture
def desk(
    page: Page,
    live_server: LiveServer,
    newsroom: Newsroom,
    log_in: Callable[[Any], None],
) -> Page:
    log_in(newsroom.editor)
    page.goto(live_server.url)
    return page


def test_from_the_queue_to_a_rating_by_keys_alone(
    desk: Page, newsroom: Newsroom
) -> None:
    desk.keyboard.press("j")
    expect(desk.locator("[data-open]").first).to_be_focused()
    desk.keyboard.press("j")
    desk.keyboard.press("k")
    expect(desk.locator("[data-open]").first).to_be_focused()
    desk.keyboard.press("Enter")
    expect(desk.locator("h1")).to_have_text(newsroom.call.title)
    desk.keyboard.press("2")
    expect(desk.locator("#id_rationale")).to_be_focused()
    desk.keyboard.type("Day and length differ, j k 1 5")
    desk.keyboard.press("Control+Enter")
    expect(desk.get_by_text("Your rating is saved.")).to_be_visible()
    rating = Rating.objects.get()
    assert (rating.value, rating.rationale) == (2, "Day and length differ, j k 1 5")
    desk.keyboard.press("5")
    expect(desk.locator("#score-5")).to_be_focused()


@pytest.mark.parametrize(
    ("key", "value", "focus"),
    [("5", "5", "#score-5"), ("4", "4", "#score-4"), ("0", "0", "#id_rationale")],
)
def test_a_key_chooses_a_rating(
    desk: Page, newsroom: Newsroom, key: str, value: str, focus: str
) -> None:
    desk.goto(f"{desk.url}claims/{newsroom.call.pk}/")
    desk.keyboard.press(key)
    expect(desk.locator(f"input[name=value][value='{value}']")).to_be_checked()
    expect(desk.locator(focus)).to_be_focused()


@pytest.mark.parametrize("keys", ["Control+2", "Alt+3", "6", "x"])
def test_other_keys_choose_nothing(desk: Page, newsroom: Newsroom, keys: str) -> None:
    desk.goto(f"{desk.url}claims/{newsroom.call.pk}/")
    desk.keyboard.press(keys)
    expect(desk.locator("input[name=value]:checked")).to_have_count(0)


def test_j_and_k_on_a_claim_go_through_the_queue(
    desk: Page, newsroom: Newsroom
) -> None:
    desk.goto(f"{desk.url}claims/{newsroom.call.pk}/")
    desk.keyboard.press("j")
    expect(desk.locator("h1")).to_have_text(newsroom.ban.title)
    desk.keyboard.press("k")
    expect(desk.locator("h1")).to_have_text(newsroom.call.title)


def test_the_list_of_keys(desk: Page) -> None:
    desk.keyboard.press("?")
    expect(desk.get_by_role("dialog", name="Keys")).to_be_visible()
    desk.keyboard.press("Escape")
    expect(desk.get_by_role("dialog", name="Keys")).to_be_hidden()


def test_a_filter_changes_the_list_in_place_and_the_address(
    desk: Page, newsroom: Newsroom
) -> None:
    box = desk.locator("#relation-updated")
    box.check()
    expect(desk.locator(".q-title")).to_have_count(1)
    expect(desk.locator("#queue-status")).to_have_text("1 claim")
    assert desk.url.endswith("/?q=&relation=updated&since=&until=")
    expect(box).to_be_focused()
    desk.reload()
    expect(desk.locator("#relation-updated")).to_be_checked()
    desk.go_back()
    expect(desk.locator(".q-title")).to_have_count(3)


def test_dark_mode_is_remembered(desk: Page) -> None:
    root = desk.locator("html")
    expect(root).to_have_attribute("data-bs-theme", "light")
    desk.get_by_role("button", name="Dark mode").click()
    expect(root).to_have_attribute("data-bs-theme", "dark")
    desk.reload()
    expect(root).to_have_attribute("data-bs-theme", "dark")


def test_everything_works_without_scripts(
    browser: Browser, live_server: LiveServer, newsroom: Newsroom
) -> None:
    context = browser.new_context(
        java_script_enabled=False, viewport={"width": 390, "height": 800}
    )
    page = context.new_page()
    page.goto(f"{live_server.url}/login/")
    page.get_by_label("Username").fill(newsroom.editor.username)
    page.get_by_label("Password").fill("correct horse battery")
    page.locator("main button").click()
    page.get_by_label("Conflict").check()
    page.get_by_role("button", name="Apply").click()
    page.get_by_role("link", name=newsroom.call.title).click()
    page.get_by_role("button", name="Rate this claim").click()
    page.get_by_label("Differing in detail").check()
    page.get_by_role("button", name="Save and see the others").click()
    expect(page.get_by_text("Say why:")).to_be_visible()
    expect(page.get_by_label("Differing in detail")).to_be_checked()
    page.get_by_label("Why", exact=True).fill("The Crier stands alone.")
    page.get_by_role("button", name="Save and see the others").click()
    expect(page.get_by_text("Your rating is saved.")).to_be_visible()
    page.get_by_role("link", name="Articles", exact=True).click()
    expect(page.locator("h1")).to_have_text("Articles")
    assert Rating.objects.get().value == 3
    context.close()
