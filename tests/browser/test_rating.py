"""Two editors rate blind; places run out; a draft outlives a reload. Real Chromium."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone
from playwright.sync_api import expect

from claims.models import Claim, Rating, RatingDraft, RatingSlot
from claims.services.drafts import draft_save
from claims.services.review import claim_rate
from claims.services.slots import slot_take
from factcheck.operations.roles import Role
from tests.browser.test_accessible import findings
from tests.factories import FacetFactory, UserFactory
from tests.web.newsroom import Newsroom, make_newsroom

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page
    from pytest_django.live_server_helper import LiveServer

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def newsroom() -> Newsroom:
    return make_newsroom()


@pytest.fixture
def seat(
    browser: Browser, live_server: LiveServer, newsroom: Newsroom
) -> Iterator[Callable[..., Page]]:
    """The claim in a browser of its own for a user, with or without scripts.

    Their consoles have to stay empty but for answers that were asked for.
    """
    contexts = []
    errors: list[str] = []

    def sit(user: Any, *, scripts: bool = True) -> Page:
        client = Client()
        client.force_login(user)
        context = browser.new_context(
            java_script_enabled=scripts, viewport={"width": 1280, "height": 900}
        )
        contexts.append(context)
        name = settings.SESSION_COOKIE_NAME
        value = client.cookies[name].value
        context.add_cookies([{"name": name, "value": value, "url": live_server.url}])
        page = context.new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on(
            "console",
            lambda message: (
                errors.append(message.text) if message.type == "error" else None
            ),
        )
        page.goto(f"{live_server.url}/claims/{newsroom.call.pk}/")
        return page

    yield sit
    for context in contexts:
        context.close()
    assert [each for each in errors if not re.search("409|422", each)] == []


def save(page: Page, value: str, why: str) -> None:
    page.locator(f"#score-{value}").check()
    page.get_by_label("Why", exact=True).fill(why)
    page.get_by_role("button", name="Save and see the others").click()
    expect(page.get_by_text("Your rating is saved.")).to_be_visible()


def begin(page: Page) -> None:
    page.get_by_role("button", name="Rate this claim").click()
    expect(page.get_by_label("Why", exact=True)).to_be_visible()


def test_two_editors_rate_blind_and_then_see_each_other(
    seat: Callable[..., Page], newsroom: Newsroom
) -> None:
    ada, jo = seat(newsroom.editor), seat(newsroom.other)
    begin(ada)
    jo.reload()
    panel = jo.locator("#rate")
    expect(panel.get_by_text("Ada Moreau")).to_be_visible()
    save(ada, "2", "The day differs.")
    begin(jo)
    expect(jo.get_by_text("The day differs.")).to_have_count(0)
    expect(panel.get_by_text("1 of 2 free")).to_have_count(0)
    save(jo, "4", "Only the name.")
    expect(panel.get_by_text("The day differs.")).to_be_visible()
    expect(panel.get_by_text("Disputed among editors")).to_be_visible()
    expect(panel.get_by_role("img", name="2 ratings")).to_be_visible()
    # What the page asks of itself every few seconds; it is not loaded again.
    ada.evaluate("htmx.trigger(document.body, 'look')")
    expect(ada.locator("#rate").get_by_text("Only the name.")).to_be_visible()
    expect(ada.get_by_text("This claim has changed meanwhile.")).to_be_visible()
    assert list(Rating.objects.values_list("blind", flat=True)) == [True, True]
    assert Claim.objects.get(pk=newsroom.call.pk).state == Claim.State.DISPUTED


def test_a_place_that_has_run_out_goes_to_who_asks_and_nothing_typed_is_lost(
    seat: Callable[..., Page], newsroom: Newsroom
) -> None:
    claim_rate(
        actor=UserFactory(role=Role.EDITOR),
        claim=newsroom.call,
        value=2,
        rationale="why",
    )
    ada = seat(newsroom.editor)
    begin(ada)
    ada.get_by_label("Why", exact=True).fill("Long thought, long phone call.")
    expect(ada.get_by_text("Draft kept at")).to_be_visible()
    jo = seat(newsroom.other)
    expect(jo.get_by_text("No place to rate this claim is free.")).to_be_visible()
    past = timezone.now() - timedelta(minutes=1)
    RatingSlot.objects.filter(editor=newsroom.editor).update(expires_at=past)
    jo.reload()
    begin(jo)
    assert RatingSlot.objects.get(slot=2).editor == newsroom.other
    ada.locator("#score-2").check()
    ada.get_by_role("button", name="Save and see the others").click()
    expect(ada.get_by_text("What you wrote is kept.")).to_be_visible()
    assert not Rating.objects.filter(editor=newsroom.editor).exists()
    draft = RatingDraft.objects.get()
    assert (draft.editor, draft.value) == (newsroom.editor, "2")
    jo.get_by_role("button", name="Give my place back").click()
    expect(jo.get_by_text("Your place is free")).to_be_visible()
    ada.goto(f"{ada.url.partition('rate/')[0]}")
    begin(ada)
    expect(ada.get_by_label("Why", exact=True)).to_have_value(
        "Long thought, long phone call."
    )
    ada.get_by_role("button", name="Save and see the others").click()
    expect(ada.get_by_text("Your rating is saved.")).to_be_visible()
    assert not RatingDraft.objects.exists()


def test_a_draft_outlives_a_reload(
    seat: Callable[..., Page], newsroom: Newsroom
) -> None:
    page = seat(newsroom.editor)
    begin(page)
    page.locator("#score-3").check()
    page.get_by_label("Why", exact=True).press_sequentially("Half a tho")
    expect(page.get_by_text("Draft kept at")).to_be_visible()
    page.reload()
    expect(page.get_by_label("Why", exact=True)).to_have_value("Half a tho")
    expect(page.locator("#score-3")).to_be_checked()


def test_leaving_the_page_keeps_what_was_typed(
    seat: Callable[..., Page], newsroom: Newsroom
) -> None:
    page = seat(newsroom.editor)
    begin(page)
    page.get_by_label("Why", exact=True).fill("Just before")
    page.get_by_role("link", name="Queue").first.click()
    expect(page.locator("h1")).to_have_text("Queue")
    page.go_back()
    page.reload()
    expect(page.get_by_label("Why", exact=True)).to_have_value("Just before")


def test_without_scripts(seat: Callable[..., Page], newsroom: Newsroom) -> None:
    page = seat(newsroom.editor, scripts=False)
    begin(page)
    page.get_by_label("Differing in detail").check()
    page.get_by_role("button", name="Keep as draft").click()
    expect(page.get_by_text("Your draft is kept.")).to_be_visible()
    expect(page.get_by_label("Differing in detail")).to_be_checked()
    page.get_by_role("button", name="Save and see the others").click()
    expect(page.get_by_text("Say why:")).to_be_visible()
    page.get_by_label("Why", exact=True).fill("The Crier stands alone.")
    page.get_by_role("button", name="Save and see the others").click()
    expect(page.get_by_text("Your rating is saved.")).to_be_visible()
    rating = Rating.objects.get()
    assert (rating.value, rating.rationale) == (3, "The Crier stands alone.")
    assert RatingSlot.objects.get().expires_at is None
    page.get_by_role("link", name="What the scale means").click()
    expect(page.locator("h1")).to_have_text("What the scale means")


def test_one_click_chooses_and_takes_the_place(
    seat: Callable[..., Page], newsroom: Newsroom
) -> None:
    page = seat(newsroom.editor)
    page.get_by_role("button", name="2, Conflicting in substance").click()
    expect(page.get_by_label("Why", exact=True)).to_be_focused()
    expect(page.locator("#score-2")).to_be_checked()
    assert RatingSlot.objects.get().editor == newsroom.editor


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_every_state_of_the_panel_is_accessible(
    page: Page,
    live_server: LiveServer,
    newsroom: Newsroom,
    log_in: Callable[[Any], None],
    theme: str,
    width: int,
) -> None:
    page.emulate_media(color_scheme="dark" if theme == "dark" else "light")
    page.set_viewport_size({"width": width, "height": 900})
    log_in(newsroom.editor)
    found: dict[str, list[str]] = {}

    def look(state: str) -> None:
        page.goto(f"{live_server.url}/claims/{newsroom.call.pk}/")
        page.evaluate(
            "document.querySelectorAll('#rate details').forEach(d => { d.open = true })"
        )
        page.evaluate("scrollTo(0, document.body.scrollHeight)")
        found[state] = findings(page)

    others = [UserFactory(role=Role.EDITOR) for _ in range(2)]
    for other in others:
        slot_take(actor=other, claim=newsroom.call)
    draft_save(actor=newsroom.editor, claim=newsroom.call, rationale="Half a thought")
    look("full")
    for other, value in zip(others, (1, 4), strict=True):
        claim_rate(actor=other, claim=newsroom.call, value=value, rationale="why")
    claim_rate(actor=others[1], claim=newsroom.call, value=None, rationale="hm")
    Claim.objects.filter(pk=newsroom.call.pk).update(slots=3)
    slot_take(actor=newsroom.editor, claim=newsroom.call)
    look("holding a place")
    claim_rate(actor=newsroom.editor, claim=newsroom.call, value=5)
    claim_rate(actor=newsroom.editor, claim=newsroom.call, value=4)
    row = newsroom.call.statements.first()
    FacetFactory(statement=row, kind="date", by="editor", start=0, end=4)
    look("disputed and out of date")
    assert {state: said for state, said in found.items() if said} == {}
