"""The work list in a real browser: what it leaves for others and in the database."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from claims.models import Assignment, Link, SavedSearch
from claims.services.assign import claim_assign
from factcheck.operations.models import AuditEntry
from tests.web.newsroom import Newsroom, make_newsroom

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page
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


def test_filters_in_the_address_are_saved_and_shared(
    desk: Page,
    live_server: LiveServer,
    newsroom: Newsroom,
    log_in: Callable[[Any], None],
) -> None:
    desk.locator("#relation-conflict").check()
    expect(desk.locator(".q-title")).to_have_count(1)
    desk.locator("#facet-date").check()
    expect(desk.locator(".chip-x")).to_have_count(2)
    assert "relation=conflict" in desk.url
    assert "facet=date" in desk.url
    desk.get_by_text("Save this search").click()
    desk.get_by_label("Name", exact=True).fill("Days that differ")
    desk.get_by_label("Show it to everybody").check()
    desk.get_by_role("button", name="Save", exact=True).click()
    tab = desk.get_by_role("link", name="Days that differ 1")
    expect(tab).to_have_attribute("aria-current", "page")
    assert SavedSearch.objects.get().query == "relation=conflict&facet=date"
    log_in(newsroom.other)
    desk.goto(live_server.url)
    desk.get_by_role("link", name="Days that differ 1").click()
    expect(desk.locator(".q-title")).to_have_count(1)
    expect(desk.locator(".q-title")).to_have_text(newsroom.call.title)
    expect(desk.locator("#relation-conflict")).to_be_checked()


def test_claims_are_chosen_by_key_and_confirmed_at_once(
    desk: Page, newsroom: Newsroom
) -> None:
    bar = desk.get_by_role("group", name="Selected claims")
    expect(bar).to_be_hidden()
    desk.keyboard.press("j")
    desk.keyboard.press("x")
    desk.keyboard.press("j")
    desk.keyboard.press("x")
    expect(bar).to_be_visible()
    expect(desk.locator("[name=claim]:checked")).to_have_count(2)
    desk.get_by_role("button", name="Confirm links").click()
    expect(desk.get_by_text("4 links of 2 claims confirmed.")).to_be_visible()
    assert Link.objects.filter(state="confirmed").count() == 4
    assert Link.objects.filter(state="suggested").count() == 1
    parent = AuditEntry.objects.get(verb="bulk.confirm")
    assert parent.children.count() == 4


def test_chosen_claims_are_assigned_and_found_by_who_was_asked(
    desk: Page,
    live_server: LiveServer,
    newsroom: Newsroom,
    log_in: Callable[[Any], None],
) -> None:
    desk.get_by_label(f"Select: {newsroom.ferry.title}").check()
    desk.locator("#bulk-editor").select_option(label="Jo Okafor")
    desk.get_by_role("button", name="Assign").click()
    expect(desk.get_by_text("1 claim assigned.")).to_be_visible()
    assert Assignment.objects.get().editor == newsroom.other
    log_in(newsroom.other)
    desk.goto(live_server.url)
    desk.get_by_role("link", name="Mine 1").click()
    expect(desk.locator(".q-title")).to_have_count(1)
    expect(desk.locator(".q-title")).to_have_text(newsroom.ferry.title)


def test_the_list_as_a_file(desk: Page, newsroom: Newsroom) -> None:
    desk.locator("#relation-updated").check()
    expect(desk.locator(".q-title")).to_have_count(1)
    with desk.expect_download() as waiting:
        desk.get_by_role("link", name="CSV").click()
    text = waiting.value.path().read_text(encoding="utf-8-sig")
    lines = text.splitlines()
    assert lines[0].startswith("claim,title,finding,state,")
    assert len(lines) == 2
    assert newsroom.ban.title in lines[1]


def test_search_from_the_header_to_the_sentence(desk: Page, newsroom: Newsroom) -> None:
    desk.keyboard.press("/")
    desk.keyboard.type("skarholm ferry")
    desk.keyboard.press("Enter")
    expect(desk.locator(".hits li")).to_have_count(1)
    expect(desk.locator("mark.hit").first).to_have_text("Skarholm")
    desk.get_by_role("link", name="Statements 2").click()
    expect(desk.locator(".hits li")).to_have_count(2)
    desk.get_by_role("link", name="Northern Bell, 12 May 2031").click()
    expect(desk.locator("h1")).to_have_text("A call across the water")


def test_what_others_do_is_offered_and_moves_nothing(
    desk: Page, newsroom: Newsroom
) -> None:
    news = desk.locator(".news")
    expect(news).to_have_text("")
    row = desk.locator("[data-row]").first
    before = row.bounding_box()
    claim_assign(actor=newsroom.other, claim=newsroom.ban, editor=newsroom.other)
    desk.evaluate("htmx.trigger(document.body, 'look')")
    expect(news).to_contain_text("1 changed")
    assert row.bounding_box() == before
    expect(desk.get_by_text("Assigned to Jo Okafor")).to_have_count(0)
    news.get_by_role("link", name="Show").click()
    expect(desk.get_by_text("Assigned to Jo Okafor")).to_have_count(1)
    expect(news).to_have_text("")
