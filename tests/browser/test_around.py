"""Around a claim, as two people and the database see it: comments, keys, settings."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from claims.models import Comment, Link, Rating
from claims.services.review import claim_rate
from factcheck.operations.models import Notification, User
from tests.factories import PASSWORD
from tests.web.newsroom import Newsroom, make_newsroom

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Browser, Page
    from pytest_django.fixtures import SettingsWrapper
    from pytest_django.live_server_helper import LiveServer

pytestmark = pytest.mark.django_db(transaction=True)

TABS = 25  # more than stand before any field of these pages


@pytest.fixture
def newsroom() -> Newsroom:
    return make_newsroom()


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until the element has the focus: it can be reached so."""
    for _ in range(TABS):
        if page.locator(selector).first.evaluate("el => el === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{selector} is not reached by Tab")


def by_keyboard(page: Page, live_server: LiveServer, user: User) -> None:
    """Through the login without a pointer."""
    page.goto(f"{live_server.url}/login/")
    tab_to(page, "#id_username")
    page.keyboard.type(user.username)
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Queue")


def test_a_mention_is_told_to_the_other(
    page: Page,
    live_server: LiveServer,
    newsroom: Newsroom,
    log_in: Callable[[Any], None],
) -> None:
    claim_rate(actor=newsroom.other, claim=newsroom.call, value=5)
    log_in(newsroom.editor)
    page.goto(f"{live_server.url}/claims/{newsroom.call.pk}/?tab=comments")
    expect(page.get_by_text("Comments are blind like ratings")).to_be_visible()
    page.get_by_label("Comment", exact=True).fill("@jo is the Crier a day late?")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_text("Your comment is saved.")).to_be_visible()
    made = Comment.objects.get()
    assert (made.author, made.claim) == (newsroom.editor, newsroom.call)
    log_in(newsroom.other)
    page.goto(live_server.url)
    bell = page.get_by_role("link", name="Notifications 1 new")
    bell.click()
    expect(page.get_by_text("Ada Moreau mentioned you").first).to_be_visible()
    page.get_by_role("button", name=newsroom.call.title).click()
    expect(page.get_by_text("is the Crier a day late?")).to_be_visible()
    expect(page).to_have_url(re.compile(rf"\?tab=comments#comment-{made.pk}$"))
    assert Notification.objects.get(user=newsroom.other).read_at is not None
    expect(page.get_by_role("link", name="Notifications", exact=True)).to_be_visible()


def test_by_keyboard_alone_from_the_login_to_a_rating(
    page: Page, live_server: LiveServer, newsroom: Newsroom
) -> None:
    by_keyboard(page, live_server, newsroom.editor)
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text(newsroom.call.title)
    page.keyboard.press("2")
    expect(page.locator("#id_rationale")).to_be_focused()
    page.keyboard.type("Two days, two lengths.")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_text("Your rating is saved.")).to_be_visible()
    rating = Rating.objects.get()
    assert (rating.editor, rating.value) == (newsroom.editor, 2)
    assert rating.rationale == "Two days, two lengths."


def test_a_link_is_decided_and_the_claim_left_by_keys(
    page: Page,
    live_server: LiveServer,
    newsroom: Newsroom,
    log_in: Callable[[Any], None],
) -> None:
    log_in(newsroom.editor)
    page.goto(f"{live_server.url}/claims/{newsroom.call.pk}/")
    page.keyboard.press("c")  # no link has the focus: nothing happens
    page.keyboard.press("l")
    first = page.locator("[data-scope=link]").first
    expect(first).to_be_focused()
    number = int((first.get_attribute("id") or "").removeprefix("link-"))
    page.keyboard.press("c")
    expect(page.get_by_text("Link confirmed.")).to_be_visible()
    assert Link.objects.get(pk=number).state == Link.State.CONFIRMED
    assert Link.objects.filter(state=Link.State.CONFIRMED).count() == 1
    page.keyboard.press("s")
    expect(page.locator("[data-scope=quote]").first).to_be_focused()
    page.keyboard.press("m")
    page.wait_for_url("**/merge/**")
    page.go_back()
    page.keyboard.press("/")
    expect(page.locator("#q")).to_be_focused()
    page.keyboard.type("m e 2")  # typed, not pressed
    expect(page.locator("#q")).to_have_value("m e 2")


def test_keys_of_one_character_are_switched_off(
    page: Page,
    live_server: LiveServer,
    newsroom: Newsroom,
    log_in: Callable[[Any], None],
) -> None:
    log_in(newsroom.editor)
    page.goto(f"{live_server.url}/settings/")
    page.get_by_label("Keys of a single character").uncheck()
    page.get_by_role("button", name="Save the settings").click()
    expect(page.get_by_text("Your settings are saved.")).to_be_visible()
    page.goto(f"{live_server.url}/claims/{newsroom.call.pk}/")
    for key in ("5", "?", "j", "/"):
        page.keyboard.press(key)
    expect(page.locator("input[name=value]:checked")).to_have_count(0)
    expect(page.get_by_role("dialog", name="Keys")).to_be_hidden()
    expect(page.locator("#q")).not_to_be_focused()
    assert page.url.endswith(f"/claims/{newsroom.call.pk}/")


def test_the_language_is_that_of_the_person(
    page: Page,
    browser: Browser,
    live_server: LiveServer,
    newsroom: Newsroom,
    log_in: Callable[[Any], None],
) -> None:
    log_in(newsroom.editor)
    page.goto(f"{live_server.url}/settings/")
    page.get_by_label("Language").select_option(label="한국어")
    page.get_by_label("Time zone").select_option("Asia/Seoul")
    page.get_by_label("Theme").select_option("dark")
    page.locator("main button.btn-primary").click()
    root = page.locator("html")
    expect(root).to_have_attribute("lang", "ko")
    expect(root).to_have_attribute("data-bs-theme", "dark")
    stored = User.objects.get(pk=newsroom.editor.pk)
    assert (stored.language, stored.time_zone) == ("ko", "Asia/Seoul")
    assert stored.theme == "dark"
    page.goto(live_server.url)
    expect(root).to_have_attribute("lang", "ko")
    assert re.search(r"[가-힣]", page.locator("nav.top").inner_text())
    # Somebody else, in another browser, is not concerned.
    context = browser.new_context(locale="en-GB")
    other = context.new_page()
    other.goto(f"{live_server.url}/login/")
    expect(other.locator("html")).to_have_attribute("lang", "en")
    context.close()


def test_a_forgotten_password_is_set_by_the_link_in_the_mail(
    page: Page,
    live_server: LiveServer,
    newsroom: Newsroom,
    settings: SettingsWrapper,
    tmp_path: Path,
) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    settings.EMAIL_FILE_PATH = str(tmp_path)
    User.objects.filter(pk=newsroom.editor.pk).update(email="ada@desk.example")
    page.goto(f"{live_server.url}/login/")
    page.get_by_role("link", name="Forgotten your password?").click()
    page.locator("#id_email").fill("ada@desk.example")
    page.get_by_role("button", name="Send the link").click()
    expect(page.locator("h1")).to_have_text("Look into your mail")
    (mail,) = tmp_path.iterdir()
    link = re.search(r"http\S+/password/reset/\S+", mail.read_text(encoding="utf-8"))
    assert link is not None
    page.goto(link[0])
    assert "set-password" in page.url  # the token is out of the address
    page.locator("#id_new_password1").fill("another horse, another battery")
    page.locator("#id_new_password2").fill("another horse, another battery")
    page.get_by_role("button", name="Set the password").click()
    expect(page.locator("h1")).to_have_text("Your password is changed")
    page.get_by_role("link", name="Log in").last.click()
    page.locator("#id_username").fill(newsroom.editor.username)
    page.locator("#id_password").fill("another horse, another battery")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Queue")
    changed = User.objects.get(pk=newsroom.editor.pk)
    assert changed.check_password("another horse, another battery")
